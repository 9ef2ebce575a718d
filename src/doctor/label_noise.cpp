// Cross-validation around a fast model of ours, and confident learning on what it says. Suspects are suggestions to
// look at: nothing is relabelled here.
#include "doctor/label_noise.hpp"

#include <algorithm>
#include <functional>

#include "core/assert.hpp"
#include "core/number_words.hpp"
#include "linear/trainer.hpp"
#include "metrics/confident_learning.hpp"

namespace emo::doctor {
namespace {

constexpr double kWarnNoise = 0.02;  // suspects per row
constexpr std::size_t kDevTenth = 10;
constexpr int kNoCharNgrams = 8;  // the longest there is: only of long words

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash ^= hash >> 33U;
  hash *= 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 33U);
}

}  // namespace

std::vector<int> folds_of(std::span<const std::string> keys, int folds, std::uint64_t seed) {
  std::vector<int> fold;
  fold.reserve(keys.size());
  for (const std::string& key : keys) {
    fold.push_back(static_cast<int>(hash_of(key, seed) % static_cast<std::uint64_t>(folds)));
  }
  return fold;
}

bool all_in_one_fold(std::span<const int> folds) {
  return std::adjacent_find(folds.begin(), folds.end(), std::not_equal_to<>()) == folds.end();
}

Result<std::vector<float>> out_of_fold_text(std::span<const io::Row> rows, std::span<const std::string> keys,
                                            const std::vector<std::string>& labels, bool single,
                                            const std::vector<bool>& skip, const LabelNoiseOptions& options,
                                            int round) {
  EMO_ASSERT(rows.size() == keys.size() && rows.size() == skip.size() && options.folds > 1);
  const std::vector<int> fold = folds_of(keys, options.folds, options.seed);
  std::vector<float> probabilities(rows.size() * labels.size(), 0.0F);
  for (int held_out = 0; held_out < options.folds; ++held_out) {
    if (options.progress) options.progress(round * options.folds + held_out, options.rounds * options.folds);
    std::vector<io::Row> train, dev;
    const auto take = [&](bool suspects_too) {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (fold[i] == held_out || (skip[i] && !suspects_too)) continue;
        const bool to_dev = hash_of(keys[i], options.seed + 1) % kDevTenth == 0;
        (to_dev ? dev : train).push_back(rows[i]);
      }
    };
    take(false);
    // Rows that are copies of a few texts may all be suspects, or all be of the tenth.
    if (train.empty() && dev.empty()) take(true);
    if (train.empty()) std::swap(train, dev);
    linear::TrainOptions training;
    training.labels = labels;
    training.activation = single ? core::HeadActivation::kSoftmax : core::HeadActivation::kSigmoid;
    training.seed = options.seed;
    // Words carry the emotion; character n-grams make the model surer of its mistakes (CARER with planted errors).
    training.features.char_ngram_min = training.features.char_ngram_max = kNoCharNgrams;
    EMO_ASSIGN(const linear::Model model, linear::train(train, dev, training));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (fold[i] != held_out) continue;
      EMO_ASSIGN(const std::vector<float> row, model.predict(rows[i].text));
      std::copy(row.begin(), row.end(), probabilities.begin() + static_cast<std::ptrdiff_t>(i * labels.size()));
    }
  }
  return probabilities;
}

// Whether every item has one label; a row that repeats it has no more.
static bool is_single(const DataView& data, std::span<const std::uint32_t> subset) {
  return std::all_of(subset.begin(), subset.end(), [&](std::uint32_t i) { return data.items[i].labels.size() == 1; });
}

Result<std::vector<LabelGuess>> find_text_label_errors(const DataView& data, std::span<const std::uint32_t> subset,
                                                       std::span<const io::Row> rows, std::span<const std::string> keys,
                                                       const LabelNoiseOptions& options, double& noise_rate) {
  EMO_ASSERT(subset.size() == rows.size() && options.rounds > 0);
  const bool single = is_single(data, subset);
  std::vector<LabelGuess> guesses;
  std::vector<bool> suspect(data.items.size(), false);
  for (int round = 0; round < options.rounds; ++round) {
    std::vector<bool> skip;
    for (const std::uint32_t item : subset) skip.push_back(suspect[item]);
    EMO_ASSIGN(const auto probabilities, out_of_fold_text(rows, keys, data.labels, single, skip, options, round));
    guesses = guess_label_errors(data, subset, probabilities, noise_rate);
    suspect.assign(data.items.size(), false);
    for (const LabelGuess& guess : guesses) suspect[guess.item] = true;
  }
  if (options.progress) options.progress(options.rounds * options.folds, options.rounds * options.folds);
  std::erase_if(guesses, [&](const LabelGuess& guess) { return guess.margin < options.min_margin; });
  return guesses;
}

std::vector<LabelGuess> guess_label_errors(const DataView& data, std::span<const std::uint32_t> subset,
                                           std::span<const float> probabilities, double& noise_rate) {
  const std::size_t classes = data.labels.size();
  EMO_ASSERT(probabilities.size() == subset.size() * classes);
  std::vector<LabelGuess> guesses;
  if (is_single(data, subset)) {
    std::vector<std::int32_t> given;
    for (const std::uint32_t item : subset) given.push_back(static_cast<std::int32_t>(data.items[item].labels.front()));
    const auto found = metrics::find_label_issues(probabilities, given, classes);
    noise_rate = found.noise_rate;
    for (const auto& issue : found.issues) {
      guesses.push_back({subset[issue.row], static_cast<std::int32_t>(issue.given),
                         static_cast<std::int32_t>(issue.suggested), issue.margin});
    }
    return guesses;
  }
  // Several labels a row: each label is a decision of its own.
  std::vector<float> pair(2 * subset.size());
  std::vector<std::int32_t> given(subset.size());
  double rates = 0;
  for (std::size_t k = 0; k < classes; ++k) {
    for (std::size_t i = 0; i < subset.size(); ++i) {
      const float p = probabilities[i * classes + k];
      pair[2 * i] = 1 - p;
      pair[2 * i + 1] = p;
      const auto& labels = data.items[subset[i]].labels;
      given[i] = std::binary_search(labels.begin(), labels.end(), static_cast<std::uint32_t>(k)) ? 1 : 0;
    }
    const auto found = metrics::find_label_issues(pair, given, 2);
    rates += found.noise_rate / static_cast<double>(classes);
    const auto label = static_cast<std::int32_t>(k);
    for (const auto& issue : found.issues) {
      const bool has_it = issue.given == 1;
      guesses.push_back({subset[issue.row], has_it ? label : -1, has_it ? -1 : label, issue.margin});
    }
  }
  noise_rate = rates;
  std::stable_sort(guesses.begin(), guesses.end(),
                   [](const LabelGuess& a, const LabelGuess& b) { return a.margin > b.margin; });
  return guesses;
}

void report_seen_model(const std::string& scores_of, const std::string& items, Examination& examination) {
  examination.checks.push_back(
      {"label_noise_model", "The scores of " + scores_of + " are not out-of-fold: where it was trained on these " +
                                items +
                                " with these labels, it may have learnt wrong ones by heart and find too few of them, "
                                "and its accuracy says nothing. With --label-noise instead of --model, a weaker model "
                                "is cross-validated."});
}

void report_unasked_noise(Examination& examination) {
  examination.checks.push_back({"label_noise",
                                "Not examined: --label-noise cross-validates a model and lists the labels that it "
                                "disputes (seconds to minutes); --model B asks a trained one."});
}

bool no_training_split(const DataView& data, Examination& examination) {
  const std::string lack = data.lack_of_training();
  if (!lack.empty()) examination.checks.push_back({"label_noise", "Not examined: " + lack + "."});
  return !lack.empty();
}

void report_label_noise(const DataView& data, std::size_t examined, std::span<const LabelGuess> guesses,
                        double noise_rate, const std::string& model, Examination& examination) {
  const double share = examined == 0 ? 0 : static_cast<double>(guesses.size()) / static_cast<double>(examined);
  const std::string words = core::counted(guesses.size(), "label", "labels") + " of " +
                            core::counted(examined, "row", "rows") + " (" + percent(share) +
                            (guesses.size() == 1 ? ") looks wrong to " : ") look wrong to ") + model +
                            "; of the labels that it is sure about it disputes " + percent(noise_rate);
  if (guesses.empty()) {
    examination.checks.push_back({"label_noise", words + "."});
    return;
  }
  Finding finding{.code = "label_noise",
                  .severity = share >= kWarnNoise ? Severity::kWarning : Severity::kNote,
                  .message = words + ". They are suspects, most suspicious first, not proven errors.",
                  .number = static_cast<double>(guesses.size()),
                  .measure = "labels",
                  .fix = "Read the first hundred; correct or drop what is wrong, or train on soft targets."};
  for (const LabelGuess& guess : guesses) {
    const auto name = [&](std::int32_t k) { return k < 0 ? std::string() : data.labels[static_cast<std::size_t>(k)]; };
    const Suspect suspect{data.place(guess.item), name(guess.given), name(guess.suggested), guess.margin};
    std::string note = suspect.given.empty() ? "lacks " + suspect.suggested : suspect.given;
    if (guess.given >= 0) note += guess.suggested < 0 ? " is doubtful" : ", rather " + suspect.suggested;
    Evidence evidence;
    evidence.place = suspect.place;
    evidence.note = note + core::formatted(" (%.2f)", guess.margin);
    finding.add(std::move(evidence));
    examination.suspects.push_back(suspect);
  }
  examination.findings.push_back(std::move(finding));
}

}  // namespace emo::doctor
