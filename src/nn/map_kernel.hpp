// Depthwise convolution, quantisation, pooling and sums of maps, written once for every vector width. A pixel's ld
// floats are whole vectors, so there are no remainders. Everything has internal linkage.
#pragma once

#include "nn/affine_u8.hpp"
#include "nn/conv_kernel.hpp"
#include "nn/image_kernels.hpp"
#include "nn/simd.hpp"
#include "nn/vector_math.hpp"

namespace emo::nn {
namespace {

inline float* map_row(const Map& map, std::size_t image, std::size_t y) {
  return map.data + image * map.image + y * map.row;
}

template <Clamp kClamp>
void depthwise_row(const Depthwise& d, const float* in, float* out) {
  const Window& window = d.window;
  const std::size_t step = window.stride * d.in.ld;
  const std::size_t taps = window.kernel_height * window.kernel_width;
  const std::size_t tap_row = window.dilation * d.in.row;
  const std::size_t tap_column = window.dilation * d.in.ld;
  for (std::size_t c = 0; c < d.out.ld; c += Simd::kLanes) {
    const Simd::F bias = Simd::load(d.bias + c);
    if (window.kernel_height == 3 && window.kernel_width == 3) {
      Simd::F w[9];
#pragma GCC unroll 9
      for (std::size_t t = 0; t < 9; ++t) w[t] = Simd::load(d.w + t * d.out.ld + c);
      for (std::size_t x = 0; x < d.out.width; ++x) {
        const float* p = in + x * step + c;
        Simd::F sum = bias;
#pragma GCC unroll 9
        for (std::size_t t = 0; t < 9; ++t) {
          sum = Simd::fma(Simd::load(p + t / 3 * tap_row + t % 3 * tap_column), w[t], sum);
        }
        Simd::store(out + x * d.out.ld + c, clamped<kClamp>(sum));
      }
      continue;
    }
    for (std::size_t x = 0; x < d.out.width; ++x) {
      const float* p = in + x * step + c;
      Simd::F sum = bias;
      for (std::size_t t = 0; t < taps; ++t) {
        const std::size_t offset = t / window.kernel_width * tap_row + t % window.kernel_width * tap_column;
        sum = Simd::fma(Simd::load(p + offset), Simd::load(d.w + t * d.out.ld + c), sum);
      }
      Simd::store(out + x * d.out.ld + c, clamped<kClamp>(sum));
    }
  }
}

inline void depthwise(const Depthwise& d) {
  with_clamp(d.clamp, [&]<Clamp kClamp>() {
    for (std::size_t b = 0; b < d.out.images; ++b) {
      for (std::size_t y = 0; y < d.out.height; ++y) {
        const float* in = map_row(d.in, b, y * d.window.stride) - d.window.top * d.in.row - d.window.left * d.in.ld;
        depthwise_row<kClamp>(d, in, map_row(d.out, b, y));
      }
    }
  });
}

/// Two independent chains each for the lowest and the highest value of an image, 0 included.
inline AffineU8 range_of(const Map& in, std::size_t image) {
  constexpr std::size_t kStep = kPanel < 2 * Simd::kLanes ? kPanel : 2 * Simd::kLanes;
  Simd::F low0 = Simd::zero();
  Simd::F low1 = Simd::zero();
  Simd::F high0 = Simd::zero();
  Simd::F high1 = Simd::zero();
  for (std::size_t y = 0; y < in.height; ++y) {
    const float* row = map_row(in, image, y);
    for (std::size_t i = 0; i < in.width * in.ld; i += kStep) {
      const Simd::F a = Simd::load(row + i);
      const Simd::F b = Simd::load(row + i + kStep - Simd::kLanes);
      low0 = Simd::min(low0, a);
      low1 = Simd::min(low1, b);
      high0 = Simd::max(high0, a);
      high1 = Simd::max(high1, b);
    }
  }
  return affine_u8(Simd::lowest(Simd::min(low0, low1)), Simd::highest(Simd::max(high0, high1)),
                   map_row(in, image, 0)[0]);
}

/// Writers of 16 codes.
struct CodesU8 {
  using Code = std::uint8_t;
  template <class F>
  static void store(std::uint8_t* q, F code) {
    if constexpr (4 * Simd::kLanes == kPanel) {
      constexpr std::size_t kLanes = Simd::kLanes;
      Simd::store_u8_4(q, code(0), code(kLanes), code(2 * kLanes), code(3 * kLanes));
    } else {
      for (std::size_t c = 0; c < kPanel; c += Simd::kLanes) Simd::store_u8(q + c, code(c));
    }
  }
};
struct CodesS16 {
  using Code = std::int16_t;
  template <class F>
  static void store(std::int16_t* q, F code) {
    for (std::size_t c = 0; c < kPanel; c += Simd::kLanes) Simd::store_u8_as_s16(q + c, code(c));
  }
};

template <class Codes>
void quantize_map(const Map& in, const Frame& frame, const MapCodes& out) {
  using Code = typename Codes::Code;
  for (std::size_t b = 0; b < in.images; ++b) {
    const AffineU8 affine = range_of(in, b);
    out.scale[b] = affine.scale;
    out.zero[b] = affine.zero;
    const Simd::F inverse = Simd::set1(affine.inverse);
    const Simd::F zero = Simd::set1(static_cast<float>(affine.zero));
    const auto fill = static_cast<Code>(affine.zero);
    Code* const first = static_cast<Code*>(out.data) + b * in.image;
    const auto fill_codes = [fill](Code* q, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) q[i] = fill;
    };
    const std::size_t side = frame.left * in.ld;
    fill_codes(first - frame.top * in.row - side, frame.top * in.row);
    for (std::size_t y = 0; y < in.height; ++y) {
      const float* row = map_row(in, b, y);
      Code* q = first + y * in.row;
      fill_codes(q - side, side);
      for (std::size_t i = 0; i < in.width * in.ld; i += kPanel) {
        Codes::store(q + i, [&](std::size_t c) { return Simd::fma(Simd::load(row + i + c), inverse, zero); });
      }
      fill_codes(q + in.width * in.ld, frame.right * in.ld);
    }
    fill_codes(first + in.height * in.row - side, frame.bottom * in.row);
  }
}

inline void max_pool(const Map& in, const Window& window, const Map& out) {
  for (std::size_t b = 0; b < out.images; ++b) {
    for (std::size_t y = 0; y < out.height; ++y) {
      for (std::size_t x = 0; x < out.width; ++x) {
        for (std::size_t c = 0; c < out.ld; c += Simd::kLanes) {
          Simd::F best = Simd::set1(-3.0e38F);
          for (std::size_t ky = 0; ky < window.kernel_height; ++ky) {
            // Beyond the edge the difference wraps around and is larger than any extent.
            const std::size_t row = y * window.stride + ky - window.top;
            if (row >= in.height) continue;
            for (std::size_t kx = 0; kx < window.kernel_width; ++kx) {
              const std::size_t column = x * window.stride + kx - window.left;
              if (column < in.width) best = Simd::max(best, Simd::load(map_row(in, b, row) + column * in.ld + c));
            }
          }
          Simd::store(map_row(out, b, y) + x * out.ld + c, best);
        }
      }
    }
  }
}

inline void average_pool(const Map& in, const Window& window, const Map& out) {
  const Simd::F inverse = Simd::set1(1.0F / static_cast<float>(window.kernel_height * window.kernel_width));
  for (std::size_t b = 0; b < out.images; ++b) {
    for (std::size_t y = 0; y < out.height; ++y) {
      for (std::size_t x = 0; x < out.width; ++x) {
        for (std::size_t c = 0; c < out.ld; c += Simd::kLanes) {
          Simd::F sum = Simd::zero();
          for (std::size_t ky = 0; ky < window.kernel_height; ++ky) {
            const float* row = map_row(in, b, y * window.stride + ky) + x * window.stride * in.ld + c;
            for (std::size_t kx = 0; kx < window.kernel_width; ++kx) sum = Simd::add(sum, Simd::load(row + kx * in.ld));
          }
          Simd::store(map_row(out, b, y) + x * out.ld + c, Simd::mul(sum, inverse));
        }
      }
    }
  }
}

inline void global_average(const Map& in, const Map& out) {
  const Simd::F inverse = Simd::set1(1.0F / static_cast<float>(in.height * in.width));
  for (std::size_t b = 0; b < in.images; ++b) {
    for (std::size_t c = 0; c < in.ld; c += Simd::kLanes) {
      Simd::F sum = Simd::zero();
      for (std::size_t y = 0; y < in.height; ++y) {
        const float* row = map_row(in, b, y) + c;
        for (std::size_t x = 0; x < in.width; ++x) sum = Simd::add(sum, Simd::load(row + x * in.ld));
      }
      Simd::store(map_row(out, b, 0) + c, Simd::mul(sum, inverse));
    }
  }
}

inline void add(const Map& a, const Map& b, Clamp clamp, const Map& out) {
  with_clamp(clamp, [&]<Clamp kClamp>() {
    for (std::size_t image = 0; image < out.images; ++image) {
      for (std::size_t y = 0; y < out.height; ++y) {
        const float* p = map_row(a, image, y);
        const float* q = map_row(b, image, y);
        float* to = map_row(out, image, y);
        for (std::size_t i = 0; i < out.width * out.ld; i += Simd::kLanes) {
          Simd::store(to + i, clamped<kClamp>(Simd::add(Simd::load(p + i), Simd::load(q + i))));
        }
      }
    }
  });
}

inline void multiply(const Map& x, const Map& gate, const Map& out) {
  const bool per_pixel = gate.height != 1 || gate.width != 1 || gate.channels != x.channels;
  for (std::size_t image = 0; image < out.images; ++image) {
    for (std::size_t y = 0; y < out.height; ++y) {
      for (std::size_t k = 0; k < out.width; ++k) {
        const float* p = map_row(x, image, y) + k * x.ld;
        float* to = map_row(out, image, y) + k * out.ld;
        const float* factors = per_pixel ? map_row(gate, image, y) + k * gate.ld : map_row(gate, image, 0);
        for (std::size_t c = 0; c < out.ld; c += Simd::kLanes) {
          const Simd::F factor = per_pixel ? Simd::set1(factors[0]) : Simd::load(factors + c);
          Simd::store(to + c, Simd::mul(Simd::load(p + c), factor));
        }
      }
    }
  }
}

inline Simd::F sigmoid(Simd::F x) {
  const Simd::F e = exp2(Simd::mul(x, Simd::set1(-kLog2E)));
  return Simd::div(Simd::set1(1.0F), Simd::add(Simd::set1(1.0F), e));
}

template <MapUnary kFunction>
Simd::F apply_unary(Simd::F x) {
  if constexpr (kFunction == MapUnary::kGelu) return gelu(x);
  if constexpr (kFunction == MapUnary::kSilu) return Simd::mul(x, sigmoid(x));
  if constexpr (kFunction == MapUnary::kSigmoid) return sigmoid(x);
  const Simd::F gate = Simd::min(Simd::max(Simd::add(x, Simd::set1(3.0F)), Simd::zero()), Simd::set1(6.0F));
  return Simd::mul(Simd::mul(x, gate), Simd::set1(1.0F / 6.0F));
}

template <MapUnary kFunction>
void unary_map(const Map& x) {
  for (std::size_t b = 0; b < x.images; ++b) {
    for (std::size_t y = 0; y < x.height; ++y) {
      float* row = map_row(x, b, y);
      for (std::size_t i = 0; i < x.width * x.ld; i += Simd::kLanes) {
        Simd::store(row + i, apply_unary<kFunction>(Simd::load(row + i)));
      }
    }
  }
}

inline void unary(const Map& x, MapUnary function) {
  switch (function) {
    case MapUnary::kGelu:
      return unary_map<MapUnary::kGelu>(x);
    case MapUnary::kSilu:
      return unary_map<MapUnary::kSilu>(x);
    case MapUnary::kSigmoid:
      return unary_map<MapUnary::kSigmoid>(x);
    case MapUnary::kHardSwish:
      return unary_map<MapUnary::kHardSwish>(x);
  }
}

inline void channel_stats(const Map& in, const Map& out) {
  const std::size_t whole = in.channels / Simd::kLanes * Simd::kLanes;
  const std::size_t rest = in.channels - whole;
  const Simd::F lowest = Simd::set1(-3.0e38F);
  for (std::size_t b = 0; b < in.images; ++b) {
    for (std::size_t y = 0; y < in.height; ++y) {
      for (std::size_t x = 0; x < in.width; ++x) {
        const float* p = map_row(in, b, y) + x * in.ld;
        float* to = map_row(out, b, y) + x * out.ld;
        Simd::F sum = Simd::zero();
        Simd::F top = lowest;
        for (std::size_t c = 0; c < whole; c += Simd::kLanes) {
          sum = Simd::add(sum, Simd::load(p + c));
          top = Simd::max(top, Simd::load(p + c));
        }
        if (rest != 0) {
          const Simd::F last = Simd::load_part(p + whole, rest);
          sum = Simd::add(sum, last);
          top = Simd::max(top, Simd::keep(last, rest, lowest));
        }
        for (std::size_t c = 0; c < out.ld; c += Simd::kLanes) Simd::store(to + c, Simd::zero());
        to[0] = Simd::sum(sum) / static_cast<float>(in.channels);
        to[1] = Simd::highest(top);
      }
    }
  }
}

}  // namespace
}  // namespace emo::nn
