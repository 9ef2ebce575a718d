// The order of the rules on a text set. Each rule is a file of its own; what is worse than what is decided in the
// rules, and sorted in finding.cpp.
#include "doctor/text_examination.hpp"

#include <algorithm>
#include <span>

#include "core/number_words.hpp"
#include "doctor/duplicate_rules.hpp"
#include "doctor/label_rules.hpp"
#include "doctor/out_of_fold_file.hpp"
#include "doctor/text_data.hpp"
#include "doctor/text_duplicates.hpp"
#include "doctor/text_shift.hpp"

namespace emo::doctor {
namespace {

/// kInvalidData for data without a single row, about which there is nothing to say.
Result<void> check_rows(const Examination& examination) {
  const bool any = std::any_of(examination.splits.begin(), examination.splits.end(),
                               [](const SplitSummary& split) { return split.rows > 0; });
  if (any) return {};
  return Error{ErrorCode::kInvalidData, examination.subject +
                                            ": no row to examine: the data are empty, expected rows with a text and "
                                            "its labels"};
}

/// Label errors of `items` by their `probabilities`, which `model` made.
void examine_guesses(const TextData& data, std::span<const std::uint32_t> items, std::span<const float> probabilities,
                     const TextOptions& options, const std::string& model, Examination& examination) {
  double noise_rate = 0;
  auto guesses = guess_label_errors(data.view, items, probabilities, noise_rate);
  std::erase_if(guesses, [&](const LabelGuess& guess) { return guess.margin < options.noise.min_margin; });
  report_label_noise(data.view, items.size(), guesses, noise_rate, model, examination);
}

/// The labelled items of split `split`, ascending.
std::vector<std::uint32_t> labelled_items(const DataView& view, std::size_t split) {
  std::vector<std::uint32_t> items;
  for (std::uint32_t i = 0; i < view.items.size(); ++i) {
    if (view.items[i].split == split && !view.items[i].labels.empty()) items.push_back(i);
  }
  return items;
}

std::vector<io::Row> rows_of(const TextData& data, std::span<const std::uint32_t> items) {
  std::vector<io::Row> rows;
  rows.reserve(items.size());
  for (const std::uint32_t i : items) rows.push_back(data.rows[i]);
  return rows;
}

/// Whether there is no labelled item, which is then told.
bool none_labelled(std::span<const std::uint32_t> items, Examination& examination) {
  if (items.empty()) examination.checks.push_back({"label_noise", "Not examined: no row to learn from has a label."});
  return items.empty();
}

/// Label errors on probabilities that somebody else made.
Result<void> examine_predicted_noise(const TextData& data, const TextOptions& options, Examination& examination) {
  if (no_training_split(data.view, examination)) return {};
  const std::size_t train = data.view.train_split();
  if (none_labelled(labelled_items(data.view, train), examination)) return {};
  EMO_ASSIGN(const OutOfFold given, read_out_of_fold(options.predictions, data.view, train, data.rows));
  report_shortfall(given, examination);
  examine_guesses(data, given.items, given.probabilities, options,
                  "the model of the predictions given, taken as one that did not see them", examination);
  return {};
}

/// Label errors on the scores of a model that may know the rows.
Result<void> examine_scored_noise(const TextData& data, const TextOptions& options, Examination& examination) {
  if (no_training_split(data.view, examination)) return {};
  const std::size_t train = data.view.train_split();
  const auto items = labelled_items(data.view, train);
  if (none_labelled(items, examination)) return {};
  EMO_ASSIGN(const auto probabilities, options.scores(data.view.labels, rows_of(data, items)));
  report_seen_model(options.scores_of, "texts", examination);
  examine_guesses(data, items, probabilities, options,
                  options.scores_of + ", which may have been trained on these very texts", examination);
  return {};
}

Result<void> examine_noise(const TextData& data, const LabelNoiseOptions& options, Examination& examination) {
  if (no_training_split(data.view, examination)) return {};
  const std::size_t train = data.view.train_split();
  const auto subset = labelled_items(data.view, train);
  std::vector<std::string> keys;
  std::vector<std::uint64_t> counts(data.view.labels.size(), 0);
  for (const std::uint32_t i : subset) {
    for (const std::uint32_t k : data.view.items[i].labels) ++counts[k];
    keys.push_back(data.keys[i]);
  }
  std::size_t present = 0;
  for (const std::uint64_t n : counts) present += n > 0 ? 1 : 0;
  if (present < 2 || subset.size() < 20 * static_cast<std::size_t>(options.folds)) {
    examination.checks.push_back({"label_noise", "Not examined: " + core::grouped(subset.size()) +
                                                     " labelled rows of " + std::to_string(present) +
                                                     " classes are too few."});
    return {};
  }
  if (all_in_one_fold(folds_of(keys, options.folds, options.seed))) {
    examination.checks.push_back({"label_noise", "Not examined: the " + core::grouped(subset.size()) +
                                                     " labelled rows are copies of too few texts."});
    return {};
  }
  double noise_rate = 0;
  EMO_ASSIGN(const auto guesses,
             find_text_label_errors(data.view, subset, rows_of(data, subset), keys, options, noise_rate));
  report_label_noise(data.view, subset.size(), guesses, noise_rate, "a linear model that did not see them",
                     examination);
  return {};
}

}  // namespace

Result<Examination> examine_text(const std::string& path, const TextOptions& options) {
  Examination examination;
  examination.subject = path;
  examination.kind = "text";
  EMO_ASSIGN(const auto files, text_files(path));
  EMO_ASSIGN(const TextData data, read_text_data(files, options.rows, examination));
  EMO_TRY(check_rows(examination));
  examine_labels(data.view, examination);
  const DuplicateGroups exact = exact_duplicates(data.keys);
  examine_same_splits(data.view, exact, examination);
  examine_duplicates(data.view, exact, {"leak_exact", "duplicate_exact"}, examination);
  examine_conflicts(data.view, exact, examination);
  examine_duplicates(data.view, near_duplicates(data.keys), {"leak_near", "duplicate_near"}, examination, &exact);
  examine_text_shift(data, examination);
  if (options.label_noise && options.scores) {
    EMO_TRY(examine_scored_noise(data, options, examination));
  } else if (options.label_noise) {
    EMO_TRY(options.predictions.empty() ? examine_noise(data, options.noise, examination)
                                        : examine_predicted_noise(data, options, examination));
  } else {
    report_unasked_noise(examination);
  }
  sort_findings(examination);
  return examination;
}

}  // namespace emo::doctor
