// Resizing and cropping: one separable filter per axis, its weights as integers that add up to exactly one.
// Not a general filter bank: mean over the area when shrinking, bilinear when enlarging, and nothing else.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/assert.hpp"
#include "vision/transform.hpp"

// Compiled twice, the loader picks by CPU: the sums are whole numbers, so both give the same pixels. Sanitizers are not
// up yet when the loader asks.
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define EMO_ALSO_FOR_AVX2 __attribute__((target_clones("avx2", "default")))
#else
#define EMO_ALSO_FOR_AVX2
#endif

namespace emo::vision {
namespace {

constexpr int kWeightBits = 16;
constexpr std::uint32_t kOne = 1U << kWeightBits;
constexpr int kBetweenBits = 8;  // fraction kept between the two passes: 8.8 fixed point in 16 bits
constexpr int kRowShift = kWeightBits - kBetweenBits, kColumnShift = kWeightBits + kBetweenBits;
constexpr std::uint32_t kRowHalf = 1U << (kRowShift - 1), kColumnHalf = 1U << (kColumnShift - 1);

// For each output position: source positions [first, first + count) and where their weights begin.
struct Taps {
  struct Span {
    int first = 0;
    int count = 0;
    std::size_t weights = 0;
  };
  std::vector<Span> spans;
  std::vector<std::uint32_t> weights;
  int first = 0;  // all source positions that are read: [first, last]
  int last = 0;
};

// Share of the kernel's mass left of source coordinate `edge`, for a box over [start, start + scale).
double box_share(double edge, double start, double scale) {
  return std::clamp((edge - start) / scale, 0.0, 1.0);
}

// Appends weights for source positions [first, last], where share(k) is the mass left of the right edge of k. Rounding
// the running sum instead of each weight makes them add up to one whatever their number. What lies outside of
// [0, size) goes to the border pixels: the border is repeated.
template <class Share>
void append(Taps& taps, int size, double first, double last, Share share) {
  const int from = static_cast<int>(std::clamp(first, 0.0, size - 1.0));
  const int to = static_cast<int>(std::clamp(last, 0.0, size - 1.0));
  Taps::Span span{from, 0, taps.weights.size()};
  std::uint32_t before = 0;
  for (int k = from; k <= to; ++k) {
    const double mass = k == to ? 1.0 : share(k);
    const auto until = static_cast<std::uint32_t>(std::lround(mass * kOne));
    taps.weights.push_back(until - before);
    before = until;
  }
  while (taps.weights.size() - span.weights > 1 && taps.weights.back() == 0) taps.weights.pop_back();
  std::size_t leading = 0;
  while (span.weights + leading + 1 < taps.weights.size() && taps.weights[span.weights + leading] == 0) ++leading;
  span.first += static_cast<int>(leading);
  span.weights += leading;
  span.count = static_cast<int>(taps.weights.size() - span.weights);
  taps.spans.push_back(span);
}

// `size` source positions; output position i stands for [origin + i scale, origin + (i + 1) scale).
Taps make_taps(int size, double origin, double extent, int outputs) {
  const double scale = extent / outputs;
  Taps taps;
  taps.spans.reserve(static_cast<std::size_t>(outputs));
  for (int i = 0; i < outputs; ++i) {
    const double start = origin + i * scale;
    if (scale > 1.0) {
      append(taps, size, std::floor(start), std::ceil(start + scale) - 1.0,
             [&](int k) { return box_share(k + 1.0, start, scale); });
    } else {
      // Between the centres left and right of this one. At scale 1 both filters are the same.
      const double centre = start + 0.5 * scale - 0.5;
      const double left = std::floor(centre);
      append(taps, size, left, left + 1.0, [&](int k) { return k < left ? 0.0 : 1.0 - (centre - left); });
    }
  }
  taps.first = size - 1;
  for (const auto& span : taps.spans) {
    taps.first = std::min(taps.first, span.first);
    taps.last = std::max(taps.last, span.first + span.count - 1);
  }
  return taps;
}

// `kRows` neighbouring rows at once, so that a sum never leaves its register. Weights are below one, because there are
// others: as 16 bits, which old vector units can multiply.
template <int kRows>
[[gnu::always_inline]] inline void mix_rows(const std::uint8_t* first, std::size_t stride, const std::uint32_t* weights,
                                            std::size_t samples, std::uint16_t* out) {
  const std::uint8_t* rows[kRows];
  std::uint16_t shares[kRows];
  for (int k = 0; k < kRows; ++k) {
    rows[k] = first + static_cast<std::size_t>(k) * stride;
    shares[k] = static_cast<std::uint16_t>(weights[k]);
  }
  for (std::size_t i = 0; i < samples; ++i) {
    std::uint32_t sum = kRowHalf;
    for (int k = 0; k < kRows; ++k) sum += std::uint32_t{shares[k]} * std::uint16_t{rows[k][i]};
    out[i] = static_cast<std::uint16_t>(sum >> kRowShift);
  }
}

// One output row of the vertical pass over `samples` neighbouring bytes, as 8.8.
EMO_ALSO_FOR_AVX2 void add_rows(const Image& image, const Taps& taps, const Taps::Span& span, std::size_t offset,
                                std::size_t samples, std::uint32_t* sums, std::uint16_t* out) {
  const std::uint8_t* first = image.row(span.first) + offset;
  const std::uint32_t* weights = taps.weights.data() + span.weights;
  const std::size_t stride = image.stride();
  switch (span.count) {
    case 1:
      for (std::size_t i = 0; i < samples; ++i) out[i] = static_cast<std::uint16_t>(first[i] << kBetweenBits);
      return;
    case 2:
      return mix_rows<2>(first, stride, weights, samples, out);
    case 3:
      return mix_rows<3>(first, stride, weights, samples, out);
    case 4:
      return mix_rows<4>(first, stride, weights, samples, out);
    default:
      break;
  }
  std::fill_n(sums, samples, kRowHalf);
  for (int k = 0; k < span.count; ++k, first += stride) {
    const auto share = static_cast<std::uint16_t>(weights[k]);
    for (std::size_t i = 0; i < samples; ++i) sums[i] += std::uint32_t{share} * std::uint16_t{first[i]};
  }
  for (std::size_t i = 0; i < samples; ++i) out[i] = static_cast<std::uint16_t>(sums[i] >> kRowShift);
}

// One pixel of `kChannels` samples from `count` weighted neighbours, which begin at `source`. Sums are at most
// 255.5 * 2^24, which 32 bits hold.
template <int kChannels>
[[gnu::always_inline]] inline void mix_columns(const std::uint16_t* source, const std::uint32_t* weights, int count,
                                               std::uint8_t* out) {
  std::uint32_t sums[kChannels];
  for (auto& sum : sums) sum = kColumnHalf;
  for (int k = 0; k < count; ++k) {
    for (int c = 0; c < kChannels; ++c) sums[c] += weights[k] * source[k * kChannels + c];
  }
  for (int c = 0; c < kChannels; ++c) out[c] = static_cast<std::uint8_t>(sums[c] >> kColumnShift);
}

// The horizontal pass: 8.8 samples, of which in[0] belongs to source column taps.first, to bytes. The usual counts are
// written out: a loop over so few is mostly its own overhead.
template <int kChannels>
[[gnu::always_inline]] inline void mix_all_columns(const std::uint16_t* in, const Taps& taps, std::uint8_t* out) {
  for (const auto& span : taps.spans) {
    const std::uint16_t* source = in + static_cast<std::ptrdiff_t>(span.first - taps.first) * kChannels;
    const std::uint32_t* weights = taps.weights.data() + span.weights;
    switch (span.count) {
      case 1:
        mix_columns<kChannels>(source, weights, 1, out);
        break;
      case 2:
        mix_columns<kChannels>(source, weights, 2, out);
        break;
      case 3:
        mix_columns<kChannels>(source, weights, 3, out);
        break;
      case 4:
        mix_columns<kChannels>(source, weights, 4, out);
        break;
      default:
        mix_columns<kChannels>(source, weights, span.count, out);
    }
    out += kChannels;
  }
}

EMO_ALSO_FOR_AVX2 void add_grey_columns(const std::uint16_t* in, const Taps& taps, std::uint8_t* out) {
  mix_all_columns<1>(in, taps, out);
}

EMO_ALSO_FOR_AVX2 void add_colour_columns(const std::uint16_t* in, const Taps& taps, std::uint8_t* out) {
  mix_all_columns<3>(in, taps, out);
}

}  // namespace

Image crop_resize(const Image& image, RectF rect, int width, int height) {
  EMO_ASSERT(image.width >= 1 && image.height >= 1 && (image.channels == 1 || image.channels == 3));
  EMO_ASSERT(width >= 1 && height >= 1);
  EMO_ASSERT(std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.width) && std::isfinite(rect.height));
  EMO_ASSERT(rect.width > 0 && rect.height > 0);
  const Taps columns = make_taps(image.width, rect.x, rect.width, width);
  const Taps rows = make_taps(image.height, rect.y, rect.height, height);

  const auto channels = static_cast<std::size_t>(image.channels);
  const std::size_t offset = static_cast<std::size_t>(columns.first) * channels;
  const std::size_t samples = static_cast<std::size_t>(columns.last - columns.first + 1) * channels;
  std::vector<std::uint32_t> sums(samples);
  std::vector<std::uint16_t> between(samples);
  Image out(width, height, image.channels);
  for (int y = 0; y < height; ++y) {
    add_rows(image, rows, rows.spans[static_cast<std::size_t>(y)], offset, samples, sums.data(), between.data());
    if (image.channels == 1) {
      add_grey_columns(between.data(), columns, out.row(y));
    } else {
      add_colour_columns(between.data(), columns, out.row(y));
    }
  }
  return out;
}

Image resize(const Image& image, int width, int height) {
  if (image.width == width && image.height == height) return image;
  return crop_resize(image, {0, 0, static_cast<float>(image.width), static_cast<float>(image.height)}, width, height);
}

}  // namespace emo::vision
