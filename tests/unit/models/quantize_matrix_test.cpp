#include "models/quantize_matrix.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "models/quantize_row.hpp"
#include "nn/cpu.hpp"
#include "nn/octet_limit.hpp"

namespace emo::models {
namespace {

struct Codes {
  std::vector<std::int8_t> codes;
  std::vector<float> scales;
};

class QuantizeMatrix : public ::testing::Test {
 protected:
  // Rows that are mixtures of `causes` independent ones plus a little of their own; the first inputs are larger.
  void make_inputs(std::size_t width, std::size_t causes, std::size_t rows) {
    width_ = width;
    rows_ = rows;
    std::vector<float> mix(causes * width);
    for (float& m : mix) m = normal_(random_);
    x_.assign(rows * width, 0.0F);
    std::vector<float> cause(causes);
    for (std::size_t r = 0; r < rows; ++r) {
      for (float& c : cause) c = normal_(random_);
      for (std::size_t i = 0; i < width; ++i) {
        float v = 0.1F * normal_(random_);
        for (std::size_t c = 0; c < causes; ++c) v += cause[c] * mix[c * width + i];
        x_[r * width + i] = i < 5 ? 6.0F * v : v;
      }
    }
  }

  void make_weights(std::size_t outputs) {
    weights_.resize(outputs * width_);
    for (float& w : weights_) w = 0.05F * normal_(random_);
  }

  [[nodiscard]] InputMoments moments() {
    InputMoments out(width_);
    out.add(nn::kernels(nn::best_isa()), {x_.data(), width_, rows_, width_});
    return out;
  }

  [[nodiscard]] Codes with(const InputMoments& moments) const {
    Codes out{std::vector<std::int8_t>(weights_.size()), std::vector<float>(weights_.size() / width_)};
    quantize_matrix_within_octets(weights_, moments, out.codes, out.scales);
    return out;
  }

  [[nodiscard]] Codes row_by_row() const {
    Codes out{std::vector<std::int8_t>(weights_.size()), std::vector<float>(weights_.size() / width_)};
    for (std::size_t r = 0; r < out.scales.size(); ++r) {
      out.scales[r] = quantize_row_within_octets(std::span(weights_).subspan(r * width_, width_),
                                                 std::span(out.codes).subspan(r * width_, width_));
    }
    return out;
  }

  // Mean squared error of the outputs.
  [[nodiscard]] double output_error(const Codes& q) const {
    double sum = 0;
    for (std::size_t o = 0; o < q.scales.size(); ++o) {
      for (std::size_t r = 0; r < rows_; ++r) {
        double y = 0;
        for (std::size_t k = 0; k < width_; ++k) {
          const double error = double{weights_[o * width_ + k]} - double{q.scales[o]} * q.codes[o * width_ + k];
          y += error * double{x_[r * width_ + k]};
        }
        sum += y * y;
      }
    }
    return sum / static_cast<double>(rows_ * q.scales.size());
  }

  void expect_within_limit(const Codes& q) const {
    for (std::size_t r = 0; r < q.scales.size(); ++r) {
      const auto row = std::span(q.codes).subspan(r * width_, width_);
      EXPECT_TRUE(nn::obeys_octet_limit(row)) << r;
      for (const auto code : row) EXPECT_GE(code, -127);
      EXPECT_GT(q.scales[r], 0.0F);
    }
  }

  std::mt19937 random_{5};
  std::normal_distribution<float> normal_;
  std::size_t width_ = 0, rows_ = 0;
  std::vector<float> x_, weights_;
};

TEST_F(QuantizeMatrix, InputsThatGoTogetherMakeUpForEachOther) {
  make_inputs(96, 10, 400);
  make_weights(30);
  const auto rounded = with(moments());
  expect_within_limit(rounded);
  EXPECT_LT(output_error(rounded), 0.25 * output_error(row_by_row()));
}

TEST_F(QuantizeMatrix, AnyNumberOfInputs) {
  for (const std::size_t width : {1U, 7U, 16U, 37U}) {
    make_inputs(width, 3, 60);
    make_weights(9);
    const auto rounded = with(moments());
    expect_within_limit(rounded);
    EXPECT_LE(output_error(rounded), 1.2 * output_error(row_by_row())) << width;
  }
}

// Without knowledge (nothing seen) and without anything to make up with, each weight is rounded by itself.
TEST_F(QuantizeMatrix, UnrelatedInputsAreRoundedByThemselves) {
  make_inputs(48, 1, 0);
  make_weights(20);
  const auto alone = row_by_row();
  const auto unknown = with(InputMoments(width_));
  EXPECT_EQ(unknown.codes, alone.codes);
  EXPECT_EQ(unknown.scales, alone.scales);
}

TEST_F(QuantizeMatrix, AnInputThatIsAlwaysZeroDoesNoHarm) {
  make_inputs(64, 6, 300);
  for (std::size_t r = 0; r < rows_; ++r) x_[r * width_ + 20] = 0.0F;
  make_weights(10);
  const auto rounded = with(moments());
  expect_within_limit(rounded);
  EXPECT_LT(output_error(rounded), 0.5 * output_error(row_by_row()));
  for (std::size_t o = 0; o < rounded.scales.size(); ++o) {
    const std::size_t i = o * width_ + 20;
    EXPECT_NEAR(rounded.scales[o] * static_cast<float>(rounded.codes[i]), weights_[i], 0.05F);
  }
}

}  // namespace
}  // namespace emo::models
