// Spellings compared byte by byte, for "did you mean". What a label means by another name is labels.cpp's, and whether
// two names differ by case or blanks alone is text/label_spelling's.
#include "core/edit_distance.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "core/ascii.hpp"

namespace emo::core {
namespace {

constexpr std::size_t kComparedBytes = 64;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

bool is_near(std::string_view a, std::string_view b, std::size_t edits) {
  return edits <= std::max<std::size_t>(1, std::max(a.size(), b.size()) / 3);
}

std::string nearest_spelling(std::string_view word, std::span<const std::string> known) {
  const std::string shown = lower_ascii(word.substr(0, kComparedBytes));
  std::string nearest;
  std::size_t fewest = 0;
  for (const std::string& candidate : known) {
    const std::size_t edits = edit_distance(shown, lower_ascii(candidate));
    if (!is_near(shown, candidate, edits) || (!nearest.empty() && edits >= fewest)) continue;
    nearest = candidate;
    fewest = edits;
  }
  return nearest;
}

}  // namespace emo::core
