#include "train/face_split.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "toy_faces.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

// As the data set calls it: with the books of what was held out.
class FaceSplitTest : public testing::Test {
 protected:
  void SetUp() override {
    folder = test::scratch_folder();
    config = test::toy_face_config(folder, 10);
  }
  std::string folder;
  FaceTrainConfig config;
};

TEST_F(FaceSplitTest, HoldsOutAShareOfEveryClassWhenThereIsNoSplit) {
  test::write_text(folder + "/fer.csv", test::toy_fer_csv(30, 1, false));
  config.dev_fraction = 0.2;
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->dev.size(), 18U);
  ASSERT_EQ(data->provenance.size(), 2U);
  EXPECT_EQ(data->provenance[0].rows, 72);
  EXPECT_EQ(data->provenance[1].split, io::kHeldOutSplit);
  EXPECT_EQ(data->provenance[1].rows, 18);
  std::vector<int> per_class(3, 0);
  for (const auto& example : data->dev) ++per_class[static_cast<std::size_t>(example.labels[0].gold)];
  EXPECT_EQ(per_class, (std::vector<int>{6, 6, 6}));
  auto again_config = config;
  const auto again = load_face_dataset(again_config);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->dev[0].id, data->dev[0].id);
}

TEST_F(FaceSplitTest, ATestIsHeldOutBesideDevelopment) {
  test::write_text(folder + "/fer.csv", test::toy_fer_csv(30, 1, false));
  config.dev_fraction = 0.2;
  const auto in_two = load_face_dataset(config);
  config.test_fraction = 0.1;
  const auto in_three = load_face_dataset(config);
  ASSERT_TRUE(in_two && in_three);
  EXPECT_EQ(in_three->train.size(), 63U);
  EXPECT_EQ(in_three->test.size(), 9U);
  ASSERT_EQ(in_three->dev.size(), in_two->dev.size());
  std::set<std::string> ids;
  for (std::size_t i = 0; i < in_two->dev.size(); ++i) EXPECT_EQ(in_three->dev[i].id, in_two->dev[i].id);
  for (const auto* split : {&in_three->train, &in_three->dev, &in_three->test}) {
    for (const auto& example : *split) EXPECT_TRUE(ids.insert(example.id).second) << example.id;
  }
  EXPECT_EQ(ids.size(), 90U);
  std::vector<int> per_class(3, 0);
  for (const auto& example : in_three->test) ++per_class[static_cast<std::size_t>(example.labels[0].gold)];
  EXPECT_EQ(per_class, (std::vector<int>{3, 3, 3}));
  ASSERT_EQ(in_three->provenance.size(), 3U);
  EXPECT_EQ(in_three->provenance[0].rows, 63);
  EXPECT_EQ(in_three->provenance[2].split, io::kHeldOutTestSplit);
  EXPECT_EQ(in_three->provenance[2].rows, 9);
}

TEST_F(FaceSplitTest, ClassesOfDifferentHeadsAreHeldOutEachOnTheirOwn) {
  test::write_text(folder + "/fer.csv", test::toy_fer_csv(10, 1, false));
  test::write_text(folder + "/more.csv", test::toy_fer_csv(30, 2, false));
  test::add_second_head(config, folder + "/more.csv");
  config.dev_fraction = 0.2;
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  std::vector<std::vector<int>> per_class(2, std::vector<int>(3, 0));
  for (const auto& example : data->dev) {
    const std::size_t head = example.labels[0].gold >= 0 ? 0 : 1;
    ++per_class[head][static_cast<std::size_t>(example.labels[head].gold)];
  }
  EXPECT_EQ(per_class[0], (std::vector<int>{2, 2, 2}));
  EXPECT_EQ(per_class[1], (std::vector<int>{6, 6, 6}));
}

TEST_F(FaceSplitTest, TheLastImageOfAClassIsNotHeldOut) {
  std::istringstream all(test::toy_fer_csv(10, 1, false));
  std::string csv;
  int neutral = 0;
  for (std::string row; std::getline(all, row);) {
    if (row.rfind("6,", 0) == 0 && ++neutral > 1) continue;
    csv += row + "\n";
  }
  test::write_text(folder + "/fer.csv", csv);
  config.dev_fraction = 0.5;
  config.test_fraction = 0.5;
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  std::vector<int> learnt(3, 0);
  for (const auto& example : data->train) ++learnt[static_cast<std::size_t>(example.labels[0].gold)];
  EXPECT_EQ(learnt, (std::vector<int>{1, 1, 1}));
  EXPECT_EQ(data->dev.size(), 10U);
  EXPECT_EQ(data->test.size(), 8U);
}

TEST_F(FaceSplitTest, ATestMayBeHeldOutWhereDevelopmentIsGiven) {
  std::string csv = test::toy_fer_csv(10, 1);
  for (std::size_t at = 0; (at = csv.find("PrivateTest")) != std::string::npos;) csv.replace(at, 11, "Training");
  test::write_text(folder + "/fer.csv", csv);
  config.test_fraction = 0.12;
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->dev.size(), 3U) << "those of PublicTest";
  EXPECT_EQ(data->test.size(), 3U);
  EXPECT_EQ(data->train.size(), 24U);
}

TEST_F(FaceSplitTest, TheSplitMayStayWhileTheSeedChanges) {
  test::write_text(folder + "/fer.csv", test::toy_fer_csv(30, 1, false));
  const auto ids_of = [&](std::int64_t seed, std::int64_t split_seed) {
    config.seed = seed;
    config.split_seed = split_seed;
    const auto data = load_face_dataset(config);
    EXPECT_TRUE(data);
    std::vector<std::string> ids;
    for (const auto& example : data->dev) ids.push_back(example.id);
    return ids;
  };
  EXPECT_EQ(ids_of(2, 1), ids_of(1, 0));
  EXPECT_NE(ids_of(2, 0), ids_of(1, 0));
}

TEST_F(FaceSplitTest, CopiesStayTogether) {
  const std::string once = test::toy_fer_csv(20, 1, false);
  const std::string rows = once.substr(once.find('\n') + 1);
  test::write_text(folder + "/fer.csv", once + rows);  // every image twice
  config.dev_fraction = 0.3;
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  std::set<std::string> held;
  for (const auto& example : data->dev) {
    const auto pixels = data->images.image(example.image);
    held.emplace(pixels.begin(), pixels.end());
  }
  EXPECT_EQ(held.size() * 2, data->dev.size());
  for (const auto& example : data->train) {
    const auto pixels = data->images.image(example.image);
    EXPECT_FALSE(held.contains(std::string(pixels.begin(), pixels.end())));
  }
}

TEST_F(FaceSplitTest, TrainingCopiesOfHeldOutImagesAreDropped) {
  const std::string csv = test::toy_fer_csv(10, 1);
  std::string copied = csv;
  for (std::size_t at = csv.find("PublicTest"); at != std::string::npos; at = csv.find("PublicTest", at + 1)) {
    const std::size_t start = csv.rfind('\n', at) + 1;
    copied += csv.substr(start, at - start) + "Training\n";
  }
  test::write_text(folder + "/fer.csv", copied);
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 24U);
  EXPECT_EQ(data->dropped, 3U);
  ASSERT_EQ(data->provenance.size(), 2U);
  const auto& learnt = data->provenance[data->provenance[0].split == "train" ? 0 : 1];
  EXPECT_EQ(learnt.rows, 24) << "they are not learnt";
}

TEST_F(FaceSplitTest, WhatIsHeldOutIsNoCopyOfAGivenTest) {
  std::string csv = test::toy_fer_csv(20, 1, false);
  std::string copies;
  std::size_t start = csv.find('\n') + 1;
  for (int row = 0; row < 30; ++row) {  // half of the images, again for the test
    const std::size_t end = csv.find('\n', start);
    const std::string line = csv.substr(start, end - start);
    copies += line.substr(0, line.rfind(',')) + ",PrivateTest\n";
    start = end + 1;
  }
  test::write_text(folder + "/fer.csv", csv + copies);
  config.dev_fraction = 0.3;
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  std::set<std::string> test;
  const auto bytes_of = [&](const FaceExample& example) {
    const auto pixels = data->images.image(example.image);
    return std::string(pixels.begin(), pixels.end());
  };
  for (const auto& example : data->test) test.insert(bytes_of(example));
  EXPECT_EQ(test.size(), 30U);
  for (const auto& example : data->dev) EXPECT_FALSE(test.contains(bytes_of(example)));
  EXPECT_EQ(data->train.size() + data->dev.size(), 30U);
}

TEST_F(FaceSplitTest, NearCopiesAcrossGivenSplitsAreCounted) {
  const auto apart = load_face_dataset(config);
  ASSERT_TRUE(apart) << apart.error().message;
  // Every development image again for training, a little brighter.
  std::string csv = test::toy_fer_csv(10, 1);
  std::string added;
  for (std::size_t at = csv.find("PublicTest"); at != std::string::npos; at = csv.find("PublicTest", at + 1)) {
    const std::size_t start = csv.rfind('\n', at) + 1;
    std::istringstream row(csv.substr(start, at - start));
    std::string label, pixel;
    std::getline(row, label, ',');
    added += label + ",";
    while (row >> pixel) {
      if (pixel != ",") added += std::to_string(std::min(255, std::stoi(pixel) + 3)) + " ";
    }
    added.back() = ',';
    added += "Training\n";
  }
  test::write_text(folder + "/fer.csv", csv + added);
  const auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 27U) << "they are told, not taken out";
  EXPECT_EQ(data->judged_near_copies, apart->judged_near_copies + 3);
}

}  // namespace
}  // namespace emo::train
