// Arithmetic and wording of several seeds. A start that was kept has no training figures: they are left out. Running
// them is the command's business.
#include "seed_runs.hpp"

#include <cmath>

#include "core/number_words.hpp"

namespace emo::app {
namespace {

constexpr const char* kFigure = "%.8g";

std::vector<double> column(const std::vector<SeedResult>& results, std::size_t index) {
  std::vector<double> values;
  for (const auto& result : results) {
    if (std::isfinite(result.best[index].second)) values.push_back(result.best[index].second);
  }
  return values;
}

// What a person would compare: not losses, rates and times.
bool is_score(const std::string& name) {
  return name == train::kDevScore || name.ends_with("dev_macro_f1") || name.ends_with("dev_accuracy");
}

}  // namespace

MeanAndDeviation mean_and_deviation(const std::vector<double>& values) {
  MeanAndDeviation out;
  for (const double value : values) out.mean += value / static_cast<double>(values.size());
  if (values.size() < 2) return out;
  double squares = 0;
  for (const double value : values) squares += (value - out.mean) * (value - out.mean);
  out.deviation = std::sqrt(squares / static_cast<double>(values.size() - 1));
  return out;
}

std::string seeds_csv(const std::vector<SeedResult>& results) {
  std::string head = "seed", mean = "mean", deviation = "sd";
  for (std::size_t c = 0; c < results.front().best.size(); ++c) {
    const auto values = column(results, c);
    const auto both = mean_and_deviation(values);
    head += ',' + results.front().best[c].first;
    mean += ',' + (values.empty() ? "" : core::formatted(kFigure, both.mean));
    deviation += ',' + (values.empty() ? "" : core::formatted(kFigure, both.deviation));
  }
  head += '\n';
  for (const auto& result : results) {
    head += std::to_string(result.seed);
    for (const auto& [name, value] : result.best) {
      head += ',' + (std::isfinite(value) ? core::formatted(kFigure, value) : "");
    }
    head += '\n';
  }
  return head + mean + '\n' + deviation + '\n';
}

std::vector<std::pair<std::string, MeanAndDeviation>> seeds_scores(const std::vector<SeedResult>& results) {
  std::vector<std::pair<std::string, MeanAndDeviation>> scores;
  for (std::size_t c = 0; c < results.front().best.size(); ++c) {
    const std::string& name = results.front().best[c].first;
    if (is_score(name)) scores.emplace_back(name, mean_and_deviation(column(results, c)));
  }
  return scores;
}

std::string seeds_summary(const std::vector<SeedResult>& results) {
  std::string out;
  for (const auto& [name, both] : seeds_scores(results)) {
    out += (out.empty() ? "" : "\n") + name + core::formatted(" %.4f ± %.4f", both.mean, both.deviation) + " over " +
           std::to_string(results.size()) + " seeds";
  }
  return out;
}

}  // namespace emo::app
