// Augmentation on small images. Geometry first, then what light, lenses and codecs do to it. In float and fast, unlike
// vision's transforms, whose bytes are the same everywhere; mixing two faces is face_batches.cpp's.
#include "train/image_augment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "train/image_jpeg_blocks.hpp"

namespace emo::train {
namespace {

constexpr double kReferenceSide = 48;  // sides in the plan are meant for faces of this side
constexpr double kHighSide = 40;

// From output pixel to source pixel.
struct Affine {
  double xx = 1, xy = 0, x0 = 0, yx = 0, yy = 1, y0 = 0;
};

Affine random_geometry(const FaceAugmentation& plan, const FaceImages& images, std::int64_t side,
                       core::Random& random) {
  const double angle = random.uniform(-plan.rotate, plan.rotate) * std::numbers::pi / 180.0;
  const double zoom = std::exp(random.uniform(-plan.scale, plan.scale));
  const double shift_x = random.uniform(-plan.shift, plan.shift) * static_cast<double>(images.width);
  const double shift_y = random.uniform(-plan.shift, plan.shift) * static_cast<double>(images.height);
  const double mirror = random.uniform() < plan.flip ? -1.0 : 1.0;
  const double sx = static_cast<double>(images.width) / static_cast<double>(side) / zoom;
  const double sy = static_cast<double>(images.height) / static_cast<double>(side) / zoom;
  const double c = std::cos(angle), s = std::sin(angle);
  const double middle = 0.5 * static_cast<double>(side - 1);
  Affine a{c * sx * mirror, -s * sy, 0, s * sx * mirror, c * sy, 0};
  a.x0 = 0.5 * static_cast<double>(images.width - 1) + shift_x - a.xx * middle - a.xy * middle;
  a.y0 = 0.5 * static_cast<double>(images.height - 1) + shift_y - a.yx * middle - a.yy * middle;
  return a;
}

// Bilinear, borders repeated.
void warp(const FaceImages& images, std::size_t index, const Affine& a, std::int64_t side, std::span<float> out) {
  const auto source = images.image(index);
  const auto width = static_cast<std::ptrdiff_t>(images.width), height = static_cast<std::ptrdiff_t>(images.height);
  const auto channels = static_cast<std::ptrdiff_t>(images.channels);
  const auto n = static_cast<std::ptrdiff_t>(side);
  for (std::ptrdiff_t y = 0; y < n; ++y) {
    for (std::ptrdiff_t x = 0; x < n; ++x) {
      const double u = a.xx * static_cast<double>(x) + a.xy * static_cast<double>(y) + a.x0;
      const double v = a.yx * static_cast<double>(x) + a.yy * static_cast<double>(y) + a.y0;
      const double cu = std::clamp(u, 0.0, static_cast<double>(width - 1));
      const double cv = std::clamp(v, 0.0, static_cast<double>(height - 1));
      const auto left = static_cast<std::ptrdiff_t>(cu), top = static_cast<std::ptrdiff_t>(cv);
      const std::ptrdiff_t right = std::min(left + 1, width - 1), bottom = std::min(top + 1, height - 1);
      const auto fx = static_cast<float>(cu - static_cast<double>(left));
      const auto fy = static_cast<float>(cv - static_cast<double>(top));
      for (std::ptrdiff_t c = 0; c < channels; ++c) {
        const auto at = [&](std::ptrdiff_t row, std::ptrdiff_t column) {
          return static_cast<float>(source[static_cast<std::size_t>((row * width + column) * channels + c)]);
        };
        const float upper = at(top, left) + fx * (at(top, right) - at(top, left));
        const float lower = at(bottom, left) + fx * (at(bottom, right) - at(bottom, left));
        out[static_cast<std::size_t>((c * n + y) * n + x)] = upper + fy * (lower - upper);
      }
    }
  }
}

void clip(std::span<float> values) {
  for (float& v : values) v = std::clamp(v, 0.0F, 255.0F);
}

void change_light(const FaceAugmentation& plan, core::Random& random, std::span<float> values) {
  if (random.uniform() < plan.light) {
    const auto gamma = static_cast<float>(std::exp(random.uniform(-plan.gamma, plan.gamma)));
    const auto contrast = static_cast<float>(std::exp(random.uniform(-plan.contrast, plan.contrast)));
    float mean = 0;
    for (const float v : values) mean += v / static_cast<float>(values.size());
    for (float& v : values) {
      const float stretched = std::clamp(mean + (v - mean) * contrast, 0.0F, 255.0F);
      v = 255.0F * std::pow(stretched / 255.0F, gamma);
    }
  }
  if (random.uniform() < plan.brightness) {
    const auto offset = static_cast<float>(random.uniform(-plan.brightness_range, plan.brightness_range));
    for (float& v : values) v += offset;
  }
  clip(values);
}

// [side, side] -> [to, to] by averaging over the area of each new pixel.
void shrink(std::span<const float> plane, std::int64_t side, std::int64_t to, std::span<float> out) {
  const double step = static_cast<double>(side) / static_cast<double>(to);
  for (std::int64_t y = 0; y < to; ++y) {
    for (std::int64_t x = 0; x < to; ++x) {
      const double y0 = static_cast<double>(y) * step, y1 = y0 + step;
      const double x0 = static_cast<double>(x) * step, x1 = x0 + step;
      double sum = 0, area = 0;
      for (auto v = static_cast<std::int64_t>(y0); v < side && static_cast<double>(v) < y1; ++v) {
        const double high = std::min(y1, static_cast<double>(v + 1)) - std::max(y0, static_cast<double>(v));
        for (auto u = static_cast<std::int64_t>(x0); u < side && static_cast<double>(u) < x1; ++u) {
          const double wide = std::min(x1, static_cast<double>(u + 1)) - std::max(x0, static_cast<double>(u));
          sum += high * wide * static_cast<double>(plane[static_cast<std::size_t>(v * side + u)]);
          area += high * wide;
        }
      }
      out[static_cast<std::size_t>(y * to + x)] = static_cast<float>(sum / std::max(area, 1e-9));
    }
  }
}

// [from, from] -> [side, side], bilinear with repeated borders.
void enlarge(std::span<const float> plane, std::int64_t from, std::int64_t side, std::span<float> out) {
  const double step = static_cast<double>(from) / static_cast<double>(side);
  const auto place = [&](std::int64_t i) {
    return std::clamp((static_cast<double>(i) + 0.5) * step - 0.5, 0.0, static_cast<double>(from - 1));
  };
  for (std::int64_t y = 0; y < side; ++y) {
    const double v = place(y);
    const auto top = static_cast<std::int64_t>(v), bottom = std::min(top + 1, from - 1);
    const auto fy = static_cast<float>(v - static_cast<double>(top));
    for (std::int64_t x = 0; x < side; ++x) {
      const double u = place(x);
      const auto left = static_cast<std::int64_t>(u), right = std::min(left + 1, from - 1);
      const auto fx = static_cast<float>(u - static_cast<double>(left));
      const auto at = [&](std::int64_t row, std::int64_t column) {
        return plane[static_cast<std::size_t>(row * from + column)];
      };
      const float upper = at(top, left) + fx * (at(top, right) - at(top, left));
      const float lower = at(bottom, left) + fx * (at(bottom, right) - at(bottom, left));
      out[static_cast<std::size_t>(y * side + x)] = upper + fy * (lower - upper);
    }
  }
}

void lower_resolution(const FaceAugmentation& plan, std::int64_t side, core::Random& random, AugmentScratch& scratch,
                      std::span<float> planes) {
  const double share = random.uniform(plan.low_side, kHighSide) / kReferenceSide;
  const auto to = std::max<std::int64_t>(4, std::llround(share * static_cast<double>(side)));
  const auto size = static_cast<std::size_t>(side * side);
  scratch.low.resize(static_cast<std::size_t>(to * to));
  for (std::size_t start = 0; start < planes.size(); start += size) {
    shrink(planes.subspan(start, size), side, to, scratch.low);
    enlarge(scratch.low, to, side, planes.subspan(start, size));
  }
}

// A 3 x 3 binomial filter, borders repeated.
void blur(std::int64_t side, AugmentScratch& scratch, std::span<float> planes) {
  const auto size = static_cast<std::size_t>(side * side);
  const auto n = static_cast<std::ptrdiff_t>(side);
  scratch.low.resize(size);
  for (std::size_t start = 0; start < planes.size(); start += size) {
    const auto plane = planes.subspan(start, size);
    for (const bool across : {true, false}) {
      for (std::ptrdiff_t y = 0; y < n; ++y) {
        for (std::ptrdiff_t x = 0; x < n; ++x) {
          const auto at = [&](std::ptrdiff_t d) {
            const std::ptrdiff_t column = across ? std::clamp<std::ptrdiff_t>(x + d, 0, n - 1) : x;
            const std::ptrdiff_t row = across ? y : std::clamp<std::ptrdiff_t>(y + d, 0, n - 1);
            return plane[static_cast<std::size_t>(row * n + column)];
          };
          scratch.low[static_cast<std::size_t>(y * n + x)] = 0.25F * at(-1) + 0.5F * at(0) + 0.25F * at(1);
        }
      }
      std::copy(scratch.low.begin(), scratch.low.end(), plane.begin());
    }
  }
}

void add_noise(core::Random& random, std::span<float> values) {
  const double deviation = random.uniform(2.0, 12.0);
  for (float& v : values) v += static_cast<float>(random.normal() * deviation);
}

// RandAugment (Cubuk et al. 2020) with the operations that geometry and light above do not cover.
void random_operations(const FaceAugmentation& plan, core::Random& random, std::span<float> values) {
  const auto m = static_cast<float>(plan.random_magnitude);
  for (int i = 0; i < 2; ++i) {
    const std::uint64_t operation = random.below(4);
    const auto threshold = 255.0F * (1.0F - 0.5F * m);
    const float step = std::exp2(std::round(1.0F + 4.0F * m));
    for (float& v : values) {
      if (operation == 0) v = 128.0F + (v - 128.0F) * (1.0F - 0.8F * m);  // towards a grey
      if (operation == 1) v = v > threshold ? 255.0F - v : v;             // solarise
      if (operation == 2) v = std::floor(v / step) * step;                // posterise
      if (operation == 3) v = std::clamp(v * (1.0F + m), 0.0F, 255.0F);   // over-expose
    }
  }
}

}  // namespace

void random_view(const FaceAugmentation& plan, const FaceImages& images, std::size_t index, std::int64_t side,
                 core::Random& random, AugmentScratch& scratch, std::span<float> out, std::span<float> unspoilt) {
  warp(images, index, random_geometry(plan, images, side, random), side, out);
  if (!unspoilt.empty()) std::copy(out.begin(), out.end(), unspoilt.begin());
  change_light(plan, random, out);
  if (random.uniform() < plan.random_ops) random_operations(plan, random, out);
  if (random.uniform() < plan.low_resolution) lower_resolution(plan, side, random, scratch, out);
  if (random.uniform() < plan.blur) blur(side, scratch, out);
  if (random.uniform() < plan.noise) add_noise(random, out);
  clip(out);
  if (random.uniform() < plan.jpeg) {
    const auto size = static_cast<std::size_t>(side * side);
    const int quality = 25 + static_cast<int>(random.below(50));
    for (std::size_t start = 0; start < out.size(); start += size) jpeg_blocks(quality, side, out.subspan(start, size));
  }
}

void plain_view(const FaceImages& images, std::size_t index, std::int64_t side, bool mirrored, std::span<float> out) {
  const double sx = static_cast<double>(images.width) / static_cast<double>(side);
  const double sy = static_cast<double>(images.height) / static_cast<double>(side);
  Affine a{sx, 0, 0.5 * sx - 0.5, 0, sy, 0.5 * sy - 0.5};
  if (mirrored) {
    a.x0 = static_cast<double>(images.width) - 1 - a.x0;
    a.xx = -a.xx;
  }
  warp(images, index, a, side, out);
}

void normalize_per_image(std::span<float> values) {
  double sum = 0, squares = 0;
  for (const float v : values) sum += static_cast<double>(v);
  const double mean = sum / static_cast<double>(values.size());
  for (const float v : values) squares += (static_cast<double>(v) - mean) * (static_cast<double>(v) - mean);
  const double deviation = std::max(1.0, std::sqrt(squares / static_cast<double>(values.size())));
  for (float& v : values) v = static_cast<float>((static_cast<double>(v) - mean) / deviation);
}

void erase_rectangle(std::int64_t channels, std::int64_t side, core::Random& random, std::span<float> values) {
  const double area = random.uniform(0.02, 0.12) * static_cast<double>(side * side);
  const double aspect = std::exp(random.uniform(-0.7, 0.7));
  const std::int64_t height = std::clamp<std::int64_t>(std::llround(std::sqrt(area * aspect)), 1, side);
  const std::int64_t width = std::clamp<std::int64_t>(std::llround(std::sqrt(area / aspect)), 1, side);
  const auto top = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(side - height + 1)));
  const auto left = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(side - width + 1)));
  for (std::int64_t c = 0; c < channels; ++c) {
    for (std::int64_t y = top; y < top + height; ++y) {
      for (std::int64_t x = left; x < left + width; ++x) {
        values[static_cast<std::size_t>((c * side + y) * side + x)] = 0.0F;
      }
    }
  }
}

}  // namespace emo::train
