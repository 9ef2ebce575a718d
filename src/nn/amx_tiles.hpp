// The shape of the AMX tile registers: which of them hold how many rows. Included by the AMX sources only; everything
// has internal linkage.
#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

namespace emo::nn {
namespace {

inline constexpr std::size_t kTileRows = 16;   ///< at most
inline constexpr std::size_t kTileBytes = 64;  ///< of one row, at most

/// Gives the tile registers their shape while it lives.
class TileShape {
 public:
  /// Rows of each register, and bytes of each row.
  struct Registers {
    std::uint8_t rows[8];
    std::uint8_t bytes[8];
    bool operator==(const Registers&) const = default;
  };

  TileShape() = default;
  TileShape(const TileShape&) = delete;
  TileShape& operator=(const TileShape&) = delete;
  /// Registers that were used make every switch of threads save 8 KiB until they are released.
  ~TileShape() { asm volatile("tilerelease"); }

  /// What the registers held is lost where this is another shape than they have.
  void use(const Registers& registers) {
    if (registers == current_) return;
    current_ = registers;
    Config config;
    for (std::size_t i = 0; i < 8; ++i) {
      config.rows[i] = registers.rows[i];
      config.row_bytes[i] = registers.bytes[i];
    }
    // Not _tile_loadconfig: g++'s names only the first eight bytes as read.
    asm volatile("ldtilecfg %0" : : "m"(config));
  }

 private:
  struct alignas(64) Config {
    std::uint8_t palette = 1, start_row = 0, reserved[14] = {};
    std::uint16_t row_bytes[16] = {};
    std::uint8_t rows[16] = {};
  };
  static_assert(sizeof(Config) == 64);

  Registers current_{};  ///< no rows: not yet configured
};

}  // namespace
}  // namespace emo::nn
