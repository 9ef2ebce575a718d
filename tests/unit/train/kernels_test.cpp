#include "train/kernels.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace emo::train {
namespace {

std::vector<float> noise(std::size_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  std::vector<float> out(n);
  for (float& value : out) value = normal(random);
  return out;
}

// With unit gamma, zero beta, residual and bias, the norm of ones after dropout shows the mask: kept elements lie above
// the mean, dropped ones below.
std::vector<bool> mask_of(const Dropout& dropout, std::int64_t first_row, std::int64_t rows, std::int64_t d) {
  const auto n = static_cast<std::size_t>(rows * d);
  const std::vector<float> ones(n, 1.0F), zeros(n, 0.0F);
  std::vector<float> y(n), xhat(n), rstd(static_cast<std::size_t>(rows));
  residual_norm_forward(
      {ones.data(), zeros.data(), zeros.data(), ones.data(), zeros.data(), y.data(), xhat.data(), rstd.data(), 1e-12F},
      dropout, first_row, rows, d);
  std::vector<bool> kept;
  for (const float value : y) kept.push_back(value > 0);
  return kept;
}

TEST(Kernels, DropoutKeepsTheRightShareAndDependsOnSeedAndPlaceOnly) {
  const Dropout dropout{7, 0.25F};
  const auto mask = mask_of(dropout, 0, 64, 128);
  double kept = 0;
  for (const bool keep : mask) kept += keep ? 1 : 0;
  EXPECT_NEAR(kept / static_cast<double>(mask.size()), 0.75, 0.02);
  EXPECT_EQ(mask, mask_of(dropout, 0, 64, 128));
  EXPECT_NE(mask, mask_of({8, 0.25F}, 0, 64, 128));
  // Rows given in two parts get the masks that they get as one: threads do not matter.
  auto parts = mask_of(dropout, 0, 30, 128);
  const auto rest = mask_of(dropout, 30, 34, 128);
  parts.insert(parts.end(), rest.begin(), rest.end());
  EXPECT_EQ(mask, parts);
}

TEST(Kernels, ResidualNormBackwardRepeatsTheForwardMask) {
  const std::int64_t rows = 5;
  const std::int64_t d = 37;
  const auto n = static_cast<std::size_t>(rows * d);
  const Dropout dropout{3, 0.5F};
  const auto mask = mask_of(dropout, 11, rows, d);
  const auto dy = noise(n, 1), xhat = noise(n, 2);
  const std::vector<float> rstd(static_cast<std::size_t>(rows), 1.0F), gamma(static_cast<std::size_t>(d), 1.0F);
  std::vector<float> dx(n), dresidual(n), dbias(static_cast<std::size_t>(d)), dgamma(dbias), dbeta(dbias);
  residual_norm_backward({dy.data(), xhat.data(), rstd.data(), gamma.data(), dx.data(), dresidual.data(), dbias.data(),
                          dgamma.data(), dbeta.data()},
                         dropout, 11, rows, d);
  for (std::size_t i = 0; i < n; ++i) {
    EXPECT_FLOAT_EQ(dx[i], mask[i] ? 2.0F * dresidual[i] : 0.0F) << i;
  }
}

TEST(Kernels, AdamStepIsTheFormula) {
  const std::size_t n = 19;
  auto w = noise(n, 1), m = noise(n, 3), ema = noise(n, 5);
  const auto grad = noise(n, 2);
  auto v = noise(n, 4);
  for (float& value : v) value = value * value;
  const auto w0 = w, m0 = m, v0 = v, ema0 = ema;
  const AdamStep s{1e-2F, 0.9F, 0.98F, 1e-6F, 0.1F, 0.5F, 0.25F, 0.7F, 0.99F};
  adamw_step(w.data(), grad.data(), m.data(), v.data(), ema.data(), static_cast<std::int64_t>(n), s);
  for (std::size_t i = 0; i < n; ++i) {
    const double g = 0.7 * static_cast<double>(grad[i]);
    const double mi = 0.9 * static_cast<double>(m0[i]) + 0.1 * g;
    const double vi = 0.98 * static_cast<double>(v0[i]) + 0.02 * g * g;
    const double expected = static_cast<double>(w0[i]) * (1 - 1e-3) - 1e-2 * (mi / 0.5) / (std::sqrt(vi / 0.25) + 1e-6);
    EXPECT_NEAR(static_cast<double>(w[i]), expected, 2e-6) << i;
    EXPECT_NEAR(static_cast<double>(ema[i]), 0.99 * static_cast<double>(ema0[i]) + 0.01 * expected, 2e-6) << i;
  }
}

TEST(Kernels, AdamStepSurvivesMomentsThatFadeAway) {
  constexpr std::size_t n = 32;  // whole vectors: the root of a vector is another one than that of a number
  std::vector<float> w(n, 0.5F), m(n, 0.0F), v(n, 1e-39F);
  const std::vector<float> grad(n, 0.0F);
  const AdamStep s{1e-2F, 0.9F, 0.999F, 1e-8F, 0.0F, 1.0F, 1.0F, 1.0F, 0.0F};
  adamw_step(w.data(), grad.data(), m.data(), v.data(), nullptr, n, s);
  for (const float value : w) EXPECT_EQ(value, 0.5F);
}

TEST(Kernels, SumOfSquaresIsTakenInDouble) {
  const std::vector<float> values(100000, 0.1F);
  const double square = static_cast<double>(0.1F) * static_cast<double>(0.1F);
  EXPECT_NEAR(sum_of_squares(values.data(), 100000), 100000 * square, 1e-6);
  EXPECT_EQ(sum_of_squares(values.data(), 0), 0.0);
}

}  // namespace
}  // namespace emo::train
