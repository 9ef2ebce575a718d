#include "train/text_start.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "io/bundle.hpp"
#include "models/text_quantize.hpp"
#include "tiny_bundle.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

TextTrainConfig config_with(const std::string& init, std::size_t classes) {
  TextTrainConfig config;
  config.init = init;
  HeadPlan head;
  head.name = "basic";
  for (std::size_t i = 0; i < classes; ++i) head.labels.push_back("c" + std::to_string(i));
  config.heads.push_back(head);
  return config;
}

TEST(TextStart, ABundleGivesEncoderTokenizerAndFittingHeads) {
  const std::string bundle = test::scratch_folder() + "/b";
  test::write_tiny_bundle(bundle);
  const auto start = start_from(config_with(bundle, 7));
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->architecture.encoder.hidden, 16);
  ASSERT_EQ(start->architecture.heads.size(), 1U);
  EXPECT_EQ(start->architecture.heads[0].classes, 7);
  EXPECT_EQ(start->base_weights.rfind("tiny 0.0.1 (which started from ", 0), 0U) << start->base_weights;
  EXPECT_EQ(start->weights.count("heads.basic.out.weight"), 1U);
  const auto opened = io::open_bundle(bundle);
  ASSERT_TRUE(opened);
  const auto view = opened->weights.find("layers.1.ffn.in.weight");
  ASSERT_TRUE(view);
  const auto values = view->as<float>();
  EXPECT_EQ(start->weights.at("layers.1.ffn.in.weight"), std::vector<float>(values.begin(), values.end()));
  EXPECT_EQ(start->tokenizer->vocab_size(), start->architecture.encoder.vocab_size);
}

TEST(TextStart, AHeadOfAnotherSizeStartsFresh) {
  const std::string bundle = test::scratch_folder() + "/b";
  test::write_tiny_bundle(bundle);
  const auto start = start_from(config_with(bundle, 5));
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->weights.count("heads.basic.out.weight"), 0U);
  EXPECT_EQ(start->weights.count("layers.0.attention.qkv.weight"), 1U);
}

TEST(TextStart, Int8WeightsAreDequantised) {
  const std::string folder = test::scratch_folder();
  test::write_tiny_bundle(folder + "/f32", 3, false);
  const auto plain = io::open_bundle(folder + "/f32");
  ASSERT_TRUE(plain);
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  for (const auto& spec : core::tensors_of(plain->manifest.text)) {
    tensors.emplace_back(spec.name, plain->weights.find(spec.name).value());
  }
  const auto quantized = models::quantize_text_tensors(plain->manifest.text, tensors);
  ASSERT_TRUE(quantized) << quantized.error().message;
  auto manifest = plain->manifest;
  manifest.quantization = io::Quantization::kInt8;
  ASSERT_TRUE(io::write_bundle(folder + "/int8", manifest, quantized->tensors,
                               {{"tokenizer.json", test::tiny_tokenizer_json()}}));
  const auto exact = start_from(config_with(folder + "/f32", 7));
  const auto rounded = start_from(config_with(folder + "/int8", 7));
  ASSERT_TRUE(exact);
  ASSERT_TRUE(rounded) << rounded.error().message;
  const auto stored = [&](const std::string& name) {
    const auto found = std::find_if(quantized->tensors.begin(), quantized->tensors.end(),
                                    [&](const auto& tensor) { return tensor.first == name; });
    return found == quantized->tensors.end() ? core::TensorView{} : found->second;
  };
  for (const auto& [name, values] : exact->weights) {
    const auto& other = rounded->weights.at(name);
    ASSERT_EQ(values.size(), other.size()) << name;
    const auto scale = stored(name + ".scale").as<float>();
    for (std::size_t i = 0; i < values.size(); ++i) {
      const float expected = scale.empty() ? values[i]
                                           : scale[i * scale.size() / values.size()] *
                                                 static_cast<float>(stored(name).as<std::int8_t>()[i]);
      ASSERT_EQ(other[i], expected) << name << " " << i;
    }
  }
}

TEST(TextStart, AHuggingFaceFolder) {
  const std::string folder = std::string(EMO_SOURCE_DIR) + "/tests/golden/hf/minilm_encoder";
  const auto start = start_from(config_with(folder, 3));
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->architecture.encoder.layers, 2);
  EXPECT_EQ(start->weights.count("embeddings.word"), 1U);
}

TEST(TextStart, AFreshEncoderFromTheConfig) {
  auto config = test::toy_config(test::scratch_folder());
  config.heads[0].labels = {"a", "b"};
  config.encoder.vocab_size = 0;  // taken from the tokenizer
  const auto start = start_from(config);
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->architecture.encoder.vocab_size, start->tokenizer->vocab_size());
  EXPECT_TRUE(start->weights.empty());
}

TEST(TextStart, AWordTableSmallerThanTheVocabularyIsRefused) {
  auto config = test::toy_config(test::scratch_folder());
  config.heads[0].labels = {"a", "b"};
  config.encoder.vocab_size = 20;
  const auto start = start_from(config);
  ASSERT_FALSE(start);
  EXPECT_NE(start.error().message.find("only 20 rows"), std::string::npos);
}

TEST(TextStart, SaysWhatIsMissing) {
  const std::string folder = test::scratch_folder();
  const auto neither = start_from(config_with(folder, 3));
  ASSERT_FALSE(neither);
  EXPECT_EQ(neither.error().code, ErrorCode::kNotFound);
  EXPECT_NE(neither.error().message.find("manifest.json"), std::string::npos);
  const auto nothing = start_from(config_with("", 3));
  ASSERT_FALSE(nothing);
  EXPECT_NE(nothing.error().message.find("--init"), std::string::npos);
}

}  // namespace
}  // namespace emo::train
