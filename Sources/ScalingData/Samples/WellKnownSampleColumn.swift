/// The names by which the field calls the columns of a table of samples, in order of preference.
///
/// Names are compared as everywhere (see `WellKnownColumn`): without case and separators.
enum WellKnownSampleColumn {
  static let question = [
    "questionid", "problemid", "taskid", "docid", "itemid", "promptid", "exampleid", "instanceid",
    "problemidx", "questionidx", "promptidx", "taskidx", "problemindex", "questionindex",
    "question", "problem", "prompt", "item", "task", "id", "uid",
  ]
  static let answer = [
    "extractedanswer", "parsedanswer", "finalanswer", "modelanswer", "predictedanswer", "pred",
    "prediction", "predicted", "answer", "vote", "extracted", "response",
  ]
  static let correct = [
    "correct", "iscorrect", "passed", "ispassed", "pass", "right", "isright", "success",
    "exactmatch", "graded", "verdict", "acc", "accuracy", "score",
  ]
  static let truth = [
    "truth", "groundtruth", "target", "gold", "goldanswer", "label", "reference",
    "referenceanswer", "correctanswer", "expectedanswer", "expected", "trueanswer", "answer",
  ]
  static let samples = [
    "nsamples", "numsamples", "samplecount", "samples", "n", "total", "ntotal", "attempts",
  ]
  static let correctCount = [
    "ncorrect", "numcorrect", "correctcount", "c", "correct", "passed", "npassed",
  ]
  static let count = ["count", "nvotes", "votes", "frequency", "n", "times"]
  static let outputTokens = [
    "outputtokens", "completiontokens", "generatedtokens", "tokensout", "tokensgenerated",
    "tokens", "ntokens", "numtokens", "tokencount", "tokensused",
  ]
  static let inputTokens = ["inputtokens", "prompttokens", "tokensin"]
  static let cost = ["cost", "costusd", "modelcost", "samplecost", "priceusd", "usd"]
  static let score = ["reward", "rewardscore", "rmscore", "verifierscore", "score"]
  static let sampleID = [
    "sampleid", "sample", "sampleidx", "sampleindex", "samplenumber", "epoch", "repeat",
    "attempt", "trial", "rollout", "generation",
  ]
  /// Columns that tell models and settings apart; those of one line mean the same.
  static let groups = [
    ["model", "modelid", "modelname", "checkpoint", "modelversion"],
    ["benchmark", "dataset", "datasetid", "taskname"],
    ["method", "strategy", "effort", "reasoningeffort"],
    // What an evaluation harness took from the same text: other rows, but no other samples.
    ["filter", "filtername"],
    ["temperature", "temp"],
    ["tokenlimit", "tokenbudget", "budget", "budgettokens", "maxtokens", "thinkingbudget"],
  ]
  /// What a column of a wide table is called before its number: s01, answer_2.
  static let wide = [
    "s", "sample", "a", "answer", "vote", "response", "pred", "prediction", "attempt", "gen",
    "generation", "run", "try", "rollout", "epoch",
  ]
  /// Answers that look as if they meant that there is none.
  static let unparsedWords = [
    "unparsed", "none", "null", "nan", "na", "n/a", "nil", "invalid", "[invalid]", "error",
    "no answer", "no_answer", "noanswer", "unknown", "-",
  ]
}
