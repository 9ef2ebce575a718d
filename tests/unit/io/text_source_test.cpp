// Byte-order marks: one is skipped, two are refused, as are those of archives.
#include "io/text_source.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/descriptor.hpp"
#include "io/rows.hpp"
#include "temporary_directory.hpp"

namespace emo::io {
namespace {

using namespace std::string_literals;

TEST(TextSource, TheMarkOfUtf8IsNoPartOfTheText) {
  const TemporaryDirectory folder;
  const auto rest = [&](const std::string& content) {
    auto source = open_text(folder.write("f", content));
    EXPECT_TRUE(source);
    while (*source->more()) {
    }
    return std::string(source->unread());
  };
  EXPECT_EQ(rest("\xEF\xBB\xBF"
                 "a"),
            "a");
  EXPECT_EQ(rest("\xEF\xBB\xBF\xEF\xBB\xBF"), "\xEF\xBB\xBF") << "once";
  EXPECT_EQ(rest("\xEF\xBB"), "\xEF\xBB") << "half a mark";
  EXPECT_EQ(rest("\xFF"
                 "a"),
            "\xFF"
            "a");
  EXPECT_EQ(rest("a"), "a");
  EXPECT_EQ(rest(""), "");
}

TEST(TextSource, WhatIsInMemoryHasNoMarkEither) {
  EXPECT_EQ(*without_mark("\xEF\xBB\xBF"
                          "a",
                          "f"),
            "a");
  EXPECT_EQ(*without_mark("a", "f"), "a");
  EXPECT_EQ(*without_mark("", "f"), "");
  expect_error(without_mark("\xFF\xFE"
                            "a",
                            "f.txt"),
               ErrorCode::kInvalidData, {"f.txt: is UTF-16", "iconv -f UTF-16"});
}

TEST(TextSource, Utf16IsRefusedInEveryFormatWithTheCommandThatConvertsIt) {
  const TemporaryDirectory folder;
  for (const std::string mark : {"\xFF\xFE", "\xFE\xFF"}) {
    const auto path = folder.write("f", mark + "t\0e\0x\0t\0\n\0"s);
    for (const auto format : {RowFormat::kLines, RowFormat::kCsv, RowFormat::kTsv, RowFormat::kJsonl}) {
      RowOptions options;
      options.format = format;
      expect_error(open_rows(path, options), ErrorCode::kInvalidData,
                   {path + ": is UTF-16", "iconv -f UTF-16 -t UTF-8 IN > OUT"});
    }
    expect_error(open_text(folder.write("only", mark)), ErrorCode::kInvalidData, {"is UTF-16"});
  }
}

TEST(TextSource, OtherWideEncodingsAreRefusedAsWell) {
  const TemporaryDirectory folder;
  expect_error(open_text(folder.write("f", "\xFF\xFE\0\0t\0\0\0"s)), ErrorCode::kInvalidData,
               {"is UTF-32", "iconv -f UTF-32 -t UTF-8 IN > OUT"});
  expect_error(open_text(folder.write("f", "\0\0\xFE\xFF\0\0\0t"s)), ErrorCode::kInvalidData, {"is UTF-32"});
  expect_error(open_text(folder.write("f", "t\0e\0x\0t\0"s)), ErrorCode::kInvalidData,
               {"looks like UTF-16LE without its mark", "iconv -f UTF-16LE -t UTF-8 IN > OUT"});
  expect_error(open_text(folder.write("f", "\0t\0e\0x\0t"s)), ErrorCode::kInvalidData,
               {"looks like UTF-16BE without its mark"});
  EXPECT_TRUE(open_text(folder.write("f", "\0"s))) << "one byte shows nothing";
  EXPECT_TRUE(open_text(folder.write("f", "te\0xt"s))) << "a NUL further on is a row's own fault";
}

TEST(TextSource, ArchivesAreRefusedInEveryFormatInsteadOfReadAsLines) {
  const TemporaryDirectory folder;
  const std::string gzip = "\x1F\x8B\x08\x08\n\0\0\n"s, zip = "PK\x03\x04\n\0\n"s;
  for (const auto format : {RowFormat::kLines, RowFormat::kCsv, RowFormat::kTsv, RowFormat::kJsonl}) {
    RowOptions options;
    options.format = format;
    expect_error(open_rows(folder.write("rows.csv.gz", gzip), options), ErrorCode::kInvalidData,
                 {"rows.csv.gz: is compressed with gzip", "gunzip -c IN > OUT"});
    expect_error(open_rows(folder.write("rows.xlsx", zip), options), ErrorCode::kInvalidData,
                 {"rows.xlsx: is a zip archive"});
    expect_error(open_rows(folder.write("rows.zst", "\x28\xB5\x2F\xFD\n\n"), options), ErrorCode::kInvalidData,
                 {"rows.zst: is compressed with zstd", "zstd -dc --long=31 IN > OUT"});
    expect_error(open_rows(folder.write("rows.xz",
                                        "\xFD"
                                        "7zXZ\n\n"),
                           options),
                 ErrorCode::kInvalidData, {"rows.xz: is compressed with xz", "xz -dc IN > OUT"});
    expect_error(open_rows(folder.write("rows.bz2", "BZh91AY&SY\n\n"), options), ErrorCode::kInvalidData,
                 {"rows.bz2: is compressed with bzip2", "bunzip2 -c IN > OUT"});
    expect_error(open_rows(folder.write("rows.parquet", "PAR1\x15\x04\n"), options), ErrorCode::kInvalidData,
                 {"rows.parquet: is a Parquet file", "to_json"});
    expect_error(open_rows(folder.write("rows.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\n\n"), options),
                 ErrorCode::kInvalidData, {"rows.xls: is a file of old Excel", "CSV UTF-8"});
  }
  EXPECT_TRUE(open_text(folder.write("short", "PK"))) << "half a mark is text";
}

TEST(TextSource, LinesOfAPipeAreWaitedForOnlyWhenAskedFor) {
  const TemporaryDirectory folder;
  const auto path = folder.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const Descriptor end(::open(path.c_str(), O_RDWR));  // opening for reading alone would wait for a writer
  const auto reader = open_rows(path, {});
  ASSERT_TRUE(reader) << "nothing has been written yet";
  ASSERT_EQ(::write(end.get(), "\xFF\xFEt\0\n\0a\0\n\0", 10), 10);
  expect_error(*(*reader)->next(), ErrorCode::kInvalidData, {"is UTF-16"});
  EXPECT_FALSE((*reader)->next());
}

TEST(TextSource, TheFirstByteThatMattersIsSeenWithoutConsumingAny) {
  const TemporaryDirectory folder;
  const auto first_is = [&](const std::string& content, char c) {
    auto source = open_text(folder.write("f", content));
    const std::uint64_t begin = source->offset();
    const auto answer = begins_with(*source, c);
    EXPECT_EQ(source->offset(), begin);
    return answer && *answer;
  };
  EXPECT_TRUE(first_is("[", '['));
  EXPECT_TRUE(first_is("\xEF\xBB\xBF \r\n\t[1]", '['));
  EXPECT_TRUE(first_is(std::string(400'000, ' ') + "[", '['));
  EXPECT_FALSE(first_is("{[", '['));
  EXPECT_FALSE(first_is("", '['));
}

TEST(TextSource, RowsBehindAMarkAreReadFromTheirPositions) {
  const TemporaryDirectory folder;
  for (const std::string content : {"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "[{\"text\":\"a\"},{\"text\":\"b\"}]"}) {
    const auto path = folder.write("f.jsonl", "\xEF\xBB\xBF" + content);
    const auto first = open_rows(path, {});
    ASSERT_TRUE(first);
    EXPECT_EQ((*first)->next()->value().text, "a");
    RowOptions options;
    options.start = (*first)->position();
    EXPECT_EQ(read_rows(path, options)->at(0).text, "b");
  }
}

}  // namespace
}  // namespace emo::io
