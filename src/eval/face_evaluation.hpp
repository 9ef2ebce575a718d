// Labelled faces x face model -> predictions -> metrics. What `emo eval face` calls.
#pragma once

#include <cstddef>
#include <functional>

#include "dataset/face_dataset.hpp"
#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "eval/label_mapping.hpp"
#include "pipeline/face_recognizer.hpp"

namespace emo::eval {

struct FaceEvaluationOptions : MappingOptions, ScoringOptions {
  bool detect = false;  ///< find the face first and judge the largest; else every picture is one face
  int threads = 1;
  std::function<void(std::size_t done, std::size_t total)> progress;  ///< may be empty
};

/// Scores every item of `data` against its label. Pictures that cannot be decoded, and under `detect` pictures without
/// a face, count as errors. Results do not depend on `threads`. Errors: as of map_labels() and evaluate();
/// kInvalidData when no item has a label of the model.
Result<Evaluation> evaluate_faces(const pipeline::FaceRecognizer& recognizer, const dataset::FaceData& data,
                                  const FaceEvaluationOptions& options = {});

}  // namespace emo::eval
