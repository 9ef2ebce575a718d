// From a picture to heat maps over its faces, and their public JSON. The covering itself is in occlusion_map.cpp, the
// test of whether to believe a map in faithfulness.cpp.
#include "pipeline/face_explanation.hpp"

#include <algorithm>
#include <utility>

#include "core/assert.hpp"
#include "pipeline/explained_label.hpp"
#include "pipeline/explanation_json.hpp"
#include "pipeline/face_json.hpp"
#include "pipeline/image_tensor.hpp"
#include "pipeline/json_members.hpp"
#include "pipeline/json_text.hpp"
#include "vision/transform.hpp"

namespace emo::pipeline {
namespace {

constexpr int kWeightDecimals = 4;
constexpr int kPixelDecimals = 1;

void paste(vision::Image& canvas, const vision::Image& picture, int left, int top) {
  for (int y = 0; y < picture.height; ++y) {
    std::copy_n(picture.row(y), picture.stride(), canvas.row(top + y) + static_cast<std::ptrdiff_t>(left) * 3);
  }
}

}  // namespace

Result<PictureExplanation> explain_faces(const FaceRecognizer& recognizer, const vision::Image& image,
                                         const FaceExplainOptions& options) {
  const auto& manifest = recognizer.manifest();
  const auto& preprocess = manifest.image_preprocess;
  EMO_ASSIGN(auto picture, recognizer.recognize(image));
  PictureExplanation out{picture.width, picture.height, {}};
  for (auto& face : picture.faces) {
    FaceExplanation explanation;
    EMO_ASSIGN(const auto target,
               find_label(manifest, recognizer.primary_head(), options.label.empty() ? face.label : options.label));
    explanation.head = manifest.heads[target.head].name;
    explanation.label = manifest.heads[target.head].labels[target.index];
    const bool detected = recognizer.options().detect;
    explanation.area = detected ? crop_square(face.box, preprocess.margin) : face.box;
    const auto turned = static_cast<double>(face.turned);
    const vision::Image crop =
        detected ? face_crop(image, face.box, preprocess, turned) : whole_as_face(image, preprocess, turned);
    const auto scorer = [&](std::span<const vision::Image> crops) -> Result<std::vector<double>> {
      EMO_ASSIGN(const auto scores, recognizer.score_crops(crops));
      std::vector<double> values;
      values.reserve(scores.size());
      for (const auto& heads : scores) {
        values.push_back(static_cast<double>(heads[target.head].probabilities[target.index]));
      }
      return values;
    };
    EMO_ASSIGN(explanation.map, occlusion_map(crop, scorer, options.occlusion));
    explanation.face = std::move(face);
    out.faces.push_back(std::move(explanation));
  }
  return out;
}

vision::Image draw_face_explanations(const vision::Image& image, const PictureExplanation& explanation, int side,
                                     std::size_t max_faces) {
  const std::size_t faces = std::min(max_faces, explanation.faces.size());
  EMO_ASSERT(faces > 0 && side > 0);
  vision::Image canvas(2 * side, side * static_cast<int>(faces), 3);
  for (std::size_t i = 0; i < faces; ++i) {
    const auto& face = explanation.faces[i];
    const auto seen =
        vision::to_rgb(vision::crop_turned(image, face.area, static_cast<double>(face.face.turned), side, side));
    const int top = side * static_cast<int>(i);
    paste(canvas, seen, 0, top);
    paste(canvas, draw_occlusion_map(seen, face.map, side), side, top);
  }
  return canvas;
}

void append_face_explanation_json(std::string& out, std::string_view source, const PictureExplanation& explanation,
                                  const io::Manifest& manifest) {
  const auto field = [&](const char* name, double value, int decimals) {
    out += name;
    append_number(out, value, decimals);
  };
  out += "{\"source\":";
  append_json_string(out, source);
  out += ",\"width\":" + std::to_string(explanation.width) + ",\"height\":" + std::to_string(explanation.height);
  out += ",\"faces\":[";
  for (std::size_t i = 0; i < explanation.faces.size(); ++i) {
    const auto& face = explanation.faces[i];
    const PixelBox box = shown_box(face.face.box, explanation.width, explanation.height);
    out += i == 0 ? "{\"box\":{\"x\":" : ",{\"box\":{\"x\":";
    out += std::to_string(box.x) + ",\"y\":" + std::to_string(box.y) + ",\"w\":" + std::to_string(box.w) +
           ",\"h\":" + std::to_string(box.h) + "},\"head\":";
    append_json_string(out, face.head);
    out += ",\"label\":";
    append_json_string(out, face.label);
    field(",\"score\":", face.map.score, 6);
    append_abstention_json(out, face.face);
    out += ",\"grid\":{\"rows\":" + std::to_string(face.map.rows) + ",\"columns\":" + std::to_string(face.map.columns);
    field(",\"x\":", static_cast<double>(face.area.x), kPixelDecimals);
    field(",\"y\":", static_cast<double>(face.area.y), kPixelDecimals);
    field(",\"w\":", static_cast<double>(face.area.width), kPixelDecimals);
    field(",\"h\":", static_cast<double>(face.area.height), kPixelDecimals);
    if (face.face.turned != 0) field(",\"turned\":", static_cast<double>(face.face.turned), kPixelDecimals);
    out += ",\"weights\":[";
    for (int row = 0; row < face.map.rows; ++row) {
      for (int column = 0; column < face.map.columns; ++column) {
        out += column == 0 ? (row == 0 ? "[" : ",[") : ",";
        append_number(out, face.map.at(row, column), kWeightDecimals);
      }
      out += ']';
    }
    out += "]},\"faithfulness\":";
    append_faithfulness_json(out, face.map.faithfulness);
    out += '}';
  }
  out += ']';
  append_model_member(out, manifest);
  out += '}';
}

}  // namespace emo::pipeline
