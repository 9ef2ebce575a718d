// From a bundle to the start of a run. What the network does with the weights is image_deploy's business.
#include "train/face_start.hpp"

#include <algorithm>

#include "io/bundle.hpp"
#include "train/bundle_weights.hpp"
#include "train/face_targets.hpp"
#include "train/network_widening.hpp"

namespace emo::train {
namespace {

std::vector<float> rows_of(const std::vector<float>& values, const std::vector<std::optional<std::size_t>>& rows,
                           std::size_t width) {
  std::vector<float> out(rows.size() * width, 0.0F);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (!rows[k]) continue;
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(*rows[k] * width), width,
                out.begin() + static_cast<std::ptrdiff_t>(k * width));
  }
  return out;
}

}  // namespace

Result<FaceStart> face_start_from(const std::string& directory) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(directory));
  const auto& manifest = bundle.manifest;
  if (manifest.task != io::Task::kFace) return Error{ErrorCode::kUnsupported, directory + " is not a face bundle"};
  FaceStart start;
  start.architecture = manifest.image;
  start.preprocess = manifest.image_preprocess;
  EMO_ASSIGN(const auto specs, io::tensors_of(manifest));
  EMO_ASSIGN(start.weights, read_bundle_weights(bundle, specs));
  for (const auto& head : manifest.heads) start.heads.emplace_back(head.name, head.labels);
  const std::string before = manifest.provenance.base_weights;
  start.base_weights = manifest.name + " " + manifest.version +
                       (before.empty() ? std::string() : " (which started from " + before + ")");
  start.base_licence = manifest.provenance.base_licence;
  return start;
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

std::int64_t carry_over_heads(const FaceTrainConfig& config, FaceStart& start) {
  TensorValues heads;
  std::int64_t taken = 0;
  for (const auto& head : config.heads) {
    if (start.heads.empty()) break;
    auto source =
        std::find_if(start.heads.begin(), start.heads.end(), [&](const auto& h) { return h.first == head.name; });
    if (source == start.heads.end()) source = start.heads.begin();
    std::vector<std::optional<std::size_t>> rows;
    for (const auto& label : head.labels) {
      rows.push_back(class_of(source->second, label));
      taken += rows.back() ? 1 : 0;
    }
    const std::string from = "heads." + source->first, to = "heads." + head.name;
    const std::size_t width = start.weights[from + ".weight"].size() / source->second.size();
    heads[to + ".weight"] = rows_of(start.weights[from + ".weight"], rows, width);
    heads[to + ".bias"] = rows_of(start.weights[from + ".bias"], rows, 1);
  }
  std::erase_if(start.weights, [](const auto& item) { return item.first.rfind("heads.", 0) == 0; });
  start.weights.merge(heads);
  return taken;
}

}  // namespace emo::train
