// Weight files: widening of f16 and bf16, old names, shards, and refusals.
#include "hf/weights.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "checkpoint_folder.hpp"
#include "hf/onnx_weights.hpp"
#include "io/safetensors.hpp"

namespace emo::hf {
namespace {

using testing::CheckpointFolder;

template <class T>
core::TensorView view_of(core::DType dtype, core::Shape shape, const std::vector<T>& elements) {
  return {dtype, std::move(shape), std::as_bytes(std::span<const T>(elements))};
}

void write_tensors(const CheckpointFolder& folder, std::string_view file,
                   const std::vector<std::pair<std::string, core::TensorView>>& tensors) {
  const auto bytes = io::serialize_safetensors(tensors);
  ASSERT_TRUE(bytes) << bytes.error().message;
  folder.write(file, *bytes);
}

/// The value of an f16 by its definition (IEEE 754-2008, 3.4), apart from the bit tricks under test.
double f16_value(unsigned bits) {
  const double sign = (bits & 0x8000U) != 0 ? -1.0 : 1.0;
  const int exponent = static_cast<int>((bits >> 10) & 0x1fU);
  const double fraction = static_cast<double>(bits & 0x3ffU) / 1024.0;
  return exponent == 0 ? sign * std::ldexp(fraction, -14) : sign * std::ldexp(1.0 + fraction, exponent - 15);
}

TEST(Weights, WidensEveryFiniteF16Exactly) {
  std::vector<std::uint16_t> all;
  for (unsigned bits = 0; bits < 0x10000U; ++bits) {
    if (((bits >> 10) & 0x1fU) != 0x1fU) all.push_back(static_cast<std::uint16_t>(bits));
  }
  const core::Shape shape{static_cast<std::int64_t>(all.size())};
  const CheckpointFolder folder("");
  write_tensors(folder, "model.safetensors", {{"x", view_of(core::DType::kF16, shape, all)}});
  const auto weights = Weights::open(folder.path());
  ASSERT_TRUE(weights) << weights.error().message;
  std::vector<float> values;
  const auto read = weights->append("x", shape, values);
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(values.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    ASSERT_EQ(static_cast<double>(values[i]), f16_value(all[i])) << all[i];
    ASSERT_EQ(std::signbit(values[i]), (all[i] & 0x8000U) != 0) << all[i];
  }
}

TEST(Weights, WidensBf16AndAppends) {
  const std::vector<std::uint16_t> bf16{0x3f80, 0xc000, 0x0000};
  const std::vector<float> f32{7.5F};
  const CheckpointFolder folder("");
  write_tensors(folder, "model.safetensors",
                {{"a", view_of(core::DType::kBF16, {3}, bf16)}, {"b", view_of(core::DType::kF32, {1}, f32)}});
  const auto weights = Weights::open(folder.path());
  ASSERT_TRUE(weights);
  std::vector<float> values;
  ASSERT_TRUE(weights->append("a", {3}, values));
  ASSERT_TRUE(weights->append("b", {1}, values));
  EXPECT_EQ(values, (std::vector<float>{1.0F, -2.0F, 0.0F, 7.5F}));
}

TEST(Weights, NarrowsF64AndRefusesWhatF32CannotHold) {
  const std::vector<double> f64{0.1, -2.0, 1e-60};
  const std::vector<double> huge{1.0, 1e300};
  const CheckpointFolder folder("");
  write_tensors(folder, "model.safetensors",
                {{"a", view_of(core::DType::kF64, {3}, f64)}, {"huge", view_of(core::DType::kF64, {2}, huge)}});
  const auto weights = Weights::open(folder.path());
  ASSERT_TRUE(weights) << weights.error().message;
  std::vector<float> values;
  ASSERT_TRUE(weights->append("a", {3}, values));
  EXPECT_EQ(values, (std::vector<float>{0.1F, -2.0F, 0.0F}));
  const auto read = weights->append("huge", {2}, values);
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("element 1"), std::string::npos) << read.error().message;
}

TEST(Weights, RefusesWrongShapesIntegersAndNumbersThatAreNotFinite) {
  const std::vector<float> bad{1.0F, std::numeric_limits<float>::quiet_NaN()};
  const std::vector<std::uint16_t> infinite{0x7c00};
  const std::vector<std::int64_t> integers{1, 2};
  const CheckpointFolder folder("");
  write_tensors(folder, "model.safetensors",
                {{"nan", view_of(core::DType::kF32, {2}, bad)},
                 {"inf", view_of(core::DType::kF16, {1}, infinite)},
                 {"int", view_of(core::DType::kS64, {2}, integers)}});
  const auto weights = Weights::open(folder.path());
  ASSERT_TRUE(weights);
  std::vector<float> values;
  const auto expect_error = [&](const std::string& name, const core::Shape& shape, std::string_view part) {
    const auto read = weights->append(name, shape, values);
    ASSERT_FALSE(read) << name;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidModel);
    EXPECT_NE(read.error().message.find(part), std::string::npos) << read.error().message;
  };
  expect_error("nan", {2}, "element 1");
  expect_error("nan", {1, 2}, "[1, 2]");
  expect_error("inf", {1}, "element 0");
  expect_error("int", {2}, "integers");
  expect_error("none", {2}, "missing");
}

TEST(Weights, OldLayerNormNamesAreKnownAsTheNewOnes) {
  const std::vector<float> one{1.0F};
  const CheckpointFolder folder("");
  write_tensors(folder, "model.safetensors",
                {{"a.LayerNorm.gamma", view_of(core::DType::kF32, {1}, one)},
                 {"a.LayerNorm.beta", view_of(core::DType::kF32, {1}, one)},
                 {"a.gamma", view_of(core::DType::kF32, {1}, one)}});
  const auto weights = Weights::open(folder.path());
  ASSERT_TRUE(weights);
  EXPECT_TRUE(weights->tensors().contains("a.LayerNorm.weight"));
  EXPECT_TRUE(weights->tensors().contains("a.LayerNorm.bias"));
  EXPECT_TRUE(weights->tensors().contains("a.gamma"));
}

TEST(Weights, ReadsShardsAndRefusesATensorInTwoOfThem) {
  const std::vector<float> one{1.0F};
  const auto view = view_of(core::DType::kF32, {1}, one);
  const CheckpointFolder folder("");
  write_tensors(folder, "model-00001-of-00002.safetensors", {{"a", view}});
  write_tensors(folder, "model-00002-of-00002.safetensors", {{"b", view}});
  folder.write("model.safetensors.index.json",
               R"({"metadata":{"total_size":8},"weight_map":{"a":"model-00001-of-00002.safetensors",
                   "b":"model-00002-of-00002.safetensors"}})");
  const auto weights = Weights::open(folder.path());
  ASSERT_TRUE(weights) << weights.error().message;
  EXPECT_EQ(weights->tensors().size(), 2U);

  write_tensors(folder, "model-00002-of-00002.safetensors", {{"a", view}});
  EXPECT_EQ(Weights::open(folder.path()).error().code, ErrorCode::kInvalidModel);
  folder.remove("model-00002-of-00002.safetensors");
  EXPECT_EQ(Weights::open(folder.path()).error().code, ErrorCode::kNotFound);
}

TEST(Weights, SaysWhatItExpectsWhenThereIsNothingToRead) {
  const CheckpointFolder folder("");
  const auto missing = Weights::open(folder.path());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(missing.error().message.find("model.safetensors"), std::string::npos);
  folder.write("pytorch_model.bin", "PK");
  const auto pickled = Weights::open(folder.path());
  ASSERT_FALSE(pickled);
  EXPECT_EQ(pickled.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(pickled.error().message.find("pytorch_model.bin"), std::string::npos) << pickled.error().message;
}

TEST(Weights, TheNameOfAWrapperIsTakenOffWhereAllHaveIt) {
  const std::vector<float> f32{7.5F};
  const CheckpointFolder folder("");
  const auto one = view_of(core::DType::kF32, {1}, f32);
  write_tensors(folder, "model.safetensors", {{"module.x", one}, {"module.y.LayerNorm.gamma", one}});
  const auto wrapped = Weights::open(folder.path());
  ASSERT_TRUE(wrapped) << wrapped.error().message;
  EXPECT_TRUE(wrapped->tensors().contains("x") && wrapped->tensors().contains("y.LayerNorm.weight"));
  write_tensors(folder, "model.safetensors", {{"_orig_mod.x", one}, {"_orig_mod.y", one}});
  EXPECT_TRUE(Weights::open(folder.path())->tensors().contains("x")) << "of torch.compile";
  write_tensors(folder, "model.safetensors", {{"module._orig_mod.x", one}, {"module._orig_mod.y", one}});
  EXPECT_TRUE(Weights::open(folder.path())->tensors().contains("x")) << "one in the other";
  write_tensors(folder, "model.safetensors", {{"module.x", one}, {"y", one}});
  const auto other = Weights::open(folder.path());
  ASSERT_TRUE(other) << other.error().message;
  EXPECT_TRUE(other->tensors().contains("module.x") && other->tensors().contains("y"))
      << "a part of the model is called so";
}

TEST(Weights, PointersOfGitLfsAreToldAsSuch) {
  const CheckpointFolder folder("");
  for (const char* file : {"model.onnx", "pytorch_model.bin", "model.safetensors"}) {
    folder.write(file, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 438\n");
    const auto weights = Weights::open(folder.path());
    ASSERT_FALSE(weights) << file;
    EXPECT_NE(weights.error().message.find(std::string(file) + ": is a pointer of Git LFS"), std::string::npos)
        << weights.error().message;
  }
}

TEST(Weights, PickledWeightsAreReadWholeOrInShards) {
  const CheckpointFolder folder("torch_save");
  folder.write("pytorch_model.bin.index.json",
               R"({"weight_map":{"f32":"zip.bin","f16":"zip.bin"},"metadata":{"total_size":1}})");
  const auto shards = Weights::open(folder.path());
  ASSERT_TRUE(shards) << shards.error().message;
  std::vector<float> values;
  ASSERT_TRUE(shards->append("transposed", {3, 4}, values));
  ASSERT_TRUE(shards->append("bf16", {7}, values));
  EXPECT_EQ(values, (std::vector<float>{-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, -3, -2, -1, 0, 1, 2, 3}));
  folder.write("pytorch_model.bin.index.json", R"({"weight_map":{"a":"zip.bin","b":"older.bin"}})");
  const auto twice = Weights::open(folder.path());
  ASSERT_FALSE(twice) << "both files hold the same names";
  EXPECT_EQ(twice.error().code, ErrorCode::kInvalidModel);
  const std::vector<float> f32{7.5F};
  write_tensors(folder, "model.safetensors", {{"x", view_of(core::DType::kF32, {1}, f32)}});
  const auto first = Weights::open(folder.path());
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_TRUE(first->tensors().contains("x") && !first->tensors().contains("f32")) << "safetensors come first";
}

TEST(Weights, OnnxIsExpectedOnlyWhereThisBuildReadsIt) {
  const CheckpointFolder folder("");
  const auto none = Weights::open(folder.path());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().message.find("model.onnx") != std::string::npos, reads_onnx()) << none.error().message;
}

}  // namespace
}  // namespace emo::hf
