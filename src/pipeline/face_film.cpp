// Leads the pictures of a film through detector, tracker and model, and writes down what they said. Decodes no film
// (src/video) and draws nothing (vision/draw_annotation): it is given pictures and their times.
#include "pipeline/face_film.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/largest.hpp"
#include "core/number_words.hpp"
#include "pipeline/csv_text.hpp"
#include "pipeline/face_json.hpp"
#include "pipeline/json_members.hpp"
#include "pipeline/json_text.hpp"

namespace emo::pipeline {
namespace {

constexpr int kTimeDecimals = 4;

}  // namespace

FaceFilm::FaceFilm(const FaceRecognizer& recognizer, const FilmOptions& options)
    : recognizer_(recognizer), options_(options), tracker_(options.tracker) {}

Result<FilmPicture> FaceFilm::answer(const vision::Image& image, std::int64_t index, double seconds) {
  // Going back would give the smoothed scores weights beyond 0..1.
  constexpr double kFurthest = 1e12;
  if (!(std::abs(seconds) <= kFurthest) || seconds < seconds_) {
    return Error{ErrorCode::kInvalidInput, "picture " + std::to_string(index) + " is at " +
                                               core::formatted("%.6f", seconds) +
                                               " s, expected a time that is not before that of the picture before"};
  }
  EMO_TRY(vision::check_image(image));  // before the pixels are compared with those of the picture before
  seconds_ = seconds;
  FilmPicture picture{index, seconds, image.width, image.height, true, {}};
  if (cuts_.cut_before(image)) {
    tracker_.restart();
    pictures_ = 0;
  }
  picture.detected = pictures_++ % static_cast<std::uint64_t>(std::max(1, options_.detect_every)) == 0;
  std::vector<FaceTrack*> tracks;
  if (picture.detected) {
    EMO_ASSIGN(const auto boxes, recognizer_.detect(image));
    tracks = tracker_.update(seconds, boxes);
    std::erase(tracks, nullptr);
  } else {
    tracks = tracker_.predict(seconds);
  }
  std::vector<DetectedBox> boxes;
  boxes.reserve(tracks.size());
  for (const FaceTrack* track : tracks) boxes.push_back(track->box);
  EMO_ASSIGN(auto faces, recognizer_.classify(image, boxes));
  const std::size_t primary = recognizer_.primary_head();
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    tracker_.smooth(*tracks[i], seconds, faces[i].heads[primary].probabilities);
    const auto& labels = recognizer_.manifest().heads[primary].labels;
    picture.faces.push_back(
        {tracks[i]->id, std::move(faces[i]), tracks[i]->smoothed, labels[core::index_of_largest(tracks[i]->smoothed)]});
  }
  return picture;
}

void append_film_json(std::string& out, const FilmPicture& picture, const io::Manifest& manifest, std::size_t primary,
                      std::size_t top_k) {
  out += "{\"frame\":" + std::to_string(picture.index) + ",\"time\":";
  append_number(out, picture.seconds, kTimeDecimals);
  out += picture.detected ? ",\"detected\":true,\"faces\":[" : ",\"detected\":false,\"faces\":[";
  for (std::size_t i = 0; i < picture.faces.size(); ++i) {
    const FilmFace& face = picture.faces[i];
    if (i != 0) out += ',';
    out += "{\"track\":" + std::to_string(face.track) + ',';
    std::string alone;
    append_face_json(alone, face.face, picture.width, picture.height, manifest, primary, top_k);
    out.append(alone, 1, alone.size() - 2);  // its members
    out += ",\"smoothed\":{\"label\":";
    append_json_string(out, face.smoothed_label);
    out += ",\"scores\":";
    append_scores_json(out, sorted_scores({{}, face.smoothed}, manifest.heads[primary].labels, top_k));
    out += "}}";
  }
  out += "]}";
}

void append_film_csv_header(std::string& out, const io::Manifest& manifest, std::size_t primary) {
  out += "frame,time,track,x,y,w,h,detection,label,score,smoothed_label,smoothed_score";
  for (const std::string_view prefix : {std::string_view(), std::string_view("smoothed_")}) {
    for (const auto& label : manifest.heads[primary].labels) {
      out += ',';
      append_csv_field(out, std::string(prefix) + label);
    }
  }
  out += ",reasons\n";
}

void append_film_csv(std::string& out, const FilmPicture& picture, std::size_t primary) {
  for (const FilmFace& face : picture.faces) {
    const PixelBox box = shown_box(face.face.box, picture.width, picture.height);
    const auto& probabilities = face.face.heads[primary].probabilities;
    const auto number = [&out](double value, int decimals) {
      out += ',';
      append_number(out, value, decimals);
    };
    const auto word = [&out](const std::string& text) {
      out += ',';
      append_csv_field(out, text);
    };
    out += std::to_string(picture.index);
    number(picture.seconds, kTimeDecimals);
    out += ',' + std::to_string(face.track);
    for (const int value : {box.x, box.y, box.w, box.h}) out += ',' + std::to_string(value);
    number(static_cast<double>(face.face.detection), kScoreDecimals);
    word(face.face.label);
    number(static_cast<double>(probabilities[core::index_of_largest(probabilities)]), kScoreDecimals);
    word(face.smoothed_label);
    number(static_cast<double>(face.smoothed[core::index_of_largest(face.smoothed)]), kScoreDecimals);
    for (const float value : probabilities) number(static_cast<double>(value), kScoreDecimals);
    for (const float value : face.smoothed) number(static_cast<double>(value), kScoreDecimals);
    word(joined_reasons(face.face));
    out += '\n';
  }
}

}  // namespace emo::pipeline
