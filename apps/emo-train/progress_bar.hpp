// Draws a training run on standard error: a bar with rate and ETA on a terminal, plain lines elsewhere.
#pragma once

#include <chrono>
#include <string>

#include "train/observer.hpp"

namespace emo::app {

class ProgressBar : public train::TrainingObserver {
 public:
  explicit ProgressBar(bool quiet);
  void on_message(const std::string& text) override;
  void on_step(const train::StepReport& report) override;
  void on_epoch(const train::EpochReport& report) override;
  void on_teacher(const train::TeacherReport& report) override;
  /// Whether somebody asked to stop (stop_signal.hpp).
  bool interrupted() override;

 private:
  void clear_line() const;
  /// Whether it is time to draw again.
  bool due();
  bool quiet_, terminal_;
  std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace emo::app
