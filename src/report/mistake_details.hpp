// mistakes.jsonl of an evaluation: what can be shown of its worst mistakes beside their predictions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "report/evaluation_record.hpp"

namespace emo::report {

/// Gives the mistakes of `record` the words and pictures that `path` has for their rows (docs/evaluation.md). Lenient:
/// lines that are broken, that name another id at their row, words that leave their text or overlap, and pictures that
/// are no small data URI are left out and told in a note. Errors: kNotFound, kIo.
Result<void> add_mistake_details(const std::string& path, EvaluationRecord& record);

/// A piece of a text and how it is shaded: 1 = speaks most for the answer, -1 = most against it, 0 = not shaded.
struct ShadedPart {
  std::string text;
  double share = 0;
};

/// `text` cut at its words, at most `most_bytes` of it (an ellipsis says so). One part if there are no words.
std::vector<ShadedPart> shaded_parts(const std::string& text, const std::vector<WordWeight>& words,
                                     std::size_t most_bytes);

/// The heaviest words with their weights: "for anger: not +4.42, 😡 +1.53; against: happy −0.47"; "" without words.
std::string heaviest_words(const Mistake& mistake);

}  // namespace emo::report
