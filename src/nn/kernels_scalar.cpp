// The kernel table in plain loops: the definition that the vector kernels are tested against, and what other CPUs run.
// Written to be read, not to be fast.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "nn/affine_u8.hpp"
#include "nn/isa_tables.hpp"

namespace emo::nn {
namespace {

float gelu(float x) {
  return 0.5F * x * std::erfc(-x * 0.70710678118654752F);
}

float finish(float x, Epilogue epilogue, float old) {
  switch (epilogue) {
    case Epilogue::kNone:
      break;
    case Epilogue::kGelu:
      return gelu(x);
    case Epilogue::kResidual:
      return x + old;
  }
  return x;
}

void gemm_s8(const GemmS8& g) {
  const std::size_t panel_bytes = round_up(g.k, kGroup) * kPanel;
  for (std::size_t m = 0; m < g.m; ++m) {
    for (std::size_t n = 0; n < round_up(g.n, kPanel); ++n) {
      const std::int8_t* w = g.w + n / kPanel * panel_bytes + n % kPanel * kGroup;
      std::int32_t sum = 0;
      for (std::size_t k = 0; k < g.k; ++k) {
        sum += std::int32_t{g.a[m * g.lda + k]} * std::int32_t{w[k / kGroup * kGroup * kPanel + k % kGroup]};
      }
      const float centred = std::fma(-static_cast<float>(g.a_zero[m]), g.column_sum[n], static_cast<float>(sum));
      float& out = g.out[m * g.ldo + n];
      out = finish(std::fma(centred, g.a_scale[m] * g.w_scale[n], g.bias[n]), g.epilogue, out);
    }
  }
}

void gemm_f32(const GemmF32& g) {
  for (std::size_t m = 0; m < g.m; ++m) {
    for (std::size_t n = 0; n < round_up(g.n, kPanel); ++n) {
      const float* w = g.w + n / kPanel * g.k * kPanel + n % kPanel;
      float sum = 0.0F;
      for (std::size_t k = 0; k < g.k; ++k) sum = std::fma(g.a[m * g.lda + k], w[k * kPanel], sum);
      float& out = g.out[m * g.ldo + n];
      out = finish(sum + g.bias[n], g.epilogue, out);
    }
  }
}

void attention(const Attention& a) {
  const std::size_t width = a.width / a.heads;
  const float scale = 1.0F / std::sqrt(static_cast<float>(width));
  const std::size_t queries = a.queries == 0 ? a.tokens : a.queries;
  float* scores = a.scratch;
  for (std::size_t head = 0; head < a.heads; ++head) {
    for (std::size_t row = 0; row < queries; ++row) {
      const float* q = a.qkv + row * a.ld + head * width;
      const float* bias = a.bias == nullptr ? nullptr : a.bias + head * a.bias_ld - row;
      float highest = -3.0e38F;
      for (std::size_t t = 0; t < a.tokens; ++t) {
        const float* k = a.qkv + t * a.ld + a.width + head * width;
        float score = 0.0F;
        for (std::size_t i = 0; i < width; ++i) score += q[i] * k[i];
        if (bias != nullptr) score += bias[t];
        scores[t] = score * scale;
        highest = std::max(highest, scores[t]);
      }
      float total = 0.0F;
      for (std::size_t t = 0; t < a.tokens; ++t) {
        scores[t] = std::exp(scores[t] - highest);
        total += scores[t];
      }
      for (std::size_t i = 0; i < width; ++i) {
        float sum = 0.0F;
        for (std::size_t t = 0; t < a.tokens; ++t) {
          sum += scores[t] * a.qkv[t * a.ld + 2 * a.width + head * width + i];
        }
        a.out[row * a.ldo + head * width + i] = sum / total;
      }
    }
  }
}

void layer_norm(const Rows& x, const float* gamma, const float* beta, float eps) {
  const auto width = static_cast<float>(x.width);
  for (std::size_t r = 0; r < x.rows; ++r) {
    float* row = x.data + r * x.ld;
    float sum = 0.0F;
    for (std::size_t c = 0; c < x.width; ++c) sum += row[c];
    const float mean = sum / width;
    float squares = 0.0F;
    for (std::size_t c = 0; c < x.width; ++c) squares += (row[c] - mean) * (row[c] - mean);
    // Squares that overflow would make nothing of the row, and the answer one of the biases alone: NaN says so.
    const float inverse = 1.0F / std::sqrt(squares / width + eps) + 0.0F * squares;
    for (std::size_t c = 0; c < x.width; ++c) row[c] = (row[c] - mean) * inverse * gamma[c] + beta[c];
  }
}

float apply(float x, Pointwise function) {
  switch (function) {
    case Pointwise::kGelu:
      return gelu(x);
    case Pointwise::kGeluTanh:
      return 0.5F * x * (1.0F + std::tanh(0.7978845608F * (x + 0.044715F * x * x * x)));
    case Pointwise::kRelu:
      return std::max(x, 0.0F);
    case Pointwise::kTanh:
      return std::tanh(x);
  }
  return x;
}

void pointwise(const Rows& x, Pointwise function) {
  for (std::size_t r = 0; r < x.rows; ++r) {
    for (std::size_t c = 0; c < x.width; ++c) x.data[r * x.ld + c] = apply(x.data[r * x.ld + c], function);
  }
}

void quantize(const Rows& x, const QuantizedRows& out) {
  for (std::size_t r = 0; r < x.rows; ++r) {
    const float* row = x.data + r * x.ld;
    float low = 0.0F;
    float high = 0.0F;
    for (std::size_t c = 0; c < x.width; ++c) {
      low = std::min(low, row[c]);
      high = std::max(high, row[c]);
    }
    const AffineU8 affine = affine_u8(low, high, row[0]);
    out.scale[r] = affine.scale;
    out.zero[r] = affine.zero;
    for (std::size_t c = 0; c < x.width; ++c) {
      const float q = std::nearbyint(std::fma(row[c], affine.inverse, static_cast<float>(affine.zero)));
      out.data[r * out.ld + c] = q >= 255.0F ? 255 : (q > 0.0F ? static_cast<std::uint8_t>(q) : 0);
    }
  }
}

void embed(const TableRow* tables, std::size_t count, std::size_t width, float* out) {
  for (std::size_t c = 0; c < width; ++c) {
    float sum = 0.0F;
    for (std::size_t i = 0; i < count; ++i) {
      const TableRow& table = tables[i];
      const float x = table.f32 != nullptr ? table.f32[c] : static_cast<float>(table.s8[c]) * table.scale;
      sum = i == 0 ? x : sum + x;
    }
    out[c] = sum;
  }
}

}  // namespace

const Kernels& scalar_kernels() {
  static constexpr Kernels kTable = {Isa::kScalar, gemm_s8,   gemm_f32, attention,
                                     layer_norm,   pointwise, quantize, embed};
  return kTable;
}

}  // namespace emo::nn
