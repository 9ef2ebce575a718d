// Scores of a bundle for faces or texts that the doctor has read. What they mean for labels is doctor's work, which
// must not see src/pipeline: the two meet here.
#include "doctor_model.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "eval/label_mapping.hpp"
#include "eval/text_scorer.hpp"
#include "face_options.hpp"
#include "model_choice.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kAtOnce = 64;
constexpr std::size_t kTextsAtOnce = 512;

/// Column of the head's scores for each of the data's `labels`.
Result<std::vector<std::size_t>> columns_of(const eval::LabelMapping& mapping, std::span<const std::string> labels) {
  std::vector<std::size_t> columns;
  for (const std::string& label : labels) {
    const auto position = mapping.positions.at(label);
    if (!position) return Error{ErrorCode::kInvalidData, "the model has no class for the data's label '" + label + "'"};
    columns.push_back(mapping.classes[*position]);
  }
  return columns;
}

/// Class of the head for each label of the data.
Result<eval::LabelMapping> head_for(const pipeline::FaceRecognizer& recognizer, const std::string& name,
                                    const doctor::FaceSet& faces) {
  eval::DataLabels labels;
  labels.add(faces.view.labels, 1);
  labels.several = false;
  labels.labelled_by = faces.labelled_by;
  eval::MappingOptions options;
  options.head = name;
  return eval::map_labels(eval::heads_of(recognizer.manifest()), recognizer.primary_head(), labels, options);
}

Result<std::vector<float>> score(const pipeline::FaceRecognizer& recognizer, const std::string& head,
                                 const doctor::FaceSet& faces, std::span<const std::uint32_t> items,
                                 const doctor::FaceProgress& progress) {
  EMO_ASSIGN(const eval::LabelMapping mapping, head_for(recognizer, head, faces));
  EMO_ASSIGN(const auto columns, columns_of(mapping, faces.view.labels));
  std::vector<float> probabilities;
  probabilities.reserve(items.size() * columns.size());
  for (std::size_t begin = 0; begin < items.size(); begin += kAtOnce) {
    if (progress) progress(begin, items.size());
    std::vector<vision::Image> crops;
    for (std::size_t i = begin; i < std::min(begin + kAtOnce, items.size()); ++i) {
      vision::Image crop(doctor::kFaceSide, doctor::kFaceSide, 1);
      std::copy_n(faces.face(items[i]), doctor::kFacePixels, crop.pixels.begin());
      crops.push_back(std::move(crop));
    }
    EMO_ASSIGN(const auto scored, recognizer.score_pictures(crops));
    for (const auto& heads : scored) {
      for (const std::size_t column : columns) probabilities.push_back(heads[mapping.head].probabilities[column]);
    }
  }
  return probabilities;
}

Result<std::vector<float>> score_texts(const eval::TextScorer& scorer, const std::string& head,
                                       std::span<const std::string> labels, std::span<const io::Row> rows,
                                       const std::function<void(int, int)>& progress) {
  eval::MappingOptions options;
  options.head = head;
  eval::DataLabels known = eval::labels_of(rows);
  for (const std::string& label : labels) known.first_row.emplace(label, 0);  // those of other splits, too
  EMO_ASSIGN(const eval::LabelMapping mapping, eval::map_labels(scorer.heads(), scorer.primary_head(), known, options));
  EMO_ASSIGN(const auto columns, columns_of(mapping, labels));
  std::vector<float> probabilities;
  probabilities.reserve(rows.size() * columns.size());
  for (std::size_t begin = 0; begin < rows.size(); begin += kTextsAtOnce) {
    if (progress) progress(static_cast<int>(begin), static_cast<int>(rows.size()));
    const auto batch = rows.subspan(begin, std::min(kTextsAtOnce, rows.size() - begin));
    std::vector<std::string_view> texts;
    for (const io::Row& row : batch) texts.push_back(row.text);
    const auto scored = scorer.score(texts, mapping.head);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (!scored[i]) return scored[i].error().at("row " + std::to_string(batch[i].number));
      for (const std::size_t column : columns) probabilities.push_back((*scored[i])[column]);
    }
  }
  return probabilities;
}

}  // namespace

Result<void> use_text_model(const Context& context, const std::string& head, doctor::TextOptions& options) {
  pipeline::RecognizerOptions opening;
  opening.threads = thread_count(context.global);
  EMO_ASSIGN(auto opened, open_text_model(context, opening));
  const std::shared_ptr<const pipeline::TextRecognizer> recognizer = std::move(opened);
  const std::shared_ptr<const eval::TextScorer> scorer = eval::scorer_of(*recognizer);
  options.scores_of = scorer->name() + (head.empty() ? "" : ", head " + head);
  options.scores = [recognizer, scorer, head, progress = options.noise.progress](std::span<const std::string> labels,
                                                                                 std::span<const io::Row> rows) {
    return score_texts(*scorer, head, labels, rows, progress);
  };
  return {};
}

Result<void> use_face_model(const Context& context, const std::string& head, doctor::FaceOptions& options) {
  FaceOptions faces;
  faces.no_detect = true;
  faces.tilt_options = false;
  EMO_ASSIGN(auto opened, open_face_model(context, faces));
  const std::shared_ptr<const pipeline::FaceRecognizer> recognizer = std::move(opened);
  options.scores_of =
      recognizer->manifest().name + " " + recognizer->manifest().version + (head.empty() ? "" : ", head " + head);
  options.scores = [recognizer, head, progress = options.progress](const doctor::FaceSet& set,
                                                                   std::span<const std::uint32_t> items) {
    return score(*recognizer, head, set, items, progress);
  };
  return {};
}

}  // namespace emo::cli
