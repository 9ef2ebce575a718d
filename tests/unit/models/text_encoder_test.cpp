// The encoder on every instruction set that this CPU has: all give the same vectors, up to float rounding.
#include "models/text_encoder.hpp"

#include <gtest/gtest.h>

#include "models/text_workspace.hpp"
#include "random_model.hpp"

namespace emo::models {
namespace {

class TextEncoderIsa : public ::testing::TestWithParam<io::Quantization> {};

TEST_P(TextEncoderIsa, AllInstructionSetsAgree) {
  test::ModelShape shape;
  shape.hidden = 36;
  shape.heads = 3;
  const auto architecture = test::architecture_of(shape);
  const auto made = test::make_bundle(architecture, test::random_tensors(architecture, 5), GetParam());
  const WeightReader reader(made.bundle.weights, GetParam());
  std::vector<std::vector<std::int32_t>> ids;
  for (unsigned i = 1; i <= 12; ++i) ids.push_back(test::random_ids(shape.vocabulary, 3 * i, i));
  const std::vector<std::span<const std::int32_t>> sequences(ids.begin(), ids.end());
  const std::size_t ld = 48;
  const auto encode = [&](nn::Isa isa) {
    auto encoder = TextEncoder::load(architecture.encoder, reader, isa);
    EXPECT_TRUE(encoder) << encoder.error().message;
    TextWorkspace workspace;
    std::vector<float> pooled(sequences.size() * ld);
    encoder->encode(sequences, workspace.impl(), pooled.data(), ld);
    return pooled;
  };
  const auto reference = encode(nn::Isa::kScalar);
  for (const nn::Isa isa : nn::all_isas()) {
    if (!nn::isa_supported(isa)) continue;
    const auto pooled = encode(isa);
    // In int8 a last-bit difference can move one code by a step.
    const float tolerance = GetParam() == io::Quantization::kInt8 ? 0.02F : 1e-5F;
    for (std::size_t i = 0; i < pooled.size(); ++i)
      ASSERT_NEAR(pooled[i], reference[i], tolerance) << nn::isa_name(isa);
  }
}

struct NoObserver final : LinearObserver {
  void input(const std::string& /*linear*/, const nn::Rows& /*x*/) override {}
};

// With an observer, which is to see all of it, the whole last layer is computed.
TEST_P(TextEncoderIsa, TheFirstTokenAloneIsTheSameInTheLastLayer) {
  test::ModelShape shape;
  shape.pooling = core::Pooling::kFirst;
  shape.relative_buckets = 8;
  shape.relative_distance = 20;
  const auto architecture = test::architecture_of(shape);
  const auto made = test::make_bundle(architecture, test::random_tensors(architecture, 6), GetParam());
  std::vector<std::vector<std::int32_t>> ids;
  for (const std::size_t tokens : {7U, 1U, 30U, 2U}) ids.push_back(test::random_ids(shape.vocabulary, tokens, 1));
  const std::vector<std::span<const std::int32_t>> sequences(ids.begin(), ids.end());
  const std::size_t ld = 32;
  for (const nn::Isa isa : nn::all_isas()) {
    if (!nn::isa_supported(isa)) continue;
    const auto encoder = TextEncoder::load(architecture.encoder, WeightReader(made.bundle.weights, GetParam()), isa);
    ASSERT_TRUE(encoder) << encoder.error().message;
    std::vector<float> first(sequences.size() * ld), whole(sequences.size() * ld);
    TextWorkspace workspace;
    encoder->encode(sequences, workspace.impl(), first.data(), ld);
    NoObserver observer;
    workspace.impl().observer = &observer;
    encoder->encode(sequences, workspace.impl(), whole.data(), ld);
    EXPECT_EQ(first, whole) << nn::isa_name(isa);
    EXPECT_NE(first[0], 0.0F);
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, TextEncoderIsa, ::testing::Values(io::Quantization::kF32, io::Quantization::kInt8),
                         [](const auto& format) { return format.param == io::Quantization::kF32 ? "F32" : "Int8"; });

TEST(TextEncoder, MissingTensorIsNamed) {
  const auto architecture = test::architecture_of({});
  const auto made = test::make_bundle(architecture, test::random_tensors(architecture, 5), io::Quantization::kF32);
  auto config = architecture.encoder;
  config.layers = 3;
  const auto encoder =
      TextEncoder::load(config, WeightReader(made.bundle.weights, io::Quantization::kF32), nn::best_isa());
  ASSERT_FALSE(encoder);
  EXPECT_NE(encoder.error().message.find("layers.2.attention.qkv.weight"), std::string::npos)
      << encoder.error().message;
}

TEST(Activate, NoneLeavesValuesAlone) {
  float x[3] = {-1, 0, 2};
  activate(nn::kernels(nn::best_isa()), {x, 3, 1, 3}, core::Activation::kNone);
  EXPECT_EQ(x[0], -1);
  activate(nn::kernels(nn::best_isa()), {x, 3, 1, 3}, core::Activation::kRelu);
  EXPECT_EQ(x[0], 0);
  EXPECT_EQ(x[2], 2);
}

}  // namespace
}  // namespace emo::models
