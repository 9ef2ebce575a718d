// The order of the rules on a set of faces, and those that only faces have (light, votes). Each larger rule is a file
// of its own; texts have text_examination.cpp.
#include "doctor/face_examination.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/labels.hpp"
#include "core/largest.hpp"
#include "core/number_words.hpp"
#include "doctor/duplicate_rules.hpp"
#include "doctor/face_duplicates.hpp"
#include "doctor/face_features.hpp"
#include "doctor/label_noise.hpp"
#include "doctor/label_rules.hpp"
#include "doctor/out_of_fold_file.hpp"
#include "doctor/two_samples.hpp"

namespace emo::doctor {
namespace {

constexpr double kWarnLightShift = 0.15;  // KS distance
constexpr std::array<std::size_t, 3> kFirst{100, 500, 1000};

void examine_light(const FaceSet& faces, Examination& examination) {
  const std::size_t train = faces.view.train_split();
  if (train == SIZE_MAX || faces.view.splits.size() < 2) return;
  std::vector<std::vector<double>> brightness(faces.view.splits.size()), contrast(faces.view.splits.size());
  for (std::size_t i = 0; i < faces.size(); ++i) {
    double sum = 0, squares = 0;
    for (std::size_t p = 0; p < kFacePixels; ++p) {
      const auto value = static_cast<double>(faces.face(i)[p]);
      sum += value;
      squares += value * value;
    }
    const double mean = sum / static_cast<double>(kFacePixels);
    const std::uint32_t s = faces.view.items[i].split;
    brightness[s].push_back(mean);
    contrast[s].push_back(std::sqrt(std::max(0.0, squares / static_cast<double>(kFacePixels) - mean * mean)));
  }
  if (brightness[train].empty()) return;
  for (std::size_t s = 0; s < brightness.size(); ++s) {
    if (s == train || brightness[s].empty()) continue;  // of a part without a readable picture nothing is known
    for (const auto& [code, name, values] : {std::tuple{"brightness_shift", "Brightness", &brightness},
                                             std::tuple{"contrast_shift", "Contrast", &contrast}}) {
      const ShiftOfValues shift = compare_values((*values)[train], (*values)[s]);
      const std::string words = core::formatted(
          "%s of faces in '%s' (median %.0f grey levels) against '%s' (median %.0f): KS distance %.3f, %s (p = %.2g).",
          name, faces.view.splits[s].name.c_str(), shift.median_second, faces.view.splits[train].name.c_str(),
          shift.median_first, shift.distance, std::string(size_in_words(shift.distance, kKolmogorovSizes)).c_str(),
          shift.p_value);
      if (shift.distance < kWarnLightShift || shift.p_value > kSignificant) {
        examination.checks.push_back({code, words});
      } else {
        examination.findings.push_back(
            {.code = code,
             .severity = Severity::kWarning,
             .message = words,
             .number = shift.distance,
             .measure = "KS distance",
             .fix = "Augment light and contrast in training, or train on pictures of this kind."});
      }
    }
  }
}

/// Index into `vote_labels` of the label as the voters would call it; -1 if they have no such class.
std::int32_t as_vote(const FaceSet& faces, const std::string& label) {
  for (std::size_t k = 0; k < faces.vote_labels.size(); ++k) {
    if (core::canonical_label(faces.vote_labels[k]) == core::canonical_label(label))
      return static_cast<std::int32_t>(k);
  }
  const auto basic = core::basic_of(label);
  for (std::size_t k = 0; basic && k < faces.vote_labels.size(); ++k) {
    if (core::basic_of(faces.vote_labels[k]) == basic) return static_cast<std::int32_t>(k);
  }
  return -1;
}

void report_votes(const FaceSet& faces, std::span<const std::uint32_t> subset, std::span<const LabelGuess> guesses,
                  Examination& examination) {
  std::vector<std::int32_t> majority(faces.size(), -1), of_label;
  for (const auto& label : faces.view.labels) of_label.push_back(as_vote(faces, label));
  double considered = 0, disputed = 0;
  std::vector<double> majority_share(faces.vote_labels.size(), 0.0);
  for (const std::uint32_t item : subset) {
    const auto vote = dataset::majority_vote(faces.votes[item]);
    if (!vote) continue;
    majority[item] = static_cast<std::int32_t>(*vote);
    ++considered;
    ++majority_share[*vote];
    disputed += of_label[faces.view.items[item].labels.front()] != majority[item] ? 1 : 0;
  }
  if (considered == 0) return;
  const std::string all = "Votes: of the " + core::grouped(static_cast<std::uint64_t>(considered)) +
                          core::formatted(" faces with a majority of votes %.1f %% carry another label than that",
                                          100 * disputed / considered);
  std::string ranked;
  std::size_t looked_at = 0, with_majority = 0, wrong = 0, hit = 0;
  double blind = 0;  // the chance of hits if each suggestion were put on a random face of the set
  for (const std::size_t first : kFirst) {
    for (; looked_at < std::min(first, guesses.size()); ++looked_at) {
      const LabelGuess& guess = guesses[looked_at];
      if (majority[guess.item] < 0) continue;
      const std::int32_t suggested = of_label[static_cast<std::size_t>(guess.suggested)];
      ++with_majority;
      wrong += of_label[static_cast<std::size_t>(guess.given)] != majority[guess.item] ? 1 : 0;
      hit += suggested == majority[guess.item] ? 1 : 0;
      if (suggested >= 0) blind += majority_share[static_cast<std::size_t>(suggested)] / considered;
    }
    if (with_majority == 0) continue;
    const auto n = static_cast<double>(with_majority);
    ranked += core::formatted(
        "%s %zu (%zu with a majority) the votes dispute the label of %.1f %% and agree with the suggestion for %.1f %% "
        "(blindly: %.1f %%)",
        ranked.empty() ? "; of the whole ranking's first" : ";", looked_at, with_majority,
        100 * static_cast<double>(wrong) / n, 100 * static_cast<double>(hit) / n, 100 * blind / n);
    if (looked_at == guesses.size()) break;
  }
  examination.checks.push_back({"label_noise_votes", all + ranked + "."});
}

Result<void> examine_noise(const FaceSet& faces, const FaceOptions& options, Examination& examination) {
  if (no_training_split(faces.view, examination)) return {};
  const std::size_t train = faces.view.train_split();
  const std::size_t classes = faces.view.labels.size();
  OutOfFold folds;
  std::string model = "a linear model on oriented gradients that did not see them", accuracy = "out-of-fold accuracy";
  for (std::uint32_t i = 0; i < faces.size(); ++i) {
    if (faces.view.items[i].split == train && faces.view.items[i].labels.size() == 1) folds.items.push_back(i);
  }
  if (folds.items.empty()) {
    examination.checks.push_back({"label_noise", "Not examined: no face to learn from has a label."});
    return {};
  }
  if (options.scores) {
    EMO_ASSIGN(folds.probabilities, options.scores(faces, folds.items));
    model = options.scores_of + ", which may have been trained on these very faces";
    accuracy = "accuracy";
    report_seen_model(options.scores_of, "faces", examination);
  } else if (options.predictions.empty()) {
    std::vector<bool> seen(classes, false);
    for (const std::uint32_t i : folds.items) seen[faces.view.items[i].labels.front()] = true;
    if (std::count(seen.begin(), seen.end(), true) < 2 ||
        folds.items.size() < 20 * static_cast<std::size_t>(options.folds)) {
      examination.checks.push_back(
          {"label_noise", "Not examined: " + core::grouped(folds.items.size()) + " labelled faces are too few."});
      return {};
    }
    if (all_in_one_fold(folds_of(keys_of(faces, folds.items), options.folds, options.seed))) {
      examination.checks.push_back({"label_noise", "Not examined: the " + core::grouped(folds.items.size()) +
                                                       " labelled faces are copies of too few pictures."});
      return {};
    }
    folds.probabilities = out_of_fold_faces(faces, folds.items, options.folds, options.seed, options.progress);
  } else {
    EMO_ASSIGN(folds, read_out_of_fold(options.predictions, faces.view, train));
    report_shortfall(folds, examination);
    model = "the model of the predictions given, taken as one that did not see them";
  }
  std::size_t right = 0;
  for (std::size_t i = 0; i < folds.items.size(); ++i) {
    const auto row = std::span(folds.probabilities).subspan(i * classes, classes);
    const auto best = static_cast<std::uint32_t>(core::index_of_largest(row));
    right += best == faces.view.items[folds.items[i]].labels.front() ? 1 : 0;
  }
  double noise_rate = 0;
  auto guesses = guess_label_errors(faces.view, folds.items, folds.probabilities, noise_rate);
  // The votes judge the whole ranking, the finding only what the model is sure of: it may be a weak reader of faces.
  if (!faces.votes.empty()) report_votes(faces, folds.items, guesses, examination);
  std::erase_if(guesses, [&](const LabelGuess& guess) { return guess.margin < options.min_margin; });
  model += " (" + accuracy + " " +
           percent(static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(folds.items.size(), 1))) +
           ")";
  report_label_noise(faces.view, folds.items.size(), guesses, noise_rate, model, examination);
  return {};
}

}  // namespace

Result<Examination> examine_faces(const std::string& path, const FaceOptions& options) {
  Examination examination;
  examination.subject = path;
  examination.kind = "faces";
  EMO_ASSIGN(const FaceSet faces, read_face_set(path, options.data, options.progress, examination));
  examine_labels(faces.view, examination);
  const DuplicateGroups exact = exact_face_duplicates(faces);
  examine_same_splits(faces.view, exact, examination);
  examine_duplicates(faces.view, exact, {"leak_exact", "duplicate_exact"}, examination);
  examine_conflicts(faces.view, exact, examination);
  examine_duplicates(faces.view, near_face_duplicates(faces), {"leak_near", "duplicate_near"}, examination, &exact);
  examine_light(faces, examination);
  if (options.label_noise) {
    EMO_TRY(examine_noise(faces, options, examination));
  } else {
    report_unasked_noise(examination);
  }
  sort_findings(examination);
  return examination;
}

}  // namespace emo::doctor
