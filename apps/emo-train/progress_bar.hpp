// Draws a training run on standard error: a bar with rate and ETA on a terminal, plain lines elsewhere.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "train/observer.hpp"

namespace emo::app {

/// Set by the first SIGINT or SIGTERM, of which a second one ends the program at once, and by SIGHUP.
std::atomic<bool>& stop_requested();
/// To be called before any thread that computes is started. Signals go to a thread of their own: oneDNN's f32 matrix
/// kernels for AVX-512 use the stack pointer for a pointer into the heap, and a handler that interrupts one writes its
/// frame over whatever lies below (oneDNN issue 4845: a crash in a third of the interruptions that were tried).
void install_stop_handler();

class ProgressBar : public train::TrainingObserver {
 public:
  explicit ProgressBar(bool quiet);
  void on_message(const std::string& text) override;
  void on_step(const train::StepReport& report) override;
  void on_epoch(const train::EpochReport& report) override;
  void on_teacher(const train::TeacherReport& report) override;
  bool interrupted() override { return stop_requested(); }

 private:
  void clear_line() const;
  /// Whether it is time to draw again.
  bool due();
  bool quiet_, terminal_;
  std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace emo::app
