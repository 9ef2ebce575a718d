#include "eval/comparison.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "eval/comparison_files.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "temporary_folder.hpp"

namespace emo::eval {
namespace {

const std::vector<std::string> kLabels{"anger", "joy"};

/// Row i is of class i % 2; `right(i)` says whether it is answered rightly.
template <class Right>
Evaluation evaluation(std::uint64_t rows, Right right, std::vector<std::string> labels = kLabels) {
  std::vector<ScoredItem> items;
  for (std::uint64_t i = 0; i < rows; ++i) {
    const bool first = (i % 2 == 0) == right(i);
    items.push_back({"id" + std::to_string(i),
                     i + 1,
                     "t" + std::to_string(i),
                     {static_cast<std::uint32_t>(i % 2)},
                     {first ? 0.9F : 0.1F, first ? 0.1F : 0.9F}});
  }
  return evaluate(std::move(labels), std::move(items), {}).value();
}

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

TEST(Compare, SynonymsAreTheSameLabel) {
  const auto ours = evaluation(40, [](std::uint64_t) { return true; });
  const auto theirs = evaluation(40, [](std::uint64_t) { return true; }, {"Anger", "happiness"});
  const auto c = compare(ours, theirs, 0);
  ASSERT_TRUE(c);
  EXPECT_TRUE(c->flips.empty());
  EXPECT_EQ(c->n_gold_differs, 0U);
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

TEST(ComparisonFiles, JsonAndFlips) {
  const test::TemporaryFolder folder;
  const auto ours = evaluation(50, [](std::uint64_t i) { return i != 7; });
  const auto theirs = evaluation(50, [](std::uint64_t i) { return i != 8 && i != 9; });
  const auto c = compare(ours, theirs, 100);
  ASSERT_TRUE(c);
  const auto json = comparison_json(*c);
  EXPECT_EQ(json["flips"]["gained"], 2);
  EXPECT_EQ(json["flips"]["lost"], 1);
  EXPECT_EQ(json["accuracy"]["ci95"].size(), 2U);
  ASSERT_TRUE(write_flips(*c, "text", folder.path()));
  const auto text = io::read_file(folder / "flips.jsonl");
  ASSERT_TRUE(text);
  EXPECT_EQ(std::count(text->begin(), text->end(), '\n'), 3);
  const auto first = io::parse_json(text->substr(0, text->find('\n')), "flips");
  EXPECT_EQ((*first)["row"], 8);
  EXPECT_EQ((*first)["change"], "lost");
  EXPECT_EQ((*first)["text"], "t7");
  EXPECT_EQ((*first)["other"][0], "joy");
}

}  // namespace
}  // namespace emo::eval
