// Which frames a lower rate keeps.
#include "vision/rate_gate.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace emo::vision {
namespace {

TEST(RateGate, KeepsTheFirstOfEachSlot) {
  RateGate gate(10);
  std::vector<int> kept;
  for (int i = 0; i < 12; ++i) {
    if (gate.keep(i / 30.0)) kept.push_back(i);
  }
  EXPECT_EQ(kept, (std::vector<int>{0, 3, 6, 9}));
  RateGate all(0);
  EXPECT_TRUE(all.keep(0));
  EXPECT_TRUE(all.keep(0));
}

}  // namespace
}  // namespace emo::vision
