// What BertNormalizer and BertPreTokenizer in one pass need: the word being collected, what each ASCII byte means, and
// the normaliser alone for what the pass cannot do.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/piece_table.hpp"
#include "text/tokenizer_spec.hpp"

namespace emo::text {

/// The word being collected: its normalised bytes, and where each came from when spans are wanted.
template <bool kSpans>
struct WordBuffer {
  static constexpr std::size_t kBytes = 4 * static_cast<std::size_t>(TokenizerSpec::kMaxWordChars);
  std::array<char, kBytes> bytes;
  std::array<std::uint32_t, kSpans ? kBytes : 1> begin, end;  // source range of the code point each byte belongs to
  std::size_t size = 0;                                       // bytes stored
  std::size_t chars = 0;  // code points of the word; more than are stored when the word is too long
  PieceTable::Hash hash = PieceTable::kSeed;
  std::uint32_t first = 0, last = 0;  // source range of the word so far

  void clear() {
    size = chars = 0;
    hash = PieceTable::kSeed;
  }
};

/// What each ASCII byte means under one BertNormalizerSpec.
struct AsciiClasses {
  enum Class : std::uint8_t { kWordByte, kGap, kSingle, kIgnored, kBeyond };
  std::array<Class, 256> of{};
  std::array<char, 256> lower{};  ///< the byte as it appears in a word; 0 when it is not a word byte

  explicit AsciiClasses(const BertNormalizerSpec& spec);
};

/// One code point of the normalised text with the source range it stands for.
struct NormalizedChar {
  char32_t code_point = 0;
  std::uint32_t begin = 0, end = 0;
};

/// The exact reference path: cleaning, blanks around CJK, decomposition with canonical reordering, stripping, lower
/// case. `offset` is added to the ranges. Slower than scanning; needed where marks change places and for added tokens
/// that are looked for in normalised text.
std::vector<NormalizedChar> bert_normalize(std::string_view utf8, std::uint32_t offset, const BertNormalizerSpec& spec);

/// The same as a string.
std::string bert_normalize(std::string_view utf8, const BertNormalizerSpec& spec);

}  // namespace emo::text
