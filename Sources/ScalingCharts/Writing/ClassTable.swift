/// The look of an element: its paint and, for text, its type.
struct ElementStyle: Hashable {
  var paint: Paint
  var textSize: Double?
  var weight = FontWeight.regular
  var anchor = TextBox.Anchor.start
  var isContinuation = false

  /// Quiet text after stronger text on one line.
  static let continuation = ElementStyle(paint: .text(.muted), isContinuation: true)

  private init(paint: Paint, isContinuation: Bool) {
    self.paint = paint
    self.isContinuation = isContinuation
  }

  init(_ item: SceneItem) {
    paint = item.paint
    if case .text(let box) = item.shape {
      textSize = box.size
      weight = box.weight
      anchor = box.anchor
    }
  }
}

/// Gives every look one class name and writes the rules.
///
/// Names start with the prefix of the figure, so that rules of two figures in one page never
/// meet. Light values stand in plain rules and dark ones in a media query, without variables.
struct ClassTable {
  let prefix: String
  private(set) var styles: [ElementStyle] = []
  private var numbers: [ElementStyle: Int] = [:]

  init(prefix: String) {
    self.prefix = prefix
  }

  /// The number of a look, given on first use.
  mutating func number(for style: ElementStyle) -> Int {
    if let number = numbers[style] { return number }
    numbers[style] = styles.count
    styles.append(style)
    return styles.count - 1
  }

  /// The class name of a number.
  func name(_ number: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars)
    var suffix = String.UnicodeScalarView()
    var rest = number
    while true {
      suffix.insert(letters[rest % letters.count], at: suffix.startIndex)
      guard rest >= letters.count else { break }
      rest = rest / letters.count - 1
    }
    return prefix + "-" + String(suffix)
  }
}
