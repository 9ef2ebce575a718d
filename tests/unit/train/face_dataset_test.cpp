#include "train/face_dataset.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <utility>

#include "toy_faces.hpp"
#include "toy_run.hpp"
#include "vision/encode.hpp"

namespace emo::train {
namespace {

class FaceDatasetTest : public testing::Test {
 protected:
  void SetUp() override {
    folder = test::scratch_folder();
    config = test::toy_face_config(folder, 10);
  }
  // A picture of its own for each `shade`, in a folder under `folder`/own.
  void draw(const std::string& subfolder, const std::string& name, unsigned shade) const {
    std::filesystem::create_directories(folder + "/own/" + subfolder);
    vision::Image image(16, 16, 1);
    for (std::size_t p = 0; p < image.pixels.size(); ++p) {
      image.pixels[p] = static_cast<std::uint8_t>((p * (31U + shade)) % 251);
    }
    ASSERT_TRUE(vision::write_image_file(folder + "/own/" + subfolder + "/" + name, image));
  }
  std::string folder;
  FaceTrainConfig config;
};

TEST_F(FaceDatasetTest, TakesSplitsAndClassesFromTheData) {
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 24U);
  EXPECT_EQ(data->dev.size(), 3U);
  EXPECT_EQ(data->test.size(), 3U);
  ASSERT_EQ(config.heads.size(), 1U);
  EXPECT_EQ(config.heads[0].labels, (std::vector<std::string>{"angry", "happy", "neutral"}));
  EXPECT_EQ(data->images.count(), 30U);
  EXPECT_EQ(data->images.bytes_per_image(), 256U);
  EXPECT_EQ(data->train[1].labels[0].gold, 1);
  EXPECT_EQ(data->train[1].labels[0].target, (std::vector<float>{0, 1, 0}));
  ASSERT_EQ(data->provenance.size(), 2U) << "train and dev, not test";
  EXPECT_EQ(data->provenance[0].name, "toy");
  EXPECT_EQ(data->provenance[0].sha256.size(), 64U);
}

TEST_F(FaceDatasetTest, TheInputMayGrowToLargerPictures) {
  config.grow_input_to = 32;  // pictures of 48, a network of 16
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->images.bytes_per_image(), 32U * 32U);
  EXPECT_EQ(config.architecture.width, 32);
}

TEST_F(FaceDatasetTest, HeadsOfTheConfigReadSynonyms) {
  HeadPlan head;
  head.name = "mine";
  head.labels = {"neutral", "happiness", "anger"};
  config.heads = {head};
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train[0].labels[0].gold, 2);
  EXPECT_EQ(data->train[2].labels[0].gold, 0);
}

TEST_F(FaceDatasetTest, AHeadTakesItsClassesFromAllItsSources) {
  for (unsigned i = 0; i < 6; ++i) {
    draw("happiness", std::to_string(i) + ".png", i);
    draw("fear", std::to_string(i) + ".png", 20 + i);
  }
  config.sources.push_back({});
  config.sources.back().path = folder + "/own";
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(config.heads[0].labels, (std::vector<std::string>{"angry", "happy", "neutral", "fear"}))
      << "happiness is happy";
  EXPECT_EQ(data->provenance.back().name, "own") << "no path of this machine";
}

TEST_F(FaceDatasetTest, LabelsThatNoHeadHasAreTold) {
  HeadPlan head;
  head.name = "mine";
  head.labels = {"neutral", "happiness"};
  config.heads = {head};
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(std::count(data->told.begin(), data->told.end(), "10 images of 'angry' left out: no head has such a class"),
            1);
}

TEST_F(FaceDatasetTest, FacesThatVotesLeaveOutAreNotToldAsOfAnUnknownClass) {
  std::string votes = "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";
  for (int i = 0; i < 30; ++i) {
    const char* usage = i / 3 < 8 ? "Training" : (i / 3 == 8 ? "PublicTest" : "PrivateTest");
    const std::vector<std::string> raters{"0,0,0,0,10", "0,10,0,0,0", "10,0,0,0,0"};
    votes += std::string(usage) + ",fer" + std::to_string(i) + ".png," +
             (i == 0 ? "0,0,0,0,0,0,0,0,0,10" : raters[static_cast<std::size_t>(i % 3)] + ",0,0,0,0,0") + "\n";
  }
  test::write_text(folder + "/fer2013new.csv", votes);
  HeadPlan head;
  head.name = "mine";
  head.labels = {"neutral", "happiness", "anger"};
  config.heads = {head};
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 23U);
  ASSERT_EQ(data->told.size(), 1U);
  EXPECT_EQ(data->told[0], "1 image left out: by their votes no face, or of no class of a head");
}

TEST_F(FaceDatasetTest, AHeadOfTheBasicClassesHasTheirLabels) {
  HeadPlan head;
  head.name = "basic";
  head.taxonomy = "basic7";
  config.heads = {head};
  const auto refused = load_face_dataset(config);
  ASSERT_FALSE(refused) << "angry, happy and neutral are three of the seven";
  EXPECT_EQ(config.heads[0].labels, taxonomy_labels("basic7"));
  EXPECT_NE(refused.error().message.find("head 'basic': no training image of class 'disgust'"), std::string::npos)
      << refused.error().message;
}

TEST_F(FaceDatasetTest, ClassesThatDifferByCaseAloneAreOne) {
  unsigned shade = 0;
  for (const auto& [name, count] : {std::pair{"train/calm", 6}, std::pair{"train/Calm", 2}, std::pair{"train/wild", 6},
                                    std::pair{"val/CALM", 2}, std::pair{"val/wild", 2}}) {
    for (int i = 0; i < count; ++i) draw(name, std::to_string(i) + ".png", shade++);
  }
  config.sources[0].path = folder + "/own";
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(config.heads[0].labels, (std::vector<std::string>{"calm", "wild"}));
  EXPECT_EQ(data->train.size(), 14U);
  EXPECT_EQ(data->dev.size(), 4U);
  ASSERT_EQ(data->told.size(), 1U);
  EXPECT_NE(data->told[0].find("'CALM' = 'calm', 'Calm' = 'calm'"), std::string::npos) << data->told[0];
}

TEST_F(FaceDatasetTest, ATabAroundAClassIsABlank) {
  unsigned shade = 0;
  for (const char* name : {"train/calm", "train/calm\t", "train/wild", "val/calm", "val/wild"})
    draw(name, "a.png", shade++);
  config.sources[0].path = folder + "/own";
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(config.heads[0].labels, (std::vector<std::string>{"calm", "wild"}));
  EXPECT_EQ(data->train.size(), 3U);
}

TEST_F(FaceDatasetTest, AHeadThatNoDevelopmentImageJudgesIsTold) {
  test::write_text(folder + "/more.csv", test::toy_fer_csv(10, 2, false));
  test::add_second_head(config, folder + "/more.csv");
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->told.size(), 1U);
  EXPECT_NE(data->told[0].find("head 'second': no development image"), std::string::npos) << data->told[0];
}

// The only image of a class may be a copy of another's, which decides where it goes.
TEST_F(FaceDatasetTest, AClassWhoseImagesAreAllJudgedSaysWhereTheyAre) {
  const auto error_with = [&](const std::string& csv, const std::string& copied_split) {
    std::istringstream all(csv);
    std::string kept, copy;
    for (std::string row; std::getline(all, row);) {
      if (row.rfind("6,", 0) == 0) continue;
      kept += row + "\n";
      const std::size_t end = row.rfind(',');
      if (row.substr(end + 1) == copied_split) copy = "6" + row.substr(1, end) + "Training\n";
    }
    test::write_text(folder + "/fer.csv", kept + copy);
    auto fresh = config;
    const auto data = load_face_dataset(fresh);
    return data ? std::string() : data.error().message;
  };
  const std::string dropped = error_with(test::toy_fer_csv(10, 1), "PublicTest");
  EXPECT_NE(dropped.find("no training image of class 'neutral'; of it, 1 left out because the same image is there for "
                         "development or test"),
            std::string::npos)
      << dropped;
  config.dev_fraction = 0.5;
  std::string held_out;
  for (config.split_seed = 1; config.split_seed < 20 && held_out.empty(); ++config.split_seed) {
    held_out = error_with(test::toy_fer_csv(10, 1, false), "Training");
  }
  EXPECT_NE(held_out.find("of it, 1 for development or test"), std::string::npos) << held_out;
}

TEST_F(FaceDatasetTest, TwoSourcesOfOneNameHaveEachTheirOwnRows) {
  test::write_text(folder + "/fer.csv", test::toy_fer_csv(30, 1, false));
  test::write_text(folder + "/more.csv", test::toy_fer_csv(10, 2, false));
  config.sources.push_back(config.sources[0]);
  config.sources[1].path = folder + "/more.csv";
  config.dev_fraction = 0.2;
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->provenance.size(), 4U);
  EXPECT_EQ(data->provenance[0].rows + data->provenance[2].rows, 90);
  EXPECT_EQ(data->provenance[1].rows + data->provenance[3].rows, 30);
}

TEST_F(FaceDatasetTest, ASecondTestIsRefused) {
  config.test_fraction = 0.1;
  const auto data = load_face_dataset(config);
  ASSERT_FALSE(data);
  EXPECT_EQ(data.error().code, ErrorCode::kUsage);
  EXPECT_NE(data.error().message.find("a test split"), std::string::npos) << data.error().message;
}

TEST_F(FaceDatasetTest, TheFirstHeadNeedsDevelopmentImages) {
  test::write_text(folder + "/other.csv", test::toy_fer_csv(10, 2, false));
  test::add_second_head(config, config.sources[0].path);
  config.sources[0].path = folder + "/other.csv";
  const auto data = load_face_dataset(config);
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("no development image has a label of head 'first'"), std::string::npos)
      << data.error().message;
}

TEST_F(FaceDatasetTest, ClassesHaveNamesThatCanBeShown) {
  const vision::Image grey(12, 12, 1);
  for (const auto& [name, why] :
       {std::pair{"\xe4rger", "is not valid UTF-8"}, {"sad\x1b[2J", "control characters"}, {" ", "blanks alone"}}) {
    const std::string faces = folder + "/faces of " + why;
    for (const std::string& label : {std::string("fine"), std::string(name)}) {
      std::filesystem::create_directories(faces + "/" + label);
      test::write_text(faces + "/" + label + "/a.png", *vision::encode_png(grey));
    }
    config.sources[0].path = faces;
    const auto data = load_face_dataset(config);
    ASSERT_FALSE(data);
    EXPECT_NE(data.error().message.find(why), std::string::npos) << data.error().message;
  }
}

TEST_F(FaceDatasetTest, BadRowsAreLeftOutWithTheirPlace) {
  test::write_text(folder + "/fer.csv", test::toy_fer_csv(10, 1) + "3,1 2 3,Training\n9," + "0 0,Training\n");
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->rejected.size(), 2U);
  EXPECT_NE(data->rejected[0].message.find("fer.csv:32"), std::string::npos) << data->rejected[0].message;
}

TEST_F(FaceDatasetTest, AClassWithoutATrainingImageIsLeftOut) {
  std::string csv = test::toy_fer_csv(10, 1);
  const std::string code = "\n6,";  // neutral: its training rows become those of anger
  for (std::size_t at = 0; (at = csv.find(code, at)) != std::string::npos; ++at) {
    const std::size_t end = csv.find('\n', at + 1);
    if (csv.compare(end - 8, 8, "Training") == 0) csv[at + 1] = '0';
  }
  test::write_text(folder + "/fer.csv", csv);
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(config.heads[0].labels, (std::vector<std::string>{"angry", "happy"}));
  EXPECT_EQ(data->train.size(), 24U);
  EXPECT_EQ(data->dev.size(), 2U);
  EXPECT_EQ(data->dropped, 2U) << "the development and the test image of that class";
  ASSERT_EQ(data->classes_left_out.size(), 1U);
  EXPECT_NE(data->classes_left_out[0].find("'neutral'"), std::string::npos) << data->classes_left_out[0];
  EXPECT_NE(data->classes_left_out[0].find("of it, 2 "), std::string::npos) << data->classes_left_out[0];
}

TEST_F(FaceDatasetTest, OneClassOnlyAndAnEmptyClassAreErrors) {
  auto one = config;
  std::string csv = "emotion,pixels,Usage\n";
  const std::string all = test::toy_fer_csv(10, 1);
  for (std::size_t at = 0; (at = all.find("\n3,", at)) != std::string::npos; ++at) {
    csv += all.substr(at + 1, all.find('\n', at + 1) - at);
  }
  test::write_text(folder + "/fer.csv", csv + "0,1 2 3,Training\n");
  const auto refused = load_face_dataset(one);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("1 of the data cannot be used, the first: "), std::string::npos)
      << refused.error().message;
  EXPECT_NE(refused.error().message.find("one: 'happy'"), std::string::npos) << refused.error().message;
  HeadPlan head;
  head.name = "mine";
  head.labels = {"happiness", "fear"};
  config.heads = {head};
  const auto empty = load_face_dataset(config);
  ASSERT_FALSE(empty);
  EXPECT_NE(empty.error().message.find("no training image of class 'fear'"), std::string::npos)
      << empty.error().message;
}

}  // namespace
}  // namespace emo::train
