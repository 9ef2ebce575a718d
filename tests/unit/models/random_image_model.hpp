// Random image models for tests, and what they should answer by plain double-precision loops that share nothing with
// the engine but the list of layers and the names of the tensors.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/image_network.hpp"
#include "io/bundle.hpp"

namespace emo::models {

/// A bundle in memory. Weights are scaled by fan-in, so that maps keep their size from layer to layer.
class RandomImageModel {
 public:
  RandomImageModel(const core::ImageArchitecture& architecture, unsigned seed,
                   io::Quantization quantization = io::Quantization::kF32);

  [[nodiscard]] const io::Bundle& bundle() const { return bundle_; }
  [[nodiscard]] const core::ImageNetwork& network() const { return network_; }
  [[nodiscard]] const std::vector<float>& tensor(const std::string& name) const { return tensors_.at(name); }
  [[nodiscard]] std::size_t height() const { return static_cast<std::size_t>(network_.height); }
  [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(network_.width); }
  /// `count` random images [count, H, W, C].
  [[nodiscard]] std::vector<float> images(std::size_t count, unsigned seed) const;

 private:
  core::ImageNetwork network_;
  std::map<std::string, std::vector<float>> tensors_;
  std::string bytes_;
  io::Bundle bundle_;
};

/// Every output map, one output after the other, [count, H, W, C] each. f32 models of the nominal size only.
std::vector<float> reference_outputs(const RandomImageModel& model, const std::vector<float>& images,
                                     std::size_t count);
/// The heads on `pooled` [count, C]: [count, sum of K].
std::vector<float> reference_logits(const RandomImageModel& model, const std::vector<float>& pooled, std::size_t count);

}  // namespace emo::models
