// Which frames a lower rate keeps.
#include "vision/rate_gate.hpp"

#include <gtest/gtest.h>

#include <cmath>
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

// Matroska, WebM and FLV write milliseconds.
TEST(RateGate, LosesNothingToRoundedStamps) {
  // A film whose first frame stands at number `first`.
  const auto kept = [](double film, double rate, double clock, int first = 0) {
    const auto stamp = [&](int i) { return std::round(i / film * clock) / clock; };
    RateGate gate(rate);
    std::vector<int> frames;
    for (int i = 0; i < 1800; ++i) {
      if (gate.keep(stamp(first + i) - stamp(first))) frames.push_back(i);
    }
    return frames;
  };
  for (const double film : {24000.0 / 1001, 25.0, 30000.0 / 1001, 30.0, 60000.0 / 1001, 120.0}) {
    for (const double clock : {1000.0, 90000.0}) {
      for (int first = 0; first < 6; ++first) {
        EXPECT_EQ(kept(film, film, clock, first).size(), 1800U) << film << " at " << clock << " from " << first;
      }
      const auto half = kept(film, film / 2, clock);
      ASSERT_EQ(half.size(), 900U) << film << " at " << clock;
      for (std::size_t i = 0; i < half.size(); ++i) EXPECT_EQ(half[i], static_cast<int>(2 * i)) << film;
    }
  }
}

}  // namespace
}  // namespace emo::vision
