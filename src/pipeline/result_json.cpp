// The public JSON of a text result, field by field. The names are a promise to users: add, never rename. What is shown
// of a result is decided in result_view.cpp; faces have face_json.cpp.
#include "pipeline/result_json.hpp"

#include <vector>

#include "pipeline/json_text.hpp"
#include "pipeline/result_view.hpp"

namespace emo::pipeline {
namespace {

void append_score(std::string& out, const Score& score) {
  out += "{\"label\":";
  append_json_string(out, score.label);
  out += ",\"score\":";
  append_number(out, static_cast<double>(score.score), kScoreDecimals);
  out += '}';
}

void append_scores(std::string& out, std::string_view name, const std::vector<Score>& scores) {
  out += ",\"";
  out += name;
  out += "\":[";
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (i != 0) out += ',';
    append_score(out, scores[i]);
  }
  out += ']';
}

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
    append_score(out, *view.sentiment);
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
  append_scores(out, "scores", view.scores);
  append_scores(out, "emotions", view.emotions);
  append_derived(out, view);
  append_coverage(out, result.coverage);
  out += ",\"model\":{\"name\":";
  append_json_string(out, manifest.name);
  out += ",\"version\":";
  append_json_string(out, manifest.version);
  out += "}}";
}

void append_error_json(std::string& out, std::string_view id, const Error& error) {
  out += "{\"id\":";
  append_json_string(out, id);
  out += ",\"error\":{\"code\":";
  append_json_string(out, error_info(error.code).name);
  out += ",\"message\":";
  append_json_string(out, error.message);
  out += "}}";
}

}  // namespace emo::pipeline
