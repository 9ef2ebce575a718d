// What is drawn around faces. The drawing of lines, words and bars is vision's.
#include "face_annotation.hpp"

#include <algorithm>
#include <array>

#include "pipeline/face_json.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::cli {
namespace {

using Colour = std::array<std::uint8_t, 3>;

Colour colour_of_box(std::string_view label, bool abstained) {
  if (abstained) return {160, 160, 160};
  if (label == "happiness" || label == "joy") return {255, 200, 40};
  if (label == "anger") return {230, 60, 50};
  if (label == "sadness") return {70, 120, 240};
  if (label == "fear") return {180, 90, 220};
  if (label == "disgust") return {90, 180, 70};
  if (label == "surprise") return {40, 200, 210};
  return {235, 235, 235};
}

void fill(vision::Image& image, int x, int y, int w, int h, const Colour& colour) {
  const int right = std::min(image.width, x + w), bottom = std::min(image.height, y + h);
  for (int row = std::max(0, y); row < bottom; ++row) {
    for (int column = std::max(0, x); column < right; ++column) {
      std::copy(colour.begin(), colour.end(), image.row(row) + 3 * column);
    }
  }
}

void draw_face(vision::Image& image, const pipeline::FaceResult& face, const std::string& label) {
  const auto box = pipeline::shown_box(face.box, image.width, image.height);
  const Colour colour = colour_of_box(label, face.abstained);
  const int line = std::max(1, std::min(image.width, image.height) / 240);
  fill(image, box.x, box.y, box.w, line, colour);
  fill(image, box.x, box.y + box.h - line, box.w, line, colour);
  fill(image, box.x, box.y, line, box.h, colour);
  fill(image, box.x + box.w - line, box.y, line, box.h, colour);
}

}  // namespace

vision::Image annotated(const vision::Image& image, const pipeline::PictureResult& result,
                        const pipeline::FaceRecognizer&) {
  vision::Image out = vision::to_rgb(image);
  for (const auto& face : result.faces) draw_face(out, face, face.label);
  return out;
}

vision::Image annotated(const vision::Image& image, const pipeline::FilmPicture& picture,
                        const pipeline::FaceRecognizer&) {
  vision::Image out = vision::to_rgb(image);
  for (const auto& face : picture.faces) draw_face(out, face.face, face.smoothed_label);
  return out;
}

Result<void> write_annotated(const std::string& path, const vision::Image& image,
                             const pipeline::PictureResult& result, const pipeline::FaceRecognizer& recognizer) {
  return vision::write_image_file(path, annotated(image, result, recognizer));
}

}  // namespace emo::cli
