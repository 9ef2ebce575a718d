// Runs the layers of an image network on chunks of images.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "core/image_network.hpp"
#include "models/image_model.hpp"
#include "models/weight_reader.hpp"
#include "nn/conv.hpp"
#include "nn/kernels.hpp"

namespace emo::models {

/// B images of the planned size, channels innermost.
struct ImageChunk {
  const float* pixels = nullptr;
  std::size_t images = 0;
};

/// Immutable, thread-safe. Independent of the weights it was loaded from.
class ImageRunner {
 public:
  /// Errors: kInvalidModel, kNotFound, kUnsupported, naming the tensor.
  static Result<ImageRunner> load(core::ImageNetwork network, const WeightReader& reader, nn::Isa isa);

  [[nodiscard]] const core::ImageNetwork& network() const { return *network_; }
  [[nodiscard]] const nn::Kernels& kernels() const { return *kernels_; }

  /// Plans for images of this size, if `workspace` has not yet. Errors: as of make_image_plan.
  Result<void> prepare(std::size_t height, std::size_t width, ImageWorkspace::Impl& workspace) const;
  /// Most images of the planned size that should be computed at once.
  [[nodiscard]] std::size_t chunk_images(const ImageWorkspace::Impl& workspace) const;
  /// Computes all layers; the outputs are workspace.map(i) for i of network().outputs. Preconditions: prepared; images
  /// <= chunk_images.
  void run(const ImageChunk& chunk, ImageWorkspace::Impl& workspace) const;

 private:
  struct Norm {
    nn::AlignedBuffer<float> gamma, beta;
  };
  struct Position {
    nn::AlignedBuffer<float> values;  ///< [H, W, ld]
  };
  using Weights = std::variant<std::monostate, nn::PackedConvF32, nn::PackedConvS8, nn::PackedWinogradS8,
                               nn::PackedDepthwise, Norm, Position>;

  Result<void> read_conv(const core::ImageLayer& layer, std::int64_t inputs, const WeightReader& reader,
                         Weights& weights) const;
  Result<void> read_weights(const core::ImageLayer& layer, const core::MapShape& in, const WeightReader& reader,
                            Weights& weights) const;
  void load_pixels(const ImageChunk& chunk, ImageWorkspace::Impl& w) const;
  void run_layer(std::size_t index, ImageWorkspace::Impl& w) const;
  /// The codes of a map, computed unless they are at hand.
  nn::MapCodes quantized(int index, ImageWorkspace::Impl& w) const;
  void convolve(std::size_t index, ImageWorkspace::Impl& w) const;
  void attend(const core::ImageLayer& layer, const nn::Map& in, const nn::Map& out, ImageWorkspace::Impl& w) const;

  std::shared_ptr<const core::ImageNetwork> network_;  ///< shared with the workspaces that have a plan for it
  const nn::Kernels* kernels_ = nullptr;
  const nn::ImageKernels* image_kernels_ = nullptr;
  std::vector<Weights> weights_;  ///< per layer
};

}  // namespace emo::models
