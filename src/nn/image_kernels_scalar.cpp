// The image kernels in plain loops: the definition that the vector kernels are tested against, and what other CPUs run.
// Written to be read, not to be fast.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "nn/affine_u8.hpp"
#include "nn/image_isa_tables.hpp"

namespace emo::nn {
namespace {

constexpr std::size_t kCodesPerWord = 4;

float clamped(float x, Clamp clamp) {
  if (clamp == Clamp::kNone) return x;
  x = std::max(x, 0.0F);
  return clamp == Clamp::kRelu6 ? std::min(x, 6.0F) : x;
}

float* pixel(const Map& map, std::size_t image, std::size_t y, std::size_t x) {
  return map.data + image * map.image + y * map.row + x * map.ld;
}

template <class Visit>
void for_each_pixel(const Map& map, Visit visit) {
  for (std::size_t b = 0; b < map.images; ++b) {
    for (std::size_t y = 0; y < map.height; ++y) {
      for (std::size_t x = 0; x < map.width; ++x) visit(b, y, x);
    }
  }
}

void conv_f32(const ConvF32& c) {
  const ConvPlan& plan = c.plan;
  const std::size_t depth = plan.tap_count * plan.run;
  for (std::size_t b = 0; b < c.images; ++b) {
    for (std::size_t p = 0; p < plan.pixels; ++p) {
      const float* in = c.in + b * c.in_image + plan.pixel_in[p];
      float* out = c.out + b * c.out_image + plan.pixel_out[p];
      for (std::size_t n = 0; n < round_up(c.n, kPanel); ++n) {
        const float* w = c.w + n / kPanel * depth * kPanel + n % kPanel;
        float sum = 0.0F;
        for (std::size_t t = 0; t < plan.tap_count; ++t) {
          for (std::size_t k = 0; k < plan.run; ++k) {
            sum = std::fma(in[plan.taps[t] + static_cast<std::ptrdiff_t>(k)], w[(t * plan.run + k) * kPanel], sum);
          }
        }
        out[n] = clamped(sum + c.bias[n], c.clamp);
      }
    }
  }
}

void conv_s8(const ConvS8& c) {
  const ConvPlan& plan = c.plan;
  const std::size_t words = (plan.run + kCodesPerWord - 1) / kCodesPerWord;
  const std::size_t depth = plan.tap_count * words;
  for (std::size_t b = 0; b < c.images; ++b) {
    const auto* codes = static_cast<const std::uint8_t*>(c.codes) + b * c.in_image;
    for (std::size_t p = 0; p < plan.pixels; ++p) {
      float* out = c.out + b * c.out_image + plan.pixel_out[p];
      for (std::size_t n = 0; n < round_up(c.n, kPanel); ++n) {
        const auto* w = reinterpret_cast<const std::int8_t*>(c.w + n / kPanel * depth * kPanel + n % kPanel);
        std::int32_t sum = 0;
        for (std::size_t t = 0; t < plan.tap_count; ++t) {
          const std::uint8_t* in = codes + plan.pixel_in[p] + plan.taps[t];
          for (std::size_t k = 0; k < plan.run; ++k) {
            const std::size_t word = t * words + k / kCodesPerWord;
            sum += std::int32_t{in[k]} * std::int32_t{w[word * kPanel * kCodesPerWord + k % kCodesPerWord]};
          }
        }
        const float centred = std::fma(-static_cast<float>(c.zero[b]), c.column_sum[n], static_cast<float>(sum));
        out[n] = clamped(std::fma(centred, c.scale[b] * c.w_scale[n], c.bias[n]), c.clamp);
      }
    }
  }
}

void depthwise(const Depthwise& d) {
  const Window& window = d.window;
  for_each_pixel(d.out, [&](std::size_t b, std::size_t y, std::size_t x) {
    float* out = pixel(d.out, b, y, x);
    for (std::size_t c = 0; c < d.out.ld; ++c) {
      float sum = d.bias[c];
      for (std::size_t ky = 0; ky < window.kernel_height; ++ky) {
        for (std::size_t kx = 0; kx < window.kernel_width; ++kx) {
          const auto row = static_cast<std::ptrdiff_t>(y * window.stride + ky * window.dilation) -
                           static_cast<std::ptrdiff_t>(window.top);
          const auto column = static_cast<std::ptrdiff_t>(x * window.stride + kx * window.dilation) -
                              static_cast<std::ptrdiff_t>(window.left);
          const float* in = d.in.data + static_cast<std::ptrdiff_t>(b * d.in.image) +
                            row * static_cast<std::ptrdiff_t>(d.in.row) + column * static_cast<std::ptrdiff_t>(d.in.ld);
          sum = std::fma(in[c], d.w[(ky * window.kernel_width + kx) * d.out.ld + c], sum);
        }
      }
      out[c] = clamped(sum, d.clamp);
    }
  });
}

void quantize_map(const Map& in, const Frame& frame, const MapCodes& out) {
  const std::size_t left = frame.top * in.row + frame.left * in.ld;
  const std::size_t row_pixels = in.row / in.ld;
  for (std::size_t b = 0; b < in.images; ++b) {
    float low = 0.0F;
    float high = 0.0F;
    for (std::size_t y = 0; y < in.height; ++y) {
      for (std::size_t x = 0; x < in.width; ++x) {
        const float* p = pixel(in, b, y, x);
        for (std::size_t c = 0; c < in.ld; ++c) {
          low = std::min(low, p[c]);
          high = std::max(high, p[c]);
        }
      }
    }
    const AffineU8 affine = affine_u8(low, high, pixel(in, b, 0, 0)[0]);
    out.scale[b] = affine.scale;
    out.zero[b] = affine.zero;
    auto* codes = static_cast<std::uint8_t*>(out.data) + b * in.image - left;
    const std::size_t rows = frame.top + in.height + frame.bottom;
    std::fill_n(codes, rows * row_pixels * in.ld, static_cast<std::uint8_t>(affine.zero));
    for (std::size_t y = 0; y < in.height; ++y) {
      for (std::size_t x = 0; x < in.width; ++x) {
        const float* p = pixel(in, b, y, x);
        std::uint8_t* q = codes + left + y * in.row + x * in.ld;
        for (std::size_t c = 0; c < in.ld; ++c) {
          const float code = std::nearbyint(std::fma(p[c], affine.inverse, static_cast<float>(affine.zero)));
          q[c] = code >= 255.0F ? 255 : (code > 0.0F ? static_cast<std::uint8_t>(code) : 0);
        }
      }
    }
  }
}

/// The part of a window along one axis that lies inside [0, extent).
struct Range {
  std::size_t first, last;
};
Range inside(std::size_t position, std::size_t border, std::size_t kernel, const Window& w, std::size_t extent) {
  const auto start = static_cast<std::ptrdiff_t>(position * w.stride) - static_cast<std::ptrdiff_t>(border);
  const std::ptrdiff_t end = std::min(start + static_cast<std::ptrdiff_t>(kernel), static_cast<std::ptrdiff_t>(extent));
  return {static_cast<std::size_t>(std::max<std::ptrdiff_t>(start, 0)),
          static_cast<std::size_t>(std::max<std::ptrdiff_t>(end, 0))};
}

void max_pool(const Map& in, const Window& window, const Map& out) {
  for_each_pixel(out, [&](std::size_t b, std::size_t y, std::size_t x) {
    const Range rows = inside(y, window.top, window.kernel_height, window, in.height);
    const Range columns = inside(x, window.left, window.kernel_width, window, in.width);
    for (std::size_t c = 0; c < in.ld; ++c) {
      float best = -3.0e38F;
      for (std::size_t r = rows.first; r < rows.last; ++r) {
        for (std::size_t k = columns.first; k < columns.last; ++k) best = std::max(best, pixel(in, b, r, k)[c]);
      }
      pixel(out, b, y, x)[c] = best;
    }
  });
}

void average_pool(const Map& in, const Window& window, const Map& out) {
  const float inverse = 1.0F / static_cast<float>(window.kernel_height * window.kernel_width);
  for_each_pixel(out, [&](std::size_t b, std::size_t y, std::size_t x) {
    for (std::size_t c = 0; c < in.ld; ++c) {
      float sum = 0.0F;
      for (std::size_t ky = 0; ky < window.kernel_height; ++ky) {
        for (std::size_t kx = 0; kx < window.kernel_width; ++kx) {
          sum += pixel(in, b, y * window.stride + ky, x * window.stride + kx)[c];
        }
      }
      pixel(out, b, y, x)[c] = sum * inverse;
    }
  });
}

void global_average(const Map& in, const Map& out) {
  const float inverse = 1.0F / static_cast<float>(in.height * in.width);
  for (std::size_t b = 0; b < in.images; ++b) {
    for (std::size_t c = 0; c < in.ld; ++c) {
      float sum = 0.0F;
      for (std::size_t y = 0; y < in.height; ++y) {
        for (std::size_t x = 0; x < in.width; ++x) sum += pixel(in, b, y, x)[c];
      }
      pixel(out, b, 0, 0)[c] = sum * inverse;
    }
  }
}

void add(const Map& a, const Map& b, Clamp clamp, const Map& out) {
  for_each_pixel(out, [&](std::size_t image, std::size_t y, std::size_t x) {
    for (std::size_t c = 0; c < out.ld; ++c) {
      pixel(out, image, y, x)[c] = clamped(pixel(a, image, y, x)[c] + pixel(b, image, y, x)[c], clamp);
    }
  });
}

void multiply(const Map& x, const Map& gate, const Map& out) {
  const bool per_pixel = gate.height != 1 || gate.width != 1 || gate.channels != x.channels;
  for_each_pixel(out, [&](std::size_t image, std::size_t r, std::size_t k) {
    const float* factor = per_pixel ? pixel(gate, image, r, k) : pixel(gate, image, 0, 0);
    for (std::size_t c = 0; c < out.ld; ++c) {
      pixel(out, image, r, k)[c] = pixel(x, image, r, k)[c] * factor[per_pixel ? 0 : c];
    }
  });
}

float apply(float x, MapUnary function) {
  switch (function) {
    case MapUnary::kGelu:
      return 0.5F * x * std::erfc(-x * 0.70710678118654752F);
    case MapUnary::kSilu:
      return x / (1.0F + std::exp(-x));
    case MapUnary::kSigmoid:
      return 1.0F / (1.0F + std::exp(-x));
    case MapUnary::kHardSwish:
      return x * std::min(std::max(x + 3.0F, 0.0F), 6.0F) / 6.0F;
  }
  return x;
}

void unary(const Map& x, MapUnary function) {
  for_each_pixel(x, [&](std::size_t b, std::size_t r, std::size_t k) {
    for (std::size_t c = 0; c < x.ld; ++c) pixel(x, b, r, k)[c] = apply(pixel(x, b, r, k)[c], function);
  });
}

void channel_stats(const Map& in, const Map& out) {
  for_each_pixel(in, [&](std::size_t b, std::size_t y, std::size_t x) {
    const float* p = pixel(in, b, y, x);
    float* to = pixel(out, b, y, x);
    std::fill_n(to, out.ld, 0.0F);
    float sum = 0.0F;
    for (std::size_t c = 0; c < in.channels; ++c) sum += p[c];
    to[0] = sum / static_cast<float>(in.channels);
    to[1] = *std::max_element(p, p + in.channels);
  });
}

}  // namespace

const ImageKernels& scalar_image_kernels() {
  static constexpr ImageKernels kTable = {
      Isa::kScalar,   1,   conv_f32, conv_s8, nullptr,      depthwise, quantize_map, max_pool, average_pool,
      global_average, add, multiply, unary,   channel_stats};
  return kTable;
}

}  // namespace emo::nn
