#include "core/largest.hpp"

#include <gtest/gtest.h>

#include <span>
#include <vector>

namespace emo::core {
namespace {

TEST(IndexOfLargest, IsTheFirstOfEquals) {
  const std::vector<float> values{0.1F, 0.4F, 0.4F, -1.0F};
  EXPECT_EQ(index_of_largest(values), 1U);
  EXPECT_EQ(index_of_largest(std::span(values).subspan(2)), 0U);
  EXPECT_EQ(index_of_largest(std::vector<int>{-3, -2}), 1U);
}

}  // namespace
}  // namespace emo::core
