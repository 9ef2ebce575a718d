#include <gtest/gtest.h>

#include <filesystem>

#include "dataset/face_dataset.hpp"
#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

constexpr const char* kHeader =
    "index,row,name,usage,fer,fer_ambiguous,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF,"
    "dup_group,train_mae\n";

class PackedFer : public ::testing::Test {
 protected:
  void SetUp() override {
    test::write_text(folder_ / "fer2013plus_labels.csv", std::string(kHeader) +
                                                             "0,0,a.png,Training,3,0,0,9,1,0,0,0,0,0,0,0,-1,\n"
                                                             "1,1,b.png,PrivateTest,0,0,0,0,0,0,10,0,0,0,0,0,5,13.5\n");
    test::write_text(folder_ / "fer2013plus_images_48x48_u8.bin",
                     std::string(2304, '\x01') + std::string(2304, '\x02'));
  }
  test::TemporaryFolder folder_;
};

TEST_F(PackedFer, PixelsVotesAndCopies) {
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->labelled_by, "fer2013");
  EXPECT_EQ(data->items[0].id, "a.png");
  EXPECT_EQ(data->items[0].label, "happy");
  EXPECT_EQ(data->items[0].image.pixels[2303], 1);
  EXPECT_EQ(data->items[0].group, -1);
  EXPECT_FALSE(data->items[0].train_distance.has_value());
  EXPECT_EQ(data->items[1].split, Split::kTest);
  EXPECT_EQ(data->items[1].image.pixels[0], 2);
  EXPECT_EQ(data->items[1].group, 5);
  EXPECT_DOUBLE_EQ(data->items[1].train_distance.value_or(0), 13.5);
  EXPECT_EQ(data->items[1].votes[4], 10);
}

TEST_F(PackedFer, PixelsOfAnotherLengthAreRefused) {
  test::write_text(folder_ / "fer2013plus_images_48x48_u8.bin", std::string(2304, '\x01'));
  const auto data = read_face_data(folder_.path());
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("2304 bytes, expected 4608"), std::string::npos) << data.error().message;
}

TEST_F(PackedFer, ADamagedXzIsRefused) {
  std::filesystem::remove(folder_ / "fer2013plus_images_48x48_u8.bin");
  test::write_text(folder_ / "fer2013plus_images_48x48_u8.bin.xz", "no xz at all");
  const auto data = read_face_data(folder_.path());
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("damaged"), std::string::npos) << data.error().message;
}

TEST(PackedFerOfTheDevelopers, IsAllThere) {
  const std::string folder = EMO_SOURCE_DIR "/../shared/data/faces/fer2013plus";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no ../shared/data on this machine";
  auto data = read_face_data(folder);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items.size(), 35710U);
  EXPECT_EQ(keep_split(*data, Split::kTest), 35710U - 3573U);
  FaceData seven = *data;
  ASSERT_TRUE(label_by_majority(seven, true));
  EXPECT_EQ(seven.items.size(), 3136U);
  ASSERT_TRUE(label_by_majority(*data, false));
  EXPECT_EQ(data->items.size(), 3152U);
}

}  // namespace
}  // namespace emo::dataset
