// State dicts as torch.save wrote them (tests/golden/hf/torch_save, by tools/make_hf_golden.py): every kind of tensor
// in both forms, and damage.
#include "hf/torch_weights.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

#include "checkpoint_folder.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

using testing::CheckpointFolder;

/// The elements of a tensor, whatever its type, as the file has them.
std::vector<double> values_of(const core::TensorView& view) {
  std::vector<double> out;
  for (std::int64_t i = 0; i < view.elements(); ++i) {
    const std::byte* at = view.bytes.data() + static_cast<std::size_t>(i) * core::dtype_size(view.dtype);
    const auto get = [at](auto value) {
      std::memcpy(&value, at, sizeof(value));
      return value;
    };
    switch (view.dtype) {
      case core::DType::kF32:
        out.push_back(static_cast<double>(get(float{})));
        break;
      case core::DType::kF64:
        out.push_back(get(double{}));
        break;
      case core::DType::kS64:
        out.push_back(static_cast<double>(get(std::int64_t{})));
        break;
      case core::DType::kS32:
        out.push_back(get(std::int32_t{}));
        break;
      case core::DType::kF16:
      case core::DType::kBF16:
        out.push_back(get(std::uint16_t{}));
        break;
      default:
        out.push_back(get(std::uint8_t{}));
    }
  }
  return out;
}

class TorchSave : public ::testing::TestWithParam<const char*> {
 protected:
  const CheckpointFolder folder_{"torch_save"};
  [[nodiscard]] std::string path() const { return folder_.file(GetParam()); }
  [[nodiscard]] std::string bytes() const {
    const auto read = io::read_file(path());
    EXPECT_TRUE(read);
    return read ? *read : std::string();
  }
};

TEST_P(TorchSave, EveryKindOfTensorIsRead) {
  const auto weights = read_torch_weights(path());
  ASSERT_TRUE(weights) << weights.error().message;
  const auto& tensors = weights->tensors;
  EXPECT_EQ(tensors.size(), 14U);
  EXPECT_EQ(tensors.count("left_out"), 0U) << "a string is no tensor";
  const auto expect = [&](const char* name, core::DType type, const core::Shape& shape,
                          const std::vector<double>& values) {
    const auto found = tensors.find(name);
    ASSERT_NE(found, tensors.end()) << name;
    EXPECT_EQ(found->second.dtype, type) << name;
    EXPECT_EQ(found->second.shape, shape) << name;
    EXPECT_EQ(values_of(found->second), values) << name;
  };
  const std::vector<double> twelve{-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5};
  expect("f32", core::DType::kF32, {4, 3}, twelve);
  expect("transposed", core::DType::kF32, {3, 4}, twelve);
  expect("rows_1_and_2", core::DType::kF32, {2, 3}, {-3, -2, -1, 0, 1, 2});
  expect("column_2", core::DType::kF32, {4}, {-4, -1, 2, 5});
  expect("parameter", core::DType::kF32, {2, 2}, {-2, -1, 0, 1});
  expect("scalar", core::DType::kF32, {}, {-2.5});
  expect("empty", core::DType::kF32, {0, 8}, {});
  expect("wide", core::DType::kF32, {1, 3}, {-1, 0, 1});
  expect("s64", core::DType::kS64, {1, 6}, {-3, -2, -1, 0, 1, 2});
  expect("s32", core::DType::kS32, {3}, {-1, 0, 1});
  expect("u8", core::DType::kU8, {4}, {0, 1, 2, 3});
  expect("flag", core::DType::kU8, {2}, {1, 0});
  expect("f16", core::DType::kF16, {2, 5},
         {0xc500, 0xc400, 0xc200, 0xc000, 0xbc00, 0x0000, 0x3c00, 0x4000, 0x4200, 0x4400});
  expect("bf16", core::DType::kBF16, {7}, {0xc040, 0xc000, 0xbf80, 0x0000, 0x3f80, 0x4000, 0x4040});
}

TEST_P(TorchSave, CutFilesAreErrors) {
  const std::string all = bytes();
  for (std::size_t size = 0; size + 1 < all.size(); size += 1 + size / 40) {
    folder_.write(GetParam(), std::string_view(all).substr(0, size));
    const auto weights = read_torch_weights(path());
    ASSERT_FALSE(weights) << size;
    EXPECT_NE(weights.error().message.find(GetParam()), std::string::npos) << weights.error().message;
  }
}

TEST_P(TorchSave, ChangedBytesAreErrorsOrTensorsOfTheirSize) {
  const std::string all = bytes();
  for (std::size_t at = 0; at < all.size(); ++at) {
    std::string changed = all;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    folder_.write(GetParam(), changed);
    const auto weights = read_torch_weights(path());
    if (!weights) continue;
    for (const auto& [name, view] : weights->tensors) {
      ASSERT_EQ(view.bytes.size(), static_cast<std::size_t>(view.elements()) * core::dtype_size(view.dtype)) << name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Forms, TorchSave, ::testing::Values("zip.bin", "older.bin"), [](const auto& form) {
  return std::string(form.param).substr(0, std::string(form.param).find('.'));
});

std::string text(std::string_view value) {
  return std::string("X") + static_cast<char>(value.size()) + std::string(3, '\0') + std::string(value);
}

std::string extents(const std::vector<int>& values) {
  std::string out = "(";
  for (const int value : values) out += std::string("K") + static_cast<char>(value);
  return out + "t";
}

/// The call that makes a tensor of the storage `key`, from its first element on.
std::string tensor(std::string_view storage, std::string_view key, const std::vector<int>& shape,
                   const std::vector<int>& strides) {
  return "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") + "ctorch\n" + std::string(storage) + "\n" +
         text(key) + text("cpu") + "K\x04tQK" + std::string(1, '\0') + extents(shape) + extents(strides) + "\x89NtR";
}

/// A file of the older form: `entries` of the state_dict, and `storages` of eight bytes with the keys "0", "1", …,
/// each with its number of elements.
std::string older_file(const std::string& entries, const std::vector<int>& storages) {
  using namespace std::string_literals;
  std::string keys, data;
  for (std::size_t i = 0; i < storages.size(); ++i) {
    keys += text(std::to_string(i));
    data += std::string(1, static_cast<char>(storages[i])) + std::string(7, '\0') + "\0\0\x80\x3f\0\0\0\x40"s;
  }
  return "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03.}.\x80\x02}("s + entries + "u.](" +
         keys + "e." + data;
}

TEST(TorchWeights, TypesThatAreLeftOutDoNotHideTheOthers) {
  const CheckpointFolder folder("");
  folder.write("older.bin", older_file(text("short") + tensor("ShortStorage", "0", {4}, {1}) + text("complex") +
                                           tensor("ComplexFloatStorage", "1", {1}, {1}) + text("floats") +
                                           tensor("FloatStorage", "2", {2}, {1}),
                                       {4, 1, 2}));
  const auto weights = read_torch_weights(folder.file("older.bin"));
  ASSERT_TRUE(weights) << weights.error().message;
  ASSERT_EQ(weights->tensors.size(), 1U);
  EXPECT_EQ(values_of(weights->tensors.at("floats")), (std::vector<double>{1, 2}));
}

TEST(TorchWeights, DoublesAreRead) {
  const CheckpointFolder folder("");
  folder.write("older.bin", older_file(text("d") + tensor("DoubleStorage", "0", {1}, {1}), {1}));
  const auto weights = read_torch_weights(folder.file("older.bin"));
  ASSERT_TRUE(weights) << weights.error().message;
  EXPECT_EQ(values_of(weights->tensors.at("d")), std::vector<double>{0x1.000003f8p+1});
}

TEST(TorchWeights, ExpandedTensorsHaveMoreElementsThanTheirStorage) {
  const CheckpointFolder folder("");
  folder.write("expanded.bin", older_file(text("x") + tensor("FloatStorage", "0", {3, 2}, {0, 1}), {2}));
  const auto weights = read_torch_weights(folder.file("expanded.bin"));
  ASSERT_TRUE(weights) << weights.error().message;
  EXPECT_EQ(values_of(weights->tensors.at("x")), (std::vector<double>{1, 2, 1, 2, 1, 2}));
}

TEST(TorchWeights, SmallFilesDoNotMakeLargeTensors) {
  const CheckpointFolder folder("");
  folder.write("large.bin", older_file(text("x") + tensor("FloatStorage", "0", {100, 100, 100}, {0, 0, 0}), {2}));
  const auto large = read_torch_weights(folder.file("large.bin"));
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::kTooLarge) << large.error().message;
  const std::vector<int> nine(9, 1);
  folder.write("nine.bin", older_file(text("x") + tensor("FloatStorage", "0", nine, nine), {2}));
  const auto dimensions = read_torch_weights(folder.file("nine.bin"));
  ASSERT_FALSE(dimensions);
  EXPECT_EQ(dimensions.error().code, ErrorCode::kUnsupported) << dimensions.error().message;
}

TEST(TorchWeights, WhatIsNoStateDictSaysWhatIsWanted) {
  const CheckpointFolder folder("");
  folder.write("text.bin", "weights");
  const auto text = read_torch_weights(folder.file("text.bin"));
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kInvalidModel);
  EXPECT_EQ(read_torch_weights(folder.file("none.bin")).error().code, ErrorCode::kNotFound);
  // The five pickles of the older form around a list, as somebody saves whatever there was.
  using namespace std::string_literals;
  folder.write("list.bin",
               "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03.}.]K\x01"s + "a.]."s);
  const auto list = read_torch_weights(folder.file("list.bin"));
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(list.error().message.find("state_dict"), std::string::npos) << list.error().message;
}

}  // namespace
}  // namespace emo::hf
