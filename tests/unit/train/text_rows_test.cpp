#include "train/text_rows.hpp"

#include <gtest/gtest.h>

#include <array>

#include "toy_run.hpp"

namespace emo::train {
namespace {

class TextRowsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder = test::scratch_folder();
    config.sources.emplace_back();
    source().train = folder + "/train.csv";
  }
  SourcePlan& source() { return config.sources[0]; }
  std::string folder;
  TextTrainConfig config;
};

TEST_F(TextRowsTest, DamagedRowsAreLeftOutWithTheirPlace) {
  test::write_text(source().train,
                   "text,labels\nfine,joy\nbroken \xff here,joy\nlabel,\xff\ntoo,many,fields\ngood,fear\n\"open,joy\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->sources.size(), 1U);
  const auto& train = rows->sources[0].train;
  ASSERT_EQ(train.rows.size(), 2U);
  EXPECT_EQ(train.rows[1].text, "good");
  EXPECT_EQ(place_of(train, train.rows[1]), source().train + ":6");
  ASSERT_EQ(rows->rejected.size(), 4U);
  const std::array<int, 4> lines{3, 4, 5, 7};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& message = rows->rejected[i].message;
    EXPECT_EQ(message.find(source().train + ":" + std::to_string(lines[i]) + ": "), 0U) << message;
  }
}

TEST_F(TextRowsTest, ALabelOfBlanksIsNoEmptyListOfLabels) {
  source().train = folder + "/blank.jsonl";
  test::write_text(
      source().train,
      "{\"text\":\"a\",\"labels\":[\" \"]}\n{\"text\":\"b\",\"labels\":[]}\n{\"text\":\"c\",\"labels\":[\"joy\"]}\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  const auto& train = rows->sources[0].train.rows;
  ASSERT_EQ(train.size(), 3U);
  EXPECT_FALSE(train[0].labels_listed) << "nothing is known of it";
  EXPECT_TRUE(train[1].labels_listed) << "none of the labels applies";
}

TEST_F(TextRowsTest, LabelsThatSteerATerminalAreDamage) {
  test::write_text(source().train, "text,labels\nfine,joy\nred,an\x1b[31mger\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->sources[0].train.rows.size(), 1U);
  ASSERT_EQ(rows->rejected.size(), 1U);
  EXPECT_EQ(rows->rejected[0].message,
            source().train + ":3: its label is 'an\\x1b[31mger', expected no control characters");
}

TEST_F(TextRowsTest, TabsAndLineEndsAroundALabelAreBlanks) {
  test::write_text(source().train, "text,labels\nfine,joy\t\nred,\"anger\r\n\"\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->sources[0].train.rows.size(), 2U);
  EXPECT_TRUE(rows->rejected.empty());
}

TEST_F(TextRowsTest, ATestNeedsNoLabels) {
  test::write_text(source().train, "text,labels\nfine,joy\n");
  source().test = folder + "/test.csv";
  test::write_text(source().test, "id,text\n7,never seen\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->sources[0].test.rows.size(), 1U);
  EXPECT_EQ(rows->sources[0].test.rows[0].text, "never seen");
}

TEST_F(TextRowsTest, ATestKeepsItsTextsWhateverItsLabels) {
  test::write_text(source().train, "text,labels\nfine,joy\n");
  source().test = folder + "/test.csv";
  test::write_text(source().test, "text,labels\nnever seen,jo\a\nnor this,\xff\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->sources[0].test.rows.size(), 2U) << "what is left out of it would be learnt";
}

TEST_F(TextRowsTest, ATestOfLinesIsCutAtItsLabels) {
  source().train = folder + "/train.txt";
  source().test = folder + "/test.txt";
  test::write_text(source().train, "fine;joy\n");
  test::write_text(source().test, "never seen;fear\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->sources[0].test.rows.size(), 1U);
  EXPECT_EQ(rows->sources[0].test.rows[0].text, "never seen");
}

TEST_F(TextRowsTest, AFileOfDamageAloneIsAnErrorWithTheFirst) {
  source().train = folder + "/train.jsonl";
  test::write_text(source().train, R"({"text":"a","mood":"joy"}
{"text":"b","mood":"fear"}
)");
  const auto rows = read_text_rows(config);
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(rows.error().message.find("none of its rows (2) can be read, the first: " + source().train + ":1: "),
            std::string::npos)
      << rows.error().message;
  EXPECT_NE(rows.error().message.find("--label-column"), std::string::npos) << rows.error().message;
}

TEST_F(TextRowsTest, AMissingColumnOrFileIsAnError) {
  test::write_text(source().train, "body,labels\nfine,joy\n");
  const auto column = read_text_rows(config);
  ASSERT_FALSE(column);
  EXPECT_NE(column.error().message.find("has no column 'text'"), std::string::npos) << column.error().message;
  source().train = folder + "/none.csv";
  const auto missing = read_text_rows(config);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

TEST_F(TextRowsTest, AColumnOfPartsKeepsTheTestOutOfTraining) {
  test::write_text(source().train, "text,labels,set\na,joy,train\nb,fear,test\nc,joy,dev\nd,fear,train\n ,joy,train\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  const auto& parts = rows->sources[0];
  ASSERT_EQ(parts.train.rows.size(), 2U);
  ASSERT_EQ(parts.dev.rows.size(), 1U);
  ASSERT_EQ(parts.test.rows.size(), 1U);
  EXPECT_EQ(parts.train.rows[1].text, "d");
  EXPECT_EQ(parts.test.rows[0].text, "b");
  EXPECT_EQ(place_of(parts.dev, parts.dev.rows[0]), source().train + ":4");
  ASSERT_EQ(rows->told.size(), 2U);
  EXPECT_NE(
      rows->told[0].find("the column 'set' says what each row is for: 2 to learn, 1 for development, 1 of a test"),
      std::string::npos)
      << rows->told[0];
  EXPECT_EQ(rows->told[1], "1 row without a text left out, the first: " + source().train + ":6");
}

TEST_F(TextRowsTest, FilesForThePartsCountMoreThanAColumn) {
  source().dev = folder + "/dev.csv";
  test::write_text(source().train, "text,labels,set\na,joy,train\nb,fear,test\n");
  test::write_text(source().dev, "text,labels\nc,joy\n");
  const auto rows = read_text_rows(config);
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->sources[0].train.rows.size(), 2U);
  EXPECT_EQ(rows->sources[0].dev.rows.size(), 1U);
}

}  // namespace
}  // namespace emo::train
