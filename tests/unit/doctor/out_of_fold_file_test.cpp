#include "doctor/out_of_fold_file.hpp"

#include <gtest/gtest.h>

#include "sample_data.hpp"

namespace emo::doctor {
namespace {

std::string line(int row, double anger, double fear, double joy) {
  return "{\"id\":\"x\",\"row\":" + std::to_string(row) +
         ",\"text\":\"t\",\"gold\":[\"joy\"],\"predicted\":[\"joy\"]," + "\"scores\":{\"joy\":" + std::to_string(joy) +
         ",\"anger\":" + std::to_string(anger) + ",\"fear\":" + std::to_string(fear) + "}}\n";
}

DataView view() {
  std::vector<test::SampleItem> items;
  test::add(items, 0, {2}, 4);
  test::add(items, 1, {0}, 2);
  return test::sample_view(items);
}

TEST(OutOfFoldFile, PutsScoresInTheDatasOrder) {
  const test::Folder folder;
  folder.write("p.jsonl", line(3, 0.1, 0.2, 0.7) + line(1, 0.5, 0.25, 0.25));
  const auto read = read_out_of_fold(folder / "p.jsonl", view(), 0);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->items, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(read->probabilities, (std::vector<float>{0.5F, 0.25F, 0.25F, 0.1F, 0.2F, 0.7F}));
}

TEST(OutOfFoldFile, SynonymsAreTheSameLabel) {
  const test::Folder folder;
  std::string lines = line(3, 0.1, 0.2, 0.7) + line(1, 0.5, 0.25, 0.25);
  for (std::size_t at = 0; (at = lines.find("\"joy\":", at)) != std::string::npos;)
    lines.replace(at, 6, "\"happiness\":");
  folder.write("p.jsonl", lines);
  const auto read = read_out_of_fold(folder / "p.jsonl", view(), 0);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->probabilities, (std::vector<float>{0.5F, 0.25F, 0.25F, 0.1F, 0.2F, 0.7F}));
}

TEST(OutOfFoldFile, RefusesWhatDoesNotBelong) {
  const test::Folder folder;
  folder.write("other.jsonl", line(1, 0.1, 0.2, 0.7) + line(99, 0.1, 0.2, 0.7));
  EXPECT_NE(read_out_of_fold(folder / "other.jsonl", view(), 0).error().message.find("row 99"), std::string::npos);
  folder.write("few.jsonl", line(1, 0.1, 0.2, 0.7));
  EXPECT_NE(read_out_of_fold(folder / "few.jsonl", view(), 0).error().message.find("1 of the 4"), std::string::npos);
  folder.write(
      "label.jsonl",
      "{\"row\":1,\"text\":\"t\",\"gold\":[\"joy\"],\"predicted\":[\"joy\"],\"scores\":{\"joy\":0.9,\"fear\":0.1}}\n");
  EXPECT_NE(read_out_of_fold(folder / "label.jsonl", view(), 0).error().message.find("'anger'"), std::string::npos);
  EXPECT_EQ(read_out_of_fold(folder / "absent.jsonl", view(), 0).error().code, ErrorCode::kNotFound);
}

std::string message_of(const test::Folder& folder, const std::string& lines, const DataView& data,
                       const std::vector<io::Row>& rows = {}) {
  folder.write("p.jsonl", lines);
  const auto read = read_out_of_fold(folder / "p.jsonl", data, 0, rows);
  if (read) return "";
  EXPECT_EQ(read.error().code, ErrorCode::kInvalidData);
  return read.error().message;
}

TEST(OutOfFoldFile, ScoresAreEnough) {
  const test::Folder folder;
  std::string lines;
  for (int row = 1; row <= 4; ++row) {
    lines += "{\"row\":" + std::to_string(row) + ",\"scores\":{\"joy\":0.5,\"anger\":0.25,\"fear\":0.25}}\n";
  }
  folder.write("p.jsonl", lines);
  const auto read = read_out_of_fold(folder / "p.jsonl", view(), 0);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->items.size(), 4U);
  EXPECT_EQ(read->shortfall, "") << "neither gold nor predicted labels are asked for";
}

TEST(OutOfFoldFile, LinesThatAreLeftOutAreToldWithTheirReason) {
  const test::Folder folder;
  const std::string unscored = "{\"row\":3,\"gold\":[\"joy\"],\"predicted\":[\"joy\"]}\n";
  const std::string failed = "{\"row\":4,\"error\":{\"code\":\"x\"}}\n";
  const std::string half = line(1, 0.1, 0.2, 0.7) + line(2, 0.1, 0.2, 0.7) + unscored + failed;
  folder.write("half.jsonl", half);
  const auto read = read_out_of_fold(folder / "half.jsonl", view(), 0);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_NE(read->shortfall.find("has usable predictions for 2 of the 4 labelled rows of 'train'"), std::string::npos);
  EXPECT_NE(read->shortfall.find("1 unscored line left out; the first is line 3: no scores"), std::string::npos);
  EXPECT_NE(read->shortfall.find("1 line has an error instead of scores"), std::string::npos) << read->shortfall;
  Examination examination;
  report_shortfall(*read, examination);
  ASSERT_NE(test::find(examination, "predictions_note"), nullptr);
  folder.write("few.jsonl", line(1, 0.1, 0.2, 0.7) + unscored + failed);
  const auto few = read_out_of_fold(folder / "few.jsonl", view(), 0);
  ASSERT_FALSE(few);
  EXPECT_NE(few.error().message.find("1 unscored line left out; the first is line 2: no scores"), std::string::npos)
      << few.error().message;
}

TEST(OutOfFoldFile, RowsWithoutALabelMayBePredictedToo) {
  const test::Folder folder;
  DataView data = view();
  data.items[3].labels.clear();
  folder.write("p.jsonl",
               line(1, 0.1, 0.2, 0.7) + line(2, 0.1, 0.2, 0.7) + line(3, 0.1, 0.2, 0.7) + line(4, 0.1, 0.2, 0.7));
  const auto read = read_out_of_fold(folder / "p.jsonl", data, 0);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->items, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(read->shortfall, "");
}

TEST(OutOfFoldFile, ARowPredictedTwiceIsRefused) {
  const test::Folder folder;
  const std::string message = message_of(
      folder, line(1, 0.1, 0.2, 0.7) + line(2, 0.1, 0.2, 0.7) + line(1, 0.7, 0.2, 0.1) + line(4, 0.1, 0.2, 0.7),
      view());
  EXPECT_NE(message.find("p.jsonl:3: predicts train.jsonl:1 again, after line 1"), std::string::npos) << message;
}

TEST(OutOfFoldFile, AnIdOfAnotherRowIsRefused) {
  const test::Folder folder;
  DataView data = view();
  const std::string lines = line(1, 0.1, 0.2, 0.7) + line(2, 0.1, 0.2, 0.7);  // both of id "x"
  data.items[0].id = data.items[1].id = "x";
  EXPECT_EQ(message_of(folder, lines, data), "");
  data.items[1].id = "y";
  const std::string message = message_of(folder, lines, data);
  EXPECT_NE(message.find("p.jsonl:2: has id 'x', but train.jsonl:2 has 'y'"), std::string::npos) << message;
  data.items[1].id = "1";
  EXPECT_EQ(message_of(folder, lines, data), "") << "made up by the reader of data without ids";
  std::string numbered = lines;
  numbered.replace(numbered.rfind("\"x\""), 3, "2");
  EXPECT_NE(message_of(folder, numbered, data).find("has id '2', but train.jsonl:2 has '1'"), std::string::npos);
}

TEST(OutOfFoldFile, AnotherTextIsRefusedWithoutShowingIt) {
  const test::Folder folder;
  const DataView data = view();
  std::vector<io::Row> rows(data.items.size());
  for (io::Row& row : rows) row.text = "t";
  const std::string lines = line(1, 0.1, 0.2, 0.7) + line(3, 0.1, 0.2, 0.7);
  EXPECT_EQ(message_of(folder, lines, data, rows), "");
  rows[2].text = "a secret";
  const std::string message = message_of(folder, lines, data, rows);
  EXPECT_NE(message.find("p.jsonl:2: predicts another text than that of train.jsonl:3"), std::string::npos) << message;
  EXPECT_EQ(message.find("secret"), std::string::npos);
}

TEST(OutOfFoldFile, PicturesAreFoundByNameAndMayNotContradictTheirRow) {
  const test::Folder folder;
  DataView data = view();
  for (std::size_t i = 0; i < 4; ++i) data.items[i].file = data.items[i].id = "p" + std::to_string(i) + ".png";
  const auto of_picture = [](int row, const std::string& key, const std::string& name) {
    return "{\"row\":" + std::to_string(row) + ",\"" + key + "\":\"" + name +
           "\",\"gold\":[\"joy\"],\"predicted\":[\"joy\"],\"scores\":{\"joy\":0.5,\"anger\":0.25,\"fear\":0.25}}\n";
  };
  EXPECT_EQ(message_of(folder, of_picture(1, "image", "p0.png") + of_picture(2, "id", "p1.png"), data), "");
  EXPECT_NE(message_of(folder, of_picture(1, "image", "p1.png"), data).find("is of picture 'p1.png', but "),
            std::string::npos);
  for (std::size_t i = 0; i < 4; ++i) data.items[i].row = 0;  // a folder: pictures have no lines
  EXPECT_EQ(message_of(folder, of_picture(7, "image", "p0.png") + of_picture(8, "id", "p1.png"), data), "");
}

}  // namespace
}  // namespace emo::doctor
