// When an answer is given but must not be acted on.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/text_recognizer.hpp"

namespace emo::pipeline {

/// True when `code` was detected with text::kLanguageConfidence and is not in `supported`. "und" and an empty list of
/// supported languages never are a reason.
bool unsupported_language(std::string_view code, double confidence, std::span<const std::string> supported);

/// Reason code of a text without words.
inline constexpr std::string_view kEmptyText = "empty_text";

/// Answers for a text without tokens (empty, white space, control characters only): abstained, kEmptyText. Nothing is
/// known of it, and the scores say so: a softmax head gives the same to every label, a sigmoid head 0. The label is
/// "neutral" or, of a head without it, the first: in a softmax head "neutral" is ahead by less than the scores show, so
/// that whoever takes the best one finds it. The model is not asked: what it makes of no words is noise.
TextResult empty_text_result(const io::Manifest& manifest, std::size_t primary_head, Coverage coverage);

/// Fills label, abstained and abstain_reason from `result.heads` and the coverage: the best label of the primary head
/// (the first of equals); "unsupported_language", then "unknown_words" (PreparedText::words_known: the answer is that
/// to the unknown token, whatever stands there) before what decide_head() says: "low_confidence" (best probability
/// below `min_confidence`), "risk_target" (below the bound that the bundle was calibrated to).
void decide(TextResult& result, const io::Manifest& manifest, std::size_t primary_head, double language_confidence,
            double min_confidence, bool words_known = true);

}  // namespace emo::pipeline
