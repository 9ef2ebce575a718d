// Runs a face model over labelled pictures and has the answers scored. Reading the data is dataset's work, the figures
// are prediction_scores.cpp's; a file of answers needs no model (predictions_evaluation.cpp).
#include "eval/face_evaluation.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/parallel.hpp"
#include "eval/annotators.hpp"
#include "eval/evaluation_notes.hpp"
#include "eval/forced_choice.hpp"
#include "eval/head_evaluation.hpp"
#include "eval/mistakes.hpp"
#include "eval/slices.hpp"
#include "pipeline/face_json.hpp"
#include "vision/decode.hpp"

namespace emo::eval {
namespace {

constexpr std::size_t kItemsAtOnce = 32;

using Scores = Result<std::vector<float>>;

Result<vision::Image> picture_of(const dataset::FaceItem& item) {
  return item.file.empty() ? Result<vision::Image>(item.image) : vision::decode_image_file(item.file);
}

/// What messages call an item by: its line, or its place in the list.
std::uint64_t number_of(const dataset::FaceData& data, std::size_t item) {
  return data.items[item].row != 0 ? data.items[item].row : item + 1;
}

/// The scores of the largest face of a picture.
Scores score_largest(const pipeline::FaceRecognizer& recognizer, const vision::Image& image, std::size_t head) {
  EMO_ASSIGN(auto picture, recognizer.recognize(image));
  // Of what is written of the box, so that what judges written answers takes the same face.
  const auto area = [&](const pipeline::FaceResult& face) {
    const auto box = pipeline::shown_box(face.box, picture.width, picture.height);
    return static_cast<std::int64_t>(box.w) * box.h;
  };
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
    auto image = picture_of(*items[i]);
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
  const auto results = recognizer.score_pictures(crops);
  for (std::size_t i = 0; i < places.size(); ++i) {
    scores[places[i]] = results ? Scores((*results)[i][head].probabilities) : Scores(results.error());
  }
}

DataLabels labels_of(const dataset::FaceData& data) {
  DataLabels labels;
  labels.labelled_by = data.labelled_by;
  labels.of_faces = true;
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    const auto& item = data.items[i];
    if (!item.label.empty()) labels.add(std::span(&item.label, 1), number_of(data, i));
  }
  return labels;
}

/// The faces that are judged, and how many are not.
struct JudgedFaces {
  std::vector<ScoredItem> items;
  std::vector<const dataset::FaceItem*> faces;  // of `items`
  DroppedRows dropped;
};

JudgedFaces judged_faces(const dataset::FaceData& data, const MappedHead& mapped,
                         const std::vector<std::string>& slice_columns) {
  const VoteColumns vote_columns(data.vote_labels, chosen_labels(mapped.mapping, mapped.head));
  JudgedFaces judged;
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    const auto& face = data.items[i];
    GoldSet gold = face.label.empty() ? GoldSet{} : gold_set(std::span(&face.label, 1), mapped.mapping);
    if (gold.labels.empty()) {
      judged.dropped.count(gold);
      continue;
    }
    ScoredItem item{face.id, number_of(data, i), face.file.empty() ? face.id : face.file, std::move(gold.labels), {}};
    item.slices = chosen_slices(face.extra, slice_columns);
    add_face_slices(face, item.slices);
    item.votes = vote_columns.votes(face.votes);
    item.place = face.place;
    judged.items.push_back(std::move(item));
    judged.faces.push_back(&face);
  }
  drop_single_split(judged.items);
  return judged;
}

/// Has the faces answered on options.threads threads. Returns the seconds that it took.
double answer_faces(const pipeline::FaceRecognizer& recognizer, const MappedHead& mapped,
                    const FaceEvaluationOptions& options, JudgedFaces& judged) {
  const auto& faces = judged.faces;
  const core::ThreadPool pool(static_cast<std::size_t>(std::max(1, options.threads)));
  std::vector<Scores> scores(faces.size(), Scores(std::vector<float>()));
  const std::size_t pieces_at_once = 4 * pool.threads();
  const auto started = std::chrono::steady_clock::now();
  for (std::size_t begin = 0; begin < faces.size(); begin += pieces_at_once * kItemsAtOnce) {
    const std::size_t end = std::min(begin + pieces_at_once * kItemsAtOnce, faces.size());
    const std::size_t pieces = (end - begin + kItemsAtOnce - 1) / kItemsAtOnce;
    pool.run(pieces, [&](std::size_t piece, std::size_t) {
      const std::size_t first = begin + piece * kItemsAtOnce;
      const std::size_t count = std::min(kItemsAtOnce, end - first);
      score_items(recognizer, std::span(faces).subspan(first, count), mapped.mapping.head, options.detect,
                  std::span(scores).subspan(first, count));
    });
    if (options.progress) options.progress(end, faces.size());
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  for (std::size_t i = 0; i < faces.size(); ++i) set_answer(scores[i], mapped, judged.items[i]);
  return seconds;
}

}  // namespace

Result<Evaluation> evaluate_faces(const pipeline::FaceRecognizer& recognizer, const dataset::FaceData& data,
                                  const FaceEvaluationOptions& options) {
  const auto& manifest = recognizer.manifest();
  const std::vector<HeadView> heads = heads_of(manifest);
  EMO_ASSIGN(const LabelMapping mapping, map_labels(heads, recognizer.primary_head(), labels_of(data), options));
  const MappedHead mapped{heads[mapping.head], mapping};
  EMO_TRY(check_forced_choice(mapping, mapped.head));
  EMO_TRY(check_slice_columns(data.items, options.slice_columns));
  JudgedFaces judged = judged_faces(data, mapped, options.slice_columns);
  if (judged.items.empty()) {
    return Error{ErrorCode::kInvalidData, "no face to evaluate: none of the " + std::to_string(data.items.size()) +
                                              " items has a label of head '" + mapped.head.name + "'"};
  }
  const double seconds = answer_faces(recognizer, mapped, options, judged);
  EMO_ASSIGN(Evaluation evaluation,
             evaluate_head(std::move(judged.items), mapped,
                           {manifest.name + " " + manifest.version, "image", judged.dropped, seconds}, options));
  if (const io::Manifest* tilt = recognizer.tilt_manifest(); tilt != nullptr) {
    evaluation.upright = UprightReading{tilt->name + " " + tilt->version, recognizer.options().min_tilt};
  }
  note_unused(data, evaluation);
  if (evaluation.annotators) evaluation.annotators->source = "votes";
  add_mistake_pictures(evaluation, [&](std::size_t i) { return picture_of(*judged.faces[i]); });
  return evaluation;
}

}  // namespace emo::eval
