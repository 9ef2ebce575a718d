// The merge loop against its definition, at lengths on both sides of the short/long switch.
#include "text/bpe_merger.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace emo::text {
namespace {

using Rules = std::map<std::pair<std::int32_t, std::int32_t>, std::pair<std::int32_t, std::int32_t>>;  // rank, merged

/// The definition: while some pair has a rule, apply the one of lowest rank, leftmost.
std::vector<std::int32_t> reference(std::vector<std::int32_t> ids, const Rules& rules) {
  for (;;) {
    std::size_t best = ids.size();
    std::pair<std::int32_t, std::int32_t> rule{1 << 30, 0};
    for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
      const auto found = rules.find({ids[i], ids[i + 1]});
      if (found != rules.end() && found->second.first < rule.first) {
        best = i;
        rule = found->second;
      }
    }
    if (best == ids.size()) return ids;
    ids[best] = rule.second;
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(best) + 1);
  }
}

TEST(BpeMerger, AgreesWithTheDefinitionAtAllLengths) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    BpeMerger merger;
    Rules rules;
    merger.reserve(40);
    std::vector<std::int32_t> known{0, 1, 2, 3};
    for (std::int32_t rank = 0; rank < 40; ++rank) {
      const std::int32_t left = known[random() % known.size()], right = known[random() % known.size()];
      if (rules.contains({left, right})) continue;
      const std::int32_t merged = 4 + rank;
      rules[{left, right}] = {rank, merged};
      merger.add(left, right, rank, merged);
      known.push_back(merged);
    }
    const std::size_t size = random() % 120;  // both the short and the long way
    std::vector<std::int32_t> ids;
    std::vector<BpeSymbol> word;
    for (std::uint32_t i = 0; i < size; ++i) {
      ids.push_back(static_cast<std::int32_t>(random() % 4));
      word.push_back({ids.back(), i, i + 1});
    }
    merger.merge(word);
    std::vector<std::int32_t> merged;
    std::uint32_t end = 0;
    for (const BpeSymbol& symbol : word) {
      EXPECT_EQ(symbol.begin, end);
      end = symbol.end;
      merged.push_back(symbol.id);
    }
    EXPECT_EQ(end, size);
    EXPECT_EQ(merged, reference(ids, rules)) << "round " << round;
  }
}

TEST(BpeMerger, LongWordsAreNotQuadratic) {
  BpeMerger merger;
  merger.reserve(2);
  merger.add(0, 0, 0, 1);
  merger.add(1, 1, 1, 2);
  std::vector<BpeSymbol> word;
  for (std::uint32_t i = 0; i < 1'000'000; ++i) word.push_back({0, i, i + 1});
  merger.merge(word);
  EXPECT_EQ(word.size(), 250'000U);
}

}  // namespace
}  // namespace emo::text
