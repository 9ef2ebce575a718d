// Groups of rows judged alone, by the very code that judges the whole. Which columns there are is decided by who made
// the items; the report counts simpler slices of its own where it has only predictions.
#include "eval/slices.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/ascii.hpp"
#include "core/quote.hpp"
#include "core/text_length.hpp"
#include "core/utf8.hpp"
#include "metrics/bootstrap.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace emo::eval {
namespace {

constexpr const char* kNoValue = "(none)";

/// Numbers in front are compared as numbers.
bool natural_less(const std::string& a, const std::string& b) {
  const auto number = [](const std::string& text) {
    std::uint64_t value = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 15 && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) {
      value = value * 10 + static_cast<std::uint64_t>(text[digits] - '0');
      ++digits;
    }
    return std::pair(digits > 0, value);
  };
  const auto [a_is_number, a_value] = number(a);
  const auto [b_is_number, b_value] = number(b);
  if (a_is_number && b_is_number && a_value != b_value) return a_value < b_value;
  return a < b;
}

/// Enough of a text tells its language; what is not UTF-8 has none.
std::string language_of(std::string_view text) {
  constexpr std::size_t kSampleBytes = 2048;
  text = core::utf8_prefix(text, kSampleBytes);
  return text::validate_utf8(text) ? text::detect_language(text).code : "und";
}

SliceResult score_slice(const ScoredRows& rows, const std::vector<std::size_t>& members, int bootstrap_samples,
                        const Evaluation& evaluation) {
  metrics::LabelSets sets(rows.classes);
  std::vector<metrics::ClassCounts> counts(rows.classes);
  std::uint64_t right = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::size_t row = members[i];
    const bool is = is_right(rows, row, evaluation.decision);
    sets.add(rows.gold[row], rows.predicted[row], is);
    sets.count(i, counts);
    right += is ? 1 : 0;
  }
  SliceResult result;
  result.n = members.size();
  result.accuracy = static_cast<double>(right) / static_cast<double>(members.size());
  result.macro_f1 = metrics::macro_f1(counts);
  metrics::BootstrapOptions options;
  options.resamples = bootstrap_samples;
  options.seed = evaluation.seed;
  // All slices of a column together cost what the whole does.
  options.max_draws =
      std::max<std::uint64_t>(1, options.max_draws / std::max<std::size_t>(rows.gold.size(), 1)) * members.size();
  const auto intervals = metrics::bootstrap_intervals(sets, options);
  if (intervals.resamples > 0) {
    result.ci95_accuracy = accuracy_interval(intervals.accuracy, right, result.n);
    result.ci95_macro_f1 = f1_interval(intervals.macro_f1);
  }
  return result;
}

}  // namespace

std::vector<SliceColumn> score_slices(const ScoredRows& rows, int bootstrap_samples, const Evaluation& evaluation) {
  std::map<std::string, std::map<std::string, std::vector<std::size_t>>> columns;
  for (const auto& slices : rows.slices) {
    for (const auto& entry : slices) columns[entry.first];
  }
  std::vector<SliceColumn> results;
  for (auto& [column, groups] : columns) {
    for (std::size_t row = 0; row < rows.slices.size(); ++row) {
      const auto it = rows.slices[row].find(column);
      const bool none = it == rows.slices[row].end() || core::trimmed(it->second, " \t").empty();
      groups[none ? kNoValue : it->second].push_back(row);
    }
    std::vector<const std::string*> order;
    for (const auto& group : groups) order.push_back(&group.first);
    const auto& members = groups;
    std::stable_sort(order.begin(), order.end(), [&](const std::string* a, const std::string* b) {
      return members.at(*a).size() > members.at(*b).size();
    });
    SliceColumn result;
    result.column = column;
    for (std::size_t i = kMaxSliceValues; i < order.size(); ++i) {
      ++result.values_left_out;
      result.rows_left_out += members.at(*order[i]).size();
    }
    order.resize(std::min(order.size(), kMaxSliceValues));
    std::sort(order.begin(), order.end(),
              [](const std::string* a, const std::string* b) { return natural_less(*a, *b); });
    for (const std::string* value : order) {
      result.values.push_back(score_slice(rows, members.at(*value), bootstrap_samples, evaluation));
      result.values.back().value = *value;
    }
    results.push_back(std::move(result));
  }
  return results;
}

std::map<std::string, std::string> chosen_slices(const std::map<std::string, std::string>& extra,
                                                 const std::vector<std::string>& columns) {
  std::map<std::string, std::string> slices;
  for (const std::string& column : columns) {
    if (const auto value = extra.find(column); value != extra.end()) slices.insert(*value);
  }
  return slices;
}

void add_text_slices(std::string_view text, std::map<std::string, std::string>& slices) {
  slices.emplace("length", std::string(core::length_bucket(text)));
  slices.emplace("language", language_of(text));
}

void add_face_slices(const dataset::FaceItem& item, std::map<std::string, std::string>& slices) {
  unsigned total = 0, most = 0;
  for (const std::uint8_t count : item.votes) {
    total += count;
    most = std::max<unsigned>(most, count);
  }
  if (total > 0) {
    const unsigned share = 100 * most / total;
    slices.emplace("agreeing votes", share >= 100  ? "100 %"
                                     : share >= 90 ? "90-99 %"
                                     : share >= 70 ? "70-89 %"
                                     : share >= 50 ? "50-69 %"
                                                   : "0-49 %");
  }
  if (item.train_distance) slices.emplace("copy in training", *item.train_distance < kCopyDistance ? "yes" : "no");
  if (item.split != dataset::Split::kNone) slices.emplace("split", dataset::name_of(item.split));
}

void drop_single_split(std::vector<ScoredItem>& items) {
  std::set<std::string> values;
  for (const ScoredItem& item : items) {
    if (item.error) continue;  // in no slice
    const auto value = item.slices.find("split");
    values.insert(value == item.slices.end() ? "" : value->second);
  }
  if (values.size() > 1) return;
  for (ScoredItem& item : items) item.slices.erase("split");
}

namespace {

Result<void> check_columns(const std::vector<std::string>& columns, const std::set<std::string>& known,
                           const std::vector<std::string>& built_in) {
  for (const std::string& column : columns) {
    if (known.count(column) > 0 || std::find(built_in.begin(), built_in.end(), column) != built_in.end()) continue;
    const auto listed = [](const auto& names) {
      std::string text;
      for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
      return text.empty() ? std::string("none") : text;
    };
    return Error{ErrorCode::kNotFound, "no row has a column " + core::quoted(column) + " to slice by; there are " +
                                           listed(known) + " (built in: " + listed(built_in) + ")"};
  }
  return {};
}

template <class Items>
std::set<std::string> columns_of(const Items& items) {
  std::set<std::string> known;
  for (const auto& item : items) {
    for (const auto& entry : item.extra) known.insert(entry.first);
  }
  return known;
}

}  // namespace

Result<void> check_slice_columns(std::span<const io::Row> rows, const std::vector<std::string>& columns) {
  return columns.empty() ? Result<void>() : check_columns(columns, columns_of(rows), {"length", "language"});
}

Result<void> check_slice_columns(std::span<const dataset::FaceItem> items, const std::vector<std::string>& columns) {
  if (columns.empty()) return {};
  return check_columns(columns, columns_of(items), {"agreeing votes", "copy in training", "split"});
}

}  // namespace emo::eval
