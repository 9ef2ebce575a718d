// Where a convolution reads, and what packing does; the arithmetic is checked by image_kernels_test.
#include "nn/conv.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace emo::nn {
namespace {

Map geometry(std::size_t height, std::size_t width, std::size_t channels, std::size_t frame) {
  Map map;
  map.images = 1;
  map.height = height;
  map.width = width;
  map.channels = channels;
  map.ld = round_up(channels, kPanel);
  map.row = (width + 2 * frame) * map.ld;
  map.image = (height + 2 * frame) * map.row;
  return map;
}

TEST(Conv, EachOutputPixelReadsItsWindow) {
  const Map in = geometry(5, 6, 16, 1), out = geometry(3, 3, 32, 0);
  const auto offsets = ConvOffsets::make(in, out, {3, 3, 2, 1, 1, 1});
  const ConvPlan plan = offsets.plan();
  ASSERT_EQ(plan.pixels, 9U);
  const auto row = static_cast<std::int32_t>(in.row), ld = static_cast<std::int32_t>(in.ld);
  EXPECT_EQ(plan.pixel_in[0], -row - ld) << "one up, one left";
  EXPECT_EQ(plan.pixel_in[4], row + ld) << "two further on both axes";
  EXPECT_EQ(plan.pixel_out[5], static_cast<std::int32_t>(out.row + 2 * out.ld));
  // Pixels of 16 channels touch, so that a kernel row is one run.
  ASSERT_EQ(plan.tap_count, 3U);
  EXPECT_EQ(plan.run, 48U);
  EXPECT_EQ(plan.taps[2], 2 * row);
}

TEST(Conv, PixelsThatDoNotTouchAreTapsOfTheirOwn) {
  const Map in = geometry(5, 6, 10, 2), out = geometry(5, 6, 16, 0);
  const auto padded = ConvOffsets::make(in, out, {3, 3, 1, 1, 1, 1}).plan();
  EXPECT_EQ(padded.tap_count, 9U);
  EXPECT_EQ(padded.run, 10U);
  const Map dense = geometry(5, 6, 16, 2);
  const auto dilated = ConvOffsets::make(dense, out, {3, 3, 1, 2, 2, 2}).plan();
  EXPECT_EQ(dilated.tap_count, 9U);
}

TEST(Conv, WinogradTakesWideThreeByThreeOfStrideOneAlone) {
  ImageKernels with = image_kernels(Isa::kScalar);
  with.winograd_s8 = [](const WinogradS8&) {};
  ImageKernels without = with;
  without.winograd_s8 = nullptr;
  const ConvExtents wide{32, 3, 3, 16};
  const Window window{3, 3, 1, 1, 1, 1};
  EXPECT_TRUE(PackedWinogradS8::suits(with, wide, window));
  EXPECT_FALSE(PackedWinogradS8::suits(without, wide, window));
  EXPECT_FALSE(PackedWinogradS8::suits(with, wide, {3, 3, 2, 1, 1, 1}));
  EXPECT_FALSE(PackedWinogradS8::suits(with, wide, {3, 3, 1, 2, 1, 1}));
  EXPECT_FALSE(PackedWinogradS8::suits(with, {32, 1, 1, 16}, {1, 1, 1, 1, 0, 0}));
  EXPECT_FALSE(PackedWinogradS8::suits(with, {32, 3, 3, 8}, window)) << "too narrow to gain";
  EXPECT_FALSE(PackedWinogradS8::suits(with, {32, 3, 3, 2048}, window)) << "sums would not fit";
}

}  // namespace
}  // namespace emo::nn
