// Faces drawn into a picture: box, label, score bars.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "pipeline/face_film.hpp"
#include "pipeline/face_recognizer.hpp"
#include "vision/image.hpp"

namespace emo::cli {

/// A copy of `image` in RGB with every face of `result`; abstained ones in grey.
vision::Image annotated(const vision::Image& image, const pipeline::PictureResult& result,
                        const pipeline::FaceRecognizer& recognizer);
/// The same for a picture of a film: smoothed scores, with the number of each track.
vision::Image annotated(const vision::Image& image, const pipeline::FilmPicture& picture,
                        const pipeline::FaceRecognizer& recognizer);

/// Writes annotated() as JPEG or PNG, by the extension. Errors: as of vision::write_image_file.
Result<void> write_annotated(const std::string& path, const vision::Image& image, const pipeline::PictureResult& result,
                             const pipeline::FaceRecognizer& recognizer);

}  // namespace emo::cli
