// What is drawn around faces. The drawing of boxes, words and bars is vision's.
#include "face_annotation.hpp"

#include <algorithm>

#include "pipeline/face_json.hpp"
#include "vision/draw.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kShownBars = 3;

vision::Colour colour_of_box(std::string_view label, bool abstained) {
  if (abstained) return {160, 160, 160};
  if (label == "happiness" || label == "joy") return {255, 200, 40};
  if (label == "anger") return {230, 60, 50};
  if (label == "sadness") return {70, 120, 240};
  if (label == "fear") return {180, 90, 220};
  if (label == "disgust") return {90, 180, 70};
  if (label == "surprise") return {40, 200, 210};
  return {235, 235, 235};
}

void draw_face(vision::Image& image, const pipeline::FaceResult& face, const std::string& name,
               const std::string& label, const std::vector<float>& probabilities,
               const std::vector<std::string>& labels) {
  const auto box = pipeline::shown_box(face.box, image.width, image.height);
  vision::Annotation annotation;
  annotation.box = {static_cast<float>(box.x), static_cast<float>(box.y), static_cast<float>(box.w),
                    static_cast<float>(box.h)};
  annotation.label = face.abstained ? name + "? (" + face.reasons.front() + ")" : name;
  for (const auto& score : pipeline::sorted_scores({{}, probabilities}, labels, kShownBars)) {
    annotation.bars.push_back({std::string(score.label), static_cast<double>(score.score)});
  }
  annotation.colour = colour_of_box(label, face.abstained);
  vision::draw_annotation(image, annotation, vision::text_size_for(image));
}

}  // namespace

vision::Image annotated(const vision::Image& image, const pipeline::PictureResult& result,
                        const pipeline::FaceRecognizer& recognizer) {
  const std::size_t primary = recognizer.primary_head();
  vision::Image out = vision::to_rgb(image);
  for (const auto& face : result.faces) {
    draw_face(out, face, face.label, face.label, face.heads[primary].probabilities,
              recognizer.manifest().heads[primary].labels);
  }
  return out;
}

vision::Image annotated(const vision::Image& image, const pipeline::FilmPicture& picture,
                        const pipeline::FaceRecognizer& recognizer) {
  vision::Image out = vision::to_rgb(image);
  for (const auto& face : picture.faces) {
    draw_face(out, face.face, std::to_string(face.track) + " " + face.smoothed_label, face.smoothed_label,
              face.smoothed, recognizer.manifest().heads[recognizer.primary_head()].labels);
  }
  return out;
}

Result<void> write_annotated(const std::string& path, const vision::Image& image, const pipeline::PictureResult& result,
                             const pipeline::FaceRecognizer& recognizer) {
  return vision::write_image_file(path, annotated(image, result, recognizer));
}

}  // namespace emo::cli
