#include "hf/protobuf_reader.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "onnx_file.hpp"

namespace emo::hf {
namespace {

using test::bytes;
using test::number;

std::span<const std::byte> view(const std::string& text) {
  return std::as_bytes(std::span(text));
}

TEST(ProtoReader, GivesFieldsInOrder) {
  const std::string four = std::string(1, '\x3d') + std::string(4, 'x');   // field 7, four bytes
  const std::string eight = std::string(1, '\x41') + std::string(8, 'y');  // field 8, eight bytes
  const std::string message = number(1, 300) + bytes(2, "name") + four + eight;
  ProtoReader reader(view(message));
  const auto first = reader.next();
  ASSERT_TRUE(first && first->is_varint());
  EXPECT_EQ(first->number, 1U);
  EXPECT_EQ(first->value, 300U);
  const auto second = reader.next();
  ASSERT_TRUE(second && second->is_bytes());
  EXPECT_EQ(second->text(), "name");
  const auto third = reader.next(), fourth = reader.next();
  ASSERT_TRUE(third && fourth);
  EXPECT_EQ(third->bytes.size(), 4U);
  EXPECT_EQ(fourth->bytes.size(), 8U);
  EXPECT_FALSE(reader.next());
  EXPECT_FALSE(reader.damaged());
  EXPECT_TRUE(reader.at_end());
}

TEST(ProtoReader, ReadsPackedListsAndTheLargestNumber) {
  const std::string list = test::varint(1) + test::varint(std::numeric_limits<std::uint64_t>::max());
  ProtoReader reader(view(list));
  EXPECT_EQ(reader.varint(), 1U);
  EXPECT_EQ(reader.varint(), std::numeric_limits<std::uint64_t>::max());
  EXPECT_TRUE(reader.at_end());
  EXPECT_FALSE(reader.varint());
}

TEST(ProtoReader, StopsAtDamage) {
  const std::string cut = bytes(2, "longer than what is left").substr(0, 10);
  const std::string endless(11, '\xff');             // a number of more than 64 bits
  const std::string group = std::string(1, '\x0b');  // field 1, wire type 3
  for (const auto& message : {cut, endless, group}) {
    ProtoReader reader(view(message));
    EXPECT_FALSE(reader.next());
    EXPECT_TRUE(reader.damaged());
    EXPECT_FALSE(reader.next()) << "damage is final";
  }
}

}  // namespace
}  // namespace emo::hf
