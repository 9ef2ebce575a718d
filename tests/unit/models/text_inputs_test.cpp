#include "models/text_inputs.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/text_quantize.hpp"
#include "random_model.hpp"

namespace emo::models {
namespace {

class TextInputsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    test::ModelShape shape;
    shape.hidden = 48;
    shape.inner = 80;
    architecture_ = test::architecture_of(shape);
    tensors_ = test::random_tensors(architecture_, 11);
    for (unsigned i = 0; i < 80; ++i) {
      texts_.push_back(test::random_ids(shape.vocabulary, 1 + i % 17, i));
      tokens_ += texts_.back().size();
    }
  }

  [[nodiscard]] double distance_from_f32(const std::vector<std::pair<std::string, core::TensorView>>& tensors) const {
    const auto bytes = io::serialize_safetensors(tensors).value();
    io::Bundle bundle;
    bundle.directory = "memory";
    bundle.manifest.task = io::Task::kText;
    bundle.manifest.text = architecture_;
    bundle.manifest.quantization = io::Quantization::kInt8;
    bundle.weights = io::SafeTensors::parse(std::as_bytes(std::span(bytes)), "memory").value();
    const auto model = TextModel::load(bundle).value();
    TextWorkspace workspace;
    double sum = 0;
    for (const auto& text : texts_) {
      const std::span<const std::int32_t> one(text);
      const auto logits = model.run({&one, 1}, workspace).value();
      const auto expected = test::reference_logits(architecture_, tensors_, text);
      for (std::size_t i = 0; i < logits.size(); ++i) sum += std::pow(double{logits[i]} - expected[i], 2);
    }
    return sum;
  }

  core::TextArchitecture architecture_;
  test::Tensors tensors_;
  std::vector<std::vector<std::int32_t>> texts_;
  std::size_t tokens_ = 0;
};

TEST_F(TextInputsTest, EveryMatrixOfTheLayersAndNothingElse) {
  const auto made = test::make_bundle(architecture_, tensors_, io::Quantization::kF32);
  auto inputs = TextInputs::open(made.bundle, texts_).value();
  for (const char* layer : {"layers.1", "layers.0"}) {
    for (const char* matrix : {".attention.qkv", ".attention.out", ".ffn.in", ".ffn.out"}) {
      const InputMoments* moments = inputs.of(std::string(layer) + matrix + ".weight").value();
      ASSERT_NE(moments, nullptr) << layer << matrix;
      EXPECT_EQ(moments->rows(), tokens_);
      EXPECT_EQ(moments->inputs(), std::string(matrix) == ".ffn.out" ? 80U : 48U);
    }
  }
  for (const char* other : {"embeddings.word", "heads.a.out.weight", "layers.0.ffn.in.bias", "layers.2.ffn.in.weight",
                            "layers.x.ffn.in.weight", "embeddings.norm.weight"}) {
    EXPECT_EQ(inputs.of(other).value(), nullptr) << other;
  }
}

// The first matrix reads normalised rows: with gamma 1 and beta 0 their squares sum to the width.
TEST_F(TextInputsTest, TheFirstMatrixReadsTheNormalisedEmbeddings) {
  for (float& g : tensors_.at("embeddings.norm.weight")) g = 1.0F;
  for (float& b : tensors_.at("embeddings.norm.bias")) b = 0.0F;
  const auto made = test::make_bundle(architecture_, tensors_, io::Quantization::kF32);
  auto inputs = TextInputs::open(made.bundle, texts_).value();
  const InputMoments& moments = *inputs.of("layers.0.attention.qkv.weight").value();
  double trace = 0, all = 0;
  for (std::size_t i = 0; i < moments.inputs(); ++i) {
    trace += double{moments.row(i)[i]};
    for (const float m : moments.row(i)) all += double{m};
  }
  const double expected = static_cast<double>(tokens_ * moments.inputs());
  EXPECT_NEAR(trace / expected, 1.0, 1e-3);
  EXPECT_NEAR(all / expected, 0.0, 1e-3);  // of rows with mean 0
}

TEST_F(TextInputsTest, CountsTheMatrices) {
  const auto made = test::make_bundle(architecture_, tensors_, io::Quantization::kF32);
  std::vector<std::size_t> counted;
  auto inputs = TextInputs::open(made.bundle, texts_, [&](std::size_t done, std::size_t total) {
                  EXPECT_EQ(total, 8U);
                  counted.push_back(done);
                }).value();
  (void)quantize_text_tensors(architecture_, test::views_of(architecture_, tensors_), &inputs).value();
  EXPECT_EQ(counted, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST_F(TextInputsTest, AModelRoundedForItsTextsIsNearerToItselfInF32) {
  const auto made = test::make_bundle(architecture_, tensors_, io::Quantization::kF32);
  auto inputs = TextInputs::open(made.bundle, texts_).value();
  const auto views = test::views_of(architecture_, tensors_);
  const auto plain = quantize_text_tensors(architecture_, views).value();
  const auto fitted = quantize_text_tensors(architecture_, views, &inputs).value();
  EXPECT_LT(distance_from_f32(fitted.tensors), 0.8 * distance_from_f32(plain.tensors));
}

}  // namespace
}  // namespace emo::models
