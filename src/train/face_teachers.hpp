// What teacher bundles say about the training faces.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/face_dataset.hpp"
#include "train/observer.hpp"

namespace emo::train {

/// The class of `theirs` that each of `ours` means; nullopt if the two lists do not have the same classes.
std::optional<std::vector<std::size_t>> teacher_columns(const std::vector<std::string>& ours,
                                                        const std::vector<std::string>& theirs);

/// What is wrong with a teacher that has none of our heads.
Error no_common_head(const std::string& path);

/// Fills `data.teachers`, and FaceExample::teacher of the training faces: for every head of the config the mean
/// probabilities (temperature 1, no bias) of the teachers that have a head of that name with the same classes, in
/// whatever order. Faces are shown as they are stored and mirrored, without other augmentation, at the size that the
/// teacher reads. Errors: those of io::open_bundle and face_engine_logits; kInvalidData when a teacher has no such
/// head.
Result<void> add_face_teachers(const FaceTrainConfig& config, int threads, FaceDataset& data,
                               TrainingObserver& observer);

}  // namespace emo::train
