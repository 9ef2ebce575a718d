// What other programs call the members and columns of their predictions. Private to src/eval.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace emo::eval {

/// The first of `names` that is called as an answer is and not read ("Predicted", "prediction", "y_pred"); nothing
/// where there is none.
std::optional<std::string> called_as_answer(std::span<const std::string> names);

/// The first of `names` that looks as if it said which row is answered and is not read, "id" and "row" being the names
/// that are ("ID", "index"); nothing where there is none.
std::optional<std::string> called_as_row_name(std::span<const std::string> names);

}  // namespace emo::eval
