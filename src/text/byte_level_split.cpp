// The pre-tokenizer of GPT-2 and RoBERTa without a regular expression engine, whose worst cases a hostile text could
// ask for. Not the variants of later models, which cut numbers and contractions otherwise.
#include "text/byte_level_split.hpp"

#include <cstdint>

#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

enum class Kind : std::uint8_t { kLetters, kNumbers, kSpaces, kOthers };

Kind kind_of(char32_t cp) {
  if (cp < 0x80) {
    if ((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z')) return Kind::kLetters;
    if (cp >= '0' && cp <= '9') return Kind::kNumbers;
    return cp == ' ' || (cp >= '\t' && cp <= '\r') ? Kind::kSpaces : Kind::kOthers;
  }
  const std::uint16_t bits = char_bits(cp);
  if ((bits & kLetter) != 0) return Kind::kLetters;
  if ((bits & kNumber) != 0) return Kind::kNumbers;
  return (bits & kSpace) != 0 ? Kind::kSpaces : Kind::kOthers;
}

std::size_t end_of_run(std::string_view text, std::size_t pos, Kind kind) {
  while (pos < text.size()) {
    std::size_t next = pos;
    if (kind_of(next_code_point(text, next)) != kind) break;
    pos = next;
  }
  return pos;
}

std::size_t contraction(std::string_view text, std::size_t pos) {
  const char first = pos + 1 < text.size() ? text[pos + 1] : '\0';
  const char second = pos + 2 < text.size() ? text[pos + 2] : '\0';
  if (first == 's' || first == 't' || first == 'm' || first == 'd') return 2;
  const bool long_form = ((first == 'r' || first == 'v') && second == 'e') || (first == 'l' && second == 'l');
  return long_form ? 3 : 0;
}

}  // namespace

std::size_t next_byte_level_split(std::string_view text, std::size_t pos) {
  if (text[pos] == '\'') {
    if (const std::size_t size = contraction(text, pos); size != 0) return pos + size;
  }
  if (text[pos] == ' ' && pos + 1 < text.size()) {
    std::size_t next = pos + 1;
    const Kind kind = kind_of(next_code_point(text, next));
    if (kind != Kind::kSpaces) return end_of_run(text, next, kind);
  }
  std::size_t next = pos;
  const Kind kind = kind_of(next_code_point(text, next));
  if (kind != Kind::kSpaces) return end_of_run(text, next, kind);

  // White space before a word leaves its last character to that word (or alone).
  std::size_t last = pos, end = next;
  while (end < text.size()) {
    next = end;
    if (kind_of(next_code_point(text, next)) != Kind::kSpaces) break;
    last = end;
    end = next;
  }
  return end == text.size() || last == pos ? end : last;
}

}  // namespace emo::text
