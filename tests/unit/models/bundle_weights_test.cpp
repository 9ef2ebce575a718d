#include "models/bundle_weights.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "random_model.hpp"

namespace emo::models {
namespace {

class BundleWeights : public ::testing::Test {
 protected:
  core::TextArchitecture architecture_ = test::architecture_of({});
  test::Tensors tensors_ = test::random_tensors(architecture_, 21);
  std::vector<core::TensorSpec> specs_ = core::tensors_of(architecture_);
};

TEST_F(BundleWeights, F32IsPassedOn) {
  const auto made = test::make_bundle(architecture_, tensors_, io::Quantization::kF32);
  for (const InStep place : {InStep::kMiddle, InStep::kAnywhere}) {
    EXPECT_EQ(read_bundle_weights(made.bundle, specs_, place).value(), tensors_);
  }
}

TEST_F(BundleWeights, CodesAreMultipliedByTheirScale) {
  const auto made = test::make_bundle(architecture_, tensors_, io::Quantization::kInt8);
  EXPECT_EQ(read_bundle_weights(made.bundle, specs_, InStep::kMiddle).value(),
            test::rounded_to_int8(architecture_, tensors_));
}

TEST_F(BundleWeights, AnywhereIsWithinHalfAStepAndTheSameInEveryCall) {
  const auto made = test::make_bundle(architecture_, tensors_, io::Quantization::kInt8);
  const auto middle = read_bundle_weights(made.bundle, specs_, InStep::kMiddle).value();
  const auto anywhere = read_bundle_weights(made.bundle, specs_, InStep::kAnywhere).value();
  EXPECT_EQ(anywhere, read_bundle_weights(made.bundle, specs_, InStep::kAnywhere).value());
  for (const auto& spec : specs_) {
    const auto& centre = middle.at(spec.name);
    const auto& drawn = anywhere.at(spec.name);
    if (!spec.quantizable) {
      EXPECT_EQ(drawn, centre) << spec.name;
      continue;
    }
    const auto scale = made.bundle.weights.find(spec.name + ".scale").value();
    const auto scales = scale.as<float>();
    const std::size_t columns = centre.size() / scales.size();
    double mean = 0;
    for (std::size_t i = 0; i < centre.size(); ++i) {
      const double steps = double{drawn[i] - centre[i]} / double{scales[i / columns]};
      ASSERT_LE(std::fabs(steps), 0.5001) << spec.name << " " << i;
      mean += std::fabs(steps) / static_cast<double>(centre.size());
    }
    EXPECT_NEAR(mean, 0.25, 0.05) << spec.name;
  }
}

}  // namespace
}  // namespace emo::models
