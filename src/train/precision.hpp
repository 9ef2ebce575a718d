// How many bits the factors of a training step's products have.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace emo::train {

/// Weights, sums, statistics and the optimiser are f32 either way. kBfloat16 rounds the factors of convolutions and
/// matrix products to 8 bits of mantissa: several times as fast on CPUs with AMX and on GPUs, slower on others.
enum class Precision : std::uint8_t { kFloat32, kBfloat16 };
inline constexpr std::array<std::string_view, 2> kPrecisionNames{"float32", "bfloat16"};

}  // namespace emo::train
