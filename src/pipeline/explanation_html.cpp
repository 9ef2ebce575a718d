// The page of `emo explain text --html`. Plain HTML and CSS: no scripts, nothing loaded. Faces have pictures instead
// (occlusion_map), and the report of an evaluation is src/report's.
#include "pipeline/explanation_html.hpp"

#include <algorithm>
#include <cmath>

#include "core/markup.hpp"
#include "core/number_words.hpp"
#include "pipeline/explanation_json.hpp"

namespace emo::pipeline {
namespace {

constexpr std::size_t kTableRows = 8;
constexpr double kFaintest = 0.04;  ///< share of the largest weight below which a word is not shaded

constexpr std::string_view kStyle =
    "<style>\n"
    ":root{color-scheme:light dark;--for:0,95,190;--against:200,90,0;--line:#8884}\n"
    "@media(prefers-color-scheme:dark){:root{--for:90,170,255;--against:255,160,70}}\n"
    "body{font:16px/1.7 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\n"
    "h1{font-size:1.3rem}h2{font-size:1.05rem;margin:0}article{border-top:1px solid var(--line);padding:1rem 0}\n"
    ".text{font-size:1.15rem;white-space:pre-wrap;overflow-wrap:anywhere}\n"
    ".text span{border-radius:.2em;padding:.05em .1em}.against{border-bottom:2px dotted rgb(var(--against))}\n"
    "table{border-collapse:collapse;margin:.5rem 0;font-variant-numeric:tabular-nums}\n"
    "td,th{padding:.1rem .8rem .1rem 0;text-align:left}td+td,th+th{text-align:right}\n"
    ".note{color:#888;font-size:.9rem}@media print{body{margin:0;max-width:none}}\n"
    "</style>\n";

void append_shaded(std::string& out, std::string_view text, const TextExplanation& explanation) {
  double largest = 0;
  for (const auto& weight : explanation.weights) largest = std::max(largest, std::abs(weight.weight));
  std::size_t at = 0;
  for (const auto& weight : explanation.weights) {
    out += core::escaped(text.substr(at, weight.begin - at));
    const double share = largest > 0 ? std::abs(weight.weight) / largest : 0;
    const bool shaded = share >= kFaintest;
    if (shaded) {
      const bool speaks_for = weight.weight > 0;
      out += speaks_for ? "<span style=\"background:rgba(var(--for),"
                        : "<span class=\"against\" style=\"background:rgba(var(--against),";
      out += core::formatted("%.2f", 0.55 * share) + ")\" title=\"" + core::formatted("%+.2f", weight.weight) + "\">";
    }
    out += core::escaped(text.substr(weight.begin, weight.end - weight.begin));
    if (shaded) out += "</span>";
    at = weight.end;
  }
  out += core::escaped(text.substr(at));
}

void append_row(std::string& out, std::string_view words, const WordWeight& weight) {
  out += "<tr><td>";
  out += core::escaped(words);
  out += "</td><td>" + core::formatted("%+.2f", weight.weight) + "</td><td>" + core::formatted("%+.3f", weight.drop) +
         "</td></tr>\n";
}

void append_article(std::string& out, const ExplainedText& item) {
  const auto& [text, explanation] = item;
  const std::string_view whole = text;
  out += "<article>\n<h2>";
  out += core::escaped(explanation.label);
  out += " " + core::formatted("%.2f", explanation.score) + "</h2>\n<p class=\"text\">";
  append_shaded(out, text, explanation);
  out += "</p>\n";
  if (explanation.result.abstained) {
    out += "<p class=\"note\">Do not rely on this answer: " + explanation.result.abstain_reason + ".</p>\n";
  }
  if (!explanation.weights.empty()) {
    out += "<table><tr><th>words</th><th>log-odds</th><th>probability</th></tr>\n";
    for (const auto& weight : select_weights(explanation, kTableRows)) {
      append_row(out, whole.substr(weight.begin, weight.end - weight.begin), weight);
    }
    for (const auto& phrase : explanation.phrases) {
      append_row(out,
                 "together: " + std::string(whole.substr(phrase.whole.begin, phrase.whole.end - phrase.whole.begin)),
                 phrase.whole);
    }
    out += "</table>\n";
  }
  if (explanation.faithfulness) out += "<p class=\"note\">" + describe(*explanation.faithfulness) + "</p>\n";
  out += "</article>\n";
}

}  // namespace

std::string describe(const LeftOut& left_out) {
  std::string out;
  if (left_out.texts > 0) out = core::counted(left_out.texts, "more text", "more texts");
  if (left_out.errors > 0) out += (out.empty() ? "" : " and ") + core::counted(left_out.errors, "error", "errors");
  if (out.empty()) return out;
  return out + (left_out.texts + left_out.errors == 1 ? " is" : " are") + " not shown";
}

std::string explanation_html(std::span<const ExplainedText> texts, const io::Manifest& manifest,
                             const LeftOut& left_out) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>Why this emotion</title>\n";
  out += kStyle;
  out += "</head>\n<body>\n<h1>Why this emotion</h1>\n<p class=\"note\">Model ";
  out += core::escaped(manifest.name + " " + manifest.version);
  out +=
      ". Blue words speak for the answer, orange underlined ones against it; the weight of a word is how much the "
      "log-odds of the answer fall when it is left out.</p>\n";
  for (const auto& text : texts) append_article(out, text);
  if (const std::string rest = describe(left_out); !rest.empty()) out += "<p class=\"note\">" + rest + ".</p>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace emo::pipeline
