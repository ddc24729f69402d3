internal import ArgumentParser
internal import ScalingClaimFiles
internal import ScalingClaims
internal import ScalingData

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
      let tables = try claims().flatMap { entry in
        (try? entry.claim.get()).map(Self.tables) ?? []
      }
      return FileUse(
        reads: files + tables + [figures.frame.style], writes: [output, figures.svg])
    }
  }

  private static func tables(_ claim: Claim) -> [String] {
    var inputs = claim.data?.inputs ?? []
    if case .arithmetic(let arithmetic) = claim.content { inputs += arithmetic.inputs }
    var paths: [String] = []
    for case .file(let path) in inputs where !paths.contains(path) { paths.append(path) }
    return paths
  }
}
