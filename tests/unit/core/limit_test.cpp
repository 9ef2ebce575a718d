#include "core/limit.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace emo::core {
namespace {

TEST(Reaches, IsOfTheFiguresAndNotOfTheirLastBits) {
  ASSERT_LT((0.7 + 0.7 + 0.7) / 3, 0.7);
  EXPECT_TRUE(reaches((0.7 + 0.7 + 0.7) / 3, 0.7));
  EXPECT_TRUE(reaches(0.3, 0.1 + 0.2));
  EXPECT_FALSE(reaches(0.6999999, 0.7));
  EXPECT_FALSE(reaches(std::numeric_limits<double>::quiet_NaN(), 0));
  EXPECT_FALSE(reaches(1, std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace
}  // namespace emo::core
