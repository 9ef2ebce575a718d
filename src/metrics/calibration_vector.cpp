// Newton's method on 2 K parameters. The dense solver is small and private: K is tens, not thousands. One temperature
// for all classes is logit_fit.cpp's, which needs fewer rows.
#include "metrics/calibration_vector.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"

namespace emo::metrics {
namespace {

constexpr int kMaxSteps = 60;
constexpr double kTolerance = 1e-9;  // of the gradient per row
constexpr double kMinStep = 1e-8;

struct Problem {
  std::span<const float> logits, targets;
  std::size_t classes = 0;
  double ridge = 0;

  [[nodiscard]] std::size_t rows() const { return logits.size() / classes; }
};

/// Probabilities of one row under the parameters [scales, biases]; returns the row's loss.
double row_loss(const Problem& problem, std::size_t row, const std::vector<double>& at, std::vector<double>& p) {
  const std::size_t k_count = problem.classes;
  double top = -INFINITY;
  for (std::size_t k = 0; k < k_count; ++k) {
    p[k] = at[k] * static_cast<double>(problem.logits[row * k_count + k]) + at[k_count + k];
    top = std::max(top, p[k]);
  }
  double sum = 0;
  for (double& value : p) sum += std::exp(value - top);
  const double log_sum = std::log(sum) + top;
  double loss = 0;
  for (std::size_t k = 0; k < k_count; ++k) {
    loss += static_cast<double>(problem.targets[row * k_count + k]) * (log_sum - p[k]);
    p[k] = std::exp(p[k] - log_sum);
  }
  return loss;
}

double target_mass(const Problem& problem, std::size_t row) {
  double mass = 0;
  for (std::size_t k = 0; k < problem.classes; ++k) {
    mass += static_cast<double>(problem.targets[row * problem.classes + k]);
  }
  return mass;
}

double penalty(const Problem& problem, const std::vector<double>& at) {
  double sum = 0;
  for (std::size_t k = 0; k < problem.classes; ++k) {
    const double scale = at[k] - 1;
    sum += scale * scale + at[problem.classes + k] * at[problem.classes + k];
  }
  return problem.ridge * sum / 2;
}

double total_loss(const Problem& problem, const std::vector<double>& at) {
  std::vector<double> p(problem.classes);
  double sum = penalty(problem, at);
  for (std::size_t row = 0; row < problem.rows(); ++row) {
    if (target_mass(problem, row) > 0) sum += row_loss(problem, row, at, p);
  }
  return sum;
}

/// Solves the symmetric positive definite system a x = b in place (Cholesky); `a` is row-major [n, n].
void solve(std::vector<double>& a, std::vector<double>& b) {
  const std::size_t n = b.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = j; i < n; ++i) {
      double sum = a[i * n + j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / a[j * n + j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}

void derivatives(const Problem& problem, const std::vector<double>& at, std::vector<double>& gradient,
                 std::vector<double>& hessian) {
  const std::size_t classes = problem.classes;
  const std::size_t n = 2 * classes;
  gradient.assign(n, 0);
  hessian.assign(n * n, 0);
  for (std::size_t k = 0; k < classes; ++k) {
    gradient[k] = problem.ridge * (at[k] - 1);
    gradient[classes + k] = problem.ridge * at[classes + k];
    hessian[k * n + k] = hessian[(classes + k) * n + classes + k] = problem.ridge;
  }
  std::vector<double> p(classes);
  for (std::size_t row = 0; row < problem.rows(); ++row) {
    const double mass = target_mass(problem, row);
    if (mass <= 0) continue;
    row_loss(problem, row, at, p);
    for (std::size_t j = 0; j < classes; ++j) {
      const auto z_j = static_cast<double>(problem.logits[row * classes + j]);
      const double error = mass * p[j] - static_cast<double>(problem.targets[row * classes + j]);
      gradient[j] += error * z_j;
      gradient[classes + j] += error;
      for (std::size_t k = 0; k <= j; ++k) {
        const auto z_k = static_cast<double>(problem.logits[row * classes + k]);
        const double weight = mass * ((j == k ? p[j] : 0.0) - p[j] * p[k]);
        hessian[j * n + k] += weight * z_j * z_k;
        hessian[(classes + j) * n + classes + k] += weight;
        hessian[(classes + j) * n + k] += weight * z_k;  // bias j, scale k
        if (k != j) hessian[(classes + k) * n + j] += weight * z_j;
      }
    }
  }
}

}  // namespace

VectorScaling fit_vector_scaling(std::span<const float> logits, std::span<const float> targets, std::size_t classes,
                                 double ridge) {
  EMO_ASSERT(classes > 0 && logits.size() == targets.size() && logits.size() % classes == 0 && ridge > 0);
  const Problem problem{logits, targets, classes, ridge};
  std::vector<double> at(2 * classes, 0.0);
  std::fill_n(at.begin(), classes, 1.0);
  std::vector<double> gradient, hessian;
  double loss = total_loss(problem, at);
  for (int step = 0; step < kMaxSteps; ++step) {
    derivatives(problem, at, gradient, hessian);
    double largest = 0;
    for (const double g : gradient) largest = std::max(largest, std::abs(g));
    if (largest <= kTolerance * static_cast<double>(problem.rows() + 1)) break;
    std::vector<double> direction = gradient;
    solve(hessian, direction);
    double slope = 0;
    for (std::size_t i = 0; i < direction.size(); ++i) slope -= gradient[i] * direction[i];
    double size = 1;
    for (; size >= kMinStep; size /= 2) {
      std::vector<double> trial = at;
      for (std::size_t i = 0; i < trial.size(); ++i) trial[i] -= size * direction[i];
      const double trial_loss = total_loss(problem, trial);
      if (trial_loss < loss + 1e-4 * size * slope) {
        at = std::move(trial);
        loss = trial_loss;
        break;
      }
    }
    if (size < kMinStep) break;
  }
  VectorScaling fit{{at.begin(), at.begin() + static_cast<std::ptrdiff_t>(classes)},
                    {at.begin() + static_cast<std::ptrdiff_t>(classes), at.end()}};
  double mean = 0;
  for (const double b : fit.bias) mean += b / static_cast<double>(classes);
  for (double& b : fit.bias) b -= mean;
  return fit;
}

}  // namespace emo::metrics
