#include "eval/comparison.hpp"

#include <gtest/gtest.h>

#include "known_answers.hpp"

namespace emo::eval {
namespace {

TEST(Compare, CountsFlipsAndTellsADifference) {
  const auto ours = evaluation(200, [](std::uint64_t i) { return i % 10 != 0; });
  const auto theirs = evaluation(200, [](std::uint64_t i) { return i % 3 != 0; });
  const auto c = compare(ours, theirs, 500);
  ASSERT_TRUE(c) << c.error().message;
  EXPECT_EQ(c->n, 200U);
  EXPECT_EQ(c->mcnemar.only_a, 60U);  // multiples of 3 that are none of 10: 67 - 7
  EXPECT_EQ(c->mcnemar.only_b, 13U);
  EXPECT_EQ(c->flips.size(), 73U);
  EXPECT_EQ(c->flips[0].id, "id3") << "0 is wrong in both";
  EXPECT_TRUE(c->flips[0].gained);
  EXPECT_NEAR(c->accuracy, 0.9, 1e-12);
  EXPECT_NEAR(c->differences.accuracy_difference, c->accuracy - c->other_accuracy, 1e-12);
  EXPECT_NEAR(c->differences.macro_f1_difference, c->macro_f1 - c->other_macro_f1, 1e-12);
  EXPECT_GT(c->differences.accuracy.low, 0);
  EXPECT_EQ(c->verdict.substr(0, 7), "Better:");
  EXPECT_EQ(compare(theirs, ours, 500)->verdict.substr(0, 6), "Worse:");
}

TEST(Compare, TheSameModelIsNotToldApart) {
  const auto ours = evaluation(60, [](std::uint64_t i) { return i % 4 != 0; });
  const auto c = compare(ours, ours, 200);
  ASSERT_TRUE(c);
  EXPECT_TRUE(c->flips.empty());
  EXPECT_EQ(c->mcnemar.p_value, 1);
  EXPECT_EQ(c->verdict.substr(0, 14), "Not told apart");
  EXPECT_NE(compare(ours, ours, 0)->verdict.find("chance is not excluded"), std::string::npos);
}

/// Rows of anger and joy, and of joy alone, each answered with joy; row 2, of joy alone, with both where `several`.
Evaluation answered_with_joy(Decision decision, bool several) {
  std::vector<ScoredItem> items;
  for (std::uint64_t i = 0; i < 40; ++i) {
    ScoredItem item{"", i + 1, "", i % 2 == 0 ? std::vector<std::uint32_t>{0, 1} : std::vector<std::uint32_t>{1}, {}};
    item.predicted = several && i == 1 ? std::vector<std::uint32_t>{0, 1} : std::vector<std::uint32_t>{1};
    items.push_back(std::move(item));
  }
  return evaluate(kLabels, std::move(items), {decision, {}}).value();
}

TEST(Compare, BothSidesAreRightByTheSameRule) {
  const auto single = answered_with_joy(Decision::kSingleChoice, false);
  const auto multi = answered_with_joy(Decision::kMultiLabel, true);
  const auto c = compare(single, multi, 0);
  ASSERT_TRUE(c) << c.error().message;
  EXPECT_DOUBLE_EQ(c->accuracy, 1);
  EXPECT_DOUBLE_EQ(c->other_accuracy, 39.0 / 40) << "anger is none of the labels of row 2";
  ASSERT_EQ(c->flips.size(), 1U);
  EXPECT_EQ(c->flips[0].row, 2U);
  const auto back = compare(multi, single, 0);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_DOUBLE_EQ(back->accuracy, multi.accuracy);
  EXPECT_DOUBLE_EQ(back->other_accuracy, 0.5) << "where joy is all there is";
}

TEST(Compare, SynonymsAreTheSameLabel) {
  const auto ours = evaluation(40, [](std::uint64_t) { return true; });
  const auto theirs = evaluation(40, [](std::uint64_t) { return true; }, {"Anger", "happiness"});
  const auto c = compare(ours, theirs, 0);
  ASSERT_TRUE(c);
  EXPECT_TRUE(c->flips.empty());
  EXPECT_EQ(c->n_gold_differs, 0U);
}

TEST(Compare, SynonymsThatASideChoosesBetweenAreTwoLabels) {
  const std::vector<std::string> labels{"happy", "joy"};
  const auto ours = evaluation(
      40, [](std::uint64_t i) { return i % 4 == 0; }, labels);
  const auto c = compare(ours, ours, 0);
  ASSERT_TRUE(c);
  EXPECT_DOUBLE_EQ(c->accuracy, ours.accuracy);
  EXPECT_DOUBLE_EQ(c->macro_f1, ours.macro_f1);
}

TEST(Compare, RowsThatOnlyTheOtherSideCouldPlaceAreCounted) {
  auto ours = evaluation(30, [](std::uint64_t) { return true; });
  auto theirs = ours;
  theirs.n_left_out = 5;
  EXPECT_EQ(compare(ours, theirs, 0)->n_one_side, 5U);
  ours.n_left_out = 5;
  EXPECT_EQ(compare(ours, theirs, 0)->n_one_side, 0U) << "on neither side";
}

TEST(Compare, RowsOfOneSideAreLeftOutAndCounted) {
  auto ours = evaluation(30, [](std::uint64_t) { return true; });
  const auto theirs = evaluation(40, [](std::uint64_t) { return true; });
  ours.predictions[3].error = Error{ErrorCode::kInvalidInput, "x"};
  const auto c = compare(ours, theirs, 0);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->n, 29U);
  EXPECT_EQ(c->n_one_side, 11U);
}

TEST(Compare, RowsThatNeitherAnsweredAreNotOfOneSide) {
  auto ours = evaluation(30, [](std::uint64_t) { return true; });
  auto theirs = evaluation(33, [](std::uint64_t) { return true; });
  const Error unreadable{ErrorCode::kInvalidInput, "x"};
  ours.predictions[3].error = unreadable;
  ours.predictions[4].error = theirs.predictions[4].error = unreadable;
  theirs.predictions[5].error = unreadable;
  theirs.predictions[32].error = unreadable;
  const auto c = compare(ours, theirs, 0);
  ASSERT_TRUE(c);
  EXPECT_EQ(c->n, 27U);
  EXPECT_EQ(c->n_one_side, 4U) << "3 and 5, and the last rows of theirs but one";
  EXPECT_EQ(c->n_neither, 2U) << "4, and the last row of theirs";
}

TEST(Compare, OutOfStepIsAnErrorWithTheRow) {
  const auto ours = evaluation(30, [](std::uint64_t) { return true; });
  auto theirs = ours;
  theirs.predictions[4].id = "other";
  const auto c = compare(ours, theirs, 0);
  ASSERT_FALSE(c);
  EXPECT_EQ(c.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(c.error().message.find("row 5"), std::string::npos) << c.error().message;
  theirs = ours;
  theirs.predictions[6].input = "another text";
  EXPECT_NE(compare(ours, theirs, 0).error().message.find("another text"), std::string::npos);
  theirs.predictions.clear();
  EXPECT_NE(compare(ours, theirs, 0).error().message.find("nothing to compare"), std::string::npos);
}

}  // namespace
}  // namespace emo::eval
