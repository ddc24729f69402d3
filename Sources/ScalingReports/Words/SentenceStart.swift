extension String {
  /// The text with a capital letter first, as a sentence begins.
  var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
