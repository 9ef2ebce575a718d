// From a matrix of f32 weights to s8 codes, knowing what the matrix will be multiplied with.
#pragma once

#include <cstdint>
#include <span>

#include "models/input_moments.hpp"

namespace emo::models {

/// Codes of `weight` ([outputs, inputs], row-major) that obey nn::kMaxOctet, with the scales of
/// quantize_row_within_octets. Inputs are rounded one after the other, each such that it makes up for the errors of
/// those before it as far as their inputs go together (GPTQ, Frantar et al. 2022; the order is from the last input to
/// the first). The error that counts, that of the outputs for inputs like those of `moments`, is a fraction of what
/// rounding each weight by itself makes. Preconditions: finite weights; as many codes; one scale per output;
/// moments.inputs() inputs.
void quantize_matrix_within_octets(std::span<const float> weight, const InputMoments& moments,
                                   std::span<std::int8_t> codes, std::span<float> scales);

}  // namespace emo::models
