internal import ArgumentParser
internal import ScalingClaimFiles

extension InspectCommand: FileUsing {
  var fileUse: FileUse { FileUse(reads: table.files, writes: [output]) }
}

extension FitCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: table.files + [figure.frame.style], writes: [output.output, output.svg])
  }
}

extension PlotCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: table.files + [curve, figure.frame.style], writes: [output])
  }
}

extension CeilingCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: table.files + [frame.style], writes: [report.output, report.svg])
  }
}

extension VotesCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: samples.files + [frame.style], writes: [report.output, report.svg])
  }
}

extension CoverageCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: samples.files + [frame.style], writes: [report.output, report.svg])
  }
}

extension LawCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: [files.last, frame.style], writes: [output.output, output.svg])
  }
}

extension TradeoffCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: [isTable ? source : nil, frame.style], writes: [report.output, report.svg])
  }
}

extension FrontierCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(
      reads: [records.file, records.prices, frame.style], writes: [report.output, report.svg])
  }
}

extension CostCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: [file, prices, frame.style], writes: [report.output, report.svg])
  }
}

extension PlanCommand: FileUsing {
  var fileUse: FileUse {
    FileUse(reads: [file, frame.style], writes: [report.output, report.svg])
  }
}

extension CheckCommand: FileUsing {
  /// The files of claims, and the tables that the claims name.
  var fileUse: FileUse {
    get throws {
      if figures.figures != nil {
        throw ValidationError(
          "--figures writes files whose names are not known before it runs: in a notebook, name "
            + "the figure of one claim with --svg.")
      }
      return FileUse(
        reads: files + (try claims()).flatMap(\.tables) + [figures.frame.style],
        writes: [output, figures.svg])
    }
  }
}

extension ReportCommand: FileUsing {
  var fileUse: FileUse {
    get throws {
      if watch {
        throw ValidationError("--watch serves until it is stopped, which no notebook waits for.")
      }
      return FileUse(reads: try inputs, writes: [output])
    }
  }
}
