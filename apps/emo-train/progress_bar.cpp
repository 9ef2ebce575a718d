// Terminal output of training. Writes to stderr only, so that stdout stays machine-readable; the figures that stay are
// in the run folder, and the page is report_hook.cpp's.
#include "progress_bar.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "core/quote.hpp"
#include "stop_signal.hpp"
#include "usage/terminal.hpp"

namespace emo::app {
namespace {

constexpr auto kTerminalInterval = std::chrono::milliseconds(200);
constexpr auto kLogInterval = std::chrono::seconds(30);
constexpr int kBarWidth = 24;

std::string duration(double seconds) {
  const long s = std::lround(seconds);
  char text[32];
  if (s >= 3600) {
    std::snprintf(text, sizeof text, "%ldh%02ldm", s / 3600, s / 60 % 60);
  } else {
    std::snprintf(text, sizeof text, "%ldm%02lds", s / 60, s % 60);
  }
  return text;
}

std::string drawn(double share) {
  std::string bar;
  for (int i = 0; i < kBarWidth; ++i) bar += i < static_cast<int>(share * kBarWidth) ? '#' : '.';
  return bar;
}

}  // namespace

ProgressBar::ProgressBar(bool quiet) : quiet_(quiet), terminal_(usage::is_screen(STDERR_FILENO)) {}

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
  const double share = static_cast<double>(r.done) / static_cast<double>(r.total);
  const std::string bar = drawn(share);
  clear_line();
  std::fprintf(stderr, "epoch %ld/%ld [%s] %3.0f%%  loss %.4f  %.0f rows/s  ETA %s%s", static_cast<long>(r.epoch),
               static_cast<long>(r.epochs), bar.c_str(), share * 100, r.loss, r.per_second,
               duration(r.remaining_seconds).c_str(), terminal_ ? "" : "\n");
  std::fflush(stderr);
}

void ProgressBar::on_teacher(const train::TeacherReport& r) {
  if (!due()) return;
  const double share = static_cast<double>(r.done) / static_cast<double>(r.total);
  clear_line();
  std::fprintf(stderr, "asking %s [%s] %3.0f%%  %.0f rows/s  ETA %s%s", r.teacher.c_str(), drawn(share).c_str(),
               share * 100, r.per_second, duration(r.remaining_seconds).c_str(), terminal_ ? "" : "\n");
  std::fflush(stderr);
}

void ProgressBar::on_epoch(const train::EpochReport& report) {
  if (quiet_) return;
  clear_line();
  for (const auto& [name, value] : report.figures) std::fprintf(stderr, "%s %.4g  ", name.c_str(), value);
  std::fprintf(stderr, "%s\n", report.best ? "(kept so far)" : "");
}

}  // namespace emo::app
