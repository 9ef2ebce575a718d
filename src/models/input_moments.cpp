// X^T X is a matrix product like any other: X^T against itself, by the same kernels. Where the rows come from is
// text_inputs.cpp's, what is made of the sums quantize_matrix.cpp's.
#include "models/input_moments.hpp"

#include <vector>

#include "core/assert.hpp"
#include "nn/linear.hpp"

namespace emo::models {

InputMoments::InputMoments(std::size_t inputs)
    : inputs_(inputs), ld_(nn::round_up(inputs, nn::kPanel)), sum_(inputs * ld_) {}

void InputMoments::add(const nn::Kernels& kernels, const nn::Rows& x) {
  EMO_ASSERT(x.width == inputs_);
  if (x.rows == 0) return;
  std::vector<float> transposed(inputs_ * x.rows);
  for (std::size_t r = 0; r < x.rows; ++r) {
    for (std::size_t i = 0; i < inputs_; ++i) transposed[i * x.rows + r] = x.data[r * x.ld + i];
  }
  const std::vector<float> no_bias(inputs_);
  const nn::LinearF32 product(transposed, no_bias, x.rows);
  product.run(kernels, transposed.data(), x.rows, inputs_, nn::Epilogue::kResidual, sum_.data(), ld_);
  rows_ += x.rows;
}

}  // namespace emo::models
