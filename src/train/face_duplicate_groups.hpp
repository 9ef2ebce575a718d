// Which faces of a set are copies of each other.
#pragma once

#include <cstddef>
#include <vector>

#include "train/face_dataset.hpp"

namespace emo::train {

/// For each of `rows` (indices into `images`) the number of its group: equal pixels, or near copies (brighter,
/// recompressed, mirrored: vision::find_near_copies, what `emo doctor` calls copies), directly or by way of others.
/// Groups are numbered in order of first appearance. Beyond 150,000 rows only equal pixels count, since every pair
/// would have to be compared.
std::vector<std::size_t> duplicate_groups(const FaceImages& images, const std::vector<std::size_t>& rows);

}  // namespace emo::train
