#include "pipeline/sequence_batches.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace emo::pipeline {
namespace {

TEST(SequenceBatches, EverySequenceOnceAndNoBatchOverBudget) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<SequenceRef> sequences;
    const std::size_t count = random() % 300;
    for (std::size_t i = 0; i < count; ++i) {
      sequences.push_back({static_cast<std::uint32_t>(i), 0, 1 + random() % 128, i});
    }
    const std::size_t budget = 1 + random() % 600;
    const std::size_t threads = 1 + random() % 4;
    std::set<std::size_t> seen;
    for (const auto& batch : plan_batches(sequences, budget, threads)) {
      ASSERT_FALSE(batch.empty());
      std::size_t tokens = 0;
      for (const auto& sequence : batch) {
        tokens += sequence.length;
        EXPECT_TRUE(seen.insert(sequence.slot).second);
      }
      EXPECT_TRUE(tokens <= budget || batch.size() == 1);
    }
    EXPECT_EQ(seen.size(), count);
  }
}

TEST(SequenceBatches, LongestFirst) {
  const auto batches = plan_batches({{0, 0, 5, 0}, {1, 0, 9, 1}, {2, 0, 7, 2}}, 100, 1);
  ASSERT_EQ(batches.size(), 1U);
  EXPECT_EQ(batches[0][0].length, 9U);
  EXPECT_EQ(batches[0][2].length, 5U);
}

TEST(SequenceBatches, ThreadsGetSeveralBatches) {
  std::vector<SequenceRef> sequences;
  for (std::uint32_t i = 0; i < 64; ++i) sequences.push_back({i, 0, 20, i});
  EXPECT_EQ(plan_batches(sequences, 4096, 1).size(), 1U);
  EXPECT_GE(plan_batches(sequences, 4096, 2).size(), 4U);
  EXPECT_TRUE(plan_batches({}, 4096, 2).empty());
}

}  // namespace
}  // namespace emo::pipeline
