// What finished models say about the training rows, for a student to imitate.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/observer.hpp"
#include "train/text_dataset.hpp"

namespace emo::train {

/// Lineage of every teacher, with the heads that it is asked for, for the manifest. Errors: as of io::open_bundle;
/// kInvalidData when no head of a teacher fits, or one that is asked for does not.
Result<std::vector<std::string>> text_teacher_names(const TextTrainConfig& config);

/// The bundles of `config.teachers`, without the heads that they are asked for.
std::vector<std::string> text_teacher_bundles(const TextTrainConfig& config);

/// Fills TextExample::teacher of every training row (of sources to imitate) with the mean
/// probabilities of `config.teachers` (bundles), for the heads that have the same name and labels; a head that no
/// teacher has stays without. "BUNDLE:head,head" asks a teacher for these heads alone. Runs the teachers in the
/// inference engine, once, on `threads` threads. No teachers: nothing. Errors: as of io::open_bundle; kInvalidData when
/// no head of a teacher fits, or one that is asked for does not.
Result<void> add_text_teachers(const TextTrainConfig& config, int threads, TextDataset& data,
                               TrainingObserver& observer);

}  // namespace emo::train
