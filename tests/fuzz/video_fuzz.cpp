// Any bytes as a video file: refused with a message, or frames of the promised size whose times never fall. It guards
// what we make of libav's answers; libav itself is not instrumented, but what it does to our memory shows in free().
#include <sys/mman.h>

#include <cstdint>
#include <string>

#include "core/assert.hpp"
#include "io/descriptor.hpp"
#include "video/libav.hpp"
#include "video/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emo;
  const io::Descriptor memory(::memfd_create("video", MFD_CLOEXEC));
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  if (!memory.is_open() || !io::write_all(memory, content, "video")) return 0;
  video::listen_for_complaints();
  vision::VideoOptions options;
  options.max_pixels = 1 << 14;  // large frames are only slower, not different
  int packets = 0;
  options.stop = [&packets] { return ++packets > 10'000; };
  const auto reader = video::open_reader("/proc/self/fd/" + std::to_string(memory.get()), options);
  if (!reader) {
    EMO_ASSERT(!reader.error().message.empty());
    return 0;
  }
  const auto& info = (*reader)->info();
  vision::VideoFrame frame;
  double last = 0;
  for (int i = 0; i < 64; ++i) {
    const auto more = (*reader)->next(frame);
    EMO_ASSERT(more);
    if (!*more) break;
    EMO_ASSERT(frame.image.width == info.width && frame.image.height == info.height && frame.image.channels == 3);
    EMO_ASSERT(frame.image.pixels.size() == frame.image.stride() * static_cast<std::size_t>(frame.image.height));
    EMO_ASSERT(i == 0 || frame.seconds >= last);
    last = frame.seconds;
  }
  EMO_ASSERT((*reader)->counts().frames >= 0 && (*reader)->counts().broken >= 0);
  return 0;
}
