// Tables of the one-pass scanner, and the exact slow path of BertNormalizer. The pass itself and cutting words into
// pieces are wordpiece.cpp's.
#include "text/word_scanner.hpp"

#include <algorithm>

#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

/// Canonical Ordering Algorithm (Unicode Standard, D109): runs of combining characters sorted by class, stably.
void reorder(std::vector<NormalizedChar>& chars) {
  const auto ccc = [](const NormalizedChar& c) { return combining_class(c.code_point); };
  for (auto at = chars.begin(); at != chars.end();) {
    if ((char_bits(at->code_point) & kCombines) == 0) {
      ++at;
      continue;
    }
    auto run = at;
    while (run != chars.end() && (char_bits(run->code_point) & kCombines) != 0) ++run;
    std::stable_sort(at, run, [&](const NormalizedChar& a, const NormalizedChar& b) { return ccc(a) < ccc(b); });
    at = run;
  }
}

void decompose_and_strip(std::vector<NormalizedChar>& chars) {
  std::vector<NormalizedChar> decomposed;
  decomposed.reserve(chars.size());
  std::array<char32_t, kMaxDecomposition> parts{};
  for (const NormalizedChar& c : chars) {
    const std::size_t count =
        (char_bits(c.code_point) & kDecomposes) != 0 ? decompose(c.code_point, parts) : (parts[0] = c.code_point, 1);
    for (std::size_t i = 0; i < count; ++i) decomposed.push_back({parts[i], c.begin, c.end});
  }
  reorder(decomposed);
  std::erase_if(decomposed, [](const NormalizedChar& c) { return (char_bits(c.code_point) & kMark) != 0; });
  chars.swap(decomposed);
}

}  // namespace

AsciiClasses::AsciiClasses(const BertNormalizerSpec& spec) {
  for (unsigned b = 0; b < 256; ++b) {
    if (b >= 128) {
      of[b] = kBeyond;
      continue;
    }
    const std::uint16_t bits = char_bits(b);
    if (spec.clean_text && (bits & kDrop) != 0) {
      of[b] = kIgnored;
    } else if ((spec.clean_text && (bits & kBlank) != 0) || (bits & kSpace) != 0) {
      of[b] = kGap;
    } else if ((bits & kPunct) != 0) {
      of[b] = kSingle;
    } else {
      of[b] = kWordByte;
      const bool upper = b >= 'A' && b <= 'Z';
      lower[b] = static_cast<char>(spec.lowercase && upper ? b + 32 : b);
      if (b == 0) of[b] = kBeyond;  // `lower` cannot tell NUL from "no word byte"
    }
  }
}

std::vector<NormalizedChar> bert_normalize(std::string_view utf8, std::uint32_t offset,
                                           const BertNormalizerSpec& spec) {
  std::vector<NormalizedChar> chars;
  chars.reserve(utf8.size());
  for (std::size_t pos = 0; pos < utf8.size();) {
    const auto begin = offset + static_cast<std::uint32_t>(pos);
    char32_t cp = next_code_point(utf8, pos);
    const auto end = offset + static_cast<std::uint32_t>(pos);
    const std::uint16_t bits = char_bits(cp);
    if (spec.clean_text && (bits & kDrop) != 0) continue;
    if (spec.clean_text && (bits & kBlank) != 0) cp = ' ';
    const bool cjk = spec.handle_chinese_chars && is_cjk(cp);
    if (cjk) chars.push_back({' ', begin, begin});
    chars.push_back({cp, begin, end});
    if (cjk) chars.push_back({' ', end, end});
  }
  if (spec.strip_accents) decompose_and_strip(chars);
  if (spec.lowercase) {
    std::vector<NormalizedChar> lowered;
    lowered.reserve(chars.size());
    std::array<char32_t, kMaxDecomposition> parts{};
    for (const NormalizedChar& c : chars) {
      const std::size_t count =
          (char_bits(c.code_point) & kLowers) != 0 ? to_lower(c.code_point, parts) : (parts[0] = c.code_point, 1);
      for (std::size_t i = 0; i < count; ++i) lowered.push_back({parts[i], c.begin, c.end});
    }
    chars.swap(lowered);
  }
  return chars;
}

std::string bert_normalize(std::string_view utf8, const BertNormalizerSpec& spec) {
  std::string out;
  for (const NormalizedChar& c : bert_normalize(utf8, 0, spec)) append_code_point(out, c.code_point);
  return out;
}

}  // namespace emo::text
