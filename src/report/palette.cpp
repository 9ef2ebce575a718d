// Tables of colours, for light paper and dark. The heat scale is one hue with even steps of lightness, so that grey
// prints keep its order. Boxes on photographs have other colours (vision/draw).
#include "report/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace emo::report {
namespace {

struct RoleColours {
  const char* name;
  Rgb light, dark;
};

constexpr std::array<RoleColours, kRoleCount> kRoles{{
    {"paper", {255, 255, 255}, {22, 25, 30}},
    {"ink", {28, 32, 38}, {230, 233, 238}},
    {"muted", {88, 96, 108}, {160, 168, 180}},
    {"grid", {222, 226, 232}, {52, 58, 68}},
    {"panel", {246, 247, 249}, {30, 34, 41}},
    {"band", {238, 241, 246}, {36, 41, 50}},
    {"train", {0, 114, 178}, {86, 180, 233}},
    {"validation", {204, 85, 0}, {240, 150, 70}},
    {"good", {0, 128, 96}, {64, 196, 160}},
    {"bad", {180, 40, 40}, {250, 120, 110}},
    {"c0", {0, 114, 178}, {86, 160, 233}},
    {"c1", {213, 94, 0}, {240, 140, 70}},
    {"c2", {0, 145, 108}, {60, 200, 160}},
    {"c3", {190, 95, 150}, {226, 150, 196}},
    {"c4", {176, 122, 0}, {240, 200, 90}},
    {"c5", {62, 160, 214}, {150, 210, 245}},
    {"c6", {110, 110, 118}, {180, 184, 192}},
    {"c7", {90, 66, 150}, {170, 150, 240}},
}};

// Anchors of the heat scale, interpolated in between.
constexpr std::array<Rgb, 5> kHeatLight{
    {{247, 249, 252}, {198, 219, 239}, {107, 174, 214}, {33, 113, 181}, {8, 48, 107}}};
constexpr std::array<Rgb, 5> kHeatDark{{{28, 32, 39}, {24, 58, 92}, {32, 96, 150}, {84, 158, 214}, {196, 226, 250}}};
constexpr Rgb kBlack{0, 0, 0}, kWhite{255, 255, 255};

Rgb between(const std::array<Rgb, 5>& anchors, double share) {
  const double place = share * 4;
  const auto below = std::min<std::size_t>(3, static_cast<std::size_t>(place));
  const double t = place - static_cast<double>(below);
  const auto mix = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (static_cast<double>(b) - a) * t));
  };
  const Rgb &a = anchors[below], &b = anchors[below + 1];
  return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b)};
}

double share_of(Colour colour) {
  return colour.index / static_cast<double>(kHeatSteps - 1);
}

std::uint8_t heat_step(double share) {
  if (!(share > 0)) return 0;
  return static_cast<std::uint8_t>(std::lround(std::min(share, 1.0) * (kHeatSteps - 1)));
}

// Black or white, whichever stands out more (contrast of WCAG 2.1; at least 4.5 on any colour).
Rgb letters_on(Rgb paper) {
  constexpr double kEqualContrast = 0.179;
  const auto linear = [](std::uint8_t v) {
    const double share = v / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  const double luminance = 0.2126 * linear(paper.r) + 0.7152 * linear(paper.g) + 0.0722 * linear(paper.b);
  return luminance > kEqualContrast ? kBlack : kWhite;
}

void append_rules(std::string& css, Colour colour, bool is_dark) {
  const std::string name = css_name(colour), value = hex(is_dark ? dark(colour) : light(colour));
  css += ".f-" + name + "{fill:" + value + "}.s-" + name + "{stroke:" + value + "}";
}

void append_all(std::string& css, bool is_dark) {
  for (std::size_t i = 0; i < kRoleCount; ++i) append_rules(css, static_cast<Role>(i), is_dark);
  for (std::uint8_t i = 0; i < kHeatSteps; ++i) {
    append_rules(css, {Colour::Kind::kHeat, i}, is_dark);
    append_rules(css, {Colour::Kind::kOnHeat, i}, is_dark);
  }
}

}  // namespace

Role series_role(std::size_t index) {
  return static_cast<Role>(static_cast<std::size_t>(Role::kSeries0) + index % kSeriesCount);
}

std::string hex(Rgb colour) {
  char text[8];
  std::snprintf(text, sizeof(text), "#%02x%02x%02x", colour.r, colour.g, colour.b);
  return text;
}

Colour heat(double share) {
  return {Colour::Kind::kHeat, heat_step(share)};
}
Colour on_heat(double share) {
  return {Colour::Kind::kOnHeat, heat_step(share)};
}

Rgb light(Colour colour) {
  if (colour.kind == Colour::Kind::kHeat) return between(kHeatLight, share_of(colour));
  if (colour.kind == Colour::Kind::kOnHeat) return letters_on(between(kHeatLight, share_of(colour)));
  return kRoles[colour.index].light;
}

Rgb dark(Colour colour) {
  if (colour.kind == Colour::Kind::kHeat) return between(kHeatDark, share_of(colour));
  if (colour.kind == Colour::Kind::kOnHeat) return letters_on(between(kHeatDark, share_of(colour)));
  return kRoles[colour.index].dark;
}

std::string css_name(Colour colour) {
  if (colour.kind == Colour::Kind::kHeat) return "h" + std::to_string(colour.index);
  if (colour.kind == Colour::Kind::kOnHeat) return "t" + std::to_string(colour.index);
  return kRoles[colour.index].name;
}

std::string figure_css() {
  std::string css;
  append_all(css, false);
  css += "@media (prefers-color-scheme: dark){@media screen{";
  append_all(css, true);
  css += "}}";
  return css;
}

}  // namespace emo::report
