// Frames of a video file: demux, decode, convert to RGB, turn upright. No seeking and no sound; damage is skipped and
// counted. Cameras do not come here: vision/camera.cpp reads them without libav.
#include "video/reader.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <system_error>
#include <utility>

#include "core/quote.hpp"
#include "video/damage.hpp"
#include "video/film_length.hpp"
#include "video/frame_converter.hpp"
#include "video/libav.hpp"
#include "vision/decode.hpp"
#include "vision/film_clock.hpp"
#include "vision/pixel_shape.hpp"
#include "vision/rate_gate.hpp"
#include "vision/transform.hpp"

namespace emo::video {
namespace {

using vision::Image;
using vision::VideoCounts;
using vision::VideoFrame;
using vision::VideoInfo;
using vision::VideoOptions;
using vision::VideoReader;

// Containers with pictures in them. Playlists are left out: they would make us open what a stranger's file names.
constexpr const char* kFormats =
    "mov,mp4,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,asf,ogg,m4v,h264,hevc,ivf,obu,yuv4mpegpipe,gif,nut,mxf,dv,rm";

/// Whether standard input is a file from its beginning, which may be opened by a name.
bool input_is_file() {
  struct stat status {};
  return ::fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode) && ::lseek(STDIN_FILENO, 0, SEEK_CUR) == 0 &&
         ::access("/proc/self/fd/0", R_OK) == 0;
}

// After so many failures in a row the rest of the file is given up.
constexpr int kMaxFailures = 64;

Error not_a_video(const std::string& path, const std::string& why) {
  return {ErrorCode::kInvalidInput, core::quoted(path) + ": not a video that can be read: " + why};
}

// Why libav opened nothing. Its words for an mp4 without index, a picture and a GIF that it cannot go back in lead
// nowhere.
Error cannot_open(const std::string& path, int status) {
  std::error_code unknown;
  const bool on_disk = path != "-" && std::filesystem::is_regular_file(path, unknown);
  if (status == AVERROR(EIO) && (path == "-" || std::filesystem::is_fifo(path, unknown))) {
    return not_a_video(path, "its container needs more than one look, as GIF does, and this is a pipe: name a file");
  }
  if (status == AVERROR(EACCES) || status == AVERROR(EISDIR) || status == AVERROR(EIO)) {
    return Error{ErrorCode::kIo, "cannot open " + core::quoted(path) + ": " + reason(status)};
  }
  constexpr std::size_t kShown = 64;
  std::array<char, kShown> begin{};
  std::size_t size = 0;
  if (on_disk) {  // a pipe would wait for a second writer
    std::ifstream file(path, std::ios::binary);
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    size = static_cast<std::size_t>(file.gcount());
    if (size == 0) return not_a_video(path, "it is empty");
  }
  const auto kind = vision::picture_kind(std::as_bytes(std::span(begin.data(), size)));
  const bool film = kind.starts_with("a video");
  // Of the pictures GIFs alone are films, too.
  if (kind == "GIF") return not_a_video(path, "it is a GIF whose beginning is damaged or cut off");
  if (!kind.empty() && !film) return not_a_video(path, "it is " + std::string(kind));
  if (film && kind.find("MP4") != std::string_view::npos && status == AVERROR_INVALIDDATA) {
    return not_a_video(path, "its index (moov) is missing or damaged, as where a file was cut or not finished");
  }
  if (status == AVERROR_EOF) return not_a_video(path, "it ends before the first picture");
  return not_a_video(path, status == AVERROR(EINVAL) ? "no known container" : reason(status));
}

struct CloseInput {
  void operator()(AVFormatContext* p) const { avformat_close_input(&p); }
};
using Input = std::unique_ptr<AVFormatContext, CloseInput>;

class Reader : public VideoReader {
 public:
  explicit Reader(const VideoOptions& options) : options_(options), gate_(options.max_rate) {}

  Result<void> open(const std::string& path) {
    EMO_TRY(open_input(path));
    EMO_TRY(open_decoder(path));
    fill_info();
    packet_.reset(av_packet_alloc());
    decoded_.reset(av_frame_alloc());
    if (!packet_ || !decoded_) return Error{ErrorCode::kInternal, "out of memory while opening a video"};
    return {};
  }

  [[nodiscard]] const VideoInfo& info() const override { return info_; }
  [[nodiscard]] VideoCounts counts() const override {
    VideoCounts counts = counts_;
    counts.end = end();
    return counts;
  }

  Result<bool> next(VideoFrame& frame) override {
    for (;;) {
      const int status = avcodec_receive_frame(codec_.get(), decoded_.get());
      if (status == AVERROR(EAGAIN)) {
        feed();
        if (stopped_) return false;
        continue;
      }
      if (status == AVERROR_EOF) {
        counts_.cut_short = counts_.cut_short || last_damaged_ || ends_early();
        return false;
      }
      if (status < 0) {
        note_broken_packet();
        // A decoder that is being emptied gets no more packets that could bring it further.
        if (draining_ && ++failures_ > kMaxFailures) return false;
        continue;
      }
      failures_ = 0;
      const bool given = take(frame);
      av_frame_unref(decoded_.get());
      if (given) return true;
    }
  }

 private:
  Result<void> open_input(const std::string& path) {
    AVFormatContext* raw = avformat_alloc_context();
    if (raw == nullptr) return Error{ErrorCode::kInternal, "out of memory while opening a video"};
    raw->interrupt_callback = {[](void* options) {
                                 const auto& stop = static_cast<const VideoOptions*>(options)->stop;
                                 return static_cast<int>(stop && stop());
                               },
                               &options_};
    count_complaints(*raw, complaints_);
    AVDictionary* settings = nullptr;
    av_dict_set(&settings, "protocol_whitelist", "file,pipe", 0);
    av_dict_set(&settings, "format_whitelist", kFormats, 0);
    // With its scheme a path may hold colons. In a file that is standard input one can seek, as mp4 asks for.
    const std::string address = path != "-" ? "file:" + path : input_is_file() ? "file:/proc/self/fd/0" : "pipe:0";
    const int status = avformat_open_input(&raw, address.c_str(), nullptr, &settings);
    av_dict_free(&settings);
    if (status < 0) return cannot_open(path, status);  // libav has freed `raw`
    input_.reset(raw);
    const int found = avformat_find_stream_info(raw, nullptr);
    if (found < 0) return cannot_open(path, found);
    ended_in_search_ = complaints_ != 0 && avio_feof(raw->pb) != 0;
    return {};
  }

  Result<void> open_decoder(const std::string& path) {
    const AVCodec* decoder = nullptr;
    const int index = av_find_best_stream(input_.get(), AVMEDIA_TYPE_VIDEO, -1, -1, &decoder, 0);
    if (index == AVERROR_DECODER_NOT_FOUND) {
      return Error{ErrorCode::kUnsupported, core::quoted(path) + ": no decoder for its video"};
    }
    if (index < 0) return not_a_video(path, "it has no video stream");
    stream_ = input_->streams[index];
    if ((stream_->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0) return not_a_video(path, "only a cover picture");
    for (unsigned i = 0; i < input_->nb_streams; ++i) {
      if (static_cast<int>(i) != index) input_->streams[i]->discard = AVDISCARD_ALL;
    }
    const auto width = static_cast<std::uint64_t>(std::max(0, stream_->codecpar->width));
    const auto height = static_cast<std::uint64_t>(std::max(0, stream_->codecpar->height));
    if (width == 0 || height == 0) return not_a_video(path, "its frames have no size");
    if (width * height > options_.max_pixels) {
      return Error{ErrorCode::kTooLarge, core::quoted(path) + ": frames of " + std::to_string(width) + " x " +
                                             std::to_string(height) + ", expected at most " +
                                             std::to_string(options_.max_pixels) + " pixels"};
    }
    codec_.reset(avcodec_alloc_context3(decoder));
    if (!codec_) return Error{ErrorCode::kInternal, "out of memory while opening a video"};
    avcodec_parameters_to_context(codec_.get(), stream_->codecpar);
    codec_->pkt_timebase = stream_->time_base;
    codec_->thread_count = std::max(1, options_.threads);
    codec_->max_pixels = static_cast<std::int64_t>(options_.max_pixels);
    const int status = avcodec_open2(codec_.get(), decoder, nullptr);
    if (status < 0) return not_a_video(path, reason(status));
    return {};
  }

  void fill_info() {
    const AVRational pixel = av_guess_sample_aspect_ratio(input_.get(), stream_, nullptr);
    info_.width = vision::square_pixel_width(stream_->codecpar->width, pixel.num, pixel.den);
    info_.height = stream_->codecpar->height;
    converter_.set_size(info_.width, info_.height);
    info_.orientation = orientation_of(stream_);
    constexpr int kFirstOnItsSide = 5;
    if (info_.orientation >= kFirstOnItsSide) std::swap(info_.width, info_.height);
    const AVRational rate = av_guess_frame_rate(input_.get(), stream_, nullptr);
    if (rate.num > 0 && rate.den > 0) info_.frame_rate = av_q2d(rate);
    start_ = start_of(*input_, *stream_);
    const FilmLength length = length_of(*input_, *stream_);
    info_.seconds = length.seconds;
    pictures_end_ = length.of_pictures ? length.seconds : 0;
    info_.codec = avcodec_get_name(codec_->codec_id);
  }

  [[nodiscard]] bool is(const char* container) const { return std::strcmp(input_->iformat->name, container) == 0; }

  // Containers that can be read while they grow (Matroska) end without an error wherever they are cut; then only the
  // length in the header tells, or the end that is missing. The length of an Ogg is what was found at its end, and
  // pictures that only repeat the one before are no packets there.
  [[nodiscard]] bool ends_early() const {
    if (is("gif")) return is_gif_without_end(input_->pb);
    if (is("ogg")) return is_ogg_without_end(input_->pb);
    const double step = info_.frame_rate > 0 ? 1 / info_.frame_rate : 0;
    constexpr double kSlack = 0.5;
    const double end = clock_.last() + std::max(2 * step, shown_);
    return pictures_end_ > 0 && end + kSlack < pictures_end_;
  }

  // Where the last decoded frame's own length ends, within the header's. An absurd one is none.
  [[nodiscard]] double end() const {
    constexpr double kLongestStill = 3600;
    if (!(shown_ > 0 && shown_ < kLongestStill)) return 0;
    const double end = clock_.last() + shown_;
    return pictures_end_ > 0 ? std::min(end, pictures_end_) : end;
  }

  // One packet of our stream into the decoder, or the end.
  void feed() {
    for (;;) {
      complaints_ = 0;
      const int status = av_read_frame(input_.get(), packet_.get());
      if (status >= 0 && complaints_ != 0) note_gap();  // it jumped over damage to this packet
      if (status == AVERROR(EAGAIN)) continue;
      if (status < 0 && options_.stop && options_.stop()) {  // whatever the container made of the interruption
        stopped_ = true;
        return;
      }
      if (status < 0) {
        if (status != AVERROR_EOF && ++failures_ <= kMaxFailures) {
          ++counts_.broken;
          damage_.of_frame({Damage::kNone, last_sent_.decoded}, clock_.last());
          continue;
        }
        // Damage up to the end is a file that ends too early, and so is what Matroska complains of there.
        counts_.cut_short =
            failures_ > 0 || status != AVERROR_EOF || (is("matroska,webm") && (complaints_ != 0 || ended_in_search_));
        draining_ = true;
        avcodec_send_packet(codec_.get(), nullptr);
        return;
      }
      if (packet_->stream_index != stream_->index) {
        av_packet_unref(packet_.get());
        continue;
      }
      failures_ = 0;
      last_damaged_ = (packet_->flags & AV_PKT_FLAG_CORRUPT) != 0;  // as where the file ended within it
      last_sent_ = {packet_->pts, packet_->dts};
      damage_.sending(last_sent_);
      const int sent = avcodec_send_packet(codec_.get(), packet_.get());
      av_packet_unref(packet_.get());
      if (sent >= 0) return;
      note_broken_packet();
    }
  }

  [[nodiscard]] double seconds_of(const AVFrame& decoded) {
    std::optional<double> stamp;
    if (decoded.best_effort_timestamp != AV_NOPTS_VALUE) {
      if (start_ == AV_NOPTS_VALUE) start_ = decoded.best_effort_timestamp;
      // In a wide type: damaged stamps are as far apart as 64 bits go.
      const auto ticks = static_cast<long double>(decoded.best_effort_timestamp) - static_cast<long double>(start_);
      stamp = static_cast<double>(ticks) * av_q2d(stream_->time_base);
    }
    return clock_.at(stamp, info_.frame_rate > 0 ? 1 / info_.frame_rate : 0);
  }

  // The container's word on the shape of the pixels is of the frames that it was written for.
  [[nodiscard]] AVRational pixel_of(const AVFrame& decoded) {
    const AVRational own = decoded.sample_aspect_ratio;
    if (first_pixel_.den == 0) first_pixel_ = own;
    const bool changed = decoded.width != stream_->codecpar->width || decoded.height != stream_->codecpar->height ||
                         av_cmp_q(own, first_pixel_) != 0;
    return changed && own.num > 0 ? own : av_guess_sample_aspect_ratio(input_.get(), stream_, decoded_.get());
  }

  // That the decoder was sent last.
  void note_broken_packet() {
    ++counts_.broken;
    damage_.of_packet(last_sent_, clock_.last());
    last_damaged_ = true;
  }

  // Packets are missing before this one, which may itself be where they end to matter.
  void note_gap() {
    ++counts_.broken;
    if (packet_->stream_index != stream_->index) return;
    const std::int64_t before = packet_->dts == AV_NOPTS_VALUE ? Damage::kNone : packet_->dts - 1;
    damage_.of_frame({packet_->pts, before}, clock_.last());
  }

  // The decoded frame into `frame`; false if it is broken or left out.
  bool take(VideoFrame& frame) {
    const AVFrame& decoded = *decoded_;
    const double seconds = seconds_of(decoded);
    shown_ = static_cast<double>(duration_of(decoded)) * av_q2d(stream_->time_base);
    const std::int64_t index = counts_.frames++;
    const Damage::Stamps stamps{decoded.best_effort_timestamp, decoded.pkt_dts};
    if (decoded.decode_error_flags != 0 || (decoded.flags & AV_FRAME_FLAG_CORRUPT) != 0) {
      ++counts_.broken;
      if (decoded.pict_type != AV_PICTURE_TYPE_B) damage_.of_frame(stamps, seconds);
      last_damaged_ = last_damaged_ || (decoded.pts != AV_NOPTS_VALUE && decoded.pts == last_sent_.shown);
      return false;
    }
    if (damage_.spoils(stamps, is_key_frame(decoded), seconds)) {
      ++counts_.broken;
      return false;
    }
    if (!gate_.keep(seconds)) return false;
    const int orientation = info_.orientation;
    Image& target = orientation == 1 ? frame.image : turned_;
    if (!converter_.convert(decoded, pixel_of(decoded), target)) {
      ++counts_.broken;
      return false;
    }
    if (orientation != 1) frame.image = vision::apply_orientation(turned_, orientation);
    frame.seconds = seconds;
    frame.index = index;
    return true;
  }

  VideoOptions options_;
  vision::RateGate gate_;
  vision::FilmClock clock_;
  double shown_ = 0;            // seconds, the last picture; 0 if unknown
  std::size_t complaints_ = 0;  // of the container, since the last packet was asked for; outlives it
  Input input_;
  Codec codec_;
  Packet packet_;
  Frame decoded_;
  FrameConverter converter_;
  AVStream* stream_ = nullptr;
  AVRational first_pixel_{0, 0};  // the shape that the first frame says of itself
  Image turned_;
  VideoInfo info_;
  VideoCounts counts_;
  std::int64_t start_ = AV_NOPTS_VALUE;  // of the film
  double pictures_end_ = 0;              // seconds, by the header; 0 if unknown
  bool last_damaged_ = false;            // the last packet; the file may end within it
  Damage damage_;
  Damage::Stamps last_sent_;
  int failures_ = 0;
  bool ended_in_search_ = false;  // before a packet was asked for, with complaints
  bool draining_ = false;
  bool stopped_ = false;  // on request
};

}  // namespace

Result<std::unique_ptr<VideoReader>> open_reader(const std::string& path, const VideoOptions& options) {
  auto reader = std::make_unique<Reader>(options);
  EMO_TRY(reader->open(path));
  return std::unique_ptr<VideoReader>(std::move(reader));
}

}  // namespace emo::video
