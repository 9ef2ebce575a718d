#include "dataset/face_dataset.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

TEST(FaceDataset, NothingThereIsAnError) {
  const test::TemporaryFolder folder_;
  const auto empty = read_face_data(folder_.path());
  ASSERT_FALSE(empty);
  EXPECT_NE(empty.error().message.find("no face in it"), std::string::npos) << empty.error().message;
  const auto missing = read_face_data(folder_ / "none");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

TEST(FaceDataset, TheLayoutIsToldByWhatLiesThere) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "set/joy");
  test::write_text(folder / "set/joy/a.png", "x");
  test::write_text(folder / "list.txt", "a.png joy\nb.png fear\n");
  test::write_text(folder / "table.csv", "image,label\na.png,joy\n");
  std::string pixels = "0";
  for (int i = 1; i < 2304; ++i) pixels += " 0";
  test::write_text(folder / "fer2013.csv", "emotion,pixels,Usage\n3," + pixels + ",Training\n");
  EXPECT_EQ(read_face_data(folder / "set")->items[0].label, "joy");
  EXPECT_EQ(read_face_data(folder / "list.txt")->items[1].label, "fear");
  EXPECT_EQ(read_face_data(folder / "table.csv")->items[0].file, folder / "a.png");
  EXPECT_EQ(read_face_data(folder / "fer2013.csv")->items[0].image.width, 48);
}

TEST(FaceDataset, OptionsThatWouldDoNothingAreRefused) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "set/joy");
  test::write_text(folder / "set/joy/a.png", "x");
  test::write_text(folder / "list.txt", "a.png 0\n");
  const auto why = [](const std::string& path, const FaceDataOptions& options) {
    const auto data = read_face_data(path, options);
    return data ? std::string() : data.error().message;
  };
  FaceDataOptions images;
  images.images = folder.path();
  EXPECT_NE(why(folder / "set", images).find("is for lists and tables"), std::string::npos);
  EXPECT_EQ(why(folder / "list.txt", images), "");
  FaceDataOptions names;
  names.numbered = {"fear", "anger"};
  EXPECT_NE(why(folder / "set", names).find("its labels are names, as in 'joy'"), std::string::npos);
  EXPECT_EQ(why(folder / "list.txt", names), "");
  FaceDataOptions votes;
  votes.votes = folder / "votes.csv";
  EXPECT_NE(why(folder / "list.txt", votes).find("votes.csv') is for a FER2013 csv"), std::string::npos);
  FaceDataOptions column;
  column.label_column = "mood";
  EXPECT_NE(why(folder / "set", column).find("a column 'mood' is for tables that name pictures"), std::string::npos);
  column = {};
  column.image_column = "picture";
  EXPECT_NE(why(folder / "list.txt", column).find("a column 'picture' is for tables"), std::string::npos);
}

}  // namespace
}  // namespace emo::dataset
