// The weight files of a checkpoint folder, whatever their number and element type, read as f32.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/tensor.hpp"
#include "emo/error.hpp"
#include "hf/owned_weights.hpp"

namespace emo::hf {

/// Whether `folder` holds what PEFT trains beside a model. It changes what the model computes; nothing here applies it.
bool has_adapter(const std::filesystem::path& folder);

/// Of such a folder without the model.
Error adapter_alone();

/// Weights with the names of all files in one table. Immutable, thread-safe.
class Weights {
 public:
  /// The first of these that is there: model.safetensors, the shards of model.safetensors.index.json,
  /// pytorch_model.bin, the shards of pytorch_model.bin.index.json, model.onnx, onnx/model.onnx. The old LayerNorm
  /// names "gamma" and "beta" are known as "weight" and "bias" from here on, and what a wrapper has put before
  /// every name, the "module." of DataParallel or the "_orig_mod." of torch.compile, is taken off. Errors: kNotFound
  /// (names what was expected), kUnsupported (an adapter alone), kInvalidModel (damaged; a tensor in two shards), and
  /// those of the readers.
  static Result<Weights> open(const std::string& directory);

  [[nodiscard]] const std::map<std::string, core::TensorView, std::less<>>& tensors() const { return tensors_; }

  /// Appends the elements of `name` to `values`. Errors: kInvalidModel when it is missing, its shape is not `shape`, it
  /// holds no floating-point numbers, or one of them is not finite.
  Result<void> append(const std::string& name, const core::Shape& shape, std::vector<float>& values) const;

 private:
  Result<void> add(const std::string& path, Result<OwnedWeights> (*read)(const std::string&));

  std::vector<std::shared_ptr<const void>> owners_;
  std::map<std::string, core::TensorView, std::less<>> tensors_;
};

}  // namespace emo::hf
