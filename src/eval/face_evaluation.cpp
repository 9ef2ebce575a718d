// Runs a face model over labelled pictures and has the answers scored. Reading the data is dataset's work, the figures
// are prediction_scores.cpp's; a file of answers needs no model (predictions_evaluation.cpp).
#include "eval/face_evaluation.hpp"

#include <algorithm>
#include <chrono>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/parallel.hpp"
#include "eval/annotators.hpp"
#include "eval/evaluation_notes.hpp"
#include "eval/forced_choice.hpp"
#include "eval/mistakes.hpp"
#include "eval/slices.hpp"
#include "vision/decode.hpp"

namespace emo::eval {
namespace {

constexpr std::size_t kItemsAtOnce = 32;

using Scores = Result<std::vector<float>>;

/// The scores of the largest face of a picture.
Scores score_largest(const pipeline::FaceRecognizer& recognizer, const vision::Image& image, std::size_t head) {
  EMO_ASSIGN(auto picture, recognizer.recognize(image));
  const auto area = [](const pipeline::FaceResult& face) { return face.box.width * face.box.height; };
  const auto largest = std::max_element(picture.faces.begin(), picture.faces.end(),
                                        [&](const auto& a, const auto& b) { return area(a) < area(b); });
  if (largest == picture.faces.end()) return Error{ErrorCode::kInvalidInput, "no face found in the picture"};
  return largest->heads[head].probabilities;
}

/// Fills the scores of items [begin, end).
void score_items(const pipeline::FaceRecognizer& recognizer, std::span<const dataset::FaceItem* const> items,
                 std::size_t head, bool detect, std::span<Scores> scores) {
  std::vector<vision::Image> crops;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto image =
        items[i]->file.empty() ? Result<vision::Image>(items[i]->image) : vision::decode_image_file(items[i]->file);
    if (!image) {
      scores[i] = image.error();
    } else if (detect) {
      scores[i] = score_largest(recognizer, *image, head);
    } else {
      crops.push_back(std::move(image).value());
      places.push_back(i);
    }
  }
  if (crops.empty()) return;
  const auto results = recognizer.score_crops(crops);
  for (std::size_t i = 0; i < places.size(); ++i) {
    scores[places[i]] = results ? Scores((*results)[i][head].probabilities) : Scores(results.error());
  }
}

}  // namespace

Result<Evaluation> evaluate_faces(const pipeline::FaceRecognizer& recognizer, const dataset::FaceData& data,
                                  const FaceEvaluationOptions& options) {
  const auto& manifest = recognizer.manifest();
  const std::vector<HeadView> heads = heads_of(manifest);
  DataLabels labels;
  labels.labelled_by = data.labelled_by;
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    const auto& item = data.items[i];
    if (!item.label.empty()) labels.add(std::span(&item.label, 1), item.row != 0 ? item.row : i + 1);
  }
  EMO_ASSIGN(const LabelMapping mapping, map_labels(heads, recognizer.primary_head(), labels, options));
  const HeadView& head = heads[mapping.head];
  EMO_TRY(check_forced_choice(mapping, head));
  EMO_TRY(check_slice_columns(data.items, options.slice_columns));
  const VoteColumns vote_columns(data.vote_labels, chosen_labels(mapping, head));
  std::vector<ScoredItem> items;
  std::vector<const dataset::FaceItem*> kept;
  std::uint64_t unlabelled = 0, other = 0;
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    const auto& item = data.items[i];
    GoldSet gold = item.label.empty() ? GoldSet{} : gold_set(std::span(&item.label, 1), mapping);
    if (gold.labels.empty()) {
      ++(gold.outside ? other : unlabelled);
      continue;
    }
    items.push_back({item.id,
                     item.row != 0 ? item.row : i + 1,
                     item.file.empty() ? item.id : item.file,
                     std::move(gold.labels),
                     {}});
    items.back().slices = chosen_slices(item.extra, options.slice_columns);
    add_face_slices(item, items.back().slices);
    items.back().votes = vote_columns.votes(item.votes);
    items.back().place = item.place;
    kept.push_back(&item);
  }
  drop_single_split(items);
  if (items.empty()) {
    return Error{ErrorCode::kInvalidData, "no face to evaluate: none of the " + std::to_string(data.items.size()) +
                                              " items has a label of head '" + head.name + "'"};
  }

  const core::ThreadPool pool(static_cast<std::size_t>(std::max(1, options.threads)));
  std::vector<Scores> scores(kept.size(), Scores(std::vector<float>()));
  const std::size_t pieces_at_once = 4 * pool.threads();
  const auto started = std::chrono::steady_clock::now();
  for (std::size_t begin = 0; begin < kept.size(); begin += pieces_at_once * kItemsAtOnce) {
    const std::size_t end = std::min(begin + pieces_at_once * kItemsAtOnce, kept.size());
    const std::size_t pieces = (end - begin + kItemsAtOnce - 1) / kItemsAtOnce;
    pool.run(pieces, [&](std::size_t piece, std::size_t) {
      const std::size_t first = begin + piece * kItemsAtOnce;
      const std::size_t count = std::min(kItemsAtOnce, end - first);
      score_items(recognizer, std::span(kept).subspan(first, count), mapping.head, options.detect,
                  std::span(scores).subspan(first, count));
    });
    if (options.progress) options.progress(end, kept.size());
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto chosen = scores[i] ? chosen_scores(*scores[i], mapping, head) : Scores(scores[i].error());
    if (chosen) {
      items[i].probabilities = std::move(chosen).value();
    } else {
      items[i].error = chosen.error();
    }
  }
  EMO_ASSIGN(Evaluation evaluation,
             evaluate(chosen_labels(mapping, head), std::move(items), decision_rule(mapping, head), options));
  note_unused(data, evaluation);
  if (evaluation.annotators) evaluation.annotators->source = "votes";
  evaluation.n_dropped_unlabelled = unlabelled;
  evaluation.n_dropped_other = other;
  evaluation.head = head.name;
  evaluation.model = manifest.name + " " + manifest.version;
  evaluation.label_map = recorded_map(mapping, head);
  evaluation.input_name = "image";
  evaluation.seconds = seconds;
  add_mistake_pictures(evaluation, [&](std::size_t i) {
    return kept[i]->file.empty() ? Result<vision::Image>(kept[i]->image) : vision::decode_image_file(kept[i]->file);
  });
  return evaluation;
}

}  // namespace emo::eval
