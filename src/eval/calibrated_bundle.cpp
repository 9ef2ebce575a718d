// A copy of a bundle but for one head of its manifest. What the head gets is fitted by calibration.cpp.
#include "eval/calibrated_bundle.hpp"

#include <utility>
#include <vector>

#include "io/bundle.hpp"

namespace emo::eval {

Result<void> write_calibrated_bundle(const std::string& directory, const std::string& out,
                                     const io::HeadManifest& head) {
  EMO_ASSIGN(auto bundle, io::open_bundle(directory));
  std::vector<std::pair<std::string, core::TensorView>> tensors(bundle.weights.tensors().begin(),
                                                                bundle.weights.tensors().end());
  EMO_ASSIGN(const auto files, bundle.read_beside_weights());
  for (auto& old : bundle.manifest.heads) {
    if (old.name != head.name) continue;
    // Not the labels: a recognizer may show them by another name than the bundle.
    old.temperature = head.temperature;
    old.bias = head.bias;
    old.thresholds = head.thresholds;
    old.calibration = head.calibration;
  }
  return io::write_bundle(out, bundle.manifest, tensors, files);
}

}  // namespace emo::eval
