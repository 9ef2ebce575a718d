// Labelled faces x face model -> predictions -> metrics. What `emo eval face` calls.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "eval/label_mapping.hpp"
#include "pipeline/face_recognizer.hpp"

namespace emo::eval {

struct FaceEvaluationOptions : MappingOptions, ScoringOptions {
  bool detect = false;  ///< find the face first and judge the largest; else every picture is one face
  int threads = 1;
  /// Columns of the data (FaceItem::extra) whose values are also judged apart, besides the built-in ones
  /// (add_face_slices()).
  std::vector<std::string> slice_columns;
  std::function<void(std::size_t done, std::size_t total)> progress;  ///< may be empty
};

/// Scores every item of `data` against its label, and against its votes where it has some. Pictures that cannot be
/// decoded, and under `detect` pictures without a face, count as errors. Results do not depend on `threads`. The worst
/// mistakes get their pictures (eval/mistakes.hpp). Errors: as of map_labels() and evaluate();
/// kInvalidData when no item has a label of the model; kNotFound when no item has a column to slice by.
Result<Evaluation> evaluate_faces(const pipeline::FaceRecognizer& recognizer, const dataset::FaceData& data,
                                  const FaceEvaluationOptions& options = {});

}  // namespace emo::eval
