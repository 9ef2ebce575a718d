// Numbers in words: one way of writing each kind, used by figures, sentences and tables alike.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "metrics/bootstrap.hpp"

namespace emo::report {

std::string decimals(double value, int digits);     ///< "0.540"; "n/a" if not finite
std::string signed_text(double value, int digits);  ///< "+0.540", "−0.540" with a minus sign
std::string percent(double share, int digits = 1);  ///< "67.3 %"
std::string compact(std::uint64_t count);           ///< "987", "5.4k", "12k", "3.4M"
std::string interval_text(metrics::ConfidenceInterval interval, int digits = 3);  ///< "0.522-0.559" with an en dash
std::string duration_text(double seconds);                                        ///< "48 s", "12 min", "3 h 05 min"
/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items);

}  // namespace emo::report
