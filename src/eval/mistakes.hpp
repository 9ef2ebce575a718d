// The rows on which a model was surest and wrong, and what can be shown of them: the words that weighed, or the face.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "pipeline/text_recognizer.hpp"
#include "vision/image.hpp"

namespace emo::eval {

/// Indices into `evaluation.predictions` of the at most `most` worst mistakes: rows none of whose gold labels was
/// predicted, by falling difference of the probabilities of the surest predicted and the best gold label (0 without
/// one); of equals the earlier row.
/// Empty where only decisions are known.
std::vector<std::size_t> worst_mistakes(const Evaluation& evaluation, std::size_t most);

inline constexpr std::size_t kExplainedMistakes = 10, kPicturedMistakes = 24;

/// Fills `evaluation.mistakes` with the weights of the words (pipeline/text_explanation.hpp, without the test of
/// faithfulness) of the worst mistakes for their answers. Never takes long beside the evaluation: texts are explained,
/// worst first, while they need no more words through the model than a twentieth of the evaluation's (or kFreeWords);
/// what is too long is left out. A text that cannot be explained, and one whose answer is that no label applies, is
/// left out too.
void add_mistake_words(const pipeline::TextRecognizer& recognizer, Evaluation& evaluation,
                       std::size_t most = kExplainedMistakes);
inline constexpr std::size_t kFreeWords = 5000;

/// Fills `evaluation.mistakes` with thumbnails of the worst mistakes, at most kThumbnailSide on a side and never
/// enlarged. `picture(i)` gives that of evaluation.predictions[i]; one that fails is left out.
void add_mistake_pictures(Evaluation& evaluation, const std::function<Result<vision::Image>(std::size_t)>& picture,
                          std::size_t most = kPicturedMistakes);
inline constexpr int kThumbnailSide = 96;

}  // namespace emo::eval
