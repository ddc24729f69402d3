import Foundation
import Testing

/// Chromium without a window, for tests of pages as readers meet them.
enum Browser {
  /// The command, where there is one.
  static let command: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let named = environment["CHROMIUM"].map { [URL(fileURLWithPath: $0)] } ?? []
    let found = ["chromium", "chromium-browser", "google-chrome"].flatMap { name in
      folders.map { URL(fileURLWithPath: $0).appendingPathComponent(name) }
    }
    return (named + found).first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  static let missing: Comment =
    "Chromium is not installed (on Debian: apt-get install chromium); CHROMIUM may name it"

  /// Runs the browser on a file and gives its standard output.
  static func run(_ options: [String], on page: URL) throws -> String {
    let profile = try TemporaryFolder()
    let process = Process()
    process.executableURL = command
    // The pages are the project's own: the sandbox, which root cannot have, guards nothing here.
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(profile.url.path)", "--window-size=1000,900",
      ] + options + [page.absoluteString]
    let output = try profile.write("", "output")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try String(contentsOf: output, encoding: .utf8)
  }

  /// Shows a page in a frame of a width, runs a script on it, and gives what the script returns.
  ///
  /// The script sees `page`, the document, and `view`, its window.
  static func evaluate(
    _ script: String, in page: String, width: Int, isDark: Bool = false
  ) throws -> [String: Any] {
    let folder = try TemporaryFolder()
    let source = page.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "\"", with: "&quot;")
    let harness = try folder.write(
      """
      <!DOCTYPE html><meta charset="utf-8">
      <iframe style="border:0;width:\(width)px;height:800px" srcdoc="\(source)"></iframe>
      <pre id="result"></pre>
      <script>
      addEventListener("load", () => {
        const view = document.querySelector("iframe").contentWindow;
        const page = view.document;
        const result = (() => { \(script) })();
        document.body.innerHTML = "<pre>" + btoa(unescape(encodeURIComponent(JSON.stringify(result)))) + "</pre>";
      });
      </script>
      """, "harness.html")
    let scheme = isDark ? ["--blink-settings=preferredColorScheme=0"] : []
    let dumped = try run(["--dump-dom"] + scheme, on: harness)
    let text = try #require(dumped.firstMatch(of: /<pre>([A-Za-z0-9+\/=]+)<\/pre>/)).1
    let data = try #require(Data(base64Encoded: String(text)))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
