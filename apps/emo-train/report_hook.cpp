// Calls the report writer from a training run, after every epoch and at the end. What is in a report is src/report's,
// which src/train does not know: the two meet here.
#include "report_hook.hpp"

#include <exception>
#include <utility>

#include "report/report.hpp"

namespace emo::app {
namespace {

// The library does not throw, but memory may run out, and a report is not worth an epoch.
Result<report::ReportWritten> written(const std::string& folder, const report::ReportOptions& options) {
  try {
    return report::write_report(folder, options);
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kInternal, exception.what()};
  }
}

}  // namespace

ReportHook::ReportHook(train::TrainingObserver& next, std::string run_folder)
    : next_(next), folder_(std::move(run_folder)) {}

void ReportHook::on_epoch(const train::EpochReport& report) {
  next_.on_epoch(report);
  report::ReportOptions options;
  options.light = true;
  const auto done = written(folder_, options);
  if (!done && !std::exchange(complained_, true)) next_.on_message("no report: " + done.error().message);
}

void ReportHook::finish(const std::string& command) {
  report::ReportOptions options;
  options.command = command;
  const auto done = written(folder_, options);
  next_.on_message(done ? "report: " + done->html : "no report: " + done.error().message);
}

}  // namespace emo::app
