// Shift of lengths and vocabulary between the training split and the others.
#pragma once

#include "doctor/finding.hpp"
#include "doctor/text_data.hpp"

namespace emo::doctor {

inline constexpr double kWarnLengthShift = 0.15;  ///< Kolmogorov-Smirnov distance ("moderate")
inline constexpr double kWarnUnknownWords = 1.5;  ///< times what a held-out tenth of training has

/// Codes length_shift (words per text, Kolmogorov-Smirnov) and vocabulary_shift (share of words that training does not
/// have, against the same share for a tenth of training held out from the rest).
void examine_text_shift(const TextData& data, Examination& examination);

}  // namespace emo::doctor
