// One text's explanation as one line of JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "io/manifest.hpp"
#include "pipeline/text_explanation.hpp"

namespace emo::pipeline {

/// Appends, without a line end:
///   {"id","text","head","label","score","abstained","reason"?,
///    "words":[{"text","start","end","weight","drop"}],"phrases":[{"text","start","end","weight","drop","interaction"}],
///    "words_per_weight","faithfulness":{"deletion_auc","insertion_auc","random_auc","random_spread","gain",
///    "random_orders","seed","verdict"}|null,"model":{name,version}}
/// start and end are code points of "text", half-open. "words" are in text order, or the `top_k` > 0 of largest
/// |weight|, heaviest first. Always valid UTF-8 JSON.
void append_explanation_json(std::string& out, std::string_view id, std::string_view text,
                             const TextExplanation& explanation, const io::Manifest& manifest, std::size_t top_k = 0);

/// Appends the same figures as JSON: the object of "faithfulness".
void append_faithfulness_json(std::string& out, const Faithfulness& faithfulness);

/// The weights in text order, or the `top_k` > 0 of largest |weight|, heaviest first.
std::vector<WordWeight> select_weights(const TextExplanation& explanation, std::size_t top_k);

}  // namespace emo::pipeline
