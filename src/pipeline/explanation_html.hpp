// Explanations as one page that opens from disk.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "io/manifest.hpp"
#include "pipeline/text_explanation.hpp"

namespace emo::pipeline {

struct ExplainedText {
  std::string text;
  TextExplanation explanation;
};

/// What a page does not show.
struct LeftOut {
  std::uint64_t texts = 0;   ///< explained, but more than a page keeps
  std::uint64_t errors = 0;  ///< could not be explained
};

/// "3 more texts and 1 error are not shown"; empty when nothing was left out.
std::string describe(const LeftOut& left_out);

/// A complete HTML document without scripts or outside resources: each text with its words shaded by weight (for the
/// class: blue; against it: orange, underlined, so that colour is not the only sign), the heaviest words as a table,
/// the faithfulness figures in words. Everything that came from the texts is escaped. Light and dark by the reader's
/// setting. What was left out is said at the end.
std::string explanation_html(std::span<const ExplainedText> texts, const io::Manifest& manifest,
                             const LeftOut& left_out = {});

}  // namespace emo::pipeline
