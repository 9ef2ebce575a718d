#include "train/start_mixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>

#include "toy_faces.hpp"
#include "toy_run.hpp"
#include "train/face_task.hpp"
#include "train/image_deploy.hpp"

namespace emo::train {
namespace {

TEST(StartMixture, IsBetweenItsTwoNetworks) {
  const TensorValues start{{"a", {0, 4}}, {"other", {1}}}, trained{{"a", {2, 0}}, {"new", {7}}};
  EXPECT_EQ(mixed(start, trained, 0.25), (TensorValues{{"a", {1.5F, 1}}, {"new", {7}}}));
  EXPECT_EQ(mixed(start, trained, 0), trained);
}

// A network of one weight, best at `wish`.
struct OneWeight {
  float wish = 0;
  float weight = -1;
  int judged = 0;
  MixtureTrial trial() {
    return {[this](const TensorValues& values) -> Result<void> {
              if (std::isnan(values.at("w")[0])) return Error{ErrorCode::kInvalidModel, "no number"};
              weight = values.at("w")[0];
              return {};
            },
            [this] {
              ++judged;
              return static_cast<double>(std::abs(weight - wish));
            }};
  }
};

TEST(StartMixture, TheShareOfTheLowestLossStaysInTheNetwork) {
  for (const auto& [wish, left, words] :
       {std::tuple{0.4F, 0.5F,
                   ": of 3 shares the best on the development rows, loss after calibration 0.1000 (0.6000 "
                   "with 0 % of the start's)"},
        {1.0F, 1.0F, ": of 3 shares the best on the development rows, loss after calibration 0.0000"}}) {
    OneWeight network{wish};
    const auto told = mix_with_start({0, 0.5, 0.75}, {{"w", {0}}}, {{"w", {1}}}, network.trial());
    ASSERT_TRUE(told) << told.error().message;
    EXPECT_EQ(network.weight, left);
    EXPECT_EQ(network.judged, 3);
    EXPECT_EQ(told->substr(told->find(" trained ones") + 13), words);
  }
}

TEST(StartMixture, OneShareIsTakenUnasked) {
  OneWeight network;
  const auto told = mix_with_start({0.75}, {{"w", {0}}}, {{"w", {1}}}, network.trial());
  ASSERT_TRUE(told) << told.error().message;
  EXPECT_EQ(*told, "75 % of the start's weights and 25 % of the trained ones");
  EXPECT_EQ(network.weight, 0.25F);
  EXPECT_EQ(network.judged, 0);
}

TEST(StartMixture, OfEqualsTheFirstIsTaken) {
  OneWeight network{0.5F};
  ASSERT_TRUE(mix_with_start({0.25, 0.75}, {{"w", {0}}}, {{"w", {1}}}, network.trial()));
  EXPECT_EQ(network.weight, 0.75F);
}

TEST(StartMixture, WhatTheNetworkDoesNotTakeIsAnError) {
  OneWeight network;
  const auto told = mix_with_start({0, 0.5}, {{"w", {0}}}, {{"w", {NAN}}}, network.trial());
  ASSERT_FALSE(told);
  EXPECT_EQ(told.error().message, "no number");
}

TEST(StartMixture, OfFacesIsMadeOfFoldedWeights) {
  auto config = test::toy_face_config(test::scratch_folder());
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  config.architecture.heads = {{"expression", 3}};
  const auto module = [&](std::uint64_t seed) {
    auto network = *core::build_network(config.architecture);
    for (auto& layer : network.layers) layer.branches = false;
    return std::make_unique<ImageModule>(std::move(network), seed, at::kCPU);
  };
  const auto trained = module(1), start = module(2);
  FaceTask task(config, *data, *trained);
  const auto loss = [&] { return calibrated_loss(config.heads, data->dev, task.logits_of(data->dev)); };
  const auto put = [&](const TensorValues& values) -> Result<void> {
    EMO_TRY(assign_deployed(values, *trained));
    return {};
  };
  const TensorValues before = deployed_tensors(*start), after = deployed_tensors(*trained);
  const std::vector<double> shares{0, 0.5, 0.9};
  std::vector<double> losses;
  for (const double share : shares) {
    ASSERT_TRUE(put(mixed(before, after, share)));
    losses.push_back(loss());
  }
  const auto best = static_cast<std::size_t>(std::min_element(losses.begin(), losses.end()) - losses.begin());
  const auto told = mix_with_start(shares, before, after, {put, loss});
  ASSERT_TRUE(told) << told.error().message;
  const TensorValues wanted = mixed(before, after, shares[best]);
  for (const auto& [name, values] : deployed_tensors(*trained)) {
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(values[i], wanted.at(name)[i], 1e-5F) << name;
  }
  EXPECT_NE(told->find(std::to_string(static_cast<int>(100 * shares[best])) + " % of the start's"), std::string::npos)
      << *told;
}

}  // namespace
}  // namespace emo::train
