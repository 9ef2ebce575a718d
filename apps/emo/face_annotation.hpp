// Faces drawn into a picture: box, label, score bars.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "emo/error.hpp"
#include "pipeline/face_film.hpp"
#include "pipeline/face_recognizer.hpp"
#include "vision/image.hpp"

namespace emo::cli {

/// A copy of `image` in RGB with every face of `result`; abstained ones in grey. Small pictures come enlarged by
/// annotation_scale().
vision::Image annotated(const vision::Image& image, const pipeline::PictureResult& result,
                        const pipeline::FaceRecognizer& recognizer);

/// The same for the pictures of a film one after the other, at their own size: smoothed scores, with the number of each
/// track, whose panel stays on the side where it is as long as there is room. Not thread-safe.
class FilmAnnotator {
 public:
  explicit FilmAnnotator(const pipeline::FaceRecognizer& recognizer) : recognizer_(recognizer) {}
  vision::Image annotated(const vision::Image& image, const pipeline::FilmPicture& picture);

 private:
  const pipeline::FaceRecognizer& recognizer_;
  std::map<std::uint64_t, std::size_t> seats_;  ///< of the panels of the last picture's tracks
};

/// By how much a picture of this size is enlarged so that words on it can be read: 1 to 8.
int annotation_scale(int width, int height);

/// Writes annotated() as JPEG or PNG, by the extension. Errors: as of vision::write_image_file.
Result<void> write_annotated(const std::string& path, const vision::Image& image, const pipeline::PictureResult& result,
                             const pipeline::FaceRecognizer& recognizer);

}  // namespace emo::cli
