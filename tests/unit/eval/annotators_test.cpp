#include "eval/annotators.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "eval/evaluation_files.hpp"
#include "eval/text_evaluation.hpp"
#include "fake_scorer.hpp"
#include "io/json.hpp"

namespace emo::eval {
namespace {

TEST(Annotators, LabelsAreCountedWithTheirRepeats) {
  LabelMapping mapping;
  mapping.classes = {0, 1, 2};
  mapping.positions = {{"joy", 1}, {"happy", 1}, {"fear", 2}, {"other", std::nullopt}};
  const std::vector<std::string> labels{"joy", "fear", "happy", "other"};
  EXPECT_EQ(label_votes(labels, mapping), (std::vector<float>{0, 2, 1}));
  EXPECT_EQ(label_votes({}, mapping), (std::vector<float>{0, 0, 0}));
}

TEST(Annotators, VotesGoToTheClassesOfTheSameMeaning) {
  const VoteColumns columns({"neutral", "happiness", "contempt"}, {"joy", "neutral"});
  EXPECT_EQ(columns.votes(std::vector<std::uint8_t>{3, 6, 1}), (std::vector<float>{6, 3}));
  EXPECT_TRUE(columns.votes({}).empty());
}

TEST(Annotators, RowsWithSeveralLabelsAreJudgedAgainstAllOfThem) {
  EvaluationOptions options;
  options.head = "basic";
  options.bootstrap_samples = 0;
  const auto one = evaluate_text(
      FakeScorer(), std::vector<io::Row>{labelled_row(1, "joy", {"joy"}), labelled_row(2, "fear", {"anger"})}, options);
  ASSERT_TRUE(one) << one.error().message;
  EXPECT_FALSE(one->annotators) << "nobody disagrees";
  EXPECT_EQ(metrics_json(*one).find("annotators"), std::string::npos);

  const auto several = evaluate_text(
      FakeScorer(),
      std::vector<io::Row>{labelled_row(1, "joy", {"joy", "joy", "joy", "fear"}), labelled_row(2, "fear", {"anger"})},
      options);
  ASSERT_TRUE(several) << several.error().message;
  ASSERT_TRUE(several->annotators);
  EXPECT_EQ(several->annotators->n, 2U);
  EXPECT_EQ(several->annotators->source, "labels");
  EXPECT_DOUBLE_EQ(several->annotators->soft_accuracy, 0.75 / 2);
  EXPECT_DOUBLE_EQ(several->annotators->soft_accuracy_ceiling, 1.75 / 2);
  const double entropy = -0.75 * std::log(0.75) - 0.25 * std::log(0.25);
  EXPECT_NEAR(several->annotators->entropy, entropy / 2, 1e-12);
  const auto json = io::parse_json(metrics_json(*several), "metrics").value();
  EXPECT_NEAR(json["annotators"]["entropy"].get<double>(), entropy / 2, 1e-12);
  EXPECT_GT(json["annotators"]["kl"].get<double>(), 0);

  options.head = "emotions";
  const auto multi =
      evaluate_text(FakeScorer(), std::vector<io::Row>{labelled_row(1, "joy", {"joy", "anger"})}, options);
  ASSERT_TRUE(multi);
  EXPECT_FALSE(multi->annotators) << "sigmoid scores are no distribution";
}

}  // namespace
}  // namespace emo::eval
