// Sets of labelled faces on disk: listed first, then read at one size.
#pragma once

#include <cstdint>

#include "dataset/face_dataset.hpp"
#include "emo/error.hpp"
#include "train/face_dataset.hpp"
#include "vision/image.hpp"

namespace emo::train {

/// The size that every image of a run is stored in.
struct FaceSize {
  std::int64_t height = 48, width = 48, channels = 1;
};

/// The faces of one source (layouts: dataset/face_dataset.hpp), files not decoded yet. Errors: those of
/// dataset::read_face_data.
Result<dataset::FaceData> list_faces(const FaceSourcePlan& source);

/// The median of the shorter sides of up to 64 pictures spread over the list, in pixels, by their headers; 0 when none
/// of them can be read.
std::int64_t usual_side(const dataset::FaceData& data);

/// The whole image in the channels and at the size of a network's input.
vision::Image at_size(vision::Image image, const FaceSize& size);

/// What list_faces() found, every image resampled as a whole to `size`. What cannot be read goes to `rejected`, the
/// rest goes on. Errors: kInvalidData when no image can be read.
Result<RawFaces> read_faces(const FaceSourcePlan& source, dataset::FaceData data, const FaceSize& size);

}  // namespace emo::train
