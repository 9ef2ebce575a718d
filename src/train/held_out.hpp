// The books of what was held out of training rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "io/manifest.hpp"

namespace emo::train {

/// Moves `rows` of the entry `of_train` to an entry of their own, of the same set, for `split` (io::kHeldOutSplit …).
/// Nothing for no rows.
inline void book_held_out(std::vector<io::DatasetProvenance>& provenance, std::size_t of_train, const char* split,
                          std::int64_t rows) {
  if (rows == 0) return;
  auto& set = provenance[of_train];
  set.rows -= rows;
  const io::DatasetProvenance held{set.name, set.licence, split, rows, ""};
  provenance.push_back(held);
}

}  // namespace emo::train
