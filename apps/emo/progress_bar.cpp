// Lines of progress. Rates count only this run's rows, so that a resumed job tells its true speed. Training has
// lines of its own (apps/emo-train), with losses and epochs, around the same bar.
#include "progress_bar.hpp"

#include <cstdio>
#include <string>

#include "console/progress_drawing.hpp"
#include "core/number_words.hpp"

namespace emo::cli {
namespace {

constexpr std::chrono::milliseconds kPatience{2000};  // shorter jobs need no bar
constexpr std::chrono::milliseconds kRedraw{100};
constexpr std::chrono::milliseconds kNextLine{10'000};

/// "[=====>    ]  43 %  430,112 rows  2,083 rows/s  ETA 4:32" after `seconds` of work.
std::string progress_line(const ProgressReading& reading, double seconds) {
  std::string line;
  if (reading.share) line += console::progress_bar(*reading.share) + "  ";
  line += core::grouped(reading.rows) + " " + reading.unit;
  if (seconds <= 0) return line;
  const double rate = static_cast<double>(reading.rows - reading.rows_before) / seconds;
  if (rate >= 1) line += "  " + core::grouped(static_cast<std::uint64_t>(rate)) + " " + reading.unit + "/s";
  const double done_now = reading.share.value_or(0) - reading.share_before.value_or(0);
  if (reading.share && done_now > 0) line += "  ETA " + console::clock_time((1 - *reading.share) / done_now * seconds);
  return line;
}

}  // namespace

ProgressBar::ProgressBar(bool terminal, bool quiet) : terminal_(terminal), quiet_(quiet), next_(start_ + kPatience) {}

double ProgressBar::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void ProgressBar::update(const ProgressReading& reading) {
  const auto now = Clock::now();
  if (quiet_ || now < next_) return;
  next_ = now + (terminal_ ? kRedraw : kNextLine);
  const std::string line = progress_line(reading, seconds());
  std::fprintf(stderr, terminal_ ? "\r\x1b[K%s" : "%s\n", line.c_str());
  drawn_ = true;
}

void ProgressBar::update(std::uint64_t done, std::uint64_t total, const char* unit) {
  update({done, 0, static_cast<double>(done) / static_cast<double>(total), 0.0, unit});
}

void ProgressBar::finish() {
  if (drawn_ && terminal_) std::fputs("\r\x1b[K", stderr);
}

}  // namespace emo::cli
