// Planning of packed batches under a token budget. Runs nothing and pads nothing; since a result never depends on its
// neighbours, any plan gives the same answers, and this one is for speed alone.
#include "pipeline/sequence_batches.hpp"

#include <algorithm>
#include <utility>

namespace emo::pipeline {
namespace {

/// Below this many tokens a batch loses more in the kernels than a second thread gains.
constexpr std::size_t kSmallestSplitTokens = 64;
/// Batches per thread that a call is cut into: more even finish, little cost.
constexpr std::size_t kBatchesPerThread = 4;

}  // namespace

std::vector<std::vector<SequenceRef>> plan_batches(std::vector<SequenceRef> sequences, std::size_t max_tokens,
                                                   std::size_t threads) {
  std::stable_sort(sequences.begin(), sequences.end(),
                   [](const SequenceRef& a, const SequenceRef& b) { return a.length > b.length; });
  std::size_t total = 0;
  for (const auto& sequence : sequences) total += sequence.length;
  std::size_t budget = max_tokens;
  if (threads > 1) {
    const std::size_t even = total / (threads * kBatchesPerThread) + 1;
    budget = std::min(budget, std::max(even, kSmallestSplitTokens));
  }
  std::vector<std::vector<SequenceRef>> batches;
  std::size_t used = 0;
  for (const auto& sequence : sequences) {
    if (batches.empty() || used + sequence.length > budget) {
      batches.emplace_back();
      used = 0;
    }
    batches.back().push_back(sequence);
    used += sequence.length;
  }
  return batches;
}

}  // namespace emo::pipeline
