// Choice and details of the worst mistakes. Judges nothing: the figures do not depend on what is done here. How the
// words and pictures are shown is src/report's.
#include "eval/mistakes.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/text_length.hpp"
#include "pipeline/text_explanation.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::eval {
namespace {

/// The surest of the labels that were answered, which under thresholds of their own need not be the likeliest of all;
/// nothing where the answer is that none applies.
std::optional<std::size_t> answered_label(const Prediction& prediction, const std::vector<std::string>& labels) {
  std::optional<std::size_t> best;
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (std::find(prediction.predicted.begin(), prediction.predicted.end(), labels[k]) == prediction.predicted.end()) {
      continue;
    }
    if (!best || prediction.probabilities[k] > prediction.probabilities[*best]) best = k;
  }
  return best;
}

double gold_score(const Prediction& prediction, const std::vector<std::string>& labels) {
  double best = 0;
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (std::find(prediction.gold.begin(), prediction.gold.end(), labels[k]) == prediction.gold.end()) continue;
    best = std::max(best, static_cast<double>(prediction.probabilities[k]));
  }
  return best;
}

bool is_wrong(const Prediction& prediction) {
  if (prediction.gold.empty() && prediction.predicted.empty()) return false;  // none of them, rightly
  return std::none_of(prediction.gold.begin(), prediction.gold.end(), [&](const std::string& label) {
    return std::find(prediction.predicted.begin(), prediction.predicted.end(), label) != prediction.predicted.end();
  });
}

}  // namespace

std::vector<std::size_t> worst_mistakes(const Evaluation& evaluation, std::size_t most) {
  std::vector<std::pair<double, std::size_t>> wrong;
  for (std::size_t i = 0; i < evaluation.predictions.size(); ++i) {
    const Prediction& prediction = evaluation.predictions[i];
    if (prediction.error || prediction.probabilities.empty() || !is_wrong(prediction)) continue;
    const auto answered = answered_label(prediction, evaluation.labels);
    const double confidence = answered ? static_cast<double>(prediction.probabilities[*answered]) : 0;
    wrong.emplace_back(gold_score(prediction, evaluation.labels) - confidence, i);
  }
  const std::size_t count = std::min(most, wrong.size());
  std::partial_sort(wrong.begin(), wrong.begin() + static_cast<std::ptrdiff_t>(count), wrong.end());
  std::vector<std::size_t> worst;
  for (std::size_t i = 0; i < count; ++i) worst.push_back(wrong[i].second);
  return worst;
}

void add_mistake_words(const pipeline::TextRecognizer& recognizer, Evaluation& evaluation, std::size_t most) {
  constexpr std::size_t kShareOfEvaluation = 20;
  std::size_t judged = 0;
  for (const Prediction& prediction : evaluation.predictions) judged += core::count_words(prediction.input);
  std::size_t budget = std::max(kFreeWords, judged / kShareOfEvaluation);
  for (const std::size_t i : worst_mistakes(evaluation, most)) {
    const Prediction& prediction = evaluation.predictions[i];
    const auto answered = answered_label(prediction, evaluation.labels);
    if (!answered) continue;  // no answer for which a word could weigh
    const std::size_t words = core::count_words(prediction.input);
    if (words > pipeline::kMaxExplainedWords || words * (words + 1) > budget) continue;
    budget -= words * (words + 1);
    pipeline::ExplainOptions options;
    options.head = evaluation.head;
    options.label = evaluation.labels[*answered];
    options.random_orders = 0;
    const auto explanation = pipeline::explain_text(recognizer, prediction.input, options);
    if (!explanation || explanation->weights.empty()) continue;
    MistakeDetail detail{prediction.row, prediction.id, explanation->label, explanation->score, {}, {}, {}};
    for (const auto& weight : explanation->weights) {
      detail.words.push_back({weight.char_begin, weight.char_end, weight.weight});
    }
    evaluation.mistakes.push_back(std::move(detail));
  }
}

void add_mistake_pictures(Evaluation& evaluation, const std::function<Result<vision::Image>(std::size_t)>& picture,
                          std::size_t most) {
  constexpr int kQuality = 85;
  for (const std::size_t i : worst_mistakes(evaluation, most)) {
    auto image = picture(i);
    if (!image) continue;
    const int longer = std::max(image->width, image->height);
    const bool small = longer <= kThumbnailSide;  // pixels of a small face as they are
    if (!small) {
      const auto side = [longer](int length) { return std::max(1, length * kThumbnailSide / longer); };
      *image = vision::resize(*image, side(image->width), side(image->height));
    }
    auto bytes = small ? vision::encode_png(*image) : vision::encode_jpeg(*image, kQuality);
    if (!bytes) continue;
    const Prediction& prediction = evaluation.predictions[i];
    MistakeDetail detail;
    detail.row = prediction.row;
    detail.id = prediction.id;
    if (const auto answered = answered_label(prediction, evaluation.labels)) {
      detail.label = evaluation.labels[*answered];
      detail.score = static_cast<double>(prediction.probabilities[*answered]);
    }
    detail.picture_type = small ? "image/png" : "image/jpeg";
    detail.bytes = std::move(bytes).value();
    evaluation.mistakes.push_back(std::move(detail));
  }
}

}  // namespace emo::eval
