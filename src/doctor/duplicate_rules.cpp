// What groups of copies mean for training and for figures. Finding the groups is text_duplicates' and face_duplicates'
// work; removing copies is nobody's: the doctor only tells.
#include "doctor/duplicate_rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/number_words.hpp"

namespace emo::doctor {
namespace {

constexpr double kWarnLeak = 0.001, kErrorLeak = 0.05;  // shares of the split
constexpr double kWarnDuplicates = 0.01;
constexpr double kWarnConflicts = 0.002;
constexpr double kSameSplit = 0.5;

double share_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// What groups say about single items.
struct Told {
  std::vector<bool> leaks, copies;  ///< per item: has a copy in training; has an earlier one in its own split
};

Told told_by(const DataView& data, const DuplicateGroups* groups, std::size_t train) {
  Told told{std::vector<bool>(data.items.size(), false), std::vector<bool>(data.items.size(), false)};
  if (groups == nullptr) return told;
  for (const auto& group : groups->groups) {
    const bool in_train =
        std::any_of(group.begin(), group.end(), [&](std::uint32_t item) { return data.items[item].split == train; });
    std::set<std::uint32_t> met;  // splits
    for (const std::uint32_t item : group) {
      told.leaks[item] = in_train;
      told.copies[item] = !met.insert(data.items[item].split).second;
    }
  }
  return told;
}

/// Copies of what in what.
struct Leak {
  std::size_t split, source;
  std::uint64_t rows;  // of `split`
  const std::string& what;
  const char* code;
};

/// Adds `finding`, which has the places, or the check that there are none.
void tell_leak(const Leak& leak, Finding finding, const DataView& data, Examination& examination) {
  if (leak.rows == 0) return;
  const double share = share_of(finding.evidence_count, leak.rows);
  const std::string source = "'" + data.splits[leak.source].name + "'";
  const std::string words = core::grouped(finding.evidence_count) + " of the " + core::grouped(leak.rows) +
                            " items of '" + data.splits[leak.split].name + "' (" + percent(share) +
                            (finding.evidence_count == 1 ? ") has" : ") have") + " a copy in " + source + " (" +
                            leak.what + ")";
  if (finding.evidence_count == 0) {
    examination.checks.push_back({leak.code, words + "."});
    return;
  }
  const bool learnt = data.splits[leak.source].role != SplitRole::kDev;
  finding.code = leak.code;
  finding.severity = share >= kErrorLeak ? Severity::kError : share >= kWarnLeak ? Severity::kWarning : Severity::kNote;
  finding.message = words + (learnt ? ": figures on it are too good."
                                    : ": what was chosen on " + source + " is reported on the same items.");
  finding.measure = "items";
  finding.fix = "Take the copies out of " + source + ", or report figures without them as well.";
  examination.add_counted(std::move(finding));
}

void examine_leaks(const DataView& data, const DuplicateGroups& duplicates, const char* code, std::size_t train,
                   const Told& told, Examination& examination) {
  const auto rows = data.rows_per_split();
  std::vector<Finding> leaks(data.splits.size());
  for (const auto& group : duplicates.groups) {
    const auto original =
        std::find_if(group.begin(), group.end(), [&](std::uint32_t item) { return data.items[item].split == train; });
    if (original == group.end()) continue;
    for (const std::uint32_t item : group) {
      if (data.items[item].split != train && !told.leaks[item]) {
        leaks[data.items[item].split].add({data.place(item), data.place(*original), ""});
      }
    }
  }
  for (std::size_t s = 0; s < data.splits.size(); ++s) {
    if (s != train) tell_leak({s, train, rows[s], duplicates.what, code}, std::move(leaks[s]), data, examination);
  }
}

/// Items of test splits that a development split has too: what was chosen on it is then reported on the same items.
void examine_leaks_of_dev(const DataView& data, const DuplicateGroups& exact, std::size_t dev, std::size_t test,
                          std::uint64_t rows, Examination& examination) {
  Finding leak;
  for (const auto& group : exact.groups) {
    const auto original =
        std::find_if(group.begin(), group.end(), [&](std::uint32_t item) { return data.items[item].split == dev; });
    if (original == group.end()) continue;
    for (const std::uint32_t item : group) {
      if (data.items[item].split == test) leak.add({data.place(item), data.place(*original), ""});
    }
  }
  tell_leak({test, dev, rows, exact.what, "leak_exact"}, std::move(leak), data, examination);
}

}  // namespace

void examine_duplicates(const DataView& data, const DuplicateGroups& duplicates, const DuplicateRules& rules,
                        Examination& examination, const DuplicateGroups* told) {
  const std::size_t train = data.train_split();
  const Told before = told_by(data, told, train);
  if (train != SIZE_MAX && data.splits.size() > 1) {
    examine_leaks(data, duplicates, rules.leak_code, train, before, examination);
  }
  const auto rows = data.rows_per_split();
  std::vector<Finding> copies(data.splits.size());
  for (const auto& group : duplicates.groups) {
    std::map<std::uint32_t, std::uint32_t> first;  // of each split
    for (const std::uint32_t item : group) {
      const auto [original, is_first] = first.emplace(data.items[item].split, item);
      if (!is_first && !before.copies[item])
        copies[original->first].add({data.place(item), data.place(original->second), ""});
    }
  }
  for (std::size_t s = 0; s < data.splits.size(); ++s) {
    Finding& copy = copies[s];
    if (copy.evidence_count == 0) continue;
    const double share = share_of(copy.evidence_count, rows[s]);
    copy.code = rules.duplicate_code;
    copy.severity = share >= kWarnDuplicates ? Severity::kWarning : Severity::kNote;
    copy.message = core::counted(copy.evidence_count, "item", "items") + " of '" + data.splits[s].name + "' (" +
                   percent(share) + (copy.evidence_count == 1 ? ") repeats" : ") repeat") + " an earlier one of it (" +
                   duplicates.what + ").";
    copy.measure = "items";
    copy.fix = "Keep one of each, and keep copies together when you split or cross-validate.";
    examination.add_counted(std::move(copy));
  }
}

void examine_conflicts(const DataView& data, const DuplicateGroups& duplicates, Examination& examination) {
  if (data.labels.empty()) return;  // nothing that copies could agree about
  Finding conflict{.code = "label_conflict", .severity = Severity::kNote, .measure = "items"};
  std::uint64_t groups = 0, items = 0;
  const auto labels_of = [&](std::uint32_t item) -> const std::vector<std::uint32_t>& {
    return data.items[item].labels;
  };
  for (const auto& group : duplicates.groups) {
    const auto& labels = labels_of(group.front());
    const auto other =
        std::find_if(group.begin(), group.end(), [&](std::uint32_t item) { return labels_of(item) != labels; });
    if (other == group.end()) continue;
    ++groups;
    conflict.add({data.place(group.front()), data.place(*other),
                  data.label_text(group.front()) + " against " + data.label_text(*other)});
    items += group.size();  // all of the group are in doubt
  }
  if (groups == 0) {
    examination.checks.push_back({"label_conflict", "Copies agree about their labels."});
    return;
  }
  const double share = share_of(items, data.items.size());
  conflict.number = static_cast<double>(items);
  conflict.severity = share >= kWarnConflicts ? Severity::kWarning : Severity::kNote;
  conflict.message = core::grouped(items) + " items (" + percent(share) + ") in " +
                     core::counted(groups, "group", "groups") + " of copies carry different labels (" +
                     duplicates.what + ").";
  conflict.fix = "Decide on one label for each group, keep the distribution as a soft target, or drop the group.";
  examination.findings.push_back(std::move(conflict));
}

void examine_same_splits(const DataView& data, const DuplicateGroups& exact, Examination& examination) {
  const std::size_t splits = data.splits.size();
  const auto rows = data.rows_per_split();
  std::vector<std::uint64_t> shared(splits * splits, 0);  // [a, b]: items of a with a copy in b
  for (const auto& group : exact.groups) {
    std::vector<std::uint64_t> members(splits, 0);
    for (const std::uint32_t item : group) ++members[data.items[item].split];
    for (std::size_t a = 0; a < splits; ++a) {
      for (std::size_t b = 0; b < splits; ++b) {
        if (a != b && members[b] > 0) shared[a * splits + b] += members[a];
      }
    }
  }
  bool found = false;
  for (std::size_t a = 0; a < splits; ++a) {
    for (std::size_t b = a + 1; b < splits; ++b) {
      const auto [small, large] = rows[a] <= rows[b] ? std::pair(a, b) : std::pair(b, a);
      const double share = share_of(shared[small * splits + large], rows[small]);
      if (rows[small] == 0) continue;
      if (share < kSameSplit) {
        const auto is = [&](std::size_t split, SplitRole role) { return data.splits[split].role == role; };
        if (is(a, SplitRole::kDev) && is(b, SplitRole::kTest))
          examine_leaks_of_dev(data, exact, a, b, rows[b], examination);
        if (is(b, SplitRole::kDev) && is(a, SplitRole::kTest))
          examine_leaks_of_dev(data, exact, b, a, rows[a], examination);
        continue;
      }
      found = true;
      Finding finding{.code = "same_split",
                      .severity = Severity::kError,
                      .message = percent(share) + " of '" + data.splits[small].name + "' is in '" +
                                 data.splits[large].name +
                                 "': they are the same data, so a figure on one says nothing that the other did not.",
                      .number = share,
                      .measure = "share",
                      .fix = "Split anew; choose on one split and report on another."};
      finding.add({{data.splits[small].file, 0}, {data.splits[large].file, 0}, ""});
      examination.findings.push_back(std::move(finding));
    }
  }
  if (!found && splits > 1) examination.checks.push_back({"same_split", "No two splits are the same data."});
}

}  // namespace emo::doctor
