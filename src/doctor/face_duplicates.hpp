// Exact and near duplicates among small grey faces.
#pragma once

#include <cstdint>
#include <span>

#include "doctor/duplicate_rules.hpp"
#include "doctor/face_data.hpp"
#include "vision/near_copies.hpp"

namespace emo::doctor {

/// Items whose decoded pixels are equal (digest, verified on the reduced faces).
DuplicateGroups exact_face_duplicates(const FaceSet& faces);

/// Groups (connected components) of items that are nearly the same picture, mirrored or not, brighter or not, with
/// their exact copies (vision::find_near_copies, so O(n^2)).
DuplicateGroups near_face_duplicates(const FaceSet& faces, const vision::NearCopyOptions& options = {});

}  // namespace emo::doctor
