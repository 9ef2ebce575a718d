#include "metrics/agreement.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "metrics/probability.hpp"

namespace emo::metrics {
namespace {

TEST(AnnotatorAgreement, EqualDistributionsDoNotDiverge) {
  AnnotatorAgreement agreement;
  agreement.add(std::vector<float>{0.75F, 0.25F}, std::vector<float>{6, 2}, 0);
  EXPECT_NEAR(agreement.kl_divergence(), 0, 1e-12);
  EXPECT_EQ(agreement.soft_accuracy(), 0.75);
  EXPECT_EQ(agreement.soft_accuracy_ceiling(), 0.75);
  agreement.add(std::vector<float>{0.25F, 0.75F}, std::vector<float>{1, 0}, 1);
  EXPECT_NEAR(agreement.kl_divergence(), -std::log(0.25) / 2, 1e-12);
  EXPECT_EQ(agreement.soft_accuracy(), 0.375);
}

TEST(AnnotatorAgreement, TheAnswerIsWhatWasAnsweredNotTheLargestScore) {
  AnnotatorAgreement agreement;
  agreement.add(std::vector<float>{0.75F, 0.25F}, std::vector<float>{1, 4}, 1);
  EXPECT_EQ(agreement.soft_accuracy(), 0.8);
}

TEST(AnnotatorAgreement, RowsWithoutVotesCountNowhere) {
  AnnotatorAgreement agreement;
  agreement.add(std::vector<float>{0.5F, 0.5F}, std::vector<float>{0, 0}, 0);
  EXPECT_EQ(agreement.rows(), 0U);
  EXPECT_EQ(agreement.kl_divergence(), 0);
  EXPECT_EQ(agreement.soft_accuracy(), 0);
}

TEST(AnnotatorAgreement, ACertainMistakeIsLargeButFinite) {
  AnnotatorAgreement agreement;
  agreement.add(std::vector<float>{1, 0}, std::vector<float>{0, 3}, 0);
  EXPECT_NEAR(agreement.kl_divergence(), -std::log(kProbabilityFloor), 1e-9);
}

TEST(AnnotatorAgreement, EntropyIsTheFloorOfTheLogLoss) {
  AnnotatorAgreement agreement;
  EXPECT_EQ(agreement.entropy(), 0);
  const std::vector<float> p{0.5F, 0.3F, 0.2F};
  agreement.add(p, std::vector<float>{4, 4, 0}, 0);
  EXPECT_NEAR(agreement.entropy(), std::log(2.0), 1e-12);
  const double cross_entropy = -0.5 * std::log(0.5) - 0.5 * std::log(static_cast<double>(0.3F));
  EXPECT_NEAR(agreement.kl_divergence() + agreement.entropy(), cross_entropy, 1e-9);
  agreement.add(p, std::vector<float>{0, 0, 7}, 0);
  EXPECT_NEAR(agreement.entropy(), std::log(2.0) / 2, 1e-12) << "one voice has no entropy";
}

TEST(AnnotatorAgreement, BeginsAnewAfterAReset) {
  AnnotatorAgreement agreement;
  agreement.add(std::vector<float>{0.5F, 0.3F, 0.2F}, std::vector<float>{1, 2, 0}, 0);
  agreement.reset();
  EXPECT_EQ(agreement.rows(), 0U);
  EXPECT_EQ(agreement.entropy(), 0);
}

}  // namespace
}  // namespace emo::metrics
