// The part of card.md that models of texts and faces share.
#pragma once

#include <cstdint>
#include <string>

#include "io/manifest.hpp"

namespace emo::train {

/// Markdown: heads, training data with its licences, origin, and scores. `mixture`: what the weights are, in words of
/// mix_with_start(); "" = the trained ones.
std::string card_tables(const io::Manifest& manifest, std::int64_t epochs, std::int64_t seed,
                        const std::string& mixture);

}  // namespace emo::train
