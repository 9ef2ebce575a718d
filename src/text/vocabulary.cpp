// Storage of vocabulary entries by id, in one block and a list of places, since there are up to millions. Looking
// pieces up is PieceTable's work, not done here; nothing can be taken out again.
#include "text/vocabulary.hpp"

#include <algorithm>

namespace emo::text {

Result<void> Vocabulary::add(std::string_view piece, std::int64_t id) {
  if (id < 0 || id > kMaxId) {
    return Error{ErrorCode::kInvalidModel, "vocabulary entry '" + std::string(piece.substr(0, 40)) + "' has id " +
                                               std::to_string(id) + "; expected 0.." + std::to_string(kMaxId)};
  }
  if (piece.size() > kMaxPieceBytes || bytes_.size() + piece.size() > kMaxBytes) {
    return Error{ErrorCode::kTooLarge, "vocabulary entry " + std::to_string(id) + " has " +
                                           std::to_string(piece.size()) + " bytes; expected at most " +
                                           std::to_string(kMaxPieceBytes)};
  }
  added_.push_back({static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(piece.size()),
                    static_cast<std::int32_t>(id)});
  bytes_.insert(bytes_.end(), piece.begin(), piece.end());
  return {};
}

void Vocabulary::finish() {
  std::int64_t largest = -1;
  for (const Added& entry : added_) largest = std::max<std::int64_t>(largest, entry.id);
  by_id_.assign(static_cast<std::size_t>(largest + 1), Place{});
  for (const Added& entry : added_) by_id_[static_cast<std::size_t>(entry.id)] = {entry.begin, entry.size};
}

std::string_view Vocabulary::piece(std::int64_t id) const {
  if (!contains(id)) return {};
  const Place& place = by_id_[static_cast<std::size_t>(id)];
  return {bytes_.data() + place.begin, place.size};
}

std::vector<std::pair<std::string_view, std::int32_t>> Vocabulary::entries() const {
  std::vector<std::pair<std::string_view, std::int32_t>> all;
  all.reserve(added_.size());
  for (const Added& entry : added_)
    all.emplace_back(std::string_view{bytes_.data() + entry.begin, entry.size}, entry.id);
  return all;
}

}  // namespace emo::text
