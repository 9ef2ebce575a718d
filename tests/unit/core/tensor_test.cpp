// Shapes in words, element counts, typed views.
#include "core/tensor.hpp"

#include <gtest/gtest.h>

#include <array>

namespace emo::core {
namespace {

TEST(Shape, Printing) {
  EXPECT_EQ(to_string(Shape{}), "[]");
  EXPECT_EQ(to_string(Shape{30522, 384}), "[30522, 384]");
}

TEST(TensorView, ElementsAndTypedAccess) {
  const std::array<float, 6> values{1, 2, 3, 4, 5, 6};
  const TensorView view{DType::kF32, {2, 3}, std::as_bytes(std::span(values))};
  EXPECT_EQ(view.elements(), 6);
  EXPECT_EQ(view.as<float>().size(), 6U);
  EXPECT_EQ(view.as<float>()[4], 5.0F);
  EXPECT_EQ((TensorView{DType::kF32, {}, {}}).elements(), 1);
  EXPECT_EQ((TensorView{DType::kF32, {4, 0}, {}}).elements(), 0);
}

TEST(DType, Sizes) {
  EXPECT_EQ(dtype_size(DType::kF32), 4U);
  EXPECT_EQ(dtype_size(DType::kBF16), 2U);
  EXPECT_EQ(dtype_size(DType::kU8), 1U);
  EXPECT_EQ(dtype_size(DType::kF64), 8U);
  EXPECT_EQ(dtype_size(DType::kS64), 8U);
}

}  // namespace
}  // namespace emo::core
