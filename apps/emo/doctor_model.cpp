// Scores of a bundle for faces that the doctor has read. What they mean for labels is doctor's work, which must not see
// src/pipeline: the two meet here. Texts are judged without a bundle.
#include "doctor_model.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "eval/label_mapping.hpp"
#include "face_options.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kAtOnce = 64;

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
  std::vector<std::size_t> columns;
  for (const std::string& label : faces.view.labels) {
    const auto position = mapping.positions.at(label);
    if (!position) return Error{ErrorCode::kInvalidData, "the model has no class for the data's label '" + label + "'"};
    columns.push_back(mapping.classes[*position]);
  }
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
    EMO_ASSIGN(const auto scored, recognizer.score_crops(crops));
    for (const auto& heads : scored) {
      for (const std::size_t column : columns) probabilities.push_back(heads[mapping.head].probabilities[column]);
    }
  }
  return probabilities;
}

}  // namespace

Result<void> use_face_model(const Context& context, const std::string& head, doctor::FaceOptions& options) {
  FaceOptions faces;
  faces.no_detect = true;
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
