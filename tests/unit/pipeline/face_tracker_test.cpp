#include "pipeline/face_tracker.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace emo::pipeline {
namespace {

DetectedBox at(float x, float y, float side = 40) {
  return {{x, y, side, side}, 0.9F};
}

TEST(FaceTracker, FacesKeepTheirNumbersWhateverTheOrderOfDetections) {
  FaceTracker tracker;
  auto first = tracker.update(0, std::vector{at(0, 0), at(200, 0)});
  EXPECT_EQ(first[0]->id, 1U);
  EXPECT_EQ(first[1]->id, 2U);
  const auto second = tracker.update(0.04, std::vector{at(203, 2), at(2, 1)});
  EXPECT_EQ(second[0]->id, 2U);
  EXPECT_EQ(second[1]->id, 1U);
  EXPECT_EQ(tracker.tracks_begun(), 2U);
}

TEST(FaceTracker, ConstantVelocityFollowsWhatOverlapAloneWouldLose) {
  FaceTracker tracker;
  std::uint64_t id = 0;
  for (int i = 0; i < 12; ++i) {
    // 24 pixels a picture, then two pictures are missed: 72 pixels on, beyond any overlap with the last box.
    if (i == 8 || i == 9) {
      tracker.update(0.04 * i, std::vector<DetectedBox>{});
      continue;
    }
    const auto tracks = tracker.update(0.04 * i, std::vector{at(24.0F * static_cast<float>(i), 50)});
    if (i == 0) id = tracks[0]->id;
    EXPECT_EQ(tracks[0]->id, id) << i;
  }
}

TEST(FaceTracker, PicturesNearlyAtTheSameTimeMakeNoSpeed) {
  FaceTracker tracker;
  for (int i = 0; i < 6; ++i) {
    // Two pictures a tick of 1/90000 s apart, of a face that stays and is found to a pixel.
    const double time = 0.04 * i;
    EXPECT_EQ(tracker.update(time, std::vector{at(100, 50)})[0]->id, 1U) << i;
    EXPECT_EQ(tracker.update(time + 1.0 / 90000, std::vector{at(101, 50)})[0]->id, 1U) << i;
    EXPECT_NEAR(tracker.predict(time + 0.02)[0]->box.box.x, 100, 2) << i;
  }
}

TEST(FaceTracker, AnUncertainDetectionContinuesATrackButBeginsNone) {
  FaceTracker tracker({.min_new_score = 0.9F});
  DetectedBox uncertain = at(0, 0);
  uncertain.score = 0.75F;
  EXPECT_EQ(tracker.update(0, std::vector{uncertain})[0], nullptr);
  EXPECT_EQ(tracker.update(0.1, std::vector{at(0, 0)})[0]->id, 1U) << "0.9 is enough";
  DetectedBox elsewhere = uncertain;
  elsewhere.box.x = 300;
  const auto tracks = tracker.update(0.2, std::vector{elsewhere, uncertain});
  EXPECT_EQ(tracks[0], nullptr);
  ASSERT_NE(tracks[1], nullptr);
  EXPECT_EQ(tracks[1]->id, 1U);
  EXPECT_EQ(tracker.tracks_begun(), 1U);
}

TEST(FaceTracker, AFaceThatWasAwayTooLongIsNew) {
  FaceTracker tracker;
  tracker.update(0, std::vector{at(0, 0)});
  EXPECT_EQ(tracker.update(0.5, std::vector{at(0, 0)})[0]->id, 1U);
  tracker.update(1.0, std::vector<DetectedBox>{});
  EXPECT_EQ(tracker.update(2.0, std::vector{at(0, 0)})[0]->id, 2U);
}

TEST(FaceTracker, OfSparsePicturesEachContinuesTheOneBefore) {
  FaceTracker tracker;
  for (int i = 0; i < 5; ++i) {
    const auto x = static_cast<float>(3 * (i % 2));
    EXPECT_EQ(tracker.update(2.0 * i, std::vector{at(x, 0)})[0]->id, 1U) << "nothing was missed in between: " << i;
  }
  tracker.update(10, std::vector<DetectedBox>{});
  EXPECT_EQ(tracker.update(12, std::vector{at(0, 0)})[0]->id, 2U) << "missed once, and away for longer than the gap";
}

TEST(FaceTracker, PredictsBetweenDetections) {
  FaceTracker tracker;
  for (int i = 0; i < 10; ++i) tracker.update(0.1 * i, std::vector{at(10.0F * static_cast<float>(i), 0)});
  const auto predicted = tracker.predict(1.0);
  ASSERT_EQ(predicted.size(), 1U);
  EXPECT_NEAR(predicted[0]->box.box.x, 100, 2);
  EXPECT_NEAR(tracker.predict(1.05)[0]->box.box.x, 105, 2);
  tracker.update(1.1, std::vector<DetectedBox>{});
  EXPECT_TRUE(tracker.predict(1.2).empty()) << "a face that was not found is not shown";
}

TEST(FaceTracker, SmoothingDependsOnTimeAndNotOnTheFrameRate) {
  const FaceTracker tracker({.smoothing_seconds = 1});
  FaceTrack slow, fast;
  const std::vector<float> zero{0}, one{1};
  tracker.smooth(slow, 0, zero);
  tracker.smooth(fast, 0, zero);
  tracker.smooth(slow, 1, one);
  for (int i = 1; i <= 10; ++i) tracker.smooth(fast, 0.1 * i, one);
  EXPECT_NEAR(slow.smoothed[0], 1 - std::exp(-1.0), 1e-5);
  EXPECT_NEAR(fast.smoothed[0], slow.smoothed[0], 1e-5);
}

TEST(FaceTracker, MemoryIsThatOfTheFacesInSight) {
  FaceTracker tracker;
  for (int i = 0; i < 20'000; ++i) {
    const auto tracks = tracker.update(i, std::vector{at(static_cast<float>(i % 2) * 500, 0)});
    ASSERT_EQ(tracks.size(), 1U);
  }
  EXPECT_EQ(tracker.tracks_begun(), 20'000U);
  EXPECT_EQ(tracker.predict(20'000).size(), 1U);
}

}  // namespace
}  // namespace emo::pipeline
