// System calls with their errors spelled out.
#include "io/descriptor.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <set>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

using namespace std::string_literals;

TEST(Descriptor, ClosesWhatItOwnsOnceAndMoves) {
  int number = -1;
  {
    Descriptor first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    ASSERT_TRUE(first.is_open());
    number = first.get();
    const Descriptor second(std::move(first));
    EXPECT_EQ(second.get(), number);
    EXPECT_NE(::fcntl(number, F_GETFD), -1);
  }
  EXPECT_EQ(::fcntl(number, F_GETFD), -1);
}

TEST(SystemError, NamesOperationPathAndReason) {
  EXPECT_EQ(system_error("open", "a b", ENOENT).message, "cannot open 'a b': No such file or directory");
  EXPECT_EQ(system_error("open", "x", ENOENT).code, ErrorCode::kNotFound);
  EXPECT_EQ(system_error("open", "x", EACCES).code, ErrorCode::kIo);
}

TEST(OpenForReading, MissingDirectoryAndNulByte) {
  const TemporaryDirectory folder;
  expect_error(open_for_reading(folder.path("none")), ErrorCode::kNotFound, {"none", "No such file"});
  expect_error(open_for_reading(folder.path()), ErrorCode::kIo, {"is a directory, expected a file"});
  expect_error(open_for_reading("a\0b"s), ErrorCode::kIo, {"'a\\x00b'"});
}

TEST(OpenForReading, StandardInputThatIsASocket) {
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
  ASSERT_EQ(::write(ends[1], "abc", 3), 3);
  ::close(ends[1]);
  const Descriptor before(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0));
  ASSERT_EQ(::dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
  ::close(ends[0]);
  std::string seen(8, '\0');
  {
    const auto opened = open_for_reading("/dev/stdin");
    ASSERT_TRUE(opened) << opened.error().message;
    const auto got = read_some(*opened, seen, "-");
    seen.resize(got ? *got : 0);
  }
  EXPECT_EQ(seen, "abc");
  EXPECT_NE(::fcntl(STDIN_FILENO, F_GETFD), -1) << "it is not ours to close";
  if (before.is_open()) ::dup2(before.get(), STDIN_FILENO);
}

TEST(WriteNewFile, NeverOverwrites) {
  const TemporaryDirectory folder;
  EXPECT_TRUE(write_new_file(folder.path("a"), "one"));
  expect_error(write_new_file(folder.path("a"), "two"), ErrorCode::kIo, {"cannot create", "File exists"});
  EXPECT_EQ(folder.read("a"), "one");
}

TEST(SyncFile, NamesTheFileThatTheTemporaryOneIsFor) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_new_file(folder.path("a.tmp"), "x"));
  EXPECT_TRUE(sync_file(folder.path("a.tmp"), "a"));
  expect_error(sync_file(folder.path("b.tmp"), "film.mp4"), ErrorCode::kNotFound, {"cannot open 'film.mp4'"});
}

TEST(WriteAll, FullDeviceIsAnError) {
  const Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  if (!full.is_open()) GTEST_SKIP() << "this system has no /dev/full";
  expect_error(write_all(full, "x", "/dev/full"), ErrorCode::kIo, {"cannot write '/dev/full'", "No space left"});
}

TEST(OpenForAppending, MakesTheFileAndWritesBehindItsEnd) {
  const TemporaryDirectory folder;
  for (const char* line : {"one\n", "two\n"}) {
    const auto file = open_for_appending(folder.path("log"));
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_TRUE(write_all(*file, line, "log"));
  }
  EXPECT_EQ(folder.read("log"), "one\ntwo\n");
  expect_error(open_for_appending(folder.path("none/log")), ErrorCode::kNotFound, {"cannot open", "none/log"});
}

TEST(Uninterrupted, CallsAgainAfterASignalAlone) {
  int calls = 0;
  const auto result = uninterrupted([&] {
    errno = ++calls < 3 ? EINTR : EIO;
    return -1;
  });
  EXPECT_EQ(result, -1);
  EXPECT_EQ(calls, 3);
  EXPECT_EQ(errno, EIO);
}

TEST(Paths, ParentAndSuffix) {
  EXPECT_EQ(parent_directory("a"), ".");
  EXPECT_EQ(parent_directory("/a"), "/");
  EXPECT_EQ(parent_directory("b/c/d"), "b/c");
  std::set<std::string> suffixes;
  for (int i = 0; i < 100; ++i) suffixes.insert(random_suffix());
  EXPECT_EQ(suffixes.size(), 100U);
}

}  // namespace
}  // namespace emo::io
