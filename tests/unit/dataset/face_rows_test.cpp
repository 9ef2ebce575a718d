// csv, tsv and jsonl with a column of images and one of labels.
#include <gtest/gtest.h>

#include "dataset/face_dataset.hpp"
#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

class FaceRows : public ::testing::Test {
 protected:
  test::TemporaryFolder folder_;
};

TEST_F(FaceRows, ImageLabelAndSplit) {
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

TEST_F(FaceRows, TheNameOfTheSplitMayBeWrittenInAnotherCase) {
  test::write_text(folder_ / "set.csv", "image,label,Split\na.png,joy,Test\nb.png,joy,Nowhere\n");
  const auto data = read_face_data(folder_ / "set.csv");
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 1U);
  EXPECT_EQ(data->items[0].split, Split::kTest);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("set.csv:3: Split is 'Nowhere'"), std::string::npos)
      << data->rejected[0].message;
}

TEST_F(FaceRows, ProblemsNameFileAndLine) {
  test::write_text(folder_ / "set.csv", "image,label\na.png,joy\n,fear\nb.png,\nc.png,joy\n");
  const auto data = read_face_data(folder_ / "set.csv");
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items.size(), 2U);
  ASSERT_EQ(data->rejected.size(), 2U);
  EXPECT_NE(data->rejected[0].message.find("set.csv:3"), std::string::npos) << data->rejected[0].message;
  EXPECT_NE(data->rejected[1].message.find("set.csv:4"), std::string::npos) << data->rejected[1].message;
}

TEST_F(FaceRows, TheSplitMayBeCalledUsage) {
  test::write_text(folder_ / "rest.csv", "file,usage,fer\na.jpg,PublicTest,3\nb.jpg,PrivateTest,6\nc.jpg,Nowhere,6\n");
  FaceDataOptions options;
  options.image_column = "file";
  options.label_column = "fer";
  options.images = folder_ / "unzipped";
  options.numbered = fer_classes();
  const auto data = read_face_data(folder_ / "rest.csv", options);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].file, folder_ / "unzipped/a.jpg");
  EXPECT_EQ(data->items[0].label, "happy");
  EXPECT_EQ(data->items[0].split, Split::kDev);
  EXPECT_EQ(data->items[1].split, Split::kTest);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("usage is 'Nowhere'"), std::string::npos) << data->rejected[0].message;
}

TEST_F(FaceRows, PixelsWithoutFer2013sColumnsAreToldWhatTheyNeed) {
  test::write_text(folder_ / "set.csv", "label,pixels\n");
  const auto data = read_face_data(folder_ / "set.csv");
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("with the columns emotion (the label), pixels"), std::string::npos)
      << data.error().message;
  test::write_text(folder_ / "other.csv", "image,class,pixels\n");
  const auto other = read_face_data(folder_ / "other.csv");
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("'class'"), std::string::npos) << other.error().message;
}

TEST_F(FaceRows, AMissingColumnIsAnErrorOfTheFile) {
  test::write_text(folder_ / "set.csv", "picture,label\na.png,joy\n");
  const auto data = read_face_data(folder_ / "set.csv");
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("image"), std::string::npos) << data.error().message;
}

TEST_F(FaceRows, NumbersMayBeginAtOne) {
  test::write_text(folder_ / "set.csv", "image,label\na.png,2\nb.png,1\n");
  FaceDataOptions options;
  options.numbered = {"calm", "wild"};
  const auto data = read_face_data(folder_ / "set.csv", options);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].label, "wild");
  EXPECT_EQ(data->items[1].label, "calm");
}

TEST_F(FaceRows, ANumberOutsideOfTheNamesIsRejected) {
  test::write_text(folder_ / "set.csv", "image,label\na.png,0\nb.png,2\n");
  FaceDataOptions options;
  options.numbered = {"calm", "wild"};
  const auto data = read_face_data(folder_ / "set.csv", options);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items.size(), 1U);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("set.csv:3"), std::string::npos) << data->rejected[0].message;
}

TEST_F(FaceRows, AColumnOfAnyNameMayHoldTheParts) {
  test::write_text(folder_ / "set.csv",
                   "image,label,set\na.png,joy,train\n,joy,train\nb.png,joy,test\nc.png,fear,val\n");
  const auto data = read_face_data(folder_ / "set.csv");
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 3U);
  EXPECT_EQ(data->items[0].split, Split::kTrain);
  EXPECT_EQ(data->items[1].split, Split::kTest) << "a rejected row moves none";
  EXPECT_EQ(data->items[2].split, Split::kDev);
  ASSERT_EQ(data->told.size(), 1U);
  EXPECT_NE(data->told[0].find("the column 'set' says"), std::string::npos) << data->told[0];
}

TEST_F(FaceRows, PathsOfWindowsAreFound) {
  std::filesystem::create_directories(folder_ / "in/er");
  test::write_text(folder_ / "in/er/a.png", "x");
  test::write_text(folder_ / "set.csv", "image,label\nin\\er\\a.png,joy\n");
  const auto data = read_face_data(folder_ / "set.csv");
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items[0].file, folder_ / "in/er/a.png");
}

}  // namespace
}  // namespace emo::dataset
