// Decision thresholds of a multi-label head that has just been calibrated.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "eval/head_rows.hpp"
#include "io/manifest.hpp"

namespace emo::eval {

/// How thresholds of a sigmoid head are chosen. kF1: the largest F1 per label, rare labels drawn to the global one
/// (metrics::fit_thresholds). kPrecision: the lowest threshold per label with at least `value` precision (the label's
/// best precision if none has). kCost: value = cost of a false positive / cost of both together (Elkan 2001).
enum class ThresholdRule : std::uint8_t { kF1, kPrecision, kCost };

/// 1 for every label that some rows have and others have not: only those rows tell anything of it.
std::vector<std::uint8_t> told_labels(const HeadRows& rows);

/// Thresholds of `head` for `rows`, which it scored. A label that is not `told` goes to the texts that it went to under
/// `before`, a head of the same network, except by kCost, which needs no rows.
std::vector<double> fit_head_thresholds(const io::HeadManifest& head, const io::HeadManifest& before,
                                        const HeadRows& rows, std::span<const std::uint8_t> told, ThresholdRule rule,
                                        double value);

}  // namespace emo::eval
