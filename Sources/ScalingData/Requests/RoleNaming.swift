/// How messages name the choice of a column: as the option of a command, or as the key of a file.
public enum RoleNaming: Sendable, Equatable {
  /// `--y`.
  case options
  /// `y:`.
  case keys

  /// The name of a choice.
  func name(_ role: String) -> String { self == .options ? "--" + role : role + ":" }
}
