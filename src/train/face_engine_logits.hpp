// Logits of many faces from the inference engine, for calibration and for teachers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "train/face_dataset.hpp"

namespace emo::train {

enum class FaceView : std::uint8_t { kAsItIs, kMirrored };

/// One matrix per head of the bundle, row-major [faces, K], in the order of `examples`. Images stored in
/// another size or in other channels than the bundle reads are resampled. Runs on `threads` threads. Errors: those of
/// models::ImageModel.
Result<std::vector<std::vector<float>>> face_engine_logits(const io::Bundle& bundle, const FaceImages& images,
                                                           const std::vector<FaceExample>& examples, int threads,
                                                           FaceView view = FaceView::kAsItIs);

}  // namespace emo::train
