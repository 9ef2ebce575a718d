// The trainable text encoder with heads: named parameters and a forward pass over packed batches.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/text_architecture.hpp"
#include "emo/error.hpp"
#include "train/libtorch.hpp"
#include "train/precision.hpp"
#include "train/tensor_values.hpp"
#include "train/text_packed_batch.hpp"

namespace emo::train {

/// What a training step leaves as it is.
enum class Frozen : std::uint8_t { kNothing, kWords, kEncoder };

/// Parameters under the names of core::tensors_of. The word table is looked up by unique ids, so that its gradient and
/// its optimiser step touch only the rows of the batch.
class TextNetwork {
 public:
  /// Every tensor of `architecture` drawn fresh: N(0, 0.02) matrices, zero biases, unit norms. Seeded.
  TextNetwork(core::TextArchitecture architecture, std::uint64_t seed, at::Device device);

  /// Copies `values` (f32, row-major, named as in core::tensors_of) over the parameters of the same name and shape.
  /// Tensors missing in `values` stay fresh; returns how many were taken. Errors: kInvalidModel on another shape.
  Result<std::int64_t> assign(const TensorValues& values);

  struct Output {
    std::vector<at::Tensor> logits;  ///< one [B, K] per head
    at::Tensor word_rows;            ///< [U, D] leaf with the gradient of the looked-up word rows (training only)
    at::Tensor word_ids;             ///< [U] their ids
  };
  /// `dropout` 0 and no gradient for evaluation; `seed` fixes the dropout masks of this step. With a frozen encoder its
  /// own dropout is off and only the heads get gradients. `precision` is that of the encoder; the heads' is f32.
  Output forward(const PackedBatch& batch, double dropout, std::uint32_t seed, Frozen frozen,
                 Precision precision = Precision::kFloat32);

  [[nodiscard]] const core::TextArchitecture& architecture() const { return architecture_; }
  /// Name -> parameter, in file order.
  std::vector<std::pair<std::string, at::Tensor>>& parameters() { return parameters_; }
  at::Tensor& parameter(const std::string& name);
  [[nodiscard]] at::Device device() const { return device_; }

 private:
  at::Tensor pooled(const PackedBatch& batch, double dropout, std::uint32_t seed, Frozen frozen,
                    Output& out);                                                      ///< [B, D]
  at::Tensor embed(const PackedBatch& batch, bool train_words, Output& out);           ///< [N, D]
  [[nodiscard]] at::Tensor pool(const PackedBatch& batch, const at::Tensor& x) const;  ///< [N, D] -> [B, D]
  at::Tensor encode(const PackedBatch& batch, at::Tensor x, double dropout, std::uint32_t seed);
  at::Tensor relative_bias(const PackedBatch& batch);  ///< as packed_attention takes it; undefined without one

  core::TextArchitecture architecture_;
  at::Device device_;
  std::vector<std::pair<std::string, at::Tensor>> parameters_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace emo::train
