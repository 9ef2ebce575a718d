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

}  // namespace
}  // namespace emo::doctor
