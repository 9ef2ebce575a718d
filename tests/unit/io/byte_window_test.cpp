#include "io/byte_window.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

TEST(ByteWindow, GrowsBehindAndIsConsumedInFront) {
  const TemporaryDirectory folder;
  const std::string content(700'000, 'x');
  auto window = ByteWindow::open(folder.write("f", "head" + content + "tail"));
  ASSERT_TRUE(window);
  EXPECT_EQ(window->unread(), "");
  EXPECT_EQ(window->size(), 700'008U);
  ASSERT_TRUE(*window->more());
  EXPECT_TRUE(window->unread().starts_with("head"));
  window->consume(4);
  EXPECT_EQ(window->offset(), 4U);
  while (*window->more()) {
  }
  EXPECT_EQ(window->unread(), content + "tail") << "as much as is asked for, from where it stands";
  EXPECT_FALSE(*window->more());
  window->consume(window->unread().size());
  EXPECT_EQ(window->offset(), 700'008U);
}

TEST(ByteWindow, GoesToAnyByteOfAFile) {
  const TemporaryDirectory folder;
  auto window = ByteWindow::open(folder.write("f", "abcdef"));
  ASSERT_TRUE(window);
  ASSERT_TRUE(window->seek(4));
  ASSERT_TRUE(*window->more());
  EXPECT_EQ(window->unread(), "ef");
  ASSERT_TRUE(window->seek(1));
  ASSERT_TRUE(*window->more());
  EXPECT_EQ(window->unread(), "bcdef");
  const auto beyond = window->seek(7);
  ASSERT_FALSE(beyond);
  EXPECT_NE(beyond.error().message.find("it has only 6"), std::string::npos) << beyond.error().message;
}

TEST(ByteWindow, WhatIsHeldIsUnreadAgainAfterGoingBack) {
  const TemporaryDirectory folder;
  auto window = ByteWindow::open(folder.write("f", std::string(300'000, 'a') + std::string(300'000, 'b')));
  while (window->unread().size() < 300'000) ASSERT_TRUE(*window->more());
  window->consume(299'999);
  window->hold();
  while (*window->more()) window->consume(window->unread().size());
  EXPECT_EQ(window->offset(), 600'000U);
  ASSERT_TRUE(window->holding());
  window->go_back();
  EXPECT_FALSE(window->holding());
  EXPECT_EQ(window->offset(), 299'999U);
  EXPECT_EQ(window->unread(), "a" + std::string(300'000, 'b'));
}

TEST(ByteWindow, AFolderIsNoSource) {
  const TemporaryDirectory folder;
  EXPECT_EQ(ByteWindow::open(folder.path()).error().code, ErrorCode::kIo);
  EXPECT_EQ(ByteWindow::open(folder.path() + "/none").error().code, ErrorCode::kNotFound);
}

TEST(ByteWindow, AFileThatIsCutWhileItIsReadHasNoEnd) {
  const TemporaryDirectory folder;
  const std::string path = folder.write("f", std::string(700'000, 'x'));
  auto window = ByteWindow::open(path);
  ASSERT_TRUE(window);
  ASSERT_TRUE(*window->more());
  std::filesystem::resize_file(path, 1000);
  expect_error(window->more(), ErrorCode::kIo, {"was cut while it was read", "700000", "1000"});
  EXPECT_FALSE(*window->more()) << "it is at its end";
  auto grown = ByteWindow::open(path);
  ASSERT_TRUE(grown && *grown->more());
  std::filesystem::resize_file(path, 2000);
  EXPECT_TRUE(grown->more()) << "what grows is read as far as it goes";
}

}  // namespace
}  // namespace emo::io