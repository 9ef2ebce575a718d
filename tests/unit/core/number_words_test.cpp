#include "core/number_words.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace emo::core {
namespace {

TEST(NumberWords, ThousandsAreSetApart) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(grouped(UINT64_MAX), "18,446,744,073,709,551,615");
}

TEST(NumberWords, OneIsSingular) {
  EXPECT_EQ(counted(0, "row", "rows"), "0 rows");
  EXPECT_EQ(counted(1, "row", "rows"), "1 row");
  EXPECT_EQ(counted(5427, "row", "rows"), "5,427 rows");
}

}  // namespace
}  // namespace emo::core
