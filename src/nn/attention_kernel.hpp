// Attention of one sequence, head by head, written once for every vector width.
// Everything has internal linkage.
//
// Per head: the keys are transposed once ([head width, T]), then groups of query rows go through scores, softmax and
// the weighted sum of values while their scores stay in the first-level cache.
#pragma once

#include <cstring>

#include "nn/kernels.hpp"
#include "nn/simd.hpp"
#include "nn/vector_math.hpp"

namespace emo::nn {
namespace {

/// One head: pointers to its first query, key and value; strides in floats.
struct Head {
  const float* q;
  const float* k;
  const float* v;
  std::size_t ld;
  float* out;
  std::size_t ldo;
  std::size_t tokens, width;
  float* keys;    ///< [width, padded] keys transposed
  float* scores;  ///< [Simd::kScoreRows, padded]
  std::size_t padded;
  const float* bias;  ///< by key minus query, or nullptr
};

/// keys[i][j] = k[j][i] for `width` values of kLanes rows; `padded` floats from keys[i] to keys[i + 1].
inline void transpose_block(const float* k, std::size_t ld, std::size_t width, float* keys, std::size_t padded) {
  std::size_t i = 0;
  for (; i + 4 <= width; i += 4) {
    Simd::F r[4];
    for (std::size_t j = 0; j < 4; ++j) r[j] = Simd::load_quads(k + j * ld + i, ld);
    Simd::transpose_quads(r);
    for (std::size_t j = 0; j < 4; ++j) Simd::store(keys + (i + j) * padded, r[j]);
  }
  for (; i < width; ++i) {
    for (std::size_t j = 0; j < Simd::kLanes; ++j) keys[i * padded + j] = k[j * ld + i];
  }
}

/// keys[i][t] = k[t][i]; columns from T to `padded` repeat the last token and are ignored later.
inline void transpose_keys(const Head& h) {
  std::size_t t = 0;
  for (; t + Simd::kLanes <= h.tokens; t += Simd::kLanes) {
    transpose_block(h.k + t * h.ld, h.ld, h.width, h.keys + t, h.padded);
  }
  if (t == h.padded) return;
  // The rest is filled up to a block first: most texts are short, and value by value it would take longer than all else
  // here.
  constexpr std::size_t kPart = 32;
  float rows[Simd::kLanes * kPart];
  for (std::size_t i = 0; i < h.width; i += kPart) {
    const std::size_t count = h.width - i < kPart ? h.width - i : kPart;
    for (std::size_t j = 0; j < Simd::kLanes; ++j) {
      const std::size_t token = t + j < h.tokens ? t + j : h.tokens - 1;
      std::memcpy(rows + j * kPart, h.k + token * h.ld + i, count * sizeof(float));
    }
    transpose_block(rows, kPart, count, h.keys + i * h.padded + t, h.padded);
  }
}

/// scores[r][column..] = q[row + r] . keys for R rows and V vectors of columns.
template <std::size_t R, std::size_t V>
void score_tile(const Head& h, std::size_t row, std::size_t column) {
  const float* q = h.q + row * h.ld;
  const float* keys = h.keys + column;
  Simd::F sum[R][V];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
    for (std::size_t v = 0; v < V; ++v) sum[r][v] = Simd::zero();
  }
  for (std::size_t i = 0; i < h.width; ++i) {
    Simd::F b[V];
#pragma GCC unroll 8
    for (std::size_t v = 0; v < V; ++v) b[v] = Simd::load(keys + i * h.padded + v * Simd::kLanes);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      const Simd::F a = Simd::set1(q[r * h.ld + i]);
#pragma GCC unroll 8
      for (std::size_t v = 0; v < V; ++v) sum[r][v] = Simd::fma(a, b[v], sum[r][v]);
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
    for (std::size_t v = 0; v < V; ++v) Simd::store(h.scores + r * h.padded + column + v * Simd::kLanes, sum[r][v]);
  }
}

/// scores[t] += bias of token t as seen from `row`.
inline void add_bias(const Head& h, std::size_t row, float* scores) {
  const float* bias = h.bias - row;
  for (std::size_t t = 0; t < h.padded; t += Simd::kLanes) {
    Simd::store(scores + t, Simd::add(Simd::load(scores + t), Simd::load(bias + t)));
  }
}

/// Replaces scores by exp(scale * (score - highest)) and returns their sum. `scale` includes log2(e).
inline float exponentials(float* scores, std::size_t tokens, float scale) {
  const std::size_t whole = tokens / Simd::kLanes * Simd::kLanes;
  const std::size_t rest = tokens - whole;
  const Simd::F lowest = Simd::set1(-3.0e38F);
  Simd::F top = lowest;
  for (std::size_t t = 0; t < whole; t += Simd::kLanes) top = Simd::max(top, Simd::load(scores + t));
  if (rest != 0) top = Simd::max(top, Simd::keep(Simd::load(scores + whole), rest, lowest));
  const Simd::F factor = Simd::set1(scale);
  const Simd::F highest = Simd::set1(Simd::highest(top));
  Simd::F sum = Simd::zero();
  for (std::size_t t = 0; t < whole; t += Simd::kLanes) {
    const Simd::F e = exp2(Simd::mul(Simd::sub(Simd::load(scores + t), highest), factor));
    Simd::store(scores + t, e);
    sum = Simd::add(sum, e);
  }
  if (rest != 0) {
    const Simd::F e = exp2(Simd::mul(Simd::sub(Simd::load(scores + whole), highest), factor));
    Simd::store(scores + whole, e);
    sum = Simd::add(sum, Simd::keep(e, rest, Simd::zero()));
  }
  return Simd::sum(sum);
}

/// out[row + r][column..] = (scores[r] . values) / total[r] for R rows and V vectors; the last vector holds `last`
/// lanes.
template <std::size_t R, std::size_t V>
void value_tile(const Head& h, std::size_t row, std::size_t column, std::size_t last, const float* total) {
  const float* values = h.v + column;
  Simd::F sum[R][V];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
    for (std::size_t v = 0; v < V; ++v) sum[r][v] = Simd::zero();
  }
  for (std::size_t t = 0; t < h.tokens; ++t) {
    const float* value = values + t * h.ld;
    Simd::F b[V];
#pragma GCC unroll 8
    for (std::size_t v = 0; v + 1 < V; ++v) b[v] = Simd::load(value + v * Simd::kLanes);
    const float* end = value + (V - 1) * Simd::kLanes;
    b[V - 1] = last == Simd::kLanes ? Simd::load(end) : Simd::load_part(end, last);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      const Simd::F a = Simd::set1(h.scores[r * h.padded + t]);
#pragma GCC unroll 8
      for (std::size_t v = 0; v < V; ++v) sum[r][v] = Simd::fma(a, b[v], sum[r][v]);
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
    const Simd::F inverse = Simd::set1(1.0F / total[r]);
    float* out = h.out + (row + r) * h.ldo + column;
#pragma GCC unroll 8
    for (std::size_t v = 0; v + 1 < V; ++v) Simd::store(out + v * Simd::kLanes, Simd::mul(sum[r][v], inverse));
    const Simd::F x = Simd::mul(sum[r][V - 1], inverse);
    float* end = out + (V - 1) * Simd::kLanes;
    if (last == Simd::kLanes) {
      Simd::store(end, x);
    } else {
      Simd::store_part(end, x, last);
    }
  }
}

/// The same for V vectors at most.
template <std::size_t R, std::size_t V>
void value_columns(const Head& h, std::size_t row, std::size_t column, const float* total) {
  const std::size_t left = h.width - column;
  if constexpr (V > 1) {
    if (left <= (V - 1) * Simd::kLanes) return value_columns<R, V - 1>(h, row, column, total);
  }
  const std::size_t last = left - (V - 1) * Simd::kLanes;
  value_tile<R, V>(h, row, column, last < Simd::kLanes ? last : Simd::kLanes, total);
}

template <std::size_t R, std::size_t V>
void score_columns(const Head& h, std::size_t row, std::size_t column, std::size_t vectors) {
  if constexpr (V > 1) {
    if (vectors < V) return score_columns<R, V - 1>(h, row, column, vectors);
  }
  score_tile<R, V>(h, row, column);
}

/// Vectors of the next tile of scores when `left` are left. A lone one would wait for its own sums, so one too many
/// goes into a larger tile (which has just enough registers) or is shared by two smaller ones.
inline std::size_t score_vectors(std::size_t left) {
  if (left == Simd::kScoreVectors + 1)
    return Simd::kScoreVectors == Simd::kMostScoreVectors ? 2 : Simd::kMostScoreVectors;
  return left < Simd::kScoreVectors ? left : Simd::kScoreVectors;
}

/// R query rows through all three steps.
template <std::size_t R>
void attend_rows(const Head& h, std::size_t row, float scale) {
  const std::size_t vectors = h.padded / Simd::kLanes;
  for (std::size_t v = 0; v < vectors;) {
    const std::size_t count = score_vectors(vectors - v);
    score_columns<R, Simd::kMostScoreVectors>(h, row, v * Simd::kLanes, count);
    v += count;
  }
  if (h.bias != nullptr) {
    for (std::size_t r = 0; r < R; ++r) add_bias(h, row + r, h.scores + r * h.padded);
  }
  float total[R];
  for (std::size_t r = 0; r < R; ++r) total[r] = exponentials(h.scores + r * h.padded, h.tokens, scale);
  for (std::size_t column = 0; column < h.width; column += Simd::kValueVectors * Simd::kLanes) {
    value_columns<R, Simd::kValueVectors>(h, row, column, total);
  }
}

template <std::size_t R>
void dispatch_rows(const Head& h, std::size_t row, std::size_t rows, float scale) {
  if constexpr (R > 1) {
    if (rows < R) return dispatch_rows<R - 1>(h, row, rows, scale);
  }
  attend_rows<R>(h, row, scale);
}

inline void attention(const Attention& a) {
  const std::size_t width = a.width / a.heads;
  const std::size_t padded = round_up(a.tokens, Simd::kLanes);
  const std::size_t queries = a.queries == 0 ? a.tokens : a.queries;
  const float scale = kLog2E / __builtin_sqrtf(static_cast<float>(width));
  for (std::size_t head = 0; head < a.heads; ++head) {
    const float* q = a.qkv + head * width;
    const Head h = {q,
                    q + a.width,
                    q + 2 * a.width,
                    a.ld,
                    a.out + head * width,
                    a.ldo,
                    a.tokens,
                    width,
                    a.scratch,
                    a.scratch + width * padded,
                    padded,
                    a.bias == nullptr ? nullptr : a.bias + head * a.bias_ld};
    transpose_keys(h);
    const std::size_t groups = (queries + Simd::kScoreRows - 1) / Simd::kScoreRows;
    std::size_t row = 0;
    for (std::size_t group = 0; group < groups; ++group) {
      const std::size_t rows = (queries - row) / (groups - group);
      dispatch_rows<Simd::kScoreRows>(h, row, rows, scale);
      row += rows;
    }
  }
}

}  // namespace
}  // namespace emo::nn
