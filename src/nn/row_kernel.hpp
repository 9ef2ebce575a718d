// Layer normalisation, pointwise functions, quantisation and embedding sums over rows, written once for every vector
// width. Everything has internal linkage.
#pragma once

#include "nn/affine_u8.hpp"
#include "nn/kernels.hpp"
#include "nn/simd.hpp"
#include "nn/vector_math.hpp"

namespace emo::nn {
namespace {

inline void layer_norm(const Rows& x, const float* gamma, const float* beta, float eps) {
  const std::size_t whole = x.width / Simd::kLanes * Simd::kLanes;
  const std::size_t rest = x.width - whole;
  const float inverse_width = 1.0F / static_cast<float>(x.width);
  for (std::size_t r = 0; r < x.rows; ++r) {
    float* row = x.data + r * x.ld;
    Simd::F sum = Simd::zero();
    for (std::size_t c = 0; c < whole; c += Simd::kLanes) sum = Simd::add(sum, Simd::load(row + c));
    if (rest != 0) sum = Simd::add(sum, Simd::load_part(row + whole, rest));
    const Simd::F mean = Simd::set1(Simd::sum(sum) * inverse_width);
    // The second pass over centred values keeps the variance exact where the mean is large.
    Simd::F squares = Simd::zero();
    for (std::size_t c = 0; c < whole; c += Simd::kLanes) {
      const Simd::F d = Simd::sub(Simd::load(row + c), mean);
      squares = Simd::fma(d, d, squares);
    }
    if (rest != 0) {
      const Simd::F d = Simd::keep(Simd::sub(Simd::load_part(row + whole, rest), mean), rest, Simd::zero());
      squares = Simd::fma(d, d, squares);
    }
    const Simd::F inverse = Simd::set1(1.0F / __builtin_sqrtf(Simd::sum(squares) * inverse_width + eps));
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
  return Simd::max(x, Simd::zero());
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
  const std::size_t whole = x.width / Simd::kLanes * Simd::kLanes;
  const std::size_t rest = x.width - whole;
  for (std::size_t r = 0; r < x.rows; ++r) {
    const float* row = x.data + r * x.ld;
    Simd::F low = Simd::zero();
    Simd::F high = Simd::zero();
    for (std::size_t c = 0; c < whole; c += Simd::kLanes) {
      const Simd::F v = Simd::load(row + c);
      low = Simd::min(low, v);
      high = Simd::max(high, v);
    }
    if (rest != 0) {
      const Simd::F v = Simd::load_part(row + whole, rest);
      low = Simd::min(low, v);
      high = Simd::max(high, v);
    }
    const AffineU8 affine = affine_u8(Simd::lowest(low), Simd::highest(high));
    out.scale[r] = affine.scale;
    out.zero[r] = affine.zero;
    const Simd::F inverse = Simd::set1(affine.inverse);
    const Simd::F zero = Simd::set1(static_cast<float>(affine.zero));
    std::uint8_t* q = out.data + r * out.ld;
    for (std::size_t c = 0; c < whole; c += Simd::kLanes) {
      Simd::store_u8(q + c, Simd::fma(Simd::load(row + c), inverse, zero));
    }
    if (rest != 0) {
      Simd::store_u8_part(q + whole, Simd::fma(Simd::load_part(row + whole, rest), inverse, zero), rest);
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
