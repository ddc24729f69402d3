#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The names in a folder.
struct FolderListing {
  private let folder: String
  private let names: [String]

  init(_ folder: String) throws(OutputError) {
    guard let stream = opendir(folder) else {
      throw OutputError(
        description: "\(folder): cannot be read: \(OutputFile.systemMessage()). Check the name.")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    self.folder = folder
    self.names = names.sorted()
  }

  /// The paths of the visible entries with an ending, in order of their names.
  func files(endingIn ending: String) -> [String] {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map { start + $0 }
      .filter { !OutputFile.isFolder($0) }
  }
}
