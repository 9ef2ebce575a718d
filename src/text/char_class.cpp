// Look-ups in the generated character tables: decomposition, lower case, combining class.
// Not a general Unicode library: exactly what Hugging Face's normalisers do, and no more.
#include "text/char_class.hpp"

#include <algorithm>

namespace emo::text {
namespace {

// Hangul syllables decompose by arithmetic (Unicode Standard, section 3.12).
constexpr char32_t kHangulBase = 0xAC00, kHangulCount = 11172;
constexpr char32_t kLeadBase = 0x1100, kVowelBase = 0x1161, kTrailBase = 0x11A7;
constexpr char32_t kVowelCount = 21, kTrailCount = 28;

const table::CodePointPair* find_pair(const table::CodePointPair* begin, std::size_t size, char32_t cp) {
  const auto* found = std::lower_bound(begin, begin + size, cp,
                                       [](const table::CodePointPair& pair, char32_t key) { return pair.from < key; });
  return found != begin + size && found->from == cp ? found : nullptr;
}

}  // namespace

std::size_t decompose(char32_t cp, std::span<char32_t, kMaxDecomposition> out) {
  if (cp >= kHangulBase && cp < kHangulBase + kHangulCount) {
    const char32_t syllable = cp - kHangulBase;
    out[0] = kLeadBase + syllable / (kVowelCount * kTrailCount);
    out[1] = kVowelBase + syllable % (kVowelCount * kTrailCount) / kTrailCount;
    const char32_t trail = syllable % kTrailCount;
    if (trail == 0) return 2;
    out[2] = kTrailBase + trail;
    return 3;
  }
  const auto* begin = table::kDecompositions;
  const auto* end = begin + table::kDecompositionCount;
  const auto* found = std::lower_bound(
      begin, end, cp, [](const table::Decomposition& entry, char32_t key) { return entry.code_point < key; });
  if (found == end || found->code_point != cp) {
    out[0] = cp;
    return 1;
  }
  const std::size_t size = std::min<std::size_t>(found->size, kMaxDecomposition);
  std::copy_n(table::kDecompositionPool + found->begin, size, out.begin());
  return size;
}

std::size_t to_lower(char32_t cp, std::span<char32_t, kMaxDecomposition> out) {
  if (cp == 0x130) {  // the only lower case of two code points
    out[0] = 'i';
    out[1] = 0x307;
    return 2;
  }
  const auto* pair = find_pair(table::kLower, table::kLowerCount, cp);
  out[0] = pair != nullptr ? pair->to : cp;
  return 1;
}

std::uint8_t combining_class(char32_t cp) {
  const auto* pair = find_pair(table::kCombiningClass, table::kCombiningClassCount, cp);
  return pair != nullptr ? static_cast<std::uint8_t>(pair->to) : std::uint8_t{0};
}

}  // namespace emo::text
