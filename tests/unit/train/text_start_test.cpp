#include "train/text_start.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "io/bundle.hpp"
#include "io/file.hpp"
#include "models/quantize_row.hpp"
#include "models/text_quantize.hpp"
#include "tiny_bundle.hpp"
#include "toy_run.hpp"
#include "train/config_checks.hpp"

namespace emo::train {
namespace {

TextTrainConfig config_with(const std::string& init, std::vector<std::string> labels) {
  TextTrainConfig config;
  config.init = init;
  HeadPlan head;
  head.name = "mine";
  head.labels = std::move(labels);
  config.heads.push_back(head);
  return config;
}

const std::vector<std::string> kUnknown{"refund", "delivery", "other"};

TEST(TextStart, ABundleGivesEncoderTokenizerAndTheClassesItKnows) {
  const std::string bundle = test::scratch_folder() + "/b";
  test::write_tiny_bundle(bundle);
  const auto start = text_start_from(config_with(bundle, {"sadness", "boredom", "anger"}));
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->architecture.encoder.hidden, 16);
  ASSERT_EQ(start->architecture.heads.size(), 1U);
  EXPECT_EQ(start->architecture.heads[0].classes, 3);
  EXPECT_EQ(start->base_weights, "tiny 0.0.1") << "that bundle does not say what it started from";
  const auto opened = io::open_bundle(bundle);
  ASSERT_TRUE(opened);
  const auto basic = opened->weights.find("heads.basic.out.weight");
  ASSERT_TRUE(basic);
  const auto rows = basic->as<float>();
  const auto& mine = start->weights.at("heads.mine.out.weight");
  ASSERT_EQ(mine.size(), 3U * 16U);
  EXPECT_TRUE(std::equal(mine.begin(), mine.begin() + 16, rows.begin() + 5 * 16)) << "sadness is the sixth of basic";
  EXPECT_EQ(std::count(mine.begin() + 16, mine.begin() + 32, 0.0F), 16) << "boredom is not known";
  EXPECT_TRUE(std::equal(mine.begin() + 32, mine.end(), rows.begin())) << "anger is the first";
  EXPECT_EQ(start->weights.count("heads.basic.out.weight"), 0U);
  EXPECT_EQ(start->carried, std::vector<std::string>{"head 'mine' begins with 2 of its 3 classes from 'basic'"});
  EXPECT_FALSE(start->knows_all) << "boredom";
  EXPECT_TRUE(text_start_from(config_with(bundle, {"sadness", "anger"}))->knows_all);
  const auto view = opened->weights.find("layers.1.ffn.in.weight");
  ASSERT_TRUE(view);
  const auto values = view->as<float>();
  EXPECT_EQ(start->weights.at("layers.1.ffn.in.weight"), std::vector<float>(values.begin(), values.end()));
  EXPECT_EQ(start->tokenizer->vocab_size(), start->architecture.encoder.vocab_size);
}

TEST(TextStart, AHeadOfWhichNothingIsKnownStartsFresh) {
  const std::string bundle = test::scratch_folder() + "/b";
  test::write_tiny_bundle(bundle);
  const auto start = text_start_from(config_with(bundle, kUnknown));
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->weights.count("heads.mine.out.weight"), 0U);
  EXPECT_TRUE(start->carried.empty());
  ASSERT_EQ(start->fresh.size(), 1U);
  EXPECT_NE(start->fresh[0].find("head 'mine' begins fresh: no head of the start knows two"), std::string::npos);
  EXPECT_EQ(start->weights.count("layers.0.attention.qkv.weight"), 1U);
}

TEST(TextStart, AHeadWithALayerOfItsOwnIsSaidNotToBeCarriedOver) {
  const std::string checkpoint = EMO_SOURCE_DIR "/tests/golden/hf/distilbert";
  const auto start =
      text_start_from(config_with(checkpoint, {"anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise"}));
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_TRUE(start->carried.empty());
  EXPECT_FALSE(start->knows_all);
  EXPECT_EQ(start->by_dense_layer, "basic");
  ASSERT_EQ(start->fresh.size(), 1U);
  EXPECT_NE(start->fresh[0].find("by a layer of its own, which is not carried over"), std::string::npos)
      << start->fresh[0];
}

TEST(TextStart, WithoutEpochsALayerOfItsOwnIsNamed) {
  const auto refused = check_start(0, false, "basic");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("head 'basic' of the start has a dense layer"), std::string::npos);
  EXPECT_NE(refused.error().message.find("emo calibrate text"), std::string::npos) << refused.error().message;
  EXPECT_TRUE(check_start(1, false, "basic"));
  EXPECT_TRUE(check_start(0, true, "basic"));
}

/// A tiny bundle with weights of 8 bits; `directory`.f32 is what it was made from.
io::Bundle int8_bundle(const std::string& directory) {
  test::write_tiny_bundle(directory + ".f32", 3, false);
  const auto plain = io::open_bundle(directory + ".f32").value();
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  for (const auto& spec : core::tensors_of(plain.manifest.text)) {
    tensors.emplace_back(spec.name, plain.weights.find(spec.name).value());
  }
  const auto quantized = models::quantize_text_tensors(plain.manifest.text, tensors).value();
  auto manifest = plain.manifest;
  manifest.quantization = io::Quantization::kInt8;
  EXPECT_TRUE(
      io::write_bundle(directory, manifest, quantized.tensors, {{"tokenizer.json", test::tiny_tokenizer_json()}}));
  return io::open_bundle(directory).value();
}

TEST(TextStart, WeightsOf8BitsStandAnywhereInTheirStepsUnlessFrozen) {
  const std::string directory = test::scratch_folder() + "/int8";
  const auto bundle = int8_bundle(directory);
  auto config = config_with(directory, {"anger", "joy"});
  const auto trained = text_start_from(config), again = text_start_from(config);
  config.freeze_encoder = true;
  const auto frozen = text_start_from(config);
  ASSERT_TRUE(trained && again) << trained.error().message;
  ASSERT_TRUE(frozen) << frozen.error().message;
  const std::string name = "layers.1.ffn.in.weight";
  const core::TensorView view = bundle.weights.find(name).value();
  const auto codes = view.as<std::int8_t>();
  const auto scales = bundle.weights.find(name + ".scale").value().as<float>();
  const std::size_t columns = codes.size() / scales.size();
  double moved = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const float scale = scales[i / columns];
    ASSERT_EQ(frozen->weights.at(name)[i], scale * static_cast<float>(codes[i])) << i;
    const float steps = trained->weights.at(name)[i] / scale - static_cast<float>(codes[i]);
    ASSERT_LE(std::abs(steps), 0.5001F) << i;
    moved += static_cast<double>(std::abs(steps)) / static_cast<double>(codes.size());
  }
  EXPECT_NEAR(moved, 0.25, 0.03) << "evenly over the step";
  EXPECT_EQ(again->weights.at(name), trained->weights.at(name));
}

TEST(TextStart, ASmallMoveOfWeightsOf8BitsIsNotRoundedAway) {
  const std::string directory = test::scratch_folder() + "/int8";
  const auto before = int8_bundle(directory);
  auto start = text_start_from(config_with(directory, {"anger", "joy"}));
  ASSERT_TRUE(start) << start.error().message;
  const std::string name = "layers.0.ffn.in.weight";
  const core::TensorView view = before.weights.find(name).value();
  const auto codes = view.as<std::int8_t>();
  const auto scales = before.weights.find(name + ".scale").value().as<float>();
  auto& weights = start->weights.at(name);
  const std::size_t columns = codes.size() / scales.size();
  constexpr float kMove = 0.2F;  // of a step, all in one direction
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += kMove * scales[i / columns];
  double arrived = 0;
  std::vector<std::int8_t> again(columns);
  for (std::size_t row = 0; row < scales.size(); ++row) {
    const float scale = models::quantize_row_within_octets(std::span(weights).subspan(row * columns, columns), again);
    for (std::size_t k = 0; k < columns; ++k) {
      const auto i = row * columns + k;
      arrived += static_cast<double>(scale * static_cast<float>(again[k]) / scales[row] - static_cast<float>(codes[i]));
    }
  }
  EXPECT_NEAR(arrived / static_cast<double>(codes.size()), kMove, 0.08);
}

TEST(TextStart, AHuggingFaceFolder) {
  const std::string folder = std::string(EMO_SOURCE_DIR) + "/tests/golden/hf/minilm_encoder";
  const auto start = text_start_from(config_with(folder, kUnknown));
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->architecture.encoder.layers, 2);
  EXPECT_EQ(start->weights.count("embeddings.word"), 1U);
}

TEST(TextStart, OfACheckpointWithAHeadThatCannotBeReadTheEncoderIsTaken) {
  const std::string folder = test::scratch_folder() + "/regression";
  std::filesystem::copy(EMO_SOURCE_DIR "/tests/golden/hf/bert_multilabel", folder);
  std::string json = io::read_file(folder + "/config.json").value();
  const std::string problem = "\"multi_label_classification\"";
  ASSERT_NE(json.find(problem), std::string::npos);
  json.replace(json.find(problem), problem.size(), "\"regression\"");
  std::ofstream(folder + "/config.json") << json;
  const auto start = text_start_from(config_with(folder, kUnknown));
  ASSERT_TRUE(start) << start.error().message;
  ASSERT_EQ(start->told.size(), 1U);
  EXPECT_NE(start->told[0].find("the head of 'regression' is left out"), std::string::npos) << start->told[0];
  EXPECT_EQ(start->weights.count("layers.0.attention.qkv.weight"), 1U);
  EXPECT_TRUE(start->carried.empty());
}

TEST(TextStart, AFreshEncoderFromTheConfig) {
  auto config = test::toy_config(test::scratch_folder());
  config.heads[0].labels = {"a", "b"};
  config.encoder.vocab_size = 0;  // taken from the tokenizer
  const auto start = text_start_from(config);
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->architecture.encoder.vocab_size, start->tokenizer->vocab_size());
  EXPECT_TRUE(start->weights.empty());
}

TEST(TextStart, WithoutTokenizerAVocabularyIsLearntFromTheRows) {
  auto config = test::toy_config(test::scratch_folder());
  config.tokenizer.clear();
  config.encoder = {};
  const auto data = load_text_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  const auto start = text_start_from(config, data->train);
  ASSERT_TRUE(start) << start.error().message;
  const auto& encoder = start->architecture.encoder;
  EXPECT_EQ(encoder.layers, 4);
  EXPECT_EQ(encoder.max_positions, config.max_tokens);
  EXPECT_EQ(encoder.vocab_size, start->tokenizer->vocab_size());
  std::vector<std::int32_t> ids;
  start->tokenizer->encode("happy", ids);
  EXPECT_EQ(ids.size(), 1U) << "a frequent word is one piece";
  EXPECT_EQ(text_start_from(config, data->train)->tokenizer_json, start->tokenizer_json);
  config.encoder.hidden = 64;
  config.encoder.vocab_size = 60;
  const auto narrow = text_start_from(config, data->train);
  ASSERT_TRUE(narrow) << narrow.error().message;
  EXPECT_EQ(narrow->architecture.encoder.hidden, 64);
  EXPECT_EQ(narrow->architecture.encoder.feed_forward, 256);
  EXPECT_EQ(narrow->tokenizer->vocab_size(), 60);
}

TEST(TextStart, AWordTableSmallerThanTheVocabularyIsRefused) {
  auto config = test::toy_config(test::scratch_folder());
  config.heads[0].labels = {"a", "b"};
  config.encoder.vocab_size = 20;
  const auto start = text_start_from(config);
  ASSERT_FALSE(start);
  EXPECT_NE(start.error().message.find("only 20 rows"), std::string::npos);
}

TEST(TextStart, SaysWhatIsMissing) {
  const std::string folder = test::scratch_folder();
  const auto neither = text_start_from(config_with(folder, kUnknown));
  ASSERT_FALSE(neither);
  EXPECT_EQ(neither.error().code, ErrorCode::kNotFound);
  EXPECT_NE(neither.error().message.find("manifest.json"), std::string::npos);
  const auto nothing = text_start_from(config_with("", kUnknown));
  ASSERT_FALSE(nothing);
  EXPECT_NE(nothing.error().message.find("--init"), std::string::npos);
}

}  // namespace
}  // namespace emo::train
