// Parts of the data for reports that have predictions alone: right / rows with Wilson's interval. Slices with every
// figure are made by eval/slices, and shown instead where metrics.json has them.
#include "report/slices.hpp"

#include <algorithm>
#include <cmath>

#include "core/number_words.hpp"
#include "core/text_length.hpp"

namespace emo::report {
namespace {

constexpr double kZ = 1.959963984540054;  // 97.5 % quantile of the normal distribution
constexpr std::size_t kMaxColumns = 40;

}  // namespace

metrics::ConfidenceInterval wilson_interval(std::uint64_t right, std::uint64_t rows) {
  if (rows == 0) return {0, 1};
  const auto n = static_cast<double>(rows);
  const double p = static_cast<double>(right) / n, z2 = kZ * kZ;
  const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kZ * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

void SliceCounter::put(const std::string& column, const std::string& value, std::size_t row) {
  if (value.empty() || (columns_.size() >= kMaxColumns && columns_.count(column) == 0)) return;
  Column& at = columns_[column];
  if (at.too_many) return;
  const auto [found, fresh] = at.values.try_emplace(value, static_cast<std::uint32_t>(at.values.size()));
  if (fresh && at.values.size() > kMaxSliceValues) {
    at = Column{{}, {}, true};
    return;
  }
  at.rows.emplace_back(static_cast<std::uint32_t>(row), found->second);
}

void SliceCounter::add(const PredictionLine& line, std::size_t row) {
  for (const auto& [column, value] : line.extra) put(column, value, row);
  if (core::count_words(line.text) > 0) put("text length", std::string(core::length_bucket(line.text)), row);
  put("gold labels", line.gold.empty() ? "none" : line.gold.size() == 1 ? "one" : "several", row);
}

std::vector<Slice> SliceCounter::finish(const std::vector<std::uint8_t>& right) const {
  std::vector<Slice> out;
  for (const auto& [name, column] : columns_) {
    std::vector<Slice> parts(column.values.size());
    for (const auto& [value, index] : column.values) parts[index] = {name, value, 0, 0, {}};
    for (const auto& [row, index] : column.rows) {
      ++parts[index].rows;
      parts[index].right += right[row];
    }
    const auto large =
        std::count_if(parts.begin(), parts.end(), [](const Slice& s) { return s.rows >= kMinSliceRows; });
    if (large < 2) continue;
    const auto leading = [](const Slice& s) {
      const double number = core::leading_number(s.value).value_or(0);
      return std::isnan(number) ? 0.0 : number;  // "nan" and "Nancy", which nothing could be sorted by
    };
    std::sort(parts.begin(), parts.end(), [&](const Slice& a, const Slice& b) {
      return leading(a) != leading(b) ? leading(a) < leading(b) : a.value < b.value;
    });
    for (Slice& part : parts) {
      part.interval = wilson_interval(part.right, part.rows);
      out.push_back(std::move(part));
    }
  }
  return out;
}

}  // namespace emo::report
