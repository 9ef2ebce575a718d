#include "train/libtorch.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(Libtorch, TensorOfOwnsItsValues) {
  std::vector<float> values{1, 2, 3, 4, 5, 6};
  const at::Tensor tensor = tensor_of(std::span<const float>(values), {2, 3});
  values.assign(6, 0.0F);
  EXPECT_EQ(tensor.sizes(), at::IntArrayRef({2, 3}));
  EXPECT_EQ(tensor[1][0].item<float>(), 4.0F);
  const std::vector<std::int64_t> none;
  EXPECT_EQ(tensor_of(std::span<const std::int64_t>(none), {0, 5}).scalar_type(), at::kLong);
}

}  // namespace
}  // namespace emo::train
