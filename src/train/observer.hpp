// What a training run tells while it runs. Programs draw it; the library stays silent.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace emo::train {

struct StepReport {
  std::int64_t epoch = 0, epochs = 0;         ///< 1-based epoch
  std::int64_t done = 0, total = 0;           ///< examples of this epoch
  double loss = 0, rate = 0, per_second = 0;  ///< running mean loss, learning rate, examples per second
  double remaining_seconds = 0;               ///< of the whole run
};

struct EpochReport {
  std::int64_t epoch = 0;
  bool best = false;
  std::vector<std::pair<std::string, double>> figures;  ///< name -> value, as in results.csv
};

struct TeacherReport {
  std::string teacher;               ///< name and version
  std::int64_t done = 0, total = 0;  ///< rows
  double per_second = 0;             ///< rows
  double remaining_seconds = 0;      ///< of this teacher
};

class TrainingObserver {
 public:
  virtual ~TrainingObserver() = default;
  virtual void on_message(const std::string& text) = 0;
  virtual void on_step(const StepReport& report) = 0;
  virtual void on_epoch(const EpochReport& report) = 0;
  /// While a teacher is asked before training.
  virtual void on_teacher(const TeacherReport& /*report*/) {}
  /// True to stop after the current step; the last finished epoch stays resumable.
  virtual bool interrupted() { return false; }
};

}  // namespace emo::train
