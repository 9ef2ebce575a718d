// One JSON list of objects: line breaks anywhere, damaged members, lists that are cut off, going on in the middle.
#include <gtest/gtest.h>

#include "io/rows.hpp"
#include "temporary_directory.hpp"

namespace emo::io {
namespace {

struct Seen {
  std::vector<Row> rows;
  std::vector<std::string> errors;
  std::vector<RowPosition> after;
};

Seen read_all(const std::string& path, const RowOptions& options = {}) {
  Seen seen;
  const auto reader = open_rows(path, options);
  if (!reader) {
    seen.errors.push_back(reader.error().message);
    return seen;
  }
  while (auto row = (*reader)->next()) {
    if (*row) {
      seen.rows.push_back(std::move(*row).value());
    } else {
      seen.errors.push_back(row->error().message);
    }
    seen.after.push_back((*reader)->position());
  }
  return seen;
}

Seen seen_in(const std::string& content, const RowOptions& options = {}) {
  const TemporaryDirectory folder;
  return read_all(folder.write("f.json", content), options);
}

std::vector<std::string> texts_in(const Seen& seen) {
  std::vector<std::string> texts;
  for (const Row& row : seen.rows) texts.push_back(row.text);
  return texts;
}

TEST(JsonList, OneLineOrMany) {
  const std::vector<std::string> expected{"a", "b ] } \" c"};
  for (const char* content : {R"([{"text":"a","labels":["joy"]},{"text":"b ] } \" c"}])",
                              "\xEF\xBB\xBF [\r\n  {\r\n\"text\": \"a\"\n},\n"
                              "{\"o\":{\"l\":[[]]},\"text\":\"b ] } \\\" c\"}\n]\n"}) {
    const Seen seen = seen_in(content);
    EXPECT_EQ(texts_in(seen), expected) << content;
    EXPECT_TRUE(seen.errors.empty()) << seen.errors.front();
  }
}

TEST(JsonList, RowsAreNumberedByTheirPlace) {
  const Seen seen = seen_in("[\n{\"text\":\n\"a\"}, {\"text\":\"b\",\"id\":\"x\"},\n\n{\"text\":\"c\"}]");
  ASSERT_EQ(seen.rows.size(), 3U);
  EXPECT_EQ(seen.rows[0].number, 1U) << "several may stand on one line, where a line would name none of them";
  EXPECT_EQ(seen.rows[1].number, 2U);
  EXPECT_EQ(seen.rows[2].number, 3U);
  EXPECT_EQ(seen.rows[0].id, "0");
  EXPECT_EQ(seen.rows[1].id, "x");
  EXPECT_EQ(seen.rows[2].id, "2");
}

TEST(JsonList, ADamagedMemberIsNamedAndTheRestGoesOn) {
  const Seen seen =
      seen_in("[{\"text\":\"a\"},\n{\"text\":5},\n[\"x, ]\", {\"text\":\"no\"}], 7,\n{\"text\":\"b\"}]\n");
  EXPECT_EQ(texts_in(seen), (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(seen.errors.size(), 3U);
  EXPECT_NE(seen.errors[0].find("f.json:2: text is a number"), std::string::npos) << seen.errors[0];
  EXPECT_NE(seen.errors[1].find("f.json:3: not an object"), std::string::npos) << seen.errors[1];
  EXPECT_NE(seen.errors[2].find("f.json:3: not an object"), std::string::npos) << seen.errors[2];
  EXPECT_EQ(seen.rows[1].id, "4") << "damaged rows are counted";
}

TEST(JsonList, AListThatIsCutOffIsNotTakenForAWholeOne) {
  const auto last = [](const std::string& content) {
    const Seen seen = seen_in(content);
    EXPECT_EQ(texts_in(seen), std::vector<std::string>{"a"}) << content;
    return seen.errors.size() == 1 ? seen.errors[0] : std::to_string(seen.errors.size()) + " errors";
  };
  EXPECT_NE(last("[{\"text\":\"a\"},\n{\"text\":\"b").find("f.json:2: the list is cut off inside"), std::string::npos);
  EXPECT_NE(last("[{\"text\":\"a\"},\n").find("f.json:2: the list is cut off: its ]"), std::string::npos);
  EXPECT_NE(last("[{\"text\":\"a\"}] {\"text\":\"b\"}").find("something follows"), std::string::npos);
  EXPECT_NE(last("[{\"text\":\"a\"}").find("f.json:1: the list is cut off: its ]"), std::string::npos);
  EXPECT_EQ(seen_in("[").errors.size(), 1U);
  EXPECT_TRUE(seen_in("[]").errors.empty());
}

TEST(JsonList, AMemberBeyondTheLimitIsSkipped) {
  RowOptions options;
  options.max_row_bytes = 40;
  const Seen seen = seen_in("[{\"text\":\"" + std::string(1'000'000, 'x') + "\"},\n{\"text\":\"b\"}]", options);
  EXPECT_EQ(texts_in(seen), std::vector<std::string>{"b"});
  ASSERT_EQ(seen.errors.size(), 1U);
  EXPECT_NE(seen.errors[0].find("f.json:1: the row has more than 40 bytes"), std::string::npos) << seen.errors[0];
}

TEST(JsonList, AReaderGoesOnAfterAnyRow) {
  const TemporaryDirectory folder;
  const std::string list = "[ {\"text\":\"a\"}, 1 ,\n{\"text\":\"b\"},{\"text\":\"c\"}";
  for (const char* end : {"\n", "", "]", "}"}) {
    const std::string path = folder.write("f.json", list + end);
    const Seen whole = read_all(path);
    EXPECT_EQ(whole.rows.size(), 3U) << end;
    EXPECT_EQ(whole.errors.size(), std::string(end) == "]" ? 1U : 2U) << end;
    for (std::size_t i = 0; i < whole.after.size(); ++i) {
      RowOptions options;
      options.start = whole.after[i];
      const Seen rest = read_all(path, options);
      ASSERT_EQ(rest.after.size(), whole.after.size() - i - 1) << i << end;
      EXPECT_TRUE(std::equal(rest.errors.rbegin(), rest.errors.rend(), whole.errors.rbegin()));
      for (std::size_t k = 0; k < rest.rows.size(); ++k) {
        const Row& same = whole.rows[whole.rows.size() - rest.rows.size() + k];
        EXPECT_EQ(rest.rows[k].text + rest.rows[k].id, same.text + same.id);
        EXPECT_EQ(rest.rows[k].number, same.number);
      }
    }
  }
}

}  // namespace
}  // namespace emo::io
