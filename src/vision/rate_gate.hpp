// Which frames of a video to keep when fewer per second are wanted.
#pragma once

#include <algorithm>
#include <cmath>

namespace emo::vision {

/// Keeps the first frame at or after each multiple of 1 / rate; all if rate is 0. Seconds must not fall.
class RateGate {
 public:
  explicit RateGate(double rate) : rate_(rate) {}

  bool keep(double seconds) {
    if (!(rate_ > 0)) return true;
    // A little early counts as in time: containers round stamps to their clock, some of them to milliseconds, and so
    // they do with the film's start, which is taken from them.
    constexpr double kRounding = 1.01e-3, kMostOfASlot = 0.5;
    const double slot = std::floor(seconds * rate_ + std::min(kRounding * rate_, kMostOfASlot));
    if (slot <= last_) return false;
    last_ = slot;
    return true;
  }

 private:
  double rate_;
  double last_ = -1;
};

}  // namespace emo::vision
