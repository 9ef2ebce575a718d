// Moving pictures: files through libav, cameras through the kernel's V4L2. The libav part is a module loaded when the
// first file is opened (its hundred libraries would cost every other command 0.1 s at the start); see
// docs/decisions/video.md. Sound is ignored.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "emo/error.hpp"
#include "vision/image.hpp"

namespace emo::vision {

struct VideoOptions {
  /// Frames are left out so that no more than this many per second of video come (0: all). The first frame at or after
  /// each multiple of 1 / max_rate is kept; the others cost their decoding but no conversion.
  double max_rate = 0;
  std::uint64_t max_pixels = 64'000'000;  ///< width x height of a frame
  int threads = 1;                        ///< of the decoder
  /// Asked while waiting for data and between packets; true ends the video there, as at its end. May be empty.
  std::function<bool()> stop = {};
};

/// What the header says.
struct VideoInfo {
  int width = 0;          ///< of every frame given, upright and with square pixels
  int height = 0;         ///< likewise
  int orientation = 1;    ///< EXIF's number, 1 to 8, of the turn and mirroring already applied
  double frame_rate = 0;  ///< average in 1/s; 0 if unknown
  double seconds = 0;     ///< length from the film's start; 0 if unknown (cameras, streams)
  std::string codec;      ///< "h264", "mjpeg", …
};

struct VideoFrame {
  Image image;             ///< RGB
  double seconds = 0;      ///< since the film's start, which may be one of sound alone; never falls
  std::int64_t index = 0;  ///< of the decoded frame, those left out by max_rate counted too
};

struct VideoCounts {
  std::int64_t frames = 0;  ///< decoded, given or left out
  std::int64_t broken = 0;  ///< packets or frames that did not decode and were skipped
  bool cut_short = false;   ///< the file ended in the middle, or reading it failed there
  double end = 0;           ///< seconds, up to which the last decoded frame is shown; 0 if unknown
};

/// Frames in the order of presentation, in constant memory. Not thread-safe; several readers are independent.
class VideoReader {
 public:
  virtual ~VideoReader() = default;
  [[nodiscard]] virtual const VideoInfo& info() const = 0;
  [[nodiscard]] virtual VideoCounts counts() const = 0;
  /// The next frame into `frame`, whose memory is used again; false at the end. Damage is skipped and counted. A video
  /// whose size changes on the way is scaled to its first. Errors: kIo when a camera fails.
  virtual Result<bool> next(VideoFrame& frame) = 0;
};

/// Opens a file by path, standard input by "-", or a camera by number ("0") or device ("/dev/video0").
/// kNotFound, kIo, kInvalidInput (not a video, or nothing that can be shown in it), kTooLarge, kUnsupported (codec
/// unknown, or this build has no video module: the message says what to install).
Result<std::unique_ptr<VideoReader>> open_video(const std::string& source, const VideoOptions& options = {});

struct VideoWriterOptions {
  int width = 0;  ///< of every frame given; an odd last column or row is not written
  int height = 0;
  double frame_rate = 25;  ///< a hint for the encoder; each frame carries its own time
  int quality = 21;        ///< constant rate factor of x264: 0 lossless, 51 worst
};

/// Writes a file beside `path` that takes its name in `finish`; without it, nothing is left behind. Not thread-safe.
class VideoWriter {
 public:
  virtual ~VideoWriter() = default;
  /// RGB or grey of the size announced; `seconds` should grow (a frame that is not later than the last is moved behind
  /// it by 1/60000 s). Errors: kInvalidInput (see check_image), kIo, kInternal.
  virtual Result<void> write(const Image& image, double seconds) = 0;
  /// Flushes, closes and puts the file in its place. The last frame is shown up to `end` (seconds); where that is not
  /// after its own time, for one step of the frame rate.
  virtual Result<void> finish(double end = 0) = 0;
};

/// H.264 by libx264 where this libav has it, MPEG-4 part 2 otherwise, in the container of the extension (.mp4 .m4v .mkv
/// .mov, any case). kUsage for another extension or sizes below 2 x 2, kIo, kUnsupported as above.
Result<std::unique_ptr<VideoWriter>> create_video(const std::string& path, const VideoWriterOptions& options);

}  // namespace emo::vision
