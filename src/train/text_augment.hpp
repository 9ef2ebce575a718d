// Random but meaning-preserving changes of training texts, so that spelling and punctuation habits of one site do not
// become part of the model.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "train/text_config.hpp"

namespace emo::train {

/// `text` as it is seen at place `index` of epoch `epoch`: the same for the same (seed, epoch, index). ASCII letters
/// and punctuation only are touched. Thread-safe.
std::string augment(std::string_view text, const TextAugmentation& options, std::uint64_t seed, std::uint64_t epoch,
                    std::uint64_t index);

}  // namespace emo::train
