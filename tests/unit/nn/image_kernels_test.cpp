// Image kernels of every instruction set against the plain loops, on random shapes and awkward sizes; and what is
// exact.
#include "nn/image_kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <vector>

#include "nn/conv.hpp"
#include "random_floats.hpp"

namespace emo::nn {
namespace {

std::vector<Isa> vector_isas() {
  std::vector<Isa> isas;
  for (const Isa isa : all_isas()) {
    if (isa != Isa::kScalar && isa_supported(isa)) isas.push_back(isa);
  }
  return isas;
}

/// A map with its memory; the frame holds zeros.
struct OwnedMap {
  AlignedBuffer<float> memory;
  Map map;
  Frame frame;
};

OwnedMap make_map(std::size_t images, std::size_t height, std::size_t width, std::size_t channels, const Frame& frame,
                  std::size_t ld = 0) {
  OwnedMap m;
  m.frame = frame;
  m.map.ld = ld == 0 ? round_up(channels, kPanel) : ld;
  m.map.row = (frame.left + width + frame.right) * m.map.ld;
  m.map.image = round_up((frame.top + height + frame.bottom) * m.map.row, kPanel);
  m.map.images = images;
  m.map.height = height;
  m.map.width = width;
  m.map.channels = channels;
  m.memory.reset(m.map.image * images);
  m.map.data = m.memory.data() + frame.top * m.map.row + frame.left * m.map.ld;
  return m;
}

void fill(const OwnedMap& m, std::mt19937& random, float low = -2.0F, float high = 3.0F) {
  std::uniform_real_distribution<float> uniform(low, high);
  for (std::size_t b = 0; b < m.map.images; ++b) {
    for (std::size_t y = 0; y < m.map.height; ++y) {
      for (std::size_t x = 0; x < m.map.width; ++x) {
        for (std::size_t c = 0; c < m.map.channels; ++c) {
          m.map.data[b * m.map.image + y * m.map.row + x * m.map.ld + c] = uniform(random);
        }
      }
    }
  }
}

double difference(const OwnedMap& a, const OwnedMap& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.memory.size(); ++i) {
    const double d = std::abs(static_cast<double>(a.memory[i]) - static_cast<double>(b.memory[i]));
    largest = std::isnan(d) ? INFINITY : std::max(largest, d);
  }
  return largest;
}

std::size_t pick(std::mt19937& random, std::size_t low, std::size_t high) {
  return low + random() % (high - low + 1);
}

/// A random window on a random map with the frame that it needs.
struct Problem {
  Window window;
  OwnedMap in;
  std::size_t out_height, out_width;
};

Problem random_problem(std::mt19937& random, bool narrow_image) {
  Problem p;
  const std::size_t kernel = pick(random, 1, 5);
  const std::size_t top = pick(random, 0, kernel);
  const std::size_t left = pick(random, 0, kernel);
  p.window = {kernel, kernel, pick(random, 1, 3), pick(random, 1, 3), top, left};
  const std::size_t span = p.window.dilation * (kernel - 1) + 1;
  const std::size_t height = span + pick(random, 0, 9);
  const std::size_t width = span + pick(random, 0, 13);
  p.out_height = (height + top + pick(random, 0, kernel) - span) / p.window.stride + 1;
  p.out_width = (width + left + pick(random, 0, kernel) - span) / p.window.stride + 1;
  const auto beyond = [&](std::size_t outputs, std::size_t before, std::size_t extent) {
    const std::size_t end = (outputs - 1) * p.window.stride + span;
    return end > extent + before ? end - extent - before : 0;
  };
  const Frame frame{top, left, beyond(p.out_height, top, height), beyond(p.out_width, left, width)};
  const std::size_t channels = narrow_image ? pick(random, 1, 3) : pick(random, 1, 40);
  p.in = make_map(pick(random, 1, 3), height, width, channels, frame, narrow_image ? channels : 0);
  fill(p.in, random);
  return p;
}

TEST(ImageKernels, F32ConvolutionsEqualPlainLoops) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    const Problem p = random_problem(random, seed % 4 == 0);
    const std::size_t outputs = pick(random, 1, 70);
    const ConvExtents extents{outputs, p.window.kernel_height, p.window.kernel_width, p.in.map.channels};
    const PackedConvF32 conv(test::random_floats(outputs * extents.taps() * extents.inputs, random, 0.2F),
                             test::random_floats(outputs, random, 1.0F), extents);
    const auto clamp = static_cast<Clamp>(random() % 3);
    auto expected = make_map(p.in.map.images, p.out_height, p.out_width, outputs, {1, 2, 0, 1});
    const auto offsets = ConvOffsets::make(p.in.map, expected.map, p.window);
    conv.run(image_kernels(Isa::kScalar), offsets.plan(), p.in.map, expected.map, clamp);
    for (const Isa isa : vector_isas()) {
      auto got = make_map(p.in.map.images, p.out_height, p.out_width, outputs, expected.frame);
      conv.run(image_kernels(isa), offsets.plan(), p.in.map, got.map, clamp);
      ASSERT_EQ(difference(got, expected), 0.0) << isa_name(isa) << " seed " << seed;
    }
  }
}

TEST(ImageKernels, OverflowIsNotHidden) {
  std::mt19937 random(61);
  auto in = make_map(2, 3, 3, 20, {});
  fill(in, random);
  in.map.data[in.map.image + 5] = INFINITY;  // in the second image alone
  const ConvExtents extents{18, 3, 3, 20};
  const Window window{3, 3, 1, 1, 0, 0};
  for (const Isa isa : all_isas()) {
    if (!isa_supported(isa)) continue;
    const ImageKernels& kernels = image_kernels(isa);
    for (const Clamp clamp : {Clamp::kNone, Clamp::kRelu, Clamp::kRelu6}) {
      auto f32 = make_map(2, 1, 1, 18, {});
      const auto plan = ConvOffsets::make(in.map, f32.map, window);
      std::vector<float> weight(18 * 9 * 20, 0.01F);
      weight[9 * 20 + 5] = 0;  // infinity times nothing, in the second channel
      PackedConvF32(weight, std::vector<float>(18), extents).run(kernels, plan.plan(), in.map, f32.map, clamp);
      EXPECT_TRUE(std::isfinite(f32.map.data[1])) << isa_name(isa);
      EXPECT_TRUE(std::isnan(f32.map.data[f32.map.image + 1])) << isa_name(isa);
      auto s8 = make_map(2, 1, 1, 18, {});
      AlignedBuffer<std::int16_t> codes(in.memory.size());
      std::vector<float> scale(2);
      std::vector<std::int32_t> zero(2);
      const MapCodes coded{codes.data(), scale.data(), zero.data()};
      kernels.quantize_map(in.map, in.frame, coded);
      PackedConvS8(std::vector<std::int8_t>(weight.size(), 3), std::vector<float>(18, 0.01F), std::vector<float>(18),
                   extents, kernels.code_bytes)
          .run(kernels, plan.plan(), coded, in.map, s8.map, clamp);
      EXPECT_TRUE(std::isfinite(s8.map.data[0])) << isa_name(isa);
      EXPECT_TRUE(std::isnan(s8.map.data[s8.map.image])) << isa_name(isa);
    }
  }
}

TEST(ImageKernels, Int8ConvolutionsAreBitEqualOnEveryInstructionSet) {
  for (unsigned seed = 100; seed < 160; ++seed) {
    std::mt19937 random(seed);
    const Problem p = random_problem(random, false);
    const std::size_t outputs = pick(random, 1, 70);
    const ConvExtents extents{outputs, p.window.kernel_height, p.window.kernel_width, p.in.map.channels};
    std::vector<std::int8_t> weight(outputs * extents.taps() * extents.inputs);
    for (auto& w : weight) w = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    const auto scale = test::random_floats(outputs, random, 0.01F);
    const auto bias = test::random_floats(outputs, random, 1.0F);
    const auto clamp = static_cast<Clamp>(random() % 3);
    auto expected = make_map(p.in.map.images, p.out_height, p.out_width, outputs, {});
    const auto offsets = ConvOffsets::make(p.in.map, expected.map, p.window);
    const auto compute = [&](Isa isa, OwnedMap& out) {
      const ImageKernels& kernels = image_kernels(isa);
      AlignedBuffer<std::int16_t> codes(p.in.memory.size());
      std::vector<float> map_scale(p.in.map.images);
      std::vector<std::int32_t> zero(p.in.map.images);
      const auto origin = static_cast<std::size_t>(p.in.map.data - p.in.memory.data());
      const MapCodes coded{reinterpret_cast<char*>(codes.data()) + origin * kernels.code_bytes, map_scale.data(),
                           zero.data()};
      kernels.quantize_map(p.in.map, p.in.frame, coded);
      const PackedConvS8 conv(weight, scale, bias, extents, kernels.code_bytes);
      conv.run(kernels, offsets.plan(), coded, p.in.map, out.map, clamp);
    };
    compute(Isa::kScalar, expected);
    for (const Isa isa : vector_isas()) {
      auto got = make_map(p.in.map.images, p.out_height, p.out_width, outputs, {});
      compute(isa, got);
      ASSERT_EQ(difference(got, expected), 0.0) << isa_name(isa) << " seed " << seed;
    }
  }
}

TEST(ImageKernels, WinogradGivesTheBitsOfTheDirectSum) {
  for (unsigned seed = 400; seed < 440; ++seed) {
    std::mt19937 random(seed);
    const std::size_t images = pick(random, 1, 4);
    const std::size_t height = pick(random, 1, 13);
    const std::size_t width = pick(random, 1, 13);
    const std::size_t channels = pick(random, 16, 70);
    const std::size_t outputs = pick(random, 16, 70);
    auto in = make_map(images, height, width, channels, {1, 1, 1, 1});
    fill(in, random);
    const Window window{3, 3, 1, 1, 1, 1};
    const ConvExtents extents{outputs, 3, 3, channels};
    // Extreme weights now and then: the transformed sums must not overflow.
    std::vector<std::int8_t> weight(outputs * 9 * channels);
    for (auto& w : weight) {
      w = seed % 5 == 0 ? std::int8_t{127} : static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    }
    const auto scale = test::random_floats(outputs, random, 0.01F);
    const auto bias = test::random_floats(outputs, random, 1.0F);
    const auto clamp = static_cast<Clamp>(random() % 3);
    for (const Isa isa : vector_isas()) {
      const ImageKernels& kernels = image_kernels(isa);
      if (!PackedWinogradS8::suits(kernels, extents, window)) continue;
      AlignedBuffer<std::int16_t> codes(in.memory.size() + 2 * in.map.row);
      std::vector<float> map_scale(images);
      std::vector<std::int32_t> zero(images);
      const MapCodes coded{codes.data() + (in.map.data - in.memory.data()), map_scale.data(), zero.data()};
      kernels.quantize_map(in.map, in.frame, coded);
      auto expected = make_map(images, height, width, outputs, {1, 0, 0, 2});
      auto got = make_map(images, height, width, outputs, expected.frame);
      PackedConvS8(weight, scale, bias, extents, kernels.code_bytes)
          .run(kernels, ConvOffsets::make(in.map, expected.map, window).plan(), coded, in.map, expected.map, clamp);
      PackedWinogradS8::Scratch scratch;
      PackedWinogradS8(weight, scale, bias, extents).run(kernels, window, coded, in.map, got.map, clamp, scratch);
      ASSERT_EQ(difference(got, expected), 0.0) << isa_name(isa) << " seed " << seed;
    }
  }
}

// The worst case: every code 255 (a map of ones above a range from 0), every weight +-127.
TEST(ImageKernels, Int8SumsDoNotSaturate) {
  const auto in = make_map(1, 3, 3, 64, {});
  for (std::size_t i = 0; i < in.memory.size(); ++i) in.map.data[i] = 1.0F;
  const ConvExtents extents{2, 3, 3, 64};
  std::vector<std::int8_t> weight(2 * 9 * 64, 127);
  std::fill(weight.begin() + 9 * 64, weight.end(), static_cast<std::int8_t>(-127));
  const std::vector<float> scale{1.0F, 1.0F};
  const std::vector<float> bias{0.0F, 0.0F};
  for (const Isa isa : all_isas()) {
    if (!isa_supported(isa)) continue;
    const ImageKernels& kernels = image_kernels(isa);
    AlignedBuffer<std::int16_t> codes(in.memory.size());
    float map_scale = 0;
    std::int32_t zero = -1;
    const MapCodes coded{codes.data(), &map_scale, &zero};
    kernels.quantize_map(in.map, in.frame, coded);
    auto out = make_map(1, 1, 1, 2, {});
    const PackedConvS8 conv(weight, scale, bias, extents, kernels.code_bytes);
    conv.run(kernels, ConvOffsets::make(in.map, out.map, {3, 3, 1, 1, 0, 0}).plan(), coded, in.map, out.map,
             Clamp::kNone);
    EXPECT_NEAR(static_cast<double>(out.map.data[0]), 127.0 * 576, 0.1) << isa_name(isa);
    EXPECT_NEAR(static_cast<double>(out.map.data[1]), -127.0 * 576, 0.1) << isa_name(isa);
  }
}

TEST(ImageKernels, DepthwiseEqualsPlainLoops) {
  for (unsigned seed = 200; seed < 250; ++seed) {
    std::mt19937 random(seed);
    const Problem p = random_problem(random, false);
    const std::size_t channels = p.in.map.channels;
    const std::size_t taps = p.window.kernel_height * p.window.kernel_width;
    const PackedDepthwise conv(test::random_floats(channels * taps, random, 0.3F),
                               test::random_floats(channels, random, 1.0F), taps);
    const auto clamp = static_cast<Clamp>(random() % 3);
    auto expected = make_map(p.in.map.images, p.out_height, p.out_width, channels, {});
    conv.run(image_kernels(Isa::kScalar), p.window, p.in.map, expected.map, clamp);
    for (const Isa isa : vector_isas()) {
      auto got = make_map(p.in.map.images, p.out_height, p.out_width, channels, {});
      conv.run(image_kernels(isa), p.window, p.in.map, got.map, clamp);
      ASSERT_EQ(difference(got, expected), 0.0) << isa_name(isa) << " seed " << seed;
    }
  }
}

TEST(ImageKernels, PoolsSumsAndFunctionsEqualPlainLoops) {
  for (unsigned seed = 300; seed < 330; ++seed) {
    std::mt19937 random(seed);
    const std::size_t images = pick(random, 1, 3);
    const std::size_t height = pick(random, 3, 9);
    const std::size_t width = pick(random, 3, 9);
    const std::size_t channels = pick(random, 1, 40);
    const auto like = [&] { return make_map(images, height, width, channels, {1, 0, 2, 1}); };
    const auto a = like();
    const auto b = like();
    const auto channel_gate = make_map(images, 1, 1, channels, {});
    const auto pixel_gate = make_map(images, height, width, 1, {});
    for (const auto* m : {&a, &b, &channel_gate, &pixel_gate}) fill(*m, random);
    const Window pool{3, 3, 2, 1, 1, 1};
    const Window inner{2, 2, 1, 1, 0, 0};
    const auto compute = [&](Isa isa) {
      const ImageKernels& k = image_kernels(isa);
      std::vector<OwnedMap> results;
      const auto next = [&](OwnedMap m) -> const Map& { return results.emplace_back(std::move(m)).map; };
      results.reserve(16);
      k.max_pool(a.map, pool, next(make_map(images, (height - 1) / 2 + 1, (width - 1) / 2 + 1, channels, {})));
      k.average_pool(a.map, inner, next(make_map(images, height - 1, width - 1, channels, {})));
      k.global_average(a.map, next(make_map(images, 1, 1, channels, {})));
      k.add(a.map, b.map, Clamp::kRelu6, next(like()));
      k.multiply(a.map, channel_gate.map, next(like()));
      k.multiply(a.map, pixel_gate.map, next(like()));
      k.channel_stats(a.map, next(make_map(images, height, width, 2, {})));
      for (const auto function : {MapUnary::kGelu, MapUnary::kSilu, MapUnary::kSigmoid, MapUnary::kHardSwish}) {
        const Map& out = next(like());
        k.add(a.map, b.map, Clamp::kNone, out);
        k.unary(out, function);
      }
      return results;
    };
    const auto expected = compute(Isa::kScalar);
    for (const Isa isa : vector_isas()) {
      const auto got = compute(isa);
      for (std::size_t i = 0; i < got.size(); ++i) {
        ASSERT_LT(difference(got[i], expected[i]), 2e-6) << isa_name(isa) << " seed " << seed << " result " << i;
      }
    }
  }
}

TEST(ImageKernels, NoOperationOfAVectorTableIsThePlainLoop) {
  const ImageKernels& plain = image_kernels(Isa::kScalar);
  for (const Isa isa : vector_isas()) {
    const ImageKernels& k = image_kernels(isa);
    EXPECT_EQ(k.isa, isa);
    EXPECT_NE(k.conv_f32, plain.conv_f32);
    EXPECT_NE(k.conv_s8, plain.conv_s8);
    EXPECT_NE(k.depthwise, plain.depthwise);
    EXPECT_NE(k.quantize_map, plain.quantize_map);
    EXPECT_NE(k.max_pool, plain.max_pool);
    EXPECT_NE(k.average_pool, plain.average_pool);
    EXPECT_NE(k.global_average, plain.global_average);
    EXPECT_NE(k.add, plain.add);
    EXPECT_NE(k.multiply, plain.multiply);
    EXPECT_NE(k.unary, plain.unary);
    EXPECT_NE(k.channel_stats, plain.channel_stats);
  }
}

}  // namespace
}  // namespace emo::nn
