// The colours of figures and page as roles, each with a value for light and for dark paper.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace emo::report {

/// What a colour is for. Series colours are those of Okabe & Ito (2008), told apart with every common colour blindness;
/// series also differ in dash or marker, so that no figure needs its colours.
enum class Role : std::uint8_t {
  kPaper,
  kInk,
  kMuted,
  kGrid,
  kPanel,
  kBand,
  kTrain,
  kValidation,
  kGood,
  kBad,
  kSeries0,
  kSeries1,
  kSeries2,
  kSeries3,
  kSeries4,
  kSeries5,
  kSeries6,
  kSeries7,
};
inline constexpr std::size_t kRoleCount = 18;
inline constexpr std::size_t kSeriesCount = 8;
Role series_role(std::size_t index);  ///< index modulo kSeriesCount

struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
  friend bool operator==(const Rgb&, const Rgb&) = default;
};
std::string hex(Rgb colour);  ///< "#rrggbb"

/// A colour of a figure: a role, or a step of the heat scale (0 = nothing .. kHeatSteps - 1 = all), or the colour of
/// letters that stand on such a step.
struct Colour {
  enum class Kind : std::uint8_t { kRole, kHeat, kOnHeat } kind = Kind::kRole;
  std::uint8_t index = 0;
  constexpr Colour(Role role) : index(static_cast<std::uint8_t>(role)) {}  // NOLINT: implicit by design
  constexpr Colour(Kind kind_, std::uint8_t index_) : kind(kind_), index(index_) {}
};
inline constexpr std::size_t kHeatSteps = 21;
/// Precondition: none; `share` is clipped to 0..1, NaN counts as 0.
Colour heat(double share);
Colour on_heat(double share);

Rgb light(Colour colour);
Rgb dark(Colour colour);
/// Name of the CSS class, e.g. "ink", "h7".
std::string css_name(Colour colour);
/// Rules ".f-NAME{fill}" and ".s-NAME{stroke}" of all colours, light ones first, dark ones under a media query.
std::string figure_css();

}  // namespace emo::report
