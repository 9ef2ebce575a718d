// Pickles byte by byte: what is read, and that damage, cycles and hostile sizes are errors.
#include "hf/pickle.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace emo::hf {
namespace {

using namespace std::string_literals;
using Kind = PickleValue::Kind;

Result<Pickle> read(std::string_view bytes) {
  return Pickle::read(std::as_bytes(std::span(bytes)));
}

ErrorCode code_of(std::string_view bytes) {
  const auto pickle = read(bytes);
  return pickle ? ErrorCode::kInternal : pickle.error().code;
}

/// The value of one that is no container.
PickleValue value_of(const std::string& bytes) {
  const auto pickle = read(bytes);
  EXPECT_TRUE(pickle) << pickle.error().message;
  return pickle ? pickle->root() : PickleValue{};
}

TEST(Pickle, PlainValues) {
  EXPECT_EQ(value_of("\x80\x02N."s).kind, Kind::kNone);
  EXPECT_EQ(value_of("\x88."s).integer, 1);
  EXPECT_EQ(value_of("\x89."s).kind, Kind::kBool);
  EXPECT_EQ(value_of("K\xff."s).integer, 255);
  EXPECT_EQ(value_of("M\x01\x02."s).integer, 513);
  EXPECT_EQ(value_of("J\xfe\xff\xff\xff."s).integer, -2);
  EXPECT_EQ(value_of("\x8a\x02\x00\x80."s).integer, -32768);
  EXPECT_EQ(value_of("\x8a\x00."s).integer, 0);
  EXPECT_EQ(value_of("\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f."s).integer, INT64_MAX);
  EXPECT_EQ(value_of("\x8a\x09\x01\x00\x00\x00\x00\x00\x00\x00\x01."s).text, "\x01\x00\x00\x00\x00\x00\x00\x00\x01"s);
  EXPECT_EQ(value_of("X\x03\x00\x00\x00"s + "a\xc3\xa9."s).text, "a\xc3\xa9");
  EXPECT_EQ(value_of("U\x02hi."s).text, "hi");
  EXPECT_EQ(value_of("G\x40\x09\x21\xfb\x54\x44\x2d\x18."s).kind, Kind::kReal);
  EXPECT_EQ(value_of("ctorch\nFloatStorage\n."s).text, "torch.FloatStorage");
  EXPECT_EQ(value_of("\x8c\x05torch\x8c\x01x\x93."s).text, "torch.x");
}

TEST(Pickle, ContainersHoldTheirValues) {
  const auto pickle =
      read("\x80\x02}q\x00(X\x01\x00\x00\x00"s + "aK\x01X\x01\x00\x00\x00"s + "b](K\x02K\x03"s + "eu.rest"s);
  ASSERT_TRUE(pickle) << pickle.error().message;
  EXPECT_EQ(pickle->size(), 29U) << "what stands behind is somebody else's";
  const PickleValue& root = pickle->root();
  ASSERT_EQ(root.kind, Kind::kDict);
  ASSERT_EQ(root.items.size(), 4U);
  EXPECT_EQ(pickle->at(root.items[0]).text, "a");
  EXPECT_EQ(pickle->at(root.items[1]).integer, 1);
  const PickleValue& list = pickle->at(root.items[3]);
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(pickle->at(list.items[1]).integer, 3);
}

TEST(Pickle, CallsAreNotedAndNotMade) {
  const auto pickle = read("cos\nsystem\nX\x04\x00\x00\x00"s + "echo\x85R."s);
  ASSERT_TRUE(pickle) << pickle.error().message;
  ASSERT_EQ(pickle->root().kind, Kind::kCall);
  EXPECT_EQ(pickle->at(pickle->root().items[0]).text, "os.system");
  EXPECT_EQ(pickle->at(pickle->at(pickle->root().items[1]).items[0]).text, "echo");
}

TEST(Pickle, OrderedDictsAreDictionaries) {
  const auto now = read("ccollections\nOrderedDict\n)RK\x01K\x02s}b."s);
  ASSERT_TRUE(now) << now.error().message;
  ASSERT_EQ(now->root().kind, Kind::kDict) << "as Python 3 writes them, with a state";
  EXPECT_EQ(now->root().items.size(), 2U);
  const auto then = read("ccollections\nOrderedDict\n(K\x01K\x02\x86l\x85R."s);
  ASSERT_TRUE(then) << then.error().message;
  ASSERT_EQ(then->root().kind, Kind::kDict) << "as Python 2 did, of a list of pairs";
  ASSERT_EQ(then->root().items.size(), 2U);
  EXPECT_EQ(then->at(then->root().items[1]).integer, 2);
  EXPECT_EQ(code_of("ccollections\nOrderedDict\n(K\x01l\x85R."s), ErrorCode::kInvalidModel) << "no pairs";
}

TEST(Pickle, WhatIsRememberedIsRecalled) {
  const auto pickle = read("K\x07q\x05"s + "0h\x05h\x05\x86."s);
  ASSERT_TRUE(pickle) << pickle.error().message;
  EXPECT_EQ(pickle->root().items[0], pickle->root().items[1]);
  EXPECT_EQ(code_of("h\x05."s), ErrorCode::kInvalidModel);
  const auto cycle = read("]q\x00h\x00"s + "a."s);
  ASSERT_TRUE(cycle) << "a list in itself";
  EXPECT_EQ(&cycle->at(cycle->root().items[0]), &cycle->root());
}

TEST(Pickle, DamageNamesItsByte) {
  const auto early = read("\x80\x02}"s);
  ASSERT_FALSE(early);
  EXPECT_NE(early.error().message.find("ends early"), std::string::npos) << early.error().message;
  const auto beyond = read("K\x01X\xff\x00\x00\x00"s + "ab."s);
  ASSERT_FALSE(beyond);
  EXPECT_NE(beyond.error().message.find("byte 2 asks for 255 bytes"), std::string::npos) << beyond.error().message;
  for (const std::string& bytes : {"."s, "0."s, "R."s, "K\x01R."s, "e."s, "t."s, "1."s, "K\x01(\x85."s, "}K\x01s."s,
                                   "}(K\x01u."s, "cos\nsystem."s, "(K\x01"s + "d."s}) {
    EXPECT_EQ(code_of(bytes), ErrorCode::kInvalidModel) << bytes;
  }
  EXPECT_EQ(code_of("K\x01(K\x02"s + "e."s), ErrorCode::kUnsupported) << "a number is not appended to";
  const auto opcode = read("K\x01ios\nsystem\n."s);
  ASSERT_FALSE(opcode);
  EXPECT_EQ(opcode.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(opcode.error().message.find("byte 2 of the pickle is the opcode 0x69"), std::string::npos)
      << opcode.error().message;
}

TEST(Pickle, SizesAreCapped) {
  EXPECT_EQ(code_of(std::string(3U << 20, 'N') + "."), ErrorCode::kTooLarge) << "values";
  // A list of a thousand pairs, made into a dictionary again and again by four bytes.
  std::string bytes = "ccollections\nOrderedDict\nq\x00("s;
  for (int i = 0; i < 1000; ++i) bytes += "NN\x86"s;
  bytes += "l\x85q\x01"s;
  for (int i = 0; i < 200000; ++i) bytes += "h\x00h\x01R0"s;
  EXPECT_EQ(code_of(bytes + "N."), ErrorCode::kTooLarge) << "places in containers";
  // A name of two long texts, again and again by five bytes; and what is remembered by one.
  std::string names = "X"s + std::string("\x00\x00\x01\x00", 4) + std::string(65536, 'n') + "q\x00"s;
  for (int i = 0; i < 2000; ++i) names += "h\x00h\x00\x93"s + "0";
  EXPECT_EQ(code_of(names + "N."), ErrorCode::kTooLarge) << "names";
  EXPECT_EQ(code_of("N" + std::string((1U << 20) + 1, '\x94') + "."), ErrorCode::kTooLarge) << "remembered";
  EXPECT_EQ(code_of("N" + std::string((1U << 20) + 1, '2') + "."), ErrorCode::kTooLarge) << "copies of the top";
  const auto nested = read(std::string("N") + std::string(500000, '\x85') + ".");
  EXPECT_TRUE(nested) << "half a million tuples in each other";
}

}  // namespace
}  // namespace emo::hf
