// The names are lists, not likeness: "paid" is near "id" and no id.
#include "eval/prediction_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/ascii.hpp"

namespace emo::eval {
namespace {

/// What is read of a file of predictions.
bool is_read(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kRead{"predicted", "label", "gold", "id", "row"};
  return std::find(kRead.begin(), kRead.end(), name) != kRead.end();
}

template <class Test>
std::optional<std::string> first_unread(std::span<const std::string> names, Test test) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
    return !is_read(name) && test(core::lower_ascii(name));
  });
  if (found == names.end()) return std::nullopt;
  return *found;
}

}  // namespace

std::optional<std::string> called_as_answer(std::span<const std::string> names) {
  return first_unread(names, [](std::string_view name) {
    return name.starts_with("pred") || name == "y_pred" || name == "y_hat" || name == "output";
  });
}

std::optional<std::string> called_as_row_name(std::span<const std::string> names) {
  static constexpr std::array<std::string_view, 13> kRowNames{"id",     "row",        "index", "idx",  "line",
                                                              "row_id", "row_number", "uid",   "guid", "example_id",
                                                              "file",   "filename",   "path"};
  return first_unread(names, [](std::string_view name) {
    return std::find(kRowNames.begin(), kRowNames.end(), name) != kRowNames.end();
  });
}

}  // namespace emo::eval
