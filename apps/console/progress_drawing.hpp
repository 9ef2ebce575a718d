// How far a long job is, drawn in one line.
#pragma once

#include <string>

namespace emo::console {

/// "[=====>    ]  43 %" of a job of which `share` (0..1) is done.
std::string progress_bar(double share);

/// "4:07" or "1:02:03".
std::string clock_time(double seconds);

}  // namespace emo::console
