#include "train/face_mixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "toy_faces.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

FaceExample judged_as(std::int32_t gold, std::size_t heads = 1) {
  FaceExample face;
  face.labels.resize(heads);
  face.labels.front().gold = gold;
  for (std::size_t h = 1; h < heads; ++h) face.labels[h].gold = -1;
  return face;
}

HeadPlan head_of(std::vector<std::string> labels) {
  HeadPlan head;
  head.labels = std::move(labels);
  return head;
}

TEST(FaceMixture, IsBetweenItsTwoNetworks) {
  const TensorValues start{{"a", {0, 4}}, {"other", {1}}}, trained{{"a", {2, 0}}, {"new", {7}}};
  EXPECT_EQ(mixed(start, trained, 0.25), (TensorValues{{"a", {1.5F, 1}}, {"new", {7}}}));
  EXPECT_EQ(mixed(start, trained, 0), trained);
}

TEST(FaceMixture, TheLossForgivesConfidenceAlone) {
  const std::vector<HeadPlan> heads{head_of({"a", "b"})};
  const std::vector<FaceExample> faces{judged_as(0), judged_as(-1), judged_as(0), judged_as(1), judged_as(1)};
  // Three of the four judged faces are right: the best that one gap between two logits can say is 3/4.
  const double best = -0.75 * std::log(0.75) - 0.25 * std::log(0.25);
  for (const float gap : {0.5F, 8.0F}) {
    EXPECT_NEAR(calibrated_loss(heads, faces, {{gap, 0, 0, gap, gap, 0, gap, 0, 0, gap}}), best, 1e-3) << gap;
  }
}

TEST(FaceMixture, HeadsWithoutJudgedFacesDoNotCount) {
  const std::vector<HeadPlan> heads{head_of({"a", "b"}), head_of({"c", "d"})};
  const std::vector<FaceExample> faces{judged_as(0, 2), judged_as(0, 2), judged_as(1, 2)};
  const HeadLogits logits{{1, 0, 1, 0, 1, 0}, {9, 0, 9, 0, 9, 0}};
  EXPECT_NEAR(calibrated_loss(heads, faces, logits), calibrated_loss({heads[0]}, faces, {logits[0]}), 1e-12);
  EXPECT_EQ(calibrated_loss(heads, {judged_as(-1, 2)}, {{1, 0}, {9, 0}}), 0);
}

class MixWithStart : public testing::Test {
 protected:
  void SetUp() override {
    config = test::toy_face_config(test::scratch_folder());
    data = *load_face_dataset(config);
    config.architecture.heads = {{"expression", 3}};
  }
  std::unique_ptr<ImageModule> module(std::uint64_t seed) const {
    auto network = *core::build_network(config.architecture);
    for (auto& layer : network.layers) layer.branches = false;
    return std::make_unique<ImageModule>(std::move(network), seed, at::kCPU);
  }
  FaceTrainConfig config;
  FaceDataset data;
};

TEST_F(MixWithStart, TakesTheShareThatTheDevelopmentFacesLikeBest) {
  const auto trained = module(1), start = module(2);
  FaceTask task(config, data, *trained);
  const TensorValues before = deployed_tensors(*start), after = deployed_tensors(*trained);
  const std::vector<double> shares{0, 0.5, 0.9};
  std::vector<double> losses;
  for (const double share : shares) {
    ASSERT_TRUE(assign_deployed(mixed(before, after, share), *trained));
    losses.push_back(calibrated_loss(config.heads, data.dev, task.logits_of(data.dev)));
  }
  const auto best = static_cast<std::size_t>(std::min_element(losses.begin(), losses.end()) - losses.begin());
  ASSERT_TRUE(assign_deployed(after, *trained));
  const auto told = mix_with_start(shares, before, config.heads, data.dev, task, *trained);
  ASSERT_TRUE(told) << told.error().message;
  const TensorValues wanted = mixed(before, after, shares[best]);
  for (const auto& [name, values] : deployed_tensors(*trained)) {
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(values[i], wanted.at(name)[i], 1e-5F) << name;
  }
  EXPECT_NE(told->find(std::to_string(static_cast<int>(100 * shares[best])) + " % of the start's"), std::string::npos)
      << *told;
  EXPECT_NE(told->find("of 3 shares the best"), std::string::npos) << *told;
}

TEST_F(MixWithStart, OneShareIsTakenUnasked) {
  const auto trained = module(1), start = module(2);
  FaceTask task(config, data, *trained);
  const TensorValues wanted = mixed(deployed_tensors(*start), deployed_tensors(*trained), 0.75);
  const auto told = mix_with_start({0.75}, deployed_tensors(*start), config.heads, data.dev, task, *trained);
  ASSERT_TRUE(told) << told.error().message;
  EXPECT_EQ(*told, "75 % of the start's weights and 25 % of the trained ones");
  for (const auto& [name, values] : deployed_tensors(*trained)) {
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(values[i], wanted.at(name)[i], 1e-5F) << name;
  }
}

}  // namespace
}  // namespace emo::train
