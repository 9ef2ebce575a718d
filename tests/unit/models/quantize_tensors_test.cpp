// Which tensors of a bundle become 8 bits, and what is refused.
#include "models/quantize_tensors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace emo::models {
namespace {

using Tensors = std::vector<std::pair<std::string, core::TensorView>>;

const std::vector<core::TensorSpec> kSpecs = {{"table", {3, 4}, true, false}, {"bias", {3}, false, false}};

core::TensorView view_of(const core::Shape& shape, const std::vector<float>& values) {
  return {core::DType::kF32, shape, std::as_bytes(std::span(values))};
}

const core::TensorView* find(const QuantizedTensors& quantized, const std::string& name) {
  for (const auto& [stored, view] : quantized.tensors) {
    if (stored == name) return &view;
  }
  return nullptr;
}

class QuantizeTensors : public ::testing::Test {
 protected:
  std::vector<float> table_ = {1, -2, 0.5F, 2, 0, 0, 0, 0, -1e-3F, 5e-4F, 1e-3F, 0}, bias_ = {1, 2, 3};
  [[nodiscard]] std::string refusal(const Tensors& tensors) const {
    const auto quantized = quantize_tensors(kSpecs, tensors);
    EXPECT_FALSE(quantized);
    if (quantized) return {};
    EXPECT_EQ(quantized.error().code, ErrorCode::kInvalidInput);
    return quantized.error().message;
  }
};

TEST_F(QuantizeTensors, EachRowHasItsOwnScaleAndTheRestIsPassedOn) {
  const auto quantized = quantize_tensors(kSpecs, {{"bias", view_of({3}, bias_)}, {"table", view_of({3, 4}, table_)}});
  ASSERT_TRUE(quantized) << quantized.error().message;
  EXPECT_EQ(quantized->tensors.size(), 3U);
  const auto* codes = find(*quantized, "table");
  const auto* scales = find(*quantized, "table.scale");
  ASSERT_TRUE(codes != nullptr && scales != nullptr);
  EXPECT_EQ(codes->dtype, core::DType::kS8);
  EXPECT_EQ(codes->shape, (core::Shape{3, 4}));
  EXPECT_EQ(scales->shape, core::Shape{3});
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const float scale = scales->as<float>()[i / 4];
    const auto code = static_cast<float>(codes->as<std::int8_t>()[i]);
    EXPECT_NEAR(code * scale, table_[i], 0.5F * scale + 1e-9F) << i;
    EXPECT_LE(std::abs(code), 127) << i;
  }
  const auto* bias = find(*quantized, "bias");
  ASSERT_NE(bias, nullptr);
  EXPECT_EQ(bias->bytes.data(), std::as_bytes(std::span(bias_)).data()) << "not copied";
}

TEST_F(QuantizeTensors, CopiesOutliveTheirOriginal) {
  QuantizedTensors copy;
  {
    const auto quantized =
        quantize_tensors(kSpecs, {{"bias", view_of({3}, bias_)}, {"table", view_of({3, 4}, table_)}});
    ASSERT_TRUE(quantized);
    copy = *quantized;
  }
  EXPECT_FLOAT_EQ(find(copy, "table.scale")->as<float>()[0] * 127, 2);
}

TEST_F(QuantizeTensors, WhatDoesNotFitIsNamed) {
  const auto bias = view_of({3}, bias_), table = view_of({3, 4}, table_);
  EXPECT_NE(refusal({{"bias", bias}}).find("'table' [3, 4] is missing"), std::string::npos);
  EXPECT_NE(refusal({{"bias", bias}, {"table", table}, {"more", bias}}).find("'more' is not part"), std::string::npos);
  EXPECT_NE(refusal({{"bias", bias}, {"bias", bias}, {"table", table}}).find("'bias' is given twice"),
            std::string::npos);
  EXPECT_NE(refusal({{"bias", bias}, {"table", view_of({4, 3}, table_)}}).find("has shape [4, 3]"), std::string::npos);
  table_[5] = std::numeric_limits<float>::infinity();
  EXPECT_NE(refusal({{"bias", bias}, {"table", table}}).find("holds inf in row 1"), std::string::npos);
}

TEST_F(QuantizeTensors, OfMatricesWhoseInputsCannotBeKnownTheErrorIsPassedOn) {
  const std::vector<core::TensorSpec> specs = {{"matrix", {3, 4}, true, true}};
  const auto quantized = quantize_tensors(specs, {{"matrix", view_of({3, 4}, table_)}}, [](const std::string& name) {
    return Result<const InputMoments*>(Error{ErrorCode::kNotFound, "no inputs of " + name});
  });
  ASSERT_FALSE(quantized);
  EXPECT_EQ(quantized.error().message, "no inputs of matrix");
}

}  // namespace
}  // namespace emo::models
