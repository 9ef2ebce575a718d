// A test of `emo video` with tiny models in a folder of its own.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/video.hpp"

namespace emo::test {

class FilmCommandTest : public ::testing::Test {
 protected:
  void SetUp() override {
    write_tiny_face_bundle(folder_ / "face");
    write_tiny_detector(folder_ / "seeing", true);
  }

  /// Why this build writes no films; empty if it does.
  [[nodiscard]] std::string why_no_films() const {
    vision::VideoWriterOptions probe;
    probe.width = probe.height = 32;
    const auto writer = vision::create_video(folder_ / "probe.mkv", probe);
    if (writer) return {};
    EXPECT_EQ(writer.error().code, ErrorCode::kUnsupported) << writer.error().message;
    return writer.error().message;
  }

  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "video");
    arguments.insert(arguments.end(), {"--model", folder_ / "face", "--detector", folder_ / "seeing", "--min-faceness",
                                       "0", "--threads", "1"});
    return arguments;
  }
  [[nodiscard]] RunResult run(const std::vector<std::string>& arguments) const { return run_emo(command(arguments)); }

  /// "time" of every line, each line being one whole object.
  static std::vector<double> times(const std::string& jsonl) {
    std::vector<double> seconds;
    EXPECT_TRUE(jsonl.empty() || jsonl.back() == '\n') << "the last line is cut";
    for (const auto& line : lines_of(jsonl)) {
      const auto json = io::parse_json(line, "output");
      if (!json) {
        ADD_FAILURE() << json.error().message << "\n" << line;
        return seconds;
      }
      seconds.push_back((*json)["time"].get<double>());
    }
    return seconds;
  }

  TemporaryFolder folder_;
};

}  // namespace emo::test
