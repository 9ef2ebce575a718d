// Byte-pair encoding of one word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace emo::text {

/// A piece of a word while it is merged: its id and the bytes of the word it covers.
struct BpeSymbol {
  std::int32_t id;
  std::uint32_t begin, end;
};

/// The merge rules as a hash table of pairs of ids. Immutable after `add`ing, thread-safe.
class BpeMerger {
 public:
  void reserve(std::size_t merges);
  /// The rule of rank `rank`: left right -> merged. A pair given twice keeps the last rule, as in the reference.
  void add(std::int32_t left, std::int32_t right, std::int32_t rank, std::int32_t merged);

  /// Applies the rules in order of rank, leftmost first, until none applies. O(n^2) for short words, O(n log n) for
  /// long ones.
  void merge(std::vector<BpeSymbol>& word) const;

 private:
  static constexpr std::int32_t kNone = -1;
  struct Rule {
    std::uint64_t pair = ~std::uint64_t{0};
    std::int32_t rank = kNone, merged = kNone;
  };
  static std::uint64_t key(std::int32_t left, std::int32_t right) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32U | static_cast<std::uint32_t>(right);
  }
  [[nodiscard]] const Rule& find(std::int32_t left, std::int32_t right) const;
  void merge_short(std::vector<BpeSymbol>& word) const;
  void merge_long(std::vector<BpeSymbol>& word) const;

  std::vector<Rule> rules_{2};
  std::size_t mask_ = 1;
  unsigned shift_ = 63;
};

}  // namespace emo::text
