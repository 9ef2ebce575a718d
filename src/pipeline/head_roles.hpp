// Which head of a model answers which question of a result.
#pragma once

#include <cstddef>
#include <optional>

#include "io/manifest.hpp"

namespace emo::pipeline {

/// Indices into Manifest::heads.
struct HeadRoles {
  std::size_t primary = 0;               ///< gives `label` and `scores`
  std::optional<std::size_t> fine;       ///< gives `emotions`: labels over their thresholds
  std::optional<std::size_t> sentiment;  ///< gives `sentiment`
};

/// primary: the head called "basic" or of taxonomy basic7, else the first softmax head that is no polarity head, else
/// the first. fine: the head of taxonomy goemotions28, else the first sigmoid head. sentiment: the head of taxonomy
/// polarity3. Precondition: at least one head.
HeadRoles head_roles(const io::Manifest& manifest);

}  // namespace emo::pipeline
