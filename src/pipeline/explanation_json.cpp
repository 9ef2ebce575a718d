// The public JSON of a text's explanation, field by field. The names are a promise to users: add, never rename. Those
// of a face's explanation are face_explanation.cpp's, but for the figures that both have.
#include "pipeline/explanation_json.hpp"

#include <algorithm>
#include <cmath>

#include "pipeline/json_members.hpp"
#include "pipeline/json_text.hpp"

namespace emo::pipeline {
namespace {

constexpr int kDecimals = 6;

void append_field(std::string& out, std::string_view name, double value) {
  out += ",\"";
  out += name;
  out += "\":";
  append_number(out, value, kDecimals);
}

void append_weight(std::string& out, std::string_view text, const WordWeight& weight) {
  out += "{\"text\":";
  append_json_string(out, text.substr(weight.begin, weight.end - weight.begin));
  out += ",\"start\":" + std::to_string(weight.char_begin) + ",\"end\":" + std::to_string(weight.char_end);
  append_field(out, "weight", weight.weight);
  append_field(out, "drop", weight.drop);
}

}  // namespace

std::vector<WordWeight> select_weights(const TextExplanation& explanation, std::size_t top_k) {
  auto weights = explanation.weights;
  if (top_k == 0) return weights;
  std::stable_sort(weights.begin(), weights.end(),
                   [](const WordWeight& a, const WordWeight& b) { return std::abs(a.weight) > std::abs(b.weight); });
  if (weights.size() > top_k) weights.resize(top_k);
  return weights;
}

void append_faithfulness_json(std::string& out, const Faithfulness& faithfulness) {
  out += "{\"deletion_auc\":";
  append_number(out, faithfulness.deletion, kDecimals);
  append_field(out, "insertion_auc", faithfulness.insertion);
  append_field(out, "random_auc", faithfulness.random);
  append_field(out, "random_spread", faithfulness.random_spread);
  append_field(out, "gain", faithfulness.gain);
  out += ",\"random_orders\":" + std::to_string(faithfulness.random_orders);
  out += ",\"seed\":" + std::to_string(faithfulness.seed) + ",\"verdict\":";
  append_json_string(out, faithfulness.verdict);
  out += '}';
}

void append_explanation_json(std::string& out, std::string_view id, std::string_view text,
                             const TextExplanation& explanation, const io::Manifest& manifest, std::size_t top_k) {
  out += "{\"id\":";
  append_json_string(out, id);
  out += ",\"text\":";
  append_json_string(out, text);
  out += ",\"head\":";
  append_json_string(out, explanation.head);
  out += ",\"label\":";
  append_json_string(out, explanation.label);
  append_field(out, "score", explanation.score);
  out += explanation.result.abstained ? ",\"abstained\":true" : ",\"abstained\":false";
  if (explanation.result.abstained) {
    out += ",\"reason\":";
    append_json_string(out, explanation.result.abstain_reason);
  }
  out += ",\"words\":[";
  bool first = true;
  for (const auto& weight : select_weights(explanation, top_k)) {
    if (!first) out += ',';
    first = false;
    append_weight(out, text, weight);
    out += '}';
  }
  out += "],\"phrases\":[";
  for (std::size_t i = 0; i < explanation.phrases.size(); ++i) {
    if (i != 0) out += ',';
    append_weight(out, text, explanation.phrases[i].whole);
    append_field(out, "interaction", explanation.phrases[i].interaction);
    out += '}';
  }
  out += "],\"words_per_weight\":" + std::to_string(explanation.words_per_weight) + ",\"faithfulness\":";
  if (explanation.faithfulness) {
    append_faithfulness_json(out, *explanation.faithfulness);
  } else {
    out += "null";
  }
  append_model_member(out, manifest);
  out += '}';
}

}  // namespace emo::pipeline
