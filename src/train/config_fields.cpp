// Strict reading and writing of flat configuration objects. What the keys mean is not known here: tables of them are in
// text_config.cpp, face_config.cpp and head_plan.cpp.
#include "train/config_fields.hpp"

#include <algorithm>

#include "core/edit_distance.hpp"
#include "core/quote.hpp"
#include "io/json.hpp"

namespace emo::train {
namespace {

using io::Json;
using io::OrderedJson;

constexpr std::size_t kShownBytes = 60;  // of a wrong value in a message

struct FieldReader {
  const Json& value;
  const std::string& path;

  Result<void> operator()(double* out) const {
    if (!value.is_number()) return wrong_config_value(path, "a number", value);
    *out = value.get<double>();
    return {};
  }
  Result<void> operator()(std::int64_t* out) const {
    if (!value.is_number_integer()) return wrong_config_value(path, "a whole number", value);
    *out = value.get<std::int64_t>();
    return {};
  }
  Result<void> operator()(std::string* out) const {
    if (!value.is_string()) return wrong_config_value(path, "a string", value);
    *out = value.get<std::string>();
    return {};
  }
  Result<void> operator()(bool* out) const {
    if (!value.is_boolean()) return wrong_config_value(path, "true or false", value);
    *out = value.get<bool>();
    return {};
  }
  Result<void> operator()(std::vector<std::string>* out) const {
    const bool strings =
        value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& item) { return item.is_string(); });
    if (!strings) return wrong_config_value(path, "a list of strings", value);
    *out = value.get<std::vector<std::string>>();
    return {};
  }
  Result<void> operator()(std::vector<std::int64_t>* out) const {
    const bool numbers = value.is_array() && std::all_of(value.begin(), value.end(),
                                                         [](const Json& item) { return item.is_number_integer(); });
    if (!numbers) return wrong_config_value(path, "a list of whole numbers", value);
    *out = value.get<std::vector<std::int64_t>>();
    return {};
  }
  Result<void> operator()(std::vector<double>* out) const {
    const bool numbers =
        value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& item) { return item.is_number(); });
    if (!numbers) return wrong_config_value(path, "a list of numbers", value);
    *out = value.get<std::vector<double>>();
    return {};
  }
  Result<void> operator()(const ConfigChoice& choice) const {
    std::string expected = "one of";
    for (std::size_t i = 0; i < choice.names.size(); ++i) {
      if (value.is_string() && value.get_ref<const std::string&>() == choice.names[i]) {
        choice.choose(i);
        return {};
      }
      expected += ' ';
      expected += choice.names[i];
    }
    return wrong_config_value(path, expected, value);
  }
};

struct FieldWriter {
  OrderedJson operator()(const ConfigChoice& choice) const { return choice.names[choice.value]; }
  template <class T>
  OrderedJson operator()(const T* value) const {
    return *value;
  }
};

Error unknown_key(const std::string& path, std::string_view key, const std::vector<ConfigField>& fields,
                  const std::set<std::string>& structured) {
  std::vector<std::string_view> known(structured.begin(), structured.end());
  for (const auto& field : fields) known.emplace_back(field.key);
  const std::string_view shown = key.substr(0, kShownBytes);
  const auto nearest = std::min_element(known.begin(), known.end(), [&](std::string_view a, std::string_view b) {
    return core::edit_distance(shown, a) < core::edit_distance(shown, b);
  });
  std::string message = path + " has an unknown key " + core::quoted(key);
  if (nearest != known.end()) message += " (nearest known: '" + std::string(*nearest) + "')";
  return {ErrorCode::kInvalidData, message};
}

}  // namespace

Result<void> config_needs(bool ok, const std::string& what) {
  if (ok) return {};
  return Error{ErrorCode::kInvalidData, "training config: " + what};
}

Error wrong_config_value(const std::string& path, const std::string& expected, const io::Json& found) {
  return {ErrorCode::kInvalidData,
          path + " must be " + expected + ", is " + core::quoted(io::dump_json(found), kShownBytes)};
}

Result<void> read_config_object(const io::Json& object, const std::string& path, const std::vector<ConfigField>& fields,
                                const std::set<std::string>& structured) {
  if (!object.is_object()) return wrong_config_value(path, "an object", object);
  for (const auto& [key, value] : object.items()) {
    if (structured.contains(key)) continue;
    const std::string_view name = key;
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const ConfigField& field) { return name == field.key; });
    if (found == fields.end()) return unknown_key(path, name, fields, structured);
    const std::string place = path + "." + key;
    EMO_TRY(std::visit(FieldReader{value, place}, found->bound));
  }
  return {};
}

io::OrderedJson write_config_object(const std::vector<ConfigField>& fields) {
  OrderedJson out = OrderedJson::object();
  for (const auto& field : fields) out[field.key] = std::visit(FieldWriter{}, field.bound);
  return out;
}

}  // namespace emo::train
