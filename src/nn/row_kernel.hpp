// Layer normalisation, pointwise functions, quantisation and embedding sums over rows, written once for every vector
// width. Everything has internal linkage.
#pragma once

#include "nn/affine_u8.hpp"
#include "nn/kernels.hpp"
#include "nn/simd.hpp"
#include "nn/vector_math.hpp"

namespace emo::nn {
namespace {

/// f(sum, x) over a row of `width` floats from 4 independent chains (one chain would wait for its own last result),
/// joined in a fixed order. Lanes beyond the row count as `fill`.
template <class Step, class Join>
Simd::F fold(const float* row, std::size_t width, Simd::F start, float fill, Step step, Join join) {
  Simd::F a = start;
  Simd::F b = start;
  Simd::F c = start;
  Simd::F d = start;
  std::size_t i = 0;
  for (; i + 4 * Simd::kLanes <= width; i += 4 * Simd::kLanes) {
    a = step(a, Simd::load(row + i));
    b = step(b, Simd::load(row + i + Simd::kLanes));
    c = step(c, Simd::load(row + i + 2 * Simd::kLanes));
    d = step(d, Simd::load(row + i + 3 * Simd::kLanes));
  }
  for (; i + Simd::kLanes <= width; i += Simd::kLanes) a = step(a, Simd::load(row + i));
  if (i < width) a = step(a, Simd::keep(Simd::load_part(row + i, width - i), width - i, Simd::set1(fill)));
  return join(join(a, b), join(c, d));
}

inline void layer_norm(const Rows& x, const float* gamma, const float* beta, float eps) {
  const std::size_t whole = x.width / Simd::kLanes * Simd::kLanes;
  const std::size_t rest = x.width - whole;
  const float inverse_width = 1.0F / static_cast<float>(x.width);
  for (std::size_t r = 0; r < x.rows; ++r) {
    float* row = x.data + r * x.ld;
    const float sum = Simd::sum(fold(row, x.width, Simd::zero(), 0.0F, Simd::add, Simd::add));
    const float centre = sum * inverse_width;
    const Simd::F mean = Simd::set1(centre);
    // The second pass over centred values keeps the variance exact where the mean is large.
    const auto square = [mean](Simd::F total, Simd::F v) {
      const Simd::F d = Simd::sub(v, mean);
      return Simd::fma(d, d, total);
    };
    const float squares = Simd::sum(fold(row, x.width, Simd::zero(), centre, square, Simd::add));
    // Squares that overflow would make nothing of the row, and the answer one of the biases alone: NaN says so.
    const Simd::F inverse = Simd::set1(1.0F / __builtin_sqrtf(squares * inverse_width + eps) + 0.0F * squares);
    for (std::size_t c = 0; c < whole; c += Simd::kLanes) {
      const Simd::F d = Simd::mul(Simd::sub(Simd::load(row + c), mean), inverse);
      Simd::store(row + c, Simd::fma(d, Simd::load(gamma + c), Simd::load(beta + c)));
    }
    if (rest != 0) {
      const Simd::F d = Simd::mul(Simd::sub(Simd::load_part(row + whole, rest), mean), inverse);
      const Simd::F y = Simd::fma(d, Simd::load_part(gamma + whole, rest), Simd::load_part(beta + whole, rest));
      Simd::store_part(row + whole, y, rest);
    }
  }
}

template <Pointwise kFunction>
Simd::F apply(Simd::F x) {
  if constexpr (kFunction == Pointwise::kGelu) return gelu(x);
  if constexpr (kFunction == Pointwise::kGeluTanh) return gelu_tanh(x);
  if constexpr (kFunction == Pointwise::kTanh) return tanh(x);
  return Simd::max(Simd::zero(), x);
}

template <Pointwise kFunction>
void pointwise_rows(const Rows& x) {
  const std::size_t whole = x.width / Simd::kLanes * Simd::kLanes;
  const std::size_t rest = x.width - whole;
  for (std::size_t r = 0; r < x.rows; ++r) {
    float* row = x.data + r * x.ld;
    for (std::size_t c = 0; c < whole; c += Simd::kLanes) Simd::store(row + c, apply<kFunction>(Simd::load(row + c)));
    if (rest != 0) Simd::store_part(row + whole, apply<kFunction>(Simd::load_part(row + whole, rest)), rest);
  }
}

inline void pointwise(const Rows& x, Pointwise function) {
  switch (function) {
    case Pointwise::kGelu:
      return pointwise_rows<Pointwise::kGelu>(x);
    case Pointwise::kGeluTanh:
      return pointwise_rows<Pointwise::kGeluTanh>(x);
    case Pointwise::kRelu:
      return pointwise_rows<Pointwise::kRelu>(x);
    case Pointwise::kTanh:
      return pointwise_rows<Pointwise::kTanh>(x);
  }
}

inline void quantize(const Rows& x, const QuantizedRows& out) {
  for (std::size_t r = 0; r < x.rows; ++r) {
    const float* row = x.data + r * x.ld;
    const float low = Simd::lowest(fold(row, x.width, Simd::zero(), 0.0F, Simd::min, Simd::min));
    const float high = Simd::highest(fold(row, x.width, Simd::zero(), 0.0F, Simd::max, Simd::max));
    const AffineU8 affine = affine_u8(low, high, row[0]);
    out.scale[r] = affine.scale;
    out.zero[r] = affine.zero;
    const Simd::F inverse = Simd::set1(affine.inverse);
    const Simd::F zero = Simd::set1(static_cast<float>(affine.zero));
    const auto code = [&](std::size_t c) { return Simd::fma(Simd::load(row + c), inverse, zero); };
    std::uint8_t* q = out.data + r * out.ld;
    std::size_t c = 0;
    for (; c + 4 * Simd::kLanes <= x.width; c += 4 * Simd::kLanes) {
      Simd::store_u8_4(q + c, code(c), code(c + Simd::kLanes), code(c + 2 * Simd::kLanes), code(c + 3 * Simd::kLanes));
    }
    for (; c + Simd::kLanes <= x.width; c += Simd::kLanes) Simd::store_u8(q + c, code(c));
    if (c < x.width) {
      Simd::store_u8_part(q + c, Simd::fma(Simd::load_part(row + c, x.width - c), inverse, zero), x.width - c);
    }
  }
}

inline void embed(const TableRow* tables, std::size_t count, std::size_t width, float* out) {
  const std::size_t whole = width / Simd::kLanes * Simd::kLanes;
  const std::size_t rest = width - whole;
  for (std::size_t i = 0; i < count; ++i) {
    const TableRow& table = tables[i];
    const Simd::F scale = Simd::set1(table.scale);
    for (std::size_t c = 0; c < whole; c += Simd::kLanes) {
      const Simd::F x =
          table.f32 != nullptr ? Simd::load(table.f32 + c) : Simd::mul(Simd::load_s8(table.s8 + c), scale);
      Simd::store(out + c, i == 0 ? x : Simd::add(Simd::load(out + c), x));
    }
    if (rest != 0) {
      const Simd::F x = table.f32 != nullptr ? Simd::load_part(table.f32 + whole, rest)
                                             : Simd::mul(Simd::load_s8_part(table.s8 + whole, rest), scale);
      Simd::store_part(out + whole, i == 0 ? x : Simd::add(Simd::load_part(out + whole, rest), x), rest);
    }
  }
}

}  // namespace
}  // namespace emo::nn
