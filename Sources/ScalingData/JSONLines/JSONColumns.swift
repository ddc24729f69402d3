/// The columns of JSON Lines: the paths to values that are no objects, such as
/// `usage.completion_tokens`, in order of first appearance.
///
/// Keys are added while the first rows are looked at, by one thread; from then on nothing
/// changes, and several threads may read.
final class JSONColumns: @unchecked Sendable {
  /// The most columns; values under further names are not read.
  static let limit = 4_096

  /// The keys of all objects; the owner of a key is the number of its object's key plus one,
  /// 0 on the outermost level.
  private(set) var keys = KeyTable()
  /// For each key its column, or −1 where only objects were seen under it.
  private(set) var columns = GrowingBuffer<Int32>(capacity: 64)
  /// The names of the columns.
  private(set) var names: [String] = []

  deinit {
    keys.deallocate()
    columns.deallocate()
  }

  /// Adds a key of an object and answers its number; `nil` when there are too many.
  func addKey(_ key: UnsafeBufferPointer<UInt8>, parent: Int) -> Int? {
    guard keys.count < Self.limit * 2 else { return nil }
    var padded = Array(key)
    padded.append(contentsOf: repeatElement(0, count: 8))
    let number = padded.withUnsafeBufferPointer { bytes in
      let key = UnsafeBufferPointer(rebasing: bytes[..<key.count])
      return keys.intern(key, hash: ByteHash.padded(key), owner: parent)
    }
    if number == columns.count { columns.append(-1) }
    return number
  }

  /// Makes a column of a key.
  func addColumn(_ key: Int) {
    guard columns.base[key] < 0, names.count < Self.limit else { return }
    columns.base[key] = Int32(names.count)
    names.append(path(key))
  }

  /// The keys that lead to a value, with dots between them.
  func path(_ key: Int) -> String {
    let parent = keys.owner(key)
    return parent == 0 ? keys.text(key) : path(parent - 1) + "." + keys.text(key)
  }
}
