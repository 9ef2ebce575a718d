// Rules on labels alone: imbalance, rare and absent classes, unlabelled rows, shift of the class frequencies.
#pragma once

#include "doctor/data_view.hpp"
#include "doctor/finding.hpp"

namespace emo::doctor {

inline constexpr double kWarnImbalance = 10;    ///< largest : smallest class
inline constexpr std::uint64_t kRareRows = 50;  ///< training rows below which a class can hardly be learned
inline constexpr double kWarnLabelShift = 0.1;  ///< Cramer's V ("small" after Cohen 1988)

/// Codes: empty_split, unlabelled_data, unlabelled_rows, label_spelling, single_class, class_imbalance, rare_class,
/// class_not_in_train, class_absent, label_shift. Nothing but `unlabelled_data` when no row has a label.
void examine_labels(const DataView& data, Examination& examination);

}  // namespace emo::doctor
