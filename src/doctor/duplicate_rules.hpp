// Rules on groups of duplicates, whatever found them: within splits, across splits, with conflicting labels.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "doctor/data_view.hpp"
#include "doctor/finding.hpp"

namespace emo::doctor {

/// Items that are the same (exact) or nearly so. Each item is in at most one group of each kind.
struct DuplicateGroups {
  std::vector<std::vector<std::uint32_t>> groups;  ///< item indices, ascending, at least two each
  std::string what;                                ///< how sameness is decided, in words, for the messages
};

struct DuplicateRules {
  const char* leak_code;       ///< "leak_exact" or "leak_near"
  const char* duplicate_code;  ///< "duplicate_exact" or "duplicate_near"
};

/// Codes leak_*: items of another split with a copy in the training split. duplicate_*: copies inside a split. With
/// `told`, groups that were examined before (the exact ones before the near ones), an item is not told again: it counts
/// as a leak only without a copy in training among them, as a copy only without an earlier one of its split.
void examine_duplicates(const DataView& data, const DuplicateGroups& duplicates, const DuplicateRules& rules,
                        Examination& examination, const DuplicateGroups* told = nullptr);

/// Code label_conflict: copies with different label sets.
void examine_conflicts(const DataView& data, const DuplicateGroups& duplicates, Examination& examination);

/// Code same_split: two splits with half of the smaller one's items (or more) in common. Code leak_exact: items of a
/// test split with a copy in one for development, unless the two are the same.
void examine_same_splits(const DataView& data, const DuplicateGroups& exact, Examination& examination);

}  // namespace emo::doctor
