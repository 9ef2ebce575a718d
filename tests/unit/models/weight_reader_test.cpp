// Tensors that are not what was expected are refused by name; tables read the rows they should.
#include "models/weight_reader.hpp"

#include <gtest/gtest.h>

#include "random_model.hpp"

namespace emo::models {
namespace {

class WeightReaderTest : public ::testing::Test {
 protected:
  core::TextArchitecture architecture_ = test::architecture_of({});
  test::Tensors tensors_ = test::random_tensors(architecture_, 9);
  test::MemoryBundle f32_ = test::make_bundle(architecture_, tensors_, io::Quantization::kF32);
  test::MemoryBundle int8_ = test::make_bundle(architecture_, tensors_, io::Quantization::kInt8);
};

TEST_F(WeightReaderTest, LayersHaveTheFormatOfTheBundle) {
  const auto f32 = WeightReader(f32_.bundle.weights, io::Quantization::kF32).linear("layers.0.ffn.in", 40, 24);
  const auto int8 = WeightReader(int8_.bundle.weights, io::Quantization::kInt8).linear("layers.0.ffn.in", 40, 24);
  ASSERT_TRUE(f32);
  ASSERT_TRUE(int8);
  EXPECT_TRUE(std::holds_alternative<nn::LinearF32>(*f32));
  EXPECT_TRUE(std::holds_alternative<nn::LinearS8>(*int8));
  EXPECT_EQ(std::get<nn::LinearS8>(*int8).outputs(), 40U);
}

TEST_F(WeightReaderTest, TablesGiveTheirRows) {
  const auto f32 =
      WeightReader(f32_.bundle.weights, io::Quantization::kF32).table("embeddings.word", 50, 24, true).value();
  EXPECT_EQ(f32.row(7).f32[3], tensors_.at("embeddings.word")[7 * 24 + 3]);
  const auto int8 =
      WeightReader(int8_.bundle.weights, io::Quantization::kInt8).table("embeddings.word", 50, 24, true).value();
  const nn::TableRow row = int8.row(7);
  ASSERT_EQ(row.f32, nullptr);
  EXPECT_NEAR(static_cast<float>(row.s8[3]) * row.scale, tensors_.at("embeddings.word")[7 * 24 + 3], 0.51F * row.scale);
}

TEST_F(WeightReaderTest, UnexpectedTensorsAreNamed) {
  const WeightReader f32(f32_.bundle.weights, io::Quantization::kF32);
  const WeightReader wrong_type(f32_.bundle.weights, io::Quantization::kInt8);
  EXPECT_NE(f32.vector("embeddings.norm.bias", 25).error().message.find("[25]"), std::string::npos);
  EXPECT_NE(f32.vector("no.such", 1).error().message.find("no.such"), std::string::npos);
  EXPECT_NE(wrong_type.linear("layers.0.ffn.in", 40, 24).error().message.find("expected I8"), std::string::npos);
  EXPECT_NE(f32.linear_f32("heads.a.out", 6, 24).error().message.find("heads.a.out.weight"), std::string::npos);
  EXPECT_NE(f32.table("embeddings.word", 51, 24, true).error().message.find("[50, 24]"), std::string::npos);
}

TEST_F(WeightReaderTest, Int8LayersHaveAnInputLimit) {
  const WeightReader reader(int8_.bundle.weights, io::Quantization::kInt8);
  const auto result = reader.linear("layers.0.ffn.in", 1, 65'537);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace emo::models
