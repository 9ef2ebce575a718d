// What a matrix product is fed with, as far as rounding its weights needs to know.
#pragma once

#include <cstddef>
#include <span>

#include "nn/aligned_buffer.hpp"
#include "nn/kernels.hpp"

namespace emo::models {

/// The sum of x x^T over rows x of `inputs` floats: with it, ||X e||^2 = e^T (X^T X) e tells how far an error e of the
/// weights moves the outputs. Not thread-safe.
class InputMoments {
 public:
  /// Takes 4 bytes per pair of inputs.
  explicit InputMoments(std::size_t inputs);

  /// Precondition: x.width == inputs().
  void add(const nn::Kernels& kernels, const nn::Rows& x);
  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }  ///< added so far
  /// Row `i` of the sum, which is symmetric but for rounding.
  [[nodiscard]] std::span<const float> row(std::size_t i) const { return {sum_.data() + i * ld_, inputs_}; }

 private:
  std::size_t inputs_, ld_, rows_ = 0;
  nn::AlignedBuffer<float> sum_;
};

}  // namespace emo::models
