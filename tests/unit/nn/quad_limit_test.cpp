#include "nn/quad_limit.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <vector>

namespace emo::nn {
namespace {

// The definition, octet by octet.
bool obeys(const std::vector<std::int8_t>& row) {
  for (std::size_t octet = 0; octet < row.size(); octet += 8) {
    for (const auto& quad : {std::vector<std::size_t>{0, 1, 4, 5}, std::vector<std::size_t>{2, 3, 6, 7}}) {
      int sum = 0;
      for (const std::size_t i : quad) {
        if (octet + i < row.size()) sum += std::abs(static_cast<int>(row[octet + i]));
      }
      if (sum > 128) return false;
    }
  }
  return true;
}

TEST(QuadLimit, AgreesWithItsDefinition) {
  std::mt19937 random(1);
  int yes = 0, no = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::vector<std::int8_t> row(1 + random() % 27);
    const int spread = 20 + static_cast<int>(random() % 60);
    for (auto& w : row) w = static_cast<std::int8_t>(static_cast<int>(random() % (2 * spread + 1)) - spread);
    if (random() % 8 == 0) row[random() % row.size()] = -128;
    const bool expected = obeys(row);
    (expected ? yes : no) += 1;
    ASSERT_EQ(obeys_quad_limit(row), expected) << round;
  }
  EXPECT_GT(yes, 1000);
  EXPECT_GT(no, 1000);
}

TEST(QuadLimit, TheBorder) {
  std::vector<std::int8_t> row(16, 32);
  EXPECT_TRUE(obeys_quad_limit(row));
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = -33;
    EXPECT_FALSE(obeys_quad_limit(row)) << i;
    row[i] = 32;
  }
  EXPECT_TRUE(obeys_quad_limit(std::vector<std::int8_t>{-128}));
  EXPECT_FALSE(obeys_quad_limit(std::vector<std::int8_t>{-128, 1}));
  EXPECT_TRUE(obeys_quad_limit(std::vector<std::int8_t>{-128, 0, 127, 1}));
}

}  // namespace
}  // namespace emo::nn
