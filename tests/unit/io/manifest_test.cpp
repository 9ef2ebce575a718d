// Manifests survive a round trip; each damaged member is refused at its JSON path.
#include "io/manifest.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "io/json.hpp"
#include "refused_manifest.hpp"
#include "sample_bundle.hpp"
#include "temporary_directory.hpp"

namespace emo::io {
namespace {

constexpr auto kBad = ErrorCode::kInvalidModel;

TEST(Manifest, RoundTrip) {
  Manifest manifest = sample_manifest();
  manifest.sha256["model.safetensors"] = std::string(64, '0');
  manifest.quantization = Quantization::kInt8;
  manifest.text.encoder.pooling = core::Pooling::kFirst;
  manifest.text.encoder.activation = core::Activation::kGeluTanh;
  manifest.text.encoder.layer_norm_eps = 1e-5;
  const auto again = parse_manifest(to_json(manifest));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(to_json(*again), to_json(manifest));
  EXPECT_EQ(again->heads[1].thresholds, manifest.heads[1].thresholds);
  EXPECT_EQ(again->heads[1].bias, manifest.heads[1].bias);
  EXPECT_EQ(again->heads[1].activation, core::HeadActivation::kSigmoid);
  EXPECT_EQ(again->text.heads[1].has_dense, true);
  EXPECT_EQ(again->quantization, Quantization::kInt8);
  EXPECT_EQ(again->text.encoder.activation, core::Activation::kGeluTanh);
  EXPECT_EQ(again->metrics[0].value, manifest.metrics[0].value);
  EXPECT_EQ(again->provenance.teachers, manifest.provenance.teachers);
  EXPECT_EQ(again->provenance.seeds, manifest.provenance.seeds);
  EXPECT_EQ(lineage(*again), "sample 1.2.3 (which started from none)");
}

TEST(Manifest, BiasesByDistanceAreWrittenOnlyWhereThereAreSome) {
  Manifest manifest = sample_manifest();
  manifest.sha256["model.safetensors"] = std::string(64, '0');
  EXPECT_EQ(to_json(manifest).find("relative_"), std::string::npos);
  manifest.text.encoder.relative_buckets = 32;
  manifest.text.encoder.relative_distance = 128;
  const auto again = parse_manifest(to_json(manifest));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->text.encoder.relative_buckets, 32);
  EXPECT_EQ(again->text.encoder.relative_distance, 128);
  manifest.text.encoder.relative_distance = 3;
  EXPECT_FALSE(parse_manifest(to_json(manifest)));
}

TEST(Manifest, OtherVersionsAreRefusedBeforeAnythingElse) {
  expect_error(parse_manifest(R"({"format_version":2,"whatever":[]})"), ErrorCode::kUnsupported,
               {"/format_version is 2", "reads version 1"});
  expect_refused(sample_manifest(), [](Json& j) { j["format_version"] = 0; }, ErrorCode::kUnsupported, {"is 0"});
  expect_refused(sample_manifest(), [](Json& j) { j["format_version"] = "1"; }, kBad,
                 {"/format_version", "expected an integer"});
  expect_refused(sample_manifest(), [](Json& j) { j.erase("format_version"); }, kBad, {"/format_version is missing"});
}

TEST(Manifest, UnknownTasksAreUnsupported) {
  expect_refused(sample_manifest(), [](Json& j) { j["task"] = "smell"; }, ErrorCode::kUnsupported,
                 {"'smell'", "text, face, detector"});
}

TEST(Manifest, NamesThatSteerATerminalAreRefused) {
  for (const char* name : {"a\x1b[2J", "a\rb",
                           "a\xC2\x9B"
                           "b",
                           "a\xE2\x80\xAE"
                           "b",
                           "\x7f"}) {
    expect_refused(sample_manifest(), [&](Json& j) { j["name"] = name; }, kBad, {"/name", "no control characters"});
  }
  EXPECT_TRUE(parse_manifest([] {
    Json j = json_of(sample_manifest());
    j["name"] = "modèle-é";
    return j.dump();
  }()));
}

TEST(Manifest, MissingWrongAndUnknownMembers) {
  expect_error(parse_manifest("[]"), kBad, {"manifest.json: / is array"});
  expect_error(parse_manifest("{"), kBad, {"manifest.json: not JSON"});
  expect_error(parse_manifest(std::string(9u << 20, ' ')), ErrorCode::kTooLarge, {"at most 8388608"});
  for (const char* key : {"name", "version", "task", "architecture", "heads", "preprocess", "quantization", "sha256"}) {
    expect_refused(sample_manifest(), [&](Json& j) { j.erase(key); }, kBad, {"/" + std::string(key) + " is missing"});
    expect_refused(sample_manifest(), [&](Json& j) { j[key] = 5; }, kBad, {"/" + std::string(key) + " is '5'"});
  }
  expect_refused(sample_manifest(), [](Json& j) { j["extra"] = 1; }, kBad, {"'extra'"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["colour"] = 1; }, kBad, {"/heads/0", "'colour'"});
  EXPECT_TRUE(parse_manifest([] {
    Json j = json_of(sample_manifest());
    for (const char* key : {"languages", "provenance", "metrics"}) j.erase(key);
    return j.dump();
  }()));
}

TEST(Manifest, HeadsMustMatchTheArchitecture) {
  expect_refused(sample_manifest(), [](Json& j) { j["heads"] = j["architecture"]["heads"] = Json::array(); }, kBad,
                 {"/heads is empty"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"].erase(1); }, kBad,
                 {"/heads has 1 heads", "the architecture has 2"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["name"] = "x"; }, kBad,
                 {"/heads/0 is named 'x'", "'basic'"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["labels"].push_back("c"); }, kBad,
                 {"/heads/0 has 3 labels", "2 classes"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["labels"][1] = "joy"; }, kBad,
                 {"/heads/0/labels", "'joy' twice"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["labels"][1] = ""; }, kBad, {"empty label"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["labels"][1] = "sad\x1b[2J"; }, kBad,
                 {"the label 'sad\\x1b[2J', expected no control characters"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["taxonomy"] = "basic7"; }, kBad,
                 {"taxonomy basic7 has 7"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["taxonomy"] = "plutchik"; }, ErrorCode::kUnsupported,
                 {"'plutchik'"});
}

TEST(Manifest, CalibrationNumbersMustBeFiniteAndInRange) {
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["temperature"] = 0; }, kBad, {"/heads/0/temperature"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][0]["temperature"] = nullptr; }, kBad,
                 {"/heads/0/temperature is 'null'"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][1]["thresholds"][2] = 1.5; }, kBad,
                 {"/heads/1/thresholds/2 is '1.5'"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][1]["thresholds"].erase(0); }, kBad,
                 {"has 2 numbers", "none or 3"});
  expect_refused(sample_manifest(), [](Json& j) { j["heads"][1]["bias"][0] = 1e300; }, kBad, {"/heads/1/bias/0"});
  // A non-finite number in memory becomes null in JSON and is caught there.
  Manifest manifest = sample_manifest();
  manifest.heads[0].temperature = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(parse_manifest(to_json(manifest)));
}

TEST(Manifest, FileNamesAndDigests) {
  for (const char* name : {"../x", "/etc/passwd", "a/b", "..", ".", "", "a\\b", "a\nb", ".hidden", "manifest.json"}) {
    expect_refused(sample_manifest(), [&](Json& j) { j["sha256"][name] = std::string(64, '0'); }, kBad, {"/sha256"});
  }
  expect_refused(sample_manifest(), [](Json& j) { j["preprocess"]["tokenizer"] = "../tokenizer.json"; }, kBad,
                 {"/preprocess/tokenizer"});
  expect_refused(sample_manifest(), [](Json& j) { j["sha256"]["tokenizer.json"] = std::string(64, 'F'); }, kBad,
                 {"64 lower-case hex"});
  expect_refused(sample_manifest(), [](Json& j) { j["sha256"]["tokenizer.json"] = "00"; }, kBad,
                 {"/sha256/tokenizer.json is '00'"});
}

}  // namespace
}  // namespace emo::io
