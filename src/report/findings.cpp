// The rules behind the sentences of the evaluation half of a report. Those on training are overfitting.cpp's; where the
// sentences stand is decided in assemble.cpp, and no figure is computed twice.
#include "report/findings.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/number_words.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

std::string with_interval(const EvaluationRecord& record, const std::string& name, int digits = 3) {
  const auto value = figure_of(record, name);
  if (!value) return "n/a";
  const auto interval = record.intervals.find(name);
  return decimals(*value, digits) +
         (interval == record.intervals.end() ? "" : " (95 % interval " + interval_text(interval->second, digits) + ")");
}

// Ranks 1..n, equal values sharing their mean rank.
std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> out(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t j = i; j < end; ++j) out[order[j]] = (static_cast<double>(i + end) + 1) / 2;
    i = end;
  }
  return out;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / n,
               mean_b = std::accumulate(b.begin(), b.end(), 0.0) / n;
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean_a) * (b[i] - mean_b);
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return ab / std::sqrt(aa * bb);
}

// Of the confusion matrix.
std::vector<std::uint64_t> rows_per_class(const EvaluationRecord& record) {
  std::vector<std::uint64_t> sums;
  for (const auto& row : record.confusion) sums.push_back(std::accumulate(row.begin(), row.end(), std::uint64_t{0}));
  return sums;
}

}  // namespace

std::vector<ClassFigures> judged_classes(const EvaluationRecord& record) {
  std::vector<ClassFigures> out;
  for (const auto& c : record.classes) {
    if (c.support >= kFewestRows) out.push_back(c);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.f1 > b.f1; });
  return out;
}

std::vector<ConfusedPair> confused_pairs(const EvaluationRecord& record, std::size_t most) {
  std::vector<ConfusedPair> pairs;
  const std::size_t k = record.confusion.size();
  const auto sums = rows_per_class(record);
  for (std::size_t g = 0; g < k; ++g) {
    for (std::size_t p = 0; p < k; ++p) {
      if (g == p || sums[g] < kFewestRows || record.confusion[g][p] == 0) continue;
      ConfusedPair pair{record.labels[g], record.labels[p], record.confusion[g][p], sums[g], 0, {}};
      pair.share = static_cast<double>(pair.count) / static_cast<double>(pair.of);
      pair.back_of = sums[p];
      if (sums[p] > 0) pair.back = static_cast<double>(record.confusion[p][g]) / static_cast<double>(sums[p]);
      pairs.push_back(std::move(pair));
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
  if (pairs.size() > most) pairs.resize(most);
  return pairs;
}

double support_f1_correlation(const EvaluationRecord& record) {
  std::vector<double> support, f1;
  for (const auto& c : record.classes) {
    if (c.support == 0) continue;
    support.push_back(static_cast<double>(c.support));
    f1.push_back(c.f1);
  }
  if (support.size() < 4) return NAN;
  return correlation(ranks(support), ranks(f1));
}

double errors_to_larger_class(const EvaluationRecord& record) {
  const std::size_t k = record.confusion.size();
  const auto sums = rows_per_class(record);
  double errors = 0, larger = 0;
  for (std::size_t g = 0; g < k; ++g) {
    for (std::size_t p = 0; p < k; ++p) {
      if (g == p) continue;
      errors += static_cast<double>(record.confusion[g][p]);
      if (sums[p] > sums[g]) larger += static_cast<double>(record.confusion[g][p]);
    }
  }
  return errors > 0 ? larger / errors : NAN;
}

Sentence headline_words(const EvaluationRecord& record) {
  if (record.rows == 0) return {"No row could be scored, so there are no figures.", ""};
  std::string text = "On " + core::counted(record.rows, "row", "rows") +
                     (record.split.empty() ? "" : " of " + record.split) + " macro-F1 is " +
                     with_interval(record, "macro_f1");
  if (const auto accuracy = figure_of(record, "accuracy")) {
    text += record.multi_label ? "; the exact set of labels is found for " + percent(*accuracy) + " of the rows"
                               : " and accuracy " + with_interval(record, "accuracy");
  }
  return {text + ".", "Macro-F1 weighs every class alike, so rare classes count; accuracy weighs every row alike."};
}

std::vector<Sentence> class_words(const EvaluationRecord& record) {
  std::vector<Sentence> out;
  const auto classes = judged_classes(record);
  const std::string rule = "Ranked by F1 among classes with at least " + std::to_string(kFewestRows) + " rows.";
  const auto shown_f1 = [](const ClassFigures& c) { return decimals(c.f1, 2); };
  if (classes.size() >= 2 && shown_f1(classes.front()) == shown_f1(classes.back())) {
    out.push_back({"The " + std::to_string(classes.size()) + " classes with at least " + std::to_string(kFewestRows) +
                       " rows are read alike: F1 " + shown_f1(classes.front()) + ".",
                   "Equal to two digits."});
  } else if (classes.size() >= 2) {
    const std::size_t shown = std::min<std::size_t>(3, classes.size() / 2);
    std::vector<std::string> best, worst;
    for (std::size_t i = 0; i < shown; ++i) {
      const auto& b = classes[i];
      const auto& w = classes[classes.size() - 1 - i];
      best.push_back(b.label + " (" + decimals(b.f1, 2) + ")");
      worst.push_back(w.label + " (F1 " + decimals(w.f1, 2) +
                      (w.never_answered()
                           ? ", never answered"
                           : ", precision " + decimals(w.precision, 2) + ", recall " + decimals(w.recall, 2)) +
                      ")");
    }
    out.push_back({"Read best: " + listed(best) + ". Read worst: " + listed(worst) + ".", rule});
    const auto& worst_class = classes.back();
    if (worst_class.recall < 0.7 * worst_class.precision) {
      out.push_back({(worst_class.recall < 0.5 ? "Most " + worst_class.label + " is missed rather"
                                               : worst_class.label + " is missed more often") +
                         " than seen where it is not: recall is far below precision.",
                     "Recall below 0.7 times precision."});
    } else if (worst_class.precision < 0.7 * worst_class.recall) {
      out.push_back({worst_class.label + " is seen too often where it is not: precision is far below recall.",
                     "Precision below 0.7 times recall."});
    }
  }
  std::vector<std::string> dead, absent, few;
  for (const auto& c : record.classes) {
    if (c.support == 0) {
      absent.push_back(c.label);
    } else if (c.recall == 0) {
      dead.push_back(c.label + " (" + core::counted(c.support, "row", "rows") + ")");
    } else if (c.support < kFewestRows) {
      few.push_back(c.label + " (" + std::to_string(c.support) + ")");
    }
  }
  if (!dead.empty()) out.push_back({"Never found: " + listed(dead) + ".", "Classes with rows and a recall of 0."});
  if (!absent.empty()) {
    out.push_back({"Not in the data, so nothing is known about: " + listed(absent) + ".",
                   "Classes without a row; macro-F1 leaves them out."});
  }
  if (!few.empty()) {
    out.push_back(
        {"Too few rows to judge: " + listed(few) + ".", "Fewer than " + std::to_string(kFewestRows) + " rows."});
  }
  return out;
}

std::vector<Sentence> confusion_words(const EvaluationRecord& record) {
  std::vector<Sentence> out;
  constexpr double kWorthSaying = 0.05, kMutual = 0.10;
  const auto pairs = confused_pairs(record, 5);
  std::vector<std::string> items;
  for (const auto& pair : pairs) {
    if (pair.share < kWorthSaying) continue;
    items.push_back(percent(pair.share, 0) + " of " + pair.gold + " as " + pair.answered + " (" +
                    core::grouped(pair.count) + " of " + core::grouped(pair.of) + ")");
  }
  if (items.empty()) {
    if (!pairs.empty()) out.push_back({"No class is taken for another in 5 % of its rows or more.", ""});
    return out;
  }
  out.push_back({"Most often misread: " + listed(items) + ".",
                 "Largest off-diagonal shares of rows of at least 5 %, of true classes with at least " +
                     std::to_string(kFewestRows) + " rows."});
  for (const auto& pair : pairs) {
    if (pair.share >= kMutual && pair.back.value_or(0) >= kMutual && pair.back_of >= kFewestRows) {
      out.push_back({pair.gold + " and " + pair.answered + " are taken for each other (" + percent(pair.share, 0) +
                         " and " + percent(*pair.back, 0) +
                         "): the line between them is not learnt, or not drawn alike by the annotators.",
                     "Both shares are 10 % or more."});
      break;
    }
  }
  for (const auto& pair : confused_pairs(record, record.labels.size() * record.labels.size())) {
    const bool named = (pair.gold == "sadness" && pair.answered == "neutral");
    if (named) {
      out.push_back(
          {"Sadness and neutral, a pair that many models mix up: " + percent(pair.share, 1) +
               " of sadness is read as neutral" +
               (pair.back && pair.back_of >= kFewestRows ? ", " + percent(*pair.back, 1) + " of neutral as sadness."
                                                         : "."),
           ""});
    }
  }
  return out;
}

std::vector<Sentence> imbalance_words(const EvaluationRecord& record) {
  std::vector<Sentence> out;
  std::uint64_t largest = 0, smallest = UINT64_MAX, total = 0;
  std::string large, small;
  for (const auto& c : record.classes) {
    total += c.support;
    if (c.support > largest) {
      largest = c.support;
      large = c.label;
    }
    if (c.support > 0 && c.support < smallest) {
      smallest = c.support;
      small = c.label;
    }
  }
  const auto with_rows =
      std::count_if(record.classes.begin(), record.classes.end(), [](const auto& c) { return c.support > 0; });
  if (with_rows < 2) return out;
  if (largest == smallest) {
    out.push_back({"The classes are equally frequent: each has " + core::grouped(largest) + " labels.", ""});
    return out;
  }
  const double ratio = static_cast<double>(largest) / static_cast<double>(smallest);
  constexpr double kBalanced = 1.5, kStrong = 10;
  out.push_back({(ratio < kBalanced ? "The classes are about equally frequent"
                  : ratio < kStrong ? "The classes are unevenly frequent"
                                    : "The classes are very unevenly frequent") +
                     std::string(": ") + large + " has " + core::grouped(largest) + " labels, " + small + " " +
                     core::grouped(smallest) + " (" + decimals(ratio, 1) + " to 1).",
                 "Even below 1.5 to 1, very uneven from 10 to 1."});
  const double rho = support_f1_correlation(record);
  if (std::isfinite(rho)) {
    out.push_back({(rho >= 0.5    ? "Frequent classes are read better"
                    : rho <= -0.5 ? "Frequent classes are read worse"
                                  : "How well a class is read does not follow its frequency") +
                       std::string(" (rank correlation of rows and F1 ") + decimals(rho, 2) + ").",
                   "Spearman's rho over the classes with rows; 0.5 and more is called a relation."});
  }
  const double share = errors_to_larger_class(record);
  if (std::isfinite(share) && ratio >= kBalanced) {
    const double shown = std::nearbyint(100 * share) / 100;  // words and figure are of one number
    out.push_back({percent(share, 0) + " of the wrong answers name a more frequent class than the true one" +
                       (shown >= 0.65  ? ": the model leans towards what it saw often."
                        : shown <= 0.4 ? ": rare classes are rather over-used."
                                       : ": no strong lean."),
                   "A lean from 65 %, over-use of rare classes up to 40 %."});
  }
  const auto accuracy = figure_of(record, "accuracy"), macro = figure_of(record, "macro_f1");
  if (accuracy && macro && !record.multi_label && *accuracy - *macro >= 0.08) {
    out.push_back({"Accuracy is " + decimals(100 * (*accuracy - *macro), 1) +
                       " points above macro-F1: the frequent classes carry it, so quote macro-F1.",
                   "From 8 points."});
  }
  return out;
}

std::vector<Sentence> coverage_words(const EvaluationRecord& record) {
  if (record.coverage_risk.size() < 2) return {};
  const double all = risk_at(record, 1), most = risk_at(record, 0.8), half = risk_at(record, 0.5);
  std::string text = "Answering all rows, the first choice is wrong in " + percent(all) +
                     "; answering only the surest 80 % in " + percent(most) + ", the surest half in " + percent(half) +
                     ".";
  if (all > 0 && half > 0.75 * all) text += " Its confidence hardly tells right from wrong, so abstaining buys little.";
  return {{text,
           "Rows ordered by the confidence of the first choice, those without any true label left out; little = the "
           "surest half has more than 75 % of the "
           "overall error rate."}};
}

std::vector<Sentence> annotator_words(const EvaluationRecord& record) {
  const auto agreed = figure_of(record, "annotator_soft_accuracy"),
             best = figure_of(record, "annotator_soft_accuracy_ceiling"), kl = figure_of(record, "annotator_kl"),
             entropy = figure_of(record, "annotator_entropy");
  if (!agreed || !best || !kl || !entropy) return {};
  return {{"Annotators disagree among themselves: one drawn at random agrees with " + percent(*agreed) +
               " of the answers, and could agree with " + percent(*best) +
               " at most. Against their distributions the log loss is " + decimals(*kl + *entropy, 3) + ", of which " +
               decimals(*entropy, 3) + " is their own disagreement that no model can remove, and " + decimals(*kl, 3) +
               " the model's.",
           "Mean share of the annotators at the answer, and of the largest group of them; cross-entropy = entropy + "
           "KL(annotators \u2016 prediction), in nats; over the classes of the model."}};
}

std::vector<Sentence> slice_words(const EvaluationRecord& record) {
  std::vector<Sentence> out;
  for (std::size_t begin = 0; begin < record.slices.size();) {
    std::size_t end = begin;
    while (end < record.slices.size() && record.slices[end].column == record.slices[begin].column) ++end;
    const Slice *best = nullptr, *worst = nullptr;
    const auto share = [](const Slice& s) { return static_cast<double>(s.right) / static_cast<double>(s.rows); };
    for (std::size_t i = begin; i < end; ++i) {
      const Slice& slice = record.slices[i];
      if (slice.rows < kFewestRows) continue;
      if (best == nullptr || share(slice) > share(*best)) best = &slice;
      if (worst == nullptr || share(slice) < share(*worst)) worst = &slice;
    }
    if (best != nullptr && best != worst) {
      const bool apart = best->interval.low > worst->interval.high;
      const double gap = std::nearbyint(100 * share(*best)) - std::nearbyint(100 * share(*worst));
      out.push_back(
          {"By " + best->column + ": " + percent(share(*best), 0) + " right where it is " + best->value + ", " +
               percent(share(*worst), 0) + " where it is " + worst->value + ", a gap of " + decimals(gap, 0) +
               (gap == 1 ? " point" : " points") +
               (apart ? "." : ", which the number of rows does not prove: the intervals overlap."),
           "Best and worst part with at least " + std::to_string(kFewestRows) + " rows; Wilson intervals, 95 %."});
    }
    begin = end;
  }
  return out;
}

namespace {

// Whether the intervals of a figure, where both are known, have no point in common.
bool intervals_apart(const EvaluationRecord& a, const EvaluationRecord& b, const std::string& name) {
  const auto one = a.intervals.find(name), other = b.intervals.find(name);
  if (one == a.intervals.end() || other == b.intervals.end()) return true;
  return one->second.low > other->second.high || other->second.low > one->second.high;
}

}  // namespace

std::vector<Sentence> transfer_words(const EvaluationRecord& validation, const EvaluationRecord& test) {
  const auto a = figure_of(validation, "macro_f1"), b = figure_of(test, "macro_f1");
  if (!a || !b) return {};
  const double drop = *a - *b;
  std::string text = "Macro-F1 is " + decimals(*a, 3) + " on validation and " + decimals(*b, 3) + " on test, ";
  if (std::abs(drop) < 0.01) {
    text += "practically the same.";
  } else {
    text += decimals(100 * std::abs(drop), 1) + (drop > 0 ? " points lower" : " points higher");
    if (!intervals_apart(validation, test, "macro_f1")) {
      text += ", which the number of rows does not prove: the intervals overlap.";
    } else if (drop < 0) {
      text += ": the test rows are easier.";
    } else {
      text += drop >= 0.05 ? ": choices made on validation rows, or another kind of rows in test." : ".";
    }
  }
  return {{text, "Same below 1 point; a cause is named from 5 points, and only where the intervals do not overlap."}};
}

}  // namespace emo::report
