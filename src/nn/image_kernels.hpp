// The operations of an image network as one table of functions per instruction set.
//
// Contract of every function: images and pixels are computed independently of each other, each sum is taken in one
// fixed order, and no function allocates. A result therefore depends neither on the batch nor on the neighbours. Maps
// are [B, H, W, C] in memory with a pixel stride `ld` and a frame of spare pixels around each image, which holds zeros
// where a convolution reads beyond the edge.
#pragma once

#include <cstddef>
#include <cstdint>

#include "nn/kernels.hpp"

namespace emo::nn {

/// What a convolution or an addition applies before it stores. Other functions are a pass of their own (MapUnary).
enum class Clamp : std::uint8_t { kNone, kRelu, kRelu6 };

/// Functions applied to whole maps in place.
enum class MapUnary : std::uint8_t { kGelu, kSilu, kSigmoid, kHardSwish };

/// B images of H x W pixels, `ld` floats apart; C of them are used. `ld` is a multiple of kPanel, but for a map that
/// only convolutions read. All ld floats of a pixel may be written.
struct Map {
  float* data = nullptr;  ///< first pixel of the first image, inside the frame
  std::size_t ld = 0;
  std::size_t row = 0;    ///< floats from one row to the next
  std::size_t image = 0;  ///< floats from one image to the next
  std::size_t images = 0, height = 0, width = 0, channels = 0;
};

/// A window that slides over a map.
struct Window {
  std::size_t kernel_height = 1, kernel_width = 1, stride = 1, dilation = 1;
  std::size_t top = 0, left = 0;  ///< border above and to the left of the first pixel
};

/// Where a convolution reads and writes, in floats of the f32 maps; the same for every image.
struct ConvPlan {
  const std::int32_t* pixel_in = nullptr;   ///< [pixels] first tap of each output pixel, from the input's first pixel
  const std::int32_t* pixel_out = nullptr;  ///< [pixels] from the output's first pixel
  std::size_t pixels = 0;
  const std::int32_t* taps = nullptr;  ///< [tap_count] from the first tap
  std::size_t tap_count = 0;
  std::size_t run = 0;  ///< channels that are read at each tap
};

/// out = clamp(sum over taps and channels of in * w + bias), ascending with fused multiply-add.
struct ConvF32 {
  ConvPlan plan;
  const float* in = nullptr;
  std::size_t in_image = 0, out_image = 0;  ///< floats from one image to the next
  std::size_t images = 0;
  const float* w = nullptr;     ///< [N / 16][tap_count * run][16], zero-padded
  const float* bias = nullptr;  ///< [N rounded up to kPanel]
  float* out = nullptr;
  std::size_t n = 0;
  Clamp clamp = Clamp::kNone;
};

/// The same with s8 weights on u8 codes: out = clamp((sum - zero * column_sum) * (scale * w_scale) + bias); the sum is
/// exact, so every instruction set gives the same bits. Codes lie in a buffer of the f32 map's geometry,
/// ImageKernels::code_bytes bytes each; weights are packed in words of 4 bytes.
struct ConvS8 {
  ConvPlan plan;
  const void* codes = nullptr;
  const float* scale = nullptr;        ///< [images]
  const std::int32_t* zero = nullptr;  ///< [images]
  std::size_t in_image = 0, out_image = 0;
  std::size_t images = 0;
  const std::int32_t* w = nullptr;  ///< [N / 16][tap_count * words(run)][16]
  const float* w_scale = nullptr;   ///< [N rounded up to kPanel], as the next two
  const float* column_sum = nullptr;
  const float* bias = nullptr;
  float* out = nullptr;
  std::size_t n = 0;
  Clamp clamp = Clamp::kNone;
};

/// Tiles that go through a Winograd convolution together.
inline constexpr std::size_t kWinogradTiles = 24;

/// A ConvS8 with a 3x3 window of stride 1 on s16 codes, by Winograd's F(2x2, 3x3): the same bits for fewer products.
/// Where an extent of the output is odd, one pixel beyond the window is read: any codes, but memory that is there.
struct WinogradS8 {
  const std::int16_t* codes = nullptr;
  std::size_t in_ld = 0, in_row = 0, in_image = 0;
  std::size_t channels = 0;       ///< of the input, at most kMaxChannels
  std::size_t top = 0, left = 0;  ///< border
  const float* scale = nullptr;   ///< [images]
  const std::int32_t* zero = nullptr;
  const std::int32_t* w = nullptr;  ///< [16][N / 16][words(channels)][16], transformed and scaled by 4
  const float* w_scale = nullptr;   ///< [N rounded up to kPanel], as the next two
  const float* column_sum = nullptr;
  const float* bias = nullptr;
  Map out;
  Clamp clamp = Clamp::kNone;
  std::int16_t* inputs = nullptr;  ///< scratch [16][kWinogradTiles][in_ld]
  std::int32_t* sums = nullptr;    ///< scratch [16][kWinogradTiles][out.ld]

  static constexpr std::size_t kMaxChannels = 1024;  ///< 4 * 9 * 255 * 127 * 1024 < 2^31
};

/// One filter per channel.
struct Depthwise {
  Map in, out;
  Window window;
  const float* w = nullptr;     ///< [kernel_height * kernel_width][ld]
  const float* bias = nullptr;  ///< [ld]
  Clamp clamp = Clamp::kNone;
};

/// Affine u8 codes of a map, one scale and zero point per image over its own range.
struct MapCodes {
  void* data = nullptr;  ///< geometry of the map; the frame is filled with the code of 0
  float* scale = nullptr;
  std::int32_t* zero = nullptr;
};

/// Spare pixels around each image of a map.
struct Frame {
  std::size_t top = 0, left = 0, bottom = 0, right = 0;
};

struct ImageKernels {
  Isa isa;
  std::size_t code_bytes;  ///< 1: u8 in groups of 4 channels; 2: the same values in s16, groups of 2
  void (*conv_f32)(const ConvF32&);
  void (*conv_s8)(const ConvS8&);
  void (*winograd_s8)(const WinogradS8&);  ///< nullptr where conv_s8 is faster
  void (*depthwise)(const Depthwise&);
  void (*quantize_map)(const Map& in, const Frame& frame, const MapCodes& out);
  /// Maximum over the window; pixels beyond the edge never win.
  void (*max_pool)(const Map& in, const Window& window, const Map& out);
  /// Mean over the window, which lies inside the map.
  void (*average_pool)(const Map& in, const Window& window, const Map& out);
  void (*global_average)(const Map& in, const Map& out);
  void (*add)(const Map& a, const Map& b, Clamp clamp, const Map& out);
  /// `gate` is [B, 1, 1, C] or [B, H, W, 1].
  void (*multiply)(const Map& x, const Map& gate, const Map& out);
  void (*unary)(const Map& x, MapUnary function);
  /// Mean and maximum over the channels of each pixel: C -> 2; the rest of the output pixel becomes zero.
  void (*channel_stats)(const Map& in, const Map& out);
};

/// The table for `isa`. Precondition: isa_supported(isa).
const ImageKernels& image_kernels(Isa isa);

}  // namespace emo::nn
