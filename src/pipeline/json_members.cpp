// Members that several results share, so that they cannot come to differ. The names are a promise to users; what else a
// result holds is result_json's, face_json's, face_film's and explanation_json's.
#include "pipeline/json_members.hpp"

#include "pipeline/json_text.hpp"

namespace emo::pipeline {

void append_score_json(std::string& out, const Score& score) {
  out += "{\"label\":";
  append_json_string(out, score.label);
  out += ",\"score\":";
  append_number(out, static_cast<double>(score.score), kScoreDecimals);
  out += '}';
}

void append_scores_json(std::string& out, std::span<const Score> scores) {
  out += '[';
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (i != 0) out += ',';
    append_score_json(out, scores[i]);
  }
  out += ']';
}

void append_model_member(std::string& out, const io::Manifest& manifest) {
  out += ",\"model\":{\"name\":";
  append_json_string(out, manifest.name);
  out += ",\"version\":";
  append_json_string(out, manifest.version);
  out += '}';
}

void append_error_member(std::string& out, const Error& error) {
  out += ",\"error\":{\"code\":";
  append_json_string(out, error_info(error.code).name);
  out += ",\"message\":";
  append_json_string(out, error.message);
  out += '}';
}

}  // namespace emo::pipeline
