// The time of each picture of a film, whatever its stamps do.
#pragma once

#include <algorithm>
#include <optional>

namespace emo::vision {

/// Times that never fall and never stand still for long. A stamp a little in the past is that of the picture before
/// (damage, rounding); one far in the past, or hours ahead, begins a new clock, as where films were joined or a stamp
/// is damaged, and goes on from there.
class FilmClock {
 public:
  /// `stamp`: seconds since the film's start, nothing if the picture has none; `step`: usual seconds between pictures,
  /// 0 if unknown.
  double at(std::optional<double> stamp, double step) {
    const double next = begun_ ? last_ + step : 0;
    double time = next;
    if (stamp) {
      const double ahead = *stamp + offset_ - last_;
      const bool goes_on = ahead <= kLongestGap && (!begun_ || ahead >= -kNewClock);
      if (goes_on) time = *stamp + offset_;
      if (!goes_on) offset_ = next - *stamp;
    }
    last_ = begun_ ? std::max(time, last_) : time;
    begun_ = true;
    return last_;
  }
  [[nodiscard]] double last() const { return last_; }

 private:
  static constexpr double kNewClock = 0.5;         // seconds
  static constexpr double kLongestGap = 6 * 3600;  // seconds that a film may show nothing new
  double offset_ = 0, last_ = 0;
  bool begun_ = false;
};

}  // namespace emo::vision
