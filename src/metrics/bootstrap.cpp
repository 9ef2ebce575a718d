// Percentile bootstrap over rows, drawn as counts of kinds of rows where there are few kinds. Comparing two models on
// the same rows is in significance.cpp; an interval of one rate alone needs no draws (selective_risk.cpp).
#include "metrics/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "metrics/resampling.hpp"

namespace emo::metrics {
namespace {

constexpr int kFewestResamples = 100;

bool contains(std::span<const std::uint32_t> set, std::uint32_t label) {
  return std::find(set.begin(), set.end(), label) != set.end();
}

}  // namespace

LabelSets::LabelSets(std::size_t labels) : labels_(labels) {
  EMO_ASSERT(labels > 0);
}

void LabelSets::add(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted, bool right) {
  for (const std::uint32_t label : gold) {
    EMO_ASSERT(label < labels_);
    decisions_.push_back({label, contains(predicted, label) ? Kind::kTruePositive : Kind::kFalseNegative});
  }
  for (const std::uint32_t label : predicted) {
    EMO_ASSERT(label < labels_);
    if (!contains(gold, label)) decisions_.push_back({label, Kind::kFalsePositive});
  }
  starts_.push_back(decisions_.size());
  right_.push_back(right ? 1 : 0);
}

void LabelSets::count(std::size_t row, std::span<ClassCounts> counts, std::uint64_t times) const {
  for (std::size_t i = starts_[row]; i < starts_[row + 1]; ++i) {
    ClassCounts& c = counts[decisions_[i].label];
    switch (decisions_[i].kind) {
      case Kind::kTruePositive:
        c.tp += times;
        break;
      case Kind::kFalsePositive:
        c.fp += times;
        break;
      case Kind::kFalseNegative:
        c.fn += times;
        break;
    }
  }
}

std::optional<std::uint64_t> LabelSets::pattern(std::size_t row) const {
  constexpr std::size_t kMostDecisions = 4;
  constexpr std::size_t kMostLabels = 1U << 13U;
  constexpr unsigned kBits = 15;  // 13 of the label, 2 of the kind (1 to 3, so that no decision is 0)
  if (labels_ >= kMostLabels || starts_[row + 1] - starts_[row] > kMostDecisions) return std::nullopt;
  std::uint64_t pattern = 0;
  for (std::size_t i = starts_[row]; i < starts_[row + 1]; ++i) {
    const Decision& decision = decisions_[i];
    pattern = pattern << kBits | std::uint64_t{decision.label} << 2U | (static_cast<std::uint64_t>(decision.kind) + 1);
  }
  return pattern << 1U | (right_[row] != 0 ? 1U : 0U);
}

RowKinds::RowKinds(const LabelSets& sets) {
  std::unordered_map<std::uint64_t, std::uint32_t> known;
  kinds_.reserve(sets.rows());
  for (std::size_t row = 0; row < sets.rows(); ++row) {
    auto kind = static_cast<std::uint32_t>(examples_.size());
    if (const auto pattern = sets.pattern(row)) kind = known.emplace(*pattern, kind).first->second;
    if (kind == examples_.size()) examples_.push_back(row);
    kinds_.push_back(kind);
  }
}

Resample::Scores Resample::scores() const {
  std::vector<ClassCounts> counts(sets_.labels());
  std::uint64_t right = 0;
  std::uint64_t rows = 0;
  for (std::size_t kind = 0; kind < drawn_.size(); ++kind) {
    const std::size_t row = kinds_.example(kind);
    sets_.count(row, counts, drawn_[kind]);
    right += sets_.right(row) ? drawn_[kind] : 0;
    rows += drawn_[kind];
  }
  return {static_cast<double>(right) / static_cast<double>(rows), macro_f1(counts, MacroOver::kPresent)};
}

int affordable_resamples(const BootstrapOptions& options, std::size_t rows) {
  const std::uint64_t affordable = std::max<std::uint64_t>(options.max_draws / rows, kFewestResamples);
  return static_cast<int>(std::min<std::uint64_t>(affordable, static_cast<std::uint64_t>(options.resamples)));
}

ConfidenceInterval percentile_interval(const std::vector<double>& values, double level) {
  const double tail = (1 - level) / 2;
  return {quantile(values, tail), quantile(values, 1 - tail)};
}

double quantile(std::vector<double> values, double q) {
  EMO_ASSERT(q >= 0 && q <= 1);
  if (values.empty()) return 0.0;
  std::sort(values.begin(), values.end());
  const double at = q * static_cast<double>(values.size() - 1);
  const auto low = static_cast<std::size_t>(std::floor(at));
  const std::size_t high = std::min(low + 1, values.size() - 1);
  return values[low] + (at - static_cast<double>(low)) * (values[high] - values[low]);
}

BootstrapIntervals bootstrap_intervals(const LabelSets& sets, const BootstrapOptions& options) {
  BootstrapIntervals result;
  const std::size_t rows = sets.rows();
  if (rows == 0 || options.resamples <= 0) return result;
  result.resamples = affordable_resamples(options, rows);
  Resample drawn(sets);
  core::Random random(options.seed);
  std::vector<double> accuracies;
  std::vector<double> macro_f1s;
  for (int resample = 0; resample < result.resamples; ++resample) {
    drawn.clear();
    for (std::size_t draw = 0; draw < rows; ++draw) drawn.add(random.below(rows));
    const Resample::Scores scores = drawn.scores();
    accuracies.push_back(scores.accuracy);
    macro_f1s.push_back(scores.macro_f1);
  }
  result.accuracy = percentile_interval(accuracies, options.level);
  result.macro_f1 = percentile_interval(macro_f1s, options.level);
  return result;
}

}  // namespace emo::metrics
