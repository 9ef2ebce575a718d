// Which of two epochs a few development rows prefer.
#pragma once

#include <span>

namespace emo::train {

/// Whether the rows leave it open that a later epoch is as good as the best one: their mean loss has grown by no more
/// than the standard error of that growth (the rows are the same, so that what each of them costs anyway cancels out).
/// `later` and `best`: a loss per row, in one order. False where there are no rows or not the same number. Pure.
bool as_good_within_error(std::span<const double> later, std::span<const double> best);

}  // namespace emo::train
