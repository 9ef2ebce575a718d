// Reading of evaluation folders: what is missing, broken or contradictory is said, never guessed.
#include "report/evaluation_record.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "record_folder.hpp"
#include "report/findings.hpp"

namespace emo::report {
namespace {

using test::prediction_line;

using EvaluationRecords = RecordFolder;

TEST_F(EvaluationRecords, FiguresComeFromThePredictionsWhereThereAreNoMetrics) {
  write("predictions.jsonl", three_lines());
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->rows, 3U);
  EXPECT_NEAR(record->figures.at("accuracy"), 2.0 / 3, 1e-12);
  EXPECT_NEAR(record->figures.at("macro_f1"), 2.0 / 3, 1e-12);
  EXPECT_FALSE(record->multi_label);
  ASSERT_EQ(record->mistakes.size(), 1U);
  EXPECT_EQ(record->mistakes[0].row, 2U);
  EXPECT_EQ(record->precision_recall.size(), 2U);
  EXPECT_TRUE(notes_say(record->notes, "no metrics.json"));
}

TEST_F(EvaluationRecords, TheLabelAnsweredIsTheFirstChoiceWhateverTheScoresSay) {
  write("predictions.jsonl", R"({"row":1,"gold":["joy"],"predicted":["joy"],"scores":{"joy":0.4,"fear":0.6}})"
                             "\n"
                             R"({"row":2,"gold":["fear"],"predicted":["joy"],"scores":{"joy":0.4,"fear":0.6}})"
                             "\n");
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  ASSERT_EQ(record->labels, (std::vector<std::string>{"joy", "fear"}));
  EXPECT_EQ(record->confusion, (std::vector<std::vector<std::uint64_t>>{{1, 0}, {1, 0}}));
  EXPECT_NEAR(record->figures.at("ece"), 0.1, 1e-6) << "half of the answers are right, at a confidence of 0.4";
  ASSERT_FALSE(record->coverage_risk.empty());
  EXPECT_EQ(record->coverage_risk.back().risk, 0.5);
}

TEST_F(EvaluationRecords, AWrongAnswerIsHeldAgainstTheFirstTrueLabel) {
  write("predictions.jsonl", R"({"row":1,"gold":["joy","anger"],"predicted":["fear"]})"
                             "\n"
                             R"({"row":2,"gold":["anger","joy"],"predicted":["fear"]})"
                             "\n");
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  ASSERT_EQ(record->labels, (std::vector<std::string>{"joy", "anger", "fear"}));
  EXPECT_EQ(record->confusion, (std::vector<std::vector<std::uint64_t>>{{0, 0, 1}, {0, 0, 1}, {0, 0, 0}}));
}

TEST_F(EvaluationRecords, AMistakeHasTheScoreOfTheAnswerAndNotOfALikelierLabel) {
  write("metrics.json", R"({"decision":"multi_label"})");
  write(
      "predictions.jsonl",
      R"({"row":1,"gold":["disgust"],"predicted":["annoyance"],"scores":{"amusement":0.82,"annoyance":0.62,"disgust":0.1}})"
      "\n"
      R"({"row":2,"gold":["disgust"],"predicted":[],"scores":{"amusement":0.9,"annoyance":0.2,"disgust":0.3}})"
      "\n"
      R"({"row":3,"gold":[],"predicted":["disgust","annoyance"],"scores":{"amusement":0.1,"annoyance":0.7,"disgust":0.8}})"
      "\n");
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  ASSERT_EQ(record->mistakes.size(), 3U);
  EXPECT_EQ(record->mistakes[0].row, 3U);
  EXPECT_EQ(record->mistakes[0].confidence, 0.8);
  EXPECT_FALSE(record->mistakes[0].gold_score) << "there is no true label";
  EXPECT_EQ(record->mistakes[1].row, 1U);
  EXPECT_EQ(record->mistakes[1].confidence, 0.62);
  EXPECT_EQ(record->mistakes[1].gold_score, 0.1);
  EXPECT_EQ(record->mistakes[2].row, 2U);
  EXPECT_FALSE(record->mistakes[2].confidence) << "nothing was answered";
  EXPECT_EQ(record->mistakes[2].gold_score, 0.3);
}

TEST_F(EvaluationRecords, RowsWithoutATrueLabelAreInNoCoverageCurve) {
  write("metrics.json", R"({"decision":"multi_label"})");
  std::string lines;
  for (int i = 1; i <= 40; ++i) {
    lines += R"({"row":)" + std::to_string(i) + R"(,"gold":[)" + (i % 2 == 0 ? R"("joy")" : "") +
             R"(],"predicted":[],"scores":{"joy":0.4,"fear":0.1}})" + "\n";
  }
  write("predictions.jsonl", lines);
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  ASSERT_FALSE(record->coverage_risk.empty());
  EXPECT_EQ(record->coverage_risk.back().risk, 0) << "wherever a first choice can be right it is";
  ASSERT_EQ(record->slices.size(), 2U);
  EXPECT_EQ(record->slices[0].value, "none");
  EXPECT_EQ(record->slices[0].rows, 20U);
  EXPECT_EQ(record->slices[1].value, "one");
}

TEST_F(EvaluationRecords, AveragePrecisionIsThatOfTheMetricsAndNotOfAThinnedCurve) {
  write("metrics.json", R"({"per_class":{"joy":{"support":2,"average_precision":0.7856},"anger":{"support":1}},)"
                        R"("confusion":{"labels":["joy","anger"],"matrix":[[2,0],[0,1]]}})");
  write("curves.json", R"({"pr":{"joy":[[0.5,1,0.8],[1,0.5,0.1]],"anger":[[1,0.5,0.1]]}})");
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  ASSERT_EQ(record->precision_recall.size(), 2U);
  for (const auto& curve : record->precision_recall) {
    EXPECT_DOUBLE_EQ(curve.average_precision, curve.label == "joy" ? 0.7856 : 0.5) << curve.label;
  }
}

TEST_F(EvaluationRecords, HowOftenAClassIsAnsweredComesFromThePredictions) {
  write("metrics.json",
        R"({"n":3,"per_class":{"joy":{"precision":0.5,"support":1},"anger":{"precision":1,"support":2},)"
        R"("fear":{"precision":0,"support":0}},)"
        R"("confusion":{"labels":["joy","anger","fear"],"matrix":[[1,0,0],[1,1,0],[0,0,0]]}})");
  write("predictions.jsonl", three_lines());
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  ASSERT_EQ(record->classes.size(), 3U);
  EXPECT_EQ(record->classes[0].answered, 2U);
  EXPECT_FALSE(record->classes[0].never_answered());
  EXPECT_TRUE(record->classes[2].never_answered());
}

TEST_F(EvaluationRecords, DisagreementOfTheFilesIsSaidAndMetricsStay) {
  write(
      "metrics.json",
      R"({"n":5,"accuracy":0.9,"macro_f1":0.6667,"decision":"single_choice","confusion":{"labels":["anger","joy"],"matrix":[[1,1],[0,1]]}})");
  write("predictions.jsonl", three_lines());
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_DOUBLE_EQ(record->figures.at("accuracy"), 0.9);
  EXPECT_TRUE(notes_say(record->notes, "accuracy 0.9000, predictions.jsonl gives 0.6667"));
  EXPECT_TRUE(notes_say(record->notes, "counts 5 rows, predictions.jsonl has 3"));
  EXPECT_FALSE(notes_say(record->notes, "macro_f1"));
}

TEST_F(EvaluationRecords, BrokenLinesAreNamedByTheirNumber) {
  write("predictions.jsonl", prediction_line(1, "joy", "joy", 0.9) + "{broken\n" + "[1]\n" +
                                 R"({"id":"4","row":4,"gold":[],"predicted":["joy"]})" + "\n" +
                                 R"({"id":"5","row":5,"gold":["joy"],"predicted":["joy"],"scores":{"joy":1.7}})" +
                                 "\n" + R"({"id":"6","row":6,"gold":["joy"],"error":{"code":"x","message":"y"}})" +
                                 "\n" + prediction_line(1, "joy", "joy", 0.9));
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_EQ(record->rows, 3U);
  EXPECT_TRUE(notes_say(record->notes, "2 broken lines left out; the first is line 2"));
  EXPECT_TRUE(notes_say(record->notes, "no gold label"));
  EXPECT_TRUE(notes_say(record->notes, "line 5: the score of joy is 1.7"));
  EXPECT_TRUE(notes_say(record->notes, "row 1 was there before"));
  EXPECT_EQ(record->counts.at("n_errors"), 1U);
}

TEST_F(EvaluationRecords, NanScoresNeverReachAFigure) {
  write("predictions.jsonl", R"({"row":1,"gold":["joy"],"predicted":["joy"],"scores":{"joy":null,"anger":0.1}})"
                             "\n"
                             R"({"row":2,"gold":["joy"],"predicted":["joy"],"scores":{"joy":NaN}})"
                             "\n");
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_EQ(record->rows, 1U);
  EXPECT_TRUE(notes_say(record->notes, "not a number"));
  EXPECT_TRUE(notes_say(record->notes, "broken"));
  EXPECT_TRUE(record->reliability.empty());
}

TEST_F(EvaluationRecords, ScoresThatDoNotSumAreSaid) {
  write("predictions.jsonl", R"({"row":1,"gold":["joy"],"predicted":["joy"],"scores":{"joy":0.9,"anger":0.9}})"
                             "\n");
  EXPECT_TRUE(notes_say(evaluation()->notes, "do not sum to 1"));
}

TEST_F(EvaluationRecords, EmptyAndMissingFilesAreToldApart) {
  EXPECT_EQ(evaluation().error().code, ErrorCode::kNotFound);
  write("predictions.jsonl", "");
  const auto empty = evaluation();
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->rows, 0U);
  EXPECT_TRUE(notes_say(empty->notes, "no usable line"));
  write("metrics.json", "{\"n\": ");
  EXPECT_TRUE(notes_say(evaluation()->notes, "metrics.json"));
}

TEST_F(EvaluationRecords, AMatrixOfTheWrongShapeIsNotDrawn) {
  write("metrics.json", R"({"n":3,"confusion":{"labels":["a","b"],"matrix":[[1,2],[3]]}})");
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->confusion.empty());
  EXPECT_TRUE(notes_say(record->notes, "not 2 x 2"));
}

TEST_F(EvaluationRecords, SlicesComeFromExtraColumnsAndLength) {
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    std::string line = prediction_line(i + 1, "joy", i % 3 == 0 ? "anger" : "joy", 0.8,
                                       i % 2 == 0 ? "short one" : "a text of more than five words here");
    line.insert(1, R"("source":")" + std::string(i < 30 ? "poem" : "tweet") + "\",");
    lines += line;
  }
  write("predictions.jsonl", lines);
  const auto record = evaluation();
  ASSERT_TRUE(record);
  ASSERT_EQ(record->slices.size(), 4U);
  EXPECT_EQ(record->slices[0].column, "source");
  EXPECT_EQ(record->slices[0].rows, 30U);
  EXPECT_EQ(record->slices[2].value, "0-4 words");
}

TEST_F(EvaluationRecords, SlicesNotesAndThresholdsComeFromEvalsFiles) {
  write(
      "metrics.json",
      R"({"n":100,"notes":["few rows of fear"],"slices":{"source":[{"value":"poem","n":40,"accuracy":0.9},)"
      R"({"value":"tweet","n":60,"accuracy":0.5},{"value":"none","n":0,"accuracy":null}],"alone":[{"value":"x","n":100,"accuracy":0.6}]}})");
  write("curves.json", R"({"thresholds":{"joy":[[0.1,0.4,0.9,0.55],[0.4,0.7,0.7,0.7],[0.8,0.9,0.2,0.33]]},)"
                       R"("pr":{"joy":[[0.5,1.0,0.9],[1.0,0.5,0.1]]},"coverage_risk":[[0.5,0.1],[1.0,0.3]],)"
                       R"("reliability":[{"low":0,"high":1,"count":100,"confidence":0.7,"accuracy":0.6}]})");
  const auto record = evaluation();
  ASSERT_TRUE(record);
  ASSERT_EQ(record->slices.size(), 2U);
  EXPECT_EQ(record->slices[0].right, 36U);
  EXPECT_DOUBLE_EQ(record->thresholds.at("joy"), 0.4);
  EXPECT_DOUBLE_EQ(record->precision_recall.at(0).average_precision, 0.75);
  EXPECT_EQ(record->coverage_risk.size(), 2U);
  EXPECT_TRUE(notes_say(record->notes, "few rows of fear"));
}

TEST_F(EvaluationRecords, AClassThatNoThresholdFindsHasNoBestOne) {
  write("metrics.json", R"({"n":10})");
  write("curves.json", R"({"thresholds":{"fear":[[0.01,0,0,0],[0.02,0,0,0]],"joy":[[0.01,0.5,1,0.67]]}})");
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_EQ(record->thresholds, (std::map<std::string, double>{{"joy", 0.01}}));
}

TEST_F(EvaluationRecords, WilsonIntervalIsThePublishedOne) {
  const auto interval = wilson_interval(8, 10);  // Agresti & Coull 1998: 0.490 to 0.943
  EXPECT_NEAR(interval.low, 0.490, 5e-4);
  EXPECT_NEAR(interval.high, 0.943, 5e-4);
  EXPECT_EQ(wilson_interval(0, 0).high, 1);
  EXPECT_GE(wilson_interval(0, 5).low, 0);
}

std::string class_name(std::size_t k) {
  return "class" + std::to_string(k);
}

// Of `classes` classes, each with one row that is answered rightly with certainty.
std::string lines_of_classes(std::size_t classes) {
  std::string lines;
  for (std::size_t k = 0; k < classes; ++k) {
    const std::string name = class_name(k);
    lines += R"({"row":)" + std::to_string(k + 1) + R"(,"gold":[")" + name + R"("],"predicted":[")" + name +
             R"("],"scores":{")" + name + "\":1}}\n";
  }
  return lines;
}

void expect_nothing_of_classes(const EvaluationRecord& record) {
  EXPECT_TRUE(record.too_many_classes);
  EXPECT_TRUE(record.labels.empty());
  EXPECT_TRUE(record.classes.empty());
  EXPECT_TRUE(record.confusion.empty());
  EXPECT_TRUE(record.precision_recall.empty());
  EXPECT_TRUE(record.thresholds.empty());
}

TEST_F(EvaluationRecords, TooManyClassesStayTooManyWhenThePredictionsAreRead) {
  const std::size_t classes = kMostClasses + 1;
  std::string labels, per_class, thresholds;
  for (std::size_t k = 0; k < classes; ++k) {
    const std::string comma = k == 0 ? "" : ",", name = "\"" + class_name(k) + "\"";
    labels += comma + name;
    per_class += comma + name + R"(:{"precision":1,"recall":1,"f1":1,"support":1})";
    thresholds += comma + name + ":0.5";
  }
  write("metrics.json", R"({"n":)" + std::to_string(classes) + R"(,"accuracy":1,"per_class":{)" + per_class +
                            R"(},"confusion":{"labels":[)" + labels + "]}}");
  write("curves.json", R"({"thresholds":{)" + thresholds + "}}");
  write("predictions.jsonl", lines_of_classes(classes));
  auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  expect_nothing_of_classes(*record);
  EXPECT_TRUE(notes_say(record->notes, "metrics.json names 1001 classes"));
  EXPECT_FALSE(notes_say(record->notes, "predictions.jsonl names")) << "it is said once";
  EXPECT_FALSE(record->reliability.empty()) << "what is of all rows stays";
  EXPECT_EQ(record->rows, classes);

  std::filesystem::remove(folder_ + "/metrics.json");
  std::filesystem::remove(folder_ + "/curves.json");
  record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  expect_nothing_of_classes(*record);
  EXPECT_TRUE(notes_say(record->notes, "predictions.jsonl names 1001 classes"));
  EXPECT_DOUBLE_EQ(record->figures.at("accuracy"), 1);

  write("predictions.jsonl", lines_of_classes(kMostClasses));
  record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_FALSE(record->too_many_classes);
  EXPECT_EQ(record->classes.size(), kMostClasses);
}

TEST_F(EvaluationRecords, LabelsThatMetricsDoNotKnowAreNotAllListed) {
  write("metrics.json", R"({"n":100,"confusion":{"labels":["joy"],"matrix":[[1]]}})");
  write("predictions.jsonl", lines_of_classes(100));
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_TRUE(notes_say(record->notes, "class19 and 80 more"));
  EXPECT_FALSE(notes_say(record->notes, "class20,"));
}

TEST(EvaluationFilesOf, APartHasFilesOfItsOwn) {
  const auto own = evaluation_files("f"), dev = evaluation_files("f", "dev");
  EXPECT_EQ(own.metrics, "f/metrics.json");
  EXPECT_EQ(own.curves, "f/curves.json");
  EXPECT_EQ(own.mistakes, "f/mistakes.jsonl");
  EXPECT_EQ(dev.metrics, "f/dev_metrics.json");
  EXPECT_EQ(dev.predictions, "f/predictions_dev.jsonl");
  EXPECT_EQ(dev.curves, "f/dev_curves.json");
  EXPECT_FALSE(dev.exist());
}

TEST(RiskAt, ErrorsBetweenTwoPointsCountInProportion) {
  EvaluationRecord record;
  record.coverage_risk = {{0.25, 0.04}, {1.0, 0.31}};  // a quarter is equally sure, the rest is too
  EXPECT_EQ(risk_at(record, 0.1), 0.04);
  EXPECT_EQ(risk_at(record, 0.25), 0.04);
  EXPECT_NEAR(risk_at(record, 0.5), (0.01 + 0.1) / 0.5, 1e-12) << "of .31 - .01 errors a third";
  EXPECT_EQ(risk_at(record, 1), 0.31);
}

TEST_F(EvaluationRecords, IntervalsThatMetricsLeaveOutAreNotMadeUp) {
  const std::string rows = R"({"id":"0","gold":["a"],"predicted":["a"],"scores":{"a":0.9,"b":0.1}})"
                           "\n"
                           R"({"id":"1","gold":["b"],"predicted":["b"],"scores":{"a":0.2,"b":0.8}})"
                           "\n";
  write("predictions.jsonl", rows);
  const auto alone = evaluation();
  ASSERT_TRUE(alone);
  EXPECT_TRUE(alone->intervals.empty()) << "rows that are all right tell nothing of luck";
  write("metrics.json", R"({"n":2,"accuracy":1,"macro_f1":1,"ci95":{"accuracy":[0.16,1],"macro_f1":null}})");
  const auto told = evaluation();
  ASSERT_TRUE(told);
  ASSERT_EQ(told->intervals.count("accuracy"), 1U);
  EXPECT_EQ(told->intervals.at("accuracy").low, 0.16);
  EXPECT_EQ(told->intervals.count("macro_f1"), 0U);
}

}  // namespace
}  // namespace emo::report
