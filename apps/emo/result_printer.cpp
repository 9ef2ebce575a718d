// The formats of `emo text`. JSON and CSV come from the pipeline; the picture for people is drawn here. Batches write
// to files without it, since those are for programs.
#include "result_printer.hpp"

#include <algorithm>
#include <cstdio>

#include "core/number_words.hpp"
#include "pipeline/result_csv.hpp"
#include "pipeline/result_json.hpp"
#include "pipeline/result_view.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

/// Scores below this are not drawn unless --top-k asks for them.
constexpr float kSmallestDrawn = 0.01F;
/// More only where --top-k asks for them: outside of their domain many pass their thresholds.
constexpr std::size_t kShownEmotions = 5;

}  // namespace

ResultPrinter::ResultPrinter(const io::Manifest& manifest, Format format, std::size_t top_k, bool single)
    : manifest_(manifest),
      roles_(pipeline::head_roles(manifest)),
      format_(format),
      top_k_(top_k),
      list_(format, single),
      colour_(colour_wanted()) {}

void ResultPrinter::begin() {
  if (format_ == Format::kCsv) pipeline::append_csv_header(buffer_, manifest_, roles_);
  list_.begin(buffer_);
}

void ResultPrinter::print(std::string_view id, std::string_view text, const Result<pipeline::TextResult>& result) {
  switch (format_) {
    case Format::kCsv:
      if (result) {
        pipeline::append_result_csv(buffer_, id, text, *result, manifest_, roles_, top_k_);
      } else {
        pipeline::append_error_csv(buffer_, id, result.error(), manifest_, roles_);
      }
      break;
    case Format::kJson:
    case Format::kJsonl:
      list_.before_object(buffer_);
      if (result) {
        pipeline::append_result_json(buffer_, id, text, *result, manifest_, roles_, top_k_);
      } else {
        pipeline::append_error_json(buffer_, id, result.error());
      }
      list_.after_object(buffer_);
      break;
    case Format::kAuto:
    case Format::kPretty:
      print_pretty(text, result);
  }
  first_ = false;
}

void ResultPrinter::print_pretty(std::string_view text, const Result<pipeline::TextResult>& result) {
  if (!first_) buffer_ += '\n';
  if (!result) {
    buffer_ += error_line(result.error());
    return;
  }
  buffer_ += terminal_text(text, kShownCharacters) + '\n';
  const auto view = pipeline::view_result(*result, manifest_, roles_, top_k_);
  std::size_t width = 0;
  for (const auto& score : view.scores) width = std::max(width, shown_width(score.label));
  for (std::size_t i = 0; i < view.scores.size(); ++i) {
    const auto& [label, score] = view.scores[i];
    if (i != 0 && top_k_ == 0 && score < kSmallestDrawn) break;
    buffer_ += "  " + score_line(label, width, score, colour_);
  }
  std::string line;
  const std::size_t shown = top_k_ == 0 ? std::min(view.emotions.size(), kShownEmotions) : view.emotions.size();
  for (std::size_t i = 0; i < shown; ++i) {
    line += (i == 0 ? "  emotions: " : ", ") + shown_line(view.emotions[i].label);
    line += core::formatted(" %.2f", static_cast<double>(view.emotions[i].score));
  }
  if (shown < view.emotions.size()) line += ", " + std::to_string(view.emotions.size() - shown) + " weaker";
  if (!line.empty()) buffer_ += line + '\n';
  line.clear();
  if (view.sentiment) {
    line += "  sentiment: " + shown_line(view.sentiment->label);
    line += core::formatted(" %.2f", static_cast<double>(view.sentiment->score));
  }
  if (view.affect) {
    line += core::formatted("  valence: %+.2f", view.affect->valence);
    line += core::formatted("  arousal: %.2f", view.affect->arousal);
  }
  if (!line.empty()) buffer_ += line + '\n';
  if (view.set) {
    line = core::formatted("  with %.0f %% coverage: ", 100 * view.set_coverage);
    for (std::size_t i = 0; i < view.set->size(); ++i) line += (i == 0 ? "" : ", ") + shown_line((*view.set)[i].label);
    buffer_ += line + '\n';
  }
  if (result->coverage.windows > 1) {
    buffer_ += "  read whole: " + std::to_string(result->coverage.tokens) + " tokens in " +
               std::to_string(result->coverage.windows) + " windows\n";
  }
  if (result->abstained) {
    buffer_ += "  do not rely on this: " + result->abstain_reason;
    if (result->abstain_reason == "unsupported_language") buffer_ += " (" + result->coverage.language + ")";
    buffer_ += '\n';
  }
}

void ResultPrinter::end() {
  list_.end(buffer_);
}

Result<void> ResultPrinter::flush() {
  return flush_to_stdout(buffer_);
}

}  // namespace emo::cli
