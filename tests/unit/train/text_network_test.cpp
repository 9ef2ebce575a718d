#include "train/text_network.hpp"

#include <gtest/gtest.h>

#include <random>

#include "io/bundle.hpp"
#include "models/text_model.hpp"
#include "tiny_bundle.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

std::vector<std::vector<std::int32_t>> random_ids(std::int64_t vocabulary, const std::vector<std::size_t>& lengths) {
  std::mt19937 random(4);
  std::vector<std::vector<std::int32_t>> out;
  for (const auto length : lengths) {
    auto& ids = out.emplace_back(length);
    for (auto& id : ids) id = static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(vocabulary));
  }
  return out;
}

PackedBatch packed(const std::vector<std::vector<std::int32_t>>& sequences) {
  PackedBatch batch;
  for (const auto& ids : sequences) batch.add(ids.data(), ids.size());
  return batch;
}

std::map<std::string, std::vector<float>> weights_of(const io::Bundle& bundle) {
  std::map<std::string, std::vector<float>> out;
  for (const auto& spec : core::tensors_of(bundle.manifest.text)) {
    const auto values = bundle.weights.find(spec.name).value().as<float>();
    out[spec.name].assign(values.begin(), values.end());
  }
  return out;
}

// Trainer and engine are two implementations of one arithmetic.
void expect_engine_logits(const io::Manifest& manifest) {
  const std::string folder = test::scratch_folder() + "/b";
  test::write_tiny_bundle(folder, manifest, 11, false);
  const auto bundle = io::open_bundle(folder);
  ASSERT_TRUE(bundle) << bundle.error().message;
  const auto model = models::TextModel::load(*bundle);
  ASSERT_TRUE(model) << model.error().message;
  TextNetwork network(manifest.text, 1, at::kCPU);
  const auto taken = network.assign(weights_of(*bundle));
  ASSERT_TRUE(taken) << taken.error().message;
  EXPECT_EQ(static_cast<std::size_t>(*taken), core::tensors_of(manifest.text).size());

  const auto sequences = random_ids(manifest.text.encoder.vocab_size, {2, 1, 17, 32, 5, 3});
  const std::vector<std::span<const std::int32_t>> spans(sequences.begin(), sequences.end());
  models::TextWorkspace workspace;
  const auto expected = model->run(spans, workspace);
  ASSERT_TRUE(expected) << expected.error().message;
  at::NoGradGuard no_grad;
  for (const bool train_words : {false, true}) {
    const auto output = network.forward(packed(sequences), 0.0, 0, train_words ? Frozen::kNothing : Frozen::kWords);
    const at::Tensor all = at::cat(output.logits, 1).contiguous();
    ASSERT_EQ(static_cast<std::size_t>(all.numel()), expected->size());
    for (std::size_t i = 0; i < expected->size(); ++i) {
      ASSERT_NEAR(all.data_ptr<float>()[i], (*expected)[i], 1e-4) << i;
    }
  }
}

TEST(TextNetwork, Bfloat16GivesNearlyTheSameLogitsAndGradientsInF32) {
  const auto manifest = test::tiny_manifest();
  TextNetwork network(manifest.text, 3, at::kCPU);
  const auto sequences = random_ids(manifest.text.encoder.vocab_size, {2, 1, 17, 32, 5, 3});
  const auto exact = network.forward(packed(sequences), 0.0, 0, Frozen::kWords);
  const auto rounded = network.forward(packed(sequences), 0.0, 0, Frozen::kWords, Precision::kBfloat16);
  const at::Tensor all = at::cat(exact.logits, 1), close = at::cat(rounded.logits, 1);
  ASSERT_EQ(close.scalar_type(), at::kFloat);
  EXPECT_FALSE(at::equal(all, close));
  EXPECT_LT((all - close).abs().max().item<double>(), 0.05 * all.abs().max().item<double>());
  close.pow(2).sum().backward();
  for (auto& [name, value] : network.parameters()) {
    if (name == "embeddings.word") continue;
    ASSERT_TRUE(value.grad().defined()) << name;
    EXPECT_EQ(value.grad().scalar_type(), at::kFloat) << name;
  }
}

TEST(TextNetwork, LogitsEqualTheEngines) {
  expect_engine_logits(test::tiny_manifest());
}

TEST(TextNetwork, LogitsEqualTheEnginesInOtherArchitectures) {
  auto manifest = test::tiny_manifest();
  manifest.text.encoder.pooling = core::Pooling::kFirst;
  manifest.text.encoder.activation = core::Activation::kGeluTanh;
  manifest.text.encoder.token_types = 0;
  manifest.text.encoder.position_offset = 2;
  manifest.text.encoder.layer_norm_eps = 1e-5;
  expect_engine_logits(manifest);
}

TEST(TextNetwork, LogitsEqualTheEnginesWithABiasByDistance) {
  auto manifest = test::tiny_manifest();
  manifest.text.encoder.relative_buckets = 8;
  manifest.text.encoder.relative_distance = 20;
  expect_engine_logits(manifest);
}

TEST(TextNetwork, TheBiasByDistanceIsLearnt) {
  auto architecture = test::tiny_manifest().text;
  architecture.encoder.relative_buckets = 8;
  architecture.encoder.relative_distance = 20;
  TextNetwork network(architecture, 4, at::kCPU);
  const auto batch = packed(random_ids(80, {3, 2}));
  network.forward(batch, 0.0, 0, Frozen::kWords).logits[0].pow(2).sum().backward();
  const at::Tensor gradient = network.parameter("relative_bias").grad();
  ASSERT_TRUE(gradient.defined());
  const at::Tensor rows = gradient.abs().sum(1);
  for (const std::int64_t bucket : {0, 1, 2, 5, 6}) EXPECT_GT(rows[bucket].item<float>(), 0.0F) << bucket;
  for (const std::int64_t bucket : {3, 4, 7}) EXPECT_EQ(rows[bucket].item<float>(), 0.0F) << "no such distance here";
}

TEST(TextNetwork, ATextDoesNotDependOnItsNeighbours) {
  TextNetwork network(test::tiny_manifest().text, 1, at::kCPU);
  const auto sequences = random_ids(80, {4, 9, 1});
  at::NoGradGuard no_grad;
  const auto together = network.forward(packed(sequences), 0.0, 0, Frozen::kWords);
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    const auto alone = network.forward(packed({sequences[i]}), 0.0, 0, Frozen::kWords);
    EXPECT_TRUE(at::allclose(together.logits[0][static_cast<std::int64_t>(i)], alone.logits[0][0], 1e-4, 1e-5));
  }
}

TEST(TextNetwork, TheSeedFixesFreshWeightsAndDropout) {
  const auto architecture = test::tiny_manifest().text;
  TextNetwork first(architecture, 5, at::kCPU);
  TextNetwork second(architecture, 5, at::kCPU);
  TextNetwork third(architecture, 6, at::kCPU);
  const std::string name = "layers.0.ffn.in.weight";
  EXPECT_TRUE(at::equal(first.parameter(name), second.parameter(name)));
  EXPECT_FALSE(at::equal(first.parameter(name), third.parameter(name)));
  EXPECT_NEAR(first.parameter(name).std().item<double>(), 0.02, 0.005);
  EXPECT_TRUE(at::equal(first.parameter("layers.0.ffn.norm.weight"), at::ones({architecture.encoder.hidden})));

  const auto batch = packed(random_ids(80, {9, 9}));
  const auto run = [&](std::uint64_t torch_seed, std::uint32_t seed) {
    at::manual_seed(torch_seed);
    return first.forward(batch, 0.3, seed, Frozen::kNothing).logits[0].detach();
  };
  EXPECT_TRUE(at::equal(run(1, 2), run(1, 2)));
  EXPECT_FALSE(at::equal(run(1, 2), run(1, 3)));
}

TEST(TextNetwork, WordGradientsCoverTheRowsOfTheBatchOnly) {
  TextNetwork network(test::tiny_manifest().text, 1, at::kCPU);
  PackedBatch batch;
  const std::vector<std::int32_t> ids{7, 3, 7, 50};
  batch.add(ids.data(), ids.size());
  const auto output = network.forward(batch, 0.0, 0, Frozen::kNothing);
  output.logits[0].pow(2).sum().backward();
  EXPECT_TRUE(at::equal(output.word_ids, at::tensor({std::int64_t{3}, std::int64_t{7}, std::int64_t{50}})));
  EXPECT_EQ(output.word_rows.grad().size(0), 3);
  EXPECT_GT(output.word_rows.grad().abs().max().item<double>(), 0.0);
  EXPECT_FALSE(network.parameter("embeddings.word").grad().defined());
  const auto frozen = network.forward(batch, 0.0, 0, Frozen::kWords);
  EXPECT_FALSE(frozen.word_rows.defined());
}

TEST(TextNetwork, AFrozenEncoderGivesTheSameLogitsAndGradientsToHeadsOnly) {
  TextNetwork network(test::tiny_manifest().text, 1, at::kCPU);
  PackedBatch batch;
  const std::vector<std::int32_t> ids{7, 3, 7, 50};
  batch.add(ids.data(), ids.size());
  const auto free = network.forward(batch, 0.0, 0, Frozen::kWords);
  const auto frozen = network.forward(batch, 0.0, 0, Frozen::kEncoder);
  EXPECT_TRUE(at::equal(free.logits[0], frozen.logits[0]));
  frozen.logits[0].pow(2).sum().backward();
  for (auto& [name, parameter] : network.parameters()) {
    const bool head = name.rfind("heads.", 0) == 0;
    EXPECT_TRUE(head || !parameter.grad().defined()) << name;
  }
  const std::string head = "heads." + network.architecture().heads[0].name + ".out.weight";
  EXPECT_GT(network.parameter(head).grad().abs().max().item<double>(), 0.0);
}

TEST(TextNetwork, WeightsOfAnotherShapeAreRefused) {
  TextNetwork network(test::tiny_manifest().text, 1, at::kCPU);
  const auto taken = network.assign({{"embeddings.norm.bias", {1.0F, 2.0F}}});
  ASSERT_FALSE(taken);
  EXPECT_NE(taken.error().message.find("'embeddings.norm.bias' has 2 values"), std::string::npos);
}

}  // namespace
}  // namespace emo::train
