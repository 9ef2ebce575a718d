// Batches of faces as tensors: which rows, their random views, their targets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "train/face_config.hpp"
#include "train/face_dataset.hpp"
#include "train/libtorch.hpp"

namespace emo::train {

/// How often each training row is expected in an epoch: its source's `repeat`, and with config.balance the rarity of
/// its class (that of the first head with a label of it).
std::vector<double> expected_copies(const FaceTrainConfig& config, const FaceDataset& data);

/// How often an epoch shows each class of a head; votes count by their shares, and rows by their `copies`.
std::vector<double> class_mass(const FaceDataset& data, const std::vector<double>& copies, std::size_t head,
                               std::size_t classes);

/// The rows of one epoch in batches of config.batch (a rest of one row is left out: it has no batch statistics), each
/// row as often as expected_copies() says on average. Follows from (seed, epoch).
std::vector<std::vector<std::size_t>> face_epoch(const FaceTrainConfig& config, const FaceDataset& data,
                                                 std::int64_t epoch);

struct FaceBatch {
  at::Tensor images;                ///< [B, C, side, side], channels last in memory
  std::vector<at::Tensor> targets;  ///< per head [B, K]; rows of zeros have no label
  std::vector<at::Tensor> teacher;  ///< per head [B, K]; undefined = nobody was taught
  at::Tensor unspoilt;              ///< `images` before light, lenses, codecs and erasing; undefined if nobody looks
  bool mixed = false;               ///< images are mixtures of two faces
};

/// Random views of `rows`; mixup or cutmix by their probabilities before `progress` reaches mix_until; the unspoilt
/// views too where teachers look at them. `seed` decides everything random, whatever the number of threads.
/// Precondition: at most kMostSeededRows rows.
FaceBatch training_batch(const FaceTrainConfig& config, const FaceDataset& data, const std::vector<std::size_t>& rows,
                         std::int64_t side, double progress, std::uint64_t seed);

/// How many of `most` images of side x side pixels go through the network together: so many of 96 x 96, fewer of larger
/// ones, for memory grows with the pixels; at least 16.
std::size_t images_at_once(std::size_t most, std::int64_t side);

/// The faces `first` .. `first + count - 1` of `examples` as they are.
at::Tensor plain_batch(const FaceDataset& data, const std::vector<FaceExample>& examples, std::size_t first,
                       std::size_t count, std::int64_t side, bool mirrored);

}  // namespace emo::train
