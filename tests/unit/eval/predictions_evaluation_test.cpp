// Joining predictions with data, and the ways in which they can fail to fit.
#include "eval/predictions_evaluation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fake_scorer.hpp"

namespace emo::eval {
namespace {

PredictedRow predicted_row(std::uint64_t line, std::vector<float> scores, std::vector<std::string> gold = {}) {
  PredictedRow row;
  row.line = line;
  row.scores = std::move(scores);
  row.gold = std::move(gold);
  return row;
}

PredictionFile two_class_file() {
  PredictionFile file;
  file.path = "p.jsonl";
  file.labels = {"anger", "joy"};
  file.rows = {predicted_row(1, {0.9F, 0.1F}, {"anger"}), predicted_row(2, {0.3F, 0.7F}, {"happiness"}),
               predicted_row(3, {0.6F, 0.4F}, {"joy"})};
  return file;
}

std::vector<io::Row> three_rows() {
  return {labelled_row(2, "one", {"anger"}), labelled_row(3, "two", {"joy"}), labelled_row(5, "three", {"joy"})};
}

void expect_error(const Result<Evaluation>& e, const std::string& part) {
  ASSERT_FALSE(e) << part;
  EXPECT_EQ(e.error().code, ErrorCode::kInvalidData) << e.error().message;
  EXPECT_NE(e.error().message.find(part), std::string::npos) << e.error().message;
}

TEST(EvaluatePredictions, WithTheGoldOfTheFile) {
  const auto e = evaluate_predictions(two_class_file(), std::nullopt);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 3U);
  EXPECT_EQ(e->decision, Decision::kSingleChoice);
  EXPECT_DOUBLE_EQ(e->accuracy, 2.0 / 3);
  EXPECT_EQ(e->label_map.at("happiness"), "joy");
  EXPECT_EQ(e->model, "p.jsonl");
}

bool has_note(const Evaluation& evaluation, const std::string& part) {
  return std::any_of(evaluation.notes.begin(), evaluation.notes.end(),
                     [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

TEST(EvaluatePredictions, NotesWhatOrderAloneJoinedAndScoresOfZero) {
  const auto rows = three_rows();
  const LabelledData data{"d.jsonl", rows};
  PredictionFile file = two_class_file();
  file.unread_row_name = "Index";
  const auto in_order = evaluate_predictions(file, data);
  ASSERT_TRUE(in_order) << in_order.error().message;
  EXPECT_TRUE(has_note(*in_order, "What is called 'Index' is not read"));
  EXPECT_FALSE(has_note(*in_order, "the score 0"));
  for (std::size_t i = 0; i < 3; ++i) file.rows[i].row = rows[i].number;
  file.rows[2].scores = {1, 0};
  const auto by_row = evaluate_predictions(file, data);
  ASSERT_TRUE(by_row) << by_row.error().message;
  EXPECT_FALSE(has_note(*by_row, "do not say which row"));
  EXPECT_TRUE(has_note(*by_row, "The right label has the score 0 in 1 row,"));
}

TEST(EvaluatePredictions, ANumberIsOneLabelHoweverItIsWritten) {
  PredictionFile file = two_class_file();
  file.labels = {"0.0", "1.0"};
  file.rows[0].gold = {"0"};
  file.rows[1].gold = {"1.0"};
  file.rows[2].gold = {"1"};
  file.rows[1].predicted = std::vector<std::string>{"1"};
  const auto e = evaluate_predictions(file, std::nullopt);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_DOUBLE_EQ(e->accuracy, 2.0 / 3);
}

TEST(EvaluatePredictions, NamesTheLabelsThatNoScoreIsOf) {
  PredictionFile file = two_class_file();
  file.rows[2].gold = {"fear"};
  const auto e = evaluate_predictions(file, std::nullopt);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 2U);
  EXPECT_TRUE(has_note(*e, "none of the classes here: fear"));
}

TEST(EvaluatePredictions, JoinedByRowByIdAndInOrder) {
  const auto rows = three_rows();
  PredictionFile file = two_class_file();
  for (PredictedRow& row : file.rows) row.gold.clear();
  expect_error(evaluate_predictions(file, std::nullopt), "no row has 'gold'");
  const LabelledData data{"d.jsonl", rows};
  const auto in_order = evaluate_predictions(file, data);
  ASSERT_TRUE(in_order) << in_order.error().message;
  EXPECT_DOUBLE_EQ(in_order->accuracy, 2.0 / 3);
  EXPECT_EQ(in_order->predictions[2].row, 5U);
  EXPECT_EQ(in_order->predictions[2].input, "three");

  std::swap(file.rows[0], file.rows[1]);
  file.rows[0].row = 3;
  file.rows[1].row = 2;
  file.rows[2].row = 5;
  EXPECT_DOUBLE_EQ(evaluate_predictions(file, data)->accuracy, 2.0 / 3);
  for (PredictedRow& row : file.rows) {
    row.id = *row.row == 5 ? "4" : std::to_string(*row.row - 1);
    row.row.reset();
  }
  const auto by_id = evaluate_predictions(file, data);
  ASSERT_TRUE(by_id) << by_id.error().message;
  EXPECT_DOUBLE_EQ(by_id->accuracy, 2.0 / 3);
}

TEST(EvaluatePredictions, OutOfStepIsNamed) {
  const auto rows = three_rows();
  const LabelledData data{"d.jsonl", rows};
  PredictionFile file = two_class_file();
  file.rows[1].row = 4;
  expect_error(evaluate_predictions(file, data), "p.jsonl:2: predicts row 4");
  file = two_class_file();
  for (std::size_t i = 0; i < 3; ++i) file.rows[i].row = rows[i].number;
  file.rows[2].row = 3;
  expect_error(evaluate_predictions(file, data), "again, after line 2");
  file.rows[2].row = 5;
  file.rows[2].id = "other";
  expect_error(evaluate_predictions(file, data), "has id 'other', but d.jsonl:5 has '4'");
  file.rows[2].id.reset();
  file.input_name = "text";
  file.rows[0].input = "changed";
  expect_error(evaluate_predictions(file, data), "'changed'");
  file.rows[0].input.clear();
  file.rows.pop_back();
  expect_error(evaluate_predictions(file, data), "1 of 3 rows of d.jsonl have no prediction, the first at line 5");
  file = two_class_file();
  file.rows.push_back(predicted_row(4, {1, 0}));
  expect_error(evaluate_predictions(file, data), "one prediction more");
  file = two_class_file();
  file.rows[0].id = "nobody";
  expect_error(evaluate_predictions(file, data), "'nobody'");
  auto doubled = rows;
  doubled[1].id = doubled[0].id;
  file.rows[0].id = doubled[0].id;
  expect_error(evaluate_predictions(file, LabelledData{"d.jsonl", doubled}), "occurs twice");
}

TEST(EvaluatePredictions, FacesThatARuleLeavesOutArePassedOver) {
  dataset::FaceData faces;
  for (const std::uint64_t row : {2U, 3U, 4U, 5U}) {
    dataset::FaceItem item;
    item.row = row;
    item.id = "f" + std::to_string(row);
    item.label = row == 2 ? "anger" : "joy";
    faces.items.push_back(std::move(item));
  }
  ASSERT_EQ(dataset::leave_out(faces, [](const dataset::FaceItem& face) { return face.row == 3; }), 1U);
  faces.rejected.push_back({ErrorCode::kInvalidData, "faces.csv:6: no label"});
  const auto rows = face_rows(faces);
  const LabelledData data{"faces.csv", rows, &faces};
  PredictionFile file = two_class_file();
  file.rows.push_back(predicted_row(4, {0.2F, 0.8F}));
  file.rows[1].scores = {0.9F, 0.1F};  // wrong, were it judged
  file.rows[2].scores = {0.1F, 0.9F};
  const auto expect_three_right = [&] {
    const auto e = evaluate_predictions(file, data);
    ASSERT_TRUE(e) << e.error().message;
    EXPECT_EQ(e->n, 3U);
    EXPECT_EQ(e->n_left_out, 1U);
    EXPECT_EQ(e->n_rejected, 1U);
    EXPECT_DOUBLE_EQ(e->accuracy, 1);
  };
  expect_three_right();  // in order
  for (std::size_t i = 0; i < 4; ++i) file.rows[i].id = "f" + std::to_string(i + 2);
  expect_three_right();
  for (std::size_t i = 0; i < 4; ++i) file.rows[i].row = i + 2;
  expect_three_right();
  file.rows[1].id = "f9";
  expect_error(evaluate_predictions(file, data), "p.jsonl:2: predicts row 3");
  file.rows[1].row = 6;
  expect_error(evaluate_predictions(file, data), "p.jsonl:2: predicts row 6");
  file.rows.erase(file.rows.begin() + 1);
  const auto without = evaluate_predictions(file, data);
  ASSERT_TRUE(without) << without.error().message;
  EXPECT_EQ(without->n_left_out, 0U);
}

TEST(EvaluatePredictions, ErrorsAloneAreNoEvaluation) {
  PredictionFile file = two_class_file();
  for (PredictedRow& row : file.rows) row.error = Error{ErrorCode::kInvalidInput, "no face found"};
  expect_error(evaluate_predictions(file, std::nullopt), "p.jsonl:1: no face found");
}

TEST(EvaluatePredictions, UnlabelledDataRowsNeedNoPrediction) {
  auto rows = three_rows();
  rows[2].labels.clear();
  PredictionFile file = two_class_file();
  file.rows.pop_back();
  const auto e = evaluate_predictions(file, LabelledData{"d.jsonl", rows});
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 2U);
}

TEST(EvaluatePredictions, ScoresMustBeADistributionUnderASingleChoice) {
  PredictionFile file = two_class_file();
  file.rows[1].scores = {0.6F, 0.7F};
  expect_error(evaluate_predictions(file, std::nullopt), "p.jsonl:2: the scores sum to 1.3000");
  file.rows[1].scores = {0.295F, 0.7F};
  EXPECT_TRUE(evaluate_predictions(file, std::nullopt)) << "rounded";
  PredictionsOptions multi;
  multi.decision = Decision::kMultiLabel;
  file.rows[1].scores = {0.6F, 0.7F};
  const auto e = evaluate_predictions(file, std::nullopt, multi);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->predictions[1].predicted.size(), 2U);
  file.rows[2].scores = {0.6F, 1.7F};
  expect_error(evaluate_predictions(file, std::nullopt, multi), "p.jsonl:3: the score of 'joy' is 1.7");
}

TEST(EvaluatePredictions, UnknownLabelsAreNamedWithTheNearest) {
  PredictionFile file = two_class_file();
  file.rows[2].gold = {"angre"};
  expect_error(evaluate_predictions(file, std::nullopt), "'anger'");
  file = two_class_file();
  file.rows[2].predicted = {{"joyy"}};
  expect_error(evaluate_predictions(file, std::nullopt), "p.jsonl:3: predicted label 'joyy'");
  file.rows[2].predicted = {{"contempt"}};
  expect_error(evaluate_predictions(file, std::nullopt), "'contempt' has no score; there are anger, joy");
}

TEST(EvaluatePredictions, NoRowThatIsLeftToJudgeIsCountedByItsReason) {
  PredictionsOptions dropped;
  dropped.label_map = {{"anger", std::nullopt}, {"joy", std::nullopt}, {"happiness", std::nullopt}};
  expect_error(evaluate_predictions(two_class_file(), std::nullopt, dropped),
               "p.jsonl: no row to evaluate: of 3 rows 3 have no label after mapping (--map) and 0 only");
  PredictionFile file = two_class_file();
  file.labels = {"anger", "joy", "fear", "disgust"};
  for (PredictedRow& row : file.rows) row.scores.resize(4, 0.0F);
  PredictionsOptions among;
  among.classes = {"fear", "disgust"};
  const auto rows = three_rows();
  expect_error(
      evaluate_predictions(file, LabelledData{"d.jsonl", rows}, among),
      "d.jsonl: no row to evaluate: of 3 rows 0 have no label after mapping (--map) and 3 only labels that are "
      "not to choose among (--classes)");
}

TEST(EvaluatePredictions, UnderAForcedChoiceRowsWithoutALabelAreCountedAsDropped) {
  PredictionsOptions options;
  options.decision = Decision::kMultiLabel;
  options.classes = {"anger", "joy"};
  auto rows = three_rows();
  rows[1].labels.clear();
  const auto e = evaluate_predictions(two_class_file(), LabelledData{"d.jsonl", rows}, options);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 2U);
  EXPECT_EQ(e->n_dropped_unlabelled, 1U);
}

TEST(EvaluatePredictions, DecisionsAlone) {
  PredictionFile file = two_class_file();
  file.labels.clear();
  for (PredictedRow& row : file.rows) {
    row.scores.clear();
    row.predicted = {{"anger"}};
  }
  const auto e = evaluate_predictions(file, std::nullopt);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_DOUBLE_EQ(e->accuracy, 1.0 / 3);
  EXPECT_EQ(e->decision, Decision::kSingleChoice);
  file.rows[1].predicted = {{"anger", "happiness"}};
  EXPECT_EQ(evaluate_predictions(file, std::nullopt)->decision, Decision::kMultiLabel);
}

PredictionFile labels_only(const std::vector<std::pair<std::string, std::string>>& gold_and_predicted) {
  PredictionFile file;
  file.path = "l.jsonl";
  for (const auto& [gold, predicted] : gold_and_predicted) {
    file.rows.push_back(predicted_row(file.rows.size() + 1, {}, {gold}));
    file.rows.back().predicted = {{predicted}};
  }
  return file;
}

TEST(EvaluatePredictions, SynonymsAreOneLabelWithoutScoresToo) {
  const auto e = evaluate_predictions(labels_only({{"happy", "joy"}, {"joy", "happy"}, {"anger", "Anger"}}), {});
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_DOUBLE_EQ(e->accuracy, 1);
  EXPECT_DOUBLE_EQ(e->macro_f1_all, 1);
  EXPECT_EQ(e->labels, (std::vector<std::string>{"anger", "happy"})) << "as it was spelled first";
  PredictionFile scored = two_class_file();
  scored.rows[2].predicted = {{"Happy"}};
  const auto with_scores = evaluate_predictions(scored, std::nullopt);
  ASSERT_TRUE(with_scores) << with_scores.error().message;
  EXPECT_DOUBLE_EQ(with_scores->accuracy, 1);
}

TEST(EvaluatePredictions, AMapNamesTheClassesWithoutScores) {
  PredictionsOptions options;
  options.label_map = {{"3", "joy"}, {"0", "anger"}, {"9", std::nullopt}};
  const auto e = evaluate_predictions(labels_only({{"3", "joy"}, {"0", "joy"}, {"9", "joy"}}), {}, options);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->labels, (std::vector<std::string>{"anger", "joy"}));
  EXPECT_DOUBLE_EQ(e->accuracy, 0.5);
  EXPECT_EQ(e->n, 2U);
}

TEST(EvaluatePredictions, PartlyRowsOfOneSideArePassedOver) {
  const auto rows = three_rows();
  const LabelledData data{"d.jsonl", rows};
  PredictionFile file = two_class_file();
  const std::uint64_t lines[] = {2, 3, 9};
  for (std::size_t i = 0; i < 3; ++i) file.rows[i].row = lines[i];
  PredictionsOptions options;
  options.partly = true;
  const auto e = evaluate_predictions(file, data, options);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 2U);
  EXPECT_EQ(e->n_left_out, 1U);
  file.rows[0].row.reset();
  expect_error(evaluate_predictions(file, data, options), "predicts row 9");
  for (PredictedRow& row : file.rows) row.row = 100 + row.line;
  expect_error(evaluate_predictions(file, data, options), "p.jsonl: predicts no row of d.jsonl");
}

TEST(EvaluatePredictions, TheDecisionOfTheFileGoesBeforeTheLargestScore) {
  PredictionFile file = two_class_file();
  file.rows[2].predicted = {{"joy"}};
  EXPECT_EQ(evaluate_predictions(file, std::nullopt)->accuracy, 1);
  PredictionsOptions options;
  options.classes = {"anger", "joy"};
  EXPECT_DOUBLE_EQ(evaluate_predictions(file, std::nullopt, options)->accuracy, 2.0 / 3) << "a forced choice is ours";
}

TEST(EvaluatePredictions, AnnotatorsAgreeWithTheAnswerNotWithTheLargestScore) {
  PredictionFile file = two_class_file();
  file.rows.resize(2);
  file.rows[0].gold = {"joy", "joy", "joy", "anger"};  // scores 0.9 and 0.1
  file.rows[1].gold = {"joy"};
  for (PredictedRow& row : file.rows) row.predicted = {{"joy"}};
  const auto e = evaluate_predictions(file, std::nullopt);
  ASSERT_TRUE(e) << e.error().message;
  ASSERT_TRUE(e->annotators);
  EXPECT_DOUBLE_EQ(e->annotators->soft_accuracy, (0.75 + 1) / 2);
}

TEST(EvaluatePredictions, SlicesComeFromTheData) {
  auto rows = three_rows();
  rows[0].extra["source"] = "a";
  rows[1].extra["source"] = "b";
  PredictionsOptions options;
  options.slice_columns = {"source"};
  const auto e = evaluate_predictions(two_class_file(), LabelledData{"d", rows}, options);
  ASSERT_TRUE(e) << e.error().message;
  ASSERT_EQ(e->slices.size(), 3U) << "language, length, source";
  EXPECT_EQ(e->slices[2].values.size(), 3U);
  EXPECT_EQ(evaluate_predictions(two_class_file(), std::nullopt, options).error().code, ErrorCode::kUsage);
}

TEST(EvaluatePredictions, FacesBringVotesAndSlices) {
  dataset::FaceData faces;
  faces.vote_labels = {"happiness", "anger", "contempt"};
  const char* labels[] = {"anger", "happiness", "anger"};
  const std::vector<std::vector<std::uint8_t>> votes{{1, 9, 0}, {8, 0, 2}, {}};
  for (std::size_t i = 0; i < 3; ++i) {
    dataset::FaceItem item;
    item.id = "f" + std::to_string(i);
    item.label = labels[i];
    item.votes = votes[i];
    item.row = 3 + i;
    item.extra = {{"usage", i == 0 ? "a" : "b"}};
    faces.items.push_back(std::move(item));
  }
  const auto rows = face_rows(faces);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].number, 4U);
  EXPECT_EQ(rows[1].text, "f1");
  PredictionsOptions options;
  options.slice_columns = {"usage"};
  PredictionFile file = two_class_file();
  file.input_name = "image";
  const auto e = evaluate_predictions(file, LabelledData{"d", rows, &faces}, options);
  ASSERT_TRUE(e) << e.error().message;
  ASSERT_TRUE(e->annotators);
  EXPECT_EQ(e->annotators->source, "votes");
  EXPECT_EQ(e->annotators->n, 2U);
  EXPECT_DOUBLE_EQ(e->annotators->soft_accuracy, (0.9 + 1.0) / 2) << "contempt is no class of these predictions";
  ASSERT_EQ(e->slices.size(), 2U);
  EXPECT_EQ(e->slices[0].column, "agreeing votes");
  EXPECT_EQ(e->slices[1].column, "usage");
  EXPECT_EQ(e->input_name, "image");
}

}  // namespace
}  // namespace emo::eval
