// One text made ready for the encoder: checked, normalised, tokenised, cut into windows.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "pipeline/text_recognizer.hpp"
#include "text/tokenizer.hpp"

namespace emo::pipeline {

/// Token ids of one text and how its windows lie on them.
struct PreparedText {
  std::vector<std::int32_t> ids;          ///< first special token, the text's tokens, last special token
  std::vector<text::TokenRange> windows;  ///< over the text's tokens (special ones not counted); none = no tokens
  Coverage coverage;
  double language_confidence = 0;  ///< 0..1, of coverage.language
  /// False where the vocabulary has none of the words: unknown tokens and punctuation are all that was found.
  bool words_known = true;

  /// Tokens that window `index` shows for the first time: the weight of its answer.
  [[nodiscard]] std::size_t new_tokens(std::size_t index) const;
  /// Length of window `index` in tokens, both special tokens included.
  [[nodiscard]] std::size_t length(std::size_t index) const { return windows[index].end - windows[index].begin + 2; }
  /// The sequence of window `index` with its special tokens: a view of `ids` when there is one window, otherwise
  /// copied into `storage`, which must outlive the result.
  [[nodiscard]] std::span<const std::int32_t> sequence(std::size_t index, std::vector<std::int32_t>& storage) const;
};

/// Validates, normalises (the manifest's version), tokenises and lays windows of preprocess.max_tokens with an overlap
/// of preprocess.stride. Nothing is ever cut off. Thread-safe. Memory: a small multiple of the text's size.
/// Errors: kInvalidInput for invalid UTF-8 (byte offset and bytes).
Result<PreparedText> prepare_text(std::string_view utf8, const text::Tokenizer& tokenizer,
                                  const io::TextPreprocess& preprocess, bool detect_language);

}  // namespace emo::pipeline
