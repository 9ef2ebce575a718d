// Which faces of a set are copies of each other.
#pragma once

#include <cstddef>
#include <vector>

#include "train/face_dataset.hpp"

namespace emo::train {

/// For each of `rows` (indices into `images`) the number of its group: equal pixels, or perceptual hashes within 2 bits
/// of each other (resized, recompressed or lightened copies), directly or by way of others. Groups are numbered in
/// order of first appearance. Beyond 40,000 rows only equal hashes count, since every pair would have to be compared.
std::vector<std::size_t> duplicate_groups(const FaceImages& images, const std::vector<std::size_t>& rows);

}  // namespace emo::train
