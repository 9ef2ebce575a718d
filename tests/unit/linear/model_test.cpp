#include "linear/model.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace emo::linear {
namespace {

Parameters small_model() {
  Parameters p;
  p.labels = {"no", "yes"};
  p.features.hash_bits = 10;
  p.weights.assign(2U << 10U, 0.0F);
  p.bias = {0.5F, -0.5F};
  return p;
}

TEST(Model, BiasAloneAnswersAnEmptyText) {
  const auto model = Model::create(small_model());
  ASSERT_TRUE(model);
  const auto scores = model->predict("");
  ASSERT_TRUE(scores);
  EXPECT_NEAR((*scores)[0], 1 / (1 + std::exp(-1.0)), 1e-6);
  EXPECT_NEAR((*scores)[0] + (*scores)[1], 1, 1e-6);
}

TEST(Model, LogitsAreBiasPlusWeights) {
  Parameters p = small_model();
  p.weights[3 * 2 + 1] = 2;
  const auto model = Model::create(std::move(p));
  ASSERT_TRUE(model);
  const std::vector<Feature> features{{3, 0.5F}};
  EXPECT_EQ(model->logits(features), (std::vector<float>{0.5F, 0.5F}));
}

TEST(Model, SigmoidAndTemperature) {
  std::vector<float> scores{0.0F, 4.0F};
  activate(scores, core::HeadActivation::kSigmoid, 2.0);
  EXPECT_NEAR(scores[0], 0.5, 1e-6);
  EXPECT_NEAR(scores[1], 1 / (1 + std::exp(-2.0)), 1e-6);
}

TEST(Model, RefusesTextThatIsNotUtf8) {
  const auto model = Model::create(small_model());
  ASSERT_TRUE(model);
  EXPECT_FALSE(model->predict("caf\xE9"));
}

TEST(Model, RefusesInconsistentParameters) {
  Parameters p = small_model();
  p.bias.push_back(1);
  EXPECT_NE(Model::create(std::move(p)).error().message.find("expected 2048 and 2"), std::string::npos);
  p = small_model();
  p.labels[1] = "no";
  EXPECT_NE(Model::create(std::move(p)).error().message.find("'no'"), std::string::npos);
  p = small_model();
  p.weights[7] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_FALSE(Model::create(std::move(p)));
  p = small_model();
  p.temperature = 0;
  EXPECT_FALSE(Model::create(std::move(p)));
  p = small_model();
  p.thresholds = {0.5};
  EXPECT_FALSE(Model::create(std::move(p)));
}

}  // namespace
}  // namespace emo::linear
