// A folder of an evaluation or a run, as small as a test needs it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "report/evaluation_record.hpp"
#include "report/record_note.hpp"
#include "samples.hpp"

namespace emo::report {

class RecordFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = (std::filesystem::temp_directory_path() / "emo-report-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories(std::filesystem::path(folder_ + "/" + name).parent_path());
    std::ofstream(folder_ + "/" + name, std::ios::binary) << content;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(folder_ + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  Result<EvaluationRecord> evaluation() const {
    return read_evaluation({folder_ + "/metrics.json", folder_ + "/predictions.jsonl", folder_ + "/curves.json"});
  }
  static bool notes_say(const RecordNotes& notes, const std::string& words) {
    for (const auto& note : notes) {
      if (note.text.find(words) != std::string::npos) return true;
    }
    return false;
  }
  static std::string three_lines() {
    return test::prediction_line(1, "joy", "joy", 0.9) + test::prediction_line(2, "anger", "joy", 0.8) +
           test::prediction_line(3, "anger", "anger", 0.7);
  }
  std::string folder_;
};

}  // namespace emo::report
