#include "report/palette.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace emo::report {
namespace {

TEST(Palette, ColoursOfLettersStandOutOnEveryHeatStep) {
  const auto luminance = [](Rgb c) {
    const auto linear = [](double v) {
      v /= 255;
      return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
  };
  const auto contrast = [&](Rgb a, Rgb b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
  };
  for (std::size_t i = 0; i < kHeatSteps; ++i) {
    const double share = static_cast<double>(i) / (kHeatSteps - 1);
    EXPECT_GE(contrast(light(heat(share)), light(on_heat(share))), 4.5) << "light " << i;
    EXPECT_GE(contrast(dark(heat(share)), dark(on_heat(share))), 4.5) << "dark " << i;
  }
  for (const Role role : {Role::kInk, Role::kMuted, Role::kTrain, Role::kValidation, Role::kGood, Role::kBad}) {
    const double needed = role == Role::kTrain || role == Role::kValidation ? 3 : 4.5;
    EXPECT_GE(contrast(light(role), light(Role::kPaper)), needed) << css_name(role);
    EXPECT_GE(contrast(dark(role), dark(Role::kPaper)), needed) << css_name(role);
  }
}

TEST(Palette, SharesBeyondTheScaleAreClipped) {
  EXPECT_EQ(heat(-3).index, heat(0).index);
  EXPECT_EQ(heat(7).index, kHeatSteps - 1);
  EXPECT_EQ(heat(std::nan("")).index, heat(0).index);
  EXPECT_EQ(hex({1, 171, 255}), "#01abff");
}

TEST(Palette, ThePageKnowsEveryColourInBothLights) {
  const std::string css = figure_css();
  const auto dark_part = css.find("@media");
  ASSERT_NE(dark_part, std::string::npos);
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    const std::string rule = ".f-" + css_name(static_cast<Role>(i)) + "{";
    EXPECT_LT(css.find(rule), dark_part) << rule;
    EXPECT_NE(css.find(rule, dark_part), std::string::npos) << rule;
  }
}

}  // namespace
}  // namespace emo::report
