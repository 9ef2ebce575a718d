// The public CSV of text results: fixed columns first to last for one model, whatever a row says. Reading CSV is io's
// work; what is shown of a result is decided in result_view.cpp.
#include "pipeline/result_csv.hpp"

#include "pipeline/csv_text.hpp"
#include "pipeline/head_decision.hpp"
#include "pipeline/json_text.hpp"
#include "pipeline/result_view.hpp"

namespace emo::pipeline {
namespace {

constexpr std::size_t kFixedColumnsAfterScores = 7;  // emotions … error

}  // namespace

void append_csv_header(std::string& out, const io::Manifest& manifest, const HeadRoles& roles) {
  out += "id,text,label,score";
  for (const auto& label : manifest.heads[roles.primary].labels) {
    out += ',';
    append_csv_field(out, label);
  }
  out += ",emotions,sentiment,valence,arousal,abstained,language,windows,";
  if (gives_sets(manifest.heads[roles.primary])) out += "set,";
  out += "error\n";
}

void append_result_csv(std::string& out, std::string_view id, std::string_view text, const TextResult& result,
                       const io::Manifest& manifest, const HeadRoles& roles, std::size_t top_k) {
  const ResultView view = view_result(result, manifest, roles, top_k);
  append_csv_field(out, id);
  out += ',';
  append_csv_field(out, text);
  out += ',';
  append_csv_field(out, result.label);
  out += ',';
  append_number(out, static_cast<double>(view.scores.front().score), kScoreDecimals);
  for (const float probability : result.heads[roles.primary].probabilities) {
    out += ',';
    append_number(out, static_cast<double>(probability), kScoreDecimals);
  }
  std::string emotions;
  for (const auto& emotion : view.emotions) {
    if (!emotions.empty()) emotions += '|';
    emotions += emotion.label;
  }
  out += ',';
  append_csv_field(out, emotions);
  out += ',';
  if (view.sentiment) append_csv_field(out, view.sentiment->label);
  out += ',';
  if (view.affect) append_number(out, view.affect->valence, kAffectDecimals);
  out += ',';
  if (view.affect) append_number(out, view.affect->arousal, kAffectDecimals);
  out += ',';
  append_csv_field(out, result.abstain_reason);
  out += ',';
  append_csv_field(out, result.coverage.language);
  out += ',' + std::to_string(result.coverage.windows) + ',';
  if (view.set) {
    std::string set;
    for (const auto& score : *view.set) {
      if (!set.empty()) set += '|';
      set += score.label;
    }
    append_csv_field(out, set);
    out += ',';
  }
  out += '\n';
}

void append_error_csv(std::string& out, std::string_view id, const Error& error, const io::Manifest& manifest,
                      const HeadRoles& roles) {
  append_csv_field(out, id);
  // text, label, score, one per class, and the fixed columns before `error`
  out.append(3 + manifest.heads[roles.primary].labels.size() + kFixedColumnsAfterScores, ',');
  out += gives_sets(manifest.heads[roles.primary]) ? ",," : ",";
  append_csv_field(out, std::string(error_info(error.code).name) + ": " + error.message);
  out += '\n';
}

}  // namespace emo::pipeline
