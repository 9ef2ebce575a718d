// Proper scores and calibration error of given probabilities. It measures and mends nothing: fits are in
// logit_fit.hpp.
#include "metrics/probability.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/assert.hpp"
#include "metrics/log_gamma.hpp"
#include "metrics/radix_sort.hpp"

namespace emo::metrics {
namespace {

double clipped(double p) {
  return std::clamp(p, kProbabilityFloor, 1 - kProbabilityFloor);
}
double negative_log(double p) {
  return -std::log(clipped(p));
}

double mean_of(double sum, std::size_t n) {
  return n == 0 ? 0.0 : sum / static_cast<double>(n);
}

/// Mean over the rows with a target of the sum of term(p_k, q_k).
template <class Term>
double mean_over_rows(std::span<const float> probabilities, std::span<const float> targets, std::size_t classes,
                      Term term) {
  EMO_ASSERT(classes > 0 && probabilities.size() == targets.size() && targets.size() % classes == 0);
  double sum = 0;
  std::size_t rows = 0;
  for (std::size_t at = 0; at < targets.size(); at += classes) {
    double row = 0;
    double mass = 0;
    for (std::size_t k = 0; k < classes; ++k) {
      const auto q = static_cast<double>(targets[at + k]);
      mass += q;
      row += term(static_cast<double>(probabilities[at + k]), q);
    }
    if (mass <= 0) continue;
    sum += row;
    ++rows;
  }
  return mean_of(sum, rows);
}

ProbabilityMeter measured(std::span<const float> probabilities, std::span<const std::int32_t> labels,
                          std::size_t classes) {
  EMO_ASSERT(classes > 0 && probabilities.size() == labels.size() * classes);
  ProbabilityMeter meter;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    EMO_ASSERT(labels[i] >= 0);
    meter.add(probabilities.subspan(i * classes, classes), static_cast<std::size_t>(labels[i]));
  }
  return meter;
}

}  // namespace

double log_loss(std::span<const float> probabilities, std::span<const std::int32_t> labels, std::size_t classes) {
  return measured(probabilities, labels, classes).log_loss();
}

double log_loss_soft(std::span<const float> probabilities, std::span<const float> targets, std::size_t classes) {
  return mean_over_rows(probabilities, targets, classes,
                        [](double p, double q) { return q > 0 ? q * negative_log(p) : 0.0; });
}

double binary_log_loss(std::span<const float> probabilities, std::span<const std::uint8_t> targets) {
  EMO_ASSERT(probabilities.size() == targets.size());
  double sum = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    // Clipped first and then subtracted from 1, as scikit-learn does: at p = 1 the order shows in the fourth digit.
    const double p = clipped(static_cast<double>(probabilities[i]));
    sum -= std::log(targets[i] != 0 ? p : 1 - p);
  }
  return mean_of(sum, targets.size());
}

double brier_score(std::span<const float> probabilities, std::span<const std::int32_t> labels, std::size_t classes) {
  return measured(probabilities, labels, classes).brier_score();
}

double brier_score_soft(std::span<const float> probabilities, std::span<const float> targets, std::size_t classes) {
  return mean_over_rows(probabilities, targets, classes, [](double p, double q) { return (p - q) * (p - q); });
}

double binary_brier_score(std::span<const float> probabilities, std::span<const std::uint8_t> targets) {
  EMO_ASSERT(probabilities.size() == targets.size());
  double sum = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const double error = static_cast<double>(probabilities[i]) - (targets[i] != 0 ? 1.0 : 0.0);
    sum += error * error;
  }
  return mean_of(sum, targets.size());
}

void ProbabilityMeter::add(std::span<const float> p, std::size_t label) {
  EMO_ASSERT(label < p.size());
  ++rows_;
  log_sum_ += negative_log(static_cast<double>(p[label]));
  for (std::size_t k = 0; k < p.size(); ++k) {
    const double error = static_cast<double>(p[k]) - (k == label ? 1.0 : 0.0);
    square_sum_ += error * error;
  }
}

double ProbabilityMeter::log_loss() const {
  return mean_of(log_sum_, rows_);
}
double ProbabilityMeter::brier_score() const {
  return mean_of(square_sum_, rows_);
}

double calibration_error_by_chance(std::span<const ReliabilityBin> bins) {
  constexpr double kOneOfTwenty = 1.645;
  constexpr std::uint64_t kFew = 300;  // rows of a bin up to which the binomial is summed; beyond, it is normal
  double rows = 0, mean = 0, variance = 0;
  for (const auto& bin : bins) rows += static_cast<double>(bin.count);
  if (rows == 0) return 0;
  for (const auto& bin : bins) {
    const auto n = static_cast<double>(bin.count);
    const double p = bin.confidence, spread = p * (1 - p);
    if (bin.count == 0 || spread <= 0) continue;
    double deviation = std::sqrt(2 * spread / (std::numbers::pi * n));  // mean of |accuracy - p|
    if (bin.count <= kFew) {
      deviation = 0;
      for (std::uint64_t hits = 0; hits <= bin.count; ++hits) {
        const auto k = static_cast<double>(hits);
        const double log_share = log_choose(n, k) + k * std::log(p) + (n - k) * std::log1p(-p);
        deviation += std::exp(log_share) * std::abs(k / n - p);
      }
    }
    mean += n / rows * deviation;
    variance += n / rows * (n / rows) * (spread / n - deviation * deviation);
  }
  return mean + kOneOfTwenty * std::sqrt(std::max(variance, 0.0));
}

Reliability::Reliability(std::size_t bins) : sums_(bins) {
  EMO_ASSERT(bins > 0);
}

void Reliability::add(double confidence, bool outcome) {
  const double inside = std::isnan(confidence) ? 0.0 : std::clamp(confidence, 0.0, 1.0);
  const auto bins = static_cast<double>(sums_.size());
  // (low, high]: ceil puts a value on an upper edge into the bin below it.
  const double at = std::clamp(std::ceil(inside * bins) - 1, 0.0, bins - 1);
  Sums& sums = sums_[static_cast<std::size_t>(at)];
  ++sums.count;
  sums.outcomes += outcome ? 1 : 0;
  sums.confidence += inside;
}

std::vector<ReliabilityBin> Reliability::bins() const {
  std::vector<ReliabilityBin> result;
  result.reserve(sums_.size());
  const auto bins = static_cast<double>(sums_.size());
  for (std::size_t b = 0; b < sums_.size(); ++b) {
    const Sums& sums = sums_[b];
    ReliabilityBin bin{static_cast<double>(b) / bins, static_cast<double>(b + 1) / bins, sums.count, 0, 0};
    if (sums.count > 0) {
      bin.confidence = sums.confidence / static_cast<double>(sums.count);
      bin.accuracy = static_cast<double>(sums.outcomes) / static_cast<double>(sums.count);
    }
    result.push_back(bin);
  }
  return result;
}

double Reliability::expected_calibration_error() const {
  double gap = 0;
  std::uint64_t n = 0;
  for (const Sums& sums : sums_) {
    gap += std::abs(static_cast<double>(sums.outcomes) - sums.confidence);  // = count * |accuracy - confidence|
    n += sums.count;
  }
  return mean_of(gap, n);
}

double ece_equal_width(std::span<const float> confidences, std::span<const std::uint8_t> outcomes, std::size_t bins) {
  EMO_ASSERT(confidences.size() == outcomes.size());
  Reliability reliability(bins);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    reliability.add(static_cast<double>(confidences[i]), outcomes[i] != 0);
  }
  return reliability.expected_calibration_error();
}

std::vector<ReliabilityBin> equal_mass_bins(std::span<const float> confidences, std::span<const std::uint8_t> outcomes,
                                            std::size_t bins) {
  EMO_ASSERT(bins > 0 && confidences.size() == outcomes.size());
  const std::size_t n = outcomes.size();
  // Highest 32 bits: the confidence; below it the outcome, which goes along.
  std::vector<std::uint64_t> order;
  order.reserve(n);
  for (std::size_t i = 0; i < n; ++i) {
    const float inside = std::isnan(confidences[i]) ? 0.0F : std::clamp(confidences[i], 0.0F, 1.0F);
    order.push_back(std::uint64_t{order_key(inside)} << 32U | (outcomes[i] != 0 ? 1U : 0U));
  }
  radix_sort(order);
  const auto key = [&](std::size_t i) { return static_cast<std::uint32_t>(order[i] >> 32U); };
  const auto confidence = [&](std::size_t i) { return static_cast<double>(score_of_key(key(i))); };
  // The items of one confidence, [begin, end): no order among them means anything, so each counts for the share that
  // came true of them all.
  struct Tie {
    std::size_t begin = 0, end = 0;
    std::uint64_t came_true = 0;
  } tie;
  const auto tie_of = [&](std::size_t i) {
    if (i < tie.end) return tie;
    Tie next{i, i, 0};
    for (; next.end < n && key(next.end) == key(i); ++next.end) next.came_true += order[next.end] & 1U;
    return next;
  };
  std::vector<ReliabilityBin> result;
  for (std::size_t b = 0; b < bins; ++b) {
    const std::size_t begin = b * n / bins;
    const std::size_t end = (b + 1) * n / bins;
    ReliabilityBin bin;
    bin.count = end - begin;
    if (bin.count > 0) {
      for (std::size_t i = begin; i < end; ++i) bin.confidence += confidence(i);
      for (std::size_t i = begin; i < end; i = std::min(tie.end, end)) {
        tie = tie_of(i);
        const auto inside = static_cast<double>(std::min(tie.end, end) - i);
        // Multiplied first: a tie that lies in one bin whole gives its count exactly.
        bin.accuracy += inside * static_cast<double>(tie.came_true) / static_cast<double>(tie.end - tie.begin);
      }
      bin.low = confidence(begin);
      bin.high = confidence(end - 1);
      bin.confidence /= static_cast<double>(bin.count);
      bin.accuracy /= static_cast<double>(bin.count);
    }
    result.push_back(bin);
  }
  return result;
}

double ece_equal_mass(std::span<const float> confidences, std::span<const std::uint8_t> outcomes, std::size_t bins) {
  double gap = 0;
  for (const ReliabilityBin& bin : equal_mass_bins(confidences, outcomes, bins)) {
    gap += static_cast<double>(bin.count) * std::abs(bin.accuracy - bin.confidence);
  }
  return mean_of(gap, outcomes.size());
}

}  // namespace emo::metrics
