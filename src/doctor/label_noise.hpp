// Label errors by confident learning on out-of-fold probabilities.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "doctor/data_view.hpp"
#include "doctor/finding.hpp"
#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::doctor {

/// One suspected label error.
struct LabelGuess {
  std::uint32_t item = 0;
  std::int32_t given = -1;      ///< label that looks wrong; -1: one that is missing (several labels per row only)
  std::int32_t suggested = -1;  ///< label that looks right; -1: none
  double margin = 0;            ///< how much more the model believes in the suggestion, 0..1
};

struct LabelNoiseOptions {
  int folds = 5;
  /// Each round after the first leaves the suspects of the one before out of training, so that fewer wrong labels are
  /// learned by heart. Two find more than one; a third begins to believe itself.
  int rounds = 2;
  double min_margin = 0.65;  ///< a suspect's: how much more the model must believe in its suggestion
  std::uint64_t seed = 1;
  std::function<void(int done, int total)> progress;  ///< folds of all rounds; may be empty
};

/// Which fold each item is held out in: drawn from the seed and the item's group, so that copies stay together.
std::vector<int> folds_of(std::span<const std::string> keys, int folds, std::uint64_t seed);
/// Whether nothing is left to learn from, as where all items are copies of one: their `folds` are the same.
bool all_in_one_fold(std::span<const int> folds);

/// Out-of-fold probabilities [n, K] of a linear model on words and pairs of words (src/linear): each row is scored by a
/// model that saw neither it nor its copies; a tenth of the other rows chooses the epoch and the temperature. Rows with
/// `skip` are scored but never learned from. `single`: softmax, else sigmoid. Rows need labels among `labels`.
/// Shapes: keys and skip [n]. Errors: as linear::train.
Result<std::vector<float>> out_of_fold_text(std::span<const io::Row> rows, std::span<const std::string> keys,
                                            const std::vector<std::string>& labels, bool single,
                                            const std::vector<bool>& skip, const LabelNoiseOptions& options,
                                            int round = 0);

/// Suspects among the rows `subset` of `data` (texts, keys and labels in `rows` and `keys`, same order): rounds of
/// out_of_fold_text and guess_label_errors; those with min_margin, most suspicious first. Errors: as linear::train.
Result<std::vector<LabelGuess>> find_text_label_errors(const DataView& data, std::span<const std::uint32_t> subset,
                                                       std::span<const io::Row> rows, std::span<const std::string> keys,
                                                       const LabelNoiseOptions& options, double& noise_rate);

/// Confident learning over the items `subset` of `data` with probabilities [subset.size(), K]: one decision a row when
/// every item has exactly one label, else one for each label. Most suspicious first.
std::vector<LabelGuess> guess_label_errors(const DataView& data, std::span<const std::uint32_t> subset,
                                           std::span<const float> probabilities, double& noise_rate);

/// Adds the check label_noise_model: what the scores of a model are worth that may have been trained on these `items`
/// ("faces").
void report_seen_model(const std::string& scores_of, const std::string& items, Examination& examination);

/// Tells that labels were not looked at one by one, and by what they are.
void report_unasked_noise(Examination& examination);

/// Whether `data` have no split to learn from, which is then told.
bool no_training_split(const DataView& data, Examination& examination);

/// Adds the finding label_noise, with the suspects as evidence ("joy, rather sadness"), and all of them to `suspects`.
/// `model` is what the labels look wrong to, and whether it had seen them: "a linear model that did not see them".
void report_label_noise(const DataView& data, std::size_t examined, std::span<const LabelGuess> guesses,
                        double noise_rate, const std::string& model, Examination& examination);

}  // namespace emo::doctor
