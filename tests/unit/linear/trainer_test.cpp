#include "linear/trainer.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "core/random.hpp"

namespace emo::linear {
namespace {

io::Row row(std::uint64_t number, std::string text, std::vector<std::string> labels) {
  io::Row r;
  r.number = number;
  r.id = std::to_string(number);
  r.text = std::move(text);
  r.labels = std::move(labels);
  return r;
}

/// Sentences whose words decide their class.
std::vector<io::Row> toy_rows(std::size_t count, std::uint64_t seed) {
  constexpr std::array<const char*, 3> kHappy{"sunny", "delight", "hooray"};
  constexpr std::array<const char*, 3> kSad{"tears", "lonely", "grieve"};
  core::Random random(seed);
  std::vector<io::Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const bool happy = random.below(2) == 0;
    const std::string word = (happy ? kHappy : kSad)[random.below(3)];
    rows.push_back(
        row(i + 1, "today item " + std::to_string(random.below(50)) + " " + word, {happy ? "joy" : "sadness"}));
  }
  return rows;
}

TrainOptions small_run() {
  TrainOptions options;
  options.features.hash_bits = 14;
  return options;
}

TEST(Train, LearnsWordsThatDecide) {
  const auto model = train(toy_rows(300, 1), toy_rows(100, 2), small_run());
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->parameters().labels, (std::vector<std::string>{"joy", "sadness"}));
  EXPECT_EQ(model->parameters().activation, core::HeadActivation::kSoftmax);
  const auto scores = model->predict("hooray, what a delight");
  ASSERT_TRUE(scores);
  EXPECT_GT((*scores)[0], 0.8F);
}

TEST(Train, SameSeedSameWeights) {
  const auto rows = toy_rows(100, 3);
  const auto first = train(rows, {}, small_run());
  const auto second = train(rows, {}, small_run());
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->parameters().weights, second->parameters().weights);
}

TEST(Train, SeveralLabelsMakeASigmoidWithThresholds) {
  auto rows = toy_rows(300, 4);
  for (std::size_t i = 0; i < rows.size(); i += 3) {
    rows[i].text += " wow";
    rows[i].labels.emplace_back("surprise");
  }
  const auto model = train(rows, rows, small_run());
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->parameters().activation, core::HeadActivation::kSigmoid);
  ASSERT_EQ(model->parameters().thresholds.size(), 3U);
  const auto scores = model->predict("lonely wow");
  ASSERT_TRUE(scores);
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_EQ(static_cast<double>((*scores)[k]) > model->parameters().thresholds[k], k != 0) << k;
  }
}

TEST(Train, SoftmaxTakesSeveralLabelsAsAUniformTarget) {
  std::vector<io::Row> rows;
  for (std::uint64_t i = 0; i < 200; ++i) rows.push_back(row(i + 1, "bittersweet", {"joy", "sadness"}));
  TrainOptions options = small_run();
  options.activation = core::HeadActivation::kSoftmax;
  options.labels = {"anger", "joy", "sadness"};
  const auto model = train(rows, {}, options);
  ASSERT_TRUE(model) << model.error().message;
  const auto scores = model->predict("bittersweet");
  ASSERT_TRUE(scores);
  EXPECT_NEAR((*scores)[1], 0.5, 0.05);
  EXPECT_NEAR((*scores)[2], 0.5, 0.05);
}

TEST(Train, ReportsEachEpochAndStopsWhenDevGetsWorse) {
  TrainOptions options = small_run();
  options.epochs = 50;
  std::vector<EpochReport> reports;
  options.progress = [&](const EpochReport& report) { reports.push_back(report); };
  auto dev = toy_rows(60, 6);
  for (std::size_t i = 0; i < dev.size(); i += 4) dev[i].labels = {dev[i].labels[0] == "joy" ? "sadness" : "joy"};
  ASSERT_TRUE(train(toy_rows(200, 5), dev, options));
  ASSERT_FALSE(reports.empty());
  EXPECT_LT(reports.size(), 50U) << "a quarter of the dev labels is wrong: certainty soon costs";
  EXPECT_EQ(reports.front().epoch, 1);
}

TEST(Train, ErrorsNameTheirRow) {
  EXPECT_EQ(train({}, {}, small_run()).error().code, ErrorCode::kInvalidData);
  auto rows = toy_rows(10, 7);
  rows[4].text = "\xFF";
  EXPECT_NE(train(rows, {}, small_run()).error().message.find("row 5"), std::string::npos);
  rows = toy_rows(10, 7);
  TrainOptions options = small_run();
  options.labels = {"joy"};
  EXPECT_NE(train(rows, {}, options).error().message.find("'sadness'"), std::string::npos);
  options = small_run();
  options.epochs = 0;
  EXPECT_EQ(train(rows, {}, options).error().code, ErrorCode::kUsage);
  options = small_run();
  options.features.hash_bits = 60;
  EXPECT_EQ(train(rows, {}, options).error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace emo::linear
