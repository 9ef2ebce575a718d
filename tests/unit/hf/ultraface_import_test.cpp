#include "hf/ultraface_import.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>

#include "core/image_network.hpp"
#include "io/bundle.hpp"
#include "onnx_file.hpp"

namespace emo::hf {
namespace {

using test::onnx_model;

class UltrafaceImport : public test::OnnxFileTest {};

/// The convolutions that the detector's layers need.
std::vector<test::OnnxConv> ultraface_convs() {
  const auto network = core::build_network(ultraface_manifest({}).image).value();
  std::vector<test::OnnxConv> convs;
  for (const auto& layer : network.layers) {
    if (layer.kind != core::LayerKind::kConv) continue;
    const int source = layer.inputs.front();
    const auto inputs = source == core::kImage ? 3 : network.layers[static_cast<std::size_t>(source)].channels;
    convs.push_back({{layer.channels, inputs / layer.groups, layer.kernel, layer.kernel},
                     layer.stride,
                     layer.dilation,
                     layer.groups});
  }
  return convs;
}

TEST_F(UltrafaceImport, ADetectorBecomesABundleWithChannelsInnermost) {
  const std::string out = folder_ / "detector";
  const auto done = import_ultraface(write(onnx_model(ultraface_convs())), out, {});
  ASSERT_TRUE(done) << done.error().message;
  const auto bundle = io::open_bundle(out);
  ASSERT_TRUE(bundle) << bundle.error().message;
  EXPECT_EQ(bundle->manifest.task, io::Task::kDetector);
  const auto& first = bundle->weights.tensors().at("base_net.0.weight");
  EXPECT_EQ(first.shape, (core::Shape{16, 3, 3, 3}));
  // [o][i][y][x] = 1 + index; at [0][0][1][2] (y 0, x 1, channel 2) stands input channel 2, row 0, column 1.
  float value = 0;
  std::memcpy(&value, first.bytes.data() + 4 * ((0 * 3 + 1) * 3 + 2), 4);
  EXPECT_EQ(value, 1 + 2 * 9 + 1);
}

TEST_F(UltrafaceImport, InnerConvolutionsAreStoredIn8BitsUnlessToldOtherwise) {
  const auto file = write(onnx_model(ultraface_convs()));
  ASSERT_TRUE(import_ultraface(file, folder_ / "int8", {}));
  DetectorImport options;
  options.int8 = false;
  ASSERT_TRUE(import_ultraface(file, folder_ / "fp32", options));
  const auto small = io::open_bundle(folder_ / "int8"), whole = io::open_bundle(folder_ / "fp32");
  ASSERT_TRUE(small && whole);
  EXPECT_EQ(small->manifest.quantization, io::Quantization::kInt8);
  EXPECT_EQ(whole->manifest.quantization, io::Quantization::kF32);
  const std::string inner = "base_net.1.pointwise.weight", depthwise = "base_net.1.depthwise.weight";
  EXPECT_EQ(small->weights.tensors().at(inner).dtype, core::DType::kS8);
  EXPECT_EQ(small->weights.tensors().at(depthwise).dtype, core::DType::kF32);
  EXPECT_EQ(whole->weights.tensors().at(inner).dtype, core::DType::kF32);
}

TEST_F(UltrafaceImport, TheGoldenFileThatTheCallerMakesIsAddedOrNothingIsLeftBehind) {
  const auto file = write(onnx_model(ultraface_convs()));
  DetectorImport options;
  options.make_golden = [](const std::string& folder) -> Result<std::string> {
    if (auto bundle = io::open_bundle(folder); !bundle) return bundle.error();
    return std::string("{}");
  };
  ASSERT_TRUE(import_ultraface(file, folder_ / "good", options));
  EXPECT_EQ(*io::open_bundle(folder_ / "good")->read("golden.json"), "{}");
  options.make_golden = [](const std::string&) -> Result<std::string> {
    return Error{ErrorCode::kInternal, "golden failed"};
  };
  const auto failed = import_ultraface(file, folder_ / "bad", options);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().message, "golden failed");
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    EXPECT_EQ(entry.path().filename().string().find("bad"), std::string::npos) << entry.path();
  }
}

TEST_F(UltrafaceImport, ANetworkThatIsNotTheDetectorIsRefused) {
  auto convs = ultraface_convs();
  convs[4].stride = 3;
  const auto wrong = import_ultraface(write(onnx_model(convs)), folder_ / "x", {});
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.find("not the UltraFace"), std::string::npos) << wrong.error().message;
  EXPECT_NE(wrong.error().message.find("stride 3"), std::string::npos) << wrong.error().message;
  convs = ultraface_convs();
  convs.pop_back();
  EXPECT_FALSE(import_ultraface(write(onnx_model(convs)), folder_ / "x", {}));
  convs = ultraface_convs();
  convs.push_back(convs.back());
  EXPECT_FALSE(import_ultraface(write(onnx_model(convs)), folder_ / "x", {}));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "x"));
}

}  // namespace
}  // namespace emo::hf
