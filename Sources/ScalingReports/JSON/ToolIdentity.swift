/// Who wrote a document.
public enum ToolIdentity {
  /// The name of the command.
  public static let name = "scaling"
  /// The version, as `scaling --version` prints it.
  public static let version = "0.1.0"

  static var json: JSONValue {
    .object(["name": .string(name), "version": .string(version)])
  }
}
