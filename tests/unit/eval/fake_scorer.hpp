// A scorer whose answers are written in the texts: "joy" means joy with probability 0.9, "a b" shares between a and b.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "eval/text_scorer.hpp"

namespace emo::eval {

inline io::Row labelled_row(std::uint64_t number, std::string text, std::vector<std::string> labels) {
  io::Row row;
  row.number = number;
  row.id = std::to_string(number - 1);
  row.text = std::move(text);
  row.labels = std::move(labels);
  return row;
}

inline HeadView basic_head() {
  return {"basic",
          {"anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise"},
          core::HeadActivation::kSoftmax,
          {}};
}
inline HeadView fine_head() {
  return {"emotions",
          {"admiration", "amusement", "anger", "gratitude", "joy", "love", "optimism", "sadness", "neutral"},
          core::HeadActivation::kSigmoid,
          {0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}};
}
inline HeadView sentiment_head() {
  return {"sentiment", {"negative", "neutral", "positive"}, core::HeadActivation::kSoftmax, {}};
}

class FakeScorer final : public TextScorer {
 public:
  [[nodiscard]] std::string name() const override { return "fake 1.0"; }
  [[nodiscard]] std::vector<HeadView> heads() const override { return {fine_head(), basic_head(), sentiment_head()}; }
  [[nodiscard]] std::size_t primary_head() const override { return 1; }
  [[nodiscard]] std::vector<Result<std::vector<float>>> score(std::span<const std::string_view> texts,
                                                              std::size_t head) const override {
    std::vector<Result<std::vector<float>>> results;
    const std::vector<std::string> labels = heads()[head].labels;
    for (const std::string_view text : texts) {
      if (text == "broken") {
        results.emplace_back(Error{ErrorCode::kInvalidInput, "cannot read this"});
        continue;
      }
      std::vector<std::string> words;
      std::istringstream stream{std::string(text)};
      for (std::string word; stream >> word;) words.push_back(word);
      std::vector<float> scores(labels.size(), 0.1F / static_cast<float>(labels.size()));
      for (std::size_t k = 0; k < labels.size(); ++k) {
        for (const std::string& word : words) {
          if (word == labels[k]) scores[k] += 0.9F / static_cast<float>(words.size());
        }
      }
      results.emplace_back(std::move(scores));
    }
    return results;
  }
};

}  // namespace emo::eval
