// The int8 convolution on AMX tiles; all else comes from the AVX-512 table. A tile holds output pixels whose windows
// lie equally far apart, a part of a row of the map as a rule, and reads their inputs where they are.
#include <immintrin.h>

#include "nn/amx_tiles.hpp"
#include "nn/conv_kernel.hpp"
#include "nn/image_isa_tables.hpp"

namespace emo::nn {
namespace {

constexpr std::size_t kTilesPerBlock = 4;
constexpr std::size_t kLeastWords = 4;  // of a tile's rows: with fewer, VNNI is faster

/// Up to four tiles of equally many pixels, of one image, by one panel.
struct Block {
  std::size_t image, pixel, tiles, rows, panel;
};

/// Sums whose epilogue is still to be computed, a few at a time between the tile instructions of the next block.
struct Unfinished {
  const std::int32_t* sums = nullptr;
  Block block{};
  std::size_t done = 0;

  [[nodiscard]] std::size_t pixels() const { return block.tiles * block.rows; }
  void finish(const ConvS8& c, std::size_t count) {
    if (count > pixels() - done) count = pixels() - done;
    if (sums == nullptr || count == 0) return;
    const std::size_t column = block.panel * kPanel;
    const FinishS8 finish(c, block.image, column);
    float* out = c.out + block.image * c.out_image + column;
    for (const std::size_t end = done + count; done < end; ++done) {
      const Simd::I sum = Simd::load_i(sums + done * kPanel);
      Simd::store(out + c.plan.pixel_out[block.pixel + done], finish.of(sum));
    }
  }
};

/// How the words of a tap are spread over tiles: equally.
struct Depth {
  std::size_t words, tiles;
};

Depth depth_of(const ConvPlan& plan) {
  const std::size_t words = (plan.run + 3) / 4;
  std::size_t tiles = (words + kTileRows - 1) / kTileRows;
  while (words % tiles != 0) ++tiles;
  return {words / tiles, tiles};
}

/// Cuts the pixels into tiles and these into blocks.
class Blocks {
 public:
  explicit Blocks(const ConvPlan& plan) : plan_(plan) {}

  /// The block that begins at `pixel` < plan.pixels; image and panel are the caller's.
  Block at(std::size_t pixel) {
    Block block{0, pixel, 0, rows_at(pixel), 0};
    while (block.tiles < kTilesPerBlock && pixel < plan_.pixels && rows_at(pixel) == block.rows) {
      ++block.tiles;
      pixel += block.rows;
    }
    return block;
  }

 private:
  // Pixels of the tile that begins at `pixel`: its share of those that are equally far apart.
  std::size_t rows_at(std::size_t pixel) {
    if (pixel >= end_ || pixel < begin_) {
      begin_ = pixel;
      end_ = pixel + 1;
      while (end_ < plan_.pixels && step_at(end_ - 1) == step_at(begin_)) ++end_;
    }
    const std::size_t left = end_ - pixel;
    return left / ((left + kTileRows - 1) / kTileRows);
  }
  [[nodiscard]] std::int32_t step_at(std::size_t pixel) const {
    return plan_.pixel_in[pixel + 1] - plan_.pixel_in[pixel];
  }

  const ConvPlan& plan_;
  std::size_t begin_ = 0, end_ = 0;
};

/// Registers 0 to 3 hold sums, 4 and 5 pixels, 6 weights. (The instructions take literal numbers only.)
void shape_registers(TileShape& shape, std::size_t pixels, std::size_t words) {
  const auto rows = static_cast<std::uint8_t>(pixels);
  const auto depth = static_cast<std::uint8_t>(words);
  const auto bytes = static_cast<std::uint8_t>(4 * words);
  shape.use({{rows, rows, rows, rows, rows, rows, depth, depth},
             {kTileBytes, kTileBytes, kTileBytes, kTileBytes, bytes, bytes, kTileBytes, kTileBytes}});
}

template <std::size_t kTiles>
void multiply_block(const ConvS8& c, const Depth& depth, const Block& block, std::int32_t* sums, Unfinished& last) {
  const ConvPlan& plan = c.plan;
  const auto* codes = static_cast<const std::uint8_t*>(c.codes) + block.image * c.in_image;
  const std::uint8_t* in[kTiles];
  for (std::size_t t = 0; t < kTiles; ++t) in[t] = codes + plan.pixel_in[block.pixel + t * block.rows];
  const std::ptrdiff_t stride =
      block.rows > 1 ? plan.pixel_in[block.pixel + 1] - plan.pixel_in[block.pixel] : std::ptrdiff_t{kTileBytes};
  const std::size_t steps = plan.tap_count * depth.tiles;
  const std::size_t finish_at_once = (last.pixels() + steps - 1) / steps;
  const std::int32_t* w = c.w + block.panel * steps * depth.words * kPanel;
  _tile_zero(0);
  if constexpr (kTiles > 1) _tile_zero(1);
  if constexpr (kTiles > 2) _tile_zero(2);
  if constexpr (kTiles > 3) _tile_zero(3);
  for (std::size_t tap = 0; tap < plan.tap_count; ++tap) {
    std::ptrdiff_t offset = plan.taps[tap];
    for (std::size_t tile = 0; tile < depth.tiles; ++tile) {
      _tile_loadd(6, w, kTileBytes);
      _tile_loadd(4, in[0] + offset, stride);
      _tile_dpbusd(0, 4, 6);
      if constexpr (kTiles > 1) {
        _tile_loadd(5, in[1] + offset, stride);
        _tile_dpbusd(1, 5, 6);
      }
      if constexpr (kTiles > 2) {
        _tile_loadd(4, in[2] + offset, stride);
        _tile_dpbusd(2, 4, 6);
      }
      if constexpr (kTiles > 3) {
        _tile_loadd(5, in[3] + offset, stride);
        _tile_dpbusd(3, 5, 6);
      }
      last.finish(c, finish_at_once);
      w += depth.words * kPanel;
      offset += static_cast<std::ptrdiff_t>(4 * depth.words);
    }
  }
  last.finish(c, last.pixels());
  const std::size_t tile_sums = block.rows * kPanel;
  _tile_stored(0, sums, kTileBytes);
  if constexpr (kTiles > 1) _tile_stored(1, sums + tile_sums, kTileBytes);
  if constexpr (kTiles > 2) _tile_stored(2, sums + 2 * tile_sums, kTileBytes);
  if constexpr (kTiles > 3) _tile_stored(3, sums + 3 * tile_sums, kTileBytes);
  last = {sums, block, 0};
}

void multiply_block(const ConvS8& c, const Depth& depth, const Block& block, std::int32_t* sums, Unfinished& last) {
  switch (block.tiles) {
    case 1:
      return multiply_block<1>(c, depth, block, sums, last);
    case 2:
      return multiply_block<2>(c, depth, block, sums, last);
    case 3:
      return multiply_block<3>(c, depth, block, sums, last);
    default:
      return multiply_block<4>(c, depth, block, sums, last);
  }
}

}  // namespace

void conv_s8_amx(const ConvS8& c) {
  const Depth depth = depth_of(c.plan);
  if (depth.words < kLeastWords) return conv_s8_avx512vnni(c);
  alignas(64) std::int32_t sums[2][kTilesPerBlock * kTileRows * kPanel];
  const std::size_t panels = (c.n + kPanel - 1) / kPanel;
  Blocks blocks(c.plan);
  TileShape shape;
  std::size_t side = 0;
  Unfinished last;
  for (std::size_t panel = 0; panel < panels; ++panel) {
    for (std::size_t image = 0; image < c.images; ++image) {
      for (std::size_t pixel = 0; pixel < c.plan.pixels;) {
        Block block = blocks.at(pixel);
        block.image = image;
        block.panel = panel;
        shape_registers(shape, block.rows, depth.words);
        multiply_block(c, depth, block, sums[side], last);
        side = 1 - side;
        pixel += block.tiles * block.rows;
      }
    }
  }
  last.finish(c, last.pixels());
}

}  // namespace emo::nn
