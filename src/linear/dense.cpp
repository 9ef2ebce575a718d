// Softmax regression by mini-batch AdaGrad, on hundreds of dense numbers a row. What the features are is the caller's
// business; texts, whose features are sparse and hashed, have trainer.cpp.
#include "linear/dense.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "linear/model.hpp"

namespace emo::linear {
namespace {

constexpr float kDenseSquare = 1e-4F;  // see trainer.cpp; batches make gradients small here

}  // namespace

void DenseModel::predict(std::span<const float> row, std::span<float> probabilities) const {
  EMO_ASSERT(row.size() == features && probabilities.size() == classes);
  for (std::size_t k = 0; k < classes; ++k) {
    // Eight sums side by side: strict float order would forbid the compiler to use vectors.
    float sums[8] = {};
    const float* w = weights.data() + k * features;
    std::size_t d = 0;
    for (; d + 8 <= features; d += 8) {
      for (std::size_t j = 0; j < 8; ++j) sums[j] += w[d + j] * row[d + j];
    }
    float sum = bias[k];
    for (; d < features; ++d) sum += w[d] * row[d];
    for (const float part : sums) sum += part;
    probabilities[k] = sum;
  }
  activate(probabilities, core::HeadActivation::kSoftmax, 1.0);
}

DenseModel train_dense(std::span<const float> x, std::span<const std::int32_t> labels, std::size_t features,
                       std::size_t classes, const DenseOptions& options) {
  EMO_ASSERT(features > 0 && classes > 0 && x.size() == labels.size() * features && options.batch > 0);
  DenseModel model{features, classes, std::vector<float>(classes * features, 0.0F), std::vector<float>(classes, 0.0F)};
  std::vector<float> squares(model.weights.size(), kDenseSquare), bias_squares(classes, kDenseSquare);
  std::vector<float> gradient(model.weights.size()), bias_gradient(classes), p(classes);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    EMO_ASSERT(labels[i] < static_cast<std::int32_t>(classes));
    if (labels[i] >= 0) order.push_back(i);
  }
  core::Random random(options.seed);
  const auto rate = static_cast<float>(options.learning_rate);
  const auto decay = static_cast<float>(options.l2);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    random.shuffle(std::span(order));
    for (std::size_t begin = 0; begin < order.size(); begin += options.batch) {
      const std::size_t end = std::min(begin + options.batch, order.size());
      std::fill(gradient.begin(), gradient.end(), 0.0F);
      std::fill(bias_gradient.begin(), bias_gradient.end(), 0.0F);
      const float share = 1.0F / static_cast<float>(end - begin);
      for (std::size_t i = begin; i < end; ++i) {
        const auto row = x.subspan(order[i] * features, features);
        model.predict(row, p);
        p[static_cast<std::size_t>(labels[order[i]])] -= 1;
        for (std::size_t k = 0; k < classes; ++k) {
          const float error = p[k] * share;
          bias_gradient[k] += error;
          float* g = gradient.data() + k * features;
          for (std::size_t d = 0; d < features; ++d) g[d] += error * row[d];
        }
      }
      for (std::size_t d = 0; d < gradient.size(); ++d) {
        const float g = gradient[d] + decay * model.weights[d];
        squares[d] += g * g;
        model.weights[d] -= rate * g / std::sqrt(squares[d]);
      }
      for (std::size_t k = 0; k < classes; ++k) {
        bias_squares[k] += bias_gradient[k] * bias_gradient[k];
        model.bias[k] -= rate * bias_gradient[k] / std::sqrt(bias_squares[k]);
      }
    }
  }
  return model;
}

}  // namespace emo::linear
