// Plain loops, written so that the compiler vectorises them (this file is built with -O3 -ffast-math and cloned for
// AVX2 and AVX-512). Nothing here knows about libtorch or threads: callers split the rows.
#include "train/kernels.hpp"

#include <cmath>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define EMO_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define EMO_CLONES
#endif

namespace emo::train {
namespace {

constexpr float kSqrtHalf = 0.70710678118654752F;
constexpr float kInvSqrt2Pi = 0.39894228040143268F;

// A 32-bit finaliser (two multiply-xorshift rounds): good enough to drop activations, and vectorises.
inline std::uint32_t mix(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352dU;
  x ^= x >> 15;
  x *= 0x846ca68bU;
  x ^= x >> 16;
  return x;
}

inline std::uint32_t drop_limit(float p) { return static_cast<std::uint32_t>(static_cast<double>(p) * 4294967295.0); }

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
      const float keep =
          limit == 0 || mix(seed ^ (base + static_cast<std::uint32_t>(c))) >= limit ? (limit == 0 ? 1.0F : scale) : 0.0F;
      rr[c] = dz;
      xr[c] = dz * keep;
      a.dbias[c] += dz * keep;
    }
  }
}

std::int64_t attention_scratch(std::int64_t tokens, std::int64_t head_dim) {
  return 2 * tokens * head_dim + 3 * tokens;
}

EMO_CLONES void attention_forward(const float* qkv, float* probs, float* ctx, const AttentionShape& s,
                                  const Dropout& dropout, float* scratch) {
  const std::int64_t t = s.tokens;
  const std::int64_t dh = s.head_dim;
  const float inv = 1.0F / std::sqrt(static_cast<float>(dh));
  const std::uint32_t limit = drop_limit(dropout.p);
  const float scale = 1.0F / (1.0F - dropout.p);
  const std::uint32_t seed = mix(dropout.seed);
  float* key_t = scratch;  // [dh, T]
  float* __restrict row = scratch + 2 * t * dh;
  for (std::int64_t j = 0; j < t; ++j) {
    const float* k = qkv + j * s.stride + s.d_model;
    for (std::int64_t c = 0; c < dh; ++c) key_t[c * t + j] = k[c];
  }
  for (std::int64_t i = 0; i < t; ++i) {
    const float* q = qkv + i * s.stride;
    float* p = probs + i * t;
    std::memset(row, 0, static_cast<std::size_t>(t) * sizeof(float));
    for (std::int64_t c = 0; c < dh; ++c) {
      const float qc = q[c] * inv;
      const float* __restrict kc = key_t + c * t;
      for (std::int64_t j = 0; j < t; ++j) row[j] += qc * kc[j];
    }
    float top = row[0];
    for (std::int64_t j = 1; j < t; ++j) top = row[j] > top ? row[j] : top;
    float sum = 0.0F;
    for (std::int64_t j = 0; j < t; ++j) {
      const float e = expf(row[j] - top);
      p[j] = e;
      sum += e;
    }
    const float norm = 1.0F / sum;
    const auto base = static_cast<std::uint32_t>(i * t);
    for (std::int64_t j = 0; j < t; ++j) {
      p[j] *= norm;
      const float keep = limit == 0 || mix(seed ^ (base + static_cast<std::uint32_t>(j))) >= limit ? scale : 0.0F;
      row[j] = p[j] * keep;
    }
    float* __restrict out = ctx + i * s.d_model;
    for (std::int64_t c = 0; c < dh; ++c) out[c] = 0.0F;
    for (std::int64_t j = 0; j < t; ++j) {
      const float* __restrict v = qkv + j * s.stride + 2 * s.d_model;
      const float pj = row[j];
      for (std::int64_t c = 0; c < dh; ++c) out[c] += pj * v[c];
    }
  }
}

EMO_CLONES void attention_backward(const float* qkv, const float* probs, const float* dctx, float* dqkv,
                                   const AttentionShape& s, const Dropout& dropout, float* scratch) {
  const std::int64_t t = s.tokens;
  const std::int64_t dh = s.head_dim;
  const float inv = 1.0F / std::sqrt(static_cast<float>(dh));
  const std::uint32_t limit = drop_limit(dropout.p);
  const float scale = 1.0F / (1.0F - dropout.p);
  const std::uint32_t seed = mix(dropout.seed);
  float* value_t = scratch;  // [dh, T]
  float* __restrict dprob = scratch + 2 * t * dh;
  float* __restrict dropped = dprob + t;
  for (std::int64_t j = 0; j < t; ++j) {
    const float* v = qkv + j * s.stride + 2 * s.d_model;
    for (std::int64_t c = 0; c < dh; ++c) value_t[c * t + j] = v[c];
    float* dk = dqkv + j * s.stride + s.d_model;
    float* dv = dqkv + j * s.stride + 2 * s.d_model;
    for (std::int64_t c = 0; c < dh; ++c) {
      dk[c] = 0.0F;
      dv[c] = 0.0F;
    }
  }
  for (std::int64_t i = 0; i < t; ++i) {
    const float* __restrict g = dctx + i * s.d_model;
    const float* p = probs + i * t;
    const float* __restrict q = qkv + i * s.stride;
    std::memset(dprob, 0, static_cast<std::size_t>(t) * sizeof(float));
    for (std::int64_t c = 0; c < dh; ++c) {
      const float gc = g[c];
      const float* __restrict vc = value_t + c * t;
      for (std::int64_t j = 0; j < t; ++j) dprob[j] += gc * vc[j];
    }
    const auto base = static_cast<std::uint32_t>(i * t);
    float dot = 0.0F;
    for (std::int64_t j = 0; j < t; ++j) {
      const float keep = limit == 0 || mix(seed ^ (base + static_cast<std::uint32_t>(j))) >= limit ? scale : 0.0F;
      dropped[j] = p[j] * keep;
      dprob[j] *= keep;
      dot += p[j] * dprob[j];
    }
    for (std::int64_t j = 0; j < t; ++j) dprob[j] = p[j] * (dprob[j] - dot) * inv;
    float* __restrict dq = dqkv + i * s.stride;
    for (std::int64_t c = 0; c < dh; ++c) dq[c] = 0.0F;
    for (std::int64_t j = 0; j < t; ++j) {
      const float* __restrict k = qkv + j * s.stride + s.d_model;
      float* __restrict dk = dqkv + j * s.stride + s.d_model;
      float* __restrict dv = dqkv + j * s.stride + 2 * s.d_model;
      const float ds = dprob[j];
      const float pj = dropped[j];
      for (std::int64_t c = 0; c < dh; ++c) {
        dq[c] += ds * k[c];
        dk[c] += ds * q[c];
        dv[c] += pj * g[c];
      }
    }
  }
}

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
    w[i] = w[i] * decay - step * mi / (std::sqrt(vi) * root + s.eps);
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
