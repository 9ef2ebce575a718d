// Plain code: it runs at export only.
#include "models/quantize_row.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "nn/quad_limit.hpp"

namespace emo::models {
namespace {

constexpr float kMaxCode = 127.0F;
constexpr float kSmallest = 1e-30F;  // rows below it get any scale: their codes are zero

// The finest scale that clips nothing.
float finest_scale(std::span<const float> row) {
  float largest = 0.0F;
  for (const float w : row) largest = std::max(largest, std::fabs(w));
  return largest > kSmallest ? largest / kMaxCode : 1.0F;
}

void round_to_codes(std::span<const float> row, float scale, std::span<std::int8_t> codes) {
  const float inverse = 1.0F / scale;
  for (std::size_t k = 0; k < row.size(); ++k) {
    codes[k] = static_cast<std::int8_t>(std::clamp(std::nearbyint(row[k] * inverse), -kMaxCode, kMaxCode));
  }
}

using Quad = std::array<std::size_t, 4>;

/// Calls `f(inputs, count)` for every quad of a row of `size` inputs.
template <class F>
void for_each_quad(std::size_t size, F f) {
  for (std::size_t octet = 0; octet < size; octet += nn::kOctet) {
    for (std::size_t quad = 0; quad < 2; ++quad) {
      Quad inputs{};
      std::size_t count = 0;
      for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::size_t k = octet + nn::quad_input(quad, i);
        if (k < size) inputs[count++] = k;
      }
      f(inputs, count);
    }
  }
}

float heaviest_quad(std::span<const float> row) {
  float heaviest = 0.0F;
  for_each_quad(row.size(), [&](const Quad& inputs, std::size_t count) {
    float sum = 0.0F;
    for (std::size_t i = 0; i < count; ++i) sum += std::fabs(row[inputs[i]]);
    heaviest = std::max(heaviest, sum);
  });
  return heaviest;
}

// Lowers magnitudes one by one, each time where it costs least.
void lighten(std::span<const float> row, float scale, std::span<std::int8_t> codes) {
  for_each_quad(row.size(), [&](const Quad& inputs, std::size_t count) {
    int sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += std::abs(static_cast<int>(codes[inputs[i]]));
    for (; sum > static_cast<int>(nn::kMaxQuad); --sum) {
      std::size_t best = inputs[0];
      float least = INFINITY;
      for (std::size_t i = 0; i < count; ++i) {
        const int code = std::abs(static_cast<int>(codes[inputs[i]]));
        const float missing = std::fabs(row[inputs[i]]) / scale - static_cast<float>(code);
        if (code > 0 && missing < least) {
          least = missing;
          best = inputs[i];
        }
      }
      codes[best] = static_cast<std::int8_t>(codes[best] + (codes[best] > 0 ? -1 : 1));
    }
  });
}

double squared_error(std::span<const float> row, float scale, std::span<const std::int8_t> codes) {
  double error = 0;
  for (std::size_t k = 0; k < row.size(); ++k) {
    const double difference = double{row[k]} - double{scale} * codes[k];
    error += difference * difference;
  }
  return error;
}

}  // namespace

float quantize_row(std::span<const float> row, std::span<std::int8_t> codes) {
  const float scale = finest_scale(row);
  round_to_codes(row, scale, codes);
  return scale;
}

float quantize_row_within_quads(std::span<const float> row, std::span<std::int8_t> codes) {
  constexpr int kScales = 12;
  constexpr float kFiner = 0.95F;
  const float finest = finest_scale(row);
  float scale = std::max(finest, heaviest_quad(row) / static_cast<float>(nn::kMaxQuad));
  float best_scale = finest;
  double least = INFINITY;
  std::vector<std::int8_t> trial(row.size());
  for (int i = 0; i < kScales && scale >= finest; ++i, scale *= kFiner) {
    round_to_codes(row, scale, trial);
    lighten(row, scale, trial);
    const double error = squared_error(row, scale, trial);
    if (error >= least) continue;
    least = error;
    best_scale = scale;
    std::copy(trial.begin(), trial.end(), codes.begin());
  }
  return best_scale;
}

}  // namespace emo::models
