// A vocabulary as an open-addressing hash table whose hash grows byte by byte, so that a scanner has the hash of a
// word the moment it has seen its last byte, and the hashes of all its prefixes for nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emo::text {

/// Pieces (byte strings) -> ids. Immutable after `build`, thread-safe.
class PieceTable {
 public:
  using Hash = std::uint64_t;
  static constexpr std::int32_t kMissing = -1;

  /// Hash of the empty string; extend it with `step`.
  static constexpr Hash kSeed = 0xCBF29CE484222325ULL;
  static constexpr Hash step(Hash hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 0x9E3779B97F4A7C15ULL;
  }
  static Hash hash(std::string_view piece) {
    Hash h = kSeed;
    for (const char c : piece) h = step(h, c);
    return h;
  }

  /// Later duplicates win. The views must outlive the table (it stores where the pieces are, not the pieces).
  void build(const std::vector<std::pair<std::string_view, std::int32_t>>& pieces);

  /// The id of the piece, or kMissing. Precondition: `h == hash(piece)`.
  [[nodiscard]] std::int32_t find(std::string_view piece, Hash h) const {
    if (piece.size() > longest_) return kMissing;
    for (std::size_t at = h >> shift_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.id == kMissing) return kMissing;
      if (slot.tag == tag(h) && slot.size == piece.size() && equal(slot.text, piece)) return slot.id;
    }
  }
  [[nodiscard]] std::int32_t find(std::string_view piece) const { return find(piece, hash(piece)); }

  /// Length in bytes of the longest piece.
  [[nodiscard]] std::size_t longest() const { return longest_; }

 private:
  struct Slot {
    const char* text = nullptr;
    std::int32_t id = kMissing;
    std::uint16_t tag = 0;
    std::uint16_t size = 0;
  };
  static std::uint16_t tag(Hash h) { return static_cast<std::uint16_t>(h >> 16U); }
  static bool equal(const char* text, std::string_view piece) {
    return std::char_traits<char>::compare(text, piece.data(), piece.size()) == 0;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(2);  // as many as a shift of 63 bits leaves to choose from
  std::size_t mask_ = 1, longest_ = 0;
  unsigned shift_ = 63;
};

}  // namespace emo::text
