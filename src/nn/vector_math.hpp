// exp, erf, tanh and GELU on a register, written once for every vector width.
// Everything has internal linkage.
#pragma once

#include "nn/simd.hpp"

namespace emo::nn {
namespace {

/// 2^x, relative error <= 2e-7; x is clamped to [-126, 127], NaN is kept. Polynomial: minimax of degree 5 on [-1/2,
/// 1/2].
inline Simd::F exp2(Simd::F x) {
  x = Simd::min(Simd::set1(127.0F), Simd::max(Simd::set1(-126.0F), x));
  const Simd::F whole = Simd::round(x);
  const Simd::F f = Simd::sub(x, whole);
  Simd::F p = Simd::set1(0.001326472731307149F);
  p = Simd::fma(p, f, Simd::set1(0.009671512991189957F));
  p = Simd::fma(p, f, Simd::set1(0.05550733581185341F));
  p = Simd::fma(p, f, Simd::set1(0.24022242426872253F));
  p = Simd::fma(p, f, Simd::set1(0.6931470036506653F));
  p = Simd::fma(p, f, Simd::set1(1.0F));
  return Simd::scale_by_power(p, whole);
}

inline constexpr float kLog2E = 1.4426950408889634F;

/// x * Phi(x), |error| <= 2e-7 * max(1, |x|). Phi by Abramowitz & Stegun 7.1.26.
inline Simd::F gelu(Simd::F x) {
  const Simd::F size = Simd::abs(x);
  const Simd::F z = Simd::mul(size, Simd::set1(0.70710678F));
  const Simd::F t = Simd::div(Simd::set1(1.0F), Simd::fma(z, Simd::set1(0.3275911F), Simd::set1(1.0F)));
  Simd::F p = Simd::set1(1.061405429F);
  p = Simd::fma(p, t, Simd::set1(-1.453152027F));
  p = Simd::fma(p, t, Simd::set1(1.421413741F));
  p = Simd::fma(p, t, Simd::set1(-0.284496736F));
  p = Simd::fma(p, t, Simd::set1(0.254829592F));
  const Simd::F e = exp2(Simd::mul(Simd::mul(z, z), Simd::set1(-kLog2E)));
  const Simd::F tail = Simd::mul(Simd::mul(Simd::mul(p, t), e), Simd::set1(0.5F));  // Phi(-|x|)
  return Simd::fnma(size, tail, Simd::max(x, Simd::zero()));
}

/// x * Phi(x) with |error| <= 2e-4: Phi(x) - 1/2 as an odd polynomial on [-4, 4] that is exactly +-1/2 at its ends.
inline Simd::F gelu_fast(Simd::F x) {
  const Simd::F t = Simd::min(Simd::max(x, Simd::set1(-4.0F)), Simd::set1(4.0F));
  const Simd::F u = Simd::mul(t, t);
  Simd::F p = Simd::set1(2.258819797873457e-08F);
  p = Simd::fma(p, u, Simd::set1(-1.5888266489128e-06F));
  p = Simd::fma(p, u, Simd::set1(4.776387504534796e-05F));
  p = Simd::fma(p, u, Simd::set1(-0.0008121873834170401F));
  p = Simd::fma(p, u, Simd::set1(0.00876369047909975F));
  p = Simd::fma(p, u, Simd::set1(-0.06455440819263458F));
  p = Simd::fma(p, u, Simd::set1(0.397870272397995F));
  return Simd::mul(x, Simd::fma(p, t, Simd::set1(0.5F)));
}

/// |error| <= 3e-7.
inline Simd::F tanh(Simd::F x) {
  const Simd::F e = exp2(Simd::mul(x, Simd::set1(2.0F * kLog2E)));
  return Simd::sub(Simd::set1(1.0F), Simd::div(Simd::set1(2.0F), Simd::add(e, Simd::set1(1.0F))));
}

/// The tanh form of GELU: x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715 x^3))).
inline Simd::F gelu_tanh(Simd::F x) {
  const Simd::F cube = Simd::mul(Simd::mul(x, x), x);
  const Simd::F inner = Simd::mul(Simd::fma(cube, Simd::set1(0.044715F), x), Simd::set1(0.7978845608F));
  return Simd::mul(Simd::mul(x, Simd::set1(0.5F)), Simd::add(tanh(inner), Simd::set1(1.0F)));
}

}  // namespace
}  // namespace emo::nn
