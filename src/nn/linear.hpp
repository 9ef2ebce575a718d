// A fully connected layer with its weights packed for the matrix kernels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "nn/aligned_buffer.hpp"
#include "nn/kernels.hpp"

namespace emo::nn {

/// y = x W^T + b with s8 weights (one scale per output) and u8 rows. Immutable, thread-safe.
class LinearS8 {
 public:
  LinearS8() = default;
  /// `weight` [outputs, inputs] row-major, as in PyTorch's Linear; `scale` and `bias` [outputs].
  /// Preconditions: sizes match, 1 <= inputs <= GemmS8::kMaxInputs, outputs >= 1.
  LinearS8(std::span<const std::int8_t> weight, std::span<const float> scale, std::span<const float> bias,
           std::size_t inputs);

  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  /// `rows` quantised rows into `out` ([rows, ldo], ldo >= outputs rounded up to kPanel, all of it written).
  void run(const Kernels& kernels, const QuantizedRows& x, std::size_t rows, Epilogue epilogue, float* out,
           std::size_t ldo) const;

 private:
  std::size_t inputs_ = 0, outputs_ = 0;
  bool octets_fit_ = false;  ///< GemmS8::octets_fit
  AlignedBuffer<std::int8_t> weight_;
  AlignedBuffer<float> scale_, bias_, column_sum_;
};

/// y = x W^T + b in f32. Immutable, thread-safe.
class LinearF32 {
 public:
  LinearF32() = default;
  /// As LinearS8, without scales.
  LinearF32(std::span<const float> weight, std::span<const float> bias, std::size_t inputs);

  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  /// `x` is [rows, ldx]; `out` as in LinearS8::run.
  void run(const Kernels& kernels, const float* x, std::size_t ldx, std::size_t rows, Epilogue epilogue, float* out,
           std::size_t ldo) const;

 private:
  std::size_t inputs_ = 0, outputs_ = 0;
  AlignedBuffer<float> weight_, bias_;
};

}  // namespace emo::nn
