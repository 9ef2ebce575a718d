// Which head of a start a run's heads begin with, where several know their classes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "emo/error.hpp"
#include "train/face_dataset.hpp"
#include "train/head_carry_over.hpp"
#include "train/observer.hpp"

namespace emo::train {

/// Per head of the config the head to begin with of `known`, those of the bundle at config.init, by its place; nullopt:
/// source_of() decides by names. Where several heads know every class, as FER+'s and FER2013's of models/face do, names
/// tell nothing about how a data set uses them: the head that is right for most of up to a thousand training faces is
/// taken, in doubt that of source_of(). Says so where they differ. Preconditions: labels are filled, config.init is a
/// face bundle. Runs on `threads` threads. Errors: those of io::open_bundle and models::ImageModel.
Result<std::vector<std::optional<std::size_t>>> heads_that_read_best(const FaceTrainConfig& config,
                                                                     const FaceDataset& data,
                                                                     std::span<const KnownHead> known, int threads,
                                                                     TrainingObserver& observer);

}  // namespace emo::train
