// Two-sample statistics with their size in words.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace emo::doctor {

inline constexpr double kSignificant = 0.01;  ///< p-values above it are called chance

/// Lower bounds of "small", "moderate", "large".
using SizeBounds = std::array<double, 3>;
inline constexpr SizeBounds kCramersSizes{0.1, 0.3, 0.5};       ///< Cohen 1988 for w
inline constexpr SizeBounds kKolmogorovSizes{0.05, 0.15, 0.3};  ///< ours
/// "negligible", "small", "moderate" or "large".
std::string_view size_in_words(double value, const SizeBounds& bounds);

struct ShiftOfCounts {
  double cramers_v = 0;  ///< sqrt(chi^2 / n) of the 2 x K table, 0..1
  double p_value = 1;    ///< of the chi^2 test (Wilson-Hilferty approximation)
  double total_first = 0, total_second = 0;
  [[nodiscard]] double share_first(std::uint64_t n) const;
  [[nodiscard]] double share_second(std::uint64_t n) const;
};
/// Compares two histograms over the same classes. V 0 and p 1 when one of them is empty.
ShiftOfCounts compare_counts(std::span<const std::uint64_t> first, std::span<const std::uint64_t> second);

struct ShiftOfValues {
  double distance = 0;  ///< Kolmogorov-Smirnov: the largest gap between the two distribution functions, 0..1
  double p_value = 1;   ///< asymptotic
  double median_first = 0, median_second = 0;
};
/// Compares two samples of one number per item. Distance 0 and p 1 when one of them is empty.
ShiftOfValues compare_values(std::vector<double> first, std::vector<double> second);

}  // namespace emo::doctor
