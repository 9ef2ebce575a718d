// Buckets of token distances against values worked out by hand, and what any table of them must obey.
#include "core/relative_position.hpp"

#include <gtest/gtest.h>

namespace emo::core {
namespace {

TEST(RelativeBucket, SmallDistancesHaveTheirOwn) {
  for (std::int64_t distance = 0; distance < 8; ++distance) {
    EXPECT_EQ(relative_bucket(-distance, 32, 128), distance);
    EXPECT_EQ(relative_bucket(distance, 32, 128), distance == 0 ? 0 : 16 + distance);
  }
}

// 8 buckets from 8 to 128: each ends 2^(1/2) further than the one before.
TEST(RelativeBucket, LargeOnesShareRangesThatGrow) {
  const struct {
    std::int64_t distance, bucket;
  } expected[] = {{8, 8},   {11, 8},  {12, 9},  {15, 9},  {16, 10}, {22, 10}, {23, 11},  {31, 11},  {32, 12},
                  {45, 12}, {46, 13}, {63, 13}, {64, 14}, {90, 14}, {91, 15}, {127, 15}, {128, 15}, {5000, 15}};
  for (const auto& [distance, bucket] : expected) {
    EXPECT_EQ(relative_bucket(-distance, 32, 128), bucket) << distance;
    EXPECT_EQ(relative_bucket(distance, 32, 128), 16 + bucket) << distance;
  }
}

TEST(RelativeBuckets, HoldEveryOffsetInOrder) {
  EXPECT_EQ(relative_buckets(1, 32, 128), (std::vector<std::int64_t>{0}));
  EXPECT_EQ(relative_buckets(3, 32, 128), (std::vector<std::int64_t>{2, 1, 0, 17, 18}));
  const auto many = relative_buckets(100, 32, 128);
  ASSERT_EQ(many.size(), 199U);
  EXPECT_EQ(many[99 - 99], relative_bucket(-99, 32, 128));
  EXPECT_EQ(many[99 + 40], relative_bucket(40, 32, 128));
}

TEST(RelativeBucket, NeverFallsWithDistanceAndStaysInTheTable) {
  for (const std::int64_t buckets : {4, 8, 32, 64}) {
    for (const std::int64_t furthest : {buckets / 4 + 1, buckets, 10 * buckets}) {
      std::int64_t before = 0, behind = buckets / 2;
      for (std::int64_t distance = 1; distance < 20 * buckets; ++distance) {
        const auto b = relative_bucket(-distance, buckets, furthest);
        const auto a = relative_bucket(distance, buckets, furthest);
        EXPECT_GE(b, before);
        EXPECT_LT(b, buckets / 2);
        EXPECT_GE(a, behind);
        EXPECT_LT(a, buckets);
        before = b;
        behind = a;
      }
    }
  }
}

}  // namespace
}  // namespace emo::core
