// Good files open; every lie in a header is refused with the tensor and the numbers.
#include "io/safetensors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

std::string file_of(const std::string& header, std::size_t data_bytes) {
  std::string out;
  for (unsigned shift = 0; shift < 64; shift += 8) out += static_cast<char>(header.size() >> shift & 0xffU);
  return out + header + std::string(data_bytes, '\1');
}

Result<SafeTensors> parse(const std::string& bytes) {
  return SafeTensors::parse(std::as_bytes(std::span(bytes)), "x");
}

std::string tensor(const std::string& dtype, const std::string& shape, const std::string& offsets) {
  return R"({"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}";
}

void expect_refused(const std::string& bytes, std::initializer_list<std::string_view> parts) {
  expect_error(parse(bytes), ErrorCode::kInvalidModel, parts);
}

TEST(SafeTensors, AnyOrderMetadataAndEmptyTensors) {
  const auto bytes = file_of(R"({"b":)" + tensor("F32", "[2]", "[8,16]") + R"(,"__metadata__":{"format":"pt"},"a":)" +
                                 tensor("I64", "[1]", "[0,8]") + R"(,"none":)" + tensor("F16", "[3,0]", "[8,8]") +
                                 R"(,"scalar":)" + tensor("U8", "[]", "[16,17]") + "}   ",
                             17);
  const auto file = parse(bytes);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->tensors().size(), 4U);
  EXPECT_EQ(file->metadata().at("format"), "pt");
  EXPECT_EQ(file->find("a")->dtype, core::DType::kS64);
  EXPECT_EQ(file->find("b")->shape, core::Shape{2});
  EXPECT_EQ(file->find("scalar")->elements(), 1);
  EXPECT_TRUE(file->find("none")->bytes.empty());
  expect_error(file->find("c"), ErrorCode::kNotFound, {"x", "'c'"});
}

TEST(SafeTensors, MisalignedTensorsAreCopiedToAlignedMemory) {
  const TemporaryDirectory folder;
  const std::string header =
      R"({"a":)" + tensor("U8", "[1]", "[0,1]") + R"(,"b":)" + tensor("F32", "[2]", "[1,9]") + "}";
  std::string bytes = file_of(header, 9);
  const std::array<float, 2> values{1.5F, -2.0F};
  std::memcpy(bytes.data() + bytes.size() - 8, values.data(), 8);
  const auto path = folder.write("m.safetensors", bytes);
  auto file = SafeTensors::open(path);
  ASSERT_TRUE(file) << file.error().message;
  const SafeTensors moved = std::move(file).value();
  const auto view = moved.find("b").value();
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(view.bytes.data()) % alignof(float), 0U);
  EXPECT_EQ(view.as<float>()[0], 1.5F);
  EXPECT_EQ(view.as<float>()[1], -2.0F);
  moved.release_pages(view);
  EXPECT_EQ(view.as<float>()[1], -2.0F);
}

TEST(SafeTensors, BrokenFrames) {
  expect_refused("", {"0 bytes", "at least 8"});
  expect_refused("1234567", {"7 bytes"});
  expect_refused(std::string(8, '\0'), {"does not begin with '{'"});
  expect_refused(std::string(8, '\xff'), {"18446744073709551615 bytes", "at most 16777216"});
  expect_refused(file_of("{}", 0).substr(0, 9), {"2 bytes", "only 1 follow"});
  expect_refused(file_of(" {}", 0), {"does not begin with '{'"});
  expect_refused(file_of("[]", 0), {"does not begin with '{'"});
  expect_refused(file_of("{]", 0), {"header: not JSON"});
  expect_refused(file_of(R"({"a":[[[[[[]]]]]]})", 0), {"nested deeper"});
  expect_refused(file_of("{}", 4), {"end at 0", "4 bytes"});
  EXPECT_TRUE(parse(file_of("{}", 0)));
}

TEST(SafeTensors, BrokenEntries) {
  const auto one = [](const std::string& entry, std::size_t data = 8) {
    return file_of(R"({"w":)" + entry + "}", data);
  };
  expect_refused(one("3"), {"'w'", "expected an object"});
  expect_refused(one(R"({"dtype":"F32","shape":[2]})"), {"'w'", "'data_offsets' is missing"});
  expect_refused(one(tensor("F32", "2", "[0,8]")), {"'w'", "shape"});
  expect_refused(one(tensor("F32", "[-2]", "[0,8]")), {"'w'", "[-2]", "non-negative"});
  expect_refused(one(tensor("F32", "[2.0]", "[0,8]")), {"[2.0]"});
  expect_refused(one(tensor("F32", "[1,1,1,1,1,1,1,1,2]", "[0,8]")), {"at most 8"});
  expect_refused(one(tensor("F32", "[18446744073709551615]", "[0,8]")), {"18446744073709551615"});
  expect_refused(one(tensor("F32", "[4611686018427387904,4]", "[0,8]")), {"overflows"});
  expect_refused(one(tensor("F32", "[9223372036854775807,2,0]", "[0,0]"), 0), {"overflows"});
  expect_refused(one(tensor("F32", "[3]", "[0,8]")), {"span 8 bytes", "[3] needs 12"});
  expect_refused(one(tensor("F32", "[2]", "[0,8,16]")), {"data_offsets"});
  expect_refused(one(tensor("F32", "[2]", "[8,0]")), {"[8, 0]", "within the 8 bytes"});
  expect_refused(one(tensor("F32", "[2]", "[0,18446744073709551615]")), {"data_offsets"});
  expect_refused(one(tensor("F32", "[4]", "[0,16]")), {"[0, 16]", "within the 8 bytes"});
  expect_refused(one(R"({"dtype":1,"shape":[2],"data_offsets":[0,8]})"), {"dtype is '1'"});
  expect_error(parse(one(tensor("F4", "[1]", "[0,8]"))), ErrorCode::kUnsupported, {"'w'", "dtype 'F4'", "BF16"});
  expect_refused(file_of(R"({"__metadata__":{"a":1}})", 0), {"__metadata__", "'a'"});
  expect_refused(file_of(R"({"__metadata__":[]})", 0), {"__metadata__"});
}

TEST(SafeTensors, BrokenLayouts) {
  const auto two = [](const std::string& a, const std::string& b, std::size_t data) {
    return file_of(R"({"a":)" + a + R"(,"b":)" + b + "}", data);
  };
  expect_refused(two(tensor("U8", "[4]", "[0,4]"), tensor("U8", "[4]", "[3,7]"), 7),
                 {"'b' begins at 3", "overlapping"});
  expect_refused(two(tensor("U8", "[4]", "[0,4]"), tensor("U8", "[4]", "[0,4]"), 4), {"overlapping"});
  expect_refused(two(tensor("U8", "[4]", "[0,4]"), tensor("U8", "[4]", "[5,9]"), 9), {"'b' begins at 5", "hole"});
  expect_refused(two(tensor("U8", "[4]", "[1,5]"), tensor("U8", "[4]", "[5,9]"), 9), {"'a' begins at 1", "hole"});
  expect_refused(two(tensor("U8", "[4]", "[0,4]"), tensor("U8", "[4]", "[4,8]"), 9), {"end at 8", "9 bytes"});
  expect_refused(
      file_of(R"({"a":)" + tensor("U8", "[1]", "[0,1]") + R"(,"a":)" + tensor("U8", "[1]", "[1,2]") + "}", 2),
      {"'a' occurs twice"});
}

TEST(SafeTensors, EveryTruncationIsRefused) {
  const auto whole = file_of(R"({"a":)" + tensor("F32", "[2]", "[0,8]") + "}", 8);
  ASSERT_TRUE(parse(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(parse(whole.substr(0, size))) << size;
}

TEST(SafeTensors, MissingFileAndDirectory) {
  const TemporaryDirectory folder;
  expect_error(SafeTensors::open(folder.path("none")), ErrorCode::kNotFound, {"none"});
  expect_error(SafeTensors::open(folder.path()), ErrorCode::kIo, {"is a directory"});
  expect_error(SafeTensors::open(folder.write("e", "")), ErrorCode::kInvalidModel, {"/e", "0 bytes"});
}

TEST(SerializeSafetensors, RoundTripWithAlignedData) {
  std::vector<float> weights(5000);
  std::iota(weights.begin(), weights.end(), 0.5F);
  const std::array<std::int8_t, 3> small{-1, 2, 3};
  const core::TensorView w{core::DType::kF32, {50, 100}, std::as_bytes(std::span(weights))};
  const core::TensorView s{core::DType::kS8, {3}, std::as_bytes(std::span(small))};
  const auto bytes = serialize_safetensors({{"z.weight", w}, {"a", s}}, {{"k", "v"}});
  ASSERT_TRUE(bytes);
  std::uint64_t header = 0;
  std::memcpy(&header, bytes->data(), 8);
  EXPECT_EQ((header + 8) % 64, 0U);
  const TemporaryDirectory folder;
  const auto file = SafeTensors::open(folder.write("f", *bytes));
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->metadata().at("k"), "v");
  const auto view = file->find("z.weight").value();
  EXPECT_EQ(view.shape, (core::Shape{50, 100}));
  EXPECT_TRUE(std::equal(weights.begin(), weights.end(), view.as<float>().begin()));
  EXPECT_EQ(file->find("a")->as<std::int8_t>()[0], -1);
  file->release_pages(view);
  EXPECT_TRUE(std::equal(weights.begin(), weights.end(), view.as<float>().begin()));
}

TEST(SerializeSafetensors, RefusesDuplicatesAndWrongSizes) {
  const std::array<std::int8_t, 3> small{};
  const core::TensorView s{core::DType::kS8, {3}, std::as_bytes(std::span(small))};
  const core::TensorView wrong{core::DType::kF32, {3}, std::as_bytes(std::span(small))};
  expect_error(serialize_safetensors({{"a", s}, {"a", s}}), ErrorCode::kInvalidInput, {"'a' occurs twice"});
  expect_error(serialize_safetensors({{"__metadata__", s}}), ErrorCode::kInvalidInput, {"reserved"});
  expect_error(serialize_safetensors({{"a", wrong}}), ErrorCode::kInvalidInput, {"3 bytes", "needs 12"});
}

}  // namespace
}  // namespace emo::io
