// Quotes of a POSIX shell. Foreign values in messages are core/quote's.
#include "console/shell_word.hpp"

namespace emo::console {

std::string shell_word(const std::string& word) {
  if (!word.empty() && word.find_first_of(" \t\n\"'$`\\*?[](){}<>|&;#~!") == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace emo::console
