// Any bytes as the two files of an n-gram model, linear.json and linear.safetensors, parted by a NUL: refused with a
// message, or a model whose numbers fit its labels, that answers, and that stays the same when it is saved again.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/assert.hpp"
#include "linear/model.hpp"
#include "scratch_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(content.find('\0'), size);
  const emo::fuzz::ScratchFolder folder;
  (void)folder.write("linear.json", content.substr(0, end));
  (void)folder.write("linear.safetensors", content.substr(std::min(end + 1, size)));
  const auto model = emo::linear::load(folder.path());
  if (!model) {
    EMO_ASSERT(!model.error().message.empty());
    return 0;
  }
  const auto& p = model->parameters();
  EMO_ASSERT(p.bias.size() == p.labels.size());
  EMO_ASSERT(p.weights.size() == p.labels.size() << static_cast<unsigned>(p.features.hash_bits));
  const auto answer = model->predict("Not bad AT ALL!! caf\u00e9");
  EMO_ASSERT(answer && answer->size() == p.labels.size());
  EMO_ASSERT(emo::linear::save(*model, folder.path()));
  const auto again = emo::linear::load(folder.path());
  EMO_ASSERT(again && again->parameters().labels == p.labels && again->parameters().features == p.features);
  EMO_ASSERT(again->parameters().weights == p.weights && again->parameters().bias == p.bias);
  EMO_ASSERT(again->parameters().temperature == p.temperature && again->parameters().thresholds == p.thresholds);
  return 0;
}
