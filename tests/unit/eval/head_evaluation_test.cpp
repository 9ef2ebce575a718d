#include "eval/head_evaluation.hpp"

#include <gtest/gtest.h>

namespace emo::eval {
namespace {

const HeadView kHead{"basic", {"anger", "fear", "joy"}, core::HeadActivation::kSoftmax, {}};

// A forced choice between anger and joy.
LabelMapping between_two() {
  LabelMapping mapping;
  mapping.classes = {0, 2};
  mapping.forced_choice = true;
  mapping.positions = {{"mad", 0}, {"joy", 1}};
  return mapping;
}

TEST(HeadEvaluation, AnItemGetsTheScoresOfItsChoiceOrTheReasonWhyThereAreNone) {
  const LabelMapping mapping = between_two();
  ScoredItem item;
  set_answer(std::vector<float>{0.25F, 0.5F, 0.25F}, {kHead, mapping}, item);
  EXPECT_EQ(item.probabilities, (std::vector<float>{0.5F, 0.5F}));
  EXPECT_FALSE(item.error);

  ScoredItem silent;
  set_answer(Error{ErrorCode::kInvalidInput, "no face"}, {kHead, mapping}, silent);
  ASSERT_TRUE(silent.error);
  EXPECT_EQ(silent.error->message, "no face");

  ScoredItem odd;
  set_answer(std::vector<float>{0.5F, 0.5F}, {kHead, mapping}, odd);
  ASSERT_TRUE(odd.error) << "two scores of three";
  EXPECT_EQ(odd.error->code, ErrorCode::kInternal);
}

TEST(HeadEvaluation, TellsWhoseTheAnswersAreAndWhatWasLeftOut) {
  const LabelMapping mapping = between_two();
  DroppedRows dropped;
  dropped.count({.labels = {}, .outside = true});
  dropped.count({.labels = {}, .outside = true});
  dropped.count({});
  std::vector<ScoredItem> items(1);
  items[0].gold = {1};
  items[0].probabilities = {0.25F, 0.75F};
  ScoringOptions options;
  options.bootstrap_samples = 0;
  const auto evaluation = evaluate_head(std::move(items), {kHead, mapping}, {"toy 1", "text", dropped, 2.5}, options);
  ASSERT_TRUE(evaluation) << evaluation.error().message;
  EXPECT_EQ(evaluation->labels, (std::vector<std::string>{"anger", "joy"}));
  EXPECT_EQ(evaluation->accuracy, 1);
  EXPECT_EQ(evaluation->n_dropped_unlabelled, 1U);
  EXPECT_EQ(evaluation->n_dropped_other, 2U);
  EXPECT_EQ(evaluation->head, "basic");
  EXPECT_EQ(evaluation->model, "toy 1");
  EXPECT_EQ(evaluation->input_name, "text");
  EXPECT_EQ(evaluation->seconds, 2.5);
  EXPECT_EQ(evaluation->label_map, (LabelMap{{"mad", "anger"}, {"joy", "joy"}}));
}

}  // namespace
}  // namespace emo::eval
