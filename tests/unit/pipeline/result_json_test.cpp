#include "pipeline/result_json.hpp"

#include <gtest/gtest.h>

#include "io/json.hpp"
#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

TEST(ResultJson, HasExactlyThePromisedShape) {
  io::Manifest manifest = test::tiny_manifest();
  TextResult result;
  result.label = "joy";
  result.heads = {{"basic", {0.1F, 0.0F, 0.1F, 0.6F, 0.1F, 0.05F, 0.05F}},
                  {"emotions", std::vector<float>(28, 0.0F)},
                  {"sentiment", {0.0F, 0.1F, 0.9F}}};
  result.heads[1].probabilities[0] = 0.75F;
  result.coverage = {5, 2, 1, false, "en"};
  std::string json;
  append_result_json(json, "7", "so \"good\"", result, manifest, head_roles(manifest), 2);
  EXPECT_EQ(json, R"({"id":"7","text":"so \"good\"","label":"joy","abstained":false,)"
                  R"("scores":[{"label":"joy","score":0.6},{"label":"anger","score":0.1}],)"
                  R"("emotions":[{"label":"admiration","score":0.75}],)"
                  R"("sentiment":{"label":"positive","score":0.9},"valence":0.31,"arousal":0.59,)"
                  R"("derived":["valence","arousal"],)"
                  R"("coverage":{"chars":5,"tokens":2,"windows":1,"truncated":false,"language":"en"},)"
                  R"("model":{"name":"tiny","version":"0.0.1"}})");
}

TEST(ResultJson, AbstentionGivesItsReason) {
  const io::Manifest manifest = test::tiny_manifest();
  TextResult result;
  result.label = "neutral";
  result.abstained = true;
  result.abstain_reason = "empty_text";
  result.heads = {{"basic", std::vector<float>(7, 1.0F / 7)},
                  {"emotions", std::vector<float>(28, 0.0F)},
                  {"sentiment", std::vector<float>(3, 1.0F / 3)}};
  result.coverage.language = "und";
  std::string line;
  append_result_json(line, "0", "", result, manifest, head_roles(manifest));
  const auto json = io::parse_json(line, "test");
  ASSERT_TRUE(json) << json.error().message;
  EXPECT_EQ((*json)["abstained"], true);
  EXPECT_EQ((*json)["reason"], "empty_text");
  EXPECT_EQ((*json)["scores"].size(), 7U);
  EXPECT_TRUE((*json)["emotions"].empty());
}

TEST(ResultJson, ErrorsHaveTheirCodeAndMessage) {
  std::string line;
  append_error_json(line, "a\"b", {ErrorCode::kInvalidInput, "byte 3 is \xFF"});
  const auto json = io::parse_json(line, "test");
  ASSERT_TRUE(json) << line;
  EXPECT_EQ((*json)["id"], "a\"b");
  EXPECT_EQ((*json)["error"]["code"], "invalid_input");
  EXPECT_EQ((*json)["error"]["message"], "byte 3 is \xEF\xBF\xBD");
}

}  // namespace
}  // namespace emo::pipeline
