// Sets of labelled faces on disk, read into one form.
#pragma once

#include <cstdint>

#include "emo/error.hpp"
#include "train/face_dataset.hpp"

namespace emo::train {

/// The size that every image of a run is stored in.
struct FaceSize {
  std::int64_t height = 48, width = 48, channels = 1;
};

/// Reads one source (layouts: dataset/face_dataset.hpp), every image resampled as a whole to `size`. Folders that are
/// named 1 to 7 are RAF-DB's classes. What cannot be read goes to `rejected`, the rest goes on. Errors: those of
/// dataset::read_face_data; kInvalidData when no image can be read.
Result<RawFaces> read_faces(const FaceSourcePlan& source, const FaceSize& size);

}  // namespace emo::train
