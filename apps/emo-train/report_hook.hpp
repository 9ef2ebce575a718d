// The report of a run, kept up to date while it trains.
#pragma once

#include <string>

#include "train/observer.hpp"

namespace emo::app {

/// Passes everything on to another observer and rewrites the run's report.html after each epoch, so that a long run can
/// be watched in a browser. What goes wrong with the report is told once and never stops the training.
class ReportHook : public train::TrainingObserver {
 public:
  /// `next` must outlive the hook.
  ReportHook(train::TrainingObserver& next, std::string run_folder);

  void on_message(const std::string& text) override { next_.on_message(text); }
  void on_step(const train::StepReport& report) override { next_.on_step(report); }
  void on_epoch(const train::EpochReport& report) override;
  void on_teacher(const train::TeacherReport& report) override { next_.on_teacher(report); }
  bool interrupted() override { return next_.interrupted(); }

  /// The whole report with every figure, after the run.
  void finish(const std::string& command);

 private:
  train::TrainingObserver& next_;
  std::string folder_;
  bool complained_ = false;
};

}  // namespace emo::app
