// What a code point is to the tokenizers: white space, punctuation, mark, letter; its decomposition and lower case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace emo::text {

/// Bits of one code point, as Hugging Face `tokenizers` sees it (table made by tools/make_tokenizer_table.py).
enum CharBits : std::uint16_t {
  kDrop = 1U << 0,        ///< removed by BertNormalizer's clean_text: NUL, U+FFFD, control, format, unassigned
  kBlank = 1U << 1,       ///< made a blank by clean_text
  kSpace = 1U << 2,       ///< White_Space
  kPunct = 1U << 3,       ///< split off by BertPreTokenizer
  kMark = 1U << 4,        ///< nonspacing mark, removed by strip_accents
  kDecomposes = 1U << 5,  ///< has a canonical decomposition
  kLowers = 1U << 6,      ///< has another lower case
  kLetter = 1U << 7,      ///< \p{L}
  kNumber = 1U << 8,      ///< \p{N}
  kWord = 1U << 9,        ///< \w
  kCombines = 1U << 10,   ///< canonical combining class is not 0
};

namespace table {
struct Decomposition {
  char32_t code_point;
  std::uint16_t begin, size;  // in kDecompositionPool
};
struct CodePointPair {
  char32_t from, to;
};
inline constexpr unsigned kBlockShift = 6;
extern const std::uint16_t kKinds[];
extern const std::uint16_t kBlockOf[];
extern const std::uint8_t kBlocks[];
extern const Decomposition kDecompositions[];
extern const char32_t kDecompositionPool[];
extern const CodePointPair kLower[];
extern const CodePointPair kCombiningClass[];
extern const std::size_t kDecompositionCount, kLowerCount, kCombiningClassCount;
}  // namespace table

/// The bits of `cp`. Precondition: cp <= U+10FFFF.
inline std::uint16_t char_bits(char32_t cp) {
  const std::size_t block = table::kBlockOf[cp >> table::kBlockShift];
  return table::kKinds[table::kBlocks[(block << table::kBlockShift) | (cp & ((1U << table::kBlockShift) - 1))]];
}

/// The CJK ideographs around which BertNormalizer puts blanks (its own list of ranges).
inline bool is_cjk(char32_t cp) {
  return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x20000 && cp <= 0x2A6DF) ||
         (cp >= 0x2A700 && cp <= 0x2B73F) || (cp >= 0x2B740 && cp <= 0x2B81F) || (cp >= 0x2B920 && cp <= 0x2CEAF) ||
         (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x2F800 && cp <= 0x2FA1F);
}

/// Full canonical decomposition (NFD, without reordering) of `cp` into `out`; at most kMaxDecomposition code points.
inline constexpr std::size_t kMaxDecomposition = 4;
std::size_t decompose(char32_t cp, std::span<char32_t, kMaxDecomposition> out);

/// Lower case of one code point into `out`: one, or two for U+0130 (i and a dot above).
std::size_t to_lower(char32_t cp, std::span<char32_t, kMaxDecomposition> out);

/// Canonical combining class; 0 for starters.
std::uint8_t combining_class(char32_t cp);

}  // namespace emo::text
