// What a mistakes.jsonl, sound or not, does to the worst mistakes of a report.
#include "report/mistake_details.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "report/report.hpp"
#include "samples.hpp"

namespace emo::report {
namespace {

class MistakeDetails : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = (std::filesystem::temp_directory_path() / "emo-report-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
    record_.mistakes.resize(2);
    record_.mistakes[0].row = 1;
    record_.mistakes[0].id = "a";
    record_.mistakes[0].text = "caf\xC3\xA9 so awful";
    record_.mistakes[1].row = 2;
    record_.mistakes[1].id = "b";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void read(const std::string& lines) {
    std::ofstream(folder_ + "/mistakes.jsonl", std::ios::binary) << lines;
    ASSERT_TRUE(add_mistake_details(folder_ + "/mistakes.jsonl", record_));
  }
  EvaluationRecord record_;
  std::string folder_;
};

TEST_F(MistakeDetails, WordsAndPicturesGoToTheirRows) {
  read(
      R"({"row":2,"id":"b","label":"x","picture":"data:image/png;base64,Zm9v"})"
      "\n"
      R"({"row":1,"id":"a","label":"anger","words":[{"start":5,"end":7,"weight":-0.5},{"start":8,"end":13,"weight":2}]})"
      "\n"
      R"({"row":9,"id":"not here","label":"anger"})"
      "\n");
  EXPECT_TRUE(record_.notes.empty());
  const Mistake& text = record_.mistakes[0];
  ASSERT_EQ(text.words.size(), 2U);
  EXPECT_EQ(text.text.substr(text.words[0].begin, text.words[0].end - text.words[0].begin), "so") << "code points";
  EXPECT_EQ(text.text.substr(text.words[1].begin), "awful");
  EXPECT_EQ(heaviest_words(text),
            "for anger: awful +2.00; against: so \u2212"
            "0.50");
  EXPECT_EQ(record_.mistakes[1].picture, "data:image/png;base64,Zm9v");
}

TEST_F(MistakeDetails, OnlyTheHeaviestWordsAreNamed) {
  Mistake mistake;
  mistake.explained = "joy";
  mistake.text = "a b c d e f g";
  for (std::size_t i = 0; i < 7; ++i)
    mistake.words.push_back({2 * i, 2 * i + 1, i == 6 ? 0.1 : 2.0 - 0.1 * static_cast<double>(i)});
  EXPECT_EQ(heaviest_words(mistake), "for joy: a +2.00, b +1.90, c +1.80, d +1.70");
  for (auto& word : mistake.words) word.weight = 0;
  EXPECT_EQ(heaviest_words(mistake), "");
}

TEST_F(MistakeDetails, WhatDoesNotFitIsLeftOutAndTold) {
  for (const char* line :
       {R"({"row":1,"id":"a","words":[{"start":5,"end":99,"weight":1}]})",
        R"({"row":1,"id":"a","words":[{"start":5,"end":5,"weight":1}]})",
        R"({"row":1,"id":"a","words":[{"start":5,"end":7,"weight":1},{"start":6,"end":8,"weight":1}]})",
        R"({"row":1,"id":"a","words":[{"start":-1,"end":7,"weight":1}]})",
        R"({"row":1,"id":"a","words":[{"start":0,"end":7,"weight":"much"}]})", R"({"row":1,"id":"a","words":"all"})",
        R"({"row":1,"id":"another"})", R"({"row":1,"id":"a","picture":"http://example.org/x.png"})",
        R"({"row":1,"id":"a","picture":"data:image/png;base64,\"><script>"})",
        R"({"row":1,"id":"a","picture":"data:image/svg+xml;base64,Zm9v"})", "{broken", "[]", "{}"}) {
    record_.notes.clear();
    read(line);
    EXPECT_TRUE(record_.mistakes[0].words.empty()) << line;
    EXPECT_TRUE(record_.mistakes[0].picture.empty()) << line;
    ASSERT_EQ(record_.notes.size(), 1U) << line;
    EXPECT_TRUE(record_.notes[0].serious);
    EXPECT_NE(record_.notes[0].text.find("line 1"), std::string::npos) << record_.notes[0].text;
  }
  EXPECT_FALSE(add_mistake_details(folder_ + "/none.jsonl", record_));
}

TEST_F(MistakeDetails, PartsMakeUpTheText) {
  const std::string text = "caf\xC3\xA9 so awful";
  const std::vector<WordWeight> words{{6, 8, -0.5}, {9, 14, 2}};
  const auto parts = shaded_parts(text, words, 400);
  std::string whole;
  for (const auto& part : parts) whole += part.text;
  EXPECT_EQ(whole, text);
  ASSERT_EQ(parts.size(), 4U);
  EXPECT_DOUBLE_EQ(parts[1].share, -0.25);
  EXPECT_DOUBLE_EQ(parts[3].share, 1);
  const auto cut = shaded_parts(text, words, 7);
  EXPECT_EQ(cut.back().text, "\u2026");
  EXPECT_EQ(cut[1].text, "s");
  EXPECT_EQ(shaded_parts("\xC3\xA9\xC3\xA9", {}, 3).front().text, "\xC3\xA9") << "no character is cut";
  EXPECT_TRUE(shaded_parts("", {}, 3).empty());
  for (const auto& part : shaded_parts("a b", {{0, 1, 0}, {2, 3, 0}}, 9)) EXPECT_EQ(part.share, 0);
}

TEST_F(MistakeDetails, ThePageShadesTheWordsAndMarkdownNamesThem) {
  std::ofstream(folder_ + "/predictions.jsonl") << test::prediction_line(1, "joy", "anger", 0.9, "so <awful> today");
  std::ofstream(folder_ + "/mistakes.jsonl")
      << R"({"row":1,"label":"anger","words":[{"start":0,"end":2,"weight":-1},{"start":3,"end":10,"weight":2}]})";
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  const auto content = [&](const std::string& name) {
    std::ifstream in(folder_ + "/" + name);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string html = content("report.html");
  EXPECT_NE(html.find("<span class=\"against most\" style=\"background:rgba(var(--against),0.23)\">so</span>"),
            std::string::npos);
  EXPECT_NE(html.find("<span class=\"for most\" style=\"background:rgba(var(--for),0.45)\">&lt;awful&gt;</span>"),
            std::string::npos);
  EXPECT_NE(html.find("Blue words speak for"), std::string::npos);
  const std::string markdown = content("report.md");
  EXPECT_NE(markdown.find("<i>so</i> <b>&lt;awful></b> today"), std::string::npos) << markdown;
  EXPECT_NE(markdown.find("weighed most for anger"), std::string::npos);
  options.examples = false;
  ASSERT_TRUE(write_report(folder_, options));
  EXPECT_EQ(content("report.html").find("awful"), std::string::npos);
  EXPECT_EQ(content("report.md").find("awful"), std::string::npos);
}

}  // namespace
}  // namespace emo::report
