// Which row a prediction is of. What is judged then is predictions_evaluation_test.cpp's.
#include "eval/prediction_join.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "temporary_folder.hpp"

namespace emo::eval {
namespace {

class PredictionJoin : public ::testing::Test {
 protected:
  void SetUp() override {
    for (int i = 0; i < 3; ++i) {
      io::Row row;
      row.number = static_cast<std::uint64_t>(i) + 2;
      row.id = std::string(1, static_cast<char>('a' + i));
      row.labels = {"joy"};
      rows_.push_back(row);
    }
  }
  /// The numbers of the rows that are joined, or the error.
  Result<std::vector<std::uint64_t>> numbers(const std::string& lines, bool partly = false) {
    test::write_text(folder_ / "p.jsonl", lines);
    EMO_ASSIGN(const PredictionFile file, read_predictions(folder_ / "p.jsonl", {}));
    EMO_ASSIGN(const auto joined, join(file, LabelledData{"data", rows_, nullptr, damaged_}, partly));
    left_out_ = joined.left_out;
    by_order_alone_ = joined.by_order_alone;
    std::vector<std::uint64_t> found;
    for (const Joined& one : joined.rows) found.push_back(one.number());
    return found;
  }
  test::TemporaryFolder folder_;
  std::vector<io::Row> rows_;
  PredictionFile file_;  // what the last join points into
  std::uint64_t left_out_ = 0;
  bool damaged_ = false, by_order_alone_ = false;
};

TEST_F(PredictionJoin, ByRowByIdElseInOrder) {
  const std::vector<std::uint64_t> all{2, 3, 4};
  for (const char* lines :
       {"{\"row\":4,\"predicted\":\"joy\"}\n{\"row\":2,\"predicted\":\"joy\"}\n{\"row\":3,\"predicted\":\"joy\"}\n",
        "{\"id\":\"c\",\"predicted\":\"joy\"}\n{\"id\":\"a\",\"predicted\":\"joy\"}\n{\"id\":\"b\",\"predicted\":"
        "\"joy\"}\n",
        "{\"predicted\":\"joy\"}\n{\"predicted\":\"joy\"}\n{\"predicted\":\"joy\"}\n"}) {
    const auto found = numbers(lines);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(*found, all) << lines;
  }
}

TEST_F(PredictionJoin, ContradictionsNameBothPlaces) {
  const auto other = numbers("{\"row\":2,\"id\":\"b\",\"predicted\":\"joy\"}\n");
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("p.jsonl:1: has id 'b', but data:2 has 'a'"), std::string::npos)
      << other.error().message;
  const auto again = numbers("{\"row\":2,\"predicted\":\"joy\"}\n{\"row\":2,\"predicted\":\"joy\"}\n");
  ASSERT_FALSE(again);
  EXPECT_NE(again.error().message.find("predicts data:2 again, after line 1"), std::string::npos);
  EXPECT_FALSE(numbers("{\"row\":2,\"predicted\":\"joy\"}\n")) << "two rows have none";
}

TEST_F(PredictionJoin, AnErrorMayBeOfAPictureThatTheDataCouldNotName) {
  dataset::FaceData faces;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    dataset::FaceItem item;
    item.id = item.file = rows_[i].id + ".png";
    item.row = rows_[i].number;
    rows_[i].text = item.file;
    faces.items.push_back(item);
  }
  std::string lines = "{\"source\":\"1\",\"error\":\"no path\"}\n";
  for (const auto& item : faces.items) lines += "{\"source\":\"" + item.file + "\",\"faces\":[{\"label\":\"joy\"}]}\n";
  test::write_text(folder_ / "p.jsonl", lines);
  const auto file = read_predictions(folder_ / "p.jsonl", {});
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_FALSE(join(*file, LabelledData{"data", rows_, &faces, false}, false));
  const auto joined = join(*file, LabelledData{"data", rows_, &faces, true}, false);
  ASSERT_TRUE(joined) << joined.error().message;
  EXPECT_EQ(joined->rows.size(), 3U);
}

TEST_F(PredictionJoin, PicturesThatTheDataNameJoinFacesWhateverTheirOrder) {
  dataset::FaceData faces;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    dataset::FaceItem item;
    item.file = "set/" + rows_[i].id + ".png";
    rows_[i].text = item.file;
    faces.items.push_back(item);
  }
  const auto joined = [&](const std::string& folder, const std::string& letters) -> Result<JoinedPredictions> {
    std::string lines;
    for (const char letter : letters) {
      lines += "{\"image\":\"" + folder + letter + ".png\",\"predicted\":\"joy\"}\n";
    }
    test::write_text(folder_ / "p.jsonl", lines);
    file_ = read_predictions(folder_ / "p.jsonl", {}).value();
    return join(file_, LabelledData{"data", rows_, &faces, false}, false);
  };
  const auto shuffled = joined("./set/", "cab");
  ASSERT_TRUE(shuffled) << shuffled.error().message;
  for (const Joined& one : shuffled->rows) {
    EXPECT_EQ(std::filesystem::path(one.row->text), std::filesystem::path(one.prediction->input).lexically_normal());
  }
  EXPECT_FALSE(shuffled->by_order_alone);
  EXPECT_FALSE(joined("set/", "cax")) << "no such picture";
  for (const char* folder : {"", "/home/me/set/", "C:\\\\set\\\\"}) {
    const auto far = joined(folder, "bca");
    ASSERT_TRUE(far) << folder << far.error().message;
    EXPECT_FALSE(far->by_order_alone) << folder;
    EXPECT_EQ(far->rows[0].row->text, "set/a.png");
    EXPECT_EQ(far->rows[0].prediction->line, 3U) << folder;
  }
  const auto elsewhere = joined("/home/me/", "abc");
  ASSERT_TRUE(elsewhere) << elsewhere.error().message;
  EXPECT_TRUE(elsewhere->by_order_alone) << "no folder of theirs is one of the data";
  const auto shifted = joined("/home/me/", "bca");
  ASSERT_FALSE(shifted);
  EXPECT_NE(shifted.error().message.find("predicts the picture '/home/me/b.png', but data:2 has 'set/a.png'"),
            std::string::npos)
      << shifted.error().message;
}

TEST_F(PredictionJoin, ANameOfSeveralPicturesShowsNothing) {
  dataset::FaceData faces;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    dataset::FaceItem item;
    item.file = "set/" + rows_[i].id + "/1.png";
    rows_[i].text = item.file;
    faces.items.push_back(item);
  }
  const auto joined = [&](const std::vector<std::string>& paths) {
    std::string lines;
    for (const std::string& path : paths) lines += R"({"image":")" + path + R"(","predicted":"joy"})" + "\n";
    test::write_text(folder_ / "p.jsonl", lines);
    file_ = read_predictions(folder_ / "p.jsonl", {}).value();
    return join(file_, LabelledData{"data", rows_, &faces, false}, false);
  };
  const auto bare = joined({"1.png", "1.png", "1.png"});
  ASSERT_TRUE(bare) << bare.error().message;
  EXPECT_TRUE(bare->by_order_alone);
  const auto told = joined({"c/1.png", "b/1.png", "a/1.png"});
  ASSERT_TRUE(told) << told.error().message;
  EXPECT_FALSE(told->by_order_alone);
  EXPECT_EQ(told->rows[0].prediction->line, 3U);
}

TEST_F(PredictionJoin, SaysWhereOrderAloneJoined) {
  ASSERT_TRUE(numbers("{\"predicted\":\"joy\"}\n{\"predicted\":\"joy\"}\n{\"predicted\":\"joy\"}\n"));
  EXPECT_TRUE(by_order_alone_);
  ASSERT_TRUE(
      numbers("{\"id\":\"a\",\"predicted\":\"joy\"}\n{\"id\":\"b\",\"predicted\":\"joy\"}\n"
              "{\"id\":\"c\",\"predicted\":\"joy\"}\n"));
  EXPECT_FALSE(by_order_alone_);
  for (io::Row& row : rows_) row.text = "so glad";
  const std::string line = "{\"text\":\"so glad\",\"predicted\":\"joy\"}\n";
  ASSERT_TRUE(numbers(line + line + line));
  EXPECT_FALSE(by_order_alone_) << "the texts agree";
}

TEST_F(PredictionJoin, AnErrorMayBeOfARowThatCouldNotBeRead) {
  const std::string lines =
      "{\"id\":\"a\",\"predicted\":\"joy\"}\n{\"id\":\"line 9\",\"error\":\"damaged\"}\n"
      "{\"id\":\"b\",\"predicted\":\"joy\"}\n{\"id\":\"c\",\"predicted\":\"joy\"}\n";
  EXPECT_FALSE(numbers(lines)) << "all of the data could be read";
  damaged_ = true;
  const auto found = numbers(lines);
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->size(), 3U);
  EXPECT_EQ(left_out_, 0U);
  EXPECT_FALSE(numbers(lines + "{\"id\":\"d\",\"predicted\":\"joy\"}\n")) << "it was read by someone";
}

TEST_F(PredictionJoin, WithoutDataNoRowIsPredictedTwice) {
  const auto problem = [&](const std::string& lines) {
    test::write_text(folder_ / "p.jsonl", lines);
    const auto file = read_predictions(folder_ / "p.jsonl", {});
    if (!file) return file.error().message;
    const auto joined = join(*file, std::nullopt, false);
    return joined ? std::to_string(joined->rows.size()) : joined.error().message;
  };
  const std::string rest = R"("gold":"joy","predicted":"joy"})"
                           "\n";
  const std::string row_again = problem(R"({"row":1,)" + rest + R"({"row":2,)" + rest + R"({"row":1,)" + rest);
  EXPECT_NE(row_again.find("p.jsonl:3: predicts row 1 again, after line 1"), std::string::npos) << row_again;
  const std::string id_again = problem(R"({"id":"a",)" + rest + R"({"id":"a",)" + rest);
  EXPECT_NE(id_again.find("p.jsonl:2: predicts id 'a' again, after line 1"), std::string::npos) << id_again;
  EXPECT_EQ(problem(R"({"row":1,"id":"a",)" + rest + R"({"row":2,"id":"a",)" + rest), "2") << "rows go before ids";
  EXPECT_EQ(problem("{" + rest + "{" + rest), "2") << "each is of a row of its own";
  EXPECT_EQ(problem(R"({"id":"",)" + rest + R"({"id":"",)" + rest), "2") << "an empty id names nothing";
  const std::string mixed = problem(R"({"row":1,)" + rest + "{" + rest + R"({"row":2,)" + rest);
  EXPECT_NE(mixed.find("p.jsonl:3: counts as row 2, and line 2 does too"), std::string::npos) << mixed;
  EXPECT_EQ(problem(R"({"row":1,)" + rest + "{" + rest + R"({"row":7,)" + rest), "3");
}

TEST_F(PredictionJoin, PartlyPassesOverWhatTheOtherSideLacks) {
  const auto found = numbers("{\"row\":3,\"predicted\":\"joy\"}\n{\"row\":9,\"predicted\":\"joy\"}\n", true);
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(*found, std::vector<std::uint64_t>{3});
  EXPECT_EQ(left_out_, 1U);
}

}  // namespace
}  // namespace emo::eval
