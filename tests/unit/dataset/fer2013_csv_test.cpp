#include <gtest/gtest.h>

#include "dataset/face_dataset.hpp"
#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

std::string pixels(int count, int value) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + std::to_string(value);
  return text;
}

class Fer2013Csv : public ::testing::Test {
 protected:
  std::string write(const std::string& rows) {
    const std::string path = folder_ / "fer2013.csv";
    test::write_text(path, "emotion,pixels,Usage\n" + rows);
    return path;
  }
  test::TemporaryFolder folder_;
};

TEST_F(Fer2013Csv, PixelsLabelAndSplit) {
  const auto data =
      read_face_data(write("3," + pixels(2304, 7) + ",Training\n0," + pixels(2304, 255) + ",PrivateTest\n"));
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].label, "happy");
  EXPECT_EQ(data->items[0].split, Split::kTrain);
  EXPECT_EQ(data->items[0].image.width, 48);
  EXPECT_EQ(data->items[0].image.channels, 1);
  EXPECT_EQ(data->items[0].image.pixels, std::vector<std::uint8_t>(2304, 7));
  EXPECT_EQ(data->items[1].label, "angry");
  EXPECT_EQ(data->items[1].split, Split::kTest);
  EXPECT_EQ(data->items[1].place, folder_ / "fer2013.csv:3");
  EXPECT_EQ(data->classes, (std::vector<std::string>{"angry", "happy"})) << "in FER2013's order";
}

TEST_F(Fer2013Csv, ColumnsMayStandInAnotherOrderWithSpaces) {
  const std::string path = folder_ / "icml_face_data.csv";  // as the second file of that name on Kaggle
  test::write_text(path, "emotion, Usage, pixels\n4,PublicTest," + pixels(2304, 9) + "\n");
  const auto data = read_face_data(path);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items[0].label, "sad");
  EXPECT_EQ(data->items[0].split, Split::kDev);
}

TEST_F(Fer2013Csv, ColumnsMayBeWrittenInAnotherCase) {
  const std::string path = folder_ / "lower.csv";
  for (const char* header : {"emotion,pixels,usage", "Emotion,Pixels,USAGE"}) {
    test::write_text(path, std::string(header) + "\n4," + pixels(2304, 9) + ",PrivateTest\n");
    const auto data = read_face_data(path);
    ASSERT_TRUE(data) << data.error().message;
    EXPECT_EQ(data->items[0].label, "sad") << header;
    EXPECT_EQ(data->items[0].split, Split::kTest) << header << ": else a test is trained on";
  }
}

TEST_F(Fer2013Csv, BadRowsAreNamedAndTheRestGoesOn) {
  const auto data = read_face_data(write("3," + pixels(2303, 7) +
                                         ",Training\n"  // line 2: one missing
                                         "7," +
                                         pixels(2304, 7) +
                                         ",Training\n"  // 3: no such class
                                         "1," +
                                         pixels(2303, 7) +
                                         " 256,Training\n"  // 4: no grey value
                                         "1," +
                                         pixels(2305, 7) +
                                         ",Training\n"  // 5: one too many
                                         "1," +
                                         pixels(2304, 7) +
                                         ",Elsewhere\n"  // 6
                                         "0," +
                                         pixels(2304, 9) + ",Training\n"));
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 1U);
  EXPECT_EQ(data->items[0].image.pixels[0], 9);
  ASSERT_EQ(data->rejected.size(), 5U);
  // What numbers mean is known when all have been read.
  const std::vector<std::string> expected{"2: 2303 pixels", "4: pixel 2304 starts '256'", "5: more than 2304",
                                          "6: Usage is 'Elsewhere'", "3: label '7' is out of range"};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const std::string& message = data->rejected[i].message;
    EXPECT_NE(message.find("fer2013.csv:" + expected[i]), std::string::npos) << message;
  }
}

TEST_F(Fer2013Csv, NumbersThatBeginWithOneNeedNames) {
  std::string rows;
  for (int k = 1; k <= 7; ++k) rows += std::to_string(k) + "," + pixels(2304, k) + ",Training\n";
  const std::string path = write(rows);
  const auto unnamed = read_face_data(path);
  ASSERT_FALSE(unnamed);
  EXPECT_NE(unnamed.error().message.find("its labels begin with 1 and FER2013's with 0"), std::string::npos)
      << unnamed.error().message;
  FaceDataOptions options;
  options.numbered = {"a", "b", "c", "d", "e", "f", "g"};
  const auto named = read_face_data(path, options);
  ASSERT_TRUE(named) << named.error().message;
  EXPECT_TRUE(named->rejected.empty());
  EXPECT_EQ(named->items[0].label, "a") << "not its neighbour's name";
  EXPECT_EQ(named->classes, options.numbered);
}

TEST_F(Fer2013Csv, TheSplitMayBeCalledSoAndColumnsAreWholeNames) {
  const std::string path = folder_ / "mine.csv";
  test::write_text(path, "Emotion_Name,emotion,pixels,split\nSad, 4," + pixels(2304, 9) + ",test\n");
  const auto data = read_face_data(path);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items[0].label, "sad");
  EXPECT_EQ(data->items[0].split, Split::kTest) << "else a test is trained on";
}

TEST_F(Fer2013Csv, AWordAmongNumbersIsRejectedAlone) {
  const std::string rest = "," + pixels(2304, 7) + ",Training\n";
  const auto data = read_face_data(write("3" + rest + "x" + rest + "sad" + rest + "0" + rest + "1" + rest));
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, (std::vector<std::string>{"angry", "disgust", "happy", "sad"}));
  ASSERT_EQ(data->items.size(), 4U);
  EXPECT_EQ(data->items[1].label, "sad") << "a name of FER2013 is as good as its number";
  EXPECT_EQ(data->items[1].id, "2") << "rows keep their numbers";
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("fer2013.csv:3: label 'x' is no number, expected 0 to 6"), std::string::npos)
      << data->rejected[0].message;
}

TEST_F(Fer2013Csv, ACsvOfWordsIsTakenAtItsWord) {
  const std::string rest = "," + pixels(2304, 7) + ",Training\n";
  const auto data = read_face_data(write("joy" + rest + "sad" + rest + "3" + rest + "contempt" + rest));
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, (std::vector<std::string>{"happy", "sad", "contempt", "joy"}));
  EXPECT_TRUE(data->rejected.empty());
}

TEST_F(Fer2013Csv, NothingReadableIsAnErrorThatNamesTheFirstProblem) {
  const auto data = read_face_data(write("3,1 2 3,Training\n"));
  ASSERT_FALSE(data);
  EXPECT_EQ(data.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(data.error().message.find("3 pixels, expected 48 x 48"), std::string::npos) << data.error().message;
}

TEST_F(Fer2013Csv, VotesLieBesideIt) {
  const std::string path = write("3," + pixels(2304, 7) + ",Training\n4," + pixels(2304, 8) + ",Training\n");
  const std::string header =
      "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";
  test::write_text(folder_ / "fer2013new.csv",
                   header + "Training,fer0000000.png,0,9,1,0,0,0,0,0,0,0\nTraining,,0,0,0,0,0,0,0,0,0,10\n");
  const auto data = read_face_data(path);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items[0].votes, (std::vector<std::uint8_t>{0, 9, 1, 0, 0, 0, 0, 0, 0, 0}));
  EXPECT_TRUE(data->items[1].votes.empty()) << "a row without an image name was not voted on";
  test::write_text(folder_ / "fer2013new.csv", header);
  const auto short_votes = read_face_data(path);
  ASSERT_FALSE(short_votes);
  EXPECT_NE(short_votes.error().message.find("0 rows, expected one for each of the 2"), std::string::npos);
}

TEST_F(Fer2013Csv, AColumnOfAnyNameMayHoldThePartsAndOneCalledSplitMayNot) {
  const std::string path = folder_ / "mine.csv", rest = "," + pixels(2304, 9) + ",";
  test::write_text(path, "emotion,pixels,set\n0" + rest + "train\n1" + rest + "test\n");
  const auto data = read_face_data(path);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items[1].split, Split::kTest) << "else a test is trained on";
  test::write_text(path, "emotion,pixels,split\n0" + rest + "0\n1" + rest + "1\n");
  const auto numbered = read_face_data(path);
  ASSERT_TRUE(numbered) << numbered.error().message;
  EXPECT_EQ(numbered->items.size(), 2U) << "folds are no parts, and no damage";
}

}  // namespace
}  // namespace emo::dataset
