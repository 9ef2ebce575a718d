// Layout of an image network in memory: frames, shared buffers, limits.
#include "models/image_plan.hpp"

#include <gtest/gtest.h>

namespace emo::models {
namespace {

core::ImageNetwork build(const char* name, std::int64_t channels = 1) {
  core::ImageArchitecture a;
  a.name = name;
  a.channels = channels;
  return core::build_network(a).value();
}

TEST(ImagePlan, APlainNetNeedsTwoBuffersAndFramesOfOnePixel) {
  const auto network = build("plain");
  const auto plan = make_image_plan(network, 48, 48);
  ASSERT_TRUE(plan) << plan.error().message;
  EXPECT_EQ(plan->slot_floats.size(), 3U);  // the image and two that take turns
  EXPECT_EQ(plan->image.geometry.ld, 1U);
  EXPECT_EQ(plan->image.geometry.row, 50U);
  EXPECT_EQ(plan->maps[0].geometry.ld, 16U);
  EXPECT_EQ(plan->maps[0].frame.top, 1U);
  EXPECT_EQ(plan->maps[0].frame.bottom, 0U);  // stride 2 on 48 rows: the last window ends inside
  EXPECT_EQ(plan->maps[1].frame.bottom, 1U);
  EXPECT_EQ(plan->maps[8].frame.top, 0U);  // read by the mean only
}

TEST(ImagePlan, NoMapIsOverwrittenWhileItIsStillRead) {
  for (const auto name : core::image_architectures()) {
    const auto network = build(std::string(name).c_str(), 3);
    const auto plan = make_image_plan(network, 48, 48);
    ASSERT_TRUE(plan) << name << ": " << plan.error().message;
    const auto layers = static_cast<int>(network.layers.size());
    for (int reader = 0; reader < layers; ++reader) {
      auto inputs = network.layers[static_cast<std::size_t>(reader)].inputs;
      for (const int input : inputs) {
        if (input == core::kImage) continue;
        for (int writer = input + 1; writer <= reader; ++writer) {
          EXPECT_NE(plan->map(writer).slot, plan->map(input).slot) << name << " " << writer << " over " << input;
        }
      }
    }
    for (const int output : network.outputs) {
      for (int writer = output + 1; writer < layers; ++writer) {
        EXPECT_NE(plan->map(writer).slot, plan->map(output).slot) << name << " output " << output;
      }
    }
  }
}

TEST(ImagePlan, RefusesWhatDoesNotFit) {
  EXPECT_EQ(make_image_plan(build("vit"), 40, 40).error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(make_image_plan(build("plain"), 16384, 16384).error().code, ErrorCode::kTooLarge);
  EXPECT_FALSE(make_image_plan(build("plain"), 0, 48));
}

}  // namespace
}  // namespace emo::models
