// Adapters that let evaluation see a bundle's recognizer or a linear model as the same thing. No scoring rule here:
// that is prediction_scores.cpp's. Faces need none, as they have one kind of model.
#include "eval/text_scorer.hpp"

#include "linear/model.hpp"

namespace emo::eval {
namespace {

class RecognizerScorer final : public TextScorer {
 public:
  explicit RecognizerScorer(const pipeline::TextRecognizer& recognizer) : recognizer_(recognizer) {}

  [[nodiscard]] std::string name() const override {
    return recognizer_.manifest().name + " " + recognizer_.manifest().version;
  }
  [[nodiscard]] std::vector<HeadView> heads() const override { return heads_of(recognizer_.manifest()); }
  [[nodiscard]] std::size_t primary_head() const override { return recognizer_.primary_head(); }
  [[nodiscard]] std::vector<Result<std::vector<float>>> score(std::span<const std::string_view> texts,
                                                              std::size_t head) const override {
    std::vector<Result<std::vector<float>>> scores;
    scores.reserve(texts.size());
    for (auto& result : recognizer_.recognize(texts)) {
      if (!result) {
        scores.emplace_back(result.error());
      } else {
        scores.emplace_back(std::move(result->heads[head].probabilities));
      }
    }
    return scores;
  }

 private:
  const pipeline::TextRecognizer& recognizer_;
};

class LinearScorer final : public TextScorer {
 public:
  explicit LinearScorer(const linear::Model& model) : model_(model) {}

  [[nodiscard]] std::string name() const override { return "linear n-grams"; }
  [[nodiscard]] std::vector<HeadView> heads() const override {
    const linear::Parameters& p = model_.parameters();
    return {{"linear", p.labels, p.activation, p.thresholds}};
  }
  [[nodiscard]] std::size_t primary_head() const override { return 0; }
  [[nodiscard]] std::vector<Result<std::vector<float>>> score(std::span<const std::string_view> texts,
                                                              std::size_t /*head*/) const override {
    std::vector<Result<std::vector<float>>> scores;
    scores.reserve(texts.size());
    for (const std::string_view text : texts) scores.push_back(model_.predict(text));
    return scores;
  }

 private:
  const linear::Model& model_;
};

}  // namespace

std::unique_ptr<TextScorer> scorer_of(const pipeline::TextRecognizer& recognizer) {
  return std::make_unique<RecognizerScorer>(recognizer);
}

std::unique_ptr<TextScorer> scorer_of(const linear::Model& model) {
  return std::make_unique<LinearScorer>(model);
}

}  // namespace emo::eval
