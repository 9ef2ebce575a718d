// Faces of a film followed from picture to picture, by where they are and how they move. Never by who they are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/detected_boxes.hpp"

namespace emo::pipeline {

struct TrackerOptions {
  float min_iou = 0.25F;           ///< of a detection with a track's predicted box
  float min_new_score = 0.9F;      ///< a detection that continues no track begins one only with so high a score
  float max_distance = 0.6F;       ///< or: centres this close, in sides of the larger box, and sides within a factor 2
  double max_gap_seconds = 0.7;    ///< a face that detections missed for longer is a new track when it comes back
  double smoothing_seconds = 0.4;  ///< time constant of the smoothed scores; 0 = none
};

/// One face over time.
struct FaceTrack {
  std::uint64_t id = 0;                  ///< 1, 2, 3… in the order of appearance; tells nothing about the person
  DetectedBox box;                       ///< as last found, or as predicted since
  float velocity_x = 0, velocity_y = 0;  ///< of the centre, pixels per second
  double last_seen = 0;                  ///< seconds
  std::uint64_t pictures = 0;            ///< in which it was found
  std::vector<float> smoothed;           ///< probabilities of the primary head; empty before the first scores
  double last_scored = 0;
};

/// Greedy matching of predicted boxes by intersection over union, constant velocity in between. A track that the last
/// detections found can be continued by the next, however much later these are. Constant memory: only tracks that can
/// still be continued are kept. Deterministic; not thread-safe.
class FaceTracker {
 public:
  explicit FaceTracker(const TrackerOptions& options = {}) : options_(options) {}

  /// Detections at `time` (seconds, not before that of the call before). Returns for each the track it continues or
  /// begins, nullptr for one that is too uncertain to begin one; the pointers are valid until the next call.
  std::vector<FaceTrack*> update(double time, std::span<const DetectedBox> detections);
  /// No detector ran at `time`: the tracks that were found last time, moved on.
  std::vector<FaceTrack*> predict(double time);
  /// The film goes on elsewhere: no track is continued. Numbers count on.
  void restart() { tracks_.clear(); }
  /// Folds the scores of one picture into `track.smoothed`: an exponential mean whose weights depend on the time passed
  /// and not on the frame rate.
  void smooth(FaceTrack& track, double time, std::span<const float> probabilities) const;

  [[nodiscard]] std::uint64_t tracks_begun() const { return next_id_ - 1; }

 private:
  [[nodiscard]] DetectedBox predicted(const FaceTrack& track, double time) const;
  void follow(FaceTrack& track, double time, const DetectedBox& box) const;

  TrackerOptions options_;
  std::vector<FaceTrack> tracks_;
  double time_ = 0;         ///< of the last call
  double last_update_ = 0;  ///< of the last detections
  std::uint64_t next_id_ = 1;
};

}  // namespace emo::pipeline
