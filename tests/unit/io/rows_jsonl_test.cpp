// JSON Lines: members, labels of every kind, damaged lines.
#include <gtest/gtest.h>

#include <cstdlib>

#include "io/rows.hpp"
#include "temporary_directory.hpp"

namespace emo::io {
namespace {

using namespace std::string_literals;

Result<Row> row_of(const std::string& line, RowOptions options = {}) {
  const TemporaryDirectory folder;
  options.format = RowFormat::kJsonl;
  const auto reader = open_rows(folder.write("f", line + "\n"), options);
  if (!reader) return reader.error();
  auto row = (*reader)->next();
  if (!row) return Error{ErrorCode::kInternal, "no row"};
  return *row;
}

TEST(Jsonl, MembersGoToTheirPlaces) {
  const auto row = row_of(R"({"id":17,"labels":["joy","anger"],"text":"a\n\u0000\u00e9","lang":"en","V":1.25,"t":true,)"
                          R"("n":null,"o":{"text":"no","labels":["no"]},"l":["x"]})");
  ASSERT_TRUE(row) << row.error().message;
  EXPECT_EQ(row->id, "17");
  EXPECT_EQ(row->text, "a\n\0\xC3\xA9"s);
  EXPECT_EQ(row->labels, (std::vector<std::string>{"joy", "anger"}));
  EXPECT_EQ(row->extra, (std::map<std::string, std::string>{{"lang", "en"}, {"V", "1.25"}, {"t", "true"}}));
  RowOptions options;
  options.keep_extra = false;
  EXPECT_TRUE(row_of(R"({"text":"a","lang":"en"})", options)->extra.empty());
}

TEST(Jsonl, LabelsOfEveryKind) {
  const auto labels = [](const std::string& json) { return row_of(R"({"text":"a","labels":)" + json + "}")->labels; };
  EXPECT_EQ(labels("\"joy|anger\""), std::vector<std::string>{"joy|anger"});
  EXPECT_EQ(labels("3"), std::vector<std::string>{"3"});
  EXPECT_EQ(labels("[3,-1,2.50]"), (std::vector<std::string>{"3", "-1", "2.50"}));
  EXPECT_EQ(labels(R"(["","joy"])"), std::vector<std::string>{"joy"});
  EXPECT_TRUE(labels(R"("")").empty());
  EXPECT_TRUE(labels("[]").empty());
  EXPECT_TRUE(labels("null").empty());
}

TEST(Jsonl, AListOfNoLabelsIsToldFromNoLabel) {
  const auto listed = [](const std::string& member) {
    return row_of(R"({"text":"a","labels":)" + member + "}")->labels_listed;
  };
  EXPECT_TRUE(listed("[]"));
  EXPECT_TRUE(listed(R"(["joy"])"));
  EXPECT_FALSE(listed("null"));
  EXPECT_FALSE(listed(R"("")"));
  EXPECT_FALSE(listed(R"([""])")) << "a list, but not an empty one";
  EXPECT_FALSE(listed("[null]"));
  EXPECT_FALSE(row_of(R"({"label":[],"text":"a","labels":null})")->labels_listed) << "\"label\" stood in for it";
  EXPECT_FALSE(row_of(R"({"text":"a","other":[]})")->labels_listed);
}

TEST(Jsonl, OtherColumnNames) {
  RowOptions options;
  options.text_column = "utterance";
  options.label_column = "emotion";
  options.id_column = "key";
  const auto row = row_of(R"({"utterance":"hi","emotion":"joy","key":"k1","text":"other"})", options);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->text, "hi");
  EXPECT_EQ(row->id, "k1");
  EXPECT_EQ(row->extra.at("text"), "other");
}

TEST(Jsonl, AnIdThatWasAskedForMustBeThere) {
  RowOptions options;
  options.id_column = "key";
  options.require_id = true;
  EXPECT_EQ(row_of(R"({"text":"hi","key":"k1"})", options)->id, "k1");
  const auto without = row_of(R"({"text":"hi","id":"7"})", options);
  ASSERT_FALSE(without);
  EXPECT_NE(without.error().message.find("has no member 'key': name the right one with --id-column"), std::string::npos)
      << without.error().message;
}

TEST(Jsonl, ADamagedRowKeepsItsIdWhereThatCouldBeRead) {
  const TemporaryDirectory folder;
  const std::string first = R"({"id":"A","text":null})", second = R"({"text":null,"id":"B"})";
  for (const auto& content : {first + "\n" + second + "\n", "[" + first + ",\n" + second + "]"}) {
    RowOptions options;
    options.format = RowFormat::kJsonl;
    const auto reader = open_rows(folder.write("f", content), options);
    ASSERT_TRUE(reader);
    EXPECT_FALSE(*(*reader)->next());
    EXPECT_EQ((*reader)->failed_id(), "A");
    EXPECT_FALSE(*(*reader)->next());
    EXPECT_EQ((*reader)->failed_id(), "line 2") << "the damage stood before the id, and \"1\" may be another row's";
  }
}

TEST(Jsonl, DamagedLinesSayWhat) {
  const auto bad = ErrorCode::kInvalidInput;
  expect_error(row_of("{\"text\":"), bad, {"f:1: not JSON: byte"});
  expect_error(row_of("{\"text\":\"a\"} x"), bad, {"not JSON"});
  expect_error(row_of("{\"text\":\"a\xff\"}"), bad, {"not JSON", "UTF-8"});
  expect_error(row_of("{\"text\":\"a\0b\"}"s), bad, {"not JSON"});
  expect_error(row_of("1"), bad, {"expected one JSON object per line"});
  expect_error(row_of("\"x\""), bad, {"expected one JSON object per line"});
  expect_error(row_of("null"), bad, {"expected one JSON object per line"});
  expect_error(row_of("{\"Text\":\"a\"}"), bad, {"no member 'text'"});
  expect_error(row_of("{\"text\":5}"), bad, {"text is a number, expected a string"});
  expect_error(row_of("{\"text\":null}"), bad, {"text is null"});
  expect_error(row_of("{\"text\":[\"a\"]}"), bad, {"text is a list"});
  expect_error(row_of("{\"text\":{}}"), bad, {"text is an object"});
  expect_error(row_of("{\"image\":5}", {.text_column = "image"}), bad, {"image is a number, expected a string"});
  expect_error(row_of("{\"text\":\"a\",\"text\":\"b\"}"), bad, {"occurs twice"});
  expect_error(row_of("{\"text\":\"a\",\"labels\":{\"x\":1}}"), bad, {"labels hold an object"});
  expect_error(row_of("{\"text\":\"a\",\"labels\":[[\"x\"]]}"), bad, {"list in a list"});
  RowOptions options;
  options.require_labels = true;
  expect_error(row_of("{\"text\":\"a\"}", options), bad, {"no member 'labels'"});
}

TEST(Jsonl, LabelStandsInForLabels) {
  using Labels = std::vector<std::string>;
  EXPECT_EQ(row_of(R"({"text":"a","label":"joy"})")->labels, Labels{"joy"});
  EXPECT_EQ(row_of(R"({"text":"a","label":"no","labels":["joy"]})")->labels, Labels{"joy"});
  EXPECT_EQ(row_of(R"({"text":"a","labels":["joy"],"label":"no"})")->labels, Labels{"joy"});
  RowOptions options;
  options.require_labels = true;
  EXPECT_TRUE(row_of(R"({"text":"a","label":"joy"})", options));
  options.label_column = "emotion";
  EXPECT_FALSE(row_of(R"({"text":"a","label":"joy"})", options)) << "another name was asked for";
}

TEST(Jsonl, DeepNestingIsHarmless) {
  const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
  EXPECT_EQ(row_of("{\"x\":" + deep + ",\"text\":\"a\"}")->text, "a");
}

TEST(Jsonl, BlankLinesAreSkippedButCounted) {
  const TemporaryDirectory folder;
  const auto rows = read_rows(folder.write("f.jsonl", "\n{\"text\":\"a\"}\r\n \t\r\n{\"text\":\"b\"}"), {});
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(rows->at(1).number, 4U);
  EXPECT_EQ(rows->at(1).id, "1");
}

TEST(Jsonl, EverySharedSetCanBeRead) {
  const char* folder = std::getenv("EMO_SHARED_DATA");
  const std::filesystem::path texts =
      std::filesystem::path(folder != nullptr ? folder : EMO_SOURCE_DIR "/../shared/data") / "text";
  if (!std::filesystem::is_directory(texts)) GTEST_SKIP() << "no data at " << texts << "; set EMO_SHARED_DATA";
  std::size_t sets = 0;
  for (const auto& set : std::filesystem::directory_iterator(texts)) {
    const auto dev = set.path() / "dev.jsonl";
    if (!std::filesystem::exists(dev)) continue;
    const auto rows = read_rows(dev.string(), {});
    ASSERT_TRUE(rows) << rows.error().message;
    EXPECT_GT(rows->size(), 50U) << dev;
    ++sets;
  }
  EXPECT_GT(sets, 10U);
}

}  // namespace
}  // namespace emo::io
