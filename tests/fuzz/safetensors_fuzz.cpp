// Any bytes as a safetensors file: refused, or every view readable as its type and writable again.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "core/assert.hpp"
#include "io/safetensors.hpp"

namespace {

using emo::io::SafeTensors;

std::size_t touch_all(const SafeTensors& file) {
  std::size_t sum = 0;
  for (const auto& [name, view] : file.tensors()) {
    EMO_ASSERT(view.bytes.size() == static_cast<std::size_t>(view.elements()) * emo::core::dtype_size(view.dtype));
    const auto address = reinterpret_cast<std::uintptr_t>(view.bytes.data());
    EMO_ASSERT(view.bytes.empty() || address % emo::core::dtype_size(view.dtype) == 0);
    for (const auto byte : view.bytes) sum += static_cast<std::size_t>(byte);
    EMO_ASSERT(file.find(name));
    file.release_pages(view);
  }
  return sum;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A buffer of exactly this size, so that the sanitizer sees the first byte read past it; shifted by one byte, so
  // that tensors are not aligned by luck.
  std::vector<std::byte> shifted(size + 1);
  if (size > 0) std::memcpy(shifted.data() + 1, data, size);
  const auto file = SafeTensors::parse(std::span(shifted).subspan(1), "input");
  if (!file) {
    EMO_ASSERT(!file.error().message.empty());
    return 0;
  }
  const std::size_t sum = touch_all(*file);
  const std::vector<std::pair<std::string, emo::core::TensorView>> tensors(file->tensors().begin(),
                                                                           file->tensors().end());
  const auto written = emo::io::serialize_safetensors(tensors, file->metadata());
  EMO_ASSERT(written);
  const auto again = SafeTensors::parse(std::as_bytes(std::span(*written)), "written");
  EMO_ASSERT(again);
  EMO_ASSERT(again->tensors().size() == tensors.size() && again->metadata() == file->metadata());
  EMO_ASSERT(touch_all(*again) == sum);
  return 0;
}
