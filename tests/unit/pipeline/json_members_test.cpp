// Names and forms that every result shares.
#include "pipeline/json_members.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/json.hpp"

namespace emo::pipeline {
namespace {

io::Json parsed(const std::string& text) {
  const auto json = io::parse_json(text, "a result");
  EXPECT_TRUE(json) << text;
  return json ? *json : io::Json();
}

TEST(JsonMembers, ScoresAreAListInTheirOrder) {
  std::string out;
  append_scores_json(out, std::vector<Score>{{"joy", 0.91F}, {"say \"no\"\n", 0.25F}});
  const auto json = parsed(out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0]["label"], "joy");
  EXPECT_NEAR(json[0]["score"].get<double>(), 0.91, 1e-6);
  EXPECT_EQ(json[1]["label"], "say \"no\"\n");
  out.clear();
  append_scores_json(out, {});
  EXPECT_EQ(out, "[]");
}

TEST(JsonMembers, ModelAndErrorFollowOtherMembers) {
  io::Manifest manifest;
  manifest.name = "mine";
  manifest.version = "1.2.0";
  std::string out = "{\"a\":1";
  append_model_member(out, manifest);
  append_error_member(out, {ErrorCode::kInvalidInput, "it says \\ and \x01"});
  const auto json = parsed(out + "}");
  EXPECT_EQ(json["model"]["name"], "mine");
  EXPECT_EQ(json["model"]["version"], "1.2.0");
  EXPECT_EQ(json["error"]["code"], error_info(ErrorCode::kInvalidInput).name);
  EXPECT_EQ(json["error"]["message"], "it says \\ and \x01");
}

}  // namespace
}  // namespace emo::pipeline
