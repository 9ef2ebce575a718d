// A column is trusted by its values alone, so no word of a column that means something else can put a row into a part.
// Whoever reads the table decides what becomes of the parts.
#include "dataset/split_column.hpp"

#include <algorithm>

#include "core/ascii.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"

namespace emo::dataset {
namespace {

constexpr std::size_t kOddShare = 10;  // one row in so many may be a slip

bool has_two_parts(const std::vector<Split>& splits) {
  return !splits.empty() &&
         std::any_of(splits.begin(), splits.end(), [&](Split split) { return split != splits.front(); });
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
    auto& [name, column] = *candidate;
    const auto value = extra.find(name);
    const auto split = value == extra.end() ? std::nullopt : split_of(core::trimmed(value->second, " \t"));
    if (split) {
      column.splits.push_back(*split);
    } else if (!is_called_so(name)) {
      candidate = candidates_.erase(candidate);
      continue;
    } else if (column.odd++ == 0 && value != extra.end()) {
      column.first_odd = value->second;
    }
    ++candidate;
  }
}

Result<std::optional<SplitColumn::Found>> SplitColumn::found() const {
  std::optional<Found> best;
  std::optional<Error> slip;
  for (const auto& [name, column] : candidates_) {
    if (!has_two_parts(column.splits)) continue;
    if (column.odd == 0) {
      if (!best || (is_called_so(name) && !is_called_so(best->name))) best = Found{name, column.splits};
    } else if (!slip && column.odd * kOddShare <= rows_) {
      slip = Error{ErrorCode::kInvalidData,
                   "the column " + core::quoted(name) + " says which part each row is in, but " +
                       core::counted(column.odd, "row has ", "rows have ") +
                       (column.first_odd.empty() ? "nothing" : core::quoted(column.first_odd)) +
                       (column.odd == 1 ? "" : " or the like") +
                       " there: expected train, dev or test (call the column otherwise if it means something else)"};
    }
  }
  if (!best && slip) return *slip;
  return best;
}

}  // namespace emo::dataset
