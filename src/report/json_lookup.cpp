// Look-ups that answer "is not there" instead of throwing. For files that a report may do without; what a bundle or a
// journal says is read strictly, by io/json_fields and its like.
#include "report/json_lookup.hpp"

#include <cmath>

#include "core/number_words.hpp"
#include "io/json.hpp"

namespace emo::report {

const io::Json* member(const io::Json& json, const std::string& path) {
  const io::Json* at = &json;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (!at->is_object()) return nullptr;
    const auto found = at->find(path.substr(begin, end - begin));
    if (found == at->end()) return nullptr;
    at = &*found;
    begin = end + 1;
  }
  return at;
}

std::optional<double> number_at(const io::Json& json, const std::string& path) {
  const io::Json* found = member(json, path);
  if (found == nullptr || !found->is_number()) return std::nullopt;
  const auto value = found->get<double>();
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::uint64_t> count_at(const io::Json& json, const std::string& path) {
  const io::Json* found = member(json, path);
  if (found == nullptr) return std::nullopt;
  if (found->is_number_unsigned()) return found->get<std::uint64_t>();
  // As scikit-learn's classification_report has them.
  constexpr double kLargest = 9e15;
  const double value = found->is_number_float() ? found->get<double>() : -1;
  if (!(value >= 0 && value <= kLargest) || value != std::floor(value)) return std::nullopt;
  return static_cast<std::uint64_t>(value);
}

std::optional<std::string> text_at(const io::Json& json, const std::string& path) {
  const io::Json* found = member(json, path);
  if (found == nullptr || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<bool> flag_at(const io::Json& json, const std::string& path) {
  const io::Json* found = member(json, path);
  if (found == nullptr || !found->is_boolean()) return std::nullopt;
  return found->get<bool>();
}

std::vector<std::string> texts_at(const io::Json& json, const std::string& path) {
  std::vector<std::string> out;
  const io::Json* found = member(json, path);
  if (found == nullptr || !found->is_array()) return out;
  for (const auto& item : *found) {
    if (item.is_string()) out.push_back(item.get<std::string>());
  }
  return out;
}

std::string shown_scalar(const io::Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>() ? "yes" : "no";
  if (json.is_number_integer()) return io::dump_json(json);
  return json.is_number() ? core::formatted("%g", json.get<double>()) : "";
}

}  // namespace emo::report
