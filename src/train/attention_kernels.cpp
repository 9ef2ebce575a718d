// Attention of short sequences as five small matrix products with their sums in registers; rows of scores are padded to
// whole vectors. Nothing here knows about libtorch or threads. Not for long texts: the T x T matrix of a head should
// fit the cache.
#include "train/attention_kernels.hpp"

#include <algorithm>
#include <cmath>

#include "train/kernel_parts.hpp"

namespace emo::train {
namespace {

constexpr std::int64_t kLanes = 8;   // floats of one vector
constexpr float kFarBelow = -1e30F;  // a score whose softmax is zero

using Lanes = float __attribute__((vector_size(4 * kLanes)));
using LanesAnywhere = float __attribute__((vector_size(4 * kLanes), aligned(4), may_alias));

EMO_KERNEL_PART std::int64_t padded(std::int64_t tokens) {
  return (tokens + kLanes - 1) / kLanes * kLanes;
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

// The left factor of a product: element (r, k) lies at data[r * row + k * column].
struct LeftFactor {
  const float* data;
  std::int64_t row, column;
};

// c [kRows, kVectors * kLanes] = a b, the sums in registers. b has `depth` rows `ldb` apart, those of c are `ldc`
// apart.
template <int kRows, int kVectors>
EMO_KERNEL_PART void multiply_block(const LeftFactor& a, const float* b, std::int64_t ldb, std::int64_t depth, float* c,
                                    std::int64_t ldc) {
  Lanes sums[kRows][kVectors] = {};
  for (std::int64_t k = 0; k < depth; ++k) {
    const auto* row = reinterpret_cast<const LanesAnywhere*>(b + k * ldb);
    for (int r = 0; r < kRows; ++r) {
      const float weight = a.data[r * a.row + k * a.column];
      for (int v = 0; v < kVectors; ++v) sums[r][v] += weight * row[v];
    }
  }
  for (int r = 0; r < kRows; ++r) {
    auto* out = reinterpret_cast<LanesAnywhere*>(c + r * ldc);
    for (int v = 0; v < kVectors; ++v) out[v] = sums[r][v];
  }
}

// kRows rows of a product; `columns` need not be whole vectors.
template <int kRows>
EMO_KERNEL_PART void multiply_rows(const LeftFactor& a, const float* b, std::int64_t ldb, std::int64_t depth, float* c,
                                   std::int64_t ldc, std::int64_t columns) {
  std::int64_t begin = 0;
  for (; begin + 2 * kLanes <= columns; begin += 2 * kLanes) {
    multiply_block<kRows, 2>(a, b + begin, ldb, depth, c + begin, ldc);
  }
  for (; begin + kLanes <= columns; begin += kLanes) {
    multiply_block<kRows, 1>(a, b + begin, ldb, depth, c + begin, ldc);
  }
  for (; begin < columns; ++begin) {
    for (int r = 0; r < kRows; ++r) {
      float sum = 0.0F;
      for (std::int64_t k = 0; k < depth; ++k) sum += a.data[r * a.row + k * a.column] * b[k * ldb + begin];
      c[r * ldc + begin] = sum;
    }
  }
}

// c [rows, columns] = a b.
EMO_KERNEL_PART void multiply(const LeftFactor& a, const float* b, std::int64_t ldb, std::int64_t depth, float* c,
                              std::int64_t ldc, std::int64_t rows, std::int64_t columns) {
  std::int64_t r = 0;
  for (; r + 4 <= rows; r += 4) {
    multiply_rows<4>({a.data + r * a.row, a.row, a.column}, b, ldb, depth, c + r * ldc, ldc, columns);
  }
  for (; r < rows; ++r) {
    multiply_rows<1>({a.data + r * a.row, a.row, a.column}, b, ldb, depth, c + r * ldc, ldc, columns);
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

// row [tp] of scores becomes softmax(factor * row + mask); `mask` makes the columns beyond T zero (writing them one by
// one would stall the vector loads that follow) and holds their biases, if any.
EMO_KERNEL_PART void softmax(float* __restrict row, const float* __restrict mask, std::int64_t tp, float factor) {
  float top = kFarBelow;
  for (std::int64_t j = 0; j < tp; ++j) {
    row[j] = row[j] * factor + mask[j];
    top = row[j] > top ? row[j] : top;
  }
  float sum = 0.0F;
  for (std::int64_t j = 0; j < tp; ++j) {
    row[j] = expf(row[j] - top);
    sum += row[j];
  }
  const float norm = 1.0F / sum;
  for (std::int64_t j = 0; j < tp; ++j) row[j] *= norm;
}

}  // namespace

std::int64_t attention_scratch(std::int64_t tokens, std::int64_t head_dim) {
  return padded(tokens) * (head_dim + 2 * tokens + 2);
}

EMO_CLONES void attention_forward(const float* qkv, const float* bias, float* probs, float* ctx,
                                  const AttentionShape& s, const Dropout& dropout, float* scratch) {
  const std::int64_t t = s.tokens;
  const std::int64_t tp = padded(t);
  const float inv = 1.0F / std::sqrt(static_cast<float>(s.head_dim));
  const std::uint32_t limit = drop_limit(dropout.p);
  const float scale = 1.0F / (1.0F - dropout.p);
  const std::uint32_t seed = mix(dropout.seed);
  float* keys = scratch;                 // [dim, tp]
  float* keep = keys + s.head_dim * tp;  // [tp]
  float* mask = keep + tp;               // [tp]
  float* scores = mask + tp;             // [T, tp]
  transpose_rows(qkv + s.d_model, s.stride, t, tp, s.head_dim, keys);
  for (std::int64_t j = 0; j < tp; ++j) mask[j] = j < t ? 0.0F : kFarBelow;
  multiply({qkv, s.stride, 1}, keys, tp, s.head_dim, scores, tp, t, tp);
  for (std::int64_t i = 0; i < t; ++i) {
    float* __restrict row = scores + i * tp;
    if (bias != nullptr) std::copy_n(bias - i, t, mask);
    softmax(row, mask, tp, inv);
    std::copy_n(row, t, probs + i * t);
    if (limit == 0) continue;
    keep_factors(seed, limit, scale, static_cast<std::uint32_t>(i * t), tp, keep);
    for (std::int64_t j = 0; j < tp; ++j) row[j] *= keep[j];
  }
  multiply({scores, tp, 1}, qkv + 2 * s.d_model, s.stride, t, ctx, s.d_model, t, s.head_dim);
}

EMO_CLONES void attention_backward(const float* qkv, const float* probs, const float* dctx, float* dqkv, float* dbias,
                                   const AttentionShape& s, const Dropout& dropout, float* scratch) {
  const std::int64_t t = s.tokens;
  const std::int64_t tp = padded(t);
  const float inv = 1.0F / std::sqrt(static_cast<float>(s.head_dim));
  const std::uint32_t limit = drop_limit(dropout.p);
  const float scale = 1.0F / (1.0F - dropout.p);
  const std::uint32_t seed = mix(dropout.seed);
  float* values = scratch;                 // [dim, tp]
  float* keep = values + s.head_dim * tp;  // [tp]
  float* __restrict p = keep + tp;         // [tp]
  float* dscores = p + tp;                 // [T, tp]
  float* dropped = dscores + t * tp;       // [T, tp], the probabilities after dropout
  transpose_rows(qkv + 2 * s.d_model, s.stride, t, tp, s.head_dim, values);
  multiply({dctx, s.d_model, 1}, values, tp, s.head_dim, dscores, tp, t, tp);
  for (std::int64_t j = t; j < tp; ++j) p[j] = 0.0F;
  for (std::int64_t i = 0; i < t; ++i) {
    float* __restrict ds = dscores + i * tp;
    float* __restrict pd = dropped + i * tp;
    std::copy_n(probs + i * t, t, p);
    keep_factors(seed, limit, scale, static_cast<std::uint32_t>(i * t), tp, keep);
    float dot = 0.0F;
    for (std::int64_t j = 0; j < tp; ++j) {
      pd[j] = p[j] * keep[j];
      ds[j] *= keep[j];
      dot += p[j] * ds[j];
    }
    for (std::int64_t j = 0; j < tp; ++j) ds[j] = p[j] * (ds[j] - dot);
    for (std::int64_t j = 0; dbias != nullptr && j < t; ++j) dbias[j - i] += ds[j];
    for (std::int64_t j = 0; j < tp; ++j) ds[j] *= inv;
  }
  multiply({dscores, tp, 1}, qkv + s.d_model, s.stride, t, dqkv, s.stride, t, s.head_dim);
  multiply({dscores, 1, tp}, qkv, s.stride, t, dqkv + s.d_model, s.stride, t, s.head_dim);
  multiply({dropped, 1, tp}, dctx, s.d_model, t, dqkv + 2 * s.d_model, s.stride, t, s.head_dim);
}

}  // namespace emo::train
