// Terminal output of training. Writes to stderr only, so that stdout stays machine-readable; the figures that stay are
// in the run folder, and the page is report_hook.cpp's.
#include "progress_bar.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdint>
#include <cstdio>

#include "console/progress_drawing.hpp"
#include "console/terminal.hpp"
#include "core/quote.hpp"
#include "stop_signal.hpp"

namespace emo::app {
namespace {

constexpr auto kTerminalInterval = std::chrono::milliseconds(200);
constexpr auto kLogInterval = std::chrono::seconds(30);

double share_of(std::int64_t done, std::int64_t total) {
  return static_cast<double>(done) / static_cast<double>(total);
}

}  // namespace

ProgressBar::ProgressBar(bool quiet) : quiet_(quiet), terminal_(console::is_screen(STDERR_FILENO)) {}

bool ProgressBar::interrupted() {
  return stop_requested();
}

void ProgressBar::clear_line() const {
  if (terminal_) std::fputs("\r\033[K", stderr);
}

void ProgressBar::on_message(const std::string& text) {
  if (quiet_) return;
  clear_line();
  std::fprintf(stderr, "%s\n", core::for_terminal(text, true).c_str());
}

bool ProgressBar::due() {
  const auto now = std::chrono::steady_clock::now();
  const auto interval = terminal_ ? kTerminalInterval : std::chrono::milliseconds(kLogInterval);
  if (quiet_ || now - last_drawn_ < interval) return false;
  last_drawn_ = now;
  return true;
}

void ProgressBar::on_step(const train::StepReport& r) {
  if (!due()) return;
  clear_line();
  std::fprintf(stderr, "epoch %ld/%ld %s  loss %.4f  %.0f rows/s  ETA %s%s", static_cast<long>(r.epoch),
               static_cast<long>(r.epochs), console::progress_bar(share_of(r.done, r.total)).c_str(), r.loss,
               r.per_second, console::clock_time(r.remaining_seconds).c_str(), terminal_ ? "" : "\n");
  std::fflush(stderr);
}

void ProgressBar::on_teacher(const train::TeacherReport& r) {
  if (!due()) return;
  clear_line();
  std::fprintf(stderr, "asking %s %s  %.0f rows/s  ETA %s%s", r.teacher.c_str(),
               console::progress_bar(share_of(r.done, r.total)).c_str(), r.per_second,
               console::clock_time(r.remaining_seconds).c_str(), terminal_ ? "" : "\n");
  std::fflush(stderr);
}

void ProgressBar::on_epoch(const train::EpochReport& report) {
  if (quiet_) return;
  clear_line();
  for (const auto& [name, value] : report.figures) {
    if (std::isfinite(value)) std::fprintf(stderr, "%s %.4g  ", name.c_str(), value);
  }
  std::fprintf(stderr, "%s\n", report.best ? "(kept so far)" : "");
}

}  // namespace emo::app
