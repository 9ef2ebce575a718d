// Sequences of token ids one after the other, without padding.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace emo::train {

/// Where each sequence of a packed batch starts: B + 1 ascending row numbers, the first 0, the last N.
using SequenceStarts = std::vector<std::int64_t>;

/// Rows of the longest sequence; 0 without one.
inline std::int64_t longest_of(const SequenceStarts& starts) {
  std::int64_t longest = 0;
  for (std::size_t b = 0; b + 1 < starts.size(); ++b) longest = std::max(longest, starts[b + 1] - starts[b]);
  return longest;
}

struct PackedBatch {
  std::vector<std::int32_t> ids;  ///< [N]
  SequenceStarts starts{0};       ///< [B + 1]

  void add(const std::int32_t* begin, std::size_t count) {
    ids.insert(ids.end(), begin, begin + count);
    starts.push_back(static_cast<std::int64_t>(ids.size()));
  }
};

}  // namespace emo::train
