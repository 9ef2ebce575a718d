// The flags that `emo train text` and `emo train face` have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emo::app {

/// Empty (or 0, or false): not given.
struct TrainingFlags {
  std::string data, out, init, config, name, format;
  std::vector<std::string> teachers;
  std::optional<std::int64_t> epochs, seed, threads, patience;
  std::optional<double> learning_rate, dev_fraction, test_fraction;
  std::optional<bool> bf16;
  std::int64_t seeds = 0;  ///< 0 = one run, straight in `out`
  bool resume = false, quiet = false, fp32 = false;
};

/// What of `flags` a run that is resumed takes.
inline TrainingFlags course_of(const TrainingFlags& flags) {
  TrainingFlags course;
  course.out = flags.out;
  course.format = flags.format;
  course.epochs = flags.epochs;
  course.threads = flags.threads;
  course.patience = flags.patience;
  course.resume = flags.resume;
  course.quiet = flags.quiet;
  course.fp32 = flags.fp32;
  return course;
}

}  // namespace emo::app
