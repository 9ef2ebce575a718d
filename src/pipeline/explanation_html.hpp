// Explanations as one page that opens from disk.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "io/manifest.hpp"
#include "pipeline/text_explanation.hpp"

namespace emo::pipeline {

struct ExplainedText {
  std::string text;
  TextExplanation explanation;
};

/// A complete HTML document without scripts or outside resources: each text with its words shaded by weight (for the
/// class: blue; against it: orange, underlined, so that colour is not the only sign), the heaviest words as a table,
/// the faithfulness figures in words. Everything that came from the texts is escaped. Light and dark by the reader's
/// setting.
std::string explanation_html(std::span<const ExplainedText> texts, const io::Manifest& manifest);

/// One sentence on what the faithfulness figures mean, for readers who do not know them. `parts`: what was taken out.
std::string describe(const Faithfulness& faithfulness, std::string_view parts = "words");

}  // namespace emo::pipeline
