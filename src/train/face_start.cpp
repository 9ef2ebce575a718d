// From a bundle to the start of a run. What the network does with the weights is image_deploy's business, wider layers
// are image_widening's, classes that move head_carry_over's.
#include "train/face_start.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "io/bundle.hpp"
#include "models/bundle_weights.hpp"
#include "train/image_widening.hpp"

namespace emo::train {
namespace {

// About those of faces cut from photographs.
constexpr double kUsualMean = 120, kUsualDeviation = 60;

}  // namespace

std::vector<KnownHead> known_heads(const io::Manifest& manifest) {
  std::vector<KnownHead> known;
  for (const auto& head : manifest.heads) known.push_back({head.name, head.labels, head.activation});
  return known;
}

Result<FaceStart> face_start_from(const std::string& directory, models::InStep place) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(directory));
  const auto& manifest = bundle.manifest;
  if (manifest.task != io::Task::kFace) return Error{ErrorCode::kUnsupported, directory + " is not a face bundle"};
  FaceStart start;
  start.architecture = manifest.image;
  start.preprocess = manifest.image_preprocess;
  EMO_ASSIGN(const auto specs, io::tensors_of(manifest));
  EMO_ASSIGN(start.weights, models::read_bundle_weights(bundle, specs, place));
  start.heads = known_heads(manifest);
  start.base_weights = io::lineage(manifest);
  start.base_licence = manifest.provenance.base_licence;
  EMO_TRY(fold_normalization(start));
  return start;
}

Result<void> fold_normalization(FaceStart& start) {
  auto& preprocess = start.preprocess;
  if (preprocess.normalization == io::ImageNormalization::kPerImage) return {};
  EMO_ASSIGN(const auto network, core::build_network(start.architecture));
  for (const auto& layer : network.layers) {
    if (std::find(layer.inputs.begin(), layer.inputs.end(), core::kImage) == layer.inputs.end()) continue;
    if (layer.kind != core::LayerKind::kConv || layer.groups != 1) {
      return Error{ErrorCode::kUnsupported, "layer '" + layer.name +
                                                "' reads the picture with fixed normalisation, training can take over "
                                                "a plain convolution only"};
    }
    auto& weight = start.weights.at(layer.name + ".weight");  // [O, kH, kW, I]
    auto& bias = start.weights.at(layer.name + ".bias");
    const std::size_t inputs = preprocess.mean.size(), per_output = weight.size() / bias.size();
    for (std::size_t i = 0; i < weight.size(); ++i) {
      const double mean = preprocess.mean[i % inputs], deviation = preprocess.deviation[i % inputs];
      const auto before = static_cast<double>(weight[i]);
      bias[i / per_output] += static_cast<float>(before * (kUsualMean - mean) / deviation);
      weight[i] = static_cast<float>(before * kUsualDeviation / deviation);
    }
  }
  preprocess.normalization = io::ImageNormalization::kPerImage;
  preprocess.mean.clear();
  preprocess.deviation.clear();
  return {};
}

Result<void> refine_start(std::int64_t times, FaceStart& start) {
  auto fine = start.architecture;
  fine.stem_stride *= times;
  fine.height *= times;
  fine.width *= times;
  EMO_ASSIGN(const auto before, core::build_network(start.architecture));
  EMO_ASSIGN(const auto after, core::build_network(fine));
  const auto side = static_cast<std::size_t>(before.layers.front().kernel), step = static_cast<std::size_t>(times);
  const auto inputs = static_cast<std::size_t>(before.channels), fine_side = side * step;
  EMO_ASSERT(after.layers.front().kernel == before.layers.front().kernel * times);
  auto& weight = start.weights.at(before.layers.front().name + ".weight");  // [O, kH, kW, I]
  const std::size_t outputs = weight.size() / (side * side * inputs);
  std::vector<float> shared(outputs * fine_side * fine_side * inputs);
  for (std::size_t i = 0; i < shared.size(); ++i) {
    const std::size_t channel = i % inputs, x = i / inputs % fine_side, y = i / inputs / fine_side % fine_side;
    const std::size_t output = i / inputs / fine_side / fine_side;
    shared[i] =
        weight[((output * side + y / step) * side + x / step) * inputs + channel] / static_cast<float>(times * times);
  }
  weight = std::move(shared);
  start.architecture = fine;
  start.preprocess.height = fine.height;
  start.preprocess.width = fine.width;
  return {};
}

Result<void> widen_start(const std::vector<std::int64_t>& widths, std::uint64_t seed, FaceStart& start) {
  auto wide = start.architecture;
  wide.widths = widths;
  EMO_ASSIGN(const auto before, core::build_network(start.architecture));
  EMO_ASSIGN(const auto after, core::build_network(wide));
  EMO_ASSIGN(start.weights, widened(before, after, seed, start.weights));
  start.architecture = wide;
  return {};
}

}  // namespace emo::train
