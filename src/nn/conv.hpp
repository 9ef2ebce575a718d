// Convolutions with their weights packed for the image kernels, and the tables of offsets that drive them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/aligned_buffer.hpp"
#include "nn/image_kernels.hpp"

namespace emo::nn {

/// Extents of a weight [outputs, kernel_height, kernel_width, inputs].
struct ConvExtents {
  std::size_t outputs = 0, kernel_height = 1, kernel_width = 1, inputs = 0;
  [[nodiscard]] std::size_t taps() const { return kernel_height * kernel_width; }
};

/// Owned offsets of one convolution between two maps (see ConvPlan). Precondition of make: each offset fits 32 bits.
class ConvOffsets {
 public:
  ConvOffsets() = default;
  /// `in` and `out` give geometry only.
  static ConvOffsets make(const Map& in, const Map& out, const Window& window);
  [[nodiscard]] ConvPlan plan() const;
  [[nodiscard]] bool empty() const { return pixel_in_.empty(); }

 private:
  std::vector<std::int32_t> pixel_in_, pixel_out_, taps_;
  std::size_t run_ = 0;
};

/// Immutable, thread-safe.
class PackedConvF32 {
 public:
  PackedConvF32() = default;
  /// `weight` row-major as ConvExtents says, `bias` [outputs].
  PackedConvF32(std::span<const float> weight, std::span<const float> bias, const ConvExtents& extents);
  void run(const ImageKernels& kernels, const ConvPlan& plan, const Map& in, const Map& out, Clamp clamp) const;

 private:
  std::size_t outputs_ = 0;
  AlignedBuffer<float> weight_, bias_;
};

/// Immutable, thread-safe. Packed for kernels whose codes have `code_bytes` bytes.
class PackedConvS8 {
 public:
  /// Most taps x inputs: 255 * 127 * 65,536 < 2^31.
  static constexpr std::size_t kMaxDepth = 65'536;

  PackedConvS8() = default;
  PackedConvS8(std::span<const std::int8_t> weight, std::span<const float> scale, std::span<const float> bias,
               const ConvExtents& extents, std::size_t code_bytes);
  /// `codes` are those of `in`.
  void run(const ImageKernels& kernels, const ConvPlan& plan, const MapCodes& codes, const Map& in, const Map& out,
           Clamp clamp) const;

 private:
  std::size_t outputs_ = 0;
  AlignedBuffer<std::int32_t> weight_;
  AlignedBuffer<float> scale_, bias_, column_sum_;
};

/// A 3x3 convolution of stride 1 in s8 for kernels that have winograd_s8. Immutable, thread-safe.
class PackedWinogradS8 {
 public:
  /// Scratch of one running thread.
  struct Scratch {
    AlignedBuffer<std::int16_t> inputs;
    AlignedBuffer<std::int32_t> sums;
  };

  /// Whether such a convolution is computed here and the exact way fits it.
  static bool suits(const ImageKernels& kernels, const ConvExtents& extents, const Window& window);

  PackedWinogradS8() = default;
  /// As PackedConvS8. Preconditions: suits().
  PackedWinogradS8(std::span<const std::int8_t> weight, std::span<const float> scale, std::span<const float> bias,
                   const ConvExtents& extents);
  void run(const ImageKernels& kernels, const Window& window, const MapCodes& codes, const Map& in, const Map& out,
           Clamp clamp, Scratch& scratch) const;

 private:
  std::size_t outputs_ = 0;
  AlignedBuffer<std::int32_t> weight_;
  AlignedBuffer<float> scale_, bias_, column_sum_;
};

/// One filter per channel, `weight` [channels, kernel_height, kernel_width]. Immutable, thread-safe.
class PackedDepthwise {
 public:
  PackedDepthwise() = default;
  PackedDepthwise(std::span<const float> weight, std::span<const float> bias, std::size_t taps);
  void run(const ImageKernels& kernels, const Window& window, const Map& in, const Map& out, Clamp clamp) const;

 private:
  AlignedBuffer<float> weight_, bias_;
};

}  // namespace emo::nn
