internal import ArgumentParser
internal import ScalingClaimFiles
internal import ScalingClaims
internal import ScalingData
internal import ScalingReports

extension ClaimFile {
  /// The claims of files; their tables are named relative to the file, and an id is used once.
  static func entries(of files: [String]) throws -> [Entry] {
    guard files.count(where: { $0 == "-" }) < 2 else {
      throw ValidationError("- is standard input, which can be read once. Name it once.")
    }
    var result: [Entry] = []
    var known: Set<String> = []
    for file in files {
      let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .map { $0 + "/" }.joined()
      let claims = try ClaimFile(try InputText.whole(file), name: file, folder: folder)
      result += claims.entries.map { $0.refused(if: known, in: file) }
      known.formUnion(claims.entries.filter(\.isNamed).map(\.id))
    }
    return result
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

  /// Itself, or an error where an earlier file has a claim of its name.
  fileprivate func refused(if known: Set<String>, in file: String) -> ClaimFile.Entry {
    guard isNamed, known.contains(id) else { return self }
    return ClaimFile.Entry(
      id: id,
      error: ClaimError("\(file): the id \"\(id)\" is used in an earlier file; give it another"))
  }

  fileprivate func judged(
    _ settings: CheckSettings, progress: (Double) -> Void
  ) -> CheckReport.Entry {
    switch claim {
    case .failure(let error):
      return CheckReport.Entry(id: id, claim: nil, result: .failure(error))
    case .success(let claim):
      do throws(ClaimError) {
        let table = claim.content.needsData ? try claim.table() : nil
        let finding = try claim.judge(by: table, settings, progress: progress)
        return CheckReport.Entry(id: id, claim: claim, table: table, result: .success(finding))
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
