// Pixels of a drawn canvas: right places, right colours, letters and lines.
#include "report/raster.hpp"

#include <gtest/gtest.h>

namespace emo::report {
namespace {

class Raster : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto found = find_font_folder();
    if (!found) GTEST_SKIP() << found.error().message;
    fonts_ = *found;
  }
  vision::Image drawn(const Canvas& canvas, double scale = 1) const {
    auto image = rasterize(canvas, scale, fonts_);
    EXPECT_TRUE(image) << image.error().message;
    return image ? std::move(*image) : vision::Image(1, 1, 3);
  }
  static Rgb pixel(const vision::Image& image, int x, int y) {
    const auto p = image.at(x, y);
    return {p[0], p[1], p[2]};
  }
  // Pixels darker than mid-grey in a rectangle.
  static int dark_pixels(const vision::Image& image, int left, int top, int right, int bottom) {
    int count = 0;
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) count += image.at(x, y)[0] < 128 ? 1 : 0;
    }
    return count;
  }
  std::string fonts_;
};

TEST_F(Raster, RectanglesFillTheirPixelsExactly) {
  Canvas canvas(20, 10, "t", "d");
  canvas.rect(3, 2, 5, 4, Role::kTrain);
  const auto image = drawn(canvas);
  ASSERT_EQ(image.width, 20);
  for (int y = 0; y < 10; ++y) {
    for (int x = 0; x < 20; ++x) {
      const bool inside = x >= 3 && x < 8 && y >= 2 && y < 6;
      EXPECT_EQ(pixel(image, x, y), inside ? light(Role::kTrain) : light(Role::kPaper)) << x << "," << y;
    }
  }
  EXPECT_EQ(drawn(canvas, 2).width, 40);
}

TEST_F(Raster, DashesGoOnWhereOneEndsOnAPointOfTheCurve) {
  const auto dark = [&](const std::vector<Point>& points) {
    Canvas canvas(110, 10, "t", "d");
    canvas.polyline(points, Role::kInk, 2, 2, 3);
    return dark_pixels(drawn(canvas), 0, 0, 110, 10);
  };
  std::vector<Point> steps;
  for (int x = 5; x <= 105; x += 5) steps.push_back({static_cast<double>(x), 5});  // a dash and a gap each
  EXPECT_EQ(dark(steps), dark({{5, 5}, {105, 5}}));
  EXPECT_GT(dark(steps), 20);
}

TEST_F(Raster, ShapesBeyondTheEdgeAreCutOff) {
  Canvas canvas(10, 10, "t", "d");
  canvas.rect(-5, -5, 100, 7, Role::kInk);
  canvas.circle(10, 10, 3, Role::kInk);
  canvas.line({-100, 5}, {100, 5}, Role::kInk, 1);
  const auto image = drawn(canvas);
  EXPECT_EQ(pixel(image, 0, 0), light(Role::kInk));
  EXPECT_EQ(pixel(image, 9, 1), light(Role::kInk));
  EXPECT_EQ(pixel(image, 5, 3), light(Role::kPaper));
}

TEST_F(Raster, LettersStandOnTheirBaselineWithinTheirWidth) {
  Canvas canvas(200, 40, "t", "d");
  canvas.text(10, 30, "Hello", {20});
  const auto image = drawn(canvas);
  const int right = 10 + static_cast<int>(text_width("Hello", 20)) + 2;
  EXPECT_GT(dark_pixels(image, 10, 10, right, 31), 60);
  EXPECT_EQ(dark_pixels(image, 0, 0, 9, 40), 0);
  EXPECT_EQ(dark_pixels(image, right, 0, 200, 40), 0);
  EXPECT_EQ(dark_pixels(image, 0, 32, 200, 40), 0);
}

TEST_F(Raster, AnchorsAndAnglesPlaceTheText) {
  Canvas end(100, 100, "t", "d");
  end.text(90, 50, "abc", {20, Role::kInk, Anchor::kEnd});
  const auto image = drawn(end);
  EXPECT_EQ(dark_pixels(image, 91, 0, 100, 100), 0);
  EXPECT_GT(dark_pixels(image, 50, 30, 91, 56), 40);
  Canvas up(100, 100, "t", "d");
  up.text(50, 90, "abc", {20, Role::kInk, Anchor::kStart, false, -90});
  const auto turned = drawn(up);
  EXPECT_GT(dark_pixels(turned, 30, 45, 56, 91), 40);  // runs upwards from its anchor
  EXPECT_EQ(dark_pixels(turned, 60, 0, 100, 100), 0);
}

TEST_F(Raster, DashesLeaveGapsAndOverlapsDoNotDarken) {
  Canvas canvas(100, 20, "t", "d");
  canvas.line({0, 5.5}, {100, 5.5}, Role::kInk, 3, 10, 10);
  canvas.polyline({{5, 15}, {50, 15}, {50, 15}, {95, 15}}, Role::kTrain, 4);
  const auto image = drawn(canvas);
  EXPECT_EQ(pixel(image, 5, 5), light(Role::kInk));
  EXPECT_EQ(pixel(image, 15, 5), light(Role::kPaper));
  EXPECT_EQ(pixel(image, 25, 5), light(Role::kInk));
  EXPECT_EQ(pixel(image, 50, 15), light(Role::kTrain));
}

TEST_F(Raster, HugeFiguresAreRefused) {
  EXPECT_EQ(rasterize(Canvas(20'000, 20'000, "t", "d"), 2, fonts_).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(rasterize(Canvas(10, 10, "t", "d"), 1, "/nowhere").error().code, ErrorCode::kInvalidData);
}

// FreeType's pool of pixels overflows where many joints stand beside each other.
TEST_F(Raster, AFlatLineOfManyPointsIsDrawnFromEndToEnd) {
  for (const std::size_t count : {2U, 200U, 1000U}) {
    Canvas canvas(760, 100, "t", "d");
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i) {
      points.push_back({30 + 700 * static_cast<double>(i) / static_cast<double>(count - 1), 50});
    }
    canvas.polyline(points, Role::kInk, 4);
    const auto image = drawn(canvas, 2);
    for (int x = 70; x < 1450; ++x) ASSERT_EQ(pixel(image, x, 100), light(Role::kInk)) << count << " points, x " << x;
  }
}

}  // namespace
}  // namespace emo::report
