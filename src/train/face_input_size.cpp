// The rule by which an input grows. What the pictures measure, the data set says; resampling them is
// face_sources.cpp's. The layers stay the same: wider ones are image_widening.cpp's.
#include "train/face_input_size.hpp"

#include <algorithm>

#include "train/config_fields.hpp"

namespace emo::train {
namespace {

constexpr std::int64_t kMultiple = 16;
constexpr double kOldSideUntil = 0.4;  // share of the run

}  // namespace

Result<void> set_input_side(FaceTrainConfig& config) {
  auto& network = config.architecture;
  if (config.input_side == 0 || (config.input_side == network.height && config.input_side == network.width)) return {};
  EMO_TRY(config_needs(config.init.empty() || network.name != "vit",
                       "input_side cannot change the input of a vit, whose weights are bound to places"));
  network.height = network.width = config.input_side;
  return {};
}

bool grow_input(std::int64_t picture_side, FaceTrainConfig& config) {
  auto& network = config.architecture;
  const std::int64_t own = network.height;
  if (network.width != own || network.name == "vit" || 2 * picture_side < 3 * own) return false;
  if (core::has_stem_stride(network.name) && !config.init.empty()) {
    const std::int64_t times = std::min(std::min(config.grow_input_to, picture_side + own / 2) / own,
                                        core::kMaxStemStride / network.stem_stride);
    if (times < 2) return false;
    network.height = network.width = own * times;
    network.stem_stride *= times;
    return true;
  }
  const std::int64_t side = std::min(picture_side, config.grow_input_to) / kMultiple * kMultiple;
  if (side <= own) return false;
  if (config.sides.empty()) config.sides = {{0.0, own}, {kOldSideUntil, side}};
  network.height = network.width = side;
  return true;
}

}  // namespace emo::train
