// The pieces of a line of progress. What else stands in it, and how often it is drawn, each program decides.
#include "console/progress_drawing.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>

#include "core/number_words.hpp"

namespace emo::console {
namespace {

constexpr std::size_t kCells = 24;

}  // namespace

std::string progress_bar(double share) {
  const auto filled = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(kCells));
  std::string cells(filled, '=');
  if (filled < kCells) cells += '>';
  cells.resize(kCells, ' ');
  return "[" + cells + "] " + core::formatted("%3.0f %%", share * 100);
}

std::string clock_time(double seconds) {
  const auto total = static_cast<unsigned long long>(std::max(0.0, seconds));
  std::array<char, 48> text{};
  if (total >= 3600) {
    std::snprintf(text.data(), text.size(), "%llu:%02llu:%02llu", total / 3600, total / 60 % 60, total % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%llu:%02llu", total / 60, total % 60);
  }
  return text.data();
}

}  // namespace emo::console
