internal import ArgumentParser
internal import ScalingClaims
internal import ScalingReports

/// Figures of findings: one file for one claim, or a folder for many.
struct FindingFigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("File for the figure of the only claim.", valueName: "file"),
    completion: .file())
  var svg: String?

  @Option(
    help: ArgumentHelp(
      "Folder for a figure of each finding, named by its id; arithmetic has none.",
      valueName: "folder"), completion: .directory)
  var figures: String?

  @OptionGroup var frame: FigureFrame

  func validate() throws {
    if let svg { try FigurePath.requireSVG(svg, option: "--svg") }
    if svg != nil, figures != nil {
      throw ValidationError("--svg is for one claim and --figures for many. Name one of them.")
    }
    if svg == nil, figures == nil { try frame.requireUnused() }
    if figures != nil, frame.title != nil || frame.subtitle != nil || frame.source != nil {
      throw ValidationError("--title, --subtitle and --source go with --svg, for one claim.")
    }
  }

  /// The files of a report's figures, and a note for each finding that has none.
  func files(_ report: CheckReport) throws -> [OutputFile] {
    if let svg { return [OutputFile(path: svg, bytes: try single(report))] }
    guard let figures else { return [] }
    try OutputFile.makeFolder(figures)
    var files: [OutputFile] = []
    var names: Set<String> = []
    for entry in report.entries {
      guard let bytes = try bytes(entry, report.settings) else { continue }
      var name = Self.fileName(entry.id)
      while !names.insert(name).inserted { name += "-" }
      files.append(OutputFile(path: "\(figures)/\(name).svg", bytes: bytes))
    }
    return files
  }

  private func single(_ report: CheckReport) throws -> [UInt8] {
    guard report.entries.count == 1 else {
      throw ValidationError(
        "--svg is for one claim, but there are \(report.entries.count). Name a folder with "
          + "--figures.")
    }
    guard let bytes = try bytes(report.entries[0], report.settings) else {
      throw ClaimError("--svg: the claim has no figure, and nothing was written")
    }
    return bytes
  }

  private func bytes(
    _ entry: CheckReport.Entry, _ settings: CheckSettings
  ) throws -> [UInt8]? {
    guard let claim = entry.claim, let finding = entry.finding else { return nil }
    do {
      let figure = try FindingFigure(
        claim, finding, by: entry.table, settings: settings, options: frame.options
      ).figure()
      if let figure { return try frame.svg(figure) }
      Console.note("note: \(entry.id): no figure, since arithmetic has no curve")
    } catch {
      Console.note("note: \(entry.id): no figure: \(error)")
    }
    return nil
  }

  /// An id as the name of a file: letters, digits, dots, hyphens and underscores stay.
  private static func fileName(_ id: String) -> String {
    let kept = id.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }
    return kept.first == "." ? "-" + String(kept.dropFirst()) : String(kept)
  }
}
