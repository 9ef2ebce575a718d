// card.md of an imported bundle.
#pragma once

#include <string>

#include "hf/checkpoint.hpp"
#include "io/manifest.hpp"

namespace emo::hf {

/// What is known about the model, and, in so many words, what is not (data, quality). Markdown.
std::string model_card(const Checkpoint& checkpoint, const io::Manifest& manifest);

}  // namespace emo::hf
