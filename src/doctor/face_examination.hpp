// `emo doctor` on a labelled set of faces: all rules in order.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "doctor/face_data.hpp"
#include "doctor/finding.hpp"
#include "emo/error.hpp"

namespace emo::doctor {

struct FaceOptions {
  dataset::FaceDataOptions data;
  bool label_noise = false;  ///< cross-validate a linear model on oriented gradients for label errors (a minute or two)
  int folds = 5;
  std::uint64_t seed = 1;
  double min_margin = 0.65;  ///< a suspect's: how much more the model must believe in its suggestion
  std::string predictions;   ///< out-of-fold probabilities to use instead (read_out_of_fold); with label_noise only
  FaceProgress progress;     ///< may be empty
  /// Row-major [items, K] probabilities of the labels of FaceSet::view for `items`, by a model that may have seen them;
  /// empty = cross-validate. With label_noise only.
  std::function<Result<std::vector<float>>(const FaceSet& faces, std::span<const std::uint32_t> items)> scores;
  std::string scores_of;  ///< what gives them: "face 1.0.0, head fer2013"
};

/// Reads and examines `path`. Rules: damage and blankness (face_data), labels (label_rules), exact and near copies
/// (face_duplicates, duplicate_rules), brightness and contrast of each split against training (brightness_shift,
/// contrast_shift), and, if asked for, label errors. Where the data has votes (FER+), a check says how far they confirm
/// the suspects. Errors: as read_face_set.
Result<Examination> examine_faces(const std::string& path, const FaceOptions& options);

}  // namespace emo::doctor
