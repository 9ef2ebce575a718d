// Random sizes, widths and strides through every kernel of every instruction set that this CPU has: the vector kernels
// against the plain loops of the scalar table (whose own definitions tests/unit/nn checks on fixed sizes).
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "nn/linear.hpp"

namespace emo::nn {
namespace {

constexpr int kRounds = 60;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  // Small sizes and neighbours of register widths are where kernels go wrong, so they are frequent.
  std::size_t size(std::size_t largest) {
    static constexpr std::size_t kCorners[] = {1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65};
    const std::size_t n = engine_() % 2 == 0 ? kCorners[engine_() % std::size(kCorners)] : 1 + engine_() % largest;
    return n < largest ? n : largest;
  }
  std::vector<float> floats(std::size_t n) {
    std::normal_distribution<float> normal(0.0F, 1.0F);
    std::vector<float> values(n);
    for (float& x : values) x = normal(engine_);
    return values;
  }
  template <class T>
  std::vector<T> bytes(std::size_t n) {
    std::vector<T> values(n);
    for (T& x : values) x = static_cast<T>(engine_());
    return values;
  }
  std::size_t below(std::size_t n) { return engine_() % n; }

 private:
  std::mt19937 engine_;
};

// `check(isa, round's random source)`; the scalar table gets the same stream, so that both see the same case.
template <class Check>
void for_each_case(Check check) {
  for (const Isa isa : all_isas()) {
    if (isa == Isa::kScalar || !isa_supported(isa)) continue;
    for (unsigned round = 0; round < kRounds; ++round) {
      SCOPED_TRACE(std::string(isa_name(isa)) + " round " + std::to_string(round));
      Random random(round);
      check(kernels(isa), random);
      if (::testing::Test::HasFatalFailure()) return;
    }
  }
}

const Kernels& reference() {
  return kernels(Isa::kScalar);
}

void expect_near(const std::vector<float>& actual, const std::vector<float>& expected, float tolerance) {
  ASSERT_EQ(actual.size(), expected.size());
  for (std::size_t i = 0; i < actual.size(); ++i) {
    ASSERT_NEAR(actual[i], expected[i], tolerance * (1.0F + std::fabs(expected[i]))) << "element " << i;
  }
}

TEST(NnProperty, QuantizedProductsAreBitEqualOnEveryInstructionSet) {
  for_each_case([](const Kernels& table, Random& random) {
    const std::size_t m = random.size(40);
    const std::size_t k = random.size(400);
    const std::size_t n = random.size(120);
    const std::size_t lda = round_up(k, kGroup) + random.below(5);
    const std::size_t ldo = round_up(n, kPanel) + random.below(3);
    const LinearS8 linear(random.bytes<std::int8_t>(n * k), random.floats(n), random.floats(n), k);
    auto codes = random.bytes<std::uint8_t>(m * lda);
    auto scale = random.floats(m);
    std::vector<std::int32_t> zero(m);
    for (auto& z : zero) z = static_cast<std::int32_t>(random.below(256));
    const QuantizedRows x = {codes.data(), lda, scale.data(), zero.data()};
    const auto before = random.floats(m * ldo);
    for (const Epilogue epilogue : {Epilogue::kNone, Epilogue::kResidual}) {
      auto expected = before;
      auto actual = before;
      linear.run(reference(), x, m, epilogue, expected.data(), ldo);
      linear.run(table, x, m, epilogue, actual.data(), ldo);
      ASSERT_EQ(std::memcmp(actual.data(), expected.data(), actual.size() * sizeof(float)), 0)
          << "m " << m << " k " << k << " n " << n;
    }
  });
}

TEST(NnProperty, FloatProductsAreBitEqualOnEveryInstructionSet) {
  for_each_case([](const Kernels& table, Random& random) {
    const std::size_t m = random.size(40);
    const std::size_t k = random.size(300);
    const std::size_t n = random.size(120);
    const std::size_t lda = k + random.below(5);
    const std::size_t ldo = round_up(n, kPanel);
    const LinearF32 linear(random.floats(n * k), random.floats(n), k);
    const auto x = random.floats(m * lda);
    const auto before = random.floats(m * ldo);
    for (const Epilogue epilogue : {Epilogue::kNone, Epilogue::kResidual}) {
      auto expected = before;
      auto actual = before;
      linear.run(reference(), x.data(), lda, m, epilogue, expected.data(), ldo);
      linear.run(table, x.data(), lda, m, epilogue, actual.data(), ldo);
      ASSERT_EQ(std::memcmp(actual.data(), expected.data(), actual.size() * sizeof(float)), 0)
          << "m " << m << " k " << k << " n " << n;
    }
  });
}

TEST(NnProperty, Attention) {
  for_each_case([](const Kernels& table, Random& random) {
    const std::size_t heads = 1 + random.below(4);
    const std::size_t head_width = random.size(70);
    const std::size_t tokens = random.size(150);
    const std::size_t width = heads * head_width;
    const std::size_t ld = 3 * width + random.below(7);
    const std::size_t ldo = width + random.below(4);
    const auto qkv = random.floats(tokens * ld);
    AlignedBuffer<float> scratch(attention_scratch(tokens, head_width));
    std::vector<float> expected(tokens * ldo, 3.0F);
    auto actual = expected;
    reference().attention({qkv.data(), ld, expected.data(), ldo, tokens, width, heads, scratch.data()});
    table.attention({qkv.data(), ld, actual.data(), ldo, tokens, width, heads, scratch.data()});
    expect_near(actual, expected, 2e-5F);
  });
}

TEST(NnProperty, LayerNormAndPointwise) {
  for_each_case([](const Kernels& table, Random& random) {
    const std::size_t rows = 1 + random.below(5);
    const std::size_t width = random.size(500);
    const std::size_t ld = width + random.below(6);
    const auto gamma = random.floats(width);
    const auto beta = random.floats(width);
    auto expected = random.floats(rows * ld);
    auto actual = expected;
    reference().layer_norm({expected.data(), ld, rows, width}, gamma.data(), beta.data(), 1e-6F);
    table.layer_norm({actual.data(), ld, rows, width}, gamma.data(), beta.data(), 1e-6F);
    expect_near(actual, expected, 1e-4F);
    for (const auto f : {Pointwise::kGelu, Pointwise::kGeluTanh, Pointwise::kRelu, Pointwise::kTanh}) {
      actual = expected;
      reference().pointwise({expected.data(), ld, rows, width}, f);
      table.pointwise({actual.data(), ld, rows, width}, f);
      expect_near(actual, expected, 1e-6F);
    }
  });
}

TEST(NnProperty, QuantizedRowsAreByteEqualOnEveryInstructionSet) {
  for_each_case([](const Kernels& table, Random& random) {
    const std::size_t rows = 1 + random.below(5);
    const std::size_t width = random.size(500);
    const std::size_t ld = width + random.below(6);
    auto x = random.floats(rows * ld);
    std::vector<std::uint8_t> expected(rows * ld, 1);
    auto actual = expected;
    std::vector<float> scale(rows);
    std::vector<float> actual_scale(rows);
    std::vector<std::int32_t> zero(rows);
    std::vector<std::int32_t> actual_zero(rows);
    reference().quantize({x.data(), ld, rows, width}, {expected.data(), ld, scale.data(), zero.data()});
    table.quantize({x.data(), ld, rows, width}, {actual.data(), ld, actual_scale.data(), actual_zero.data()});
    ASSERT_EQ(actual, expected);
    ASSERT_EQ(actual_scale, scale);
    ASSERT_EQ(actual_zero, zero);
  });
}

}  // namespace
}  // namespace emo::nn
