#include "dataset/face_dataset.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

class FaceFolder : public ::testing::Test {
 protected:
  void put(const std::string& file) {
    const std::filesystem::path path = folder_ / file;
    std::filesystem::create_directories(path.parent_path());
    test::write_text(path, "x");
  }
  test::TemporaryFolder folder_;
};

TEST_F(FaceFolder, OneFolderPerClass) {
  for (const char* file : {"sad/b.JPG", "sad/a.png", "sad/notes.txt", "happy/deep/c.webp", ".git/x.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 3U);
  EXPECT_EQ(data->classes, (std::vector<std::string>{"happy", "sad"}));
  EXPECT_EQ(data->items[0].id, "happy/deep/c.webp");
  EXPECT_EQ(data->items[0].label, "happy");
  EXPECT_EQ(data->items[1].file, folder_ / "sad/a.png");
  EXPECT_EQ(data->items[1].split, Split::kNone);
}

TEST_F(FaceFolder, FoldersOfSplitsAboveTheClasses) {
  for (const char* file : {"train/joy/a.png", "test/joy/a.png", "val/fear/b.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 3U);
  EXPECT_EQ(data->items[0].split, Split::kTest);
  EXPECT_EQ(data->items[1].split, Split::kTrain);
  EXPECT_EQ(data->items[2].split, Split::kDev);
  EXPECT_EQ(data->items[2].label, "fear");
}

TEST_F(FaceFolder, AnEmptyClassIsReported) {
  put("happy/a.png");
  std::filesystem::create_directories(folder_ / "fear");
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("'fear' has no image"), std::string::npos) << data->rejected[0].message;
}

TEST_F(FaceFolder, NothingThereIsAnError) {
  const auto empty = read_face_data(folder_.path());
  ASSERT_FALSE(empty);
  EXPECT_NE(empty.error().message.find("no face in it"), std::string::npos) << empty.error().message;
  const auto missing = read_face_data(folder_ / "none");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

TEST_F(FaceFolder, RowsWithImageLabelAndSplit) {
  test::write_text(folder_ / "set.jsonl",
                   "{\"image\":\"a.png\",\"label\":\"joy\",\"split\":\"test\"}\n"
                   "{\"image\":\"/abs/b.png\",\"label\":\"fear\"}\n"
                   "{\"image\":\"c.png\",\"label\":[\"joy\",\"fear\"]}\n"
                   "{\"label\":\"fear\"}\n");
  const auto data = read_face_data(folder_ / "set.jsonl");
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].file, folder_ / "a.png");
  EXPECT_EQ(data->items[0].split, Split::kTest);
  EXPECT_EQ(data->items[1].file, "/abs/b.png");
  EXPECT_EQ(data->items[1].row, 2U);
  EXPECT_EQ(data->rejected.size(), 2U);
  test::write_text(folder_ / "set.csv", "picture,class\na.png,1\n");
  FaceDataOptions options;
  options.image_column = "picture";
  options.label_column = "class";
  options.numbered = {"calm", "wild"};
  const auto csv = read_face_data(folder_ / "set.csv", options);
  ASSERT_TRUE(csv) << csv.error().message;
  EXPECT_EQ(csv->items[0].label, "wild");
}

}  // namespace
}  // namespace emo::dataset
