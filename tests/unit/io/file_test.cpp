// Whole files: read, mapped, replaced; a failure leaves what was there.
#include "io/file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

using namespace std::string_literals;

TEST(ReadFile, WholeContentWithNulBytes) {
  const TemporaryDirectory folder;
  const std::string content = "a\0b\n"s + std::string(200'000, 'x');
  EXPECT_EQ(read_file(folder.write("f", content)).value(), content);
  EXPECT_EQ(read_file(folder.write("empty", "")).value(), "");
  // No size is known for these in advance.
  EXPECT_NE(read_file("/proc/self/status").value().find("VmRSS"), std::string::npos);
}

TEST(ReadFile, RefusesWhatItShould) {
  const TemporaryDirectory folder;
  expect_error(read_file(folder.path("none")), ErrorCode::kNotFound, {"cannot open", "none"});
  expect_error(read_file(folder.path()), ErrorCode::kIo, {"is a directory"});
  const auto file = folder.write("f", "12345");
  EXPECT_TRUE(read_file(file, 5));
  expect_error(read_file(file, 4), ErrorCode::kTooLarge, {"5 bytes", "at most 4"});
  expect_error(read_file("/dev/zero", 1000), ErrorCode::kTooLarge, {"/dev/zero", "at most 1000"});
}

TEST(IsThere, FollowsLinks) {
  const TemporaryDirectory folder;
  EXPECT_TRUE(is_there(folder.path()));
  EXPECT_TRUE(is_there(folder.write("f", "")));
  EXPECT_FALSE(is_there(folder.path("none")));
  EXPECT_FALSE(is_there(folder.path("f/none")));
  ASSERT_EQ(::symlink("f", folder.path("link").c_str()), 0);
  ASSERT_EQ(::symlink("none", folder.path("dangling").c_str()), 0);
  EXPECT_TRUE(is_there(folder.path("link")));
  EXPECT_FALSE(is_there(folder.path("dangling")));
}

TEST(CheckThere, SaysWhyNothingIsFound) {
  const TemporaryDirectory folder;
  EXPECT_TRUE(check_there(folder.write("f", "")));
  expect_error(check_there(folder.path("none")), ErrorCode::kNotFound, {"none: no such file or folder"});
  expect_error(check_there(folder.path("f/none")), ErrorCode::kNotFound, {"no such file or folder"});
  expect_error(check_there(folder.path(std::string(300, 'x'))), ErrorCode::kIo, {"File name too long"});
}

TEST(MappedFile, BytesLiveAsLongAsTheOwner) {
  const TemporaryDirectory folder;
  std::shared_ptr<const void> owner;
  std::span<const std::byte> bytes;
  {
    const auto mapped = MappedFile::open(folder.write("f", "abc"));
    ASSERT_TRUE(mapped);
    bytes = mapped->bytes();
    owner = mapped->owner();
  }
  EXPECT_EQ(static_cast<char>(bytes[2]), 'c');
  EXPECT_EQ(bytes.size(), 3U);
  EXPECT_TRUE(MappedFile::open(folder.write("empty", ""))->bytes().empty());
  expect_error(MappedFile::open(folder.path()), ErrorCode::kIo, {"is a directory"});
  expect_error(MappedFile::open("/dev/null"), ErrorCode::kIo, {"not a regular file"});
}

TEST(WriteFileAtomic, CreatesAndReplacesKeepingTheMode) {
  const TemporaryDirectory folder;
  const auto path = folder.path("f");
  ASSERT_TRUE(write_file_atomic(path, "one"));
  EXPECT_EQ(folder.read("f"), "one");
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  ASSERT_TRUE(write_file_atomic(path, "two"));
  EXPECT_EQ(folder.read("f"), "two");
  struct stat info {};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 07777U, 0640U);
  EXPECT_EQ(folder.entries(), 1U);
}

TEST(WriteFileAtomic, ALinkStaysALink) {
  const TemporaryDirectory folder;
  folder.write("target", "old");
  std::filesystem::create_symlink("target", folder.path("link"));
  ASSERT_TRUE(write_file_atomic(folder.path("link"), "new"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link")));
  EXPECT_EQ(folder.read("target"), "new");
}

TEST(WriteFileAtomic, FullDiskLeavesTheOldFileAndNoTemporary) {
  const TemporaryDirectory folder;
  const auto path = folder.write("f", "old");
  {
    const FileSizeLimit limit(1000);
    expect_error(write_file_atomic(path, std::string(5000, 'x')), ErrorCode::kIo, {"cannot write", "/f':", "large"});
  }
  EXPECT_EQ(folder.read("f"), "old");
  EXPECT_EQ(folder.entries(), 1U);
}

TEST(WriteFileAtomic, ANameMayBeAsLongAsTheSystemAllows) {
  const TemporaryDirectory folder;
  std::string name;
  while (name.size() < 252) name += "\u3042";  // 84 letters of three bytes
  name += ".md";
  ASSERT_EQ(name.size(), 255U);
  for (const char* content : {"new", "replaced"}) {
    const auto written = write_file_atomic(folder.path(name), content);
    ASSERT_TRUE(written) << written.error().message;
    EXPECT_EQ(folder.read(name), content);
  }
  EXPECT_EQ(folder.entries(), 1U);
  EXPECT_TRUE(temporary_beside("a/b.md").starts_with("a/b.md.tmp-"));
}

TEST(RemoveAbandonedWrites, TakesWhatKilledWritersLeftAndNothingElse) {
  const TemporaryDirectory folder;
  const auto path = folder.write("f", "whole");
  folder.write("f.tmp-0123456789abcdef", "half");
  folder.write("f.tmp-ffffffffffffffff", "");
  std::filesystem::create_directory(folder.path("f.tmp-00000000000000dd"));
  for (const char* name : {"f.tmp-0123456789abcde", "f.tmp-0123456789abcdef0", "f.tmp-0123456789ABCDEF",
                           "f.tmp-0123456789abcdeg", "gf.tmp-0123456789abcdef", "f.tmp"}) {
    folder.write(name, "another's");
  }
  ASSERT_EQ(folder.entries(), 10U);
  remove_abandoned_writes(path);
  EXPECT_EQ(folder.entries(), 8U);
  EXPECT_FALSE(std::filesystem::exists(folder.path("f.tmp-0123456789abcdef")));
  EXPECT_FALSE(std::filesystem::exists(folder.path("f.tmp-ffffffffffffffff")));
  EXPECT_EQ(folder.read("f"), "whole");
  remove_abandoned_writes(folder.path("no/f"));
}

TEST(WriteFileAtomic, ClearErrors) {
  const TemporaryDirectory folder;
  expect_error(write_file_atomic(folder.path(), "x"), ErrorCode::kIo, {"is a directory"});
  expect_error(write_file_atomic(folder.path("no/f"), "x"), ErrorCode::kNotFound,
               {"cannot create", "no/f", "make it first"});
  expect_error(write_file_atomic(folder.write("file", "x") + "/f", "x"), ErrorCode::kIo,
               {"file/f': ", "expected a folder"});
  // A device is written to, never renamed over.
  EXPECT_TRUE(write_file_atomic("/dev/null", "x"));
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  if (std::filesystem::exists("/dev/full")) {
    expect_error(write_file_atomic("/dev/full", "x"), ErrorCode::kIo, {"No space left on device"});
  }
}

}  // namespace
}  // namespace emo::io
