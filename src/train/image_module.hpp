// A trainable image network: the layer list of core::ImageNetwork with parameters, run by libtorch.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/image_network.hpp"
#include "emo/error.hpp"
#include "train/libtorch.hpp"
#include "train/precision.hpp"

namespace emo::train {

/// Walks the same list as the inference engine. In training form a convolution with `batch_norm` has no bias and is
/// followed by batch normalisation; one with `branches` is the sum of a 3x3, a 1x1 and (where shapes allow) an identity
/// branch, each with its own batch normalisation (RepVGG, Ding et al. 2021). The deployed form, with all of that folded
/// into one convolution, is in image_deploy.hpp. Not thread-safe.
class ImageModule {
 public:
  /// Every tensor drawn fresh from `seed`: He-normal convolutions, unit norms, zero biases, small heads.
  ImageModule(core::ImageNetwork network, std::uint64_t seed, at::Device device, double dropout = 0.0);

  /// `images` [B, C, H, W] of any size that the network's strides divide. Training: batch statistics, dropout (mask
  /// from libtorch's generator), gradients. Returns one [B, K] per head; the heads compute in the images' own type.
  std::vector<at::Tensor> forward(const at::Tensor& images, bool training, Precision precision = Precision::kFloat32);
  /// As forward() in training, with the same mask for the same state of the generator, but the running statistics stay
  /// what they were: for a second look at a batch with weights that are not to be kept (SAM).
  std::vector<at::Tensor> forward_perturbed(const at::Tensor& images, Precision precision = Precision::kFloat32);
  /// As forward() without gradients, and every convolution with batch normalisation and without branches first takes
  /// the statistics of these images for its own, leaving its function unchanged: a network that was loaded from its
  /// deployed form (where normalisation is folded away) can be trained on from there.
  std::vector<at::Tensor> restore_statistics(const at::Tensor& images);

  /// Layers that stay as they are: no gradients, and normalisation by running statistics even in training.
  /// Shape: one per layer, or empty for none.
  void set_frozen(std::vector<bool> layers);

  [[nodiscard]] const core::ImageNetwork& network() const { return network_; }
  [[nodiscard]] at::Device device() const { return device_; }
  /// Trained tensors, in layer order: NAME.weight [O, I/groups, kH, kW], NAME.bias; NAME.norm.weight / .bias;
  /// NAME.pointwise.* and NAME.identity.* of branches; heads.NAME.weight [K, C] and .bias.
  std::vector<std::pair<std::string, at::Tensor>>& parameters() { return parameters_; }
  /// Running means and variances of batch normalisation.
  std::vector<std::pair<std::string, at::Tensor>>& statistics() { return statistics_; }
  /// Precondition: there is such a parameter or statistic.
  [[nodiscard]] const at::Tensor& tensor(const std::string& name) const;
  /// Channels of a layer's input.
  [[nodiscard]] std::int64_t input_channels(const core::ImageLayer& layer) const;
  /// Whether a layer with branches has an identity branch.
  [[nodiscard]] bool has_identity(const core::ImageLayer& layer) const;

 private:
  enum class Mode : std::uint8_t { kTraining, kPerturbed, kEvaluation, kRestoring };
  static bool learns(Mode mode) { return mode == Mode::kTraining || mode == Mode::kPerturbed; }
  std::vector<at::Tensor> run(const at::Tensor& images, Mode mode, Precision precision);
  at::Tensor features(const at::Tensor& images, Mode mode) const;
  void add_parameter(const std::string& name, const at::Tensor& value);
  void add_norm(const std::string& name, std::int64_t channels);
  void add_convolution(const core::ImageLayer& layer);
  at::Tensor normalized(const std::string& name, const at::Tensor& x, Mode mode) const;
  at::Tensor convolution(const core::ImageLayer& layer, const at::Tensor& x, Mode mode) const;
  at::Tensor apply(const core::ImageLayer& layer, const std::vector<at::Tensor>& inputs, Mode mode) const;

  core::ImageNetwork network_;
  at::Device device_;
  double dropout_;
  std::vector<std::pair<std::string, at::Tensor>> parameters_, statistics_;
  std::map<std::string, at::Tensor> index_;
  std::vector<bool> frozen_;
};

inline constexpr double kBatchNormEpsilon = 1e-5;

}  // namespace emo::train
