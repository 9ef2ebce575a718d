// From a row of f32 weights to s8 codes with one scale.
#pragma once

#include <cstdint>
#include <span>

namespace emo::models {

/// Nearest codes in [-127, 127]; returns the scale, the row's largest magnitude / 127. (Clipping a row below its
/// largest weight was tried: at 8 bits the clipped weight costs more than the finer step gains in rows this short.)
/// Preconditions: finite values, as many codes.
float quantize_row(std::span<const float> row, std::span<std::int8_t> codes);

/// Codes that obey nn::kMaxQuad, so that the product with them is exact in s16 on CPUs without VNNI. The scale is the
/// one of a few between "no quad has to give way" and that of quantize_row with the least squared error; where a quad
/// is too heavy, the codes that lie highest above their weight are lowered. Preconditions as above.
float quantize_row_within_quads(std::span<const float> row, std::span<std::int8_t> codes);

}  // namespace emo::models
