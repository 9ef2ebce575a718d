// A training task small enough for a test: two kinds of short texts that one word tells apart.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "train/observer.hpp"
#include "train/text_config.hpp"

namespace emo::test {

/// A new folder under the system's temporary folder, which goes with the running test.
std::string scratch_folder();

void write_text(const std::string& path, const std::string& content);
std::string read_text(const std::string& path);

/// `rows` lines {"text","labels"}: filler words, and "happy" (label joy) or "sad" (label sadness) among them.
std::string toy_jsonl(std::size_t rows, unsigned seed);

/// Writes tokenizer/, train.jsonl and dev.jsonl into `folder` and describes a fresh 2-layer encoder of width 16 with
/// one basic7 head on them.
train::TextTrainConfig toy_config(const std::string& folder, std::size_t rows = 200);

/// Remembers what a run said; asks to stop after `steps_before_stop` steps (negative: never).
class RecordingObserver : public train::TrainingObserver {
 public:
  explicit RecordingObserver(int steps_before_stop = -1) : steps_before_stop_(steps_before_stop) {}
  void on_message(const std::string& text) override { messages.push_back(text); }
  void on_step(const train::StepReport& report) override { steps.push_back(report); }
  void on_epoch(const train::EpochReport& report) override { epochs.push_back(report); }
  void on_teacher(const train::TeacherReport& report) override { teachers.push_back(report); }
  bool interrupted() override {
    return steps_before_stop_ >= 0 && static_cast<int>(steps.size()) >= steps_before_stop_;
  }

  std::vector<std::string> messages;
  std::vector<train::StepReport> steps;
  std::vector<train::EpochReport> epochs;
  std::vector<train::TeacherReport> teachers;

 private:
  int steps_before_stop_;
};

}  // namespace emo::test
