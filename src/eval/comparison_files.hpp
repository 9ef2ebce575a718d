// A comparison as JSON, and the rows that flip.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "eval/comparison.hpp"
#include "io/json_fwd.hpp"

namespace emo::eval {

/// {"model","n","n_one_side","n_neither","n_gold_differs","joined_in_order","accuracy":{"ours","theirs","difference","ci95","p"},"macro_f1":{…},
/// "mcnemar":{"only_ours","only_theirs","statistic","exact_p","chi_square_p"},"flips":{"gained","lost"},"resamples",
/// "seed","verdict"}; ci95 and p are null without resamples.
io::OrderedJson comparison_json(const Comparison& comparison);

/// DIR/flips.jsonl (DIR exists): {"id","row",input_name,"gold":[…],"predicted":[ours…],"other":[theirs…],
/// "change":"gained"|"lost"} for each row that exactly one of the two gets right.
Result<void> write_flips(const Comparison& comparison, const std::string& input_name, const std::string& directory);

}  // namespace emo::eval
