internal import ArgumentParser
internal import ScalingCommands

@main
enum Main {
  static func main() {
    ScalingCommand.runOrExit()
  }
}
