// Any bytes as the small files of a Hugging Face checkpoint: refused with a message, or within what they promise.
#include <cstdint>
#include <string_view>

#include "core/assert.hpp"
#include "hf/config.hpp"
#include "hf/front_matter.hpp"

namespace {

template <class T>
void refused_with_words(const emo::Result<T>& read) {
  EMO_ASSERT(read || !read.error().message.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  refused_with_words(emo::hf::parse_config(text));
  refused_with_words(emo::hf::parse_pooling(text));
  const auto shards = emo::hf::parse_shard_index(text, size % 2 == 0 ? ".safetensors" : ".bin");
  refused_with_words(shards);
  for (std::size_t i = 0; shards && i < shards->size(); ++i) EMO_ASSERT((*shards)[i].find('/') == std::string::npos);
  for (const auto& language : emo::hf::parse_front_matter(text).languages) EMO_ASSERT(language.size() == 2);
  return 0;
}
