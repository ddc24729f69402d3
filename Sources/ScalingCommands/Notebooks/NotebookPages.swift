internal import ArgumentParser
internal import HTML
internal import ScalingMarkdown
internal import ScalingNotebooks
internal import ScalingReports

/// The pages of notebooks: self-contained, with their figures in them.
struct NotebookPages {
  private let folder: String
  private let root: RootFolder
  /// The page of each notebook.
  private var pages: [String: String] = [:]

  /// Pages of notebooks in a folder.
  ///
  /// - Throws: when two notebooks would have one page, or the folder is outside of the root.
  init(_ names: [String], folder: String, root: RootFolder) throws {
    self.root = root
    self.folder = try root.name(of: folder)
    for name in names {
      let page = "\(self.folder.isEmpty ? "" : self.folder + "/")\(Self.stem(name)).html"
      if let other = pages.first(where: { $0.value == page })?.key {
        throw ValidationError(
          "--html: \(other) and \(name) would both be \(page). Make their pages one at a time.")
      }
      pages[name] = page
    }
  }

  /// Makes the page of a notebook; nil when it is there already as it should be.
  func save(_ text: String, of name: String) throws -> String? {
    guard let path = pages[name] else { return nil }
    let content = MarkdownContent(
      text, link: { link($0, from: name) }, picture: { picture($0, in: name) })
    for line in content.omittedLines {
      Console.note("note: \(name), line \(line): HTML is left out of the page")
    }
    let bytes = PageShell(
      title: content.title ?? Self.stem(name), content: content.nodes,
      footer: [
        .element(.p, text: "Made by \(ToolIdentity.name) \(ToolIdentity.version) from \(name).")
      ]
    ).bytes
    guard (try? InputText.bytes(path)) != bytes else { return nil }
    if !folder.isEmpty { try OutputFile.makeFolder(folder) }
    try OutputFile.save(bytes, to: path)
    return path
  }

  private static func stem(_ name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }

  /// The name below the root of what a notebook calls by an address relative to itself.
  private func target(_ address: some StringProtocol, in name: String) -> String? {
    let folders = name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return try? root.name(of: (folders.map(String.init) + [String(address)]).joined(separator: "/"))
  }

  private static func isElsewhere(_ address: String) -> Bool {
    address.isEmpty || address.hasPrefix("#") || address.hasPrefix("//")
      || address.prefix { !"/?#".contains($0) }.contains(":")
  }

  /// Where a link leads from the page: to the page of a notebook, or to the file that it names.
  private func link(_ address: String, from name: String) -> String {
    guard !Self.isElsewhere(address) else { return address }
    let path = address.prefix { $0 != "#" && $0 != "?" }
    guard let target = target(path, in: name) else { return address }
    let depth = folder.split(separator: "/").count
    let up = String(repeating: "../", count: depth)
    return
      (pages[target].map { String($0.dropFirst(folder.isEmpty ? 0 : folder.count + 1)) }
      ?? up + target) + address.dropFirst(path.count)
  }

  /// A picture as a data URL; pictures from the web stay out, because pages need no network.
  private func picture(_ address: String, in name: String) -> String? {
    let ending = address.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard !Self.isElsewhere(address), let type = Self.types[ending],
      let path = target(address, in: name), let bytes = try? InputText.bytes(path)
    else {
      Console.note("note: \(name): the picture \(address) is left out of the page")
      return nil
    }
    return DataURL.text(type: type, bytes)
  }

  private static let types = [
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp",
  ]
}
