#include "pipeline/result_csv.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

TEST(ResultCsv, RecordsMatchTheHeader) {
  const io::Manifest manifest = test::tiny_manifest();
  const auto roles = head_roles(manifest);
  TextResult result;
  result.label = "joy";
  result.heads = {{"basic", {0.1F, 0.0F, 0.1F, 0.6F, 0.1F, 0.05F, 0.05F}},
                  {"emotions", std::vector<float>(28, 0.0F)},
                  {"sentiment", {0.0F, 0.1F, 0.9F}}};
  result.heads[1].probabilities[0] = 0.75F;
  result.heads[1].probabilities[1] = 0.8F;
  result.coverage = {5, 2, 1, false, "en"};
  std::string header, record, error;
  append_csv_header(header, manifest, roles);
  EXPECT_EQ(header,
            "id,text,label,score,anger,disgust,fear,joy,neutral,sadness,surprise,emotions,sentiment,valence,arousal,"
            "abstained,language,windows,error\n");
  append_result_csv(record, "7", "so good", result, manifest, roles);
  EXPECT_EQ(record, "7,so good,joy,0.6,0.1,0,0.1,0.6,0.1,0.05,0.05,amusement|admiration,positive,0.31,0.59,,en,1,\n");
  append_error_csv(error, "8", {ErrorCode::kInvalidInput, "bad"}, manifest, roles);
  EXPECT_EQ(error.substr(0, 3), "8,,");
  EXPECT_TRUE(error.ends_with(",invalid_input: bad\n"));
  const auto commas = std::count(header.begin(), header.end(), ',');
  EXPECT_EQ(std::count(record.begin(), record.end(), ','), commas);
  EXPECT_EQ(std::count(error.begin(), error.end(), ','), commas);
}

TEST(ResultCsv, LabelSetsAddOneColumn) {
  io::Manifest manifest = test::tiny_manifest();
  auto& sets = manifest.heads[0].calibration.emplace().conformal.emplace();
  sets.thresholds.assign(7, 0.1);
  const auto roles = head_roles(manifest);
  TextResult result;
  result.label = "joy";
  result.heads = {{"basic", {0.3F, 0.0F, 0.0F, 0.6F, 0.1F, 0.0F, 0.0F}},
                  {"emotions", std::vector<float>(28, 0.0F)},
                  {"sentiment", {0.0F, 0.1F, 0.9F}}};
  result.coverage = {5, 2, 1, false, "en"};
  std::string header, record, error;
  append_csv_header(header, manifest, roles);
  EXPECT_TRUE(header.ends_with(",windows,set,error\n"));
  append_result_csv(record, "7", "so", result, manifest, roles, 1);
  EXPECT_TRUE(record.ends_with(",en,1,joy|anger|neutral,\n")) << record << "top_k must not cut a set";
  append_error_csv(error, "8", {ErrorCode::kInvalidInput, "bad"}, manifest, roles);
  const auto commas = std::count(header.begin(), header.end(), ',');
  EXPECT_EQ(std::count(record.begin(), record.end(), ','), commas);
  EXPECT_EQ(std::count(error.begin(), error.end(), ','), commas);
}

TEST(ResultCsv, QuotesWhatNeedsIt) {
  const io::Manifest manifest = test::tiny_manifest();
  std::string error;
  append_error_csv(error, "a,\"b\"\nc", {ErrorCode::kIo, "x, y"}, manifest, head_roles(manifest));
  EXPECT_TRUE(error.starts_with("\"a,\"\"b\"\"\nc\","));
  EXPECT_TRUE(error.ends_with(",\"io: x, y\"\n"));
}

}  // namespace
}  // namespace emo::pipeline
