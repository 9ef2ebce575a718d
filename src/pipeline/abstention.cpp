// The label of a text's result and the reasons to withhold it. Scores are always given: withholding is a flag, not a
// gap. The reasons that lie in the probabilities alone are head_decision.cpp's, which faces share.
#include "pipeline/abstention.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/labels.hpp"
#include "pipeline/head_decision.hpp"
#include "text/language.hpp"

namespace emo::pipeline {
namespace {

// However a model spells it: "Neutral", "NEU".
std::optional<std::size_t> neutral_of(const std::vector<std::string>& labels) {
  const auto found = std::find_if(labels.begin(), labels.end(),
                                  [](const std::string& label) { return core::canonical_label(label) == "neutral"; });
  if (found == labels.end()) return std::nullopt;
  return static_cast<std::size_t>(found - labels.begin());
}

}  // namespace

bool unsupported_language(std::string_view code, double confidence, std::span<const std::string> supported) {
  if (code == "und" || confidence < text::kLanguageConfidence || supported.empty()) return false;
  return std::find(supported.begin(), supported.end(), code) == supported.end();
}

TextResult empty_text_result(const io::Manifest& manifest, std::size_t primary_head, Coverage coverage) {
  constexpr float kAhead = 1e-7F;
  TextResult result;
  for (const auto& head : manifest.heads) {
    std::vector<float> probabilities(head.labels.size(), 0.0F);
    if (head.activation == core::HeadActivation::kSoftmax) {
      std::fill(probabilities.begin(), probabilities.end(), 1.0F / static_cast<float>(head.labels.size()));
      if (const auto neutral = neutral_of(head.labels)) probabilities[*neutral] += kAhead;
    }
    result.heads.push_back({head.name, std::move(probabilities)});
  }
  const auto& labels = manifest.heads[primary_head].labels;
  result.label = labels[neutral_of(labels).value_or(0)];
  result.abstained = true;
  result.abstain_reason = kEmptyText;
  result.coverage = std::move(coverage);
  return result;
}

void decide(TextResult& result, const io::Manifest& manifest, std::size_t primary_head, double language_confidence,
            double min_confidence, bool words_known) {
  const auto& head = manifest.heads[primary_head];
  const HeadDecision decision = decide_head(head, result.heads[primary_head].probabilities, min_confidence);
  result.label = head.labels[decision.best];
  if (unsupported_language(result.coverage.language, language_confidence, manifest.languages)) {
    result.abstain_reason = "unsupported_language";
  } else if (!words_known) {
    result.abstain_reason = "unknown_words";
  } else {
    result.abstain_reason = decision.abstain_reason;
  }
  result.abstained = !result.abstain_reason.empty();
}

}  // namespace emo::pipeline
