internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Whether the user has asked to stop.
private let isStopRequested = Atomic(false)

/// A web server for one reader on this machine: bound to 127.0.0.1, GET only, one thread.
///
/// It answers only requests that name this machine as their host, so that no page of another site
/// can read what it gives out.
struct LoopbackServer: ~Copyable {
  /// What a request gets.
  struct Answer {
    var status = "200 OK"
    var type = "text/plain; charset=utf-8"
    var bytes: [UInt8] = []
  }

  private struct Connection {
    let descriptor: Int32
    var bytes: [UInt8] = []
    let start = ContinuousClock.now
  }

  /// The port that it listens at.
  let port: UInt16
  private let listener: Int32

  /// The longest request; nobody here asks for more.
  private static let longestRequest = 8_192
  private static let mostConnections = 64
  private static let patience = Duration.seconds(10)

  /// Listens at a port; 0 takes any that is free.
  init(port: UInt16) throws(OutputError) {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard descriptor >= 0, Self.bind(descriptor, port), listen(descriptor, 16) == 0,
      let bound = Self.boundPort(descriptor)
    else {
      let reason = OutputFile.systemMessage()
      if descriptor >= 0 { close(descriptor) }
      throw OutputError(
        description: "port \(port): \(reason). Name another with --port, or 0 for any that is free."
      )
    }
    listener = descriptor
    self.port = bound
  }

  deinit { close(listener) }

  /// Answers until the process is asked to end (SIGINT, SIGTERM); a second signal ends it at once.
  func run(answer: (_ path: String) -> Answer) {
    Self.listenForSignals()
    var connections: [Connection] = []
    while !isStopRequested.load(ordering: .relaxed) {
      var polled = ([listener] + connections.map(\.descriptor)).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&polled, nfds_t(polled.count), 250) >= 0 || errno == EINTR else { break }
      var kept: [Connection] = []
      for (index, var connection) in connections.enumerated() {
        let isReady = polled[index + 1].revents != 0
        if serve(&connection, isReady: isReady, answer) { kept.append(connection) }
      }
      connections = kept
      if polled[0].revents != 0 { welcome(into: &connections) }
    }
    for connection in connections { close(connection.descriptor) }
  }

  private static func listenForSignals() {
    signal(SIGPIPE, SIG_IGN)
    isStopRequested.store(false, ordering: .relaxed)
    // A program that starts this one may have blocked them.
    var stopping = sigset_t()
    sigemptyset(&stopping)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&stopping, number)
      signal(number) { number in
        isStopRequested.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &stopping, nil)
  }

  // MARK: Connections

  private func welcome(into connections: inout [Connection]) {
    let descriptor = accept(listener, nil, nil)
    guard descriptor >= 0 else { return }
    guard connections.count < Self.mostConnections else {
      close(descriptor)
      return
    }
    // A reader that does not take its page must not keep others from theirs.
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    connections.append(Connection(descriptor: descriptor))
  }

  /// Reads what has come, and answers when the request is whole; false when the connection is over.
  private func serve(
    _ connection: inout Connection, isReady: Bool, _ answer: (String) -> Answer
  ) -> Bool {
    var isOpen = ContinuousClock.now - connection.start < Self.patience
    if isReady {
      var block = [UInt8](repeating: 0, count: Self.longestRequest)
      let count = recv(connection.descriptor, &block, block.count, 0)
      connection.bytes += block.prefix(max(0, count))
      let isTooLong = connection.bytes.count > Self.longestRequest
      if isTooLong || connection.bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
        let reply = isTooLong ? Answer(status: "431 Too Long") : reply(connection.bytes, answer)
        send(reply, to: connection.descriptor)
        isOpen = false
      }
      if count <= 0 { isOpen = false }
    }
    if !isOpen { close(connection.descriptor) }
    return isOpen
  }

  private func reply(_ request: [UInt8], _ answer: (String) -> Answer) -> Answer {
    let lines = String(decoding: request, as: UTF8.self).split { $0.isNewline }
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[0] == "GET" else { return Answer(status: "405 GET Only") }
    let host = lines.first { $0.lowercased().hasPrefix("host:") }?.dropFirst(5)
      .drop { $0 == " " }
    let own = ["127.0.0.1", "localhost"].flatMap { [$0, "\($0):\(port)"] }
    guard let host, own.contains(host.lowercased()) else {
      return Answer(
        status: "403 Other Host",
        bytes: Array("This page is served as 127.0.0.1 and localhost only.\n".utf8))
    }
    return answer(String(words[1]))
  }

  private func send(_ answer: Answer, to descriptor: Int32) {
    let head =
      "HTTP/1.1 \(answer.status)\r\nContent-Type: \(answer.type)\r\n"
      + "Content-Length: \(answer.bytes.count)\r\nCache-Control: no-store\r\n"
      + "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    _ = OutputFile.writeAll(Array(head.utf8) + answer.bytes, to: descriptor)
  }

  // MARK: Addresses

  private static func bind(_ descriptor: Int32, _ port: UInt16) -> Bool {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bound in
        #if canImport(Glibc)
          Glibc.bind(descriptor, bound, size) == 0
        #else
          Darwin.bind(descriptor, bound, size) == 0
        #endif
      }
    }
  }

  private static func boundPort(_ descriptor: Int32) -> UInt16? {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &size) == 0
      }
    }
    return isKnown ? UInt16(bigEndian: address.sin_port) : nil
  }
}
