// Letters and blanks of ASCII, whatever the locale. Text of people is text/char_class's.
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

/// `text` without the bytes of `ends` before and behind it.
constexpr std::string_view trimmed(std::string_view text, std::string_view ends) {
  const auto begin = text.find_first_not_of(ends);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(ends) - begin + 1);
}

}  // namespace emo::core
