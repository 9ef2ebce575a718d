// A text bundle's weights in 8 bits, rounded for texts like the given ones.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "models/text_inputs.hpp"

namespace emo::pipeline {

struct TextSample {
  std::string text;
  std::string place;  ///< "reviews.csv:12", for messages
};

/// Writes the text bundle `bundle` to `out` as a whole, with weights in 8 bits that are rounded for the inputs which
/// `texts` give them (models/quantize_matrix.hpp). Weights that are in 8 bits already are rounded once more, so that
/// they get the form that CPUs without VNNI multiply fastest (nn/octet_limit.hpp). Thresholds, temperatures, tokenizer
/// and card stay; golden.json is recorded anew; `command` joins the provenance. `texts` are read up to their first
/// window. `progress` counts matrices. Errors: of the files and of writing, kUnsupported (not a text bundle),
/// kInvalidInput (no text at all, invalid UTF-8: where); then `out` is as it was.
Result<void> quantize_text_bundle(const std::string& bundle, const std::vector<TextSample>& texts,
                                  const std::string& out, const std::string& command,
                                  const models::TextInputs::Progress& progress = {});

}  // namespace emo::pipeline
