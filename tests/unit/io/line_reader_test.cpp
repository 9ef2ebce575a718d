// Lines in bounded memory: long ones, unfinished ones, from the middle.
#include "io/line_reader.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <thread>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

using namespace std::string_literals;

struct Read {
  std::vector<std::string> lines;
  std::vector<bool> too_long;
};

Read read_all(LineReader& reader) {
  Read read;
  while (const auto line = reader.next()) {
    EXPECT_TRUE(*line);
    read.lines.emplace_back((*line)->text);
    read.too_long.push_back((*line)->too_long);
  }
  return read;
}

TEST(LineReader, LinesKeepEverythingButTheFeed) {
  const TemporaryDirectory folder;
  auto reader = LineReader::open(folder.write("f", "a\r\n\n\0x\xff\nlast"s), 100);
  ASSERT_TRUE(reader);
  EXPECT_EQ(reader->size(), 12U);
  EXPECT_EQ(read_all(*reader).lines, (std::vector<std::string>{"a\r", "", "\0x\xff"s, "last"}));
  EXPECT_EQ(reader->offset(), 12U);
}

TEST(LineReader, NoLineAfterTheLastFeedAndNoneInAnEmptyFile) {
  const TemporaryDirectory folder;
  auto one = LineReader::open(folder.write("f", "a\n"), 100);
  EXPECT_EQ(read_all(*one).lines.size(), 1U);
  auto none = LineReader::open(folder.write("e", ""), 100);
  EXPECT_FALSE(none->next());
  EXPECT_FALSE(none->next());
}

TEST(LineReader, ByteOrderMarkOnlyAtTheStart) {
  const TemporaryDirectory folder;
  auto reader = LineReader::open(folder.write("f",
                                              "\xEF\xBB\xBF"
                                              "a\n\xEF\xBB\xBF"
                                              "b\n"),
                                 100);
  EXPECT_EQ(read_all(*reader).lines, (std::vector<std::string>{"a",
                                                               "\xEF\xBB\xBF"
                                                               "b"}));
}

TEST(LineReader, LongLinesUpToTheLimitAndBeyond) {
  const TemporaryDirectory folder;
  const std::string ten_megabytes(10'000'000, 'x');
  const auto path = folder.write("f", ten_megabytes + "\nshort\n" + ten_megabytes + "y\nend");
  auto reader = LineReader::open(path, ten_megabytes.size());
  const auto read = read_all(*reader);
  ASSERT_EQ(read.lines.size(), 4U);
  EXPECT_EQ(read.lines[0], ten_megabytes);
  EXPECT_EQ(read.too_long, (std::vector<bool>{false, false, true, false}));
  EXPECT_EQ(read.lines[3], "end");
  auto tiny = LineReader::open(path, 4);
  EXPECT_EQ(read_all(*tiny).too_long, (std::vector<bool>{true, true, true, false}));
}

TEST(LineReader, SeekGoesOnWhereAnotherStopped) {
  const TemporaryDirectory folder;
  const auto path = folder.write("f", "one\ntwo\nthree\n");
  auto first = LineReader::open(path, 100);
  first->next();
  auto second = LineReader::open(path, 100);
  ASSERT_TRUE(second->seek(first->offset()));
  EXPECT_EQ(read_all(*second).lines, (std::vector<std::string>{"two", "three"}));
  ASSERT_TRUE(second->seek(0));
  EXPECT_EQ(read_all(*second).lines.size(), 3U);
  expect_error(second->seek(99), ErrorCode::kInvalidInput, {"byte 99", "only 14"});
}

TEST(LineReader, APipeCanBeSkippedForwardOnly) {
  const TemporaryDirectory folder;
  const auto path = folder.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(path) << "one\ntwo\nthree\n"; });
  auto reader = LineReader::open(path, 100);
  ASSERT_TRUE(reader);
  EXPECT_FALSE(reader->size());
  EXPECT_TRUE(reader->seek(4));
  EXPECT_EQ(read_all(*reader).lines, (std::vector<std::string>{"two", "three"}));
  expect_error(reader->seek(0), ErrorCode::kInvalidInput, {"cannot be read backwards"});
  expect_error(reader->seek(100), ErrorCode::kInvalidInput, {"ends at byte 14"});
  writer.join();
}

TEST(LineReader, HeldLinesComeAgainWithTheirOffsets) {
  const TemporaryDirectory folder;
  auto reader = LineReader::open(folder.write("f", "a\nbb\n0123456789\nc\nlast"), 5);
  EXPECT_EQ((*reader->next())->text, "a");
  reader->hold();
  EXPECT_EQ((*reader->next())->text, "bb");
  EXPECT_TRUE((*reader->next())->too_long);
  reader->go_back();
  EXPECT_EQ(reader->offset(), 2U);
  EXPECT_EQ((*reader->next())->text, "bb");
  EXPECT_EQ(reader->offset(), 5U);
  EXPECT_TRUE((*reader->next())->too_long);
  EXPECT_EQ(reader->offset(), 16U);
  reader->hold();
  EXPECT_EQ((*reader->next())->text, "c");
  reader->release();
  EXPECT_EQ(read_all(*reader).lines, std::vector<std::string>{"last"});
}

TEST(LineReader, ATooLongLineThatIsHeldIsNotReadToItsEnd) {
  const TemporaryDirectory folder;
  auto reader = LineReader::open(folder.write("f", "a\n" + std::string(1'000'000, 'x')), 5);
  reader->hold();
  EXPECT_EQ((*reader->next())->text, "a");
  EXPECT_TRUE((*reader->next())->too_long);
  EXPECT_EQ(reader->offset(), 2U);
  reader->go_back();
  EXPECT_EQ(read_all(*reader).too_long, (std::vector<bool>{false, true}));
}

TEST(LineReader, SeekingForgetsWhatWasHeld) {
  const TemporaryDirectory folder;
  auto reader = LineReader::open(folder.write("f", "a\nb\nc\n"), 5);
  reader->hold();
  EXPECT_EQ(read_all(*reader).lines.size(), 3U);
  ASSERT_TRUE(reader->seek(4));
  EXPECT_EQ(read_all(*reader).lines, std::vector<std::string>{"c"});
}

}  // namespace
}  // namespace emo::io
