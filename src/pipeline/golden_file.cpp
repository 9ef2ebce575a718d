// golden.json as it is written and read. It comes with a bundle from a stranger, so every member is checked before a
// model sees it; running the items and comparing is golden.cpp's.
#include "pipeline/golden_file.hpp"

#include "io/json.hpp"

namespace emo::pipeline {
namespace {

Error damaged(const std::string& message) {
  return {ErrorCode::kInvalidModel, message};
}

Result<GoldenItem> parse_item(const io::Json& input, const io::Json& logits, GoldenUnit unit) {
  GoldenItem item;
  if (unit == GoldenUnit::kText) {
    if (!input.is_string()) return damaged("expected a string");
    item.text = input.get<std::string>();
  } else {
    if (!input.is_number_integer() || input < 0 || input >= kGoldenPatterns) {
      return damaged("expected the number of a pattern, 0.." + std::to_string(kGoldenPatterns - 1));
    }
    item.pattern = input.get<int>();
  }
  if (!logits.is_array()) return damaged("expected a list of numbers");
  item.logits.reserve(logits.size());
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!logits[i].is_number()) return damaged("logit " + std::to_string(i) + " is no number");
    item.logits.push_back(logits[i].get<double>());
  }
  return item;
}

}  // namespace

const char* name_of(GoldenUnit unit) {
  return unit == GoldenUnit::kText ? "text" : "pattern";
}

std::string golden_json(GoldenUnit unit, std::span<const GoldenItem> items) {
  const std::string list = std::string(name_of(unit)) + "s";
  io::OrderedJson json;
  json[list] = io::OrderedJson::array();
  json["logits"] = io::OrderedJson::array();
  for (const auto& item : items) {
    if (unit == GoldenUnit::kText) {
      json[list].push_back(item.text);
    } else {
      json[list].push_back(item.pattern);
    }
    json["logits"].push_back(item.logits);
  }
  return io::dump_json(json) + "\n";
}

Result<std::vector<GoldenItem>> parse_golden(std::string_view text, const std::string& place, GoldenUnit unit) {
  EMO_ASSIGN(const io::Json json, io::parse_json(text, place, ErrorCode::kInvalidModel));
  const std::string list = std::string(name_of(unit)) + "s";
  if (!json.is_object() || !json.contains(list) || !json.contains("logits") || !json[list].is_array() ||
      !json["logits"].is_array() || json[list].size() != json["logits"].size() || json[list].empty()) {
    return damaged(place + ": expected {\"" + list + "\":[…],\"logits\":[[…]]} of equal, positive length");
  }
  std::vector<GoldenItem> items;
  for (std::size_t i = 0; i < json[list].size(); ++i) {
    auto item = parse_item(json[list][i], json["logits"][i], unit);
    if (!item) return item.error().at(place + ": " + name_of(unit) + " " + std::to_string(i));
    items.push_back(std::move(item).value());
  }
  return items;
}

}  // namespace emo::pipeline
