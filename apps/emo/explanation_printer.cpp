// The formats of `emo explain text`. JSON and HTML come from the pipeline; the coloured text for people is drawn here.
// Heat maps of faces are command_explain_face.cpp's.
#include "explanation_printer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/number_words.hpp"
#include "pipeline/csv_text.hpp"
#include "pipeline/explanation_json.hpp"
#include "pipeline/result_json.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kExplainedCharacters = 400;
constexpr std::size_t kShownWordCharacters = 32;
constexpr std::size_t kShownWords = 12;
constexpr int kWeightCells = 16;
constexpr double kFaintest = 0.04;  ///< share of the largest weight below which a word keeps its plain colour
constexpr const char* kFor = "\x1b[94m";
constexpr const char* kStronglyFor = "\x1b[1;94m";
constexpr const char* kAgainst = "\x1b[33m";
constexpr const char* kStronglyAgainst = "\x1b[1;33m";
constexpr const char* kPlain = "\x1b[0m";

double largest_weight(const pipeline::TextExplanation& explanation) {
  double largest = 0;
  for (const auto& weight : explanation.weights) largest = std::max(largest, std::abs(weight.weight));
  return largest;
}

const char* colour_of(double share) {
  if (share >= 0.5) return kStronglyFor;
  if (share <= -0.5) return kStronglyAgainst;
  return share > 0 ? kFor : kAgainst;
}

}  // namespace

ExplanationPrinter::ExplanationPrinter(const io::Manifest& manifest, Format format, std::size_t top_k, bool single)
    : manifest_(manifest), format_(format), top_k_(top_k), list_(format, single), colour_(colour_wanted()) {}

void ExplanationPrinter::begin() {
  if (format_ == Format::kCsv) buffer_ += "id,label,score,start,end,word,weight,drop,error,head,abstained,verdict\n";
  list_.begin(buffer_);
}

void ExplanationPrinter::end() {
  list_.end(buffer_);
}

void ExplanationPrinter::print(std::string_view id, std::string_view text,
                               const Result<pipeline::TextExplanation>& explanation) {
  switch (format_) {
    case Format::kCsv:
      print_csv(id, text, explanation);
      break;
    case Format::kJson:
    case Format::kJsonl:
      list_.before_object(buffer_);
      if (explanation) {
        pipeline::append_explanation_json(buffer_, id, text, *explanation, manifest_, top_k_);
      } else {
        pipeline::append_error_json(buffer_, id, explanation.error());
      }
      list_.after_object(buffer_);
      break;
    case Format::kAuto:
    case Format::kPretty:
      print_pretty(text, explanation);
  }
  first_ = false;
}

void ExplanationPrinter::print_csv(std::string_view id, std::string_view text,
                                   const Result<pipeline::TextExplanation>& explanation) {
  if (!explanation) {
    pipeline::append_csv_field(buffer_, id);
    buffer_ += ",,,,,,,,";
    pipeline::append_csv_field(
        buffer_, std::string(error_info(explanation.error().code).name) + ": " + explanation.error().message);
    buffer_ += ",,,\n";
    return;
  }
  const auto record = [&](const pipeline::WordWeight* weight) {
    pipeline::append_csv_field(buffer_, id);
    buffer_ += ',';
    pipeline::append_csv_field(buffer_, explanation->label);
    buffer_ += core::formatted(",%.6f,", explanation->score);
    if (weight != nullptr) {
      buffer_ += std::to_string(weight->char_begin) + ',' + std::to_string(weight->char_end) + ',';
      pipeline::append_csv_field(buffer_, text.substr(weight->begin, weight->end - weight->begin));
      buffer_ += core::formatted(",%.6f,", weight->weight) + core::formatted("%.6f", weight->drop);
    } else {
      buffer_ += ",,,,";
    }
    buffer_ += ",,";
    pipeline::append_csv_field(buffer_, explanation->head);
    buffer_ += ',';
    pipeline::append_csv_field(buffer_, explanation->result.abstain_reason);
    buffer_ += ',';
    if (explanation->faithfulness) buffer_ += explanation->faithfulness->verdict;
    buffer_ += '\n';
  };
  const auto weights = pipeline::select_weights(*explanation, top_k_);
  for (const auto& weight : weights) record(&weight);
  if (weights.empty()) record(nullptr);  // a text without words has its answer all the same
}

void ExplanationPrinter::append_coloured(std::string_view text, const pipeline::TextExplanation& explanation) {
  const double largest = largest_weight(explanation);
  if (!colour_ || largest <= 0) {
    buffer_ += terminal_text(text, kExplainedCharacters) + '\n';
    return;
  }
  std::size_t at = 0, shown = 0;  // bytes, characters
  for (const auto& weight : explanation.weights) {
    if (weight.char_end > kExplainedCharacters) break;
    buffer_ += terminal_text(text.substr(at, weight.begin - at), kExplainedCharacters);
    const double share = weight.weight / largest;
    const bool coloured = std::abs(share) >= kFaintest;
    if (coloured) buffer_ += colour_of(share);
    buffer_ += terminal_text(text.substr(weight.begin, weight.end - weight.begin), kExplainedCharacters);
    if (coloured) buffer_ += kPlain;
    at = weight.end;
    shown = weight.char_end;
  }
  buffer_ += terminal_text(text.substr(at), kExplainedCharacters - shown) + '\n';
}

void ExplanationPrinter::print_pretty(std::string_view text, const Result<pipeline::TextExplanation>& result) {
  if (!first_) buffer_ += '\n';
  if (!result) {
    buffer_ += error_line(result.error());
    return;
  }
  const auto& explanation = *result;
  append_coloured(text, explanation);
  buffer_ += "  " + shown_line(explanation.label) + core::formatted(" %.2f", explanation.score) + "  (head " +
             explanation.head + ")\n";
  const double largest = largest_weight(explanation);
  const auto row = [&](std::string_view words, const pipeline::WordWeight& weight, const std::string& note) {
    const std::string shown = terminal_text(words, kShownWordCharacters);
    buffer_ += "  " + padded(shown, kShownWordCharacters / 2);
    buffer_ += core::formatted(" %+6.2f ", weight.weight);
    if (colour_) buffer_ += colour_of(largest > 0 ? weight.weight / largest : 0);
    std::string drawn = bar(largest > 0 ? std::abs(weight.weight) / largest : 0, kWeightCells);
    drawn.erase(drawn.find_last_not_of(' ') + 1);
    buffer_ += drawn;
    if (colour_) buffer_ += kPlain;
    buffer_ += note + '\n';
  };
  const std::size_t shown = top_k_ == 0 ? kShownWords : top_k_;
  for (const auto& weight : pipeline::select_weights(explanation, shown)) {
    row(text.substr(weight.begin, weight.end - weight.begin), weight, "");
  }
  if (explanation.weights.size() > shown) {
    const std::size_t rest = explanation.weights.size() - shown;
    buffer_ += "  (" + std::to_string(rest) + (rest == 1 ? " lighter one" : " lighter ones") + " not shown)\n";
  }
  for (const auto& phrase : explanation.phrases) {
    row(text.substr(phrase.whole.begin, phrase.whole.end - phrase.whole.begin), phrase.whole,
        " together, " + core::formatted("%+.2f", phrase.interaction) + " beyond its words");
  }
  if (explanation.words_per_weight > 1) {
    buffer_ += "  long text: " + std::to_string(explanation.words_per_weight) + " words weighed together\n";
  }
  if (explanation.faithfulness) buffer_ += "  " + pipeline::describe(*explanation.faithfulness) + '\n';
  if (explanation.result.abstained) {
    buffer_ += "  do not rely on this answer: " + explanation.result.abstain_reason + '\n';
  }
}

Result<void> ExplanationPrinter::flush() {
  return flush_to_stdout(buffer_);
}

}  // namespace emo::cli
