// Letters of ASCII, whatever the locale. Text of people is text/char_class's.
#pragma once

#include <string>
#include <string_view>

namespace emo::core {

/// 'A' to 'Z' as small letters; every other byte as it is.
constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

}  // namespace emo::core
