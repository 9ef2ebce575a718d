// Logits of many faces from the inference engine, for calibration and for teachers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "train/face_dataset.hpp"
#include "train/teacher_progress.hpp"

namespace emo::train {

enum class FaceViews : std::uint8_t { kAsItIs, kBoth };

/// One matrix per head of the bundle, row-major [faces, K], in the order of the faces.
struct FaceLogits {
  std::vector<std::vector<float>> plain;
  std::vector<std::vector<float>> mirrored;  ///< of the mirror images; empty unless FaceViews::kBoth
};

/// Images stored in another size or in other channels than the bundle reads are resampled. Runs on `threads` threads.
/// Faces left out because `told` ended the work are zeros. Errors: those of models::ImageModel.
Result<FaceLogits> face_engine_logits(const io::Bundle& bundle, const FaceImages& images,
                                      const std::vector<FaceExample>& examples, int threads, FaceViews views,
                                      const RowsDone& told = {});

}  // namespace emo::train
