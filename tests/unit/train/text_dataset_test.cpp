#include "train/text_dataset.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/labels.hpp"
#include "text_dataset_test.hpp"

namespace emo::train {
namespace {

TEST_F(TextDatasetTest, TargetsFollowTheTaxonomies) {
  auto config = config_for({head("basic", "basic7"), head("sentiment", "polarity3"),
                            head("fine", "goemotions28", core::HeadActivation::kSigmoid)},
                           R"({"text":"a","labels":["Happiness"]}
{"text":"b","labels":["joy","anger"]}
{"text":"c","labels":["curiosity"]}
{"text":"d","labels":[]}
{"text":"e","labels":["no such label"]}
)",
                           kDev);
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->train.size(), 4U);
  EXPECT_EQ(data->dropped, 1U) << "row e teaches nothing";
  const auto joy = static_cast<std::size_t>(core::Basic::kJoy);
  const auto anger = static_cast<std::size_t>(core::Basic::kAnger);
  EXPECT_EQ(data->train[0].targets[0][joy], 1.0F) << "synonyms count";
  EXPECT_EQ(data->train[0].targets[1][static_cast<std::size_t>(core::Polarity::kPositive)], 1.0F);
  EXPECT_EQ(data->train[1].targets[0][joy], 0.5F) << "several labels share a distribution";
  EXPECT_EQ(data->train[1].targets[0][anger], 0.5F);
  float sum = 0;
  for (const float value : data->train[1].targets[2]) sum += value;
  EXPECT_EQ(sum, 2.0F) << "and are all on for a sigmoid head";
  EXPECT_TRUE(data->train[2].targets[1].empty()) << "curiosity has no polarity";
  EXPECT_FALSE(data->train[2].targets[2].empty());
  EXPECT_TRUE(data->train[3].targets[0].empty()) << "no label: not one of the seven";
  EXPECT_EQ(data->train[3].targets[2], std::vector<float>(core::kFineCount, 0.0F)) << "but none of the 28";
}

TEST_F(TextDatasetTest, RowsWithoutLabelsAreForTeachersAlone) {
  auto config = config_for({head("basic", "basic7")}, R"({"text":"a","labels":["joy"]})", kDev);
  SourcePlan plain;
  plain.train = folder + "/lines.txt";
  plain.labelled = false;
  test::write_text(plain.train, "one line\nanother\n");
  config.sources.push_back(plain);
  const auto refused = load(config);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("lines.txt is not labelled"), std::string::npos) << refused.error().message;
  EXPECT_NE(refused.error().message.find("--teacher"), std::string::npos) << refused.error().message;

  config.teachers = {"asked later"};
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->train.size(), 3U);
  EXPECT_EQ(data->dev.size(), 1U) << "no such row is held out";
  EXPECT_EQ(data->train[1].text, "one line");
  for (const std::size_t row : {1U, 2U}) EXPECT_TRUE(data->train[row].targets[0].empty());
  EXPECT_EQ(data->provenance.back().split, "train, without labels");
  EXPECT_EQ(data->provenance.back().rows, 2);
}

TEST_F(TextDatasetTest, MapsRenameAndDropLabels) {
  auto config = config_for({head("basic", "basic7")},
                           R"({"text":"a","labels":["lol"]}
{"text":"b","labels":["meh"]}
)",
                           kDev);
  config.sources[0].map = {{"lol", "joy"}, {"meh", std::nullopt}, {"mehh", "anger"}};
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->train.size(), 1U);
  EXPECT_EQ(data->train[0].text, "a");
  const std::string unused = "source 'own': no row has the label that its map names: 'mehh'";
  EXPECT_EQ(std::count(data->told.begin(), data->told.end(), unused), 1) << "most likely misspelt";
}

TEST_F(TextDatasetTest, AnUnknownLabelOfACustomHeadNamesFileAndLine) {
  auto config = config_for({head("own", "custom")},
                           R"({"text":"a","labels":["x"]}

{"text":"b","labels":["z"]}
)",
                           R"({"text":"c","labels":["x"]})");
  config.heads[0].labels = {"x", "y"};
  const auto data = load(config);
  ASSERT_FALSE(data);
  EXPECT_EQ(data.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(data.error().message.find(folder + "/train.jsonl:3: label 'z'"), std::string::npos) << data.error().message;
}

TEST_F(TextDatasetTest, RowsThatCannotBeReadAreLeftOut) {
  auto config = config_for({head("basic", "basic7")}, R"({"text":"a","labels":["joy"]}
not json
)",
                           kDev);
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 1U);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("train.jsonl:2"), std::string::npos) << data->rejected[0].message;
}

TEST_F(TextDatasetTest, ColumnsCanBeNamedAndAMissingOneIsAnError) {
  auto config = config_for({head("basic", "basic7")}, "", kDev);
  config.sources[0].train = folder + "/train.csv";
  test::write_text(config.sources[0].train, "body,feeling\nhello,joy\n");
  const auto missing = load(config);
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("'text'"), std::string::npos) << missing.error().message;
  config.sources[0].text_column = "body";
  const auto unlabelled = load(config);
  ASSERT_FALSE(unlabelled);
  EXPECT_NE(unlabelled.error().message.find("'labels'"), std::string::npos) << unlabelled.error().message;

  config.sources[0].label_column = "feeling";
  config.sources[0].dev.clear();
  config.dev_fraction = 0.5;
  std::string rows = "body,feeling\n";
  for (int i = 0; i < 40; ++i) rows += "hello " + std::to_string(i) + ",joy\n";
  test::write_text(config.sources[0].train, rows);
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size() + data->dev.size(), 40U);
}

TEST_F(TextDatasetTest, ABlankLabelDoesNotMakeASigmoidHead) {
  auto config = config_for_csv("a,joy\nb,\nc,fear\nd,  \n", "joy");
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(config.heads[0].activation, core::HeadActivation::kSoftmax);
  EXPECT_EQ(data->train.size(), 2U);
  EXPECT_EQ(data->dropped, 2U);
  ASSERT_EQ(data->told.size(), 2U);
  EXPECT_EQ(data->told[1], "2 rows without a label left out, the first: " + config.sources[0].train + ":3");
}

TEST_F(TextDatasetTest, OtherSpellingsOfALabelAreToldInOneLine) {
  auto config = config_for_csv("a,joy\nb,fear\nc,Joy\ne,joy\n", "JOY");
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(config.heads[0].labels, (std::vector<std::string>{"fear", "joy"}));
  ASSERT_EQ(data->train.size(), 4U);
  EXPECT_EQ(data->train[2].targets[0], (std::vector<float>{0, 1}));
  ASSERT_EQ(data->told.size(), 2U);
  EXPECT_EQ(data->told[1], "head 'own': one label where case or blanks alone differ: 'JOY' = 'joy', 'Joy' = 'joy'");
}

TEST_F(TextDatasetTest, ClassesThatAreNoNamesAreTold) {
  const auto tells = [&](const std::string& rows, const std::string& dev, const std::string& words) {
    auto config = config_for_csv(rows, dev);
    const auto data = load(config);
    EXPECT_TRUE(data) << data.error().message;
    return std::any_of(data->told.begin(), data->told.end(),
                       [&](const std::string& line) { return line.find(words) != std::string::npos; });
  };
  EXPECT_TRUE(tells("a,0\nb,1\nc,0\n", "1", "classes are numbers; --map FILE"));
  EXPECT_FALSE(tells("a,joy\nb,fear\nc,1\n", "joy", "classes are numbers"));
  EXPECT_TRUE(tells("a,joy\nb,fear\nc,joy;fear\n", "joy", "'joy;fear' is a class of its own"));
  EXPECT_FALSE(tells("a,joy\nb,fear\nc,joy;rage\n", "joy", "is a class of its own"));
}

TEST_F(TextDatasetTest, AMissingFileIsNamed) {
  auto config = config_for({head("own", "custom")}, "", "");
  config.sources[0].train = folder + "/none.jsonl";
  const auto outcome = load(config);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::kNotFound);
  EXPECT_NE(outcome.error().message.find("none.jsonl"), std::string::npos);
}

TEST_F(TextDatasetTest, ProvenanceNamesEverySplitWithLicenceRowsAndHash) {
  auto config = config_for({head("basic", "basic7")}, R"({"text":"a","labels":["joy"]})", kDev);
  const auto first = load(config);
  ASSERT_TRUE(first);
  ASSERT_EQ(first->provenance.size(), 2U);
  EXPECT_EQ(first->provenance[0].name, "own");
  EXPECT_EQ(first->provenance[0].licence, "CC0");
  EXPECT_EQ(first->provenance[0].split, "train");
  EXPECT_EQ(first->provenance[0].rows, 1);
  EXPECT_EQ(first->provenance[0].sha256.size(), 64U);
  EXPECT_EQ(first->provenance[1].split, "dev");
  test::write_text(config.sources[0].train, R"({"text":"a","labels":["anger"]})");
  const auto second = load(config);
  ASSERT_TRUE(second);
  EXPECT_NE(first->provenance[0].sha256, second->provenance[0].sha256) << "labels count";
}

TEST_F(TextDatasetTest, ProvenanceCountsTheRowsThatAreLearntOrJudge) {
  auto config = config_for({head("basic", "basic7")}, R"({"text":"dev","labels":["joy"]}
{"text":"a","labels":["joy"]}
{"text":"b","labels":["nothing known"]}
{"text":"c","labels":["anger"]}
)",
                           kDev + R"(
{"text":"d","labels":["nothing known"]})");
  config.sources.push_back(config.sources[0]);
  config.sources[1].hold_out = false;
  config.sources[1].dev.clear();
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 4U);
  ASSERT_EQ(data->provenance.size(), 3U);
  EXPECT_EQ(data->provenance[0].rows, 2) << "without the copy of a development row and the one that teaches nothing";
  EXPECT_EQ(data->provenance[1].split, "dev");
  EXPECT_EQ(data->provenance[1].rows, 1);
  EXPECT_EQ(data->provenance[2].rows, 2);
}

}  // namespace
}  // namespace emo::train
