// Packs the weights of fully connected layers into the panels that the matrix kernels read, and calls those kernels.
// Knows nothing of files: the spans it is given are trusted to match.
#include "nn/linear.hpp"

#include <algorithm>
#include <cstring>

#include "core/assert.hpp"
#include "nn/octet_limit.hpp"
#include "nn/padded_copy.hpp"

namespace emo::nn {
namespace {

// Whether a kernel of this build asks; to look at every weight takes a good part of loading.
#ifdef EMO_NN_X86
constexpr bool kOctetsCount = true;
#else
constexpr bool kOctetsCount = false;
#endif

}  // namespace

LinearS8::LinearS8(std::span<const std::int8_t> weight, std::span<const float> scale, std::span<const float> bias,
                   std::size_t inputs)
    : inputs_(inputs),
      outputs_(bias.size()),
      octets_fit_(kOctetsCount),
      scale_(padded_copy(scale)),
      bias_(padded_copy(bias)) {
  EMO_ASSERT(inputs >= 1 && inputs <= GemmS8::kMaxInputs && outputs_ >= 1);
  EMO_ASSERT(weight.size() == inputs * outputs_ && scale.size() == outputs_);
  const std::size_t steps = (inputs + kGroup - 1) / kGroup;
  const std::size_t whole_steps = inputs / kGroup;
  const std::size_t panel_bytes = steps * kGroup * kPanel;
  weight_.reset(round_up(outputs_, kPanel) / kPanel * panel_bytes);
  column_sum_.reset(round_up(outputs_, kPanel));
  for (std::size_t n = 0; n < outputs_; ++n) {
    const std::int8_t* row = weight.data() + n * inputs;
    std::int8_t* packed = weight_.data() + n / kPanel * panel_bytes + n % kPanel * kGroup;
    for (std::size_t step = 0; step < whole_steps; ++step) {
      std::memcpy(packed + step * kGroup * kPanel, row + step * kGroup, kGroup);
    }
    if (whole_steps < steps) {
      std::memcpy(packed + whole_steps * kGroup * kPanel, row + whole_steps * kGroup, inputs - whole_steps * kGroup);
    }
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < inputs; ++k) sum += row[k];
    column_sum_[n] = static_cast<float>(sum);
    octets_fit_ = octets_fit_ && obeys_octet_limit(weight.subspan(n * inputs, inputs));
  }
}

void LinearS8::run(const Kernels& kernels, const QuantizedRows& x, std::size_t rows, Epilogue epilogue, float* out,
                   std::size_t ldo) const {
  GemmS8 g;
  g.a = x.data;
  g.lda = x.ld;
  g.a_scale = x.scale;
  g.a_zero = x.zero;
  g.w = weight_.data();
  g.w_scale = scale_.data();
  g.column_sum = column_sum_.data();
  g.bias = bias_.data();
  g.out = out;
  g.ldo = ldo;
  g.m = rows;
  g.k = inputs_;
  g.n = outputs_;
  g.octets_fit = octets_fit_;
  g.epilogue = epilogue;
  kernels.gemm_s8(g);
}

LinearF32::LinearF32(std::span<const float> weight, std::span<const float> bias, std::size_t inputs)
    : inputs_(inputs), outputs_(bias.size()), bias_(padded_copy(bias)) {
  EMO_ASSERT(inputs >= 1 && outputs_ >= 1 && weight.size() == inputs * outputs_);
  weight_.reset(round_up(outputs_, kPanel) * inputs);
  // Panel by panel: the writes then walk forward through memory.
  for (std::size_t panel = 0; panel < outputs_; panel += kPanel) {
    const std::size_t columns = std::min(kPanel, outputs_ - panel);
    float* packed = weight_.data() + panel * inputs;
    for (std::size_t k = 0; k < inputs; ++k) {
      for (std::size_t c = 0; c < columns; ++c) packed[k * kPanel + c] = weight[(panel + c) * inputs + k];
    }
  }
}

void LinearF32::run(const Kernels& kernels, const float* x, std::size_t ldx, std::size_t rows, Epilogue epilogue,
                    float* out, std::size_t ldo) const {
  GemmF32 g;
  g.a = x;
  g.lda = ldx;
  g.w = weight_.data();
  g.bias = bias_.data();
  g.out = out;
  g.ldo = ldo;
  g.m = rows;
  g.k = inputs_;
  g.n = outputs_;
  g.epilogue = epilogue;
  kernels.gemm_f32(g);
}

}  // namespace emo::nn
