// Filling the hash table of vocabulary pieces. Look-ups are inline in the header: they are the tokenizer's hot path.
// The bytes of the pieces are not copied here; they stay in the Vocabulary, which owns the table's text.
#include "text/piece_table.hpp"

#include <algorithm>
#include <bit>

#include "core/assert.hpp"

namespace emo::text {

void PieceTable::build(const std::vector<std::pair<std::string_view, std::int32_t>>& pieces) {
  // Half empty at most: a miss, the common case while looking for the longest prefix, then ends after 1.5 slots.
  const std::size_t capacity = std::bit_ceil(std::max<std::size_t>(2, pieces.size() * 2));
  slots_.assign(capacity, Slot{});
  mask_ = capacity - 1;
  shift_ = 64U - static_cast<unsigned>(std::bit_width(mask_));
  longest_ = 0;
  for (const auto& [piece, id] : pieces) {
    EMO_ASSERT(piece.size() <= 0xFFFF && id >= 0);
    const Hash h = hash(piece);
    std::size_t at = h >> shift_;
    while (slots_[at].id != kMissing &&
           !(slots_[at].size == piece.size() && slots_[at].tag == tag(h) && equal(slots_[at].text, piece))) {
      at = (at + 1) & mask_;
    }
    slots_[at] = Slot{piece.data(), id, tag(h), static_cast<std::uint16_t>(piece.size())};
    longest_ = std::max(longest_, piece.size());
  }
}

}  // namespace emo::text
