internal import ArgumentParser
internal import HTML
internal import ScalingData
internal import ScalingReports

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A report that is made anew when a file that it is made of has changed since the last look.
struct WatchedReport {
  private let command: ReportCommand
  private var shell = PageShell(title: "", content: [])
  /// Names the content of the page.
  private var version = ""
  private var signature: [FileSignature?]?

  init(_ command: ReportCommand) { self.command = command }

  /// Serves the page until the user stops it.
  mutating func serve(port: UInt16) throws {
    let server = try LoopbackServer(port: port)
    renew()
    try Console.result(
      "\(command.table.files[0]): http://127.0.0.1:\(server.port)/ (Ctrl-C stops)\n")
    server.run { path in
      renew()
      switch path {
      case "/":
        return .init(type: "text/html; charset=utf-8", bytes: shell.bytes(version: version))
      case "/version": return .init(bytes: Array(version.utf8))
      default: return .init(status: "404 Not Found")
      }
    }
  }

  private mutating func renew() {
    // A file of claims that cannot be read now is among the names all the same.
    let names = (try? command.inputs) ?? command.table.files + command.claims
    let now = names.map(FileSignature.init)
    guard now != signature else { return }
    signature = now
    do {
      shell = try command.page().shell
    } catch {
      shell = failure(ScalingCommand.message(for: error))
    }
    var digest = SHA256()
    shell.bytes.withUnsafeBytes { digest.update($0) }
    version = digest.finalized()
  }

  private func failure(_ message: String) -> PageShell {
    PageShell(
      title: "No report: \(command.table.files[0])",
      content: [
        .element(.h1, text: "There is no report of \(command.table.files[0])"),
        .element(.p, [.class("lead"), .role("alert")], text: message),
        .element(.p, text: "This page renews itself when a file changes."),
      ])
  }
}

/// What tells that a file has changed.
private struct FileSignature: Equatable {
  private let parts: [Int64]

  /// The signature of a file, or nil when there is none.
  init?(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    #if canImport(Glibc)
      let time = information.st_mtim
    #else
      let time = information.st_mtimespec
    #endif
    parts = [
      Int64(information.st_ino), Int64(information.st_size), Int64(time.tv_sec),
      Int64(time.tv_nsec),
    ]
  }
}
