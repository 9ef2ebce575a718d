// Counts of classes per split and what follows from them. Does not look at the items themselves: labels that contradict
// what they are labels of are label_noise.cpp's.
#include "doctor/label_rules.hpp"

#include <algorithm>
#include <cmath>

#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "doctor/two_samples.hpp"

namespace emo::doctor {
namespace {

struct Counts {
  const DataView& data;
  std::vector<std::uint64_t> rows, labels;

  [[nodiscard]] std::span<const std::uint64_t> of(std::size_t split) const {
    return std::span(labels).subspan(split * data.labels.size(), data.labels.size());
  }
};

void examine_empty(const Counts& counts, Examination& examination) {
  for (std::size_t s = 0; s < counts.rows.size(); ++s) {
    if (counts.rows[s] != 0) continue;
    Finding finding{.code = "empty_split",
                    .severity = Severity::kError,
                    .message = "Split '" + counts.data.splits[s].name + "' has no usable row.",
                    .measure = "rows",
                    .fix = "Check the file and its column names."};
    finding.add({{counts.data.splits[s].file, 0}, {}, ""});
    examination.findings.push_back(std::move(finding));
  }
}

void examine_unlabelled(const DataView& data, Examination& examination) {
  Finding finding{.code = "unlabelled_rows", .severity = Severity::kNote, .measure = "rows"};
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    if (data.items[i].labels.empty()) finding.add({data.place(i), {}, ""});
  }
  finding.message = core::grouped(finding.evidence_count) + " of " + core::grouped(data.items.size()) +
                    " rows have no label; they say \"none of the classes\" or nothing, depending on the data set.";
  finding.fix = "If they mean neutral, label them so; if they are unlabelled, take them out.";
  examination.add_counted(std::move(finding));
}

void examine_spelling(const DataView& data, Examination& examination) {
  if (data.other_spellings.empty()) return;
  Finding finding{
      .code = "label_spelling",
      .severity = Severity::kWarning,
      .measure = "spellings",
      .fix = "Write each label one way: training takes them for one, other programs for classes of their own."};
  for (const OtherSpelling& other : data.other_spellings) {
    finding.add({data.place(other.first),
                 {},
                 "'" + other.spelling + "' (" + core::counted(other.rows, "row", "rows") + ") beside '" +
                     data.labels[other.label] + "'"});
  }
  finding.message = core::counted(finding.evidence_count, "spelling of a label differs", "spellings of labels differ") +
                    " from the usual one by case or blanks alone: " + finding.evidence.front().note +
                    (finding.evidence_count == 1 ? "." : " and so on.");
  examination.add_counted(std::move(finding));
}

void examine_rare(const Counts& counts, std::size_t train, Examination& examination) {
  const auto of_train = counts.of(train);
  const auto& labels = counts.data.labels;
  Finding rare{.code = "rare_class", .severity = Severity::kWarning, .measure = "classes"};
  std::string names;
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (of_train[k] == 0 || of_train[k] >= kRareRows) continue;
    rare.add({{counts.data.splits[train].file, 0}, {}, labels[k] + ": " + core::counted(of_train[k], "row", "rows")});
    if (rare.evidence_count <= 5) names += (names.empty() ? "'" : ", '") + labels[k] + "'";
  }
  rare.message = core::counted(rare.evidence_count, "class has", "classes have") + " fewer than " +
                 std::to_string(kRareRows) + " training rows: " + names + (rare.evidence_count > 5 ? ", …" : "") + ".";
  rare.fix = "Collect more, merge with a neighbouring class, or leave the class out and say so.";
  examination.add_counted(std::move(rare));
}

void examine_imbalance(const Counts& counts, std::size_t train, Examination& examination) {
  const auto of_train = counts.of(train);
  const auto& labels = counts.data.labels;
  std::size_t largest = 0, smallest = labels.size();
  double total = 0;
  std::size_t present = 0;
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (of_train[k] == 0) continue;
    ++present;
    total += static_cast<double>(of_train[k]);
    if (of_train[k] > of_train[largest]) largest = k;
    if (smallest == labels.size() || of_train[k] <= of_train[smallest]) smallest = k;
  }
  const std::string split = "'" + counts.data.splits[train].name + "'";
  if (present < 2) {
    examination.findings.push_back(
        {.code = "single_class",
         .severity = Severity::kError,
         .message = "Split " + split + " has " + std::to_string(present) + " class: nothing can be told apart.",
         .number = static_cast<double>(present),
         .measure = "classes",
         .fix = "Add rows of the other classes."});
    return;
  }
  double entropy = 0;
  for (const std::uint64_t n : of_train) {
    if (n == 0) continue;
    const double share = static_cast<double>(n) / total;
    entropy -= share * std::log(share);
  }
  const double ratio = static_cast<double>(of_train[largest]) / static_cast<double>(of_train[smallest]);
  const std::string words = "In " + split + " the largest class '" + labels[largest] + "' (" +
                            core::counted(of_train[largest], "row", "rows") + ") is " + core::formatted("%.1f", ratio) +
                            " times the smallest '" + labels[smallest] + "' (" + core::grouped(of_train[smallest]) +
                            "); " + std::to_string(present) + " classes act like " +
                            core::formatted("%.1f", std::exp(entropy)) + " equal ones";
  if (ratio < kWarnImbalance) {
    examination.checks.push_back({"class_imbalance", words + "."});
  } else {
    Finding finding{.code = "class_imbalance",
                    .severity = Severity::kWarning,
                    .message = words + ".",
                    .number = ratio,
                    .measure = "ratio",
                    .fix =
                        "Judge by macro F1 and recall per class, not accuracy; train with class weights or logit "
                        "adjustment; collect more of the small classes."};
    examination.findings.push_back(std::move(finding));
  }
  examine_rare(counts, train, examination);
}

/// "'grief', 'relief' and 3 more": of the classes that a finding is about.
std::string names_in(const Finding& finding) {
  constexpr std::size_t kNamed = 5;
  std::vector<std::string> names;
  for (const auto& evidence : finding.evidence) {
    if (names.size() < kNamed) names.push_back("'" + evidence.note + "'");
  }
  const std::uint64_t more = finding.evidence_count - names.size();
  return core::joined(names) + (more == 0 ? "" : " and " + core::grouped(more) + " more");
}

void examine_absent(const Counts& counts, std::size_t train, Examination& examination) {
  const auto& labels = counts.data.labels;
  for (std::size_t s = 0; s < counts.rows.size(); ++s) {
    if (s == train || counts.rows[s] == 0) continue;
    Finding unknown{.code = "class_not_in_train", .severity = Severity::kError, .measure = "classes"};
    Finding absent{.code = "class_absent", .severity = Severity::kWarning, .measure = "classes"};
    for (std::size_t k = 0; k < labels.size(); ++k) {
      const std::uint64_t here = counts.of(s)[k], there = counts.of(train)[k];
      if (here > 0 && there == 0) unknown.add({{counts.data.splits[s].file, 0}, {}, labels[k]});
      if (here == 0 && there > 0) absent.add({{counts.data.splits[s].file, 0}, {}, labels[k]});
    }
    const std::string split = "'" + counts.data.splits[s].name + "'";
    if (unknown.evidence_count > 0) {
      const bool one = unknown.evidence_count == 1;
      unknown.message = core::counted(unknown.evidence_count, "class", "classes") + " of " + split +
                        (one ? " never occurs" : " never occur") + " in training: " + names_in(unknown) +
                        " can only be got wrong.";
      unknown.fix = "Check the spelling of the labels; add training rows or map the class to another.";
      examination.add_counted(std::move(unknown));
    }
    if (absent.evidence_count > 0) {
      absent.message = core::counted(absent.evidence_count, "training class does", "training classes do") +
                       " not occur in " + split + ": nothing is measured about " + names_in(absent) + ".";
      absent.fix = "Split again, stratified by class.";
      examination.add_counted(std::move(absent));
    }
  }
}

void examine_shift(const Counts& counts, std::size_t train, Examination& examination) {
  for (std::size_t s = 0; s < counts.rows.size(); ++s) {
    if (s == train || counts.rows[s] == 0) continue;
    const ShiftOfCounts shift = compare_counts(counts.of(train), counts.of(s));
    const std::string words = "Class frequencies of '" + counts.data.splits[s].name + "' against '" +
                              counts.data.splits[train].name +
                              "': Cramér's V = " + core::formatted("%.3f", shift.cramers_v) + ", " +
                              std::string(size_in_words(shift.cramers_v, kCramersSizes)) +
                              " (p = " + core::formatted("%.2g", shift.p_value) + ")";
    if (shift.cramers_v < kWarnLabelShift || shift.p_value > kSignificant) {
      examination.checks.push_back({"label_shift", words + "."});
      continue;
    }
    Finding finding{
        .code = "label_shift",
        .severity = Severity::kWarning,
        .message = words + ".",
        .number = shift.cramers_v,
        .measure = "Cramér's V",
        .fix = "Split at random and stratified, or re-weight the figures to the frequencies you expect in use."};
    for (std::size_t k = 0; k < counts.data.labels.size(); ++k) {
      const double here = shift.share_second(counts.of(s)[k]), there = shift.share_first(counts.of(train)[k]);
      if (std::abs(here - there) < 0.02) continue;
      finding.add({{counts.data.splits[s].file, 0},
                   {},
                   counts.data.labels[k] + ": " + percent(here) + " against " + percent(there)});
    }
    examination.findings.push_back(std::move(finding));
  }
}

}  // namespace

void examine_labels(const DataView& data, Examination& examination) {
  const Counts counts{data, data.rows_per_split(), data.label_counts()};
  examine_empty(counts, examination);
  if (data.items.empty()) return;
  const bool labelled =
      std::any_of(data.items.begin(), data.items.end(), [](const auto& i) { return !i.labels.empty(); });
  if (!labelled) {
    examination.findings.push_back(
        {.code = "unlabelled_data",
         .severity = Severity::kNote,
         .message = "No row has a label: only duplicates, damage and shift of the inputs were looked "
                    "at.",
         .measure = "labels",
         .fix = "If there are labels, name their column (--label-column)."});
    return;
  }
  examine_unlabelled(data, examination);
  examine_spelling(data, examination);
  const std::size_t train = data.train_split();
  if (const std::string lack = data.lack_of_training(); !lack.empty()) {
    examination.checks.push_back(
        {"training_split", "Imbalance, missing classes and shift were not examined: " + lack + "."});
  }
  if (train == SIZE_MAX || counts.rows[train] == 0) return;
  examine_imbalance(counts, train, examination);
  examine_absent(counts, train, examination);
  examine_shift(counts, train, examination);
}

}  // namespace emo::doctor
