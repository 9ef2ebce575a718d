// The operations of an encoder as one table of functions per instruction set.
//
// Contract of every function: rows are computed independently of each other and each sum is taken in one fixed
// order, so a row's result does not depend on how many rows are computed together. No function allocates.
// Strides (ld…) count elements. M rows, K inputs, N outputs, T tokens, D width, A heads.
#pragma once

#include <cstddef>
#include <cstdint>

#include "nn/cpu.hpp"

namespace emo::nn {

/// Weights are packed in panels of this many output columns.
inline constexpr std::size_t kPanel = 16;
/// int8 weights are packed in groups of this many inputs.
inline constexpr std::size_t kGroup = 4;

/// `value` rounded up to a multiple of `step`. (Internal linkage, as every function in this header: a shared inline
/// copy could be the one compiled for AVX-512.)
static constexpr std::size_t round_up(std::size_t value, std::size_t step) {
  return (value + step - 1) / step * step;
}

/// What is applied to an output of a matrix product before it is stored.
enum class Epilogue : std::uint8_t {
  kNone,
  kGelu,      ///< GELU by a polynomial, |error| <= 2e-4: far below one step of the u8 that follows
  kResidual,  ///< adds what the output buffer held before
};

/// out[m][n] = epilogue((sum_k a[m][k] * w[n][k] - a_zero[m] * column_sum[n]) * (a_scale[m] * w_scale[n]) + bias[n]).
/// The sum over k is exact for K <= kMaxInputs; it is then rounded to float and the rest is two fused multiply-adds, so
/// that every instruction set gives the same bits (but for kGelu).
struct GemmS8 {
  const std::uint8_t* a = nullptr;  ///< [M, lda]; lda >= K rounded up to kGroup; the padding may hold anything
  std::size_t lda = 0;
  const float* a_scale = nullptr;        ///< [M]
  const std::int32_t* a_zero = nullptr;  ///< [M], the u8 that stands for 0
  const std::int8_t* w = nullptr;        ///< [N / 16][K / 4][16][4], zero-padded
  const float* w_scale = nullptr;        ///< [N rounded up to kPanel], as the next two
  const float* column_sum = nullptr;
  const float* bias = nullptr;
  float* out = nullptr;  ///< [M, ldo]; ldo >= N rounded up to kPanel (all of it is written)
  std::size_t ldo = 0;
  std::size_t m = 0, k = 0, n = 0;
  bool octets_fit = false;  ///< every row of weights obeys the limit of octet_limit.hpp: a faster way exists, same sums
  Epilogue epilogue = Epilogue::kNone;

  static constexpr std::size_t kMaxInputs = 65'536;  ///< 255 * 127 * 65,536 < 2^31
};

/// out[m][n] = epilogue(sum_k a[m][k] * w[n][k] + bias[n]), the sum in ascending k with fused multiply-add.
struct GemmF32 {
  const float* a = nullptr;  ///< [M, lda]
  std::size_t lda = 0;
  const float* w = nullptr;     ///< [N / 16][K][16], zero-padded
  const float* bias = nullptr;  ///< [N rounded up to kPanel]
  float* out = nullptr;         ///< [M, ldo]; ldo >= N rounded up to kPanel (all of it is written)
  std::size_t ldo = 0;
  std::size_t m = 0, k = 0, n = 0;
  Epilogue epilogue = Epilogue::kNone;
};

/// Multi-head scaled dot-product attention of one sequence, without mask: softmax((Q K^T + B) / sqrt(D / A)) V per
/// head, where B depends on the head and on key minus query alone.
struct Attention {
  const float* qkv = nullptr;  ///< [T, ld]: D queries, D keys, D values in a row
  std::size_t ld = 0;
  float* out = nullptr;  ///< [T, ldo], or [queries, ldo]
  std::size_t ldo = 0;
  std::size_t tokens = 0, width = 0, heads = 0;
  float* scratch = nullptr;  ///< attention_scratch(tokens, width / heads) floats, 64-byte aligned
  /// What keys at the query's own place get (key minus query = 0), for the first head; others lie beside it: readable
  /// from -(T - 1) to round_up(T, kPanel) - 1. nullptr = B is zero.
  const float* bias = nullptr;
  std::size_t bias_ld = 0;  ///< floats from head to head
  std::size_t queries = 0;  ///< what the first so many tokens see is computed; 0 = all
};

/// Floats of scratch that one sequence of `tokens` needs with heads of width `head_width`.
static constexpr std::size_t attention_scratch(std::size_t tokens, std::size_t head_width) {
  return round_up(tokens, kPanel) * (round_up(head_width, kPanel) + 8);
}

/// Rows of floats, [rows, ld], `width` used.
struct Rows {
  float* data = nullptr;
  std::size_t ld = 0;
  std::size_t rows = 0, width = 0;
};

/// Rows quantised to u8 with one scale and zero point each: x ~ scale * (q - zero).
struct QuantizedRows {
  std::uint8_t* data = nullptr;
  std::size_t ld = 0;
  float* scale = nullptr;
  std::int32_t* zero = nullptr;
};

/// One row of an embedding table, as f32 or as s8 with a scale. Exactly one of the pointers is set.
struct TableRow {
  const float* f32 = nullptr;
  const std::int8_t* s8 = nullptr;
  float scale = 1.0F;
};

/// Pointwise functions in full float precision (|error| about 1e-6 of max(1, |x|)).
enum class Pointwise : std::uint8_t { kGelu, kGeluTanh, kRelu, kTanh };

struct Kernels {
  Isa isa;
  void (*gemm_s8)(const GemmS8&);
  void (*gemm_f32)(const GemmF32&);
  void (*attention)(const Attention&);
  /// In place: (x - mean) / sqrt(variance + eps) * gamma + beta over each row.
  void (*layer_norm)(const Rows& x, const float* gamma, const float* beta, float eps);
  void (*pointwise)(const Rows& x, Pointwise function);
  /// Asymmetric u8 over each row's own range (which is widened to hold 0). Non-finite input gives unspecified bytes.
  void (*quantize)(const Rows& x, const QuantizedRows& out);
  /// out[0..width) = sum of `count` table rows (1 <= count <= 3), in order.
  void (*embed)(const TableRow* tables, std::size_t count, std::size_t width, float* out);
};

/// The table for `isa`. Precondition: isa_supported(isa).
const Kernels& kernels(Isa isa);

}  // namespace emo::nn
