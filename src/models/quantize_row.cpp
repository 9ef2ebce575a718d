// One row of weights to codes and a scale. Plain code: it runs at export only. Every weight is rounded by itself;
// errors that make up for each other over a whole matrix are quantize_matrix.cpp's.
#include "models/quantize_row.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "nn/octet_limit.hpp"

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

using Octet = std::array<std::size_t, nn::kOctet>;
constexpr int kSigns[] = {1, -1};

/// Calls `f(inputs)`, a span of indices, for every octet of a row of `size` inputs.
template <class F>
void for_each_octet(std::size_t size, F f) {
  for (std::size_t block = 0; block < size; block += nn::kOctetBlock) {
    for (std::size_t octet = 0; octet < 2; ++octet) {
      Octet inputs{};
      std::size_t count = 0;
      for (std::size_t i = 0; i < nn::kOctet; ++i) {
        const std::size_t k = block + nn::octet_input(octet, i);
        if (k < size) inputs[count++] = k;
      }
      f(std::span<const std::size_t>(inputs.data(), count));
    }
  }
}

/// What the weights of one sign in one octet are together, where it is most.
float heaviest_octet(std::span<const float> row) {
  float heaviest = 0.0F;
  for_each_octet(row.size(), [&](std::span<const std::size_t> inputs) {
    for (const int sign : kSigns) {
      float sum = 0.0F;
      for (const std::size_t k : inputs) sum += std::max(0.0F, static_cast<float>(sign) * row[k]);
      heaviest = std::max(heaviest, sum);
    }
  });
  return heaviest;
}

// Lowers the magnitudes of one sign in one octet one by one, each time where it costs least.
void lighten_octet(std::span<const float> row, float inverse, std::span<const std::size_t> inputs, int sign,
                   std::span<std::int8_t> codes) {
  int sum = 0;
  for (const std::size_t k : inputs) sum += std::max(0, sign * codes[k]);
  for (; sum > nn::kMaxOctet; --sum) {
    std::size_t best = inputs[0];
    float least = INFINITY;
    for (const std::size_t k : inputs) {
      const int code = sign * codes[k];
      const float missing = static_cast<float>(sign) * row[k] * inverse - static_cast<float>(code);
      if (code > 0 && missing < least) {
        least = missing;
        best = k;
      }
    }
    codes[best] = static_cast<std::int8_t>(codes[best] - sign);
  }
}

void lighten(std::span<const float> row, float scale, std::span<std::int8_t> codes) {
  const float inverse = 1.0F / scale;
  for_each_octet(row.size(), [&](std::span<const std::size_t> inputs) {
    for (const int sign : kSigns) lighten_octet(row, inverse, inputs, sign, codes);
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

void round_within_octets(std::span<const float> row, float scale, std::span<std::int8_t> codes) {
  round_to_codes(row, scale, codes);
  lighten(row, scale, codes);
}

float quantize_row_within_octets(std::span<const float> row, std::span<std::int8_t> codes) {
  constexpr int kScales = 12;
  constexpr float kFiner = 0.95F;
  const float finest = finest_scale(row);
  float scale = std::max(finest, heaviest_octet(row) / static_cast<float>(nn::kMaxOctet));
  float best_scale = finest;
  double least = INFINITY;
  std::vector<std::int8_t> trial(row.size());
  for (int i = 0; i < kScales && scale >= finest; ++i, scale *= kFiner) {
    round_within_octets(row, scale, trial);
    const double error = squared_error(row, scale, trial);
    if (error >= least) continue;
    least = error;
    best_scale = scale;
    std::copy(trial.begin(), trial.end(), codes.begin());
  }
  return best_scale;
}

}  // namespace emo::models
