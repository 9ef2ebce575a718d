// What is drawn around faces: which words, bars and colours. The drawing is vision's, places included; heat maps are
// pipeline/occlusion_map's.
#include "face_annotation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/face_json.hpp"
#include "vision/draw.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kShownBars = 3;

/// Of the classes of the mission by name; other classes take them by their places among `labels`.
vision::Colour colour_of_box(std::string_view label, const std::vector<std::string>& labels, bool abstained) {
  struct Named {
    std::string_view label;
    vision::Colour colour;
  };
  constexpr std::array<Named, 8> kColours{{{"happiness", {255, 200, 40}},
                                           {"sadness", {70, 120, 240}},
                                           {"anger", {230, 60, 50}},
                                           {"disgust", {90, 180, 70}},
                                           {"fear", {180, 90, 220}},
                                           {"surprise", {40, 200, 210}},
                                           {"", {240, 140, 40}},
                                           {"neutral", {235, 235, 235}}}};
  if (abstained) return {160, 160, 160};
  const std::string_view known = label == "joy" ? "happiness" : label;
  const auto named =
      std::find_if(kColours.begin(), kColours.end(), [&](const Named& entry) { return entry.label == known; });
  if (named != kColours.end()) return named->colour;
  const auto place = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
  return kColours[place % kColours.size()].colour;
}

vision::Annotation annotation_of(const vision::RectF& box, const pipeline::FaceResult& face, const std::string& name,
                                 const std::string& label, const std::vector<float>& probabilities,
                                 const std::vector<std::string>& labels) {
  vision::Annotation annotation;
  annotation.box = box;
  annotation.brief = face.abstained ? name + "?" : name;
  annotation.label = face.abstained ? name + "? (" + face.reasons.front() + ")" : name;
  for (const auto& score : pipeline::sorted_scores({{}, probabilities}, labels, kShownBars)) {
    annotation.bars.push_back({std::string(score.label), static_cast<double>(score.score)});
  }
  annotation.colour = colour_of_box(label, labels, face.abstained);
  return annotation;
}

vision::RectF rect_of(const pipeline::PixelBox& box, int scale) {
  return {static_cast<float>(box.x * scale), static_cast<float>(box.y * scale), static_cast<float>(box.w * scale),
          static_cast<float>(box.h * scale)};
}

}  // namespace

vision::Image annotated(const vision::Image& image, const pipeline::PictureResult& result,
                        const pipeline::FaceRecognizer& recognizer) {
  const std::size_t primary = recognizer.primary_head();
  const int scale = annotation_scale(image.width, image.height);
  vision::Image out = vision::resize(vision::to_rgb(image), image.width * scale, image.height * scale);
  std::vector<vision::Annotation> annotations;
  for (const auto& face : result.faces) {
    annotations.push_back(annotation_of(rect_of(pipeline::shown_box(face.box, image.width, image.height), scale), face,
                                        face.label, face.label, face.heads[primary].probabilities,
                                        recognizer.manifest().heads[primary].labels));
  }
  vision::draw_annotations(out, annotations, vision::text_size_for(out, annotations));
  return out;
}

vision::Image FilmAnnotator::annotated(const vision::Image& image, const pipeline::FilmPicture& picture) {
  vision::Image out = vision::to_rgb(image);
  std::vector<vision::Annotation> annotations;
  for (const auto& face : picture.faces) {
    annotations.push_back(annotation_of(rect_of(pipeline::shown_box(face.face.box, image.width, image.height), 1),
                                        face.face, std::to_string(face.track) + " " + face.smoothed_label,
                                        face.smoothed_label, face.smoothed,
                                        recognizer_.manifest().heads[recognizer_.primary_head()].labels));
    const auto last = seats_.find(face.track);
    if (last != seats_.end()) annotations.back().last_seat = last->second;
  }
  const auto seats = vision::draw_annotations(out, annotations, vision::text_size_for(out, annotations));
  std::map<std::uint64_t, std::size_t> now;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const auto seat = seats[i] ? seats[i] : annotations[i].last_seat;
    if (seat) now[picture.faces[i].track] = *seat;
  }
  seats_ = std::move(now);
  return out;
}

int annotation_scale(int width, int height) {
  constexpr int kReadable = 300;  // shorter side that has room for words beside a face
  constexpr int kMost = 8;
  constexpr int kLongest = 2000;  // of an enlarged picture: a strip stays one
  const int wanted = (kReadable + std::min(width, height) - 1) / std::min(width, height);
  return std::max(1, std::min({wanted, kMost, kLongest / std::max(width, height)}));
}

Result<void> write_annotated(const std::string& path, const vision::Image& image, const pipeline::PictureResult& result,
                             const pipeline::FaceRecognizer& recognizer) {
  return vision::write_image_file(path, annotated(image, result, recognizer));
}

}  // namespace emo::cli
