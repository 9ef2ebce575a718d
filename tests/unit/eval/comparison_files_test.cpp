#include "eval/comparison_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "io/file.hpp"
#include "io/json.hpp"
#include "known_answers.hpp"
#include "temporary_folder.hpp"

namespace emo::eval {
namespace {

TEST(ComparisonFiles, JsonAndFlips) {
  const test::TemporaryFolder folder;
  const auto ours = evaluation(50, [](std::uint64_t i) { return i != 7; });
  const auto theirs = evaluation(50, [](std::uint64_t i) { return i != 8 && i != 9; });
  auto c = compare(ours, theirs, 100);
  ASSERT_TRUE(c);
  EXPECT_FALSE(c->joined_in_order);
  c->joined_in_order = true;
  const auto json = comparison_json(*c);
  EXPECT_EQ(json["joined_in_order"], true);
  EXPECT_EQ(json["flips"]["gained"], 2);
  EXPECT_EQ(json["flips"]["lost"], 1);
  EXPECT_EQ(json["accuracy"]["ci95"].size(), 2U);
  EXPECT_EQ(json["n_neither"], 0);
  EXPECT_TRUE(json["macro_f1"]["p"].is_number());
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

TEST(ComparisonFiles, ATestThatWasNotMadeHasNoP) {
  const auto ours = evaluation(50, [](std::uint64_t i) { return i != 7; });
  const auto c = compare(ours, ours, 0);
  ASSERT_TRUE(c);
  const auto json = comparison_json(*c);
  for (const char* figure : {"accuracy", "macro_f1"}) {
    EXPECT_TRUE(json[figure]["p"].is_null()) << figure;
    EXPECT_TRUE(json[figure]["ci95"].is_null()) << figure;
  }
  EXPECT_EQ(json["mcnemar"]["exact_p"], 1.0) << "needs no resamples";
}

}  // namespace
}  // namespace emo::eval
