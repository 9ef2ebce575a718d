// The faces of a film, picture by picture, each with the track it belongs to.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "pipeline/face_recognizer.hpp"
#include "pipeline/face_tracker.hpp"
#include "vision/image.hpp"
#include "vision/scene_cuts.hpp"

namespace emo::pipeline {

struct FilmOptions {
  int detect_every = 1;  ///< the detector runs on every N-th picture of a take; in between the tracks' boxes move on
  TrackerOptions tracker;
};

struct FilmFace {
  std::uint64_t track = 0;
  FaceResult face;              ///< of this picture alone
  std::vector<float> smoothed;  ///< probabilities of the primary head over the last moments of the track
  std::string smoothed_label;
};

struct FilmPicture {
  std::int64_t index = 0;
  double seconds = 0;
  int width = 0, height = 0;
  bool detected = true;  ///< false: the boxes are predicted
  std::vector<FilmFace> faces;
};

/// Follows faces through pictures given in order of time, within one take: after a hard cut (vision/scene_cuts.hpp)
/// every face begins a new track. Constant memory. Not thread-safe; the recognizer may be shared.
class FaceFilm {
 public:
  /// `recognizer` must outlive this.
  FaceFilm(const FaceRecognizer& recognizer, const FilmOptions& options);
  /// Errors: kInvalidInput for a time before that of the picture before, or that is none, and for an image that is none
  /// (see vision::check_image); as of FaceRecognizer::detect and classify.
  Result<FilmPicture> answer(const vision::Image& image, std::int64_t index, double seconds);
  [[nodiscard]] std::uint64_t tracks_begun() const { return tracker_.tracks_begun(); }

 private:
  const FaceRecognizer& recognizer_;
  const FilmOptions options_;
  FaceTracker tracker_;
  vision::SceneCuts cuts_;
  std::uint64_t pictures_ = 0;                                 ///< of this take
  double seconds_ = -std::numeric_limits<double>::infinity();  ///< of the picture before
};

/// Appends, without a line end: {"frame","time","detected","faces":[{"track", … as append_face_json …,
/// "smoothed":{"label","scores":[…]}}]}. `time` in seconds.
void append_film_json(std::string& out, const FilmPicture& picture, const io::Manifest& manifest, std::size_t primary,
                      std::size_t top_k = 0);
/// Appends frame,time,track,x,y,w,h,detection,label,score,smoothed_label,smoothed_score,<labels>,<smoothed_ labels>,
/// reasons; the last as in append_picture_csv_header.
void append_film_csv_header(std::string& out, const io::Manifest& manifest, std::size_t primary);
/// Appends a record per face; none for a picture without faces.
void append_film_csv(std::string& out, const FilmPicture& picture, std::size_t primary);

}  // namespace emo::pipeline
