#include "eval/text_evaluation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "fake_scorer.hpp"

namespace emo::eval {
namespace {

TEST(EvaluateText, SingleChoiceOnTheBasicHead) {
  const std::vector<io::Row> rows{
      labelled_row(1, "joy", {"happiness"}), labelled_row(2, "fear", {"anger"}), labelled_row(3, "anger", {"anger"}),
      labelled_row(4, "joy", {"trust"}),     labelled_row(5, "joy", {}),         labelled_row(6, "broken", {"fear"})};
  EvaluationOptions options;
  options.split = "test";
  options.batch_rows = 2;
  std::vector<std::size_t> progress;
  options.progress = [&](std::size_t done, std::size_t total) {
    progress.push_back(done);
    EXPECT_EQ(total, 4U);
  };
  const auto e = evaluate_text(FakeScorer(), rows, options);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 3U);
  EXPECT_EQ(e->n_errors, 1U);
  EXPECT_EQ(e->n_dropped_unlabelled, 2U);
  EXPECT_DOUBLE_EQ(e->accuracy, 2.0 / 3);
  EXPECT_EQ(e->head, "basic");
  EXPECT_EQ(e->model, "fake 1.0");
  EXPECT_EQ(e->decision, Decision::kSingleChoice);
  EXPECT_EQ(e->label_map.at("happiness"), "joy");
  EXPECT_EQ(e->label_map.at("trust"), std::nullopt);
  ASSERT_EQ(e->predictions.size(), 4U);
  EXPECT_EQ(e->predictions[1].predicted, (std::vector<std::string>{"fear"}));
  EXPECT_EQ(e->predictions[3].row, 6U);
  EXPECT_TRUE(e->predictions[3].error);
  EXPECT_EQ(progress, (std::vector<std::size_t>{2, 4}));
}

TEST(EvaluateText, MultiLabelUsesTheManifestsThresholds) {
  const std::vector<io::Row> rows{labelled_row(1, "love gratitude", {"gratitude", "love"}),
                                  labelled_row(2, "amusement", {"amusement", "joy"}),
                                  labelled_row(3, "admiration", {"admiration"})};
  const auto e = evaluate_text(FakeScorer(), rows);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->head, "emotions");
  EXPECT_EQ(e->decision, Decision::kMultiLabel);
  EXPECT_DOUBLE_EQ(e->accuracy, 2.0 / 3);
  EXPECT_EQ(e->predictions[0].predicted, (std::vector<std::string>{"gratitude", "love"}));
}

// Training learns such rows as "none of them"; leaving them out would hide every label that is given to them.
TEST(EvaluateText, RowsWithoutALabelAreJudgedWhereLabelsAreDecidedOneByOne) {
  const std::vector<io::Row> rows{labelled_row(1, "love", {"love"}), labelled_row(2, "love", {}),
                                  labelled_row(3, "nothing of it", {}), labelled_row(4, "gratitude", {"gratitude"})};
  EvaluationOptions options;
  options.head = "emotions";
  const auto e = evaluate_text(FakeScorer(), rows, options);
  ASSERT_TRUE(e) << e.error().message;
  ASSERT_EQ(e->decision, Decision::kMultiLabel);
  EXPECT_EQ(e->n, 4U);
  EXPECT_EQ(e->n_no_gold, 2U);
  EXPECT_EQ(e->n_dropped_unlabelled, 0U);
  EXPECT_DOUBLE_EQ(e->accuracy, 3.0 / 4) << "row 3 is right with no label, row 2 is not";
  const auto love = std::find_if(e->per_class.begin(), e->per_class.end(), [](auto& c) { return c.label == "love"; });
  EXPECT_DOUBLE_EQ(love->precision, 0.5);
  std::uint64_t in_matrix = 0;
  for (const auto& row : e->confusion) in_matrix += std::accumulate(row.begin(), row.end(), std::uint64_t{0});
  EXPECT_EQ(in_matrix, 2U);
  options.classes = {"love", "gratitude"};
  const auto choice = evaluate_text(FakeScorer(), rows, options);
  ASSERT_TRUE(choice) << choice.error().message;
  EXPECT_EQ(choice->n, 2U) << "one of the two must be right";
  EXPECT_EQ(choice->n_dropped_unlabelled, 2U);
}

TEST(EvaluateText, ForcedChoiceDropsOtherRowsAndRenormalises) {
  const std::vector<io::Row> rows{labelled_row(1, "neutral sadness joy", {"sadness"}),
                                  labelled_row(2, "fear", {"fear"}), labelled_row(3, "joy", {"fear", "joy"})};
  EvaluationOptions options;
  options.classes = {"joy", "sadness"};
  const auto e = evaluate_text(FakeScorer(), rows, options);
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 2U);
  EXPECT_EQ(e->n_dropped_other, 1U);
  EXPECT_EQ(e->labels, (std::vector<std::string>{"joy", "sadness"}));
  EXPECT_EQ(e->predictions[1].gold, (std::vector<std::string>{"joy"}));
  for (const Prediction& p : e->predictions) EXPECT_NEAR(p.probabilities[0] + p.probabilities[1], 1, 1e-6);
  EXPECT_NEAR(e->predictions[0].probabilities[0], 0.5, 1e-6);
}

TEST(EvaluateText, ABatchEqualsSingles) {
  std::vector<io::Row> rows;
  for (const char* label : {"joy", "fear", "anger", "joy", "sadness"})
    rows.push_back(labelled_row(rows.size() + 1, label, {"joy"}));
  EvaluationOptions one;
  one.batch_rows = 1;
  const auto singles = evaluate_text(FakeScorer(), rows, one);
  const auto batch = evaluate_text(FakeScorer(), rows);
  ASSERT_TRUE(singles && batch);
  EXPECT_EQ(singles->accuracy, batch->accuracy);
  EXPECT_EQ(singles->nll, batch->nll);
}

TEST(EvaluateText, NoAnswerAtAllIsAnError) {
  const std::vector<io::Row> rows{labelled_row(4, "broken", {"joy"})};
  const auto e = evaluate_text(FakeScorer(), rows);
  ASSERT_FALSE(e);
  EXPECT_EQ(e.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(e.error().message.find("row 4"), std::string::npos) << e.error().message;
}

TEST(EvaluateText, NothingLeftIsAnError) {
  const std::vector<io::Row> rows{labelled_row(1, "x", {"trust"}), labelled_row(2, "x", {})};
  const auto e = evaluate_text(FakeScorer(), rows);
  ASSERT_FALSE(e);
  EXPECT_EQ(e.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(e.error().message.find("2 have no label"), std::string::npos) << e.error().message;
  EXPECT_FALSE(evaluate_text(FakeScorer(), {}));
}

}  // namespace
}  // namespace emo::eval
