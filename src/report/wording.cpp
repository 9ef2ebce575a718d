// Formatting of numbers for people, in English and without a locale. Numbers for programs are written by io, at full
// precision; whole sentences are findings.cpp's.
#include "report/wording.hpp"

#include <cmath>

#include "core/number_words.hpp"

namespace emo::report {

std::string decimals(double value, int digits) {
  if (!std::isfinite(value)) return "n/a";
  constexpr double kReadable = 1e9;  // a loss that ran away has more figures than anybody reads
  return std::abs(value) < kReadable ? core::formatted("%.*f", digits, value) : core::formatted("%.3g", value);
}

std::string signed_text(double value, int digits) {
  return (value >= 0 ? "+" : "\u2212") + decimals(std::abs(value), digits);
}

std::string percent(double share, int digits) {
  return std::isfinite(share) ? decimals(100 * share, digits) + " %" : "n/a";
}

std::string compact(std::uint64_t count) {
  const auto value = static_cast<double>(count);
  if (count < 1000) return std::to_string(count);
  if (count < 9950) return decimals(value / 1e3, 1) + "k";
  if (count < 999'500) return decimals(value / 1e3, 0) + "k";
  if (count < 9'950'000) return decimals(value / 1e6, 1) + "M";
  return decimals(value / 1e6, 0) + "M";
}

std::string interval_text(metrics::ConfidenceInterval interval, int digits) {
  return decimals(interval.low, digits) + "\u2013" + decimals(interval.high, digits);
}

std::string duration_text(double seconds) {
  if (!(seconds >= 0)) return "n/a";
  if (seconds < 120) return decimals(seconds, seconds < 10 ? 1 : 0) + " s";
  const auto minutes = static_cast<long long>(std::llround(seconds / 60));
  if (minutes < 120) return std::to_string(minutes) + " min";
  return core::formatted("%lld h %02lld min", minutes / 60, minutes % 60);
}

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

}  // namespace emo::report
