// Any bytes as an ONNX file: reading its convolutions ends, and what comes out has the sizes that it says.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>

#include "core/assert.hpp"
#include "hf/onnx_convolutions.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const int file = ::memfd_create("onnx", 0);
  EMO_ASSERT(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size));
  const auto read = emo::hf::read_onnx_convolutions("/proc/self/fd/" + std::to_string(file));
  ::close(file);
  if (!read) return 0;
  for (const auto& conv : *read) {
    std::size_t count = 1;
    for (const auto extent : conv.shape) count *= static_cast<std::size_t>(extent);
    EMO_ASSERT(conv.weight.size() == count && conv.bias.size() == static_cast<std::size_t>(conv.shape[0]));
  }
  return 0;
}
