// Platt scaling: the two-parameter fit of logit_fit.hpp, by Newton's method. The fits with one parameter are in
// logit_fit.cpp; monotone maps of any shape are calibration_isotonic.cpp's.
#include <cmath>

#include "core/activation.hpp"
#include "core/assert.hpp"
#include "metrics/columns.hpp"
#include "metrics/logit_fit.hpp"

namespace emo::metrics {
namespace {

constexpr int kMaxSteps = 100;
constexpr double kMinStep = 1e-10;
constexpr double kRidge = 1e-12;    // keeps the Hessian invertible
constexpr double kGradient = 1e-9;  // stop when both derivatives per row are below it

/// ln(1 + e^z) without overflow.
double softplus(double z) {
  return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
}

struct Problem {
  std::span<const float> logits;
  std::span<const std::uint8_t> targets;
  double high = 1, low = 0;  // smoothed targets of positives and negatives

  [[nodiscard]] double target(std::size_t i) const { return targets[i] != 0 ? high : low; }
  [[nodiscard]] double z(std::size_t i, const PlattScaling& at) const {
    return at.slope * static_cast<double>(logits[i]) + at.intercept;
  }
  [[nodiscard]] double loss(const PlattScaling& at) const {
    double sum = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) sum += softplus(z(i, at)) - target(i) * z(i, at);
    return sum;
  }
};

}  // namespace

PlattScaling fit_platt(std::span<const float> logits, std::span<const std::uint8_t> targets) {
  EMO_ASSERT(logits.size() == targets.size());
  if (logits.empty()) return {};
  double positives = 0;
  for (const std::uint8_t target : targets) positives += target != 0 ? 1 : 0;
  const double rows = static_cast<double>(logits.size());
  const double negatives = rows - positives;
  const double prior = std::log((positives + 1) / (negatives + 1));
  if (positives == 0 || negatives == 0) return {0, prior};

  const Problem problem{logits, targets, (positives + 1) / (positives + 2), 1 / (negatives + 2)};
  PlattScaling fit{0, prior};
  double loss = problem.loss(fit);
  for (int step = 0; step < kMaxSteps; ++step) {
    double g_slope = 0, g_intercept = 0, h_ss = kRidge, h_si = 0, h_ii = kRidge;
    for (std::size_t i = 0; i < logits.size(); ++i) {
      const double x = static_cast<double>(logits[i]);
      const double p = core::logistic(problem.z(i, fit));
      const double error = p - problem.target(i);
      const double weight = p * (1 - p);
      g_slope += x * error;
      g_intercept += error;
      h_ss += x * x * weight;
      h_si += x * weight;
      h_ii += weight;
    }
    if (std::abs(g_slope) < kGradient * rows && std::abs(g_intercept) < kGradient * rows) break;
    const double determinant = h_ss * h_ii - h_si * h_si;
    const double d_slope = -(h_ii * g_slope - h_si * g_intercept) / determinant;
    const double d_intercept = -(h_ss * g_intercept - h_si * g_slope) / determinant;
    const double descent = g_slope * d_slope + g_intercept * d_intercept;
    double size = 1;
    for (; size >= kMinStep; size /= 2) {
      const PlattScaling trial{fit.slope + size * d_slope, fit.intercept + size * d_intercept};
      const double trial_loss = problem.loss(trial);
      if (trial_loss < loss + 1e-4 * size * descent) {
        fit = trial;
        loss = trial_loss;
        break;
      }
    }
    if (size < kMinStep) break;  // no step improves: at the optimum up to rounding
  }
  return fit;
}

std::vector<PlattScaling> fit_platt_per_label(std::span<const float> logits, std::span<const std::uint8_t> targets,
                                              std::size_t labels) {
  return fit_each_label(logits, targets, labels, fit_platt);
}

}  // namespace emo::metrics
