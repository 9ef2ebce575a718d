// One table of marks. What else a normaliser does to a text, and when it folds marks, is normalizer.cpp's.
#include "text/plain_marks.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace emo::text {
namespace {

constexpr char32_t kFirstFullWidth = 0xFF01, kLastFullWidth = 0xFF5E;

/// Empty: `cp` stays. Else what takes its place; `storage` holds a full-width character's.
std::string_view plain_mark(char32_t cp, char& storage) {
  switch (cp) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0x2039:
    case 0x203A:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
      return "\"";
    case 0x2026:
      return "...";
    default:
      break;
  }
  if (cp < kFirstFullWidth || cp > kLastFullWidth) return {};
  storage = static_cast<char>(cp - kFirstFullWidth + U'!');
  return {&storage, 1};
}

}  // namespace

bool has_typographic_marks(std::string_view utf8) {
  const auto is_ascii = [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; };
  if (std::all_of(utf8.begin(), utf8.end(), is_ascii)) return false;
  char storage = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    if (!plain_mark(next_code_point(utf8, i), storage).empty()) return true;
  }
  return false;
}

std::string plain_marks(std::string_view utf8, std::vector<std::uint32_t>* source) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t begin = i;
    char storage = 0;
    const std::string_view mark = plain_mark(next_code_point(utf8, i), storage);
    const bool folded = !mark.empty();
    const std::string_view piece = folded ? mark : utf8.substr(begin, i - begin);
    out += piece;
    if (source == nullptr) continue;
    for (std::size_t b = 0; b < piece.size(); ++b) {
      source->push_back(static_cast<std::uint32_t>(folded ? begin : begin + b));
    }
  }
  if (source != nullptr) source->push_back(static_cast<std::uint32_t>(utf8.size()));
  return out;
}

}  // namespace emo::text
