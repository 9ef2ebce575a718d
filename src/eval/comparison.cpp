// Paired comparison of two evaluations of the same rows; the tests themselves are in metrics/significance. Rows that
// only one side has are counted and left out; rows that contradict each other end it.
#include "eval/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/labels.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "metrics/classification.hpp"

namespace emo::eval {
namespace {

/// One numbering for the labels of both sides. Synonyms are one label, except where a side chooses between them: its
/// own figures keep them apart.
class Labels {
 public:
  Labels(const Evaluation& ours, const Evaluation& theirs) {
    for (const Evaluation* side : {&ours, &theirs}) {
      std::set<std::string> met;
      for (const std::string& label : side->labels) {
        std::string canonical = core::canonical_label(label);
        if (!met.insert(canonical).second) told_apart_.insert(std::move(canonical));
      }
    }
  }
  std::vector<std::uint32_t> places_of(const std::vector<std::string>& names) {
    std::vector<std::uint32_t> places;
    for (const std::string& name : names) {
      std::string canonical = core::canonical_label(name);
      if (told_apart_.contains(canonical)) canonical = name;
      const auto [it, is_new] = places_.emplace(std::move(canonical), static_cast<std::uint32_t>(places_.size()));
      if (std::find(places.begin(), places.end(), it->second) == places.end()) places.push_back(it->second);
    }
    std::sort(places.begin(), places.end());
    return places;
  }
  [[nodiscard]] std::size_t size() const { return places_.size(); }

 private:
  std::set<std::string> told_apart_;
  std::map<std::string, std::uint32_t> places_;
};

/// Both ascending. Of a single choice the answer, and whatever else the other side answers, is one of the gold labels.
bool is_right(const std::vector<std::uint32_t>& gold, const std::vector<std::uint32_t>& predicted, Decision decision) {
  if (decision == Decision::kMultiLabel) return gold == predicted;
  return !predicted.empty() && std::includes(gold.begin(), gold.end(), predicted.begin(), predicted.end());
}

double macro_f1_of(const metrics::LabelSets& sets) {
  std::vector<metrics::ClassCounts> counts(sets.labels());
  for (std::size_t row = 0; row < sets.rows(); ++row) sets.count(row, counts);
  return metrics::macro_f1(counts);
}

double share_of(const std::vector<std::uint8_t>& right) {
  const auto count = std::count(right.begin(), right.end(), std::uint8_t{1});
  return static_cast<double>(count) / static_cast<double>(right.size());
}

Result<void> check_same_row(const Prediction& a, const Prediction& b) {
  const bool other_id = !a.id.empty() && !b.id.empty() && a.id != b.id;
  const bool other_input = !a.input.empty() && !b.input.empty() && a.input != b.input;
  if (!other_id && !other_input) return {};
  return Error{ErrorCode::kInvalidData,
               "row " + std::to_string(a.row) + " is " + core::quoted(other_id ? a.id : a.input, 40) + " here and " +
                   core::quoted(other_id ? b.id : b.input, 40) + " there: the two are out of step"};
}

std::string verdict_of(const Comparison& comparison) {
  const auto clear = [](const metrics::ConfidenceInterval& i) { return i.low > 0 || i.high < 0; };
  const auto& d = comparison.differences;
  if (d.resamples == 0) return "No intervals were asked for, so chance is not excluded.";
  const auto describe = [](const char* name, double difference, const metrics::ConfidenceInterval& i, double p) {
    return core::formatted("%s %+.4f (95 %% interval %+.4f to %+.4f, p %.3g)", name, difference, i.low, i.high, p);
  };
  const std::string figures = describe("macro F1", d.macro_f1_difference, d.macro_f1, d.macro_f1_p) + ", " +
                              describe("accuracy", d.accuracy_difference, d.accuracy, d.accuracy_p);
  if (!clear(d.macro_f1) && !clear(d.accuracy)) return "Not told apart: " + figures + ".";
  const bool up = (clear(d.macro_f1) && d.macro_f1_difference > 0) || (clear(d.accuracy) && d.accuracy_difference > 0);
  const bool down =
      (clear(d.macro_f1) && d.macro_f1_difference < 0) || (clear(d.accuracy) && d.accuracy_difference < 0);
  return std::string(up && down ? "Better in one figure, worse in the other: "
                     : up       ? "Better: "
                                : "Worse: ") +
         figures + ".";
}

/// A row that both have answered.
struct Pair {
  const Prediction *a, *b;
  std::vector<std::uint32_t> gold, ours, theirs;
};

/// Counts what is left out in `comparison`.
Result<std::vector<Pair>> pair_rows(const Evaluation& ours, const Evaluation& theirs, Labels& labels,
                                    Comparison& comparison) {
  struct Candidate {
    const Prediction* prediction;
    bool met;
  };
  std::map<std::uint64_t, Candidate> by_row;
  for (const Prediction& b : theirs.predictions) by_row.emplace(b.row, Candidate{&b, false});
  std::vector<Pair> pairs;
  const auto left_out = [&](bool answered) { ++(answered ? comparison.n_one_side : comparison.n_neither); };
  for (const Prediction& a : ours.predictions) {
    const auto it = by_row.find(a.row);
    if (it == by_row.end()) {
      left_out(!a.error);
      continue;
    }
    it->second.met = true;
    const Prediction& b = *it->second.prediction;
    EMO_TRY(check_same_row(a, b));
    if (a.error || b.error) {
      left_out(!a.error || !b.error);
      continue;
    }
    pairs.push_back({&a, &b, labels.places_of(a.gold), labels.places_of(a.predicted), labels.places_of(b.predicted)});
    if (labels.places_of(b.gold) != pairs.back().gold) ++comparison.n_gold_differs;
  }
  for (const auto& [row, theirs_alone] : by_row) {
    if (!theirs_alone.met) left_out(!theirs_alone.prediction->error);
  }
  // What both leave out is on neither side.
  comparison.n_one_side += theirs.n_left_out - std::min(ours.n_left_out, theirs.n_left_out);
  return pairs;
}

}  // namespace

Result<Comparison> compare(const Evaluation& ours, const Evaluation& theirs, int bootstrap_samples) {
  Comparison comparison;
  comparison.model = theirs.model;
  comparison.joined_in_order = theirs.joined_in_order;
  comparison.seed = ours.seed;
  Labels labels(ours, theirs);
  EMO_ASSIGN(const auto pairs, pair_rows(ours, theirs, labels, comparison));
  comparison.n = pairs.size();
  if (pairs.empty()) return Error{ErrorCode::kInvalidData, "no row was judged by both models: nothing to compare"};

  metrics::LabelSets a_sets(labels.size());
  metrics::LabelSets b_sets(labels.size());
  std::vector<std::uint8_t> a_right;
  std::vector<std::uint8_t> b_right;
  for (const Pair& pair : pairs) {
    // One rule for both: the same answers must not look better for having been decided in another way.
    const bool a = is_right(pair.gold, pair.ours, ours.decision);
    const bool b = is_right(pair.gold, pair.theirs, ours.decision);
    a_sets.add(pair.gold, pair.ours, a);
    b_sets.add(pair.gold, pair.theirs, b);
    a_right.push_back(a ? 1 : 0);
    b_right.push_back(b ? 1 : 0);
    if (a == b) continue;
    comparison.flips.push_back(
        {pair.a->id, pair.a->row, pair.a->input, pair.a->gold, pair.a->predicted, pair.b->predicted, a});
  }
  comparison.accuracy = share_of(a_right);
  comparison.other_accuracy = share_of(b_right);
  comparison.macro_f1 = macro_f1_of(a_sets);
  comparison.other_macro_f1 = macro_f1_of(b_sets);
  comparison.mcnemar = metrics::mcnemar(a_right, b_right);
  metrics::BootstrapOptions options;
  options.resamples = bootstrap_samples;
  options.seed = ours.seed;
  comparison.differences = metrics::paired_bootstrap(a_sets, b_sets, options);
  comparison.verdict = verdict_of(comparison);
  return comparison;
}

}  // namespace emo::eval
