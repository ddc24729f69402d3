internal import ScalingClaimFiles
internal import ScalingClaims
internal import ScalingData
internal import ScalingReports

extension ClaimFile {
  /// The claims of files; their tables are named relative to the file.
  static func entries(of files: [String]) throws -> [Entry] {
    try files.flatMap { file in
      let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .map { $0 + "/" }.joined()
      return try ClaimFile(try InputText.whole(file), name: file, folder: folder).entries
    }
  }
}

extension ClaimFile.Entry {
  /// The tables that the claim names.
  var tables: [String] {
    guard case .success(let claim) = claim else { return [] }
    var inputs = claim.data?.inputs ?? []
    if case .arithmetic(let arithmetic) = claim.content { inputs += arithmetic.inputs }
    var paths: [String] = []
    for case .file(let path) in inputs where !paths.contains(path) { paths.append(path) }
    return paths
  }

  fileprivate func judged(
    _ settings: CheckSettings, progress: (Double) -> Void
  ) -> CheckReport.Entry {
    switch claim {
    case .failure(let error):
      return CheckReport.Entry(id: id, claim: nil, result: .failure(error))
    case .success(let claim):
      do throws(ClaimError) {
        let finding = try claim.judge(settings, progress: progress)
        return CheckReport.Entry(id: id, claim: claim, result: .success(finding))
      } catch {
        return CheckReport.Entry(id: id, claim: claim, result: .failure(error))
      }
    }
  }
}

extension CheckReport {
  /// Judges claims one after the other, with the finished share on a terminal.
  init(judging claims: [ClaimFile.Entry], settings: CheckSettings) {
    let progress = ProgressLine("claims")
    var judged: [Entry] = []
    for claim in claims {
      judged.append(
        claim.judged(settings) { share in
          progress.report((Double(judged.count) + share) / Double(claims.count))
        })
    }
    progress.end()
    self.init(judged, settings: settings)
  }

  /// Says on standard error why claims could not be judged.
  func noteErrors() {
    for entry in entries {
      if case .failure(let error) = entry.result {
        Console.note("\(entry.id): \(error.description)")
      }
    }
  }
}
