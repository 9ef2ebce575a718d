// A column is trusted by its values alone, so no word of a column that means something else can put a row into a part.
// Whoever reads the table decides what becomes of the parts.
#include "dataset/split_column.hpp"

#include <algorithm>

#include "core/ascii.hpp"

namespace emo::dataset {
namespace {

bool has_two_parts(const std::vector<Split>& splits) {
  return std::any_of(splits.begin(), splits.end(), [&](Split split) { return split != splits.front(); });
}

bool is_called_so(const std::string& name) {
  const std::string lower = core::lower_ascii(name);
  return lower == "split" || lower == "usage";
}

}  // namespace

void SplitColumn::add(const std::map<std::string, std::string>& extra) {
  if (rows_++ == 0) {
    for (const auto& column : extra) candidates_[column.first];
  }
  for (auto candidate = candidates_.begin(); candidate != candidates_.end();) {
    const auto value = extra.find(candidate->first);
    const auto split = value == extra.end() ? std::nullopt : split_of(core::trimmed(value->second, " \t"));
    if (split) {
      candidate->second.push_back(*split);
      ++candidate;
    } else {
      candidate = candidates_.erase(candidate);
    }
  }
}

std::optional<SplitColumn::Found> SplitColumn::found() const {
  std::optional<Found> best;
  for (const auto& [name, splits] : candidates_) {
    if (!has_two_parts(splits)) continue;
    if (!best || (is_called_so(name) && !is_called_so(best->name))) best = Found{name, splits};
  }
  return best;
}

}  // namespace emo::dataset
