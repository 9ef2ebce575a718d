// What teacher bundles say about the training faces.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/face_dataset.hpp"
#include "train/head_carry_over.hpp"
#include "train/head_plan.hpp"
#include "train/observer.hpp"

namespace emo::train {

/// A head that a run and a teacher have in common.
struct SharedHead {
  std::size_t ours = 0, theirs = 0;
  std::vector<std::size_t> columns;  ///< their class for each of our classes
};

/// The heads of the same name with the same classes, in whatever order. Errors: kInvalidData (none; names `path`).
Result<std::vector<SharedHead>> shared_heads(const std::vector<HeadPlan>& ours, const std::vector<KnownHead>& theirs,
                                             const std::string& path);

/// Lineage of every teacher, for the manifest. Errors: those of io::open_bundle; kInvalidData when a teacher has no
/// head of the run.
Result<std::vector<std::string>> face_teacher_names(const FaceTrainConfig& config);

/// Fills FaceExample::teacher of the training faces: for every head of the config the mean
/// probabilities (temperature 1, no bias) of the teachers that have a head of that name with the same classes, in
/// whatever order. Faces are shown as they are stored and mirrored, without other augmentation, at the size that the
/// teacher reads. Errors: those of io::open_bundle and face_engine_logits; kInvalidData when a teacher has no such
/// head.
Result<void> add_face_teachers(const FaceTrainConfig& config, int threads, FaceDataset& data,
                               TrainingObserver& observer);

}  // namespace emo::train
