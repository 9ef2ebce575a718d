// Plain loops, written so that the compiler vectorises them (this file is built with -O3 -ffast-math and cloned for
// AVX2 and AVX-512). Nothing here knows about libtorch or threads: callers split the rows.
#include "train/kernels.hpp"

#include <algorithm>
#include <cmath>

#include "train/kernel_parts.hpp"

namespace emo::train {
namespace {

constexpr float kSqrtHalf = 0.70710678118654752F;
constexpr float kInvSqrt2Pi = 0.39894228040143268F;

}  // namespace

EMO_CLONES void bias_gelu_forward(const float* x, const float* bias, float* y, std::int64_t rows, std::int64_t d) {
  for (std::int64_t r = 0; r < rows; ++r) {
    const float* __restrict xr = x + r * d;
    float* __restrict yr = y + r * d;
    for (std::int64_t c = 0; c < d; ++c) {
      const float z = xr[c] + bias[c];
      yr[c] = 0.5F * z * (1.0F + erff(z * kSqrtHalf));
    }
  }
}

EMO_CLONES void bias_gelu_backward(const float* x, const float* bias, const float* dy, float* dx, float* dbias,
                                   std::int64_t rows, std::int64_t d) {
  for (std::int64_t r = 0; r < rows; ++r) {
    const float* __restrict xr = x + r * d;
    const float* __restrict gr = dy + r * d;
    float* __restrict dr = dx + r * d;
    for (std::int64_t c = 0; c < d; ++c) {
      const float z = xr[c] + bias[c];
      const float cdf = 0.5F * (1.0F + erff(z * kSqrtHalf));
      const float pdf = kInvSqrt2Pi * expf(-0.5F * z * z);
      const float g = gr[c] * (cdf + z * pdf);
      dr[c] = g;
      dbias[c] += g;
    }
  }
}

EMO_CLONES void residual_norm_forward(const NormForward& a, const Dropout& dropout, std::int64_t first_row,
                                      std::int64_t rows, std::int64_t d) {
  const std::uint32_t limit = drop_limit(dropout.p);
  const float scale = 1.0F / (1.0F - dropout.p);
  const std::uint32_t seed = mix(dropout.seed);
  for (std::int64_t r = 0; r < rows; ++r) {
    const float* __restrict xr = a.x + r * d;
    const float* __restrict rr = a.residual + r * d;
    float* __restrict hr = a.xhat + r * d;
    float* __restrict yr = a.y + r * d;
    float sum = 0.0F;
    if (limit != 0) {
      const auto base = static_cast<std::uint32_t>((first_row + r) * d);
      for (std::int64_t c = 0; c < d; ++c) {
        const float keep = mix(seed ^ (base + static_cast<std::uint32_t>(c))) >= limit ? scale : 0.0F;
        const float z = rr[c] + (xr[c] + a.bias[c]) * keep;
        hr[c] = z;
        sum += z;
      }
    } else {
      for (std::int64_t c = 0; c < d; ++c) {
        const float z = rr[c] + xr[c] + a.bias[c];
        hr[c] = z;
        sum += z;
      }
    }
    const float mean = sum / static_cast<float>(d);
    float square = 0.0F;
    for (std::int64_t c = 0; c < d; ++c) {
      const float z = hr[c] - mean;
      square += z * z;
    }
    const float rstd = 1.0F / std::sqrt(square / static_cast<float>(d) + a.eps);
    a.rstd[r] = rstd;
    for (std::int64_t c = 0; c < d; ++c) {
      const float h = (hr[c] - mean) * rstd;
      hr[c] = h;
      yr[c] = h * a.gamma[c] + a.beta[c];
    }
  }
}

EMO_CLONES void residual_norm_backward(const NormBackward& a, const Dropout& dropout, std::int64_t first_row,
                                       std::int64_t rows, std::int64_t d) {
  const std::uint32_t limit = drop_limit(dropout.p);
  const float scale = 1.0F / (1.0F - dropout.p);
  const std::uint32_t seed = mix(dropout.seed);
  for (std::int64_t r = 0; r < rows; ++r) {
    const float* __restrict gr = a.dy + r * d;
    const float* __restrict hr = a.xhat + r * d;
    float* __restrict rr = a.dresidual + r * d;
    float* __restrict xr = a.dx + r * d;
    float mean_g = 0.0F;
    float mean_gh = 0.0F;
    for (std::int64_t c = 0; c < d; ++c) {
      const float g = gr[c] * a.gamma[c];
      mean_g += g;
      mean_gh += g * hr[c];
      a.dgamma[c] += gr[c] * hr[c];
      a.dbeta[c] += gr[c];
    }
    mean_g /= static_cast<float>(d);
    mean_gh /= static_cast<float>(d);
    const float rstd = a.rstd[r];
    const auto base = static_cast<std::uint32_t>((first_row + r) * d);
    for (std::int64_t c = 0; c < d; ++c) {
      const float dz = rstd * (gr[c] * a.gamma[c] - mean_g - hr[c] * mean_gh);
      const float keep = limit == 0 || mix(seed ^ (base + static_cast<std::uint32_t>(c))) >= limit
                             ? (limit == 0 ? 1.0F : scale)
                             : 0.0F;
      rr[c] = dz;
      xr[c] = dz * keep;
      a.dbias[c] += dz * keep;
    }
  }
}

constexpr float kSmallestMoment = 1e-30F;

EMO_CLONES void adamw_step(float* w, const float* grad, float* m, float* v, float* ema, std::int64_t n,
                           const AdamStep& s) {
  const float step = s.lr / s.bias_correction1;
  const float root = 1.0F / std::sqrt(s.bias_correction2);
  const float decay = 1.0F - s.lr * s.weight_decay;
  for (std::int64_t i = 0; i < n; ++i) {
    const float g = grad[i] * s.grad_scale;
    const float mi = s.beta1 * m[i] + (1.0F - s.beta1) * g;
    const float vi = s.beta2 * v[i] + (1.0F - s.beta2) * g * g;
    m[i] = mi;
    v[i] = vi;
    // The approximate root of -ffast-math makes NaN of a denormal number, and the second moment of a weight whose
    // gradient has long been next to nothing becomes one. Far below eps, the limit changes nothing else.
    w[i] = w[i] * decay - step * mi / (std::sqrt(std::max(vi, kSmallestMoment)) * root + s.eps);
  }
  if (ema != nullptr) {
    for (std::int64_t i = 0; i < n; ++i) ema[i] = s.ema_decay * ema[i] + (1.0F - s.ema_decay) * w[i];
  }
}

EMO_CLONES double sum_of_squares(const float* x, std::int64_t n) {
  double total = 0.0;
  for (std::int64_t i = 0; i < n; ++i) total += static_cast<double>(x[i]) * static_cast<double>(x[i]);
  return total;
}

}  // namespace emo::train
