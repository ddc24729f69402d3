/// An attribute of an element; its value is escaped when it is written.
public struct HTMLAttribute: Sendable, Equatable {
  /// The name, which is trusted.
  let name: String
  /// The value; nil for attributes that are on by being there.
  let value: String?

  private init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// Names of rules in the style sheet.
  public static func `class`(_ names: String) -> Self { Self("class", names) }
  /// The name of the element in its page.
  public static func id(_ name: String) -> Self { Self("id", name) }
  /// Where a link leads; addresses that could run a script lead nowhere.
  public static func href(_ address: String) -> Self { Self("href", safe(address)) }
  /// Where a picture is.
  public static func source(_ address: String) -> Self { Self("src", safe(address)) }
  /// What a picture shows.
  public static func alternative(_ text: String) -> Self { Self("alt", text) }
  /// The file name under which a link's content is saved.
  public static func download(_ name: String) -> Self { Self("download", name) }
  /// The language of the text.
  public static func language(_ code: String) -> Self { Self("lang", code) }
  /// What a header cell is the header of.
  public static func scope(_ scope: HeaderScope) -> Self { Self("scope", scope.rawValue) }
  /// The part of an element for assistive technology.
  public static func role(_ name: String) -> Self { Self("role", name) }
  /// The id of the element that names this one.
  public static func labelledBy(_ id: String) -> Self { Self("aria-labelledby", id) }
  /// A name for assistive technology.
  public static func label(_ text: String) -> Self { Self("aria-label", text) }
  /// The place in the order of the keyboard.
  public static func tabIndex(_ index: Int) -> Self { Self("tabindex", String(index)) }
  /// A value for scripts.
  public static func data(_ name: StaticString, _ value: String) -> Self {
    Self("data-\(name)", value)
  }
  /// Not shown, for nobody.
  public static let hidden = Self("hidden", nil)
  /// The number that a list begins with.
  public static func start(_ number: Int) -> Self { Self("start", String(number)) }
  /// An attribute of `input` or `meta` by name.
  public static func named(_ name: StaticString, _ value: String) -> Self { Self("\(name)", value) }
  /// An attribute of `input` that is on by being there.
  public static func flag(_ name: StaticString) -> Self { Self("\(name)", nil) }

  /// What a header cell is the header of.
  public enum HeaderScope: String, Sendable {
    /// The column below it.
    case column = "col"
    /// The row beside it.
    case row
  }

  /// Relative addresses, anchors, data and the web's own schemes; of anything else only "#".
  private static func safe(_ address: String) -> String {
    let head = address.prefix { !"/?#".contains($0) }
    guard let colon = head.firstIndex(of: ":") else { return address }
    let scheme = head[..<colon].lowercased()
    return ["http", "https", "mailto", "data"].contains(scheme) ? address : "#"
  }
}
