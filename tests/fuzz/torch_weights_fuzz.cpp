// Any bytes as pytorch_model.bin: refused with a message, or tensors of the sizes that they say.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>

#include "core/assert.hpp"
#include "hf/torch_weights.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const int file = ::memfd_create("weights", 0);
  EMO_ASSERT(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size));
  const auto read = emo::hf::read_torch_weights("/proc/self/fd/" + std::to_string(file));
  ::close(file);
  EMO_ASSERT(read || !read.error().message.empty());
  if (!read) return 0;
  for (const auto& [name, view] : read->tensors) {
    EMO_ASSERT(view.bytes.size() == static_cast<std::size_t>(view.elements()) * emo::core::dtype_size(view.dtype));
    std::uint64_t sum = 0;
    for (const std::byte byte : view.bytes) sum += std::to_integer<std::uint64_t>(byte);
    EMO_ASSERT(sum <= view.bytes.size() * 255);
  }
  return 0;
}
