// Which tensors of an image model become int8, and that they decode to what they were.
#include "models/image_quantize.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <span>

namespace emo::models {
namespace {

struct Made {
  core::ImageNetwork network;
  std::map<std::string, std::vector<float>> values;
  std::vector<std::pair<std::string, core::TensorView>> views;
};

Made make() {
  Made made;
  core::ImageArchitecture a;
  a.name = "mobilenet_v2";
  a.widths = {4, 8, 8, 8, 8, 8, 8};
  a.depths = {1, 1, 1, 1, 1, 1, 1};
  a.heads = {{"emotion", 7}};
  made.network = core::build_network(a).value();
  const auto specs = core::tensors_of(made.network).value();
  for (const auto& spec : specs) {
    std::size_t n = 1;
    for (const auto extent : spec.shape) n *= static_cast<std::size_t>(extent);
    auto& v = made.values[spec.name];
    for (std::size_t i = 0; i < n; ++i) v.push_back(std::sin(static_cast<float>(i * i + spec.name.size())));
    made.views.emplace_back(spec.name, core::TensorView{core::DType::kF32, spec.shape, std::as_bytes(std::span(v))});
  }
  return made;
}

TEST(QuantizeImageTensors, CodesDecodeWithinHalfAStepPerOutputChannel) {
  const Made made = make();
  const auto quantized = quantize_image_tensors(made.network, made.views);
  ASSERT_TRUE(quantized) << quantized.error().message;
  std::map<std::string, core::TensorView> by_name(quantized->tensors.begin(), quantized->tensors.end());
  EXPECT_EQ(by_name.at("stem.weight").dtype, core::DType::kF32);
  EXPECT_EQ(by_name.at("blocks.1.depthwise.weight").dtype, core::DType::kF32);
  EXPECT_EQ(by_name.at("heads.emotion.weight").dtype, core::DType::kF32);
  const core::TensorView& codes = by_name.at("blocks.1.expand.weight");
  const core::TensorView& scale = by_name.at("blocks.1.expand.weight.scale");
  ASSERT_EQ(codes.dtype, core::DType::kS8);
  ASSERT_EQ(scale.shape, core::Shape{codes.shape[0]});
  const auto& original = made.values.at("blocks.1.expand.weight");
  const std::size_t columns = original.size() / static_cast<std::size_t>(codes.shape[0]);
  for (std::size_t i = 0; i < original.size(); ++i) {
    const float step = scale.as<float>()[i / columns];
    EXPECT_NEAR(static_cast<double>(static_cast<float>(codes.as<std::int8_t>()[i]) * step),
                static_cast<double>(original[i]), 0.501 * static_cast<double>(step));
  }
}

TEST(QuantizeImageTensors, AMissingTensorIsNamed) {
  Made made = make();
  made.views.pop_back();
  const auto quantized = quantize_image_tensors(made.network, made.views);
  ASSERT_FALSE(quantized);
  EXPECT_NE(quantized.error().message.find("heads.emotion.bias"), std::string::npos);
}

}  // namespace
}  // namespace emo::models
