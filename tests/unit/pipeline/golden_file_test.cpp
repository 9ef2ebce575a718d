#include "pipeline/golden_file.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace emo::pipeline {
namespace {

TEST(GoldenFile, ItemsStayTheSameWhenTheyAreWrittenAndRead) {
  const std::vector<GoldenItem> texts{{.text = "caf\u00e9 \"ok\"", .logits = {0.1, -3e-7}}, {.text = "", .logits = {}}};
  const auto read = parse_golden(golden_json(GoldenUnit::kText, texts), "g", GoldenUnit::kText);
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].text, texts[0].text);
  EXPECT_EQ((*read)[0].logits, texts[0].logits);
  EXPECT_TRUE((*read)[1].logits.empty());
  const std::vector<GoldenItem> patterns{{.pattern = 5, .logits = {1}}};
  const auto drawn = parse_golden(golden_json(GoldenUnit::kPattern, patterns), "g", GoldenUnit::kPattern);
  ASSERT_TRUE(drawn) << drawn.error().message;
  EXPECT_EQ((*drawn)[0].pattern, 5);
}

TEST(GoldenFile, WhatIsNoRecordingIsRefusedWithItsPlace) {
  struct Case {
    const char* json;
    GoldenUnit unit;
    const char* told;
  };
  for (const Case& c : {Case{"{", GoldenUnit::kText, "here"},
                        Case{R"({"patterns":[1],"logits":[[1]]})", GoldenUnit::kText, "\"texts\""},
                        Case{R"({"texts":["a","b"],"logits":[[1]]})", GoldenUnit::kText, "equal, positive length"},
                        Case{R"({"texts":["a",2],"logits":[[1],[1]]})", GoldenUnit::kText, "here: text 1"},
                        Case{R"({"texts":["a"],"logits":[[1,"x"]]})", GoldenUnit::kText, "logit 1"},
                        Case{R"({"patterns":[6],"logits":[[1]]})", GoldenUnit::kPattern, "0..5"},
                        Case{R"({"patterns":[1.0],"logits":[[1]]})", GoldenUnit::kPattern, "here: pattern 0"}}) {
    const auto read = parse_golden(c.json, "here", c.unit);
    ASSERT_FALSE(read) << c.json;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidModel) << c.json;
    EXPECT_NE(read.error().message.find(c.told), std::string::npos) << read.error().message;
    EXPECT_EQ(read.error().message.find("here"), 0U) << read.error().message;
  }
}

}  // namespace
}  // namespace emo::pipeline
