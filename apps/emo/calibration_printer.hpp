// A calibration as people read it.
#pragma once

#include "eval/calibration.hpp"

namespace emo::cli {

/// Prints on standard output what was fitted to which rows, the figures before and after it, and what label sets and
/// abstention hold on the test rows, or where there are none, on those that they were fitted on.
void print_calibration_report(const eval::CalibrationReport& report);

}  // namespace emo::cli
