// The content of golden.json: recorded inputs with the numbers a model gave for them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::pipeline {

enum class GoldenUnit { kText, kPattern };

/// How many drawn pictures there are; a recorded pattern is 0..kGoldenPatterns - 1.
inline constexpr int kGoldenPatterns = 6;

struct GoldenItem {
  std::string text = {};  ///< kText: what the model read
  int pattern = 0;        ///< kPattern: which picture it saw
  std::vector<double> logits = {};
};

/// "text" or "pattern"; the list in the file has an s more.
const char* name_of(GoldenUnit unit);

/// {"texts":[…],"logits":[[…]]} or {"patterns":[…],"logits":[[…]]}. Precondition: no logit is infinite or NaN.
std::string golden_json(GoldenUnit unit, std::span<const GoldenItem> items);

/// Reads what golden_json wrote: at least one item, each with its own list of logits, which may be empty; how many a
/// model has is not known here. Errors: kInvalidModel naming `place` and the item.
Result<std::vector<GoldenItem>> parse_golden(std::string_view json, const std::string& place, GoldenUnit unit);

}  // namespace emo::pipeline
