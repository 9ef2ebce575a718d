// Cameras through V4L2 directly: libavdevice would bring 88 packages for the same four system calls. Only what every
// webcam offers: memory-mapped streaming of MJPEG or YUYV.
#include "vision/camera.hpp"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "core/quote.hpp"
#include "io/descriptor.hpp"
#include "vision/decode.hpp"
#include "vision/rate_gate.hpp"
#include "vision/transform.hpp"

namespace emo::vision {
namespace {

constexpr std::uint32_t kWidth = 640;
constexpr std::uint32_t kHeight = 480;
constexpr std::uint32_t kBuffers = 4;
constexpr int kTimeoutMs = 5000;
constexpr int kMostDamaged = 150;  // frames in a row: five seconds of a usual camera

int control(const io::Descriptor& device, unsigned long request, void* argument) {
  int status = 0;
  do {
    status = ::ioctl(device.get(), request, argument);
  } while (status != 0 && errno == EINTR);
  return status;
}

class Mapping {
 public:
  Mapping(void* address, std::size_t size) : address_(address), size_(size) {}
  Mapping(Mapping&& other) noexcept : address_(std::exchange(other.address_, nullptr)), size_(other.size_) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() {
    if (address_ != nullptr) ::munmap(address_, size_);
  }
  [[nodiscard]] std::span<const std::byte> first(std::size_t size) const {
    return {static_cast<const std::byte*>(address_), std::min(size, size_)};
  }

 private:
  void* address_;
  std::size_t size_;
};

class Camera : public VideoReader {
 public:
  Camera(std::string path, io::Descriptor device, const VideoOptions& options)
      : path_(std::move(path)), device_(std::move(device)), options_(options), gate_(options.max_rate) {}

  Camera(const Camera&) = delete;
  Camera& operator=(const Camera&) = delete;
  ~Camera() override {
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (streaming_) control(device_, VIDIOC_STREAMOFF, &type);
  }

  Result<void> start() {
    EMO_TRY(choose_format());
    v4l2_requestbuffers request{};
    request.count = kBuffers;
    request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    request.memory = V4L2_MEMORY_MMAP;
    if (control(device_, VIDIOC_REQBUFS, &request) != 0) return failed("get buffers from");
    for (std::uint32_t i = 0; i < request.count; ++i) {
      v4l2_buffer buffer = empty_buffer(i);
      if (control(device_, VIDIOC_QUERYBUF, &buffer) != 0) return failed("inspect a buffer of");
      void* address = ::mmap(nullptr, buffer.length, PROT_READ, MAP_SHARED, device_.get(), buffer.m.offset);
      if (address == MAP_FAILED) return failed("map a buffer of");
      buffers_.emplace_back(address, buffer.length);
      if (control(device_, VIDIOC_QBUF, &buffer) != 0) return failed("queue a buffer of");
    }
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (control(device_, VIDIOC_STREAMON, &type) != 0) return failed("start");
    streaming_ = true;
    return {};
  }

  [[nodiscard]] const VideoInfo& info() const override { return info_; }
  [[nodiscard]] VideoCounts counts() const override { return counts_; }

  Result<bool> next(VideoFrame& frame) override {
    for (;;) {
      EMO_ASSIGN(const bool ready, wait());
      if (!ready) return false;
      v4l2_buffer buffer = empty_buffer(0);
      if (control(device_, VIDIOC_DQBUF, &buffer) != 0) {
        if (errno == EAGAIN) continue;
        return failed("read a frame from");
      }
      const bool given = take(buffer, frame);
      if (control(device_, VIDIOC_QBUF, &buffer) != 0) return failed("queue a buffer of");
      if (given) return true;
      if (damaged_in_a_row_ == kMostDamaged) {
        return Error{ErrorCode::kIo, core::quoted(path_) + " gave " + std::to_string(kMostDamaged) +
                                         " damaged pictures in a row; try another cable or port"};
      }
    }
  }

 private:
  static v4l2_buffer empty_buffer(std::uint32_t index) {
    v4l2_buffer buffer{};
    buffer.index = index;
    buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffer.memory = V4L2_MEMORY_MMAP;
    return buffer;
  }

  [[nodiscard]] Error failed(const char* operation) const {
    return errno == EBUSY ? busy() : io::system_error(operation, path_, errno);
  }
  // A camera can be opened by several programs; it is the second one's format or buffers that are refused.
  [[nodiscard]] Error busy() const {
    return {ErrorCode::kIo, core::quoted(path_) + " is in use by another program: close that one, then try again"};
  }
  [[nodiscard]] bool asked_to_stop() const { return options_.stop && options_.stop(); }

  Result<void> choose_format() {
    v4l2_capability capability{};
    if (control(device_, VIDIOC_QUERYCAP, &capability) != 0) {
      return Error{ErrorCode::kUnsupported, core::quoted(path_) + " is not a camera"};
    }
    const std::uint32_t able =
        (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps : capability.capabilities;
    if ((able & V4L2_CAP_VIDEO_CAPTURE) == 0 || (able & V4L2_CAP_STREAMING) == 0) {
      return Error{ErrorCode::kUnsupported, core::quoted(path_) + " gives no pictures (many cameras have a second " +
                                                "device for other data: try the next lower number)"};
    }
    for (const std::uint32_t pixels : {V4L2_PIX_FMT_MJPEG, V4L2_PIX_FMT_YUYV}) {
      v4l2_format format{};
      format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
      format.fmt.pix.width = kWidth;
      format.fmt.pix.height = kHeight;
      format.fmt.pix.pixelformat = pixels;
      format.fmt.pix.field = V4L2_FIELD_ANY;
      if (control(device_, VIDIOC_S_FMT, &format) != 0) {
        if (errno == EBUSY) return busy();
        continue;
      }
      if (format.fmt.pix.pixelformat != pixels) continue;
      const auto& chosen = format.fmt.pix;
      if (std::uint64_t{chosen.width} * chosen.height > options_.max_pixels) continue;
      compressed_ = pixels == V4L2_PIX_FMT_MJPEG;
      info_.width = static_cast<int>(chosen.width);
      info_.height = static_cast<int>(chosen.height);
      info_.codec = compressed_ ? "mjpeg" : "yuyv";
      stride_ = std::max<std::size_t>(chosen.bytesperline, std::size_t{chosen.width} * 2);
      return {};
    }
    return Error{ErrorCode::kUnsupported, core::quoted(path_) + " offers neither MJPEG nor YUYV pictures"};
  }

  // False: asked to stop.
  Result<bool> wait() {
    while (!asked_to_stop()) {
      pollfd waiting{device_.get(), POLLIN, 0};
      const int ready = ::poll(&waiting, 1, kTimeoutMs);
      if (ready > 0) return true;
      if (ready == 0 && !asked_to_stop()) {
        return Error{ErrorCode::kIo,
                     core::quoted(path_) + " gave no frame for five seconds; unplug it and plug it in again"};
      }
      if (ready < 0 && errno != EINTR) return failed("wait for");
    }
    return false;
  }

  bool damaged() {
    ++counts_.broken;
    ++damaged_in_a_row_;
    return false;
  }

  // The buffer's picture into `frame`; false if it is broken or left out.
  bool take(const v4l2_buffer& buffer, VideoFrame& frame) {
    constexpr double kMicro = 1e-6;
    const double stamp =
        static_cast<double>(buffer.timestamp.tv_sec) + kMicro * static_cast<double>(buffer.timestamp.tv_usec);
    if (first_stamp_ < 0) first_stamp_ = stamp;
    const double seconds = std::max(stamp - first_stamp_, last_);
    last_ = seconds;
    const std::int64_t index = counts_.frames++;
    if (buffer.index >= buffers_.size() || (buffer.flags & V4L2_BUF_FLAG_ERROR) != 0) return damaged();
    if (!gate_.keep(seconds)) return false;
    const auto bytes = buffers_[buffer.index].first(buffer.bytesused);
    if (compressed_) {
      auto image = decode_image(bytes);
      if (!image || image->width != info_.width || image->height != info_.height) return damaged();
      frame.image = image->channels == 3 ? std::move(*image) : to_rgb(*image);  // infrared cameras are grey
    } else {
      if (bytes.size() < stride_ * static_cast<std::size_t>(info_.height)) return damaged();
      frame.image =
          yuyv_to_rgb(reinterpret_cast<const std::uint8_t*>(bytes.data()), info_.width, info_.height, stride_);
    }
    damaged_in_a_row_ = 0;
    frame.seconds = seconds;
    frame.index = index;
    return true;
  }

  std::string path_;
  io::Descriptor device_;
  VideoOptions options_;
  RateGate gate_;
  VideoInfo info_;
  VideoCounts counts_;
  int damaged_in_a_row_ = 0;
  std::vector<Mapping> buffers_;
  bool streaming_ = false;
  bool compressed_ = false;
  std::size_t stride_ = 0;
  double first_stamp_ = -1;
  double last_ = 0;
};

// "/dev/video0, /dev/video2", in order; empty without any.
std::string cameras_here() {
  constexpr std::size_t kShown = 8;
  std::vector<std::string> devices;
  std::error_code failed;
  for (std::filesystem::directory_iterator entry("/dev", failed), end; !failed && entry != end;
       entry.increment(failed)) {
    if (entry->path().filename().string().starts_with("video")) devices.push_back(entry->path().string());
  }
  std::sort(devices.begin(), devices.end());
  std::string names;
  for (std::size_t i = 0; i < std::min(kShown, devices.size()); ++i) names += (i == 0 ? "" : ", ") + devices[i];
  return names;
}

Error cannot_open(const std::string& device, int number) {
  Error error = io::system_error("open the camera", device, number);
  if (error.code == ErrorCode::kNotFound) {
    const std::string others = cameras_here();
    error.message += others.empty() ? "; there is no camera on this machine (no /dev/video*)" : "; there are " + others;
  } else if (number == EACCES) {
    error.message += "; your user needs to be in the group that owns it (usually: sudo usermod -aG video $USER)";
  }
  return error;
}

}  // namespace

Image yuyv_to_rgb(const std::uint8_t* pixels, int width, int height, std::size_t stride) {
  Image image(width, height, 3);
  for (int y = 0; y < height; ++y) {
    const std::uint8_t* in = pixels + stride * static_cast<std::size_t>(y);
    std::uint8_t* to = image.row(y);
    for (int x = 0; x + 1 < width; x += 2, in += 4) {
      const int u = in[1] - 128;
      const int v = in[3] - 128;
      for (const int luma : {in[0], in[2]}) {
        // BT.601 in 1/256, from 16..235 to 0..255.
        const int scaled = 298 * (luma - 16) + 128;
        *to++ = static_cast<std::uint8_t>(std::clamp((scaled + 409 * v) >> 8, 0, 255));
        *to++ = static_cast<std::uint8_t>(std::clamp((scaled - 100 * u - 208 * v) >> 8, 0, 255));
        *to++ = static_cast<std::uint8_t>(std::clamp((scaled + 516 * u) >> 8, 0, 255));
      }
    }
  }
  return image;
}

Result<std::unique_ptr<VideoReader>> open_camera(const std::string& device, const VideoOptions& options) {
  io::Descriptor opened(::open(device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
  if (!opened.is_open()) return cannot_open(device, errno);
  auto camera = std::make_unique<Camera>(device, std::move(opened), options);
  EMO_TRY(camera->start());
  return std::unique_ptr<VideoReader>(std::move(camera));
}

}  // namespace emo::vision
