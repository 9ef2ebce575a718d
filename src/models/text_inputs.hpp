// What the matrix products of a text encoder are fed with when it reads given texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/tensor_spec.hpp"
#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "models/input_moments.hpp"
#include "models/text_model.hpp"

namespace emo::models {

/// Moments of the inputs of the encoder's matrices over a set of texts. They are large (4 bytes per pair of inputs), so
/// a few matrices are measured at a time, when they are first asked for. Not thread-safe.
class TextInputs {
 public:
  /// Told before each matrix how many of them have been asked for.
  using Progress = std::function<void(std::size_t done, std::size_t total)>;

  /// `sequences`: token ids as TextModel::run takes them. Errors: as of TextModel::load.
  static Result<TextInputs> open(const io::Bundle& bundle, std::vector<std::vector<std::int32_t>> sequences,
                                 Progress progress = {});

  /// Of the matrix `tensor` ("layers.2.ffn.in.weight"); null for what is no matrix of the encoder's layers. Valid until
  /// the next call. Errors: as of TextModel::run.
  Result<const InputMoments*> of(const std::string& tensor);

 private:
  TextInputs(TextModel model, std::vector<std::vector<std::int32_t>> sequences, Progress progress);
  Result<void> measure(std::size_t first);

  TextModel model_;
  std::vector<std::vector<std::int32_t>> sequences_;
  Progress progress_;
  std::vector<core::TensorSpec> matrices_;  ///< in the order of the bundle's tensors
  std::size_t asked_for_ = 0;
  std::map<std::string, InputMoments> moments_;
};

}  // namespace emo::models
