// Vocabulary entries by id, in one block of memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emo/error.hpp"

namespace emo::text {

/// Pieces and their ids. Built once, then immutable and thread-safe. Moving it keeps `piece` views valid.
class Vocabulary {
 public:
  static constexpr std::int64_t kMaxId = 4'000'000;  ///< beyond any published vocabulary
  static constexpr std::size_t kMaxPieceBytes = 4096;
  static constexpr std::size_t kMaxBytes = 256U << 20U;

  /// Errors: kInvalidModel for an id out of 0..kMaxId, kTooLarge for a piece over kMaxPieceBytes.
  Result<void> add(std::string_view piece, std::int64_t id);
  /// Ends the adding. Ids without an entry are empty pieces; of an id given twice the last piece is kept.
  void finish();

  /// Largest id + 1.
  [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(by_id_.size()); }
  [[nodiscard]] bool contains(std::int64_t id) const {
    return id >= 0 && id < size() && by_id_[static_cast<std::size_t>(id)].size != kAbsent;
  }
  /// Empty for an id without an entry.
  [[nodiscard]] std::string_view piece(std::int64_t id) const;
  /// All entries in the order they were added (a piece given twice appears twice).
  [[nodiscard]] std::vector<std::pair<std::string_view, std::int32_t>> entries() const;

 private:
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFFU;
  struct Place {
    std::uint32_t begin = 0, size = kAbsent;
  };
  struct Added {
    std::uint32_t begin, size;
    std::int32_t id;
  };
  std::vector<char> bytes_;
  std::vector<Added> added_;
  std::vector<Place> by_id_;
};

}  // namespace emo::text
