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

TEST(FaceList, PathAndLabelAreToldApartHoweverTheyAreWritten) {
  const test::TemporaryFolder folder;
  const std::string list = folder / "list.txt";
  const auto read = [&](const std::string& line) {
    test::write_text(list, line + "\n");
    const auto data = read_face_data(list);
    if (!data) return data.error().message;
    return data->items[0].id + "|" + data->items[0].label;
  };
  for (const char* line : {"a b.png   happy", "a b.png,happy", "a b.png, happy", "a b.png , happy", "a b.png,\thappy",
                           "a b.png \t happy", "\"a b.png\" happy", "\"a b.png\",\"happy\"", "  a b.png happy  "}) {
    EXPECT_EQ(read(line), "a b.png|happy") << line;
  }
  EXPECT_EQ(read("a b.png, very sad"), "a b.png|very sad");
  EXPECT_EQ(read("one, two.png happy"), "one, two.png|happy");
  EXPECT_EQ(read("one, two.png,happy"), "one, two.png|happy");
  EXPECT_EQ(read("\"one, two\" happy"), "one, two|happy") << "no name of an image, but quoted";
  EXPECT_EQ(read("without ending,happy"), "without ending|happy");
  EXPECT_NE(read("\"a.png happy").find("list.txt:1: expected `path label`"), std::string::npos) << "no closing quote";
  EXPECT_NE(read("a.png,").find("list.txt:1: expected `path label`"), std::string::npos);
}

TEST(FaceList, CommentsListNothing) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "list.txt", "# path label\na.png happy\n  #b.png sad\n");
  const auto data = read_face_data(folder / "list.txt");
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items.size(), 1U);
  EXPECT_TRUE(data->rejected.empty());
  EXPECT_TRUE(looks_like_face_list(folder / "list.txt"));
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
  EXPECT_EQ(data->classes, (std::vector<std::string>{"surprise", "sadness"})) << "in RAF-DB's order, as of its folders";
}

TEST(FaceList, RafDbsNamesBehindAFolderHaveTheirSplitsToo) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "list.txt", "aligned/train_00001_aligned.jpg 5\naligned/test_0001_aligned.jpg 1\n");
  const auto data = read_face_data(folder / "list.txt");
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].split, Split::kTrain);
  EXPECT_EQ(data->items[1].split, Split::kTest);
  EXPECT_EQ(data->items[1].label, "surprise");
  EXPECT_TRUE(data->items[1].file.ends_with("aligned/test_0001_aligned.jpg")) << data->items[1].file;
}

TEST(FaceList, AWrongNumberInRafDbsListIsNamedAndTheRestGoesOn) {
  const test::TemporaryFolder folder;
  const std::string list = folder / "list_patition_label.txt";
  test::write_text(list, "train_00001.jpg 5\ntrain_00002.jpg 9\ntest_0001.jpg 1\n");
  const auto data = read_face_data(list);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].label, "sadness");
  EXPECT_EQ(data->items[1].split, Split::kTest);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("txt:2: label '9' is out of range, expected 1 to 7"), std::string::npos)
      << data->rejected[0].message;

  test::write_text(list, "train_00001.jpg 5\ntrain_00002.jpg 0\ntest_0001.jpg 1\n");
  const auto others = read_face_data(list);
  ASSERT_TRUE(others);
  EXPECT_EQ(others->items[0].label, "5") << "numbers from 0 are not RAF-DB's";
}

TEST(FaceList, RafDbsCompoundEmotionsAreNotItsBasicOnes) {
  const test::TemporaryFolder folder;
  const std::string list = folder / "list_patition_label.txt";
  std::string lines;
  for (int label = 1; label <= 11; ++label) {
    lines += "train_" + std::to_string(label) + ".jpg " + std::to_string(label) + "\n";
  }
  for (int label = 1; label <= 7; ++label) {
    lines += "test_" + std::to_string(label) + ".jpg " + std::to_string(label) + "\n";
  }
  test::write_text(list, lines);
  const auto data = read_face_data(list);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 18U);
  EXPECT_EQ(data->items[0].label, "1") << "no surprise";
  EXPECT_EQ(data->items[17].split, Split::kTest);
}

TEST(FaceList, RafDbsTestStaysOneWhereItsNumbersAreCountedFromZero) {
  const test::TemporaryFolder folder;
  const std::string list = folder / "list.txt";
  test::write_text(list, "train_00001_aligned.jpg 4\ntrain_00002_aligned.jpg 0\ntest_0001_aligned.jpg 1\n");
  FaceDataOptions options;
  options.numbered = {"surprise", "fear", "disgust", "happiness", "sadness"};
  const auto data = read_face_data(list, options);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 3U);
  EXPECT_EQ(data->items[0].label, "sadness");
  EXPECT_EQ(data->items[0].split, Split::kTrain);
  EXPECT_EQ(data->items[2].label, "fear");
  EXPECT_EQ(data->items[2].split, Split::kTest);
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
