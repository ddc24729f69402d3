import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `scaling report --watch` serves the page, renews it, shows errors and recovers, and stops.
struct WatchedReportTests {
  private static let table = "tokens,accuracy\n100,0.11\n200,0.19\n400,0.31\n800,0.39\n1600,0.51\n"

  /// A running server; it is ended with the test.
  private final class Server {
    let process = Process()
    let address: String
    let log: URL

    init(_ folder: TemporaryFolder) throws {
      log = try folder.write("", "log")
      process.executableURL = CommandRun.executable
      process.arguments = ["report", "t.csv", "--watch", "--port", "0"]
      process.currentDirectoryURL = folder.url
      process.standardOutput = try FileHandle(forWritingTo: log)
      process.standardError = FileHandle.nullDevice
      try process.run()
      var found: Substring?
      for _ in 0..<600 where found == nil {
        usleep(50_000)
        let text = try String(contentsOf: log, encoding: .utf8)
        found = text.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/)?.0
      }
      address = String(try #require(found))
    }

    deinit { if process.isRunning { process.terminate() } }

    func get(_ path: String, host: String? = nil) async throws -> (status: Int, text: String) {
      var request = URLRequest(url: try #require(URL(string: address + path)))
      if let host { request.setValue(host, forHTTPHeaderField: "Host") }
      let (data, response) = try await URLSession.shared.data(for: request)
      let status = (response as? HTTPURLResponse)?.statusCode ?? 0
      return (status, String(decoding: data, as: UTF8.self))
    }
  }

  @Test("a changed table renews the page, a wrong one shows its error, a right one recovers")
  func renewal() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, "t.csv")
    let server = try Server(folder)
    let first = try await server.get("/")
    #expect(
      first.status == 200 && first.text.contains("<h1>Accuracy by tokens</h1>"))
    let version = try await server.get("/version").text
    #expect(first.text.contains("data-version=\"\(version)\"") && !version.isEmpty)
    #expect(try await server.get("/").text == first.text)

    try folder.write(Self.table + "3200,0.60\n", "t.csv")
    #expect(try await server.get("/version").text != version)
    #expect(try await server.get("/").text.contains("6 points"))

    try folder.write("tokens,accuracy\n100,many\n200,0.2\n400,0.3\n", "t.csv")
    let wrong = try await server.get("/").text
    #expect(wrong.contains("There is no report of t.csv") && wrong.contains("line 2"), "\(wrong)")
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("t.csv"))
    #expect(try await server.get("/").text.contains("t.csv"))

    try folder.write(Self.table, "t.csv")
    #expect(try await server.get("/version").text == version)
    #expect(try await server.get("/").text == first.text)
  }

  @Test("only this machine's own names and known paths are answered")
  func refusals() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, "t.csv")
    let server = try Server(folder)
    #expect(try await server.get("/t.csv").status == 404)
    #expect(try await server.get("/../t.csv").status == 404)
    let other = try await server.get("/", host: "example.org")
    #expect(other.status == 403 && other.text.contains("127.0.0.1 and localhost only"))
    for host in ["localhost", "127.0.0.1"] {
      #expect(try await server.get("/version", host: host).status == 200)
    }
    #if os(Linux)
      let port = try #require(server.address.split(separator: ":").last)
      let listening = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
      let hex = String(try #require(Int(port)), radix: 16, uppercase: true)
      #expect(listening.contains("0100007F:" + String(repeating: "0", count: 4 - hex.count) + hex))
    #endif
  }

  @Test("an interrupt stops it cleanly", arguments: [SIGINT, SIGTERM])
  func stop(signal: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, "t.csv")
    let server = try Server(folder)
    kill(server.process.processIdentifier, signal)
    server.process.waitUntilExit()
    #expect(server.process.terminationReason == .exit)
    #expect(server.process.terminationStatus == 0)
  }

  @Test("a port that is taken is named")
  func takenPort() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, "t.csv")
    let server = try Server(folder)
    let port = String(try #require(server.address.split(separator: ":").last))
    let run = try CommandRun(["report", "t.csv", "--watch", "--port", port], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.problem.contains("port \(port): ") && run.problem.contains("--port"))
  }
}
