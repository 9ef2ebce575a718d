#include "nn/octet_limit.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <vector>

namespace emo::nn {
namespace {

// The definition, block by block.
bool obeys(const std::vector<std::int8_t>& row) {
  for (std::size_t block = 0; block < row.size(); block += 16) {
    for (const auto& octet : {std::vector<std::size_t>{0, 1, 4, 5, 8, 9, 12, 13}, {2, 3, 6, 7, 10, 11, 14, 15}}) {
      int positive = 0, negative = 0;
      for (const std::size_t i : octet) {
        if (block + i >= row.size()) continue;
        const int w = row[block + i];
        (w > 0 ? positive : negative) += std::abs(w);
      }
      if (positive > 128 || negative > 128) return false;
    }
  }
  return true;
}

TEST(OctetLimit, InputsOfAnOctet) {
  const std::vector<std::size_t> first = {0, 1, 4, 5, 8, 9, 12, 13};
  for (std::size_t i = 0; i < kOctet; ++i) {
    EXPECT_EQ(octet_input(0, i), first[i]);
    EXPECT_EQ(octet_input(1, i), first[i] + 2);
  }
}

TEST(OctetLimit, AgreesWithItsDefinition) {
  std::mt19937 random(1);
  int yes = 0, no = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::vector<std::int8_t> row(1 + random() % 51);
    const int spread = 15 + static_cast<int>(random() % 50);
    for (auto& w : row) w = static_cast<std::int8_t>(static_cast<int>(random() % (2 * spread + 1)) - spread);
    if (random() % 8 == 0) row[random() % row.size()] = -128;
    const bool expected = obeys(row);
    (expected ? yes : no) += 1;
    ASSERT_EQ(obeys_octet_limit(row), expected) << round;
  }
  EXPECT_GT(yes, 1000);
  EXPECT_GT(no, 1000);
}

TEST(OctetLimit, TheBorder) {
  for (const int sign : {1, -1}) {
    std::vector<std::int8_t> row(32, static_cast<std::int8_t>(16 * sign));
    EXPECT_TRUE(obeys_octet_limit(row));
    for (auto& w : row) {
      w = static_cast<std::int8_t>(17 * sign);
      EXPECT_FALSE(obeys_octet_limit(row)) << &w - row.data();
      w = static_cast<std::int8_t>(-127 * sign);  // the other sign has a limit of its own
      EXPECT_TRUE(obeys_octet_limit(row)) << &w - row.data();
      w = static_cast<std::int8_t>(16 * sign);
    }
  }
  EXPECT_TRUE(obeys_octet_limit(std::vector<std::int8_t>{-128, 127, 0, 0, 1}));
  EXPECT_FALSE(obeys_octet_limit(std::vector<std::int8_t>{-128, -1}));
  EXPECT_TRUE(obeys_octet_limit(std::vector<std::int8_t>{-128, 0, -127, -1}));
  EXPECT_FALSE(obeys_octet_limit(std::vector<std::int8_t>{127, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2}));
}

}  // namespace
}  // namespace emo::nn
