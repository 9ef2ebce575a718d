#include "doctor/text_data.hpp"

#include <gtest/gtest.h>

#include "sample_data.hpp"

namespace emo::doctor {
namespace {

using test::find;

TEST(TextFiles, SplitsOfAFolderTrainingFirst) {
  const test::Folder folder;
  folder.write("test.jsonl", "");
  folder.write("Validation.csv", "");
  folder.write("train.tsv", "");
  folder.write("labels.txt", "");
  folder.write("notes.jsonl", "");
  const auto files = text_files(folder.path());
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(*files, (std::vector<std::string>{folder / "train.tsv", folder / "Validation.csv", folder / "test.jsonl"}));
  folder.write("dev.jsonl", "");
  EXPECT_EQ(text_files(folder.path()).error().code, ErrorCode::kInvalidData);
}

TEST(TextFiles, LinesWithLabelsCountLinesWithoutDoNot) {
  const test::Folder folder;
  folder.write("train.txt", "i feel fine;joy\ni do not;sadness\nno label\n");
  folder.write("test.txt", "pictures/1.jpg 3\n");
  const auto files = text_files(folder.path());
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(*files, std::vector<std::string>{folder / "train.txt"});
  Examination examination;
  const auto data = read_text_data(*files, {}, examination);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(examination.labels, (std::vector<std::string>{"joy", "sadness"}));
  ASSERT_EQ(data->rows.size(), 2U);
  EXPECT_EQ(data->rows[0].text, "i feel fine");
  EXPECT_NE(find(examination, "damaged_rows"), nullptr);
}

TEST(TextFiles, OneFileOfLinesWithLabelsMayHaveAnyName) {
  const test::Folder folder;
  folder.write("tweets.txt", "i feel fine;joy\ni do not;sadness\n");
  folder.write("prose.txt", "she came; he left\nnothing more was said\nthe door closed\n");
  for (const auto& [name, labels] : {std::pair{"tweets.txt", 2U}, {"prose.txt", 0U}}) {
    Examination examination;
    ASSERT_TRUE(read_text_data({folder / name}, {}, examination)) << name;
    EXPECT_EQ(examination.labels.size(), labels) << name;
  }
}

TEST(TextFiles, NothingThere) {
  const test::Folder folder;
  EXPECT_EQ(text_files(folder.path()).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(text_files(folder / "absent").error().code, ErrorCode::kNotFound);
}

TEST(ReadTextData, DamageIsNotedAndTheRestRead) {
  const test::Folder folder;
  folder.write("train.jsonl",
               "{\"text\":\"good\",\"labels\":[\"joy\",\"joy\",\"anger\"]}\n"
               "{\"text\":\n"
               "{\"text\":\"  \",\"labels\":[\"joy\"]}\n"
               "{\"text\":\"fine\",\"labels\":[]}\n");
  folder.write("test.csv",
               "text,labels\nb\xC3"
               "ad,joy\nokay,fear\n");
  Examination examination;
  const auto data = read_text_data({folder / "train.jsonl", folder / "test.csv"}, {}, examination);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->rows.size(), 3U);
  EXPECT_EQ(data->view.labels, (std::vector<std::string>{"anger", "fear", "joy"}));
  EXPECT_EQ(data->view.items[0].labels, (std::vector<std::uint32_t>{0, 2})) << "a label given twice counts once";
  EXPECT_EQ(data->view.items[1].row, 4U);
  EXPECT_EQ(data->view.place(2).file, "test.csv");
  EXPECT_EQ(examination.splits[0].rows, 4U);
  EXPECT_EQ(examination.splits[0].damaged, 2U);
  ASSERT_NE(find(examination, "damaged_rows"), nullptr);
  EXPECT_EQ(find(examination, "damaged_rows")->number, 2);
  EXPECT_EQ(find(examination, "damaged_rows")->evidence[0].place.row, 2U);
  EXPECT_EQ(find(examination, "damaged_rows")->evidence[1].place.file, "test.csv");
  EXPECT_EQ(find(examination, "damaged_rows")->evidence[1].place.row, 2U);
  ASSERT_NE(find(examination, "empty_items"), nullptr);
  EXPECT_EQ(find(examination, "empty_items")->evidence[0].place.row, 3U);
  EXPECT_EQ(find(examination, "empty_items")->message, "1 row has no word.");
}

TEST(ReadTextData, MissingColumnIsAnError) {
  const test::Folder folder;
  folder.write("train.csv", "sentence,labels\na,joy\n");
  Examination examination;
  const auto data = read_text_data({folder / "train.csv"}, {}, examination);
  ASSERT_FALSE(data);
  EXPECT_EQ(data.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(data.error().message.find("sentence"), std::string::npos) << data.error().message;
}

TEST(TextData, AColumnOfPartsMakesSplitsOfOneFile) {
  const test::Folder folder;
  folder.write("all.csv", "text,labels,split\na,joy,test\nb,fear,train\n,joy,train\nc,joy,train\n");
  Examination examination;
  const auto data = read_text_data({folder / "all.csv"}, {}, examination);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(examination.splits.size(), 2U);
  EXPECT_EQ(examination.splits[0].name, "train");
  EXPECT_EQ(examination.splits[0].rows, 3U);
  EXPECT_EQ(examination.splits[0].damaged, 1U);
  EXPECT_EQ(examination.splits[1].name, "test");
  EXPECT_EQ(data->view.splits[1].role, SplitRole::kTest);
  ASSERT_EQ(data->view.items.size(), 3U);
  EXPECT_EQ(data->view.items[2].split, 1U);
  EXPECT_EQ(data->view.items[2].row, 2U) << "its line in the file";
}

TEST(TextData, ASlipInAColumnOfPartsIsAFinding) {
  const test::Folder folder;
  std::string table = "text,labels,split\n";
  for (int i = 0; i < 12; ++i) {
    table += "t" + std::to_string(i) + ",joy," + (i % 2 == 0 ? "train" : "test") + "\n";
  }
  folder.write("all.csv", table + "u,joy,tset\n");
  Examination examination;
  const auto data = read_text_data({folder / "all.csv"}, {}, examination);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->view.items.size(), 13U) << "the rest is examined";
  const auto* slip = test::find(examination, "split_column");
  ASSERT_NE(slip, nullptr);
  EXPECT_NE(slip->message.find("'tset'"), std::string::npos) << slip->message;
}

TEST(TextData, RowsNameTheirLabelsInTheUsualSpelling) {
  const test::Folder folder;
  folder.write("train.csv", "text,labels\na,joy\nb,JOY\nc,joy\nd,fear\n");
  folder.write("test.csv", "text,labels\ne,Joy \n");
  Examination examination;
  const auto data = read_text_data({folder / "train.csv", folder / "test.csv"}, {}, examination);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->view.labels.size(), 2U);
  EXPECT_EQ(examination.labels, data->view.labels);
  EXPECT_EQ(data->rows[1].labels, std::vector<std::string>{"joy"});
  EXPECT_EQ(data->rows[3].labels, std::vector<std::string>{"fear"});
  EXPECT_EQ(data->rows[4].labels, std::vector<std::string>{"joy"}) << "of another part as well";
  EXPECT_EQ(data->view.other_spellings.size(), 2U);
}

TEST(TextData, TextsWithoutAWordAreNoCopies) {
  const test::Folder folder;
  folder.write("all.csv", "text,labels\n&nbsp;,anger\n\xe2\x80\x8b,joy\na fine day,joy\n");
  Examination examination;
  const auto data = read_text_data({folder / "all.csv"}, {}, examination);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->keys.size(), 3U);
  EXPECT_NE(data->keys[0], data->keys[1]);
  const auto* empty = test::find(examination, "empty_items");
  ASSERT_NE(empty, nullptr);
  EXPECT_EQ(empty->evidence_count, 2U);
}

}  // namespace
}  // namespace emo::doctor
