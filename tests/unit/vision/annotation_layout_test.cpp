#include "vision/annotation_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace emo::vision {
namespace {

constexpr float kGap = 2;
constexpr Extent kLabel{60, 16}, kPanel{120, 50}, kBrief{30, 16};

PlaceRequest face(float x, float y, float width, float height) {
  return {{x, y, width, height}, kLabel, kPanel, kBrief, {}};
}

float overlap(const RectF& a, const RectF& b) {
  const float width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const float height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

bool inside(const RectF& rect, int width, int height) {
  return rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= static_cast<float>(width) &&
         rect.y + rect.height <= static_cast<float>(height);
}

/// The promise of the header for every pair.
void expect_clear(const std::vector<PlaceRequest>& requests, const std::vector<Placement>& places, int width,
                  int height) {
  ASSERT_EQ(places.size(), requests.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_TRUE(inside(places[i].label, width, height)) << i;
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (k == i) continue;
      EXPECT_EQ(overlap(places[i].label, requests[k].box), 0) << "label " << i << ", box " << k;
      EXPECT_EQ(overlap(places[i].label, places[k].label), 0) << "labels " << i << ", " << k;
    }
    if (!places[i].panel) continue;
    EXPECT_TRUE(inside(*places[i].panel, width, height)) << i;
    for (std::size_t k = 0; k < places.size(); ++k) {
      EXPECT_EQ(overlap(*places[i].panel, requests[k].box), 0) << "panel " << i << ", box " << k;
      EXPECT_EQ(overlap(*places[i].panel, places[k].label), 0) << "panel " << i << ", label " << k;
      if (k != i && places[k].panel) {
        EXPECT_EQ(overlap(*places[i].panel, *places[k].panel), 0) << "panels " << i << ", " << k;
      }
    }
  }
}

TEST(AnnotationLayout, OneFaceHasItsLabelAboveAndItsPanelOnTheRight) {
  const auto places = lay_out(std::vector{face(100, 100, 80, 100)}, 640, 480, kGap);
  EXPECT_EQ(places[0].label, (RectF{99, 83, 60, 16}));
  ASSERT_TRUE(places[0].panel);
  EXPECT_EQ(*places[0].panel, (RectF{182, 100, 120, 50}));
}

TEST(AnnotationLayout, ThePanelGoesRoundTheFaceAsThePictureDemands) {
  const auto panel = [](const PlaceRequest& request, int width, int height) {
    const std::vector<PlaceRequest> requests{request};
    const auto places = lay_out(requests, width, height, kGap);
    expect_clear(requests, places, width, height);
    return places[0].panel;
  };
  EXPECT_EQ(panel(face(500, 100, 80, 100), 640, 480), (RectF{378, 100, 120, 50})) << "left";
  EXPECT_EQ(panel(face(20, 30, 80, 100), 160, 480), (RectF{0, 132, 120, 50})) << "below";
  EXPECT_EQ(panel(face(20, 300, 80, 100), 160, 420), (RectF{0, 231, 120, 50})) << "above, over the label";
  EXPECT_FALSE(panel(face(10, 10, 180, 180), 200, 200)) << "no room";
  EXPECT_EQ(panel(face(100, -40, 80, 100), 640, 480)->y, 0) << "pushed into the picture";
}

TEST(AnnotationLayout, ALabelWithoutRoomAboveGoesBelowOrInside) {
  EXPECT_EQ(lay_out(std::vector{face(100, 5, 80, 100)}, 640, 480, kGap)[0].label.y, 106);
  EXPECT_EQ(lay_out(std::vector{face(0, 0, 200, 200)}, 200, 200, kGap)[0].label.y, 1);
  EXPECT_EQ(lay_out(std::vector{face(180, 50, 20, 20)}, 200, 200, kGap)[0].label.x, 140) << "pushed into the picture";
}

TEST(AnnotationLayout, NeighboursKeepClearOfEachOther) {
  std::vector<PlaceRequest> row;
  for (int i = 0; i < 5; ++i) row.push_back(face(20.0F + 115.0F * static_cast<float>(i), 80, 60, 75));
  const auto places = lay_out(row, 600, 380, kGap);
  expect_clear(row, places, 600, 380);
  EXPECT_TRUE(std::all_of(places.begin(), places.end(), [](const auto& p) { return p.label.width == kLabel.width; }));
  EXPECT_GE(std::count_if(places.begin(), places.end(), [](const auto& place) { return place.panel.has_value(); }), 4);
}

TEST(AnnotationLayout, WhereALabelWouldHideAFaceItsBriefFormStandsOrNone) {
  // Three in a row, close, with room for words only inside their own boxes.
  const auto places =
      lay_out(std::vector{face(10, 2, 36, 200), face(50, 2, 36, 200), face(90, 2, 36, 200)}, 136, 204, kGap);
  for (const auto& place : places) {
    EXPECT_TRUE(place.is_brief);
    EXPECT_EQ(place.label.width, kBrief.width);
  }
  // A face with others on every side.
  std::vector<PlaceRequest> block;
  for (int i = 0; i < 9; ++i) {
    block.push_back(face(22.0F * static_cast<float>(i % 3), 22.0F * static_cast<float>(i / 3), 20, 20));
  }
  std::swap(block[4], block[8]);
  EXPECT_EQ(lay_out(block, 64, 64, kGap)[8].label.width, 0);
}

TEST(AnnotationLayout, ACrowdStaysClearAndInTheSamePlaces) {
  constexpr unsigned kSeed = 3;
  std::mt19937 random(kSeed);
  std::vector<PlaceRequest> crowd;
  for (int i = 0; i < 150; ++i) {
    crowd.push_back(face(static_cast<float>(random() % 1900), static_cast<float>(random() % 1050),
                         static_cast<float>(15 + random() % 80), static_cast<float>(15 + random() % 90)));
  }
  const auto places = lay_out(crowd, 1920, 1080, kGap);
  expect_clear(crowd, places, 1920, 1080);
  const auto again = lay_out(crowd, 1920, 1080, kGap);
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_EQ(places[i].label, again[i].label) << "seed " << kSeed;
    EXPECT_EQ(places[i].panel, again[i].panel) << "seed " << kSeed;
  }
}

TEST(AnnotationLayout, NothingAskedForNothingPlaced) {
  EXPECT_TRUE(lay_out({}, 10, 10, kGap).empty());
  const auto places = lay_out(std::vector<PlaceRequest>{{{2, 2, 4, 4}, {}, {}, {}, {}}}, 10, 10, kGap);
  EXPECT_FALSE(places[0].panel);
  EXPECT_EQ(places[0].label.width, 0);
}

// Two faces one above the other: right of the upper one there is no room, and below it the panel would seem the lower
// one's.
TEST(AnnotationLayout, APanelKeepsOffTheBoxesOfOthersWhereItCan) {
  const std::vector requests{face(300, 100, 80, 60), face(290, 217, 100, 60)};
  const auto places = lay_out(requests, 400, 480, kGap);
  expect_clear(requests, places, 400, 480);
  ASSERT_TRUE(places[0].panel);
  EXPECT_LT(places[0].panel->x + places[0].panel->width, 300) << "left of its face";
  EXPECT_LT(places[0].panel->y, 217 - 3 * kGap - kPanel.height + 60);
}

TEST(AnnotationLayout, APanelStaysWhereItWasInTheFilm) {
  std::vector requests{face(200, 100, 80, 100)};
  const auto first = lay_out(requests, 640, 480, kGap);
  requests[0].last_seat = lay_out(std::vector{face(500, 100, 80, 100)}, 640, 480, kGap)[0].seat;
  const auto kept = lay_out(requests, 640, 480, kGap);
  ASSERT_TRUE(first[0].panel && kept[0].panel);
  EXPECT_GT(first[0].panel->x, 280) << "on the right, unless";
  EXPECT_LT(kept[0].panel->x, 200) << "it was on the left before";
  EXPECT_EQ(kept[0].seat, requests[0].last_seat);
  requests[0].box.x = 4;  // where there is no room any more it moves
  EXPECT_GT(lay_out(requests, 640, 480, kGap)[0].panel->x, 4);
}

}  // namespace
}  // namespace emo::vision
