// Packs the weights of convolutions into the panels that the image kernels read, and works out where each output pixel
// reads. Knows nothing of files: the spans it is given are trusted to match.
#include "nn/conv.hpp"

#include <algorithm>
#include <cstring>

#include "core/assert.hpp"
#include "nn/padded_copy.hpp"

namespace emo::nn {

ConvOffsets ConvOffsets::make(const Map& in, const Map& out, const Window& window) {
  ConvOffsets offsets;
  const auto row = static_cast<std::int32_t>(in.row);
  const auto ld = static_cast<std::int32_t>(in.ld);
  const auto stride = static_cast<std::int32_t>(window.stride);
  const auto dilation = static_cast<std::int32_t>(window.dilation);
  offsets.pixel_in_.reserve(out.height * out.width);
  offsets.pixel_out_.reserve(out.height * out.width);
  for (std::int32_t y = 0; y < static_cast<std::int32_t>(out.height); ++y) {
    for (std::int32_t x = 0; x < static_cast<std::int32_t>(out.width); ++x) {
      offsets.pixel_in_.push_back((y * stride - static_cast<std::int32_t>(window.top)) * row +
                                  (x * stride - static_cast<std::int32_t>(window.left)) * ld);
      offsets.pixel_out_.push_back(y * static_cast<std::int32_t>(out.row) + x * static_cast<std::int32_t>(out.ld));
    }
  }
  // Where neighbouring pixels touch, a kernel row is one long run.
  const bool joined = window.dilation == 1 && in.channels == in.ld;
  offsets.run_ = joined ? in.channels * window.kernel_width : in.channels;
  for (std::int32_t ky = 0; ky < static_cast<std::int32_t>(window.kernel_height); ++ky) {
    const auto columns = joined ? 1 : static_cast<std::int32_t>(window.kernel_width);
    for (std::int32_t kx = 0; kx < columns; ++kx) offsets.taps_.push_back(dilation * (ky * row + kx * ld));
  }
  return offsets;
}

ConvPlan ConvOffsets::plan() const {
  return {pixel_in_.data(), pixel_out_.data(), pixel_in_.size(), taps_.data(), taps_.size(), run_};
}

PackedConvF32::PackedConvF32(std::span<const float> weight, std::span<const float> bias, const ConvExtents& extents)
    : outputs_(extents.outputs), bias_(padded_copy(bias)) {
  const std::size_t depth = extents.taps() * extents.inputs;
  EMO_ASSERT(outputs_ >= 1 && depth >= 1 && weight.size() == outputs_ * depth && bias.size() == outputs_);
  weight_.reset(round_up(outputs_, kPanel) * depth);
  for (std::size_t n = 0; n < outputs_; ++n) {
    float* packed = weight_.data() + n / kPanel * depth * kPanel + n % kPanel;
    for (std::size_t k = 0; k < depth; ++k) packed[k * kPanel] = weight[n * depth + k];
  }
}

void PackedConvF32::run(const ImageKernels& kernels, const ConvPlan& plan, const Map& in, const Map& out,
                        Clamp clamp) const {
  ConvF32 c;
  c.plan = plan;
  c.in = in.data;
  c.in_image = in.image;
  c.out_image = out.image;
  c.images = in.images;
  c.w = weight_.data();
  c.bias = bias_.data();
  c.out = out.data;
  c.n = outputs_;
  c.clamp = clamp;
  kernels.conv_f32(c);
}

PackedConvS8::PackedConvS8(std::span<const std::int8_t> weight, std::span<const float> scale,
                           std::span<const float> bias, const ConvExtents& extents, std::size_t code_bytes)
    : outputs_(extents.outputs), scale_(padded_copy(scale)), bias_(padded_copy(bias)) {
  const std::size_t depth = extents.taps() * extents.inputs;
  EMO_ASSERT(outputs_ >= 1 && depth >= 1 && depth <= kMaxDepth && weight.size() == outputs_ * depth);
  EMO_ASSERT(scale.size() == outputs_ && bias.size() == outputs_ && (code_bytes == 1 || code_bytes == 2));
  const std::size_t per_word = 4 / code_bytes;
  const std::size_t words = (extents.inputs + per_word - 1) / per_word;
  const std::size_t panel_words = extents.taps() * words * kPanel;
  weight_.reset(round_up(outputs_, kPanel) / kPanel * panel_words);
  column_sum_.reset(round_up(outputs_, kPanel));
  for (std::size_t n = 0; n < outputs_; ++n) {
    std::int32_t* packed = weight_.data() + n / kPanel * panel_words + n % kPanel;
    std::int32_t sum = 0;
    for (std::size_t t = 0; t < extents.taps(); ++t) {
      for (std::size_t c = 0; c < extents.inputs; ++c) {
        const std::int8_t value = weight[n * depth + t * extents.inputs + c];
        sum += value;
        auto* word = reinterpret_cast<char*>(packed + (t * words + c / per_word) * kPanel);
        if (code_bytes == 1) {
          std::memcpy(word + c % per_word, &value, 1);
        } else {
          const std::int16_t wide = value;  // NOLINT(bugprone-signed-char-misuse): a weight, its sign goes along
          std::memcpy(word + c % per_word * 2, &wide, 2);
        }
      }
    }
    column_sum_[n] = static_cast<float>(sum);
  }
}

void PackedConvS8::run(const ImageKernels& kernels, const ConvPlan& plan, const MapCodes& codes, const Map& in,
                       const Map& out, Clamp clamp) const {
  ConvS8 c;
  c.plan = plan;
  c.codes = codes.data;
  c.scale = codes.scale;
  c.zero = codes.zero;
  c.in_image = in.image;
  c.out_image = out.image;
  c.images = in.images;
  c.w = weight_.data();
  c.w_scale = scale_.data();
  c.column_sum = column_sum_.data();
  c.bias = bias_.data();
  c.out = out.data;
  c.n = outputs_;
  c.clamp = clamp;
  kernels.conv_s8(c);
}

bool PackedWinogradS8::suits(const ImageKernels& kernels, const ConvExtents& extents, const Window& window) {
  // Narrow layers spend more on the transforms than they save.
  constexpr std::size_t kLeastWidth = 16;
  return kernels.winograd_s8 != nullptr && extents.kernel_height == 3 && extents.kernel_width == 3 &&
         window.stride == 1 && window.dilation == 1 && extents.inputs >= kLeastWidth &&
         extents.outputs >= kLeastWidth && extents.inputs <= WinogradS8::kMaxChannels;
}

PackedWinogradS8::PackedWinogradS8(std::span<const std::int8_t> weight, std::span<const float> scale,
                                   std::span<const float> bias, const ConvExtents& extents)
    : outputs_(extents.outputs), scale_(padded_copy(scale)), bias_(padded_copy(bias)) {
  const std::size_t inputs = extents.inputs;
  EMO_ASSERT(extents.taps() == 9 && inputs <= WinogradS8::kMaxChannels && weight.size() == outputs_ * 9 * inputs);
  EMO_ASSERT(scale.size() == outputs_ && bias.size() == outputs_);
  // Rows of 2 G: a filter (a, b, c) becomes 2a, a + b + c, a - b + c, 2c.
  constexpr int kTransform[4][3] = {{2, 0, 0}, {1, 1, 1}, {1, -1, 1}, {0, 0, 2}};
  const std::size_t words = (inputs + 1) / 2;
  const std::size_t panels = round_up(outputs_, kPanel) / kPanel;
  weight_.reset(16 * panels * words * kPanel);
  column_sum_.reset(panels * kPanel);
  for (std::size_t n = 0; n < outputs_; ++n) {
    std::int32_t total = 0;
    for (std::size_t c = 0; c < inputs; ++c) {
      const std::int8_t* filter = weight.data() + n * 9 * inputs + c;
      for (std::size_t t = 0; t < 16; ++t) {
        int sum = 0;
        for (std::size_t y = 0; y < 3; ++y) {
          for (std::size_t x = 0; x < 3; ++x) {
            sum += kTransform[t / 4][y] * kTransform[t % 4][x] * filter[(3 * y + x) * inputs];
          }
        }
        const auto value = static_cast<std::int16_t>(sum);
        std::int32_t* word = weight_.data() + ((t * panels + n / kPanel) * words + c / 2) * kPanel + n % kPanel;
        std::memcpy(reinterpret_cast<char*>(word) + c % 2 * 2, &value, 2);
      }
      for (std::size_t t = 0; t < 9; ++t) total += filter[t * inputs];
    }
    column_sum_[n] = static_cast<float>(total);
  }
}

void PackedWinogradS8::run(const ImageKernels& kernels, const Window& window, const MapCodes& codes, const Map& in,
                           const Map& out, Clamp clamp, Scratch& scratch) const {
  scratch.inputs.grow(16 * kWinogradTiles * in.ld);
  scratch.sums.grow(16 * kWinogradTiles * out.ld);
  WinogradS8 w;
  w.codes = static_cast<const std::int16_t*>(codes.data);
  w.in_ld = in.ld;
  w.in_row = in.row;
  w.in_image = in.image;
  w.channels = in.channels;
  w.top = window.top;
  w.left = window.left;
  w.scale = codes.scale;
  w.zero = codes.zero;
  w.w = weight_.data();
  w.w_scale = scale_.data();
  w.column_sum = column_sum_.data();
  w.bias = bias_.data();
  w.out = out;
  w.clamp = clamp;
  w.inputs = scratch.inputs.data();
  w.sums = scratch.sums.data();
  kernels.winograd_s8(w);
}

PackedDepthwise::PackedDepthwise(std::span<const float> weight, std::span<const float> bias, std::size_t taps)
    : bias_(padded_copy(bias)) {
  EMO_ASSERT(!bias.empty() && weight.size() == bias.size() * taps);
  const std::size_t ld = round_up(bias.size(), kPanel);
  weight_.reset(taps * ld);
  for (std::size_t c = 0; c < bias.size(); ++c) {
    for (std::size_t t = 0; t < taps; ++t) weight_[t * ld + c] = weight[c * taps + t];
  }
}

void PackedDepthwise::run(const ImageKernels& kernels, const Window& window, const Map& in, const Map& out,
                          Clamp clamp) const {
  kernels.depthwise({in, out, window, weight_.data(), bias_.data(), clamp});
}

}  // namespace emo::nn
