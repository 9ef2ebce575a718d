// Time stamps as films really have them.
#include "vision/film_clock.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace emo::vision {
namespace {

TEST(FilmClock, StampsThatRestartGoOnFromThere) {
  FilmClock clock;
  EXPECT_EQ(clock.at(0.0, 0.04), 0);
  EXPECT_EQ(clock.at(0.04, 0.04), 0.04);
  EXPECT_EQ(clock.at(0.02, 0.04), 0.04) << "a little early is damage";
  EXPECT_EQ(clock.at(2.0, 0.04), 2.0) << "a gap stays a gap";
  EXPECT_NEAR(clock.at(0.0, 0.04), 2.04, 1e-12) << "a film was joined";
  EXPECT_NEAR(clock.at(0.04, 0.04), 2.08, 1e-12);
  EXPECT_NEAR(clock.at(std::nullopt, 0.04), 2.12, 1e-12) << "no stamp at all";
  EXPECT_NEAR(clock.at(0.12, 0.04), 2.16, 1e-12);
  EXPECT_NEAR(clock.last(), 2.16, 1e-12);
}

TEST(FilmClock, AStampHoursAheadIsDamage) {
  FilmClock clock;
  EXPECT_EQ(clock.at(1.0, 0.04), 1);
  EXPECT_EQ(clock.at(3601.0, 0.04), 3601) << "an hour without anything new is a gap";
  EXPECT_NEAR(clock.at(1e18, 0.04), 3601.04, 1e-9);
  EXPECT_NEAR(clock.at(3601.08, 0.04), 3601.08, 1e-9) << "the stamps are as before";
  FilmClock damaged_first;
  EXPECT_EQ(damaged_first.at(1e18, 0.04), 0);
  EXPECT_NEAR(damaged_first.at(0.04, 0.04), 0.04, 1e-9);
}

TEST(FilmClock, BeginsWhereTheFirstStampIs) {
  FilmClock late;
  EXPECT_EQ(late.at(7.5, 0.04), 7.5);
  FilmClock unstamped;
  EXPECT_EQ(unstamped.at(std::nullopt, 0.04), 0);
  EXPECT_EQ(unstamped.at(std::nullopt, 0.04), 0.04);
}

}  // namespace
}  // namespace emo::vision
