#include "metrics/log_gamma.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "metrics/probability.hpp"
#include "metrics/selective_risk.hpp"
#include "metrics/significance.hpp"

namespace emo::metrics {
namespace {

TEST(LogGamma, FactorialsAndChoices) {
  EXPECT_NEAR(log_gamma(6), std::log(120.0), 1e-14);
  EXPECT_NEAR(log_choose(10, 3), std::log(120.0), 1e-13);
  EXPECT_EQ(log_choose(10, 0), 0);
  EXPECT_EQ(log_choose(0, 0), 0);
}

// Several threads measure at once.
TEST(LogGamma, NoMetricWritesTheGlobalSign) {
  constexpr int kUntouched = 7;
  const int before = signgam;
  signgam = kUntouched;
  const std::vector<std::uint8_t> a{1, 1, 0, 1, 1}, b{0, 1, 1, 0, 0};
  mcnemar(a, b);
  EXPECT_EQ(signgam, kUntouched);
  const std::vector<ReliabilityBin> bins{{0.5, 1, 20, 0.75, 0.7}};
  calibration_error_by_chance(bins);
  EXPECT_EQ(signgam, kUntouched);
  clopper_pearson(3, 10, 0.9);
  EXPECT_EQ(signgam, kUntouched);
  signgam = before;
}

}  // namespace
}  // namespace emo::metrics
