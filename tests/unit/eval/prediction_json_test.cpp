// Predictions in JSON: lines and lists; what both forms have in common is in prediction_file_test.cpp.
#include "prediction_file_test.hpp"

namespace emo::eval {
namespace {

using PredictionJsonTest = PredictionFileTest;

TEST_F(PredictionJsonTest, OurOwnLines) {
  const auto file = read(
      "{\"id\":\"a\",\"row\":3,\"text\":\"x\",\"gold\":[\"joy\"],\"predicted\":[\"joy\"],"
      "\"scores\":{\"anger\":0.25,\"joy\":0.75}}\n"
      "{\"id\":\"b\",\"row\":4,\"text\":\"y\",\"gold\":[\"anger\"],"
      "\"error\":{\"code\":\"invalid_input\",\"message\":\"no\"}}\n");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->labels, (std::vector<std::string>{"anger", "joy"}));
  EXPECT_EQ(file->input_name, "text");
  ASSERT_EQ(file->rows.size(), 2U);
  EXPECT_EQ(file->rows[0].row, 3U);
  EXPECT_EQ(file->rows[0].scores, (std::vector<float>{0.25F, 0.75F}));
  EXPECT_EQ(file->rows[1].error->message, "no");
  EXPECT_TRUE(file->has_gold());
}

TEST_F(PredictionJsonTest, OneListOfRows) {
  const auto file =
      read(" [\n{\"id\":\"a\",\"scores\":{\"joy\":1}},\n{\"id\":\"b\",\"scores\":{\"anger\":1}}]\n", "p.json");
  ASSERT_TRUE(file) << file.error().message;
  ASSERT_EQ(file->rows.size(), 2U);
  EXPECT_EQ(file->rows[1].id, "b");
  EXPECT_EQ(file->labels, (std::vector<std::string>{"anger", "joy"})) << "sorted, whatever comes first";
  EXPECT_EQ(file->rows[0].scores, (std::vector<float>{0, 1}));
  expect_error("[{\"id\":\"a\",\"predicted\":\"joy\"},{\"id\":\"b\"}]", "p.jsonl: element 2: has neither");
  expect_error("[{\"id\":\"a\",\"predicted\":\"joy\"}", "not JSON");
}

TEST_F(PredictionJsonTest, ASideOfABoxThatIsNoNumberIsNone) {
  const auto file = read(
      "{\"source\":\"a.png\",\"faces\":[{\"box\":{\"w\":null,\"h\":3},\"label\":\"joy\"},"
      "{\"box\":{\"w\":\"10\",\"h\":3},\"label\":\"fear\"},{\"box\":{\"w\":1,\"h\":1},\"label\":\"anger\"}]}\n");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->rows[0].predicted, std::vector<std::string>{"anger"});
}

TEST_F(PredictionJsonTest, AnIdOfNullIsNone) {
  const auto file = read("{\"id\":null,\"row\":2,\"predicted\":\"joy\"}\n");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_FALSE(file->rows[0].id);
}

TEST_F(PredictionJsonTest, RowsMayNameLabelsInAnyOrderAndLeaveSomeOut) {
  const auto file = read("{\"scores\":{\"joy\":1}}\n\n{\"scores\":{\"anger\":0.4,\"joy\":0.6}}\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->labels, (std::vector<std::string>{"anger", "joy"}));
  EXPECT_EQ(file->rows[0].scores, (std::vector<float>{0, 1}));
  EXPECT_EQ(file->rows[1].scores, (std::vector<float>{0.4F, 0.6F}));
  EXPECT_EQ(file->rows[1].line, 3U);
}

}  // namespace
}  // namespace emo::eval
