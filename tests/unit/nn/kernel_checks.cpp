// The definitions that kernels are checked against, as plain loops in wider types. Shares no code with src/nn's
// kernels.
#include "kernel_checks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include "nn/linear.hpp"
#include "random_floats.hpp"

namespace emo::nn::test {
namespace {

struct CodedRows {
  std::vector<std::uint8_t> codes;
  std::vector<float> scale;
  std::vector<std::int32_t> zero;
  std::size_t ld;
  QuantizedRows view() { return {codes.data(), ld, scale.data(), zero.data()}; }
};

CodedRows random_codes(std::size_t rows, std::size_t width, std::mt19937& random) {
  CodedRows x{{}, {}, {}, width + random() % 9};
  x.ld = std::max(x.ld, round_up(width, kGroup));
  for (std::size_t i = 0; i < rows * x.ld; ++i) x.codes.push_back(static_cast<std::uint8_t>(random()));
  for (std::size_t r = 0; r < rows; ++r) {
    x.scale.push_back(0.001F * static_cast<float>(1 + random() % 50));
    x.zero.push_back(static_cast<std::int32_t>(random() % 256));
  }
  return x;
}

double gelu(double x) {
  return 0.5 * x * std::erfc(-x / std::sqrt(2.0));
}

// Codes from -127 to 127, or such that every octet (see octet_limit.hpp) is as heavy as it may be, of either sign.
std::vector<std::int8_t> random_weights(std::size_t rows, std::size_t inputs, bool within_octets,
                                        std::mt19937& random) {
  std::vector<std::int8_t> w(rows * inputs);
  for (auto& v : w) v = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
  if (!within_octets) return w;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t first = 0; first < inputs; first += 16) {
      int left[2][2] = {{128, 128}, {128, 128}};
      for (std::size_t k = first; k < std::min(inputs, first + 16); ++k) {
        const bool negative = random() % 2 == 0;
        int& budget = left[k / 2 % 2][negative ? 1 : 0];
        const bool last = k - first >= 10;
        const int size = std::min(127, last ? budget : static_cast<int>(random() % static_cast<unsigned>(budget + 1)));
        budget -= size;
        w[row * inputs + k] = static_cast<std::int8_t>(negative ? -size : size);
      }
    }
  }
  return w;
}

void compare_gemm_s8(Isa isa, std::size_t m, std::size_t k, std::size_t n, Epilogue epilogue, bool within_octets,
                     std::mt19937& random) {
  SCOPED_TRACE("m " + std::to_string(m) + " k " + std::to_string(k) + " n " + std::to_string(n) +
               (within_octets ? " within octets" : ""));
  CodedRows x = random_codes(m, k, random);
  if (within_octets && m > 1) std::fill_n(x.codes.begin(), k, std::uint8_t{255});
  const auto w = random_weights(n, k, within_octets, random);
  std::vector<float> w_scale(n);
  for (auto& v : w_scale) v = 0.0005F * static_cast<float>(1 + random() % 20);
  const auto bias = random_floats(n, random);
  const std::size_t ldo = round_up(n, kPanel) + kPanel;
  const auto before = random_floats(m * ldo, random);
  auto out = before;
  LinearS8(w, w_scale, bias, k).run(kernels(isa), x.view(), m, epilogue, out.data(), ldo);
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      // Exact, and small enough here to be exact as floats too.
      std::int64_t sum = 0;
      for (std::size_t c = 0; c < k; ++c) {
        sum += (std::int64_t{x.codes[i * x.ld + c]} - x.zero[i]) * std::int64_t{w[j * k + c]};
      }
      const float linear = std::fma(static_cast<float>(sum), x.scale[i] * w_scale[j], bias[j]);
      const float actual = out[i * ldo + j];
      if (epilogue == Epilogue::kNone) {
        ASSERT_EQ(actual, linear) << i << "," << j;
      } else if (epilogue == Epilogue::kResidual) {
        ASSERT_EQ(actual, linear + before[i * ldo + j]) << i << "," << j;
      } else {
        ASSERT_NEAR(actual, gelu(linear), 2.5e-4) << i << "," << j << " gelu of " << linear;
      }
    }
    // What lies beyond the padded outputs is somebody else's.
    for (std::size_t j = round_up(n, kPanel); j < ldo; ++j) ASSERT_EQ(out[i * ldo + j], before[i * ldo + j]);
  }
}

struct Size {
  std::size_t m, k, n;
};
constexpr Size kSizes[] = {{1, 1, 1},    {1, 4, 16},    {2, 3, 17},    {3, 7, 33},    {5, 64, 48},
                           {7, 31, 49},  {8, 32, 96},   {9, 5, 15},    {13, 96, 7},   {16, 48, 28},
                           {17, 40, 64}, {23, 384, 50}, {64, 12, 80},  {16, 128, 64}, {17, 128, 48},
                           {31, 64, 80}, {33, 200, 40}, {70, 132, 33}, {12, 192, 112}};
// More rows than one block of widened rows holds, and rows of which a block holds one.
constexpr Size kBlockSizes[] = {{47, 1536, 20}, {3, 40000, 16}};

}  // namespace

void check_gemm_s8(Isa isa) {
  std::mt19937 random(1);
  for (const Size& s : kSizes) {
    for (const Epilogue e : {Epilogue::kNone, Epilogue::kGelu, Epilogue::kResidual}) {
      for (const bool within_octets : {false, true}) compare_gemm_s8(isa, s.m, s.k, s.n, e, within_octets, random);
      if (::testing::Test::HasFatalFailure()) return;
    }
  }
  for (const Size& s : kBlockSizes) {
    for (const bool within_octets : {false, true}) {
      compare_gemm_s8(isa, s.m, s.k, s.n, Epilogue::kNone, within_octets, random);
    }
    if (::testing::Test::HasFatalFailure()) return;
  }
}

// 16 outputs with the weights `w`, of one row of the largest codes.
void expect_of_largest_codes(Isa isa, const std::vector<std::int8_t>& w, float expected) {
  const std::size_t k = w.size() / 16;
  const std::vector<float> ones(16, 1.0F);
  const std::vector<float> zeros(16, 0.0F);
  std::vector<std::uint8_t> codes(k, 255);
  float scale = 1.0F;
  std::int32_t zero = 0;
  std::vector<float> out(16);
  LinearS8(w, ones, zeros, k).run(kernels(isa), {codes.data(), k, &scale, &zero}, 1, Epilogue::kNone, out.data(), 16);
  for (const float y : out) ASSERT_EQ(y, expected);
}

void check_gemm_s8_extremes(Isa isa) {
  constexpr std::size_t k = 1536;
  // All operands at the end of their range: the case in which vpmaddubsw saturates.
  for (const int weight : {-128, -127, 127}) {
    const std::vector<std::int8_t> w(k * 16, static_cast<std::int8_t>(weight));
    expect_of_largest_codes(isa, w, static_cast<float>(255 * weight * static_cast<int>(k)));
  }
  // The heaviest octets: eight weights of 16, or of -16, or one of -128 and the positive ones of 127.
  expect_of_largest_codes(isa, std::vector<std::int8_t>(k * 16, 16), 255.0F * 16.0F * k);
  expect_of_largest_codes(isa, std::vector<std::int8_t>(k * 16, -16), -255.0F * 16.0F * k);
  std::vector<std::int8_t> single(k * 16);
  for (std::size_t i = 0; i < single.size(); i += 16) single[i] = single[i + 2] = std::int8_t{-128};
  expect_of_largest_codes(isa, single, -255.0F * 16.0F * k);
  for (std::size_t i = 0; i < single.size(); i += 16) single[i + 4] = single[i + 7] = std::int8_t{127};
  expect_of_largest_codes(isa, single, -255.0F * k / 8.0F);
}

void check_gemm_f32(Isa isa) {
  std::mt19937 random(2);
  for (const Size& s : kSizes) {
    SCOPED_TRACE("m " + std::to_string(s.m) + " k " + std::to_string(s.k) + " n " + std::to_string(s.n));
    const std::size_t lda = s.k + 3;
    const std::size_t ldo = round_up(s.n, kPanel);
    const auto a = random_floats(s.m * lda, random);
    const auto w = random_floats(s.n * s.k, random);
    const auto bias = random_floats(s.n, random);
    const auto before = random_floats(s.m * ldo, random);
    for (const Epilogue e : {Epilogue::kNone, Epilogue::kGelu, Epilogue::kResidual}) {
      auto out = before;
      LinearF32(w, bias, s.k).run(kernels(isa), a.data(), lda, s.m, e, out.data(), ldo);
      for (std::size_t i = 0; i < s.m; ++i) {
        for (std::size_t j = 0; j < s.n; ++j) {
          double sum = bias[j];
          for (std::size_t c = 0; c < s.k; ++c) sum += double{a[i * lda + c]} * double{w[j * s.k + c]};
          if (e == Epilogue::kResidual) sum += before[i * ldo + j];
          if (e == Epilogue::kGelu) sum = gelu(sum);
          ASSERT_NEAR(out[i * ldo + j], sum, e == Epilogue::kGelu ? 3e-4 : 2e-5 * (1.0 + std::sqrt(s.k)));
        }
      }
    }
  }
}

void check_layer_norm(Isa isa) {
  std::mt19937 random(4);
  for (const std::size_t width : {1U, 2U, 7U, 8U, 15U, 16U, 17U, 31U, 48U, 100U, 384U, 770U}) {
    SCOPED_TRACE("width " + std::to_string(width));
    const std::size_t ld = width + 4;
    auto x = random_floats(3 * ld, random);
    for (std::size_t c = 0; c < ld; ++c) x[ld + c] += 1000.0F;  // a mean far larger than the spread
    const auto before = x;
    const auto gamma = random_floats(width, random);
    const auto beta = random_floats(width, random);
    const double eps = 1e-5;
    kernels(isa).layer_norm({x.data(), ld, 3, width}, gamma.data(), beta.data(), static_cast<float>(eps));
    for (std::size_t r = 0; r < 3; ++r) {
      double mean = 0;
      double variance = 0;
      for (std::size_t c = 0; c < width; ++c) mean += before[r * ld + c] / static_cast<double>(width);
      for (std::size_t c = 0; c < width; ++c)
        variance += std::pow(before[r * ld + c] - mean, 2) / static_cast<double>(width);
      for (std::size_t c = 0; c < width; ++c) {
        const double expected = (before[r * ld + c] - mean) / std::sqrt(variance + eps) * gamma[c] + beta[c];
        // One float step of an input near 1000 is 6e-5 of a spread of 1.
        ASSERT_NEAR(x[r * ld + c], expected, r == 1 ? 3e-3 : 1e-5) << "row " << r << " column " << c;
      }
      for (std::size_t c = width; c < ld; ++c) ASSERT_EQ(x[r * ld + c], before[r * ld + c]);
    }
  }
}

void check_pointwise(Isa isa) {
  std::vector<float> values = {0.0F, -0.0F, 1e-30F, -1e-30F, 100.0F, -100.0F, 1e20F, -1e20F, 5.5F, -5.5F};
  for (float x = -12.0F; x <= 12.0F; x += 0.0037F) values.push_back(x);
  const auto check = [&](Pointwise function, auto definition) {
    auto x = values;
    kernels(isa).pointwise({x.data(), x.size(), 1, x.size()}, function);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double in = values[i];
      ASSERT_NEAR(x[i], definition(in), 1e-6 * std::max(1.0, std::fabs(in))) << "of " << in;
    }
  };
  check(Pointwise::kGelu, [](double x) { return gelu(x); });
  check(Pointwise::kGeluTanh,
        [](double x) { return 0.5 * x * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x))); });
  check(Pointwise::kRelu, [](double x) { return std::max(x, 0.0); });
  check(Pointwise::kTanh, [](double x) { return std::tanh(x); });
}

void check_quantize(Isa isa) {
  std::mt19937 random(5);
  for (const std::size_t width : {1U, 3U, 8U, 16U, 21U, 64U, 129U, 384U}) {
    const std::size_t rows = 5;
    const std::size_t ld = width + 6;
    auto x = random_floats(rows * ld, random, 3.0F);
    for (std::size_t c = 0; c < width; ++c) x[ld + c] = std::fabs(x[ld + c]);           // only positive
    for (std::size_t c = 0; c < width; ++c) x[2 * ld + c] = -std::fabs(x[2 * ld + c]);  // only negative
    std::vector<std::uint8_t> codes(rows * ld, 9);
    std::vector<float> scale(rows);
    std::vector<std::int32_t> zero(rows);
    kernels(isa).quantize({x.data(), ld, rows, width}, {codes.data(), ld, scale.data(), zero.data()});
    for (std::size_t r = 0; r < rows; ++r) {
      ASSERT_GE(zero[r], 0);
      ASSERT_LE(zero[r], 255);
      float low = 0;
      float high = 0;
      for (std::size_t c = 0; c < width; ++c) {
        low = std::min(low, x[r * ld + c]);
        high = std::max(high, x[r * ld + c]);
      }
      ASSERT_NEAR(scale[r], (high - low) / 255, 1e-6F);
      for (std::size_t c = 0; c < width; ++c) {
        const float back = scale[r] * static_cast<float>(codes[r * ld + c] - zero[r]);
        // Half a step, and at the ends another half because the zero point is rounded.
        ASSERT_NEAR(back, x[r * ld + c], scale[r] * 1.001F) << "row " << r << " column " << c << " width " << width;
      }
      for (std::size_t c = width; c < ld; ++c) ASSERT_EQ(codes[r * ld + c], 9);
    }
    // Every instruction set gives the same bytes.
    auto reference = codes;
    kernels(Isa::kScalar).quantize({x.data(), ld, rows, width}, {reference.data(), ld, scale.data(), zero.data()});
    ASSERT_EQ(codes, reference);
  }
}

void check_pointwise_keeps_nan(Isa isa) {
  for (const auto function : {Pointwise::kGelu, Pointwise::kGeluTanh, Pointwise::kRelu, Pointwise::kTanh}) {
    std::vector<float> x(21, 1.0F);
    x[3] = x[20] = std::numeric_limits<float>::quiet_NaN();
    kernels(isa).pointwise({x.data(), x.size(), 1, x.size()}, function);
    for (std::size_t c = 0; c < x.size(); ++c) ASSERT_EQ(std::isnan(x[c]), c == 3 || c == 20) << c;
  }
}

void check_layer_norm_keeps_overflow(Isa isa) {
  const std::size_t width = 21;
  const std::vector<float> ones(width, 1.0F);
  std::vector<float> x(2 * width, 0.5F);
  for (std::size_t c = 0; c < width; ++c) x[c] = static_cast<float>(c);
  x[width + 4] = 1e25F;  // whose square is no float
  kernels(isa).layer_norm({x.data(), width, 2, width}, ones.data(), ones.data(), 1e-6F);
  for (std::size_t c = 0; c < x.size(); ++c) ASSERT_EQ(std::isnan(x[c]), c >= width) << c;
}

void check_quantize_odd_rows(Isa isa) {
  const std::size_t width = 20;
  const std::size_t rows = 5;
  std::vector<float> x(rows * width, 0.0F);
  for (std::size_t c = 0; c < width; ++c) {
    x[width + c] = 1e-35F;
    x[3 * width + c] = std::numeric_limits<float>::quiet_NaN();
    x[4 * width + c] = c % 2 == 0 ? 2e38F : -2e38F;
  }
  x[2 * width + 4] = std::numeric_limits<float>::infinity();
  x[2 * width + 5] = std::numeric_limits<float>::quiet_NaN();
  std::vector<std::uint8_t> codes(rows * width, 9);
  std::vector<float> scale(rows);
  std::vector<std::int32_t> zero(rows);
  kernels(isa).quantize({x.data(), width, rows, width}, {codes.data(), width, scale.data(), zero.data()});
  for (std::size_t r = 0; r < rows; ++r) {
    ASSERT_EQ(std::isfinite(scale[r]), r < 2) << "row " << r;
    ASSERT_GE(zero[r], 0);
    ASSERT_LE(zero[r], 255);
  }
  for (std::size_t c = 0; c < 2 * width; ++c) ASSERT_EQ(codes[c], zero[c / width]);
}

void check_embed(Isa isa) {
  std::mt19937 random(6);
  for (const std::size_t width : {1U, 5U, 8U, 16U, 19U, 33U, 384U}) {
    const auto a = random_floats(width, random);
    const auto b = random_floats(width, random);
    std::vector<std::int8_t> codes(width);
    for (auto& c : codes) c = static_cast<std::int8_t>(random());
    const TableRow tables[3] = {{nullptr, codes.data(), 0.031F}, {a.data(), nullptr, 1.0F}, {b.data(), nullptr, 1.0F}};
    std::vector<float> out(width + 1, 5.0F);
    for (std::size_t count = 1; count <= 3; ++count) {
      kernels(isa).embed(tables, count, width, out.data());
      for (std::size_t c = 0; c < width; ++c) {
        float expected = static_cast<float>(codes[c]) * 0.031F;
        if (count > 1) expected += a[c];
        if (count > 2) expected += b[c];
        ASSERT_EQ(out[c], expected);
      }
      ASSERT_EQ(out[width], 5.0F);
    }
  }
}

void check_rows_are_independent(Isa isa) {
  std::mt19937 random(7);
  const std::size_t k = 51;
  const std::size_t n = 70;
  const std::size_t ldo = round_up(n, kPanel);
  const auto w = random_floats(n * k, random);
  const auto bias = random_floats(n, random);
  const LinearF32 linear(w, bias, k);
  for (std::size_t rows = 1; rows <= 20; ++rows) {
    const auto x = random_floats(rows * k, random);
    std::vector<float> together(rows * ldo);
    linear.run(kernels(isa), x.data(), k, rows, Epilogue::kGelu, together.data(), ldo);
    const auto sums = together;
    kernels(isa).layer_norm({together.data(), ldo, rows, n}, bias.data(), bias.data(), 1e-6F);
    for (std::size_t r = 0; r < rows; ++r) {
      std::vector<float> alone(ldo);
      linear.run(kernels(isa), x.data() + r * k, k, 1, Epilogue::kGelu, alone.data(), ldo);
      ASSERT_EQ(std::memcmp(alone.data(), sums.data() + r * ldo, n * sizeof(float)), 0) << r << " of " << rows;
      kernels(isa).layer_norm({alone.data(), ldo, 1, n}, bias.data(), bias.data(), 1e-6F);
      ASSERT_EQ(std::memcmp(alone.data(), together.data() + r * ldo, n * sizeof(float)), 0) << r << " of " << rows;
    }
  }
}

}  // namespace emo::nn::test
