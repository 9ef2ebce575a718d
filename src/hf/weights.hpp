// The weight files of a checkpoint folder, whatever their number and element type, read as f32.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/tensor.hpp"
#include "emo/error.hpp"
#include "io/safetensors.hpp"

namespace emo::hf {

/// Mapped weights with the names of all files in one table. Immutable, thread-safe.
class Weights {
 public:
  /// model.safetensors, or the shards of model.safetensors.index.json. The old LayerNorm names "gamma" and "beta" are
  /// known as "weight" and "bias" from here on. Without safetensors, model.onnx or onnx/model.onnx. Errors: kNotFound
  /// (names what was expected), kUnsupported (only a pickled pytorch_model.bin), kInvalidModel (damaged; a tensor in
  /// two shards).
  static Result<Weights> open(const std::string& directory);

  [[nodiscard]] const std::map<std::string, core::TensorView, std::less<>>& tensors() const { return tensors_; }
  [[nodiscard]] bool has(std::string_view name) const { return tensors_.find(name) != tensors_.end(); }

  /// Appends the elements of `name` to `values`. Errors: kInvalidModel when it is missing, its shape is not `shape`, it
  /// holds no floating-point numbers, or one of them is not finite.
  Result<void> append(const std::string& name, const core::Shape& shape, std::vector<float>& values) const;

 private:
  std::vector<io::SafeTensors> files_;
  std::shared_ptr<const void> onnx_;
  std::map<std::string, core::TensorView, std::less<>> tensors_;
};

}  // namespace emo::hf
