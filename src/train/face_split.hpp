// Which faces of the training sets are learnt, and which are kept to judge by.
#pragma once

#include <vector>

#include "train/face_dataset.hpp"

namespace emo::train {

/// Moves a share of every class of every head from data.train to data.dev (config.dev_fraction, where `dev`), and
/// another to data.test (config.test_fraction), but never all of it. All copies of an image (duplicate_groups()) go the
/// same way, and count as of the class of the first. Follows from config.split_seed, or config.seed where that is 0.
void hold_out_faces(const FaceTrainConfig& config, bool dev, FaceDataset& data);

/// Drops training rows whose pixels stand in dev or test. Returns them.
std::vector<FaceExample> drop_copies_of_held_out(FaceDataset& data);

/// Counts the rows of dev and test that have a copy (duplicate_groups()) among the training rows
/// (data.judged_near_copies).
void count_near_copies(FaceDataset& data);

}  // namespace emo::train
