#include "hf/onnx_convolutions.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "core/image_network.hpp"
#include "hf/protobuf_reader.hpp"
#include "hf/ultraface_import.hpp"
#include "io/bundle.hpp"

namespace emo::hf {
namespace {

// Just enough of a writer of protobuf to make ONNX files.
std::string varint(std::uint64_t value) {
  std::string out;
  for (; value >= 128; value >>= 7U) out += static_cast<char>((value & 127U) | 128U);
  return out + static_cast<char>(value);
}
std::string number(std::uint32_t field, std::uint64_t value) {
  return varint(field << 3U) + varint(value);
}
std::string bytes(std::uint32_t field, const std::string& content) {
  return varint((field << 3U) | 2U) + varint(content.size()) + content;
}

struct Conv {
  std::vector<std::int64_t> shape;
  std::int64_t stride = 1, dilation = 1, groups = 1;
};

std::string tensor(const std::string& name, const std::vector<std::int64_t>& shape, float fill,
                   std::uint64_t type = 1) {
  std::string out;
  std::size_t count = 1;
  for (const auto extent : shape) {
    out += number(1, static_cast<std::uint64_t>(extent));
    count *= static_cast<std::size_t>(extent);
  }
  std::string raw(count * 4, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    const float value = fill + static_cast<float>(i);
    std::memcpy(&raw[4 * i], &value, 4);
  }
  return out + number(2, type) + bytes(8, name) + bytes(9, raw);
}

std::string model(const std::vector<Conv>& convs) {
  std::string graph;
  for (std::size_t i = 0; i < convs.size(); ++i) {
    const std::string name = std::to_string(i);
    const auto ints = [](const char* attribute, std::int64_t value) {
      return bytes(5, bytes(1, attribute) + bytes(8, varint(static_cast<std::uint64_t>(value)) +
                                                         varint(static_cast<std::uint64_t>(value))));
    };
    graph += bytes(1, bytes(1, "x") + bytes(1, "w" + name) + bytes(1, "b" + name) + bytes(2, "y") + bytes(4, "Conv") +
                          ints("strides", convs[i].stride) + ints("dilations", convs[i].dilation) +
                          bytes(5, bytes(1, "group") + number(3, static_cast<std::uint64_t>(convs[i].groups))));
    graph += bytes(5, tensor("w" + name, convs[i].shape, 1));
    graph += bytes(5, tensor("b" + name, {convs[i].shape[0]}, 0.5F));
  }
  return number(1, 7) + bytes(7, graph);
}

class OnnxConvolutions : public ::testing::Test {
 protected:
  OnnxConvolutions() : folder_(std::filesystem::temp_directory_path() / ("emo-onnx-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~OnnxConvolutions() override { std::filesystem::remove_all(folder_); }
  std::string write(const std::string& content) {
    const std::string path = folder_ / "model.onnx";
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  std::filesystem::path folder_;
};

TEST_F(OnnxConvolutions, AreReadInTheOrderOfTheGraph) {
  const auto read = read_onnx_convolutions(write(model({{{2, 3, 3, 3}, 2}, {{4, 1, 3, 3}, 1, 5, 4}})));
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].shape, (std::vector<std::int64_t>{2, 3, 3, 3}));
  EXPECT_EQ((*read)[0].stride, 2);
  EXPECT_EQ((*read)[0].weight[53], 54);
  EXPECT_EQ((*read)[0].bias[1], 1.5F);
  EXPECT_EQ((*read)[1].dilation, 5);
  EXPECT_EQ((*read)[1].groups, 4);
}

TEST_F(OnnxConvolutions, DamageIsAnErrorNeverACrash) {
  const std::string whole = model({{{2, 3, 3, 3}}, {{4, 2, 1, 1}}});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(read_onnx_convolutions(write(whole.substr(0, length)))) << length;
  }
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  for (int round = 0; round < 500; ++round) {
    std::string changed = whole;
    for (int i = 0; i < 3; ++i) changed[random() % changed.size()] = static_cast<char>(random());
    (void)read_onnx_convolutions(write(changed));
  }
  EXPECT_FALSE(read_onnx_convolutions((folder_ / "none.onnx").string()));
  EXPECT_FALSE(read_onnx_convolutions(write("just text")));
}

TEST_F(OnnxConvolutions, WeightsOfAnotherTypeAreRefused) {
  const std::string graph =
      bytes(1, bytes(1, "x") + bytes(1, "w") + bytes(4, "Conv")) + bytes(5, tensor("w", {1, 1, 1, 1}, 1, 10));
  const auto read = read_onnx_convolutions(write(bytes(7, graph)));
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("type 10"), std::string::npos) << read.error().message;
}

/// The convolutions that the detector's layers need.
std::vector<Conv> ultraface_convs() {
  const auto network = core::build_network(ultraface_manifest({}).image).value();
  std::vector<Conv> convs;
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

TEST_F(OnnxConvolutions, ADetectorBecomesABundleWithChannelsInnermost) {
  const std::string out = folder_ / "detector";
  const auto done = import_ultraface(write(model(ultraface_convs())), out, {});
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

TEST_F(OnnxConvolutions, ANetworkThatIsNotTheDetectorIsRefused) {
  auto convs = ultraface_convs();
  convs[4].stride = 3;
  const auto wrong = import_ultraface(write(model(convs)), folder_ / "x", {});
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.find("not the UltraFace"), std::string::npos) << wrong.error().message;
  EXPECT_NE(wrong.error().message.find("stride 3"), std::string::npos) << wrong.error().message;
  convs = ultraface_convs();
  convs.pop_back();
  EXPECT_FALSE(import_ultraface(write(model(convs)), folder_ / "x", {}));
  convs = ultraface_convs();
  convs.push_back(convs.back());
  EXPECT_FALSE(import_ultraface(write(model(convs)), folder_ / "x", {}));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "x"));
}

}  // namespace
}  // namespace emo::hf
