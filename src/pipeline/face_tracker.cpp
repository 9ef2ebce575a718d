// Tracks by geometry alone, in the order of time. Reads no pictures and compares no faces: one that comes back after a
// while is a new track. Cuts of a film are told to it by face_film.cpp.
#include "pipeline/face_tracker.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace emo::pipeline {
namespace {

constexpr float kVelocityMemory = 0.5F;  // of the old velocity in the new one
/// Seconds. Of pictures that are closer, as films of phones and cameras have them, no speed can be told: a box that is
/// off by one pixel would be off by a hundred in the next.
constexpr float kTooSoon = 0.002F;

float centre_x(const vision::RectF& box) {
  return box.x + box.width / 2;
}
float centre_y(const vision::RectF& box) {
  return box.y + box.height / 2;
}
float side(const vision::RectF& box) {
  return std::max(box.width, box.height);
}

/// How well two boxes belong together: 0 = not at all, up to 2.
float affinity(const vision::RectF& a, const vision::RectF& b, const TrackerOptions& options) {
  const float iou = intersection_over_union(a, b);
  if (iou >= options.min_iou) return 1 + iou;
  const float larger = std::max(side(a), side(b));
  const float smaller = std::min(side(a), side(b));
  if (larger <= 0 || smaller * 2 < larger) return 0;
  const float distance = std::hypot(centre_x(a) - centre_x(b), centre_y(a) - centre_y(b)) / larger;
  return distance < options.max_distance ? 1 - distance / options.max_distance : 0;
}

struct Pair {
  float affinity = 0;
  std::size_t track = 0, detection = 0;
};

}  // namespace

DetectedBox FaceTracker::predicted(const FaceTrack& track, double time) const {
  // Nobody keeps a velocity for longer than a face may be gone.
  const auto elapsed = static_cast<float>(std::min(time - time_, options_.max_gap_seconds));
  DetectedBox moved = track.box;
  moved.box.x += track.velocity_x * elapsed;
  moved.box.y += track.velocity_y * elapsed;
  return moved;
}

void FaceTracker::follow(FaceTrack& track, double time, const DetectedBox& found) const {
  const auto elapsed = static_cast<float>(time - track.last_seen);
  if (elapsed >= kTooSoon) {
    // The box has moved on since it was last found: the velocity is corrected by what that missed.
    const DetectedBox expected = predicted(track, time);
    const float error_x = (centre_x(found.box) - centre_x(expected.box)) / elapsed;
    const float error_y = (centre_y(found.box) - centre_y(expected.box)) / elapsed;
    track.velocity_x += (1 - kVelocityMemory) * error_x;
    track.velocity_y += (1 - kVelocityMemory) * error_y;
  }
  track.box = found;
  track.last_seen = time;
  ++track.pictures;
}

std::vector<FaceTrack*> FaceTracker::update(double time, std::span<const DetectedBox> detections) {
  // What the detector found last time may be continued however long ago that was: pictures may be seconds apart.
  std::erase_if(tracks_, [&](const FaceTrack& track) {
    return track.last_seen < last_update_ && time - track.last_seen > options_.max_gap_seconds;
  });
  std::vector<Pair> pairs;
  for (std::size_t t = 0; t < tracks_.size(); ++t) {
    const DetectedBox expected = predicted(tracks_[t], time);
    for (std::size_t d = 0; d < detections.size(); ++d) {
      const float value = affinity(expected.box, detections[d].box, options_);
      if (value > 0) pairs.push_back({value, t, d});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tuple(-a.affinity, a.track, a.detection) < std::tuple(-b.affinity, b.track, b.detection);
  });
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> track_of(detections.size(), kNone);
  std::vector<bool> taken(tracks_.size(), false);
  for (const Pair& pair : pairs) {
    if (taken[pair.track] || track_of[pair.detection] != kNone) continue;
    taken[pair.track] = true;
    track_of[pair.detection] = pair.track;
    follow(tracks_[pair.track], time, detections[pair.detection]);
  }
  for (std::size_t t = 0; t < taken.size(); ++t) {
    if (!taken[t]) tracks_[t].box = predicted(tracks_[t], time);
  }
  for (std::size_t d = 0; d < detections.size(); ++d) {
    if (track_of[d] != kNone || detections[d].score < options_.min_new_score) continue;
    track_of[d] = tracks_.size();
    FaceTrack track;
    track.id = next_id_++;
    track.box = detections[d];
    track.last_seen = time;
    track.pictures = 1;
    tracks_.push_back(std::move(track));
  }
  time_ = last_update_ = time;
  std::vector<FaceTrack*> out;
  out.reserve(track_of.size());
  for (const std::size_t t : track_of) out.push_back(t == kNone ? nullptr : &tracks_[t]);
  return out;
}

std::vector<FaceTrack*> FaceTracker::predict(double time) {
  std::vector<FaceTrack*> out;
  for (FaceTrack& track : tracks_) {
    track.box = predicted(track, time);
    if (track.last_seen == last_update_) out.push_back(&track);
  }
  time_ = time;
  std::sort(out.begin(), out.end(), [](const FaceTrack* a, const FaceTrack* b) {
    return std::tuple(a->box.box.x, a->box.box.y, a->id) < std::tuple(b->box.box.x, b->box.box.y, b->id);
  });
  return out;
}

void FaceTracker::smooth(FaceTrack& track, double time, std::span<const float> probabilities) const {
  if (track.smoothed.size() != probabilities.size() || !(options_.smoothing_seconds > 0)) {
    track.smoothed.assign(probabilities.begin(), probabilities.end());
  } else {
    const auto keep = static_cast<float>(std::exp(-(time - track.last_scored) / options_.smoothing_seconds));
    for (std::size_t k = 0; k < probabilities.size(); ++k) {
      track.smoothed[k] = keep * track.smoothed[k] + (1 - keep) * probabilities[k];
    }
  }
  track.last_scored = time;
}

}  // namespace emo::pipeline
