// Exact and near duplicates among small grey faces.
#pragma once

#include <cstdint>
#include <span>

#include "doctor/duplicate_rules.hpp"
#include "doctor/face_data.hpp"

namespace emo::doctor {

/// Items whose decoded pixels are equal (digest, verified on the reduced faces).
DuplicateGroups exact_face_duplicates(const FaceSet& faces);

struct NearFaceOptions {
  int max_bits = 10;          ///< differing bits of 64 between the perceptual hashes of candidates
  double max_difference = 8;  ///< mean absolute grey difference (0..255) after equalising mean and contrast
};

/// Groups (connected components) of items that are nearly the same picture, mirrored or not, brighter or not, with
/// their exact copies. Candidates by vision::perceptual_hash of the face and of its mirror image, verified by mean grey
/// difference. Every pair of hashes is compared: O(n^2) operations on 64 bits,
/// about a second for 40,000 faces. Flat faces have no hash and are left out. Deterministic.
DuplicateGroups near_face_duplicates(const FaceSet& faces, const NearFaceOptions& options = {});

}  // namespace emo::doctor
