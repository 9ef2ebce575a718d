// From a bundle to the start of a run. What the network does with the weights is image_deploy's business.
#include "train/face_start.hpp"

#include "io/bundle.hpp"
#include "train/bundle_weights.hpp"
#include "train/network_widening.hpp"

namespace emo::train {
Result<FaceStart> face_start_from(const std::string& directory) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(directory));
  const auto& manifest = bundle.manifest;
  if (manifest.task != io::Task::kFace) return Error{ErrorCode::kUnsupported, directory + " is not a face bundle"};
  FaceStart start;
  start.architecture = manifest.image;
  start.preprocess = manifest.image_preprocess;
  EMO_ASSIGN(const auto specs, io::tensors_of(manifest));
  EMO_ASSIGN(start.weights, read_bundle_weights(bundle, specs, InStep::kAnywhere));
  for (const auto& head : manifest.heads) start.heads.push_back({head.name, head.labels, head.activation});
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

}  // namespace emo::train
