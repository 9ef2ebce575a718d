// The time of each picture of a film, whatever its stamps do.
#pragma once

#include <algorithm>
#include <optional>

namespace emo::vision {

/// Times that never fall and never stand still for long. A stamp a little in the past is that of the picture before
/// (damage, rounding); one far in the past begins a new clock, as where films were joined, and goes on from there.
class FilmClock {
 public:
  /// `stamp`: seconds since the film's start, nothing if the picture has none; `step`: usual seconds between pictures,
  /// 0 if unknown.
  double at(std::optional<double> stamp, double step) {
    const double next = begun_ ? last_ + step : 0;
    double time = next;
    if (stamp) {
      if (begun_ && *stamp + offset_ < last_ - kNewClock) offset_ = next - *stamp;
      time = *stamp + offset_;
    }
    last_ = begun_ ? std::max(time, last_) : time;
    begun_ = true;
    return last_;
  }
  [[nodiscard]] double last() const { return last_; }

 private:
  static constexpr double kNewClock = 0.5;  // seconds
  double offset_ = 0, last_ = 0;
  bool begun_ = false;
};

}  // namespace emo::vision
