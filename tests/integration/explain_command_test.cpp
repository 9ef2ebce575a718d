// `emo explain text` from outside: formats, the page, faults of the command and of the rows.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <thread>

#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

using ExplainCommand = TinyModelTest;

TEST_F(ExplainCommand, OneTextHasThePromisedShape) {
  const std::string text = "what a good day, not bad!";
  const auto result = run({"explain", "text", text, "--format", "json"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err, "");
  const auto json = parsed(result.out);
  EXPECT_EQ(json["text"], text);
  EXPECT_EQ(json["head"], "basic");
  EXPECT_EQ(json["words"].size(), 7U);
  EXPECT_EQ(json["words"][2]["text"], "good");
  EXPECT_EQ(json["words"][2]["start"], 7);
  EXPECT_EQ(json["words"][2]["end"], 11);
  EXPECT_TRUE(json["faithfulness"]["verdict"].is_string());
  const auto answer = parsed(run({"text", text, "--format", "json"}).out);
  EXPECT_EQ(json["label"], answer["label"]);
  EXPECT_NEAR(json["score"].get<double>(), answer["scores"][0]["score"].get<double>(), 1e-6);
}

TEST_F(ExplainCommand, AnyLabelCanBeAskedFor) {
  const auto json = parsed(run({"explain", "text", "good day", "--label", "gratitude", "--format", "json"}).out);
  EXPECT_EQ(json["head"], "emotions");
  EXPECT_EQ(json["label"], "gratitude");
  const auto synonym = parsed(run({"explain", "text", "good day", "--label", "happiness", "--format", "json"}).out);
  EXPECT_EQ(synonym["label"], "joy");
  const auto unknown = run({"explain", "text", "good day", "--label", "glorp"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_NE(unknown.err.find("glorp"), std::string::npos);
}

TEST_F(ExplainCommand, LinesInLinesOut) {
  const auto result = run({"explain", "text", "-"}, {.input = "good day\n\xFF\n\nsad word"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(parsed(lines[0])["id"], "0");
  EXPECT_EQ(parsed(lines[1])["error"]["code"], "invalid_input");
  EXPECT_TRUE(parsed(lines[2])["words"].empty());
  EXPECT_EQ(parsed(lines[3])["words"].size(), 2U);
}

TEST_F(ExplainCommand, NoLinesAreToldAndAnsweredWithNothing) {
  for (const std::vector<std::string>& command : {std::vector<std::string>{"explain", "text"}, {"text"}}) {
    const auto result = run(command, {.input = ""});
    EXPECT_EQ(result.status, 0) << command.front();
    EXPECT_EQ(result.out, "") << command.front();
    EXPECT_EQ(result.err, "emo: the input has no rows\n") << command.front();
  }
}

TEST_F(ExplainCommand, AMistakeIsToldWhileThePipeIsIdle) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
  ASSERT_EQ(::write(ends[1], "good day\n", 9), 9);
  const pid_t process = start_emo({"explain", "text", "-", "--label", "glorp", "--model", model_}, ends[0]);
  int status = 0;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (::waitpid(process, &status, WNOHANG) == 0 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  const bool ended = std::chrono::steady_clock::now() < deadline;
  if (!ended) end_process(process, SIGKILL);
  ::close(ends[0]);
  ::close(ends[1]);
  ASSERT_TRUE(ended) << "it waits for more lines";
  EXPECT_EQ(WEXITSTATUS(status), 2);
}

TEST_F(ExplainCommand, WordsOfTheGroupMayBeTexts) {
  EXPECT_EQ(parsed(run({"explain", "text", "explain", "--format", "json"}).out)["text"], "explain");
  EXPECT_EQ(parsed(run({"explain", "text", "text", "--format", "json"}).out)["text"], "text");
}

TEST_F(ExplainCommand, CsvHasOneRecordPerWord) {
  const auto lines = lines_of(run({"explain", "text", "good, bad", "--format", "csv"}).out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], "id,label,score,start,end,word,weight,drop,error,head,abstained,verdict");
}

TEST_F(ExplainCommand, CsvHasARecordForEveryTextAndSaysWhetherToBelieveIt) {
  const std::string input = "good day\n\n\xFF\n";
  const auto lines = lines_of(run({"explain", "text", "-", "--format", "csv"}, {.input = input}).out);
  const auto json = lines_of(run({"explain", "text", "-", "--format", "jsonl"}, {.input = input}).out);
  ASSERT_EQ(lines.size(), 5U);
  ASSERT_EQ(json.size(), 3U);
  const auto fields = [](const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line) {
      if (c == ',') {
        out.emplace_back();
      } else {
        out.back() += c;
      }
    }
    return out;
  };
  for (const auto& line : {lines[0], lines[1], lines[2], lines[3]}) EXPECT_EQ(fields(line).size(), 12U) << line;
  const auto word = fields(lines[1]);
  EXPECT_EQ(word[5], "good");
  EXPECT_EQ(word[9], parsed(json[0])["head"].get<std::string>());
  EXPECT_EQ(word[11], parsed(json[0])["faithfulness"]["verdict"].get<std::string>());
  const auto empty = fields(lines[3]);
  EXPECT_EQ(empty[0], "1");
  EXPECT_EQ(empty[1], parsed(json[1])["label"].get<std::string>());
  for (const std::size_t column : {3U, 4U, 5U, 6U, 7U, 8U}) EXPECT_EQ(empty[column], "") << column;
  EXPECT_EQ(empty[9], "basic");
  EXPECT_EQ(empty[10].empty(), !parsed(json[1])["abstained"].get<bool>());
  EXPECT_TRUE(lines[4].starts_with("2,,,,,,,,")) << lines[4];
  EXPECT_TRUE(lines[4].ends_with(",,,")) << lines[4];
}

TEST_F(ExplainCommand, PrettyHasNoEscapeCodesInAPipe) {
  const auto result = run({"explain", "text", "a good \x1b[31mday", "--format", "pretty"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.out.find('\x1b'), std::string::npos);
  EXPECT_NE(result.out.find("good"), std::string::npos);
}

TEST_F(ExplainCommand, ThePageIsWritten) {
  const std::string page = folder_ / "why.html";
  const auto result = run({"explain", "text", "a <good> day", "--html", page});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(read_text(page).starts_with("<!doctype html>"));
  const auto refused = run({"explain", "text", "a good day", "--html", folder_ / "nowhere/why.html"});
  EXPECT_EQ(refused.status, 2) << refused.err;
}

TEST_F(ExplainCommand, APageWithoutAPlaceIsToldBeforeTheFirstText) {
  const auto refused = run({"explain", "text", "good", "--html", folder_ / "nowhere/why.html"});
  EXPECT_EQ(refused.status, 2) << refused.err;
  EXPECT_EQ(refused.out, "");
}

TEST_F(ExplainCommand, WhatThePageLeavesOutIsTold) {
  const std::string page = folder_ / "why.html";
  std::string input = "\xFF\n";
  for (int i = 0; i < 1003; ++i) input += "good\n";
  const std::vector<std::string> command{"explain", "text", "-", "--random-orders", "0", "--html", page};
  const auto result = run(command, {.input = input});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.err.find("why.html: 3 more texts and 1 error are not shown\n"), std::string::npos) << result.err;
  EXPECT_NE(read_text(page).find("3 more texts and 1 error are not shown."), std::string::npos);
  const auto all = run(command, {.input = "good\n"});
  EXPECT_EQ(all.err, "");
}

TEST_F(ExplainCommand, UsageIsChecked) {
  EXPECT_EQ(run({"explain"}).status, 1);
  EXPECT_EQ(run({"explain", "text", "x", "--file", "y"}).status, 1);
  EXPECT_EQ(run({"explain", "text", "\xFF"}).status, 2);
}

}  // namespace
}  // namespace emo::test
