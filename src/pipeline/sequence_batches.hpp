// Which windows run together in one packed batch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace emo::pipeline {

/// One window of one text.
struct SequenceRef {
  std::uint32_t text = 0;    ///< index of the text in the call
  std::uint32_t window = 0;  ///< index of the window in its text
  std::size_t length = 0;    ///< tokens, special ones included
  std::size_t slot = 0;      ///< row of the logits buffer that is its own
};

/// Sorts by length, longest first (so that threads finish together), and cuts into batches of at most `max_tokens`
/// tokens each (a longer sequence is a batch of its own). With several `threads` batches are made smaller where
/// needed so that each thread gets some. Every sequence comes back exactly once. O(n log n).
std::vector<std::vector<SequenceRef>> plan_batches(std::vector<SequenceRef> sequences, std::size_t max_tokens,
                                                   std::size_t threads);

}  // namespace emo::pipeline
