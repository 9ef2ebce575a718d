// Whole models against a double-precision reference, and what a caller may rely on: neighbours, threads and workspaces
// never change a result, and bad input is refused by name.
#include "models/text_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "random_model.hpp"

namespace emo::models {
namespace {

using test::ModelShape;
using Ids = std::vector<std::int32_t>;

std::vector<float> run_one(const TextModel& model, const Ids& ids) {
  TextWorkspace workspace;
  const std::span<const std::int32_t> sequence(ids);
  auto logits = model.run({&sequence, 1}, workspace);
  EXPECT_TRUE(logits) << logits.error().message;
  return logits ? *logits : std::vector<float>();
}

void expect_near_reference(const ModelShape& shape, io::Quantization quantization, double tolerance) {
  const auto architecture = test::architecture_of(shape);
  const auto tensors = test::random_tensors(architecture, 11);
  const auto made = test::make_bundle(architecture, tensors, quantization);
  const auto model = TextModel::load(made.bundle);
  ASSERT_TRUE(model) << model.error().message;
  const auto exact = quantization == io::Quantization::kInt8 ? test::rounded_to_int8(architecture, tensors) : tensors;
  for (const std::size_t tokens : {1U, 2U, 3U, 8U, 17U, 33U}) {
    const Ids ids = test::random_ids(shape.vocabulary, tokens, static_cast<unsigned>(tokens));
    const auto expected = test::reference_logits(architecture, exact, ids);
    const auto actual = run_one(*model, ids);
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k) {
      EXPECT_NEAR(actual[k], expected[k], tolerance) << "tokens " << tokens << " logit " << k;
    }
  }
}

TEST(TextModel, F32EqualsReference) {
  expect_near_reference({}, io::Quantization::kF32, 2e-5);
}

TEST(TextModel, Int8IsNearReference) {
  expect_near_reference({}, io::Quantization::kInt8, 0.06);
}

TEST(TextModel, FirstTokenPooling) {
  ModelShape shape;
  shape.pooling = core::Pooling::kFirst;
  expect_near_reference(shape, io::Quantization::kF32, 2e-5);
}

TEST(TextModel, RobertaPositionsStartLater) {
  ModelShape shape;
  shape.offset = 2;
  shape.token_types = 1;
  expect_near_reference(shape, io::Quantization::kF32, 2e-5);
}

TEST(TextModel, RobertaDoesNotCountPaddingThatATextNames) {
  ModelShape shape;
  shape.offset = 2;
  shape.vocabulary = 4;  // every fourth token or so is padding
  expect_near_reference(shape, io::Quantization::kF32, 2e-5);
}

TEST(TextModel, DistilbertHasNoTokenTypes) {
  ModelShape shape;
  shape.token_types = 0;
  expect_near_reference(shape, io::Quantization::kF32, 2e-5);
}

TEST(TextModel, MpnetAddsABiasByDistance) {
  ModelShape shape;
  shape.token_types = 0;
  shape.relative_buckets = 8;
  shape.relative_distance = 12;
  expect_near_reference(shape, io::Quantization::kF32, 2e-5);
  expect_near_reference(shape, io::Quantization::kInt8, 0.06);
}

TEST(TextModel, OtherActivations) {
  for (const auto activation : {core::Activation::kGeluTanh, core::Activation::kRelu, core::Activation::kTanh}) {
    ModelShape shape;
    shape.activation = activation;
    expect_near_reference(shape, io::Quantization::kF32, 2e-5);
    expect_near_reference(shape, io::Quantization::kInt8, 0.06);
  }
}

TEST(TextModel, OddWidths) {
  ModelShape shape;
  shape.hidden = 21;
  shape.heads = 7;
  shape.inner = 37;
  expect_near_reference(shape, io::Quantization::kF32, 2e-5);
  expect_near_reference(shape, io::Quantization::kInt8, 0.06);
}

class TextModelBatch : public ::testing::TestWithParam<io::Quantization> {
 protected:
  TextModelBatch()
      : architecture_(test::architecture_of({})),
        made_(test::make_bundle(architecture_, test::random_tensors(architecture_, 12), GetParam())),
        model_(TextModel::load(made_.bundle).value()) {
    // More tokens than one chunk of the encoder, so that chunk borders are crossed.
    for (unsigned i = 0; i < 60; ++i) sequences_.push_back(test::random_ids(50, 1 + (i * 7) % 40, i));
  }
  [[nodiscard]] std::vector<std::span<const std::int32_t>> views() const {
    return {sequences_.begin(), sequences_.end()};
  }

  core::TextArchitecture architecture_;
  test::MemoryBundle made_;
  TextModel model_;
  std::vector<Ids> sequences_;
};

TEST_P(TextModelBatch, EqualsSinglesBitForBit) {
  TextWorkspace workspace;
  const auto batch = model_.run(views(), workspace).value();
  ASSERT_EQ(batch.size(), sequences_.size() * 8);
  for (std::size_t b = 0; b < sequences_.size(); ++b) {
    const auto single = run_one(model_, sequences_[b]);
    for (std::size_t k = 0; k < 8; ++k) EXPECT_EQ(batch[b * 8 + k], single[k]) << "sequence " << b << " logit " << k;
  }
}

TEST_P(TextModelBatch, WorkspaceReuseChangesNothing) {
  TextWorkspace workspace;
  const auto first = model_.run(views(), workspace).value();
  const auto small = views();
  ASSERT_TRUE(model_.run({small.data(), 3}, workspace));
  EXPECT_EQ(model_.run(views(), workspace).value(), first);
  TextWorkspace moved = std::move(workspace);
  EXPECT_EQ(model_.run(views(), moved).value(), first);
}

TEST_P(TextModelBatch, ThreadsShareOneModel) {
  TextWorkspace workspace;
  const auto expected = model_.run(views(), workspace).value();
  std::vector<std::vector<float>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&] {
      TextWorkspace own;
      for (int i = 0; i < 3; ++i) result = model_.run(views(), own).value();
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result, expected);
}

TEST_P(TextModelBatch, OutlivesItsBundle) {
  TextWorkspace workspace;
  const auto expected = model_.run(views(), workspace).value();
  made_.bundle = io::Bundle();
  EXPECT_EQ(model_.run(views(), workspace).value(), expected);
}

TEST_P(TextModelBatch, EmbedGivesPooledVectors) {
  TextWorkspace workspace;
  const auto vectors = model_.embed(views(), workspace).value();
  ASSERT_EQ(vectors.size(), sequences_.size() * 24);
  // Layer normalisation with gamma near 1 keeps them near unit variance, and different inputs differ.
  EXPECT_NE(vectors[0], vectors[24]);
  const std::span<const std::int32_t> second(sequences_[1]);
  const auto single = model_.embed({&second, 1}, workspace).value();
  EXPECT_TRUE(std::equal(single.begin(), single.end(), vectors.begin() + 24));
}

TEST_P(TextModelBatch, EmptyBatchGivesNothing) {
  TextWorkspace workspace;
  EXPECT_TRUE(model_.run({}, workspace).value().empty());
}

TEST_P(TextModelBatch, BadInputIsNamed) {
  TextWorkspace workspace;
  const auto error_of = [&](const Ids& bad) {
    const std::span<const std::int32_t> batch[2] = {sequences_[0], bad};
    const auto result = model_.run(batch, workspace);
    EXPECT_FALSE(result);
    EXPECT_EQ(model_.embed(batch, workspace).error().message, result.error().message);
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidInput);
    return result.error().message;
  };
  EXPECT_EQ(error_of({}), "sequence 1 has 0 tokens, expected 1..40");
  EXPECT_EQ(error_of(Ids(41, 1)), "sequence 1 has 41 tokens, expected 1..40");
  EXPECT_EQ(error_of({3, 50}), "sequence 1 has the id 50 at token 1, expected 0..49");
  EXPECT_EQ(error_of({-1}), "sequence 1 has the id -1 at token 0, expected 0..49");
}

INSTANTIATE_TEST_SUITE_P(Formats, TextModelBatch, ::testing::Values(io::Quantization::kF32, io::Quantization::kInt8),
                         [](const auto& format) { return format.param == io::Quantization::kF32 ? "F32" : "Int8"; });

TEST(TextModelLoad, RefusesOtherTasks) {
  const auto architecture = test::architecture_of({});
  auto made = test::make_bundle(architecture, test::random_tensors(architecture, 1), io::Quantization::kF32);
  made.bundle.manifest.task = io::Task::kFace;
  const auto model = TextModel::load(made.bundle);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::kUnsupported);
}

TEST(TextModelLoad, RefusesWeightsOfAnotherArchitecture) {
  const auto architecture = test::architecture_of({});
  auto made = test::make_bundle(architecture, test::random_tensors(architecture, 1), io::Quantization::kF32);
  made.bundle.manifest.text.encoder.feed_forward = 41;
  const auto model = TextModel::load(made.bundle);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(model.error().message.find("layers.0.ffn.in.weight"), std::string::npos) << model.error().message;
  EXPECT_NE(model.error().message.find("[41, 24]"), std::string::npos) << model.error().message;
}

TEST(TextModelLoad, RefusesImpossibleArchitectures) {
  const auto architecture = test::architecture_of({});
  auto made = test::make_bundle(architecture, test::random_tensors(architecture, 1), io::Quantization::kF32);
  made.bundle.manifest.text.encoder.heads = 5;  // does not divide 24
  EXPECT_FALSE(TextModel::load(made.bundle));
}

}  // namespace
}  // namespace emo::models
