// `emo batch text` from outside: kill -9, full disk, resume.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

namespace fs = std::filesystem;

class BatchCommand : public TinyModelTest {
 protected:
  /// Writes a source of `rows` lines, some of them bad.
  void write_source(int rows) {
    std::string lines;
    for (int i = 0; i < rows; ++i) {
      lines += i % 1000 == 500 ? "broken \xFF line\n" : "row " + std::to_string(i) + " the good and the bad word\n";
    }
    write_text(source_, lines);
  }
  [[nodiscard]] std::vector<std::string> batch(const std::string& out, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"batch", "text", source_, "--out", out, "--model", model_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  /// Rows that the journal of `out` vouches for; 0 when there is none yet.
  static std::uint64_t committed(const std::string& out) {
    const auto json = io::parse_json(read_text(out + ".progress"), "journal");
    return json ? (*json)["rows"].get<std::uint64_t>() : 0;
  }
  const std::string source_ = folder_ / "in.txt";
};

TEST_F(BatchCommand, WritesOneLinePerRowAndReportsErrors) {
  write_source(2000);
  const auto result = run_emo(batch(folder_ / "out.jsonl"));
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("2,000 rows"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("2 got an error"), std::string::npos) << result.err;
  const auto lines = lines_of(read_text(folder_ / "out.jsonl"));
  ASSERT_EQ(lines.size(), 2000U);
  EXPECT_EQ(parsed(lines[500])["error"]["code"], "invalid_input");
  EXPECT_EQ(parsed(lines[1999])["id"], "1999");
  EXPECT_FALSE(fs::exists(folder_ / "out.jsonl.progress"));
  const auto quiet = run_emo(batch(folder_ / "quiet.jsonl", {"--quiet"}));
  EXPECT_EQ(quiet.err, "");
}

TEST_F(BatchCommand, AFolderOfTextsHasARowForEachFile) {
  fs::create_directories(folder_ / "poems/old");
  write_text(folder_ / "poems/a.txt", "the good word\nand the bad\n");
  write_text(folder_ / "poems/old/b.txt", "\n");
  write_text(folder_ / "poems/readme.md", "no poem");
  const std::string out = folder_ / "poems.csv";
  const auto result = run({"batch", "text", folder_ / "poems", "--out", out});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.err.find("readme.md"), std::string::npos) << "passed over: " << result.err;
  EXPECT_NE(result.err.find("2 rows into"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("; 1 abstained"), std::string::npos) << "an empty one: " << result.err;
  const std::string csv = read_text(out);
  EXPECT_NE(csv.find("\na.txt,\"the good word\nand the bad\","), std::string::npos) << csv;
  EXPECT_NE(csv.find("\nold/b.txt,,"), std::string::npos) << csv;
}

TEST_F(BatchCommand, AFolderOfTablesIsReadAsOneAndResumed) {
  fs::create_directory(folder_ / "parts");
  constexpr int kRows = 30'000;
  for (int part = 0; part < 3; ++part) {
    std::string rows = "body\n";
    for (int i = 0; i < kRows; ++i) rows += "row " + std::to_string(i) + (i == 7 ? " \xFF\n" : " the good word\n");
    write_text(folder_ / ("parts/" + std::to_string(part) + ".csv"), rows);
  }
  const auto command = [&](const std::string& out, const std::string& more) {
    return std::vector<std::string>{
        "batch",     "text", folder_ / "parts",  "--text-column", "body", "--out", out, "--model", model_,
        "--threads", "1",    "--commit-seconds", "0.02",          more};
  };
  const auto whole = run_emo(command(folder_ / "whole.jsonl", "--quiet"));
  ASSERT_EQ(whole.status, 0) << whole.err;
  const auto lines = lines_of(read_text(folder_ / "whole.jsonl"));
  ASSERT_EQ(lines.size(), 3U * kRows);
  EXPECT_EQ(parsed(lines[kRows])["id"], std::to_string(kRows)) << "numbers go on from file to file";
  const std::string bad = parsed(lines[kRows + 7])["error"]["message"];
  EXPECT_NE(bad.find("parts/1.csv:9: "), std::string::npos) << bad;
  // Killed somewhere: the journal says where the second file or another stands.
  const std::string out = folder_ / "killed.jsonl";
  const pid_t process = start_emo(command(out, "--quiet"));
  ASSERT_TRUE(wait_until(process, [&] { return committed(out) > kRows; }));
  ASSERT_EQ(end_process(process, SIGKILL), 128 + SIGKILL) << "the run ended before it could be killed";
  const auto resumed = run_emo(command(out, "--resume"));
  ASSERT_EQ(resumed.status, 0) << resumed.err;
  EXPECT_TRUE(read_text(out) == read_text(folder_ / "whole.jsonl"));
}

TEST_F(BatchCommand, AColumnOfLinesIsRefused) {
  write_source(10);
  for (const char* option : {"--text-column", "--id-column"}) {
    const auto result = run_emo(batch(folder_ / "out.jsonl", {option, "body"}));
    EXPECT_EQ(result.status, 1) << option;
    EXPECT_NE(result.err.find("one text a line, which has no columns"), std::string::npos) << result.err;
    EXPECT_FALSE(fs::exists(folder_ / "out.jsonl"));
  }
}

TEST_F(BatchCommand, GivesTheSameAsEmoText) {
  write_source(300);
  ASSERT_EQ(run_emo(batch(folder_ / "out.jsonl", {"--threads", "3"})).status, 0);
  EXPECT_EQ(read_text(folder_ / "out.jsonl"), run({"text", "--file", source_}).out);
  ASSERT_EQ(run_emo(batch(folder_ / "out.csv")).status, 0);
  EXPECT_EQ(read_text(folder_ / "out.csv"), run({"text", "--file", source_, "--format", "csv"}).out);
}

TEST_F(BatchCommand, KilledAndResumedItLosesAndRepeatsNothing) {
  // One thread and so many rows that even a fast machine is far from the end at its first commits.
  write_source(120'000);
  const std::string out = folder_ / "killed.jsonl";
  std::uint64_t before = 0;
  for (int kills = 0; kills < 2; ++kills) {
    std::vector<std::string> options{"--threads", "1", "--commit-seconds", "0.02"};
    if (kills > 0) options.emplace_back("--resume");
    const pid_t process = start_emo(batch(out, options));
    ASSERT_TRUE(wait_until(process, [&] { return committed(out) > before; }));
    ASSERT_EQ(end_process(process, SIGKILL), 128 + SIGKILL) << "the run ended before it could be killed";
    before = committed(out);
    ASSERT_GT(before, 0U);
    ASSERT_LT(before, 120'000U);
  }
  // What a torn write leaves behind must go, too.
  write_text(out, read_text(out) + "{\"id\":\"half");
  const auto resumed = run_emo(batch(out, {"--resume"}));
  ASSERT_EQ(resumed.status, 0) << resumed.err;
  ASSERT_EQ(run_emo(batch(folder_ / "whole.jsonl")).status, 0);
  EXPECT_TRUE(read_text(out) == read_text(folder_ / "whole.jsonl")) << "a resumed run must give the same bytes";
  EXPECT_FALSE(fs::exists(out + ".progress"));
  const auto again = run_emo(batch(out, {"--resume"}));
  EXPECT_EQ(again.status, 0);
  EXPECT_NE(again.err.find("taken for a finished run"), std::string::npos) << again.err;
  fs::last_write_time(source_, fs::file_time_type::clock::now() + std::chrono::seconds(2));
  const auto grown = run_emo(batch(out, {"--resume", "--quiet"}));
  EXPECT_EQ(grown.status, 2);
  EXPECT_NE(grown.err.find("was changed after the run"), std::string::npos) << grown.err;
}

TEST_F(BatchCommand, ASecondRunIsRefusedWhileTheFirstOneWrites) {
  write_source(2000);
  const std::string out = folder_ / "shared.jsonl";
  int feed[2];
  ASSERT_EQ(pipe2(feed, O_CLOEXEC), 0);
  // A source that does not end keeps the first run alive.
  const pid_t first = start_emo({"batch", "text", "-", "--out", out, "--model", model_}, feed[0]);
  close(feed[0]);
  ASSERT_TRUE(wait_until(first, [&] { return fs::exists(out + ".progress"); }));
  for (const char* flag : {"--force", "--resume"}) {
    const auto second = run_emo(batch(out, {flag}));
    EXPECT_EQ(second.status, 2) << flag;
    EXPECT_NE(second.err.find("another run is writing '" + out + "'"), std::string::npos) << second.err;
    EXPECT_EQ(lines_of(second.err).size(), 1U) << second.err;
  }
  ASSERT_EQ(write(feed[1], "good\nbad\n", 9), 9);
  close(feed[1]);
  EXPECT_EQ(end_process(first, 0), 0);
  EXPECT_EQ(lines_of(read_text(out)).size(), 2U);
  EXPECT_FALSE(fs::exists(out + ".progress"));
  EXPECT_EQ(run_emo(batch(out, {"--force"})).status, 0) << "the lock ends with the run";
  EXPECT_EQ(lines_of(read_text(out)).size(), 2000U);
}

TEST_F(BatchCommand, ResumeRefusesAnotherReadingOfTheRows) {
  std::string rows;
  for (int i = 0; i < 20'000; ++i) rows += "{\"text\":\"row " + std::to_string(i) + " the good and the bad word\"}\n";
  const std::string source = folder_ / "in.jsonl", out = folder_ / "cut.jsonl";
  write_text(source, rows);
  ASSERT_EQ(run_emo({"batch", "text", source, "--out", out, "--model", model_}, {.file_size_limit = 3'000'000}).status,
            2);
  ASSERT_TRUE(fs::exists(out + ".progress"));
  fs::rename(source, folder_ / "in.txt");
  for (const std::vector<std::string>& more : std::vector<std::vector<std::string>>{
           {"--resume"}, {"--resume", "--input-format", "jsonl", "--id-column", "id"}}) {
    const auto refused = run_emo(batch(out, more));
    EXPECT_EQ(refused.status, 2);
    EXPECT_NE(refused.err.find("an option"), std::string::npos) << refused.err;
    EXPECT_EQ(refused.err.find("top_k"), std::string::npos) << "those that are the same say nothing: " << refused.err;
    EXPECT_TRUE(fs::exists(out + ".progress"));
  }
  const auto resumed = run_emo(batch(out, {"--input-format", "jsonl", "--resume"}));
  ASSERT_EQ(resumed.status, 0) << resumed.err;
  EXPECT_EQ(lines_of(read_text(out)).size(), 20'000U);
}

TEST_F(BatchCommand, AFullDiskIsAClearErrorAndCanBeResumed) {
  write_source(20'000);
  const std::string out = folder_ / "full.jsonl";
  const auto full = run_emo(batch(out), {.file_size_limit = 3'000'000});
  EXPECT_EQ(full.status, 2);
  EXPECT_NE(full.err.find("full.jsonl"), std::string::npos) << full.err;
  EXPECT_NE(full.err.find("--resume"), std::string::npos) << full.err;
  EXPECT_TRUE(fs::exists(out + ".progress"));
  ASSERT_EQ(run_emo(batch(out, {"--resume"})).status, 0);
  ASSERT_EQ(run_emo(batch(folder_ / "whole.jsonl")).status, 0);
  EXPECT_TRUE(read_text(out) == read_text(folder_ / "whole.jsonl"));
}

TEST_F(BatchCommand, StandardOutputIsNoOutputOfABatch) {
  write_source(3);
  for (const auto& result : {run_emo(batch("-")), run_emo({"batch", "face", folder_.path(), "--out", "-"})}) {
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("'-' is no file: a batch needs one that it can go on with"), std::string::npos)
        << result.err;
  }
  EXPECT_NE(run_emo(batch("-")).err.find("'emo text --file F'"), std::string::npos);
  EXPECT_FALSE(fs::exists("-"));
}

TEST_F(BatchCommand, NeverOverwritesUnasked) {
  write_source(10);
  write_text(folder_ / "out.jsonl", "precious\n");
  const auto refused = run_emo(batch(folder_ / "out.jsonl"));
  EXPECT_EQ(refused.status, 1);
  EXPECT_EQ(read_text(folder_ / "out.jsonl"), "precious\n");
  EXPECT_EQ(run_emo(batch(folder_ / "out.jsonl", {"--force"})).status, 0);
  EXPECT_EQ(lines_of(read_text(folder_ / "out.jsonl")).size(), 10U);
}

TEST_F(BatchCommand, ResumeWithAnotherModelIsRefused) {
  write_source(20'000);
  const std::string out = folder_ / "out.jsonl";
  ASSERT_EQ(run_emo(batch(out), {.file_size_limit = 3'000'000}).status, 2);
  write_tiny_bundle(model_, 99);
  const auto refused = run_emo(batch(out, {"--resume"}));
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("model"), std::string::npos) << refused.err;
}

TEST_F(BatchCommand, ReadsStandardInput) {
  const auto result = run({"batch", "text", "-", "--out", folder_ / "out.jsonl"}, {.input = "good\nbad\n"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(lines_of(read_text(folder_ / "out.jsonl")).size(), 2U);
}

TEST_F(BatchCommand, WithStandardErrorClosedProgressIsNotWrittenIntoTheOutput) {
  const std::string out = folder_ / "out.jsonl";
  // Longer than the patience of the progress bar, whose line would come after the first row.
  const std::string command =
      "(echo good; sleep 2.2) | " EMO_BINARY " batch text - --out " + out + " --model " + model_;
  const auto result = run_emo({"-c", command + " 2>&-"}, {.program = "/bin/sh"});
  EXPECT_EQ(result.status, 0);
  const auto lines = lines_of(read_text(out));
  ASSERT_EQ(lines.size(), 1U) << read_text(out);
  EXPECT_EQ(parsed(lines[0])["text"], "good");
}

TEST_F(BatchCommand, APipeThatWasInterruptedIsOfferedNoResume) {
  const std::string pipe = folder_ / "pipe", out = folder_ / "piped.jsonl", said = folder_ / "stderr.txt";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const pid_t waiting = start_emo({"batch", "text", pipe, "--out", out, "--model", model_}, -1, said);
  std::this_thread::sleep_for(std::chrono::milliseconds(500));  // nobody writes
  EXPECT_EQ(end_process(waiting, SIGINT), 130);
  EXPECT_EQ(read_text(said), "emo: stopped before the first row\n");
  const pid_t process =
      start_emo({"batch", "text", pipe, "--out", out, "--model", model_, "--commit-seconds", "0.02"}, -1, said);
  const int feed = ::open(pipe.c_str(), O_WRONLY | O_CLOEXEC);
  ASSERT_GE(feed, 0);
  ASSERT_EQ(::write(feed, "good\nbad\n", 9), 9);
  ASSERT_TRUE(wait_until(process, [&] { return fs::exists(out + ".progress"); }));
  EXPECT_EQ(end_process(process, SIGINT), 130);
  ::close(feed);
  const std::string line = read_text(said);
  EXPECT_NE(line.find("; '" + pipe + "' is no regular file and cannot be read again\n"), std::string::npos) << line;
  EXPECT_EQ(line.find("--resume"), std::string::npos) << line;
}

TEST_F(BatchCommand, CtrlCStopsWithCommittedRowsAndSaysHowToGoOn) {
  write_source(120'000);
  const std::string out = folder_ / "stopped.jsonl", said = folder_ / "stderr.txt";
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    std::vector<std::string> options{"--threads", "1", "--commit-seconds", "0.02",
                                     signal == SIGINT ? "--force" : "--resume"};
    const std::uint64_t before = committed(out);
    const pid_t process = start_emo(batch(out, options), -1, said);
    ASSERT_TRUE(wait_until(process, [&] { return committed(out) > before; }));
    EXPECT_EQ(end_process(process, signal), 130) << "the run ended before it could be stopped";
    const auto rows = lines_of(read_text(out)).size();
    EXPECT_GT(rows, before);
    EXPECT_LT(rows, 120'000U);
    EXPECT_EQ(rows, committed(out)) << "every row that is written is committed";
    const std::string line = read_text(said);
    EXPECT_EQ(lines_of(line).size(), 1U) << line;
    EXPECT_TRUE(line.ends_with(" --commit-seconds 0.02 --resume\n")) << line;
    EXPECT_NE(line.find("; go on with: "), std::string::npos) << line;
    EXPECT_NE(line.find(" batch text " + source_ + " --out " + out), std::string::npos) << line;
  }
  ASSERT_EQ(run_emo(batch(out, {"--resume"})).status, 0);
  ASSERT_EQ(run_emo(batch(folder_ / "whole.jsonl")).status, 0);
  EXPECT_TRUE(read_text(out) == read_text(folder_ / "whole.jsonl")) << "a resumed run must give the same bytes";
}

TEST_F(BatchCommand, CtrlCEndsABatchThatWaitsForStandardInput) {
  const std::string out = folder_ / "piped.jsonl", said = folder_ / "stderr.txt";
  int feed[2];
  ASSERT_EQ(pipe2(feed, O_CLOEXEC), 0);
  const pid_t process =
      start_emo({"batch", "text", "-", "--out", out, "--model", model_, "--commit-seconds", "0.02"}, feed[0], said);
  close(feed[0]);
  ASSERT_TRUE(wait_until(process, [&] { return fs::exists(out + ".progress"); }));
  ASSERT_EQ(write(feed[1], "good\n", 5), 5);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // it reads on, and there is nothing
  EXPECT_EQ(end_process(process, SIGTERM), 130);
  close(feed[1]);
  EXPECT_EQ(lines_of(read_text(out)).size(), committed(out));
  EXPECT_NE(read_text(said).find("standard input cannot be read again"), std::string::npos) << read_text(said);
}

TEST_F(BatchCommand, APipeOfAnEventLoopIsWaitedFor) {
  const std::string out = folder_ / "piped.jsonl", said = folder_ / "stderr.txt";
  int feed[2];
  ASSERT_EQ(pipe2(feed, O_CLOEXEC | O_NONBLOCK), 0);
  const pid_t process = start_emo({"batch", "text", "-", "--out", out, "--model", model_}, feed[0], said);
  ASSERT_TRUE(wait_until(process, [&] { return fs::exists(out + ".progress"); })) << read_text(said);
  ASSERT_EQ(write(feed[1], "good\n", 5), 5);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // it reads on, and there is nothing
  ASSERT_EQ(write(feed[1], "bad\n", 4), 4);
  EXPECT_NE(::fcntl(feed[0], F_GETFL) & O_NONBLOCK, 0) << "what is shared stays as it is";
  close(feed[1]);
  int status = -1;
  ASSERT_EQ(::waitpid(process, &status, 0), process);
  EXPECT_EQ(status, 0) << read_text(said);
  EXPECT_EQ(lines_of(read_text(out)).size(), 2U);
  close(feed[0]);
}

TEST_F(BatchCommand, WhatAModelOrAPictureIsMadeOfIsNoOutput) {
  write_source(3);
  const auto refused = [&](const std::string& out, const std::string& words) {
    const std::string before = read_text(out);
    const auto result = run_emo(batch(out, {"--force"}));
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.err.find(words), std::string::npos) << result.err;
    EXPECT_TRUE(read_text(out) == before) << out;
  };
  refused(model_ + "/model.safetensors", "is a file of the bundle");
  refused(model_ + "/manifest.json", "is a file of the bundle");
  write_text(folder_ / "p.png", "x");
  refused(folder_ / "p.png", "is the name of a picture");
}

TEST_F(BatchCommand, ATsvIsNotFilledWithJson) {
  write_source(3);
  for (const char* name : {"o.tsv", "o.TSV"}) {
    for (const auto& result :
         {run_emo(batch(folder_ / name)), run_emo({"batch", "face", folder_.path(), "--out", folder_ / name})}) {
      EXPECT_EQ(result.status, 1);
      EXPECT_NE(result.err.find("name it .csv for csv, or .jsonl for JSON lines"), std::string::npos) << result.err;
    }
    EXPECT_FALSE(fs::exists(folder_ / name));
  }
}

}  // namespace
}  // namespace emo::test
