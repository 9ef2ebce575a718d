// The public JSON and CSV of faces. The names are a promise to users: add, never rename. Films add tracks and times to
// the same fields in face_film.cpp; texts have result_json.cpp and result_csv.cpp.
#include "pipeline/face_json.hpp"

#include <algorithm>
#include <cmath>

#include "pipeline/csv_text.hpp"
#include "pipeline/head_decision.hpp"
#include "pipeline/json_members.hpp"
#include "pipeline/json_text.hpp"

namespace emo::pipeline {
namespace {

constexpr int kQualityDecimals = 4;
constexpr int kDegreeDecimals = 1;

void append_member(std::string& out, std::string_view name, float value) {
  if (out.back() != '{') out += ',';
  append_json_string(out, name);
  out += ':';
  append_number(out, static_cast<double>(value), kQualityDecimals);
}

void append_scores(std::string& out, std::string_view name, const std::vector<Score>& scores) {
  out += ',';
  append_json_string(out, name);
  out += ':';
  append_scores_json(out, scores);
}

std::string box_fields(const PixelBox& box, std::string_view between) {
  std::string text = std::to_string(box.x);
  for (const int value : {box.y, box.w, box.h}) text += std::string(between) + std::to_string(value);
  return text;
}

}  // namespace

PixelBox shown_box(const vision::RectF& box, int width, int height) {
  const auto inside = [](float value, int low, int high) {
    return std::clamp(static_cast<int>(std::lround(std::clamp(value, -1e6F, 1e6F))), low, high);
  };
  PixelBox shown;
  shown.x = inside(box.x, 0, width - 1);
  shown.y = inside(box.y, 0, height - 1);
  shown.w = inside(box.x + box.width, shown.x + 1, width) - shown.x;
  shown.h = inside(box.y + box.height, shown.y + 1, height) - shown.y;
  return shown;
}

std::optional<std::vector<std::string_view>> face_label_set(const FaceResult& face, const io::Manifest& manifest,
                                                            std::size_t primary) {
  if (!gives_sets(manifest.heads[primary])) return std::nullopt;
  std::vector<std::string_view> labels;
  for (const std::size_t k : label_set(manifest.heads[primary], face.heads[primary].probabilities)) {
    labels.emplace_back(manifest.heads[primary].labels[k]);
  }
  return labels;
}

std::vector<Score> sorted_scores(const HeadScores& scores, const std::vector<std::string>& labels, std::size_t top_k) {
  std::vector<Score> sorted;
  for (std::size_t k = 0; k < labels.size(); ++k) sorted.push_back({labels[k], scores.probabilities[k]});
  sort_and_cut(sorted, top_k);
  return sorted;
}

void append_face_json(std::string& out, const FaceResult& face, int width, int height, const io::Manifest& manifest,
                      std::size_t primary, std::size_t top_k) {
  const PixelBox box = shown_box(face.box, width, height);
  out += "{\"box\":{\"x\":" + std::to_string(box.x) + ",\"y\":" + std::to_string(box.y) +
         ",\"w\":" + std::to_string(box.w) + ",\"h\":" + std::to_string(box.h) + "},\"detection\":";
  append_number(out, static_cast<double>(face.detection), kScoreDecimals);
  out += ",\"label\":";
  append_json_string(out, face.label);
  append_abstention_json(out, face);
  if (const auto set = face_label_set(face, manifest, primary)) {
    out += ",\"set\":[";
    for (std::size_t i = 0; i < set->size(); ++i) {
      if (i != 0) out += ',';
      append_json_string(out, (*set)[i]);
    }
    out += "],\"set_coverage\":";
    append_number(out, manifest.heads[primary].calibration->conformal->coverage, kScoreDecimals);
  }
  append_scores(out, "scores", sorted_scores(face.heads[primary], manifest.heads[primary].labels, top_k));
  if (face.heads.size() > 1) {
    out += ",\"heads\":{";
    std::string others;
    for (std::size_t h = 0; h < face.heads.size(); ++h) {
      if (h == primary) continue;
      append_scores(others, manifest.heads[h].name, sorted_scores(face.heads[h], manifest.heads[h].labels, top_k));
    }
    out += others.substr(1) + "}";
  }
  const FaceQuality& quality = face.quality;
  out += ",\"quality\":{";
  append_member(out, "size", quality.size);
  append_member(out, "sharpness", quality.sharpness);
  append_member(out, "light", quality.light);
  append_member(out, "contrast", quality.contrast);
  append_member(out, "clipped", quality.clipped);
  append_member(out, "cut", quality.cut);
  append_member(out, "symmetry", quality.symmetry);
  if (face.tilt) {
    out += ",\"tilt\":";
    append_number(out, static_cast<double>(*face.tilt), kDegreeDecimals);
  }
  out += "}}";
}

void append_picture_json(std::string& out, std::string_view source, const PictureResult& picture,
                         const io::Manifest& manifest, std::size_t primary, std::size_t top_k) {
  out += "{\"source\":";
  append_json_string(out, source);
  out += ",\"width\":" + std::to_string(picture.width) + ",\"height\":" + std::to_string(picture.height);
  out += ",\"faces\":[";
  for (std::size_t i = 0; i < picture.faces.size(); ++i) {
    if (i != 0) out += ',';
    append_face_json(out, picture.faces[i], picture.width, picture.height, manifest, primary, top_k);
  }
  out += ']';
  append_model_member(out, manifest);
  out += '}';
}

void append_picture_error_json(std::string& out, std::string_view source, const Error& error) {
  out += "{\"source\":";
  append_json_string(out, source);
  append_error_member(out, error);
  out += '}';
}

void append_abstention_json(std::string& out, const FaceResult& face) {
  out += face.abstained ? ",\"abstained\":true,\"reasons\":[" : ",\"abstained\":false";
  for (std::size_t i = 0; i < face.reasons.size(); ++i) {
    if (i != 0) out += ',';
    append_json_string(out, face.reasons[i]);
  }
  if (face.abstained) out += ']';
}

std::string joined_reasons(const FaceResult& face) {
  std::string reasons;
  for (const auto& reason : face.reasons) reasons += (reasons.empty() ? "" : "|") + reason;
  return reasons;
}

void append_picture_csv_header(std::string& out, const io::Manifest& manifest, std::size_t primary) {
  out += "source,face,x,y,w,h,detection,label,score";
  for (const auto& label : manifest.heads[primary].labels) {
    out += ',';
    append_csv_field(out, label);
  }
  out += gives_sets(manifest.heads[primary]) ? ",reasons,set,error\n" : ",reasons,error\n";
}

void append_picture_csv(std::string& out, std::string_view source, const PictureResult& picture,
                        const io::Manifest& manifest, std::size_t primary) {
  for (std::size_t i = 0; i < picture.faces.size(); ++i) {
    const FaceResult& face = picture.faces[i];
    const auto& probabilities = face.heads[primary].probabilities;
    append_csv_field(out, source);
    out += ',' + std::to_string(i) + ',' + box_fields(shown_box(face.box, picture.width, picture.height), ",") + ',';
    append_number(out, static_cast<double>(face.detection), kScoreDecimals);
    out += ',';
    append_csv_field(out, face.label);
    out += ',';
    append_number(out, static_cast<double>(*std::max_element(probabilities.begin(), probabilities.end())),
                  kScoreDecimals);
    for (const float probability : probabilities) {
      out += ',';
      append_number(out, static_cast<double>(probability), kScoreDecimals);
    }
    out += ',';
    append_csv_field(out, joined_reasons(face));
    out += ',';
    if (const auto set = face_label_set(face, manifest, primary)) {
      std::string labels;
      for (const auto label : *set) labels += (labels.empty() ? "" : "|") + std::string(label);
      append_csv_field(out, labels);
      out += ',';
    }
    out += '\n';
  }
  if (!picture.faces.empty()) return;
  append_csv_field(out, source);
  out.append(8 + manifest.heads[primary].labels.size() + (gives_sets(manifest.heads[primary]) ? 3 : 2), ',');
  out += '\n';
}

void append_picture_error_csv(std::string& out, std::string_view source, const Error& error,
                              const io::Manifest& manifest, std::size_t primary) {
  append_csv_field(out, source);
  out.append(8 + manifest.heads[primary].labels.size() + (gives_sets(manifest.heads[primary]) ? 3 : 2), ',');
  append_csv_field(out, std::string(error_info(error.code).name) + ": " + error.message);
  out += '\n';
}

}  // namespace emo::pipeline
