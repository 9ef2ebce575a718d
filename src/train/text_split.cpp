// Splitting by copies, so that nothing that judges was learnt. What a copy is, text knows; what the rows say is not
// looked at beyond that. Faces are split in face_split.cpp.
#include "train/text_split.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/union_find.hpp"
#include "text/near_copies.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kMostCompared = 500000;  // some half of a gigabyte of hashes
constexpr std::size_t kMostCopies = 10;
constexpr std::uint64_t kParts = 10000;

enum class Goes : std::uint8_t { kTrain, kDev, kTest };

std::uint64_t text_hash(std::string_view text) {
  std::uint64_t h = 1469598103934665603ULL;  // FNV-1a
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h ^ (h >> 29U);
}

bool may_be_held_out(const SourcePlan& source) {
  return source.labelled && source.hold_out;
}

// Of every source: whether it brings development rows, in a file or by a column.
std::vector<bool> sources_with_dev(const TextTrainConfig& config, const TextDataset& data) {
  std::vector<bool> with;
  for (const auto& source : config.sources) with.push_back(!source.dev.empty());
  for (const auto& example : data.dev) with[example.source] = true;
  return with;
}

// Where the first of some copies goes.
Goes way_of(const TextTrainConfig& config, const TextExample& example, bool has_dev) {
  const auto part = static_cast<double>(text_hash(example.text) % kParts);
  double taken = 0;
  if (!has_dev) {
    taken = config.dev_fraction * kParts;
    if (part < taken) return Goes::kDev;
  }
  return part < taken + config.test_fraction * kParts ? Goes::kTest : Goes::kTrain;
}

void append_keys(const std::vector<TextExample>& examples, std::vector<std::string>& keys) {
  for (const auto& example : examples) keys.push_back(example.key);
}

core::UnionFind equal_copies(const std::vector<std::string>& keys) {
  text::NearCopyOptions none;
  none.min_bytes = SIZE_MAX;  // no key is long enough to have near copies
  return text::near_copies(keys, none);
}

// Which classes each group of copies has, and how many groups not yet held out have each: the last one of a class is to
// be learnt.
class ClassesLeft {
 public:
  ClassesLeft(const std::vector<TextExample>& examples, const std::vector<std::uint32_t>& group_of) {
    classes_.resize(examples.size());
    for (std::size_t i = 0; i < examples.size(); ++i) {
      std::uint32_t first = 0;  // of the head, among the classes of all
      for (const auto& target : examples[i].targets) {
        for (std::uint32_t k = 0; k < target.size(); ++k) {
          if (target[k] > 0) classes_[group_of[i]].insert(first + k);
        }
        first += kMostClasses;
      }
    }
    for (const auto& of_group : classes_) {
      for (const std::uint32_t c : of_group) ++groups_[c];
    }
  }
  // Whether `group` may be held out; it is then counted out.
  bool take(std::uint32_t group) {
    const auto& classes = classes_[group];
    if (std::any_of(classes.begin(), classes.end(), [&](std::uint32_t c) { return groups_[c] <= 1; })) return false;
    for (const std::uint32_t c : classes) --groups_[c];
    return true;
  }

 private:
  static constexpr std::uint32_t kMostClasses = 1U << 16U;
  std::vector<std::set<std::uint32_t>> classes_;
  std::map<std::uint32_t, std::size_t> groups_;
};

struct CopyGroups {
  std::vector<std::uint32_t> of_row;  // rows of a number go the same way
  bool all_near = true;               // every near copy is in its group
};

CopyGroups groups_of(const std::vector<TextExample>& examples) {
  std::vector<std::string> keys;
  append_keys(examples, keys);
  CopyGroups groups;
  const bool compared = keys.size() <= kMostCompared;
  auto same = compared ? text::near_copies(keys) : equal_copies(keys);
  std::vector<std::size_t> size(keys.size(), 0);
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    groups.of_row.push_back(same.root(i));
    ++size[same.root(i)];
  }
  const std::size_t most = std::max(kMostCopies, keys.size() / 100);
  groups.all_near = compared && std::all_of(size.begin(), size.end(), [&](std::size_t n) { return n <= most; });
  if (groups.all_near || !compared) return groups;
  auto equal = equal_copies(keys);
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    if (size[groups.of_row[i]] > most) groups.of_row[i] = equal.root(i);
  }
  return groups;
}

std::vector<std::int64_t> rows_of_sources(const std::vector<TextExample>& examples, std::size_t sources) {
  std::vector<std::int64_t> rows(sources, 0);
  for (const auto& example : examples) ++rows[example.source];
  return rows;
}

}  // namespace

HeldOutRows hold_out_rows(const TextTrainConfig& config, TextDataset& data) {
  const std::size_t sources = config.sources.size();
  const auto with_dev = sources_with_dev(config, data);
  bool any = false;
  for (std::size_t i = 0; i < sources; ++i) {
    any = any || (may_be_held_out(config.sources[i]) && (!with_dev[i] || config.test_fraction > 0));
  }
  if (!any) return {rows_of_sources({}, sources), rows_of_sources({}, sources), true};
  const CopyGroups groups = groups_of(data.train);
  const bool all_may = std::all_of(config.sources.begin(), config.sources.end(), may_be_held_out);
  std::vector<Goes> goes(data.train.size(), Goes::kTrain);  // of every row that is the first of its copies held out
  std::vector<bool> decided(data.train.size(), false);
  ClassesLeft left(data.train, groups.of_row);
  std::vector<TextExample> kept, dev, test;
  for (std::uint32_t i = 0; i < data.train.size(); ++i) {
    TextExample& example = data.train[i];
    Goes way = Goes::kTrain;
    if (may_be_held_out(config.sources[example.source])) {
      const std::uint32_t group = groups.of_row[i];
      if (!decided[group]) {
        goes[group] = way_of(config, example, with_dev[example.source]);
        if (goes[group] != Goes::kTrain && !left.take(group)) goes[group] = Goes::kTrain;
      }
      decided[group] = true;
      way = goes[group];
    }
    (way == Goes::kTrain ? kept : way == Goes::kDev ? dev : test).push_back(std::move(example));
  }
  data.train = std::move(kept);
  HeldOutRows held{rows_of_sources(dev, sources), rows_of_sources(test, sources), groups.all_near && all_may};
  std::move(dev.begin(), dev.end(), std::back_inserter(data.dev));
  data.test = std::move(test);
  return held;
}

std::map<std::size_t, std::int64_t> drop_copies_of_held_out(TextDataset& data) {
  std::unordered_set<std::string> held(data.test_keys.begin(), data.test_keys.end());
  for (const auto* split : {&data.dev, &data.test}) {
    for (const auto& example : *split) held.insert(example.key);
  }
  std::map<std::size_t, std::int64_t> rows;
  data.dropped += std::erase_if(data.train, [&](const TextExample& example) {
    const bool copy = held.contains(example.key);
    if (copy) ++rows[example.source];
    return copy;
  });
  return rows;
}

void count_near_copies(TextDataset& data) {
  std::vector<std::string> keys;
  append_keys(data.train, keys);
  const std::size_t learnt = keys.size();
  append_keys(data.dev, keys);
  append_keys(data.test, keys);
  keys.insert(keys.end(), data.test_keys.begin(), data.test_keys.end());
  if (keys.size() > kMostCompared) return;
  auto same = text::near_copies(keys);
  std::unordered_set<std::uint32_t> groups;
  for (std::uint32_t i = 0; i < learnt; ++i) groups.insert(same.root(i));
  for (std::uint32_t i = static_cast<std::uint32_t>(learnt); i < keys.size(); ++i) {
    data.judged_near_copies += groups.contains(same.root(i)) ? 1 : 0;
  }
}

void forget_keys(TextDataset& data) {
  for (auto* split : {&data.train, &data.dev, &data.test}) {
    for (auto& example : *split) example.key = std::string();
  }
}

}  // namespace emo::train
