// The names are lists, not likeness: "paid" is near "id" and no id.
#include "eval/prediction_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/ascii.hpp"

namespace emo::eval {
namespace {

template <std::size_t kCount>
std::optional<std::string> first_among(std::span<const std::string> names,
                                       const std::array<std::string_view, kCount>& wanted) {
  for (const std::string& name : names) {
    if (name == "id" || name == "row") continue;
    if (std::find(wanted.begin(), wanted.end(), core::lower_ascii(name)) != wanted.end()) return name;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> called_as_answer(std::span<const std::string> names) {
  static constexpr std::array<std::string_view, 9> kAnswers{
      "prediction", "predictions", "pred", "preds", "y_pred", "predicted_label", "pred_label", "y_hat", "output"};
  return first_among(names, kAnswers);
}

std::optional<std::string> called_as_row_name(std::span<const std::string> names) {
  static constexpr std::array<std::string_view, 13> kRowNames{"id",     "row",        "index", "idx",  "line",
                                                              "row_id", "row_number", "uid",   "guid", "example_id",
                                                              "file",   "filename",   "path"};
  return first_among(names, kRowNames);
}

}  // namespace emo::eval
