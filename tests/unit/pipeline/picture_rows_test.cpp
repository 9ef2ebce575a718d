#include "pipeline/picture_rows.hpp"

#include <gtest/gtest.h>

#include "deep_folder.hpp"
#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

class PictureRows : public ::testing::Test {
 protected:
  std::unique_ptr<io::RowReader> rows_of(const std::string& name, const std::string& text) {
    test::write_text(folder_ / name, text);
    io::RowOptions options;
    options.text_column = "image";
    return *PictureSource::open(folder_ / name, options)->rows({});
  }
  test::TemporaryFolder folder_;
};

TEST_F(PictureRows, BlankLinesOfAListNameNoPicture) {
  const auto rows = rows_of("list.txt", "a.png\n\n  \r\nb.png \n");
  EXPECT_EQ(rows->next()->value().text, folder_ / "a.png");
  const auto second = rows->next();
  ASSERT_TRUE(*second) << second->error().message;
  EXPECT_EQ((*second)->text, folder_ / "b.png");
  EXPECT_EQ((*second)->number, 4U);
  EXPECT_FALSE(rows->next());
}

TEST_F(PictureRows, LabelsOfATableAreOfNoConcern) {
  const auto rows = rows_of("list.jsonl", "{\"image\":\"a.png\",\"labels\":[{\"label\":\"joy\"}]}\n");
  const auto row = rows->next();
  ASSERT_TRUE(*row) << row->error().message;
  EXPECT_EQ((*row)->text, folder_ / "a.png");
}

TEST_F(PictureRows, APatternMeansThePicturesAmongItsMatches) {
  for (const char* name : {"a.png", "b.JPG", "answers.jsonl", "answers.jsonl.progress"}) {
    test::write_text(folder_ / name, "x");
  }
  const auto found = PictureSource::open(folder_ / "*", {});
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_TRUE(found->check_output(folder_ / "answers.jsonl")) << "the output of a run that is resumed";
  ASSERT_EQ(found->passed_over().size(), 1U);
  EXPECT_NE(found->passed_over().front().find("answers.jsonl"), std::string::npos);
  const auto rows = *found->rows({});
  EXPECT_EQ(rows->next()->value().text, folder_ / "a.png");
  EXPECT_EQ(rows->next()->value().text, folder_ / "b.JPG");
  EXPECT_FALSE(rows->next());
  const auto others = expand_pictures({folder_ / "*.jsonl"});
  ASSERT_TRUE(others);
  EXPECT_EQ(others->files.size(), 1U) << "asked for by name";
}

TEST_F(PictureRows, AFolderInsideThatCannotBeReadIsTold) {
  test::make_folder_too_deep_to_read(folder_.path());
  const auto none = expand_pictures({folder_.path()});
  ASSERT_FALSE(none);
  EXPECT_NE(none.error().message.find("no picture in this folder"), std::string::npos) << none.error().message;
  EXPECT_NE(none.error().message.find("cannot be read: "), std::string::npos) << none.error().message;
  test::write_text(folder_ / "a.png", "x");
  const auto found = PictureSource::open(folder_.path(), {});
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->passed_over().size(), 1U);
  EXPECT_NE(found->passed_over().front().find("cannot be read: "), std::string::npos) << found->passed_over().front();
}

TEST_F(PictureRows, ARowWithoutAPictureIsNamedByFileLineAndColumn) {
  const auto rows = rows_of("table.csv", "id,image\nx,a.png\ny,\n");
  ASSERT_TRUE(*rows->next());
  const auto empty = rows->next();
  ASSERT_FALSE(*empty);
  EXPECT_EQ(empty->error().message, folder_ / "table.csv:3: 'image' is empty, expected the path of a picture");
  EXPECT_EQ(rows->failed_id(), "y");
}

}  // namespace
}  // namespace emo::pipeline
