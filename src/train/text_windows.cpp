// How the answers of windows are joined follows pipeline/window_aggregation, which lies above this layer. Runs no
// model.
#include "train/text_windows.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/activation.hpp"
#include "train/text_batches.hpp"

namespace emo::train {
namespace {

constexpr double kLeast = 1e-12;  // of a probability whose logarithm is taken

void add_probabilities(const io::HeadManifest& head, std::span<const float> logits, double weight,
                       std::span<double> mean) {
  std::vector<double> p;
  for (const float z : logits) p.push_back(static_cast<double>(z) / head.temperature);
  core::activate(head.activation, std::span(p));
  for (std::size_t k = 0; k < p.size(); ++k) mean[k] += weight * p[k];
}

float logit_of(const io::HeadManifest& head, double probability) {
  const double p = std::clamp(probability, kLeast, 1 - kLeast);
  const double z = head.activation == core::HeadActivation::kSigmoid ? std::log(p / (1 - p)) : std::log(p);
  return static_cast<float>(head.temperature * z);
}

}  // namespace

TextWindows windows_of(const std::vector<TextExample>& examples, const text::Tokenizer& tokenizer,
                       const io::TextPreprocess& preprocess) {
  const TextEncoderInput input(tokenizer, preprocess.normalizer_version, preprocess.max_tokens);
  TextWindows windows;
  const auto add = [&](std::vector<std::int32_t> ids, std::size_t text, double weight) {
    windows.ids.push_back(std::move(ids));
    windows.text.push_back(text);
    windows.weight.push_back(weight);
  };
  for (std::size_t i = 0; i < examples.size(); ++i) {
    auto ids = input.ids(examples[i].text);
    const std::size_t tokens = ids.size() - 2;
    const auto ranges = text::split_windows(tokens, static_cast<std::size_t>(preprocess.max_tokens - 2),
                                            static_cast<std::size_t>(preprocess.stride));
    if (ranges.size() <= 1) {
      add(std::move(ids), i, 1);
      continue;
    }
    for (std::size_t w = 0; w < ranges.size(); ++w) {
      std::vector<std::int32_t> window;
      text::window_ids(ids, ranges[w], window);
      add(std::move(window), i, static_cast<double>(text::new_tokens(ranges, w)) / static_cast<double>(tokens));
    }
  }
  return windows;
}

std::vector<float> first_windows(const WindowLogits& of, std::size_t texts) {
  const auto& text = of.windows.text;
  const std::size_t width = texts == 0 ? 0 : of.logits.size() / text.size();
  std::vector<float> first;
  first.reserve(texts * width);
  for (std::size_t w = 0; w < text.size(); ++w) {
    if (w > 0 && text[w] == text[w - 1]) continue;
    const float* row = of.logits.data() + w * width;
    first.insert(first.end(), row, row + width);
  }
  return first;
}

std::vector<float> joined_windows(const WindowLogits& of, const std::vector<io::HeadManifest>& heads,
                                  std::size_t texts) {
  const auto& text = of.windows.text;
  std::vector<float> joined = first_windows(of, texts);
  const std::size_t width = texts == 0 ? 0 : joined.size() / texts;
  for (std::size_t first = 0, last = 0; first < text.size(); first = last) {
    while (last < text.size() && text[last] == text[first]) ++last;
    if (last - first == 1) continue;
    std::size_t column = 0;
    for (const auto& head : heads) {
      std::vector<double> mean(head.labels.size(), 0.0);
      for (std::size_t w = first; w < last; ++w) {
        add_probabilities(head, {of.logits.data() + w * width + column, mean.size()}, of.windows.weight[w], mean);
      }
      float* const out = joined.data() + text[first] * width + column;
      std::transform(mean.begin(), mean.end(), out, [&](double p) { return logit_of(head, p); });
      column += mean.size();
    }
  }
  return joined;
}

}  // namespace emo::train
