// Text in, calibrated emotions out: normalise -> tokenise -> windows -> model -> aggregate -> activate.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "io/manifest.hpp"
#include "pipeline/head_override.hpp"
#include "pipeline/head_scores.hpp"

namespace emo::pipeline {

struct Coverage {
  std::uint64_t chars = 0;   ///< code points of the input
  std::uint64_t tokens = 0;  ///< without special tokens
  std::uint64_t windows = 0;
  bool truncated = false;  ///< never true unless a cap was asked for
  std::string language;    ///< ISO 639-1, "und" = cannot tell
};

/// What is known about one text.
struct TextResult {
  std::string label;              ///< best label of the primary head (of an empty text: see empty_text_result)
  bool abstained = false;         ///< true: do not act on `label` (see reason)
  std::string abstain_reason;     ///< "", "empty_text", "unsupported_language", "unknown_words", "low_confidence" or
                                  ///< "risk_target"
  std::vector<HeadScores> heads;  ///< one per head, manifest order
  Coverage coverage;
};

struct RecognizerOptions {
  int threads = 1;
  bool detect_language = true;
  std::int64_t max_batch_tokens = 4096;  ///< of one packed batch; results do not depend on it
  double min_confidence = 0;             ///< below it a result abstains with "low_confidence"; 0 = never
  io::HashCheck hash_check = io::HashCheck::kVerify;
  HeadOverride heads;
  /// Called by recognize() with how many windows of its texts have been read and how many there are; never by two
  /// threads of one call at once.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

/// Immutable and thread-safe after `open`.
class TextRecognizer {
 public:
  /// Errors as of io::open_bundle, text::parse_tokenizer, models::TextModel::load.
  static Result<std::unique_ptr<TextRecognizer>> open(const std::string& bundle_directory,
                                                      const RecognizerOptions& options = {});
  virtual ~TextRecognizer() = default;

  [[nodiscard]] virtual const io::Manifest& manifest() const = 0;
  /// Index of the head that gives `scores` and `label`: see head_roles().
  [[nodiscard]] virtual std::size_t primary_head() const = 0;
  [[nodiscard]] virtual const RecognizerOptions& options() const = 0;

  /// One result per text, in order. A bad item (invalid UTF-8) is an Error in its place; the others go on.
  /// Sorted by length inside, packed without padding, run on `threads` threads; neither order nor number of threads
  /// nor neighbours change a result. Texts longer than the model's window are read whole, in overlapping windows.
  /// Empty texts are answered by empty_text_result().
  virtual std::vector<Result<TextResult>> recognize(std::span<const std::string_view> texts) const = 0;
};

}  // namespace emo::pipeline
