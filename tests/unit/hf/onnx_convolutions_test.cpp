#include "hf/onnx_convolutions.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <random>

#include "onnx_file.hpp"

namespace emo::hf {
namespace {

using test::bytes;
using test::onnx_model;

class OnnxConvolutions : public test::OnnxFileTest {};

TEST_F(OnnxConvolutions, AreReadInTheOrderOfTheGraph) {
  const auto read = read_onnx_convolutions(write(onnx_model({{{2, 3, 3, 3}, 2}, {{4, 1, 3, 3}, 1, 5, 4}})));
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
  const std::string whole = onnx_model({{{2, 3, 3, 3}}, {{4, 2, 1, 1}}});
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

TEST_F(OnnxConvolutions, ADamagedAttributeIsNoDefault) {
  const auto model = [](const std::string& strides) {
    const std::string node = bytes(1, "x") + bytes(1, "w") + bytes(4, "Conv") + bytes(5, bytes(1, "strides") + strides);
    return bytes(7, bytes(1, node) + bytes(5, test::onnx_tensor("w", {1, 1, 1, 1}, 1, 1)));
  };
  const auto whole = read_onnx_convolutions(write(model(bytes(8, "\x02\x02"))));
  ASSERT_TRUE(whole) << whole.error().message;
  EXPECT_EQ((*whole)[0].stride, 2);
  for (const std::string& damaged : {bytes(8, "\x02\x82"), std::string("\x42\x09\x02")}) {
    const auto read = read_onnx_convolutions(write(model(damaged)));
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("attribute 'strides'"), std::string::npos) << read.error().message;
  }
}

TEST_F(OnnxConvolutions, WeightsOfAnotherTypeAreRefused) {
  const std::string graph = bytes(1, bytes(1, "x") + bytes(1, "w") + bytes(4, "Conv")) +
                            bytes(5, test::onnx_tensor("w", {1, 1, 1, 1}, 1, 10));
  const auto read = read_onnx_convolutions(write(bytes(7, graph)));
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("type 10"), std::string::npos) << read.error().message;
}

}  // namespace
}  // namespace emo::hf
