// Any bytes as a manifest: refused, or the same manifest after writing and reading it again.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/assert.hpp"
#include "io/manifest.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto manifest = emo::io::parse_manifest({reinterpret_cast<const char*>(data), size});
  if (!manifest) {
    EMO_ASSERT(!manifest.error().message.empty());
    return 0;
  }
  const std::string text = emo::io::to_json(*manifest);
  const auto again = emo::io::parse_manifest(text);
  EMO_ASSERT(again);
  EMO_ASSERT(emo::io::to_json(*again) == text);
  return 0;
}
