// The plain 3x3 family: what our own face models are made of. Nothing but convolutions, so every cycle of inference is
// spent in the one kernel that is fast.
#include "core/image_architectures.hpp"
#include "core/image_builder.hpp"

namespace emo::core {

ImageNetwork plain_network(const ImageArchitecture& architecture, bool branches) {
  ImageBuilder builder(architecture);
  const auto conv = [&](const std::string& name, int input, std::int64_t channels, std::int64_t stride) {
    const int index = builder.conv(name, input, channels, 3, stride, ImageActivation::kRelu);
    builder.last().branches = branches;
    return index;
  };
  // A stem of stride s reads 3 x 3 squares of s x s pixels: what it says of a picture it could say of one enlarged s
  // times.
  const std::int64_t square = architecture.stem_stride;
  int x = builder.conv("stem", kImage, architecture.stem, 3 * square, square, ImageActivation::kRelu);
  builder.last().padding = {square, square, square, square};
  builder.last().branches = branches && square == 1;
  for (std::size_t stage = 0; stage < architecture.widths.size(); ++stage) {
    for (std::int64_t i = 0; i < architecture.depths[stage]; ++i) {
      x = conv("stage" + std::to_string(stage + 1) + "." + std::to_string(i), x, architecture.widths[stage],
               i == 0 ? 2 : 1);
    }
  }
  return std::move(builder).finish_pooled(x);
}

}  // namespace emo::core
