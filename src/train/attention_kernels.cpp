// Attention of short sequences, written so that the compiler keeps sums in registers: rows are padded to whole vectors
// and the common head widths are compile-time constants. Nothing here knows about libtorch or threads. Not for long
// texts: the T x T matrix of a head should fit the cache.
#include "train/attention_kernels.hpp"

#include <algorithm>
#include <cmath>

#include "train/kernel_parts.hpp"

namespace emo::train {
namespace {

constexpr std::int64_t kLane = 16;   // floats that are summed side by side
constexpr float kFarBelow = -1e30F;  // a score whose softmax is zero

EMO_KERNEL_PART std::int64_t padded(std::int64_t tokens) {
  return (tokens + kLane - 1) / kLane * kLane;
}

// out [dim, tp] = the transpose of T rows `stride` apart, columns beyond T zero.
EMO_KERNEL_PART void transpose_rows(const float* rows, std::int64_t stride, std::int64_t t, std::int64_t tp,
                                    std::int64_t dim, float* out) {
  for (std::int64_t c = 0; c < dim; ++c) {
    float* column = out + c * tp;
    for (std::int64_t j = 0; j < t; ++j) column[j] = rows[j * stride + c];
    for (std::int64_t j = t; j < tp; ++j) column[j] = 0.0F;
  }
}

// out[j] = scale * sum over c of x[c] columns[c, j], for j in [0, tp).
template <std::int64_t kDim>
EMO_KERNEL_PART void row_times(const float* x, const float* columns, std::int64_t tp, std::int64_t dim, float scale,
                               float* out) {
  const std::int64_t n = kDim > 0 ? kDim : dim;
  for (std::int64_t begin = 0; begin < tp; begin += kLane) {
    float sums[kLane] = {};
    for (std::int64_t c = 0; c < n; ++c) {
      const float xc = x[c];
      const float* __restrict column = columns + c * tp + begin;
      for (std::int64_t k = 0; k < kLane; ++k) sums[k] += xc * column[k];
    }
    for (std::int64_t k = 0; k < kLane; ++k) out[begin + k] = sums[k] * scale;
  }
}

// out[c] = sum over j of weights[j * step] rows[j * stride + c].
template <std::int64_t kDim>
EMO_KERNEL_PART void weighted_rows(const float* weights, std::int64_t step, const float* rows, std::int64_t stride,
                                   std::int64_t count, std::int64_t dim, float* __restrict out) {
  if constexpr (kDim > 0) {
    float sums[kDim] = {};
    for (std::int64_t j = 0; j < count; ++j) {
      const float w = weights[j * step];
      const float* __restrict row = rows + j * stride;
      for (std::int64_t c = 0; c < kDim; ++c) sums[c] += w * row[c];
    }
    for (std::int64_t c = 0; c < kDim; ++c) out[c] = sums[c];
  } else {
    for (std::int64_t c = 0; c < dim; ++c) out[c] = 0.0F;
    for (std::int64_t j = 0; j < count; ++j) {
      const float w = weights[j * step];
      const float* __restrict row = rows + j * stride;
      for (std::int64_t c = 0; c < dim; ++c) out[c] += w * row[c];
    }
  }
}

// factors[j] = what dropout multiplies element base + j with: 0, or 1 / (1 - p).
EMO_KERNEL_PART void keep_factors(std::uint32_t seed, std::uint32_t limit, float scale, std::uint32_t base,
                                  std::int64_t tp, float* __restrict factors) {
  if (limit == 0) {
    for (std::int64_t j = 0; j < tp; ++j) factors[j] = 1.0F;
    return;
  }
  for (std::int64_t j = 0; j < tp; ++j) {
    factors[j] = mix(seed ^ (base + static_cast<std::uint32_t>(j))) >= limit ? scale : 0.0F;
  }
}

template <std::int64_t kDim>
EMO_KERNEL_PART void forward(const float* qkv, float* probs, float* ctx, const AttentionShape& s,
                             const Dropout& dropout, float* scratch) {
  const std::int64_t t = s.tokens;
  const std::int64_t tp = padded(t);
  const float inv = 1.0F / std::sqrt(static_cast<float>(s.head_dim));
  const std::uint32_t limit = drop_limit(dropout.p);
  const float scale = 1.0F / (1.0F - dropout.p);
  const std::uint32_t seed = mix(dropout.seed);
  float* keys = scratch;
  float* __restrict row = keys + s.head_dim * tp;
  float* __restrict keep = row + tp;
  transpose_rows(qkv + s.d_model, s.stride, t, tp, s.head_dim, keys);
  for (std::int64_t i = 0; i < t; ++i) {
    row_times<kDim>(qkv + i * s.stride, keys, tp, s.head_dim, inv, row);
    for (std::int64_t j = t; j < tp; ++j) row[j] = kFarBelow;
    float top = row[0];
    for (std::int64_t j = 1; j < tp; ++j) top = row[j] > top ? row[j] : top;
    float sum = 0.0F;
    for (std::int64_t j = 0; j < tp; ++j) {
      row[j] = expf(row[j] - top);
      sum += row[j];
    }
    const float norm = 1.0F / sum;
    keep_factors(seed, limit, scale, static_cast<std::uint32_t>(i * t), tp, keep);
    for (std::int64_t j = 0; j < tp; ++j) row[j] *= norm;
    std::copy_n(row, t, probs + i * t);
    for (std::int64_t j = 0; j < tp; ++j) row[j] *= keep[j];
    weighted_rows<kDim>(row, 1, qkv + 2 * s.d_model, s.stride, t, s.head_dim, ctx + i * s.d_model);
  }
}

template <std::int64_t kDim>
EMO_KERNEL_PART void backward(const float* qkv, const float* probs, const float* dctx, float* dqkv,
                              const AttentionShape& s, const Dropout& dropout, float* scratch) {
  const std::int64_t t = s.tokens;
  const std::int64_t tp = padded(t);
  const float inv = 1.0F / std::sqrt(static_cast<float>(s.head_dim));
  const std::uint32_t limit = drop_limit(dropout.p);
  const float scale = 1.0F / (1.0F - dropout.p);
  const std::uint32_t seed = mix(dropout.seed);
  float* values = scratch;
  float* __restrict keep = values + s.head_dim * tp;
  float* __restrict p = keep + tp;
  float* dscores = p + tp;            // [T, tp]
  float* dropped = dscores + t * tp;  // [T, tp], the probabilities after dropout
  transpose_rows(qkv + 2 * s.d_model, s.stride, t, tp, s.head_dim, values);
  for (std::int64_t j = t; j < tp; ++j) p[j] = 0.0F;
  for (std::int64_t i = 0; i < t; ++i) {
    float* __restrict ds = dscores + i * tp;
    float* __restrict pd = dropped + i * tp;
    row_times<kDim>(dctx + i * s.d_model, values, tp, s.head_dim, 1.0F, ds);
    std::copy_n(probs + i * t, t, p);
    keep_factors(seed, limit, scale, static_cast<std::uint32_t>(i * t), tp, keep);
    float dot = 0.0F;
    for (std::int64_t j = 0; j < tp; ++j) {
      pd[j] = p[j] * keep[j];
      ds[j] *= keep[j];
      dot += p[j] * ds[j];
    }
    for (std::int64_t j = 0; j < tp; ++j) ds[j] = p[j] * (ds[j] - dot) * inv;
    weighted_rows<kDim>(ds, 1, qkv + s.d_model, s.stride, t, s.head_dim, dqkv + i * s.stride);
  }
  for (std::int64_t j = 0; j < t; ++j) {
    float* dkey = dqkv + j * s.stride + s.d_model;
    weighted_rows<kDim>(dscores + j, tp, qkv, s.stride, t, s.head_dim, dkey);
    weighted_rows<kDim>(dropped + j, tp, dctx, s.d_model, t, s.head_dim, dkey + s.d_model);
  }
}

}  // namespace

std::int64_t attention_scratch(std::int64_t tokens, std::int64_t head_dim) {
  return padded(tokens) * (head_dim + 2 * tokens + 2);
}

EMO_CLONES void attention_forward(const float* qkv, float* probs, float* ctx, const AttentionShape& s,
                                  const Dropout& dropout, float* scratch) {
  switch (s.head_dim) {
    case 32:
      return forward<32>(qkv, probs, ctx, s, dropout, scratch);
    case 64:
      return forward<64>(qkv, probs, ctx, s, dropout, scratch);
    default:
      return forward<0>(qkv, probs, ctx, s, dropout, scratch);
  }
}

EMO_CLONES void attention_backward(const float* qkv, const float* probs, const float* dctx, float* dqkv,
                                   const AttentionShape& s, const Dropout& dropout, float* scratch) {
  switch (s.head_dim) {
    case 32:
      return backward<32>(qkv, probs, dctx, dqkv, s, dropout, scratch);
    case 64:
      return backward<64>(qkv, probs, dctx, dqkv, s, dropout, scratch);
    default:
      return backward<0>(qkv, probs, dctx, dqkv, s, dropout, scratch);
  }
}

}  // namespace emo::train
