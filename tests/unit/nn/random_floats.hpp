// What kernels are tried on.
#pragma once

#include <cstddef>
#include <random>
#include <vector>

namespace emo::nn::test {

/// `n` normally distributed values.
inline std::vector<float> random_floats(std::size_t n, std::mt19937& random, float spread = 1.0F) {
  std::normal_distribution<float> normal(0.0F, spread);
  std::vector<float> values(n);
  for (float& x : values) x = normal(random);
  return values;
}

}  // namespace emo::nn::test
