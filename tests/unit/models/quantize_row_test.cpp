#include "models/quantize_row.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "nn/octet_limit.hpp"

namespace emo::models {
namespace {

struct Rounded {
  std::vector<std::int8_t> codes;
  float scale = 0;
};

using Quantizer = float (*)(std::span<const float>, std::span<std::int8_t>);

Rounded rounded(Quantizer quantizer, const std::vector<float>& row) {
  Rounded out{std::vector<std::int8_t>(row.size(), 99), 0};
  out.scale = quantizer(row, out.codes);
  return out;
}

double relative_error(const Rounded& r, const std::vector<float>& row) {
  double error = 0, power = 0;
  for (std::size_t k = 0; k < row.size(); ++k) {
    error += std::pow(double{row[k]} - double{r.scale} * r.codes[k], 2);
    power += double{row[k]} * row[k];
  }
  return std::sqrt(error / power);
}

std::vector<float> normal_row(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0.0F, 0.05F);
  std::vector<float> row(size);
  for (float& w : row) w = normal(random);
  return row;
}

TEST(QuantizeRow, KeepsEveryWeightWithinHalfAStep) {
  const auto row = normal_row(384, 1);
  const auto r = rounded(quantize_row, row);
  for (std::size_t k = 0; k < row.size(); ++k) {
    EXPECT_GE(r.codes[k], -127);
    EXPECT_NEAR(static_cast<float>(r.codes[k]) * r.scale, row[k], 0.5001F * r.scale);
  }
}

TEST(QuantizeRow, WithinOctetsEveryRowObeysTheLimit) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    auto row = normal_row(1 + seed * 13 % 400, seed);
    if (seed % 3 == 0) row[row.size() / 2] *= 40;  // an outlier
    const auto r = rounded(quantize_row_within_octets, row);
    EXPECT_TRUE(nn::obeys_octet_limit(r.codes)) << seed;
    EXPECT_GT(r.scale, 0.0F);
    for (const auto code : r.codes) EXPECT_GE(code, -127);
  }
}

// About a bit is what the limit costs; without the search for the scale it would be more.
TEST(QuantizeRow, WithinOctetsTheErrorStaysSmall) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const auto row = normal_row(384, seed);
    const double free = relative_error(rounded(quantize_row, row), row);
    const double limited = relative_error(rounded(quantize_row_within_octets, row), row);
    EXPECT_LT(free, 0.011);
    EXPECT_LT(limited, 0.021);
    EXPECT_GT(limited, free);
  }
}

TEST(QuantizeRow, ARowThatIsLightAnywayLosesNothing) {
  std::vector<float> row(64, 0.01F);
  row[3] = -0.9F;
  const auto free = rounded(quantize_row, row), limited = rounded(quantize_row_within_octets, row);
  EXPECT_LE(relative_error(limited, row), relative_error(free, row) * 1.05);
}

TEST(QuantizeRow, RowsOfZerosStayZero) {
  for (const Quantizer quantizer : {quantize_row, quantize_row_within_octets}) {
    const auto r = rounded(quantizer, std::vector<float>(20, 0.0F));
    EXPECT_TRUE(std::isfinite(r.scale));
    for (const auto code : r.codes) EXPECT_EQ(code, 0);
  }
}

}  // namespace
}  // namespace emo::models
