// Why a text got its label: the weight of each word, and a measure of how far that account can be believed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "pipeline/faithfulness.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::pipeline {

inline constexpr std::size_t kMaxExplainedWords = 20'000;

struct ExplainOptions {
  std::string label;       ///< class to explain (any head's); empty = the answer of the primary head
  std::string head{};      ///< where `label` is looked for first; empty = in the primary head
  int random_orders = 2;   ///< orders that the faithfulness figure is compared with; 0 = leave it out
  std::uint64_t seed = 1;  ///< of these orders
};

/// A piece of the text and what it does to the class. `weight` > 0 speaks for the class, < 0 against it.
struct WordWeight {
  std::size_t begin = 0, end = 0;            ///< bytes of the text
  std::size_t char_begin = 0, char_end = 0;  ///< code points of the text
  double weight = 0;                         ///< log-odds of the class with the piece minus without it (nats)
  double drop = 0;                           ///< the same as a difference of probabilities
};

/// A negator with its scope, taken out together.
struct PhraseWeight {
  WordWeight whole;
  double interaction = 0;  ///< weight beyond the sum of the parts' weights: what the words do only together
};

struct TextExplanation {
  TextResult result;                 ///< of the whole text, as recognize() gives it
  std::string head, label;           ///< what is explained
  double score = 0;                  ///< calibrated probability of `label`
  std::size_t words = 0;             ///< units in the text
  std::size_t words_per_weight = 1;  ///< > 1: the text is long, so neighbours were weighed together
  std::vector<WordWeight> weights;   ///< in text order
  std::vector<PhraseWeight> phrases;
  std::optional<Faithfulness> faithfulness;  ///< none for fewer than two weights or random_orders == 0
};

/// Weighs the words of one text by leaving each out (Li et al. 2016, "Understanding Neural Networks through
/// Representation Erasure"); every variant is run in one call of the recognizer, packed without padding. Cost for n
/// words: about n + 8 + 4 * random_orders sequences, each text once; of a text of more than about 140 words neighbours
/// are weighed together, so that the cost grows linearly. Texts without words give no weights. Deterministic in (text,
/// seed). Errors: kInvalidInput (not UTF-8), kTooLarge (over kMaxExplainedWords words), kNotFound (no head has the
/// label or the name: says those there are), and those of the recognizer.
Result<TextExplanation> explain_text(const TextRecognizer& recognizer, std::string_view utf8,
                                     const ExplainOptions& options = {});

}  // namespace emo::pipeline
