/// A count with its noun in the singular or the plural.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(count == 1 ? noun : noun + "s")"
}
