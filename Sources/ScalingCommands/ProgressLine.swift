#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The finished share of a long computation, on a terminal only and from one second on.
final class ProgressLine {
  private let label: String
  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1
  private var shown = -1

  init(_ label: String) { self.label = label }

  /// Tells the share; each percent is written once.
  func report(_ share: Double) {
    guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
    let percent = Int(100 * share)
    guard percent > shown else { return }
    shown = percent
    write("\r\(label): \(percent) %")
  }

  /// Clears the line.
  func end() {
    if shown >= 0 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    _ = OutputFile.writeAll(Array(text.utf8), to: STDERR_FILENO)
  }
}
