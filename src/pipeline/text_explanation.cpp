// Occlusion: which variants of a text are asked, and what their answers say. Knows no model, only a recognizer; where
// words begin and end is text_units.cpp's, whether to believe the weights faithfulness.cpp's.
#include "pipeline/text_explanation.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <span>
#include <utility>

#include "pipeline/explained_label.hpp"
#include "pipeline/log_odds.hpp"
#include "pipeline/text_units.hpp"
#include "text/utf8.hpp"

namespace emo::pipeline {
namespace {

/// Words times words that may be run for the weights of one text; beyond it neighbours are weighed together.
constexpr std::size_t kWorkBudget = 20'000;
constexpr std::size_t kFewestGroups = 16;

using Answers = std::vector<const TextResult*>;

/// The class's probability in every answer. A variant without anything to read is answered by a rule, not by the model;
/// here it counts as knowing nothing: every class alike.
std::vector<double> scores_of(const Answers& answers, const ExplainedLabel& target) {
  std::vector<double> scores;
  scores.reserve(answers.size());
  for (const auto& answer : answers) {
    const auto& probabilities = answer->heads[target.head].probabilities;
    scores.push_back(answer->coverage.tokens == 0 ? 1.0 / static_cast<double>(probabilities.size())
                                                  : static_cast<double>(probabilities[target.index]));
  }
  return scores;
}

/// Variants of one text, gathered and then asked about in one call.
class Variants {
 public:
  Variants(std::string_view utf8, const std::vector<TextUnit>& units, std::size_t per_group)
      : utf8_(utf8), units_(units), per_group_(per_group) {}

  [[nodiscard]] std::size_t groups() const { return (units_.size() + per_group_ - 1) / per_group_; }

  void whole() { texts_.emplace_back(utf8_); }
  /// Takes out units [begin, end).
  void without_range(std::size_t begin, std::size_t end) {
    std::vector<bool> removed(units_.size(), false);
    std::fill(removed.begin() + static_cast<std::ptrdiff_t>(begin), removed.begin() + static_cast<std::ptrdiff_t>(end),
              true);
    texts_.push_back(without_units(utf8_, units_, removed));
  }
  /// Takes out the groups named.
  void without_groups(std::span<const std::size_t> groups) {
    std::vector<bool> removed(units_.size(), false);
    for (const std::size_t g : groups) {
      for (std::size_t i = g * per_group_; i < std::min(units_.size(), (g + 1) * per_group_); ++i) removed[i] = true;
    }
    texts_.push_back(without_units(utf8_, units_, removed));
  }

  /// The answers to what was added since the last call; the first bad one is the error. A text is asked about once:
  /// short texts and repeated words make the same variant again and again.
  Result<Answers> run(const TextRecognizer& recognizer) {
    std::vector<std::string_view> fresh;
    for (const std::string& text : texts_) {
      if (known_.try_emplace(text).second) fresh.push_back(known_.find(text)->first);
    }
    if (!fresh.empty()) {
      auto answers = recognizer.recognize(fresh);
      for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (!answers[i]) return answers[i].error();
        known_.find(fresh[i])->second = std::move(answers[i]).value();
      }
    }
    Answers all;
    all.reserve(texts_.size());
    for (const std::string& text : texts_) all.push_back(&known_.find(text)->second);
    texts_.clear();
    return all;
  }

 private:
  std::string_view utf8_;
  const std::vector<TextUnit>& units_;
  std::size_t per_group_;
  std::vector<std::string> texts_;
  std::map<std::string, TextResult, std::less<>> known_;
};

Result<Faithfulness> measure_faithfulness(const TextRecognizer& recognizer, Variants& variants,
                                          const ExplainedLabel& target, double whole,
                                          const std::vector<WordWeight>& weights, const ExplainOptions& options) {
  std::vector<double> values;
  values.reserve(weights.size());
  for (const auto& weight : weights) values.push_back(weight.weight);
  const FaithfulnessTest test(values, options.random_orders, options.seed, CurvePoints::kCheap);
  for (const auto& removal : test.removals()) variants.without_groups(removal);
  EMO_ASSIGN(const auto answers, variants.run(recognizer));
  return test.read(whole, scores_of(answers, target));
}

Result<std::size_t> head_to_search(const TextRecognizer& recognizer, const std::string& name) {
  if (name.empty()) return recognizer.primary_head();
  const auto& heads = recognizer.manifest().heads;
  std::string known;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    if (heads[h].name == name) return h;
    known += (known.empty() ? "" : ", ") + heads[h].name;
  }
  return Error{ErrorCode::kNotFound, "the model has no head '" + name + "'; it has " + known};
}

WordWeight weigh(const TextUnit& first, const TextUnit& last, double whole, double without) {
  return {first.begin, last.end, first.char_begin, last.char_end, log_odds(whole) - log_odds(without), whole - without};
}

}  // namespace

Result<TextExplanation> explain_text(const TextRecognizer& recognizer, std::string_view utf8,
                                     const ExplainOptions& options) {
  EMO_TRY(text::validate_utf8(utf8));
  const auto units = split_units(utf8);
  if (units.size() > kMaxExplainedWords) {
    return Error{ErrorCode::kTooLarge, "the text has " + std::to_string(units.size()) + " words; at most " +
                                           std::to_string(kMaxExplainedWords) +
                                           " can be explained at once: give a part of it"};
  }
  TextExplanation out;
  out.words = units.size();
  if (!units.empty()) {
    const std::size_t groups = std::max(kFewestGroups, kWorkBudget / units.size());
    out.words_per_weight = (units.size() + groups - 1) / groups;
  }
  Variants variants(utf8, units, out.words_per_weight);
  variants.whole();
  for (std::size_t g = 0; g < variants.groups(); ++g) variants.without_groups({&g, 1});
  std::vector<UnitRange> scopes;
  if (out.words_per_weight == 1) scopes = negation_scopes(utf8, units);
  for (const auto& scope : scopes) variants.without_range(scope.begin, scope.end);
  EMO_ASSIGN(const auto answers, variants.run(recognizer));

  const auto& manifest = recognizer.manifest();
  out.result = *answers.front();
  EMO_ASSIGN(const std::size_t first_head, head_to_search(recognizer, options.head));
  EMO_ASSIGN(const auto target,
             find_label(manifest, first_head, options.label.empty() ? out.result.label : options.label));
  out.head = manifest.heads[target.head].name;
  out.label = manifest.heads[target.head].labels[target.index];
  const auto scores = scores_of(answers, target);
  out.score = static_cast<double>(out.result.heads[target.head].probabilities[target.index]);
  if (out.result.coverage.tokens == 0) return out;  // nothing was read, so nothing weighs

  const std::size_t step = out.words_per_weight;
  for (std::size_t g = 0; g < variants.groups(); ++g) {
    const std::size_t last = std::min(units.size(), (g + 1) * step) - 1;
    out.weights.push_back(weigh(units[g * step], units[last], out.score, scores[1 + g]));
  }
  for (std::size_t s = 0; s < scopes.size(); ++s) {
    PhraseWeight phrase;
    phrase.whole = weigh(units[scopes[s].begin], units[scopes[s].end - 1], out.score, scores[1 + units.size() + s]);
    phrase.interaction = phrase.whole.weight;
    for (std::size_t i = scopes[s].begin; i < scopes[s].end; ++i) phrase.interaction -= out.weights[i].weight;
    out.phrases.push_back(phrase);
  }
  if (out.weights.size() > 1 && options.random_orders > 0) {
    EMO_ASSIGN(out.faithfulness, measure_faithfulness(recognizer, variants, target, out.score, out.weights, options));
  }
  return out;
}

}  // namespace emo::pipeline
