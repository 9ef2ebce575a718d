// Frames into a video file: encode, mux, and give the file its name when it is whole. One stream of pictures, no sound,
// no container that has no times of its own; what is drawn on them is vision's.
#include "video/writer.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "core/extension.hpp"
#include "core/quote.hpp"
#include "io/descriptor.hpp"
#include "io/file.hpp"
#include "video/libav.hpp"

namespace emo::video {
namespace {

using vision::Image;
using vision::VideoWriter;
using vision::VideoWriterOptions;

// Ticks per second. Whole ticks for 24, 25, 30, 50, 60 and 29.97 frames a second; MPEG-4 allows no more than 65535.
constexpr int kClock = 60000;
// No vector of a CPU has more bytes.
constexpr std::size_t kReadBeyond = 64;

struct FreeOutput {
  void operator()(AVFormatContext* p) const {
    if (p->pb != nullptr) avio_closep(&p->pb);
    avformat_free_context(p);
  }
};
using Output = std::unique_ptr<AVFormatContext, FreeOutput>;

const char* container_of(const std::string& path) {
  struct Known {
    std::string_view extension;
    const char* container;
  };
  // No AVI: it has one frame rate and no times of its own.
  constexpr std::array<Known, 4> kKnown = {{{".mp4", "mp4"}, {".mkv", "matroska"}, {".mov", "mov"}, {".m4v", "mp4"}}};
  const std::string extension = core::lower_extension(path);
  for (const auto& known : kKnown) {
    if (extension == known.extension) return known.container;
  }
  return nullptr;
}

class Writer : public VideoWriter {
 public:
  Writer(std::string path, const VideoWriterOptions& options)
      : path_(std::move(path)),
        target_(io::resolve_links(path_)),
        temporary_(io::temporary_beside(target_)),
        options_(options) {}

  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() override {
    output_.reset();
    if (created_) ::unlink(temporary_.c_str());
  }

  Result<void> open() {
    const char* container = container_of(path_);
    if (container == nullptr) {
      return Error{ErrorCode::kUsage, core::quoted(path_) +
                                          ": cannot tell the kind of video to write, expected a name " +
                                          "ending in .mp4, .mkv, .mov or .m4v"};
    }
    struct stat old {};
    const bool replaces = ::stat(target_.c_str(), &old) == 0;
    if (replaces && S_ISDIR(old.st_mode)) {  // only the last step would say so, after the whole film
      return Error{ErrorCode::kIo, core::quoted(path_) + " is a directory, expected a file to write"};
    }
    if (options_.width < 2 || options_.height < 2) {
      return Error{ErrorCode::kUsage, core::quoted(path_) + ": frames of " + std::to_string(options_.width) + " x " +
                                          std::to_string(options_.height) + ", expected at least 2 x 2"};
    }
    AVFormatContext* raw = nullptr;
    int status = avformat_alloc_output_context2(&raw, nullptr, container, nullptr);
    if (status < 0) return failed("prepare", status);
    output_.reset(raw);
    EMO_TRY(open_encoder());
    status = avio_open(&raw->pb, ("file:" + temporary_).c_str(), AVIO_FLAG_WRITE);
    if (status < 0) return failed("create", status);
    created_ = true;
    if (replaces && ::chmod(temporary_.c_str(), old.st_mode & 07777U) != 0) {  // what was private stays so
      return io::system_error("set the mode of", path_, errno);
    }
    status = avformat_write_header(raw, nullptr);
    if (status < 0) return failed("begin", status);
    return {};
  }

  Result<void> write(const Image& image, double seconds) override {
    EMO_TRY(vision::check_image(image));
    if (image.width != options_.width || image.height != options_.height) {
      return Error{ErrorCode::kInternal, "a frame of " + std::to_string(image.width) + " x " +
                                             std::to_string(image.height) + " for a video of " +
                                             std::to_string(options_.width) + " x " + std::to_string(options_.height)};
    }
    if (!std::isfinite(seconds)) return Error{ErrorCode::kInternal, "a frame without a time"};
    int status = av_frame_make_writable(frame_.get());
    if (status < 0) return failed("write a frame of", status);
    scaler_.context = sws_getCachedContext(scaler_.context, codec_->width, codec_->height,
                                           image.channels == 1 ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_RGB24, codec_->width,
                                           codec_->height, AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr, nullptr, nullptr);
    if (scaler_.context == nullptr) return Error{ErrorCode::kInternal, "cannot convert frames for a video"};
    // libswscale reads whole vectors, also the one in which the last row ends.
    roomy_.resize(image.pixels.size() + kReadBeyond);
    std::copy(image.pixels.begin(), image.pixels.end(), roomy_.begin());
    const std::uint8_t* const rows[] = {roomy_.data()};
    const int strides[] = {static_cast<int>(image.stride())};
    sws_scale(scaler_.context, rows, strides, 0, codec_->height, frame_->data, frame_->linesize);

    const auto tick = static_cast<std::int64_t>(std::llround(seconds * kClock));
    frame_->pts = last_ == AV_NOPTS_VALUE ? tick : std::max(tick, last_ + 1);
    last_ = frame_->pts;
    status = avcodec_send_frame(codec_.get(), frame_.get());
    if (status < 0) return failed("encode a frame of", status);
    return drain();
  }

  Result<void> finish(double end) override {
    int status = avcodec_send_frame(codec_.get(), nullptr);
    if (status < 0) return failed("end", status);
    EMO_TRY(drain());
    // Left alone, the container takes the average distance of frames for what the last one is shown.
    const std::int64_t stop = std::isfinite(end) ? std::llround(end * kClock) : 0;
    if (held_ && stop > held_->pts) held_->duration = stop - held_->pts;
    EMO_TRY(write_held());
    status = av_write_trailer(output_.get());
    if (status < 0) return failed("end", status);
    status = avio_closep(&output_->pb);
    if (status < 0) return failed("close", status);
    EMO_TRY(io::sync_file(temporary_, path_));  // before the old film goes; a full disk may show only here
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return io::system_error("replace", path_, errno);
    created_ = false;
    return io::sync_directory(io::parent_directory(target_));
  }

 private:
  [[nodiscard]] Error failed(const char* operation, int status) const {
    return {ErrorCode::kIo, std::string("cannot ") + operation + " " + core::quoted(path_) + ": " + reason(status)};
  }

  Result<void> open_encoder() {
    const AVCodec* encoder = avcodec_find_encoder_by_name("libx264");
    const bool x264 = encoder != nullptr;
    if (!x264) encoder = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
    if (encoder == nullptr) {
      return Error{ErrorCode::kUnsupported, "this libav can write neither H.264 (libx264) nor MPEG-4"};
    }
    codec_.reset(avcodec_alloc_context3(encoder));
    frame_.reset(av_frame_alloc());
    if (!codec_ || !frame_) return Error{ErrorCode::kInternal, "out of memory while creating a video"};
    codec_->width = options_.width & ~1;  // colour has half the resolution
    codec_->height = options_.height & ~1;
    codec_->pix_fmt = AV_PIX_FMT_YUV420P;
    codec_->time_base = {1, kClock};
    codec_->framerate = av_d2q(options_.frame_rate > 0 ? options_.frame_rate : 25, kClock);
    codec_->max_b_frames = 0;  // else the frame shown last is not the one stored last, whose length an mp4 keeps
    codec_->colorspace = AVCOL_SPC_SMPTE170M;
    codec_->color_range = AVCOL_RANGE_MPEG;
    if ((output_->oformat->flags & AVFMT_GLOBALHEADER) != 0) codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    if (x264) {
      av_opt_set(codec_->priv_data, "preset", "veryfast", 0);
      av_opt_set(codec_->priv_data, "crf", std::to_string(options_.quality).c_str(), 0);
    } else {
      // The two scales have little to do with each other; a quarter looks about alike.
      codec_->flags |= AV_CODEC_FLAG_QSCALE;
      codec_->global_quality = FF_QP2LAMBDA * std::max(1, options_.quality / 4);
    }
    int status = avcodec_open2(codec_.get(), encoder, nullptr);
    if (status < 0) return failed("encode", status);
    AVStream* stream = avformat_new_stream(output_.get(), nullptr);
    if (stream == nullptr) return Error{ErrorCode::kInternal, "out of memory while creating a video"};
    stream->time_base = codec_->time_base;
    stream->avg_frame_rate = codec_->framerate;
    status = avcodec_parameters_from_context(stream->codecpar, codec_.get());
    if (status < 0) return failed("describe", status);
    frame_->format = codec_->pix_fmt;
    frame_->width = codec_->width;
    frame_->height = codec_->height;
    frame_->colorspace = codec_->colorspace;
    frame_->color_range = codec_->color_range;
    status = av_frame_get_buffer(frame_.get(), 0);
    if (status < 0) return failed("prepare frames of", status);
    return {};
  }

  // Encoded packets into the file, all but the last: how long that one is shown, finish knows.
  Result<void> drain() {
    for (;;) {
      Packet packet(av_packet_alloc());
      if (!packet) return Error{ErrorCode::kInternal, "out of memory while writing a video"};
      const int status = avcodec_receive_packet(codec_.get(), packet.get());
      if (status == AVERROR(EAGAIN) || status == AVERROR_EOF) return {};
      if (status < 0) return failed("encode a frame of", status);
      if (held_) held_->duration = packet->pts - held_->pts;
      EMO_TRY(write_held());
      held_ = std::move(packet);
    }
  }

  Result<void> write_held() {
    if (!held_) return {};
    av_packet_rescale_ts(held_.get(), codec_->time_base, output_->streams[0]->time_base);
    held_->stream_index = 0;
    const int status = av_interleaved_write_frame(output_.get(), held_.get());
    if (status < 0) return failed("write", status);
    return {};
  }

  std::string path_;
  std::string target_;  // where the links of path_ lead
  std::string temporary_;
  VideoWriterOptions options_;
  Output output_;
  Codec codec_;
  Frame frame_;
  Packet held_;  // encoded and not yet written
  Scaler scaler_;
  std::vector<std::uint8_t> roomy_;  // the frame with room behind it
  std::int64_t last_ = AV_NOPTS_VALUE;
  bool created_ = false;
};

}  // namespace

Result<std::unique_ptr<VideoWriter>> create_writer(const std::string& path, const VideoWriterOptions& options) {
  auto writer = std::make_unique<Writer>(path, options);
  EMO_TRY(writer->open());
  return std::unique_ptr<VideoWriter>(std::move(writer));
}

}  // namespace emo::video
