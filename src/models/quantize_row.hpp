// From a row of f32 weights to s8 codes with one scale.
#pragma once

#include <cstdint>
#include <span>

namespace emo::models {

/// Nearest codes in [-127, 127]; returns the scale, the row's largest magnitude / 127. (Clipping a row below its
/// largest weight was tried: at 8 bits the clipped weight costs more than the finer step gains in rows this short.)
/// Preconditions: finite values, as many codes.
float quantize_row(std::span<const float> row, std::span<std::int8_t> codes);

/// Codes that obey nn::kMaxOctet, so that the product with them is exact in s16 on CPUs without VNNI. The scale is the
/// one of a few between "no octet has to give way" and that of quantize_row with the least squared error; where an
/// octet is too heavy, the codes that lie highest above their weight are lowered. Preconditions as above.
float quantize_row_within_octets(std::span<const float> row, std::span<std::int8_t> codes);

/// The same with a given scale > 0. `row` begins with a block (nn::kOctetBlock).
void round_within_octets(std::span<const float> row, float scale, std::span<std::int8_t> codes);

}  // namespace emo::models
