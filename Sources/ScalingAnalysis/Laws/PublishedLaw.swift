/// Training laws as they were published, to compare with.
public struct PublishedLaw: Sendable, Equatable {
  /// The name that `--against` takes.
  public let name: String
  /// Where it was published.
  public let source: String
  /// The law.
  public let law: TrainingLaw

  /// All of them.
  public static let all = [
    PublishedLaw(
      name: "hoffmann-2022", source: "Hoffmann et al. 2022, Approach 3, as in the paper's source",
      law: TrainingLaw(
        .hoffmann,
        coefficients: [
          exponential(6.007_340_4), exponential(6.017_918_6), exponential(0.526_722_8),
          0.339_170_84,
          0.284_908_3,
        ])),
    PublishedLaw(
      name: "hoffmann-2022-rounded", source: "Hoffmann et al. 2022, Approach 3, as printed",
      law: TrainingLaw(.hoffmann, coefficients: [406.4, 410.7, 1.69, 0.34, 0.28])),
    PublishedLaw(
      name: "besiroglu-2024", source: "Besiroglu et al. 2024",
      law: TrainingLaw(
        .hoffmann, coefficients: [482.005_72, 2_085.434_2, 1.816_86, 0.347_81, 0.365_85])),
    PublishedLaw(
      name: "muennighoff-2023", source: "Muennighoff et al. 2023",
      law: TrainingLaw(
        .repeats, coefficients: muennighoffBase + [15.387_756, 5.309_743])),
  ]

  /// A published law by its name.
  public static func named(_ name: String) -> PublishedLaw? { all.first { $0.name == name } }

  /// A, B, E, alpha and beta that Muennighoff et al. hold fixed.
  public static let muennighoffBase = [
    exponential(6.255_414), exponential(7.304_997_4), exponential(0.625_480_4), 0.352_659_6,
    0.352_659_6,
  ]
}
