// `emo video` as a user runs it: films made on the spot, on tiny models. Needs the video module (libav).
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include "film_command_test.hpp"

namespace emo::test {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kSeed = 5;

class VideoCommand : public FilmCommandTest {
 protected:
  void SetUp() override {
    FilmCommandTest::SetUp();
    if (const auto why = why_no_films(); !why.empty()) GTEST_SKIP() << why;
  }

  /// A film of noise, a frame at each of `seconds`.
  void write_film(const std::string& name, const std::vector<double>& seconds) const {
    std::mt19937 random(kSeed);
    vision::VideoWriterOptions options;
    options.width = 64;
    options.height = 48;
    auto writer = vision::create_video(folder_ / name, options);
    ASSERT_TRUE(writer) << writer.error().message;
    vision::Image image(options.width, options.height, 3);
    for (const double time : seconds) {
      for (auto& pixel : image.pixels) pixel = static_cast<std::uint8_t>(random() >> 24U);
      const auto written = (*writer)->write(image, time);
      ASSERT_TRUE(written) << written.error().message;
    }
    const auto finished = (*writer)->finish();
    ASSERT_TRUE(finished) << finished.error().message;
  }
  static std::vector<double> regular(int frames, double rate) {
    std::vector<double> seconds;
    for (int i = 0; i < frames; ++i) seconds.push_back(i / rate);
    return seconds;
  }
};

TEST_F(VideoCommand, ADashIsNoFileToWrite) {
  const auto result = run({folder_ / "v.mkv", "--out", "-"});
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.err.find("'-' is no file: without --out"), std::string::npos) << result.err;
}

TEST_F(VideoCommand, TracksScoresAndTimesOfAVariableFrameRate) {
  const std::vector<double> seconds = {0, 0.04, 0.05, 0.3, 0.301, 1.5, 4, 4.033};
  for (const char* name : {"v.mkv", "v.mp4"}) {
    write_film(name, seconds);
    const auto result = run({folder_ / name});
    ASSERT_EQ(result.status, 0) << result.err;
    const auto found = times(result.out);
    ASSERT_EQ(found.size(), seconds.size()) << result.out;
    for (std::size_t i = 0; i < seconds.size(); ++i) EXPECT_NEAR(found[i], seconds[i], 0.0015) << name << " " << i;
    const auto first = io::parse_json(lines_of(result.out)[0], "output");
    ASSERT_TRUE(first);
    ASSERT_GT((*first)["faces"].size(), 0U);
    EXPECT_EQ((*first)["faces"][0]["track"], 1);
    EXPECT_EQ((*first)["faces"][0]["smoothed"]["scores"].size(), 7U);
    EXPECT_EQ(result.err.find("broken"), std::string::npos) << result.err;
    EXPECT_EQ(result.err.find("ends in the middle"), std::string::npos) << result.err;
  }
}

TEST_F(VideoCommand, FpsLooksAtFewerPictures) {
  write_film("f.mkv", regular(60, 30));
  const auto result = run({folder_ / "f.mkv", "--fps", "5", "--out", folder_ / "f.csv"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("10 pictures"), std::string::npos) << result.err;
  const auto lines = lines_of(read_text(folder_ / "f.csv"));
  ASSERT_GT(lines.size(), 1U);
  EXPECT_EQ(lines[0].rfind("frame,time,track,", 0), 0U);
  EXPECT_EQ(lines.back().rfind("54,1.8,", 0), 0U) << lines.back();
}

TEST_F(VideoCommand, JsonIsOneArrayAndCsvHasTheReasons) {
  write_film("f.mkv", regular(4, 25));
  const auto json = run({folder_ / "f.mkv", "--format", "json"});
  ASSERT_EQ(json.status, 0) << json.err;
  const auto array = io::parse_json(json.out, "output");
  ASSERT_TRUE(array) << json.out;
  ASSERT_TRUE(array->is_array());
  ASSERT_EQ(array->size(), 4U);
  const auto csv = run({folder_ / "f.mkv", "--format", "csv", "--min-confidence", "1"});
  ASSERT_EQ(csv.status, 0) << csv.err;
  const auto lines = lines_of(csv.out);
  ASSERT_GT(lines.size(), 1U);
  EXPECT_TRUE(lines[0].ends_with(",reasons")) << lines[0];
  EXPECT_NE(lines[1].substr(lines[1].rfind(',')).find("low_confidence"), std::string::npos) << lines[1];
  EXPECT_EQ(std::count(lines[0].begin(), lines[0].end(), ','), std::count(lines[1].begin(), lines[1].end(), ','));
}

TEST_F(VideoCommand, AFilmThatCannotBeReadFromAPipeIsAnError) {
  // Its index is at the end, and it is larger than what is kept of a pipe to look back at.
  write_film("end.mp4", regular(650, 25));
  ASSERT_GT(fs::file_size(folder_ / "end.mp4"), 1'000'000U);
  const auto piped = run_emo(command({"-", "--format", "json"}), {.input = read_text(folder_ / "end.mp4")});
  EXPECT_EQ(piped.status, 2);
  EXPECT_TRUE(piped.out.empty()) << piped.out.size() << " bytes";
  EXPECT_NE(piped.err.find("not one picture could be decoded"), std::string::npos) << piped.err;
  EXPECT_NE(piped.err.find("cannot be read from a pipe"), std::string::npos) << piped.err;
  write_film("w.mkv", regular(30, 25));
  const auto works = run_emo(command({"-"}), {.input = read_text(folder_ / "w.mkv")});
  EXPECT_EQ(works.status, 0) << works.err;
  EXPECT_EQ(times(works.out).size(), 30U);
}

TEST_F(VideoCommand, ACutFilmGivesWhatItHasAndSaysSo) {
  const auto seconds = regular(60, 25);
  write_film("w.mkv", seconds);
  const std::string whole = read_text(folder_ / "w.mkv");
  write_text(folder_ / "cut.mkv", whole.substr(0, whole.size() / 2));
  const auto result = run({folder_ / "cut.mkv"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto found = times(result.out);
  EXPECT_GT(found.size(), 5U);
  EXPECT_LT(found.size(), 60U);
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], seconds[i], 0.0015) << i;
  EXPECT_NE(result.err.find("the file ends in the middle"), std::string::npos) << result.err;
}

TEST_F(VideoCommand, DamageInTheMiddleLosesFramesAndNoTimes) {
  const auto seconds = regular(400, 25);  // two key frames, four clusters
  write_film("w.mkv", seconds);
  std::string damaged = read_text(folder_ / "w.mkv");
  std::mt19937 random(kSeed);
  for (std::size_t i = damaged.size() / 3; i < damaged.size() / 3 + 6000; ++i) {
    damaged[i] = static_cast<char>(random() >> 24U);
  }
  write_text(folder_ / "bad.mkv", damaged);
  const auto result = run({folder_ / "bad.mkv"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto found = times(result.out);
  EXPECT_GT(found.size(), 200U) << "seed " << kSeed;
  EXPECT_LT(found.size(), 400U) << "seed " << kSeed;
  EXPECT_NE(result.err.find(" broken"), std::string::npos) << result.err;
  for (const double time : found) {
    EXPECT_NEAR(std::remainder(time, 0.04), 0, 0.0015) << "not the time of a frame, seed " << kSeed;
  }
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
  EXPECT_NEAR(found.back(), seconds.back(), 0.0015) << "the rest goes on";
}

TEST_F(VideoCommand, CtrlCEndsWithWholeFilesEvenWhileWaitingForData) {
  write_film("w.mkv", regular(200, 25));
  const std::string whole = read_text(folder_ / "w.mkv");
  const std::string pipe = folder_ / "pipe.mkv";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int writing = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK);
  ASSERT_GE(writing, 0);
  const pid_t process = start_emo(command({pipe, "--out", folder_ / "o.jsonl", "--annotate", folder_ / "seen.mkv"}));
  // Most of the film, and then nothing more: the program waits.
  const std::size_t part = whole.size() * 3 / 4;
  std::size_t sent = 0;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (std::chrono::steady_clock::now() < deadline) {
    if (sent < part) {
      const ssize_t n = ::write(writing, whole.data() + sent, part - sent);
      if (n > 0) sent += static_cast<std::size_t>(n);
    }
    std::error_code missing;
    if (sent == part && fs::exists(folder_ / "o.jsonl") && fs::file_size(folder_ / "o.jsonl", missing) > 0) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // until it waits, on most machines; right either way
  EXPECT_EQ(end_process(process, SIGINT), 0);
  ::close(writing);
  ASSERT_EQ(sent, part);
  const auto found = times(read_text(folder_ / "o.jsonl"));
  EXPECT_GT(found.size(), 0U);
  auto reader = vision::open_video(folder_ / "seen.mkv");
  ASSERT_TRUE(reader) << reader.error().message;
  vision::VideoFrame frame;
  std::size_t frames = 0;
  for (auto more = (*reader)->next(frame); more && *more; more = (*reader)->next(frame)) ++frames;
  EXPECT_EQ(frames, found.size());
  EXPECT_FALSE((*reader)->counts().cut_short);
}

TEST_F(VideoCommand, ATerminalThatGoesAwayLeavesAWholeFilm) {
  write_film("w.mkv", regular(3000, 25));
  const std::string seen = folder_ / "seen.mp4", out = folder_ / "o.jsonl";
  const pid_t process = start_emo(command({folder_ / "w.mkv", "--out", out, "--annotate", seen}));
  ASSERT_TRUE(wait_until(process, [&] {
    std::error_code missing;
    return fs::exists(out) && fs::file_size(out, missing) > 0;
  }));
  ::kill(process, SIGHUP);  // the shell's, and then the system's
  EXPECT_EQ(end_process(process, SIGHUP), 0);
  auto reader = vision::open_video(seen);
  ASSERT_TRUE(reader) << reader.error().message;
  for (const auto& entry : fs::directory_iterator(folder_.path())) {
    EXPECT_EQ(entry.path().string().find(".tmp-"), std::string::npos) << entry.path();
  }
}

TEST_F(VideoCommand, CtrlCBeforeTheFirstPictureLeavesWhatIsThere) {
  const std::string pipe = folder_ / "pipe.mkv", out = folder_ / "o.jsonl", seen = folder_ / "seen.mkv";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int writing = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK);
  ASSERT_GE(writing, 0);
  write_text(out, "before\n");
  write_text(seen, "before\n");
  const pid_t process = start_emo(command({pipe, "--out", out, "--annotate", seen}));
  std::this_thread::sleep_for(std::chrono::milliseconds(400));  // until it waits, on most machines; right either way
  const int status = end_process(process, SIGINT);
  ::close(writing);
  EXPECT_TRUE(status == 0 || status == 128 + SIGINT) << status << ": cleanly, or before it listened";
  EXPECT_EQ(read_text(out), "before\n");
  EXPECT_EQ(read_text(seen), "before\n");
}

TEST_F(VideoCommand, AReaderThatLeavesEndsTheFilmAsCtrlCDoes) {
  write_film("f.mkv", regular(60, 25));
  for (const char* format : {"jsonl", "json", "csv"}) {
    const auto result = run_emo(command({folder_ / "f.mkv", "--annotate", folder_ / "seen.mp4", "--format", format}),
                                {.nobody_reads = true});
    EXPECT_EQ(result.status, 0) << format << result.err;
    EXPECT_NE(result.err.find("; stopped\n"), std::string::npos) << result.err;
    auto reader = vision::open_video(folder_ / "seen.mp4");
    ASSERT_TRUE(reader) << reader.error().message;
    vision::VideoFrame frame;
    const auto first = (*reader)->next(frame);
    EXPECT_TRUE(first && *first) << "what was seen is a film";
    fs::remove(folder_ / "seen.mp4");
  }
  for (const auto& entry : fs::directory_iterator(folder_.path())) {
    EXPECT_EQ(entry.path().string().find(".tmp-"), std::string::npos) << entry.path();
  }
}

TEST_F(VideoCommand, AFullDiskLeavesWholeLines) {
  write_film("f.mkv", regular(60, 25));
  for (const char* name : {"o.jsonl", "o.csv"}) {
    ASSERT_EQ(run({folder_ / "f.mkv", "--out", folder_ / name}).status, 0);
    const std::uint64_t half = fs::file_size(folder_ / name) / 2;
    const auto result = run_emo(command({folder_ / "f.mkv", "--out", folder_ / name}), {.file_size_limit = half});
    EXPECT_EQ(result.status, 2) << name;
    EXPECT_NE(result.err.find(name), std::string::npos) << result.err;
    const std::string content = read_text(folder_ / name);
    EXPECT_GT(content.size(), half / 2);
    EXPECT_TRUE(content.ends_with('\n')) << "half a line";
  }
  EXPECT_GT(times(read_text(folder_ / "o.jsonl")).size(), 1U);
}

TEST_F(VideoCommand, ATsvIsNotFilledWithJson) {
  write_film("f.mkv", regular(3, 25));
  const auto result = run({folder_ / "f.mkv", "--out", folder_ / "v.tsv"});
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.err.find("name it .csv for csv, or .jsonl for JSON lines"), std::string::npos) << result.err;
  EXPECT_FALSE(fs::exists(folder_ / "v.tsv"));
}

TEST_F(VideoCommand, NoOutputReplacesTheFilmOrAnotherOutput) {
  write_film("x.mp4", regular(5, 25));
  fs::create_symlink("x.mp4", folder_ / "link.mp4");
  const std::string before = read_text(folder_ / "x.mp4");
  for (const char* option : {"--annotate", "--out"}) {
    for (const std::string& name : {folder_ / "x.mp4", folder_ / "./x.mp4", folder_ / "link.mp4"}) {
      const auto result = run({folder_ / "x.mp4", option, name});
      EXPECT_EQ(result.status, 1) << option << " " << name << result.err;
      EXPECT_EQ(result.out, "");
      EXPECT_NE(result.err.find("is the source itself"), std::string::npos) << result.err;
    }
  }
  EXPECT_TRUE(read_text(folder_ / "x.mp4") == before);
  const auto two = run({folder_ / "x.mp4", "--annotate", folder_ / "q.mp4", "--out", folder_ / "./q.mp4"});
  EXPECT_EQ(two.status, 1);
  EXPECT_NE(two.err.find("one file for two outputs"), std::string::npos) << two.err;
  EXPECT_FALSE(fs::exists(folder_ / "q.mp4"));
}

TEST_F(VideoCommand, AnOutputIsWrittenAnewAndLeftWhereNothingCouldBeRead) {
  write_film("a.mkv", regular(8, 25));
  write_film("b.mkv", regular(3, 25));
  const std::string out = folder_ / "faces.jsonl";
  for (const auto& [film, pictures] : {std::pair{"a.mkv", 8U}, {"b.mkv", 3U}}) {
    const auto result = run({folder_ / film, "--out", out});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(times(read_text(out)).size(), pictures);
  }
  write_text(folder_ / "broken.mkv", read_text(folder_ / "a.mkv").substr(0, 600));
  EXPECT_EQ(run({folder_ / "broken.mkv", "--out", out}).status, 2);
  EXPECT_EQ(times(read_text(out)).size(), 3U) << "what was there stays";
  EXPECT_EQ(run({folder_ / "broken.mkv", "--out", folder_ / "new.csv"}).status, 2);
  EXPECT_FALSE(fs::exists(folder_ / "new.csv"));
}

TEST_F(VideoCommand, AnAnnotatedFilmIsAsLongAsTheFilm) {
  write_film("v.mp4", regular(10, 5));
  const auto film = vision::open_video(folder_ / "v.mp4");
  ASSERT_TRUE(film) << film.error().message;
  const auto seconds = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {folder_ / "v.mp4", "--annotate", folder_ / "seen.mp4", "--fps", "0.6"});
    EXPECT_EQ(run(options).status, 0);
    const auto reader = vision::open_video(folder_ / "seen.mp4");
    return reader ? (*reader)->info().seconds : 0;
  };
  EXPECT_NEAR(seconds({}), (*film)->info().seconds, 0.01);
  EXPECT_NEAR(seconds({"--max-seconds", "1"}), 1, 0.01);
}

TEST_F(VideoCommand, HelpNamesTheContainersThatCanBeWritten) {
  const auto help = run_emo({"video", "--help"});
  write_film("x.mp4", regular(3, 25));
  EXPECT_EQ(run({folder_ / "x.mp4", "--annotate", folder_ / "seen.avi"}).status, 1);
  EXPECT_EQ(help.out.find(".avi"), std::string::npos) << help.out;
  for (const char* extension : {".mp4", ".mkv", ".mov", ".m4v"}) {
    EXPECT_NE(help.out.find(extension), std::string::npos) << extension;
    const auto result = run({folder_ / "x.mp4", "--annotate", folder_ / ("seen" + std::string(extension))});
    EXPECT_EQ(result.status, 0) << extension << result.err;
  }
}

TEST_F(VideoCommand, WhatIsNoFilmOrNoCamera) {
  write_text(folder_ / "text.mp4", "Hello");
  const auto text = run({folder_ / "text.mp4"});
  EXPECT_EQ(text.status, 2);
  EXPECT_NE(text.err.find("not a video"), std::string::npos) << text.err;
  const auto camera = run({"987"});
  EXPECT_EQ(camera.status, 2);
  EXPECT_NE(camera.err.find("cannot open the camera '/dev/video987'"), std::string::npos) << camera.err;
  EXPECT_NE(camera.err.find("; there "), std::string::npos) << camera.err;
  EXPECT_EQ(run({folder_ / "none.mp4"}).status, 2);
}

}  // namespace
}  // namespace emo::test
