// A file of predictions against an evaluation: whatever options that was made with, the same answers are no better.
#include "eval/comparable_predictions.hpp"

#include <gtest/gtest.h>

#include "eval/comparison.hpp"

namespace emo::eval {
namespace {

PredictedRow answer(std::uint64_t line, const std::string& gold, std::vector<float> scores) {
  PredictedRow row;
  row.line = line;
  row.gold = {gold};
  row.scores = std::move(scores);
  return row;
}

/// Right among all three classes in rows 1 and 4, among anger and joy alone in row 2 as well.
PredictionFile three_class_file() {
  PredictionFile file;
  file.path = "p.jsonl";
  file.labels = {"anger", "fear", "joy"};
  file.rows = {answer(1, "anger", {0.8F, 0.1F, 0.1F}), answer(2, "joy", {0.1F, 0.5F, 0.4F}),
               answer(3, "joy", {0.5F, 0.4F, 0.1F}), answer(4, "fear", {0.1F, 0.8F, 0.1F})};
  return file;
}

std::vector<io::Row> data_rows() {
  std::vector<io::Row> rows;
  for (const PredictedRow& predicted : three_class_file().rows) {
    io::Row row;
    row.number = predicted.line + 10;
    row.id = "d" + std::to_string(predicted.line);
    row.labels = predicted.gold;
    rows.push_back(std::move(row));
  }
  return rows;
}

void expect_no_difference(const Result<Evaluation>& ours, const Result<Evaluation>& theirs) {
  ASSERT_TRUE(ours) << ours.error().message;
  ASSERT_TRUE(theirs) << theirs.error().message;
  const auto c = compare(*ours, *theirs, 0);
  ASSERT_TRUE(c) << c.error().message;
  EXPECT_EQ(c->n, ours->n);
  EXPECT_EQ(c->n_one_side, 0U);
  EXPECT_EQ(c->n_gold_differs, 0U);
  EXPECT_TRUE(c->flips.empty());
  EXPECT_DOUBLE_EQ(c->accuracy, ours->accuracy);
  EXPECT_DOUBLE_EQ(c->other_accuracy, ours->accuracy);
}

TEST(EvaluateComparably, AForcedChoiceIsOneOnBothSides) {
  PredictionFile file = three_class_file();
  PredictionsOptions options;
  options.classes = {"anger", "joy"};
  const auto alone = evaluate_predictions(file, std::nullopt, options);
  ASSERT_TRUE(alone) << alone.error().message;
  EXPECT_DOUBLE_EQ(alone->accuracy, 2.0 / 3);
  const auto own_rows = rows_of(file);
  expect_no_difference(alone, evaluate_comparably(*alone, file, {"p.jsonl", own_rows}, options, true));
  const auto rows = data_rows();
  const LabelledData data{"d.jsonl", rows};
  const auto joined = evaluate_predictions(file, data, options);
  ASSERT_TRUE(joined) << joined.error().message;
  for (PredictedRow& row : file.rows) row.gold.clear();
  expect_no_difference(joined, evaluate_comparably(*joined, file, data, options));
  for (PredictedRow& row : file.rows) {
    row.scores.clear();
    row.predicted = {{"joy"}};
  }
  const auto refused = evaluate_comparably(*joined, file, data, options);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(refused.error().message.find("p.jsonl: has labels but no scores, which --classes"), std::string::npos);
}

TEST(EvaluateComparably, AMultiLabelDecisionAndItsThresholdAreHandedOver) {
  PredictionFile file = three_class_file();
  for (PredictedRow& row : file.rows) row.scores[0] = 0.4F;  // no distribution any more
  PredictionsOptions options;
  options.decision = Decision::kMultiLabel;
  options.threshold = 0.35;
  const auto rows = data_rows();
  const LabelledData data{"d.jsonl", rows};
  const auto ours = evaluate_predictions(file, data, options);
  ASSERT_TRUE(ours) << ours.error().message;
  expect_no_difference(ours, evaluate_comparably(*ours, file, data, options));
  options.decision.reset();
  expect_no_difference(ours, evaluate_comparably(*ours, file, data, options));
}

TEST(EvaluateComparably, AMapCountsOnceAndRowsItDropsAreJoinedAllTheSame) {
  PredictionFile file = three_class_file();
  for (PredictedRow& row : file.rows) row.gold.clear();
  PredictionsOptions options;
  // A chain: what is mapped once must not be mapped again.
  options.label_map = {{"anger", "joy"}, {"joy", "anger"}, {"fear", std::nullopt}};
  const auto rows = data_rows();
  const LabelledData data{"d.jsonl", rows};
  for (const bool multi : {false, true}) {
    if (multi) options.decision = Decision::kMultiLabel;
    const auto ours = evaluate_predictions(file, data, options);
    ASSERT_TRUE(ours) << ours.error().message;
    EXPECT_EQ(ours->n, 3U);
    expect_no_difference(ours, evaluate_comparably(*ours, file, data, options));
  }
}

TEST(EvaluateComparably, AFileWithGoldLabelsNeedNotBeOfTheSameRows) {
  const auto rows = data_rows();
  const LabelledData data{"d.jsonl", rows};
  PredictionFile file = three_class_file();
  const auto ours = evaluate_predictions(file, data);
  ASSERT_TRUE(ours) << ours.error().message;
  for (PredictedRow& row : file.rows) row.row = row.line + 10;
  file.rows[3].row = 99;
  const auto theirs = evaluate_comparably(*ours, file, data, {});
  ASSERT_TRUE(theirs) << theirs.error().message;
  const auto c = compare(*ours, *theirs, 0);
  ASSERT_TRUE(c) << c.error().message;
  EXPECT_EQ(c->n, 3U);
  EXPECT_EQ(c->n_one_side, 2U) << "row 14 is ours alone, row 99 theirs";
  for (PredictedRow& row : file.rows) row.gold.clear();
  const auto strict = evaluate_comparably(*ours, file, data, {});
  ASSERT_FALSE(strict);
  EXPECT_NE(strict.error().message.find("predicts row 99"), std::string::npos) << strict.error().message;
}

TEST(EvaluateComparably, WithoutGoldThePredictionsOfTheOtherFileAreJoinedById) {
  PredictionFile file = three_class_file();
  for (PredictedRow& row : file.rows) row.id = "r" + std::to_string(row.line);
  const auto ours = evaluate_predictions(file, std::nullopt);
  ASSERT_TRUE(ours) << ours.error().message;
  const auto own_rows = rows_of(file);
  PredictionFile theirs = file;
  std::swap(theirs.rows[0], theirs.rows[2]);
  theirs.input_name = "text";
  for (PredictedRow& row : theirs.rows) {
    row.gold.clear();
    row.input = "a text that ours does not repeat";
  }
  expect_no_difference(ours, evaluate_comparably(*ours, theirs, {"p.jsonl", own_rows}, {}, true));
  for (PredictedRow& row : theirs.rows) {
    row.id.reset();
    row.input.clear();
  }
  std::swap(theirs.rows[0], theirs.rows[2]);
  const auto in_order = evaluate_comparably(*ours, theirs, {"p.jsonl", own_rows}, {}, true);
  ASSERT_TRUE(in_order) << in_order.error().message;
  const auto compared = compare(*ours, *in_order, 0);
  ASSERT_TRUE(compared) << compared.error().message;
  EXPECT_TRUE(compared->joined_in_order);
}

}  // namespace
}  // namespace emo::eval
