// The public JSON of a text result, field by field. The names are a promise to users: add, never rename. What is shown
// of a result is decided in result_view.cpp; faces have face_json.cpp.
#include "pipeline/result_json.hpp"

#include <vector>

#include "pipeline/json_members.hpp"
#include "pipeline/json_text.hpp"
#include "pipeline/result_view.hpp"

namespace emo::pipeline {
namespace {

void append_set(std::string& out, const std::vector<Score>& set, double coverage) {
  out += ",\"set\":[";
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (i != 0) out += ',';
    append_json_string(out, set[i].label);
  }
  out += "],\"set_coverage\":";
  append_number(out, coverage, kScoreDecimals);
}

void append_derived(std::string& out, const ResultView& view) {
  if (view.sentiment) {
    out += ",\"sentiment\":";
    append_score_json(out, *view.sentiment);
  }
  if (view.affect) {
    out += ",\"valence\":";
    append_number(out, view.affect->valence, kAffectDecimals);
    out += ",\"arousal\":";
    append_number(out, view.affect->arousal, kAffectDecimals);
  }
  out += ",\"derived\":[";
  if (view.sentiment_derived) out += "\"sentiment\"";
  if (view.sentiment_derived && view.affect) out += ',';
  if (view.affect) out += "\"valence\",\"arousal\"";
  out += ']';
}

void append_coverage(std::string& out, const Coverage& coverage) {
  out += ",\"coverage\":{\"chars\":" + std::to_string(coverage.chars);
  out += ",\"tokens\":" + std::to_string(coverage.tokens);
  out += ",\"windows\":" + std::to_string(coverage.windows);
  out += coverage.truncated ? ",\"truncated\":true" : ",\"truncated\":false";
  out += ",\"language\":";
  append_json_string(out, coverage.language);
  out += '}';
}

}  // namespace

void append_result_json(std::string& out, std::string_view id, std::string_view text, const TextResult& result,
                        const io::Manifest& manifest, const HeadRoles& roles, std::size_t top_k) {
  const ResultView view = view_result(result, manifest, roles, top_k);
  out += "{\"id\":";
  append_json_string(out, id);
  out += ",\"text\":";
  append_json_string(out, text);
  out += ",\"label\":";
  append_json_string(out, result.label);
  out += result.abstained ? ",\"abstained\":true" : ",\"abstained\":false";
  if (result.abstained) {
    out += ",\"reason\":";
    append_json_string(out, result.abstain_reason);
  }
  if (view.set) append_set(out, *view.set, view.set_coverage);
  out += ",\"scores\":";
  append_scores_json(out, view.scores);
  out += ",\"emotions\":";
  append_scores_json(out, view.emotions);
  append_derived(out, view);
  append_coverage(out, result.coverage);
  append_model_member(out, manifest);
  out += '}';
}

void append_error_json(std::string& out, std::string_view id, const Error& error) {
  out += "{\"id\":";
  append_json_string(out, id);
  append_error_member(out, error);
  out += '}';
}

}  // namespace emo::pipeline
