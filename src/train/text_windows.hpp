// Texts longer than a network's window, as the program reads them: in overlapping windows whose answers are averaged.
#pragma once

#include <cstdint>
#include <vector>

#include "io/manifest.hpp"
#include "text/tokenizer.hpp"
#include "train/text_dataset.hpp"

namespace emo::train {

/// The windows of many texts, one text after the other.
struct TextWindows {
  std::vector<std::vector<std::int32_t>> ids;  ///< of each window, special tokens included
  std::vector<std::size_t> text;               ///< which text each is of
  std::vector<double> weight;                  ///< its share of the text's tokens; those of a text sum to 1
};

/// As pipeline/text_preparation cuts them; every text has one at least.
TextWindows windows_of(const std::vector<TextExample>& examples, const text::Tokenizer& tokenizer,
                       const io::TextPreprocess& preprocess);

/// What a model says of each window.
struct WindowLogits {
  TextWindows windows;
  std::vector<float> logits;  ///< [windows, sum of the heads' labels]
};

/// Of the first window of each of `texts` texts, [texts, sum of the heads' labels].
std::vector<float> first_windows(const WindowLogits& of, std::size_t texts);

/// What the windows of each text say together, in the same form: logits that give, divided by a head's temperature, the
/// weighted mean of its windows' probabilities, as pipeline/window_aggregation takes it. Of a text with one window they
/// are its own.
std::vector<float> joined_windows(const WindowLogits& of, const std::vector<io::HeadManifest>& heads,
                                  std::size_t texts);

}  // namespace emo::train
