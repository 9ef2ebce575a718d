// The part of card.md that models of texts and faces share.
#pragma once

#include <cstdint>
#include <string>

#include "io/manifest.hpp"

namespace emo::train {

/// How a run went.
struct CardTraining {
  std::int64_t asked = 0, learnt = 0;  ///< epochs; fewer are learnt where patience or the clock ended the run
  std::int64_t kept = 0;               ///< the one whose weights are exported; 0 = the start
  std::int64_t seed = 1;
  std::string mixture = {};  ///< what the weights are, in words of mix_with_start(); "" = those of that epoch
};

/// Markdown: heads, training data with its licences, origin, and scores.
std::string card_tables(const io::Manifest& manifest, const CardTraining& training);

}  // namespace emo::train
