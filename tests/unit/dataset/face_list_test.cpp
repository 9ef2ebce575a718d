#include <gtest/gtest.h>

#include <filesystem>

#include "dataset/face_dataset.hpp"
#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

TEST(FaceList, PathAndLabelALine) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "list.txt", "a b.png happy\r\n\nsub/c.jpg\tvery sad\njusttext\n/x/d.png,fear\n");
  const auto data = read_face_data(folder / "list.txt");
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 3U);
  EXPECT_EQ(data->items[0].file, folder / "a b.png");
  EXPECT_EQ(data->items[0].label, "happy");
  EXPECT_EQ(data->items[1].label, "very sad");
  EXPECT_EQ(data->items[1].place, folder / "list.txt:3");
  EXPECT_EQ(data->items[2].file, "/x/d.png");
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("list.txt:4: expected `path label`"), std::string::npos);
}

TEST(FaceList, RafDbsOwnList) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "EmoLabel");
  std::filesystem::create_directories(folder / "Image/aligned");
  test::write_text(folder / "Image/aligned/train_00001_aligned.jpg", "x");
  test::write_text(folder / "EmoLabel/list_patition_label.txt", "train_00001.jpg 5\ntest_0001.jpg 1\n");
  const auto data = read_face_data(folder / "EmoLabel/list_patition_label.txt");
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].file, folder / "Image/aligned/train_00001_aligned.jpg");
  EXPECT_EQ(data->items[0].label, "sadness");
  EXPECT_EQ(data->items[0].split, Split::kTrain);
  EXPECT_EQ(data->items[1].label, "surprise");
  EXPECT_EQ(data->items[1].split, Split::kTest);
}

TEST(FaceList, NumbersOutOfRangeAreNamed) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "list.txt", "a.png 0\nb.png 2\n");
  FaceDataOptions options;
  options.numbered = {"calm", "wild"};
  const auto data = read_face_data(folder / "list.txt", options);
  ASSERT_TRUE(data);
  EXPECT_EQ(data->items[0].label, "calm");
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("list.txt:2: label '2' is out of range, expected 0 to 1"), std::string::npos)
      << data->rejected[0].message;
}

}  // namespace
}  // namespace emo::dataset
