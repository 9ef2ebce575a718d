// Batches of pictures: a folder, pattern, list or table in, one line of faces per picture out.
#pragma once

#include <memory>

#include "pipeline/batch_run.hpp"
#include "pipeline/face_recognizer.hpp"
#include "pipeline/picture_rows.hpp"
#include "vision/decode.hpp"

namespace emo::pipeline {

/// csv: a record per face; jsonl: a line per picture. All references must outlive the task.
std::unique_ptr<BatchTask> face_batch_task(const FaceRecognizer& recognizer, const PictureSource& pictures,
                                           const BatchOptions& options, const vision::ImageLimits& limits = {});

/// Decodes and answers one file. Errors: as of vision::decode_image_file and FaceRecognizer::recognize.
Result<PictureResult> recognize_file(const FaceRecognizer& recognizer, const std::string& path,
                                     const vision::ImageLimits& limits = {});

}  // namespace emo::pipeline
