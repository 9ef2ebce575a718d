// One-dimensional fits on development logits: temperature (softmax, soft targets, sigmoid) and logit
// adjustment; Platt's two-parameter fit is in platt.cpp. Nothing here sees a model.
#include "metrics/logit_fit.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/activation.hpp"
#include "core/assert.hpp"

namespace emo::metrics {
namespace {

constexpr int kMaxSteps = 100;
constexpr double kTolerance = 1e-12;

struct Derivatives {
  double first = 0, second = 0;
};

/// Minimises a convex function of the inverse temperature: Newton steps, replaced by bisection when one leaves the
/// bracket of the root.
double minimise(const std::function<Derivatives(double)>& derivatives) {
  double low = 1 / kMaxTemperature;
  double high = 1 / kMinTemperature;
  const Derivatives flattest = derivatives(low);
  if (flattest.second <= 0) return 1.0;  // no row or only constant rows: nothing to learn from
  if (flattest.first >= 0) return kMaxTemperature;
  if (derivatives(high).first <= 0) return kMinTemperature;
  double beta = 1;
  for (int step = 0; step < kMaxSteps; ++step) {
    const Derivatives d = derivatives(beta);
    if (d.first > 0) {
      high = beta;
    } else {
      low = beta;
    }
    const double newton = d.second > 0 ? beta - d.first / d.second : low;
    const double next = newton > low && newton < high ? newton : (low + high) / 2;
    if (std::abs(next - beta) <= kTolerance * beta) {
      beta = next;
      break;
    }
    beta = next;
  }
  return 1 / beta;
}

/// Adds the derivatives in beta of -sum_k q_k ln softmax(beta z)_k = sum q * (E_p[z] - E_q[z]), sum q * Var_p[z].
void add_softmax_row(std::span<const float> z, double beta, double target_mass, double target_mean, Derivatives& sum) {
  const double top = static_cast<double>(*std::max_element(z.begin(), z.end()));
  double mass = 0;
  double mean = 0;
  double square = 0;
  for (const float value : z) {
    const double shifted = static_cast<double>(value) - top;  // the shift cancels and keeps exp in range
    const double e = std::exp(beta * shifted);
    mass += e;
    mean += e * shifted;
    square += e * shifted * shifted;
  }
  mean /= mass;
  square /= mass;
  sum.first += target_mass * (mean + top) - target_mean;
  sum.second += target_mass * std::max(0.0, square - mean * mean);
}

}  // namespace

double fit_temperature(std::span<const float> logits, std::span<const std::int32_t> labels, std::size_t classes) {
  EMO_ASSERT(classes > 0 && logits.size() == labels.size() * classes);
  for (const std::int32_t label : labels) EMO_ASSERT(label >= 0 && static_cast<std::size_t>(label) < classes);
  return minimise([&](double beta) {
    Derivatives sum;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const auto row = logits.subspan(i * classes, classes);
      add_softmax_row(row, beta, 1, static_cast<double>(row[static_cast<std::size_t>(labels[i])]), sum);
    }
    return sum;
  });
}

double fit_temperature_soft(std::span<const float> logits, std::span<const float> targets, std::size_t classes) {
  EMO_ASSERT(classes > 0 && logits.size() == targets.size() && logits.size() % classes == 0);
  return minimise([&](double beta) {
    Derivatives sum;
    for (std::size_t at = 0; at < logits.size(); at += classes) {
      const auto row = logits.subspan(at, classes);
      double mass = 0;
      double mean = 0;
      for (std::size_t k = 0; k < classes; ++k) {
        mass += static_cast<double>(targets[at + k]);
        mean += static_cast<double>(targets[at + k]) * static_cast<double>(row[k]);
      }
      if (mass > 0) add_softmax_row(row, beta, mass, mean, sum);
    }
    return sum;
  });
}

std::vector<float> with_room_for_luck(std::span<const float> targets, std::size_t classes) {
  std::vector<float> out(targets.begin(), targets.end());
  if (classes == 0) return out;
  std::vector<std::span<float>> rows;
  for (std::size_t at = 0; at + classes <= out.size(); at += classes) {
    const auto row = std::span(out).subspan(at, classes);
    if (std::any_of(row.begin(), row.end(), [](float q) { return q != 0; })) rows.push_back(row);
  }
  const float share = 1.0F / (static_cast<float>(rows.size()) + 1.0F);
  for (const auto& row : rows) {
    for (float& q : row) q = q * (1 - share) + share / static_cast<float>(classes);
  }
  return out;
}

std::vector<float> with_room_for_luck(std::span<const std::int32_t> labels, std::size_t classes) {
  std::vector<float> targets(labels.size() * classes, 0);
  for (std::size_t i = 0; i < labels.size(); ++i) targets[i * classes + static_cast<std::size_t>(labels[i])] = 1;
  return with_room_for_luck(targets, classes);
}

double fit_temperature_binary(std::span<const float> logits, std::span<const std::uint8_t> targets) {
  EMO_ASSERT(logits.size() == targets.size());
  return minimise([&](double beta) {
    Derivatives sum;
    for (std::size_t i = 0; i < logits.size(); ++i) {
      const double z = static_cast<double>(logits[i]);
      const double p = core::logistic(beta * z);
      sum.first += z * (p - (targets[i] != 0 ? 1.0 : 0.0));
      sum.second += z * z * p * (1 - p);
    }
    return sum;
  });
}

std::vector<double> rare_class_bias(std::span<const std::uint64_t> class_counts, double floor) {
  std::vector<double> bias(class_counts.size(), 0.0);
  double total = 0;
  for (const auto count : class_counts) total += static_cast<double>(std::max<std::uint64_t>(count, 1));
  for (std::size_t k = 0; k < bias.size(); ++k) {
    const double share = static_cast<double>(std::max<std::uint64_t>(class_counts[k], 1)) / total;
    if (share < floor) bias[k] = std::log(floor / share);
  }
  return bias;
}

}  // namespace emo::metrics
