// What teacher bundles say about the training faces.
#pragma once

#include "emo/error.hpp"
#include "train/face_dataset.hpp"
#include "train/observer.hpp"

namespace emo::train {

/// Fills `data.teachers`, and FaceExample::teacher of the training faces: for every head of the config the mean
/// probabilities (temperature 1, no bias) of the teachers that have a head of that name with the same classes, in
/// whatever order. Faces are shown as they are stored and mirrored, without other augmentation, at the size that the
/// teacher reads. Errors: those of io::open_bundle and face_engine_logits; kInvalidData when a teacher has no such
/// head.
Result<void> add_face_teachers(const FaceTrainConfig& config, int threads, FaceDataset& data,
                               TrainingObserver& observer);

}  // namespace emo::train
