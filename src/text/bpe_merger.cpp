// The merge loop of byte-pair encoding, twice: a scan for words, a heap for what is far longer than a word (a text
// without blanks would cost its square otherwise). Which bytes make a word is byte_level_split's.
#include "text/bpe_merger.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>

namespace emo::text {
namespace {

constexpr std::size_t kShortWord = 48;
constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL;

}  // namespace

void BpeMerger::reserve(std::size_t merges) {
  rules_.assign(std::bit_ceil(std::max<std::size_t>(2, merges * 2)), Rule{});
  mask_ = rules_.size() - 1;
  shift_ = 64U - static_cast<unsigned>(std::bit_width(mask_));
}

void BpeMerger::add(std::int32_t left, std::int32_t right, std::int32_t rank, std::int32_t merged) {
  const std::uint64_t pair = key(left, right);
  std::size_t at = pair * kSpread >> shift_;
  while (rules_[at].rank != kNone && rules_[at].pair != pair) at = (at + 1) & mask_;
  rules_[at] = {pair, rank, merged};
}

const BpeMerger::Rule& BpeMerger::find(std::int32_t left, std::int32_t right) const {
  const std::uint64_t pair = key(left, right);
  for (std::size_t at = pair * kSpread >> shift_;; at = (at + 1) & mask_) {
    if (rules_[at].rank == kNone || rules_[at].pair == pair) return rules_[at];
  }
}

void BpeMerger::merge(std::vector<BpeSymbol>& word) const {
  if (word.size() <= kShortWord) {
    merge_short(word);
  } else {
    merge_long(word);
  }
}

void BpeMerger::merge_short(std::vector<BpeSymbol>& word) const {
  static constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();
  std::array<std::int32_t, kShortWord> ranks;   // NOLINT: written before it is read
  std::array<std::int32_t, kShortWord> merged;  // NOLINT: likewise
  const auto look_up = [&](std::size_t i) {     // the rule for symbols i and i + 1
    const Rule& rule = find(word[i].id, word[i + 1].id);
    ranks[i] = rule.rank == kNone ? kNever : rule.rank;
    merged[i] = rule.merged;
  };
  std::size_t size = word.size();
  for (std::size_t i = 0; i + 1 < size; ++i) look_up(i);
  while (size > 1) {
    const auto best = static_cast<std::size_t>(
        std::min_element(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(size - 1)) - ranks.begin());
    if (ranks[best] == kNever) break;
    word[best] = {merged[best], word[best].begin, word[best + 1].end};
    std::copy(word.begin() + static_cast<std::ptrdiff_t>(best + 2), word.begin() + static_cast<std::ptrdiff_t>(size),
              word.begin() + static_cast<std::ptrdiff_t>(best + 1));
    for (std::size_t i = best + 1; i + 2 < size; ++i) {
      ranks[i] = ranks[i + 1];
      merged[i] = merged[i + 1];
    }
    --size;
    if (best + 1 < size) look_up(best);
    if (best > 0) look_up(best - 1);
  }
  word.resize(size);
}

void BpeMerger::merge_long(std::vector<BpeSymbol>& word) const {
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
  struct Link {
    std::uint32_t previous, next;
  };
  using Candidate = std::tuple<std::int32_t, std::uint32_t, std::int32_t, std::uint64_t>;  // rank, place, merged, pair
  const auto size = static_cast<std::uint32_t>(word.size());
  std::vector<Link> links(size);
  for (std::uint32_t i = 0; i < size; ++i) links[i] = {i == 0 ? kEnd : i - 1, i + 1 < size ? i + 1 : kEnd};
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> candidates;
  const auto offer = [&](std::uint32_t i) {
    if (i == kEnd || links[i].next == kEnd) return;
    const Rule& rule = find(word[i].id, word[links[i].next].id);
    if (rule.rank != kNone) candidates.emplace(rule.rank, i, rule.merged, rule.pair);
  };
  for (std::uint32_t i = 0; i < size; ++i) offer(i);
  while (!candidates.empty()) {
    const auto [rank, place, merged, pair] = candidates.top();
    candidates.pop();
    const std::uint32_t right = links[place].next;
    if (word[place].id == kNone || right == kEnd || key(word[place].id, word[right].id) != pair) continue;  // outdated
    word[place] = {merged, word[place].begin, word[right].end};
    word[right].id = kNone;
    links[place].next = links[right].next;
    if (links[right].next != kEnd) links[links[right].next].previous = place;
    links[right] = {kEnd, kEnd};
    offer(place);
    offer(links[place].previous);
  }
  std::erase_if(word, [](const BpeSymbol& symbol) { return symbol.id == kNone; });
}

}  // namespace emo::text
