// The contrast suite itself: well-formed, large enough, fair to every class. No model is judged here.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/labels.hpp"
#include "io/rows.hpp"

namespace emo::eval {
namespace {

TEST(ContrastSuite, IsWellFormedAndBalanced) {
  const auto rows = io::read_rows(std::string(EMO_SOURCE_DIR) + "/tests/contrast/contrast.jsonl", {});
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_GE(rows->size(), 150U);
  std::set<std::string> texts;
  std::map<std::string, int> classes;
  std::map<std::string, int> groups;
  const auto names = core::basic_names();
  for (const io::Row& row : *rows) {
    EXPECT_TRUE(texts.insert(row.text).second) << "twice: " << row.text;
    ASSERT_FALSE(row.labels.empty()) << row.text;
    for (const std::string& label : row.labels) {
      EXPECT_NE(std::find(names.begin(), names.end(), label), names.end()) << label;
      ++classes[label];
    }
    ASSERT_TRUE(row.extra.count("group")) << row.text;
    ++groups[row.extra.at("group")];
  }
  ASSERT_EQ(classes.size(), core::kBasicCount);
  const auto [fewest, most] = std::minmax_element(classes.begin(), classes.end(),
                                                  [](const auto& a, const auto& b) { return a.second < b.second; });
  EXPECT_GE(fewest->second * 3, most->second * 2) << fewest->first << " against " << most->first;
  for (const char* group : {"negation", "intensifier", "sarcasm_marker", "emoji", "all_caps", "typo", "elongation",
                            "emoticon", "contrastive_but", "question"}) {
    EXPECT_GE(groups[group], 15) << group;
  }
}

}  // namespace
}  // namespace emo::eval
