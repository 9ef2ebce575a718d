// Bundles written from checkpoints: they open, hold what the checkpoint held, and nothing is left behind on failure.
#include "hf/import.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "checkpoint_folder.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

namespace fs = std::filesystem;
using testing::CheckpointFolder;

std::size_t entries(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(ImportCheckpoint, WritesTheWeightsAsTheyAre) {
  const CheckpointFolder source("roberta");
  const CheckpointFolder out("");
  const auto done = import_checkpoint(source.path(), out.file("bundle"), {.name = "mine", .command = "emo import hf"});
  ASSERT_TRUE(done) << done.error().message;
  const auto bundle = io::open_bundle(out.file("bundle"));
  ASSERT_TRUE(bundle) << bundle.error().message;
  const auto checkpoint = load_checkpoint(source.path());
  ASSERT_TRUE(checkpoint);
  for (const auto& tensor : checkpoint->tensors) {
    const auto stored = bundle->weights.find(tensor.name);
    ASSERT_TRUE(stored) << tensor.name;
    EXPECT_TRUE(std::equal(tensor.values.begin(), tensor.values.end(), stored->as<float>().begin())) << tensor.name;
  }
  const auto& manifest = bundle->manifest;
  EXPECT_EQ(manifest.name, "mine");
  EXPECT_EQ(manifest.heads.front().labels.size(), 7U);
  EXPECT_EQ(manifest.heads.front().activation, core::HeadActivation::kSigmoid);
  EXPECT_EQ(manifest.text_preprocess.normalizer_version, 0);
  EXPECT_EQ(manifest.text_preprocess.max_tokens, 64);
  EXPECT_LT(manifest.text_preprocess.stride, 62);
  EXPECT_EQ(manifest.text.encoder.position_offset, 2);
  EXPECT_EQ(manifest.provenance.command, "emo import hf");
  const auto tokenizer = bundle->read("tokenizer.json");
  ASSERT_TRUE(tokenizer);
  EXPECT_EQ(*tokenizer, checkpoint->tokenizer_json);
  EXPECT_TRUE(bundle->read("card.md"));
  EXPECT_EQ(entries(out.path()), 1U);
}

TEST(ImportCheckpoint, Int8StoresQuantizableTensorsAsBytesWithScales) {
  const CheckpointFolder source("distilbert");
  const CheckpointFolder out("");
  const auto done = import_checkpoint(source.path(), out.file("bundle"), {.name = "mine", .int8 = true});
  ASSERT_TRUE(done) << done.error().message;
  const auto bundle = io::open_bundle(out.file("bundle"));
  ASSERT_TRUE(bundle) << bundle.error().message;
  EXPECT_EQ(bundle->manifest.quantization, io::Quantization::kInt8);
  for (const auto& spec : core::tensors_of(bundle->manifest.text)) {
    const auto stored = bundle->weights.find(spec.name);
    ASSERT_TRUE(stored) << spec.name;
    EXPECT_EQ(stored->dtype, spec.quantizable ? core::DType::kS8 : core::DType::kF32) << spec.name;
    EXPECT_EQ(bundle->weights.find(spec.name + ".scale").has_value(), spec.quantizable) << spec.name;
  }
}

TEST(ImportCheckpoint, AddsTheGoldenFileThatTheCallerMakes) {
  const CheckpointFolder source("electra");
  const CheckpointFolder out("");
  std::string seen;
  ImportOptions options{.name = "mine"};
  options.make_golden = [&](const std::string& folder) -> Result<std::string> {
    seen = folder;
    if (auto bundle = io::open_bundle(folder); !bundle) return bundle.error();
    return std::string("{\"made\": \"here\"}");
  };
  const auto done = import_checkpoint(source.path(), out.file("bundle"), options);
  ASSERT_TRUE(done) << done.error().message;
  const auto bundle = io::open_bundle(out.file("bundle"));
  ASSERT_TRUE(bundle) << bundle.error().message;
  EXPECT_EQ(*bundle->read("golden.json"), "{\"made\": \"here\"}");
  EXPECT_FALSE(fs::exists(seen));
  EXPECT_EQ(entries(out.path()), 1U);
}

TEST(ImportCheckpoint, LeavesNothingBehindWhenItFails) {
  const CheckpointFolder source("electra");
  const CheckpointFolder out("");
  ImportOptions options{.name = "mine"};
  options.make_golden = [](const std::string&) -> Result<std::string> {
    return Error{ErrorCode::kInternal, "golden failed"};
  };
  const auto done = import_checkpoint(source.path(), out.file("bundle/"), options);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "golden failed");
  EXPECT_EQ(entries(out.path()), 0U);
}

TEST(ImportCheckpoint, RefusesATokenizerThatPutsNothingAroundATextAndItsEncoderIsRead) {
  const CheckpointFolder source("distilbert");
  const CheckpointFolder out("");
  auto tokenizer = io::parse_json(*io::read_file(source.file("tokenizer.json"), 1U << 20U), "JSON");
  ASSERT_TRUE(tokenizer) << tokenizer.error().message;
  (*tokenizer)["post_processor"] = nullptr;
  source.write("tokenizer.json", io::dump_json(*tokenizer));
  EXPECT_TRUE(load_checkpoint(source.path()));
  const auto done = import_checkpoint(source.path(), out.file("bundle"), {});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(done.error().message.find("post_processor"), std::string::npos) << done.error().message;
}

TEST(ImportCheckpoint, TellsWhatIsReadOtherwiseThanExpected) {
  const CheckpointFolder source("bert_onnx");
  const CheckpointFolder weights("bert_multilabel");
  const CheckpointFolder out("");
  weights.write("tokenizer_config.json", R"({"tokenizer_class": "BertTokenizer"})");
  auto tokenizer = io::parse_json(*io::read_file(source.file("tokenizer.json"), 1U << 20U), "JSON");
  ASSERT_TRUE(tokenizer) << tokenizer.error().message;
  (*tokenizer)["normalizer"]["lowercase"] = false;
  weights.write("tokenizer.json", io::dump_json(*tokenizer));
  weights.write("adapter_config.json", "{}");
  std::vector<std::string> told;
  ImportOptions options{.name = "mine"};
  options.tell = [&](const std::string& line) { told.push_back(line); };
  const auto done = import_checkpoint(weights.path(), out.file("bundle"), options);
  ASSERT_TRUE(done) << done.error().message;
  ASSERT_EQ(told.size(), 2U);
  EXPECT_NE(told[0].find("do_lower_case false"), std::string::npos) << told[0];
  EXPECT_NE(told[1].find("adapter"), std::string::npos) << told[1];
}

TEST(ImportCheckpoint, RefusesABareEncoder) {
  const CheckpointFolder source("minilm_encoder");
  const CheckpointFolder out("");
  const auto done = import_checkpoint(source.path(), out.file("bundle"), {});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(done.error().message.find("\"architectures\" is 'BertModel'"), std::string::npos) << done.error().message;
  EXPECT_EQ(entries(out.path()), 0U);
}

}  // namespace
}  // namespace emo::hf
