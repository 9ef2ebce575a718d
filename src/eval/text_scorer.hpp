// What evaluation needs of a text model: named heads, and the probabilities of one head for many texts.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "eval/head_view.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::linear {
class Model;
}

namespace emo::eval {

/// A model that can be evaluated. Implementations are immutable and thread-safe.
class TextScorer {
 public:
  virtual ~TextScorer() = default;
  /// Name and version for the record, e.g. "text-en 1.0.0".
  [[nodiscard]] virtual std::string name() const = 0;
  [[nodiscard]] virtual std::vector<HeadView> heads() const = 0;
  /// Index of the head that answers when nothing else is asked for.
  [[nodiscard]] virtual std::size_t primary_head() const = 0;
  /// For each text the K calibrated probabilities of head `head`, or why there are none.
  [[nodiscard]] virtual std::vector<Result<std::vector<float>>> score(std::span<const std::string_view> texts,
                                                                      std::size_t head) const = 0;
};

/// Views of models as scorers; the model must outlive the view.
std::unique_ptr<TextScorer> scorer_of(const pipeline::TextRecognizer& recognizer);
std::unique_ptr<TextScorer> scorer_of(const linear::Model& model);

}  // namespace emo::eval
