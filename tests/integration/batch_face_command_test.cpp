// `emo batch face` from outside: hundreds of pictures, kill -9 in the middle, resume, and everything that is no
// picture.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>

#include "io/json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/encode.hpp"

namespace emo::test {
namespace {

namespace fs = std::filesystem;

constexpr int kPictures = 400;
constexpr int kGate = 235;

/// A pipe that nobody writes to: a run that reads from it waits there to be killed.
struct ClosedGate {
  ClosedGate() {
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    reading = ends[0];
    writing = ends[1];
  }
  ClosedGate(const ClosedGate&) = delete;
  ClosedGate& operator=(const ClosedGate&) = delete;
  ~ClosedGate() {
    ::close(reading);
    ::close(writing);
  }
  int reading = -1, writing = -1;
};

class BatchFace : public ::testing::Test {
 protected:
  void SetUp() override {
    write_tiny_face_bundle(folder_ / "face");
    fs::create_directories(folder_ / "in");
  }
  /// A picture of its own for every number: a list of its answers tells which picture each belongs to.
  [[nodiscard]] std::string picture(int number) const {
    vision::Image image(16, 16, 1);
    for (std::size_t i = 0; i < image.pixels.size(); ++i) {
      image.pixels[i] = static_cast<std::uint8_t>((i * static_cast<std::size_t>(number + 3)) % 251);
    }
    return vision::encode_png(image).value();
  }
  /// Names of pictures with every kind of letter; some of them hold none.
  void write_pictures() {
    for (int i = 0; i < kPictures; ++i) {
      std::string name = std::to_string(1000 + i) + (i % 3 == 0   ? " Gesicht \xC3\xA4.png"
                                                     : i % 3 == 1 ? "\xE7\xAC\x91.png"
                                                                  : ".PNG");
      std::string bytes = picture(i);
      if (i % 50 == 10) bytes = "no picture";
      if (i % 50 == 20) bytes.resize(bytes.size() / 2);
      if (i % 50 == 30) bytes.clear();
      if (i % 50 == 40) {
        fs::create_directories(folder_ / ("in/" + name));  // a folder of that name: cannot be read
      } else {
        write_text(folder_ / ("in/" + name), bytes);
      }
      names_.push_back(name);
    }
  }
  [[nodiscard]] std::vector<std::string> batch(const std::string& source, const std::string& out,
                                               std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"batch", "face",        source,    "--out",
                                       out,     "--no-detect", "--model", folder_ / "face"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  /// A list of the pictures in which one is read from standard input.
  [[nodiscard]] std::string gated_list() const {
    std::string list;
    for (int i = 0; i < kPictures; ++i) {
      list += i == kGate ? "/dev/stdin\n" : "in/" + names_[static_cast<std::size_t>(i)] + "\n";
    }
    return list;
  }
  static std::uint64_t committed(const std::string& out) {
    const auto json = io::parse_json(read_text(out + ".progress"), "journal");
    return json ? (*json)["rows"].get<std::uint64_t>() : 0;
  }
  TemporaryFolder folder_;
  std::vector<std::string> names_;
};

TEST_F(BatchFace, EveryPictureOfAListHasItsLineAndBadOnesTheirError) {
  write_pictures();
  std::string list;
  for (const auto& name : names_) list += "in/" + name + "\n";
  write_text(folder_ / "list.txt", list + "in/missing.png\n");
  const auto result = run_emo(batch(folder_ / "list.txt", folder_ / "o.jsonl", {"--threads", "3"}));
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.err.find("401 pictures"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("33 got an error"), std::string::npos) << result.err;
  const auto lines = lines_of(read_text(folder_ / "o.jsonl"));
  ASSERT_EQ(lines.size(), names_.size() + 1);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const auto json = io::parse_json(lines[i], "output");
    ASSERT_TRUE(json) << lines[i];
    EXPECT_EQ((*json)["source"], folder_ / ("in/" + names_[i]));
    EXPECT_EQ(json->contains("error"), i % 50 == 10 || i % 50 == 20 || i % 50 == 30 || i % 50 == 40) << lines[i];
  }
  // The folder itself: the same answers, but for what is no file.
  const auto whole = run_emo(batch(folder_ / "in", folder_ / "f.jsonl"));
  ASSERT_EQ(whole.status, 0) << whole.err;
  EXPECT_EQ(lines_of(read_text(folder_ / "f.jsonl")).size(), names_.size() - 8);
}

TEST_F(BatchFace, KilledAndResumedItLosesAndRepeatsNothing) {
  write_pictures();
  const std::string list = gated_list();
  write_text(folder_ / "list.txt", list);
  const RunOptions open_gate{.input = picture(kGate)};
  for (const char* extension : {"jsonl", "csv"}) {
    const std::string out = folder_ / ("killed." + std::string(extension));
    const ClosedGate gate;
    const pid_t process =
        start_emo(batch(folder_ / "list.txt", out, {"--threads", "1", "--commit-seconds", "0.01"}), gate.reading);
    ASSERT_TRUE(wait_until(process, [&] { return committed(out) >= 100; }));
    ASSERT_EQ(end_process(process, SIGKILL), 128 + SIGKILL);
    ASSERT_GE(committed(out), 100U);
    ASSERT_LT(committed(out), kGate + 1U);
    write_text(out, read_text(out) + "{\"source\":\"half");  // what a torn write leaves behind
    const auto resumed = run_emo(batch(folder_ / "list.txt", out, {"--resume"}), open_gate);
    ASSERT_EQ(resumed.status, 0) << resumed.err;
    const std::string whole = folder_ / ("whole." + std::string(extension));
    ASSERT_EQ(run_emo(batch(folder_ / "list.txt", whole), open_gate).status, 0);
    EXPECT_TRUE(read_text(out) == read_text(whole)) << "a resumed run must give the same bytes";
    EXPECT_FALSE(fs::exists(out + ".progress"));
  }
}

TEST_F(BatchFace, WhatIsNoRegularFileIsAnErrorAndHoldsNothingUp) {
  write_text(folder_ / "in/a.png", picture(1));
  ASSERT_EQ(::mkfifo((folder_ / "in/b.png").c_str(), 0600), 0);
  write_text(folder_ / "in/c.png", picture(2));
  ASSERT_EQ(run_emo(batch(folder_ / "in", folder_ / "o.jsonl")).status, 0);
  const auto lines = lines_of(read_text(folder_ / "o.jsonl"));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_NE(lines[1].find("b.png' is not a regular file"), std::string::npos) << lines[1];
  EXPECT_EQ(lines[0].find("error"), std::string::npos) << lines[0];
  EXPECT_EQ(lines[2].find("error"), std::string::npos) << lines[2];
  const auto single = run_emo({"face", folder_ / "in/b.png", "--no-detect", "--model", folder_ / "face"});
  EXPECT_EQ(single.status, 2);
  const auto piped = run_emo({"face", "/dev/stdin", "--no-detect", "--model", folder_ / "face"}, {.input = picture(1)});
  EXPECT_EQ(piped.status, 0) << "standard input is named on purpose: " << piped.err;
  const auto dash = run_emo({"face", "-", "--no-detect", "--model", folder_ / "face"}, {.input = picture(1)});
  EXPECT_EQ(dash.status, 0) << dash.err;
  EXPECT_EQ(dash.out.substr(dash.out.find("\"width\"")), piped.out.substr(piped.out.find("\"width\"")));
  EXPECT_TRUE(dash.out.starts_with(R"({"source":"-",)")) << dash.out;
  const auto explained = run_emo({"explain", "face", "-", "--grid", "2", "--no-detect", "--model", folder_ / "face"},
                                 {.input = picture(1)});
  EXPECT_EQ(explained.status, 0) << explained.err;
}

TEST_F(BatchFace, AFolderThatChangedDoesNotResumeAndIsSaidToHaveChanged) {
  write_text(folder_ / "in/a.png", picture(1));
  const std::string out = folder_ / "o.jsonl";
  ASSERT_EQ(run_emo(batch(folder_ / "in", out)).status, 0);
  write_text(
      out + ".progress",
      R"({"journal_version":2,"rows":0,"failed_rows":0,"abstained_rows":0,"source_offset":0,"source_line":1,"output_bytes":0,)"
      R"("source_bytes":1,"source_head_sha256":"x","model_sha256":"x","options":"x"})");
  const auto result = run_emo(batch(folder_ / "in", out, {"--resume"}));
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("files of the folder or pattern have changed"), std::string::npos) << result.err;
  EXPECT_EQ(result.err.find("bytes"), std::string::npos) << result.err;
}

TEST_F(BatchFace, PicturesWithAFaceThatAbstainsAreCounted) {
  write_text(folder_ / "in/a.png", picture(1));
  const auto result = run_emo(batch(folder_ / "in", folder_ / "o.jsonl", {"--min-confidence", "1"}));
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.err.find("; 1 with a face that abstains"), std::string::npos) << result.err;
}

TEST_F(BatchFace, AnotherListOrOtherOptionsDoNotResume) {
  write_pictures();
  const std::string list = gated_list();
  write_text(folder_ / "list.txt", list);
  const std::string out = folder_ / "o.jsonl";
  const ClosedGate gate;
  const pid_t process =
      start_emo(batch(folder_ / "list.txt", out, {"--threads", "1", "--commit-seconds", "0.01"}), gate.reading);
  ASSERT_TRUE(wait_until(process, [&] { return committed(out) > 0; }));
  ASSERT_EQ(end_process(process, SIGKILL), 128 + SIGKILL);
  for (const auto& [option, value] : {std::pair{"--top-k", "1"}, {"--min-confidence", "0.9"}}) {
    EXPECT_EQ(run_emo(batch(folder_ / "list.txt", out, {"--resume", option, value})).status, 2) << option;
  }
  write_text(folder_ / "list.txt", "in/other.png\n" + list);
  const auto other = run_emo(batch(folder_ / "list.txt", out, {"--resume"}));
  EXPECT_EQ(other.status, 2);
  EXPECT_NE(other.err.find("start anew with --force"), std::string::npos) << other.err;
}

}  // namespace
}  // namespace emo::test
