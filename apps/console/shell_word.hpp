// Words of a command that a reader may copy.
#pragma once

#include <string>

namespace emo::console {

/// `word` as a shell takes it for one word.
std::string shell_word(const std::string& word);

}  // namespace emo::console
