// The device of fake_camera.hpp. It is as strict as a driver: a call out of order or with the wrong type is EINVAL, a
// frame comes only into a buffer that was queued, and a buffer's bytes are those of the last frame put into it.
#include "fake_camera.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace emo::test {
namespace {

constexpr std::uint32_t kMostBuffers = 3;  // fewer than most programs ask for, as some drivers give
constexpr std::uint32_t kBufferStep = 1U << 22U;

struct Settings {
  std::map<std::string, std::string> words;
  [[nodiscard]] std::string text(const std::string& key, const std::string& otherwise = {}) const {
    const auto found = words.find(key);
    return found == words.end() ? otherwise : found->second;
  }
  [[nodiscard]] std::uint32_t number(const std::string& key, std::uint32_t otherwise) const {
    const auto found = words.find(key);
    return found == words.end() ? otherwise : static_cast<std::uint32_t>(std::stoul(found->second));
  }
};

Settings read_settings() {
  Settings settings;
  const char* described = std::getenv(kFakeCamera);
  std::istringstream words(described != nullptr ? described : "");
  for (std::string word; words >> word;) {
    const auto middle = word.find('=');
    if (middle != std::string::npos) settings.words[word.substr(0, middle)] = word.substr(middle + 1);
  }
  return settings;
}

/// The function of this name behind the one of this file.
template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int refuse(int number) {
  errno = number;
  return -1;
}

class Device {
 public:
  Device(Settings settings, int file) : settings_(std::move(settings)), file_(file) {
    std::ifstream picture(settings_.text("picture"), std::ios::binary);
    picture_.assign(std::istreambuf_iterator<char>(picture), {});
  }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() {
    for (const auto& buffer : buffers_) {
      if (buffer.bytes != nullptr) ::munmap(buffer.bytes, size_);
    }
  }
  [[nodiscard]] int file() const { return file_; }

  int control(unsigned long request, void* argument) {
    if (gone_) return refuse(ENODEV);
    switch (request) {
      case VIDIOC_QUERYCAP:
        return describe(*static_cast<v4l2_capability*>(argument));
      case VIDIOC_S_FMT:
        return choose(*static_cast<v4l2_format*>(argument));
      case VIDIOC_REQBUFS:
        return give_buffers(*static_cast<v4l2_requestbuffers*>(argument));
      case VIDIOC_QUERYBUF:
        return inspect(*static_cast<v4l2_buffer*>(argument));
      case VIDIOC_QBUF:
        return queue(*static_cast<v4l2_buffer*>(argument));
      case VIDIOC_DQBUF:
        return take(*static_cast<v4l2_buffer*>(argument));
      case VIDIOC_STREAMON:
        return stream(*static_cast<int*>(argument), true);
      case VIDIOC_STREAMOFF:
        return stream(*static_cast<int*>(argument), false);
      default:
        return refuse(ENOTTY);
    }
  }

  void* map(std::size_t size, off_t offset) {
    const auto index = static_cast<std::size_t>(offset) / kBufferStep;
    if (index >= buffers_.size() || size != size_) {
      errno = EINVAL;
      return MAP_FAILED;
    }
    // Read-only for the program, as it asked; the driver writes through its own view of the same memory.
    const int memory = static_cast<int>(::memfd_create("fake-camera", MFD_CLOEXEC));
    if (memory < 0 || ::ftruncate(memory, static_cast<off_t>(size)) != 0) return MAP_FAILED;
    const auto really = next<void* (*)(void*, std::size_t, int, int, int, off_t)>("mmap");
    buffers_[index].bytes = static_cast<char*>(really(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0));
    void* seen = really(nullptr, size, PROT_READ, MAP_SHARED, memory, 0);
    ::close(memory);
    return seen;
  }

 private:
  struct Buffer {
    char* bytes = nullptr;
    bool queued = false;
  };

  int describe(v4l2_capability& capability) const {
    capability = {};
    std::strncpy(reinterpret_cast<char*>(capability.driver), "fake", sizeof(capability.driver) - 1);
    std::uint32_t able = settings_.number("captures", 1) != 0 ? V4L2_CAP_VIDEO_CAPTURE : V4L2_CAP_META_CAPTURE;
    if (settings_.number("streams", 1) != 0) able |= V4L2_CAP_STREAMING;
    // As with real webcams: the whole device can more than this node of it.
    capability.capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_DEVICE_CAPS;
    capability.device_caps = able;
    return 0;
  }

  int choose(v4l2_format& format) {
    if (settings_.number("busy", 0) != 0) return refuse(EBUSY);
    if (format.type != V4L2_BUF_TYPE_VIDEO_CAPTURE || !buffers_.empty()) return refuse(EINVAL);
    std::istringstream names(settings_.text("formats", "MJPG,YUYV"));
    std::vector<std::uint32_t> known;
    for (std::string name; std::getline(names, name, ',');) {
      known.push_back(v4l2_fourcc(static_cast<std::uint32_t>(name.at(0)), static_cast<std::uint32_t>(name.at(1)),
                                  static_cast<std::uint32_t>(name.at(2)), static_cast<std::uint32_t>(name.at(3))));
    }
    auto& pixels = format.fmt.pix;
    // A driver does not refuse what it cannot: it gives what it has.
    if (std::find(known.begin(), known.end(), pixels.pixelformat) == known.end()) pixels.pixelformat = known.at(0);
    pixels.width = settings_.number("width", 640);
    pixels.height = settings_.number("height", 480);
    pixels.bytesperline = pixels.pixelformat == V4L2_PIX_FMT_MJPEG ? 0 : pixels.width * 2;
    size_ = std::max<std::size_t>({picture_.size(), std::size_t{pixels.width} * pixels.height * 2, 1});
    pixels.sizeimage = static_cast<std::uint32_t>(size_);
    return 0;
  }

  int give_buffers(v4l2_requestbuffers& request) {
    if (request.type != V4L2_BUF_TYPE_VIDEO_CAPTURE || request.memory != V4L2_MEMORY_MMAP) return refuse(EINVAL);
    request.count = std::min(request.count, kMostBuffers);
    buffers_.assign(request.count, {});
    return 0;
  }

  [[nodiscard]] bool is_one(const v4l2_buffer& buffer) const {
    return buffer.type == V4L2_BUF_TYPE_VIDEO_CAPTURE && buffer.memory == V4L2_MEMORY_MMAP &&
           buffer.index < buffers_.size();
  }

  int inspect(v4l2_buffer& buffer) const {
    if (!is_one(buffer)) return refuse(EINVAL);
    buffer.length = static_cast<std::uint32_t>(size_);
    buffer.m.offset = buffer.index * kBufferStep;
    return 0;
  }

  int queue(const v4l2_buffer& buffer) {
    if (!is_one(buffer) || buffers_[buffer.index].queued || buffers_[buffer.index].bytes == nullptr) {
      return refuse(EINVAL);
    }
    buffers_[buffer.index].queued = true;
    waiting_.push_back(buffer.index);
    return 0;
  }

  int stream(int type, bool on) {
    if (type != V4L2_BUF_TYPE_VIDEO_CAPTURE || (on && waiting_.empty())) return refuse(EINVAL);
    streaming_ = on;
    tick(on);
    if (const auto log = settings_.text("log"); !log.empty()) {
      std::ofstream(log, std::ios::app) << (on ? "start\n" : "stop\n");
    }
    return 0;
  }

  void tick(bool on) const {
    constexpr std::uint32_t kNano = 1'000'000'000;
    itimerspec every{};
    if (on) every.it_interval.tv_nsec = static_cast<std::int64_t>(kNano / std::max(2U, settings_.number("rate", 200)));
    every.it_value = every.it_interval;
    ::timerfd_settime(file_, 0, &every, nullptr);
  }

  int take(v4l2_buffer& buffer) {
    if (!streaming_ || buffer.type != V4L2_BUF_TYPE_VIDEO_CAPTURE || buffer.memory != V4L2_MEMORY_MMAP) {
      return refuse(EINVAL);
    }
    std::uint64_t ticks = 0;
    if (::read(file_, &ticks, sizeof(ticks)) != sizeof(ticks)) return refuse(EAGAIN);
    if (frames_ == settings_.number("unplugged", UINT32_MAX)) {
      gone_ = true;
      return refuse(ENODEV);
    }
    if (frames_ == settings_.number("stalled", UINT32_MAX) || waiting_.empty()) {
      tick(false);
      return refuse(EAGAIN);
    }
    ++frames_;
    const std::uint32_t index = waiting_.front();
    waiting_.pop_front();
    buffers_[index].queued = false;
    std::size_t used = picture_.size();
    if (frames_ % settings_.number("cut", UINT32_MAX) == 0) used /= 3;
    std::memset(buffers_[index].bytes, 0, size_);
    std::copy_n(picture_.data(), used, buffers_[index].bytes);
    buffer.index = index;
    buffer.bytesused = static_cast<std::uint32_t>(used);
    buffer.sequence = frames_ - 1;
    buffer.flags = frames_ % settings_.number("damaged", UINT32_MAX) == 0 ? V4L2_BUF_FLAG_ERROR : 0U;
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    buffer.timestamp.tv_sec = now.tv_sec;
    buffer.timestamp.tv_usec = now.tv_nsec / 1000;
    return 0;
  }

  Settings settings_;
  int file_;
  std::string picture_;
  std::vector<Buffer> buffers_;
  std::deque<std::uint32_t> waiting_;
  std::size_t size_ = 0;
  std::uint32_t frames_ = 0;
  bool streaming_ = false;
  bool gone_ = false;
};

/// The one that was opened last. Outlives static objects, which may still close their files.
std::unique_ptr<Device>& opened() {
  static auto* device = new std::unique_ptr<Device>();
  return *device;
}

bool is_fake(int file) {
  return opened() != nullptr && opened()->file() == file;
}

int open_as(const char* name, const char* path, int flags, mode_t mode) {
  if (const Settings settings = read_settings(); !settings.words.empty() && settings.text("device") == path) {
    const int file = ::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (file >= 0) opened() = std::make_unique<Device>(settings, file);
    return file;
  }
  return next<int (*)(const char*, int, ...)>(name)(path, flags, mode);
}

/// Whether open() has a third argument.
bool has_mode(int flags) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0;
}

}  // namespace

}  // namespace emo::test

extern "C" {

__attribute__((visibility("default"))) int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode =
      emo::test::has_mode(flags) ? va_arg(arguments, mode_t) : 0;  // NOLINT(clang-analyzer-valist.Uninitialized): it is
  va_end(arguments);
  return emo::test::open_as("open", path, flags, mode);
}

__attribute__((visibility("default"))) int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode =
      emo::test::has_mode(flags) ? va_arg(arguments, mode_t) : 0;  // NOLINT(clang-analyzer-valist.Uninitialized): it is
  va_end(arguments);
  return emo::test::open_as("open64", path, flags, mode);
}

__attribute__((visibility("default"))) int ioctl(int file, unsigned long request, ...) noexcept {
  va_list arguments;
  va_start(arguments, request);
  void* argument = va_arg(arguments, void*);
  va_end(arguments);
  if (emo::test::is_fake(file)) return emo::test::opened()->control(request, argument);
  return emo::test::next<int (*)(int, unsigned long, ...)>("ioctl")(file, request, argument);
}

__attribute__((visibility("default"))) void* mmap(void* address, std::size_t size, int protection, int flags, int file,
                                                  off_t offset) noexcept {
  if (file >= 0 && emo::test::is_fake(file)) return emo::test::opened()->map(size, offset);
  return emo::test::next<void* (*)(void*, std::size_t, int, int, int, off_t)>("mmap")(address, size, protection, flags,
                                                                                      file, offset);
}
}
