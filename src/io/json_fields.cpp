// Typed members of JSON objects with ranges; the first problem is kept with its place, so that readers are plain lists
// of members. Knows no particular file, and parses nothing: the document is json.cpp's.
#include "io/json_fields.hpp"

#include <cmath>
#include <utility>

#include "core/quote.hpp"

namespace emo::io {
namespace {

std::string shown(double value) {
  return Json(value).dump();
}

std::string shown(const Json& json) {
  return json.is_structured() ? json.type_name() : core::quoted(dump_json(json));
}

}  // namespace

JsonFields::JsonFields(const Json& json, std::string place, FirstError& first_error)
    : json_(&json), place_(std::move(place)), first_error_(&first_error) {
  if (!json.is_object()) fail("", "is " + shown(json) + ", expected an object");
}

std::string JsonFields::place_of(std::string_view key) const {
  std::string place = place_;
  if (!key.empty()) {
    place += '/';
    place += key;
  }
  return place.empty() ? "/" : place;
}

void JsonFields::fail(std::string_view key, const std::string& problem) {
  fail(key, problem, first_error_->code);
}

void JsonFields::fail(std::string_view key, const std::string& problem, ErrorCode code) {
  if (first_error_->error) return;
  first_error_->error = Error{code, first_error_->origin + ": " + place_of(key) + " " + problem};
}

bool JsonFields::has(std::string_view key) const {
  return json_->is_object() && json_->find(key) != json_->end();
}

const Json* JsonFields::find(std::string_view key) {
  if (first_error_->error) return nullptr;
  const auto it = json_->find(key);
  if (it == json_->end()) {
    fail(key, "is missing");
    return nullptr;
  }
  read_.emplace(key);
  return &*it;
}

const Json* JsonFields::find_list(std::string_view key) {
  const Json* json = find(key);
  if (json == nullptr) return nullptr;
  if (!json->is_array()) {
    fail(key, "is " + shown(*json) + ", expected a list");
    return nullptr;
  }
  if (json->size() > kMaxJsonItems) {
    fail(key, "has " + std::to_string(json->size()) + " items, expected at most " + std::to_string(kMaxJsonItems));
    return nullptr;
  }
  return json;
}

std::string JsonFields::checked_text(const Json& json, std::string_view key) {
  if (!json.is_string()) {
    fail(key, "is " + shown(json) + ", expected a string");
    return {};
  }
  const auto& value = json.get_ref<const std::string&>();
  if (value.size() > kMaxJsonText) {
    fail(key, "has " + std::to_string(value.size()) + " bytes, expected at most " + std::to_string(kMaxJsonText));
    return {};
  }
  return value;
}

std::int64_t JsonFields::checked_integer(const Json& json, std::string_view key, std::int64_t low, std::int64_t high) {
  const std::string expected = ", expected an integer in " + std::to_string(low) + ".." + std::to_string(high);
  if (!json.is_number_integer()) {
    fail(key, "is " + shown(json) + expected);
    return low;
  }
  // Unsigned values above the signed range would wrap in get<int64>.
  const bool fits = !json.is_number_unsigned() || json.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX);
  const std::int64_t value = fits ? json.get<std::int64_t>() : 0;
  if (!fits || value < low || value > high) {
    fail(key, "is " + shown(json) + expected);
    return low;
  }
  return value;
}

double JsonFields::checked_number(const Json& json, std::string_view key, double low, double high) {
  const double value = json.is_number() ? json.get<double>() : NAN;
  if (!std::isfinite(value) || value < low || value > high) {
    fail(key, "is " + shown(json) + ", expected a number in " + shown(low) + ".." + shown(high));
    return low;
  }
  return value;
}

std::string JsonFields::text(std::string_view key) {
  const Json* json = find(key);
  return json != nullptr ? checked_text(*json, key) : std::string();
}

std::int64_t JsonFields::integer(std::string_view key, std::int64_t low, std::int64_t high) {
  const Json* json = find(key);
  return json != nullptr ? checked_integer(*json, key, low, high) : low;
}

double JsonFields::number(std::string_view key, double low, double high) {
  const Json* json = find(key);
  return json != nullptr ? checked_number(*json, key, low, high) : low;
}

bool JsonFields::boolean(std::string_view key) {
  const Json* json = find(key);
  if (json == nullptr) return false;
  if (!json->is_boolean()) {
    fail(key, "is " + shown(*json) + ", expected true or false");
    return false;
  }
  return json->get<bool>();
}

template <class T, class Checked>
std::vector<T> JsonFields::list_of(std::string_view key, Checked checked) {
  std::vector<T> values;
  if (const Json* list = find_list(key)) {
    for (const Json& item : *list) {
      values.push_back(checked(item, std::string(key) + "/" + std::to_string(values.size())));
    }
  }
  return values;
}

std::vector<std::string> JsonFields::texts(std::string_view key) {
  return list_of<std::string>(key,
                              [&](const Json& item, const std::string& place) { return checked_text(item, place); });
}

std::vector<std::int64_t> JsonFields::integers(std::string_view key, std::int64_t low, std::int64_t high) {
  return list_of<std::int64_t>(
      key, [&](const Json& item, const std::string& place) { return checked_integer(item, place, low, high); });
}

std::vector<double> JsonFields::numbers(std::string_view key, double low, double high) {
  return list_of<double>(
      key, [&](const Json& item, const std::string& place) { return checked_number(item, place, low, high); });
}

JsonFields JsonFields::object(std::string_view key) {
  const Json* json = find(key);
  return {json != nullptr ? *json : first_error_->nothing, place_ + "/" + std::string(key), *first_error_};
}

void JsonFields::each_object(std::string_view key, const std::function<void(JsonFields&)>& read) {
  const Json* list = find_list(key);
  if (list == nullptr) return;
  std::size_t index = 0;
  for (const Json& item : *list) {
    JsonFields fields(item, place_ + "/" + std::string(key) + "/" + std::to_string(index++), *first_error_);
    if (first_error_->error) return;
    read(fields);
  }
}

std::vector<std::string> JsonFields::names() {
  std::vector<std::string> names;
  if (first_error_->error) return names;
  if (json_->size() > kMaxJsonItems) {
    fail("", "has " + std::to_string(json_->size()) + " members, expected at most " + std::to_string(kMaxJsonItems));
    return names;
  }
  for (const auto& [name, value] : json_->items()) {
    names.push_back(name);
    read_.insert(name);
  }
  return names;
}

std::size_t JsonFields::choice(std::string_view key, std::span<const std::string_view> names) {
  const std::string value = text(key);
  if (first_error_->error) return 0;
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == value) return i;
    list += (i == 0 ? "" : ", ") + std::string(names[i]);
  }
  fail(key, "is " + core::quoted(value) + ", expected one of: " + list, ErrorCode::kUnsupported);
  return 0;
}

void JsonFields::refuse_others() {
  if (first_error_->error) return;
  for (const auto& [name, value] : json_->items()) {
    if (read_.find(name) == read_.end()) {
      fail("", "has the member " + core::quoted(name) + ", which is not known there");
      return;
    }
  }
}

}  // namespace emo::io
