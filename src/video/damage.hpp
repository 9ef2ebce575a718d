// Which frames are built on one that is damaged.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace emo::video {

/// Follows packets into a decoder and frames out of it, which come in another order where frames refer to later ones.
/// Stamps are ticks of the stream, kNone where there is none. Not thread-safe.
class Damage {
 public:
  static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();  // as AV_NOPTS_VALUE

  /// Where a packet or frame stands: when it is shown, and when it was decoded.
  struct Stamps {
    std::int64_t shown = kNone, decoded = kNone;
  };

  /// Each packet, before it is sent. One that is shown before an earlier one is referred to by its neighbours at most.
  void sending(Stamps packet) {
    reordered_ = packet.shown != kNone && packet.shown < latest_shown_;
    latest_shown_ = std::max(latest_shown_, packet.shown);
  }
  /// The packet sent last is damaged. `seconds`: of the film, where it stands.
  void of_packet(Stamps packet, double seconds) {
    if (!reordered_) of_frame(packet, seconds);
  }
  /// A frame that others are built on is, or something before the next packet. Of several it counts what shows first
  /// and was decoded last.
  void of_frame(Stamps frame, double seconds) {
    if (!found_) found_ = frame;
    found_->shown = std::min(found_->shown, frame.shown);
    found_->decoded = std::max(found_->decoded, frame.decoded);
    seconds_ = seconds;
  }

  /// Whether a frame that looks whole is built on damage. A key frame decoded after it ends it, and ten seconds do, as
  /// far as encoders set key frames apart: in a film that hardly has any it heals sooner.
  bool spoils(Stamps frame, bool is_key, double seconds) {
    if (!found_) return false;
    const bool before = frame.shown != kNone && found_->shown != kNone && frame.shown < found_->shown;
    if (before) return false;
    const bool after = frame.decoded == kNone || found_->decoded == kNone || frame.decoded > found_->decoded;
    constexpr double kLongest = 10;
    if (!(is_key && after) && seconds - seconds_ < kLongest) return true;
    found_.reset();
    return false;
  }

 private:
  std::optional<Stamps> found_;
  double seconds_ = 0;
  std::int64_t latest_shown_ = kNone;
  bool reordered_ = false;
};

}  // namespace emo::video
