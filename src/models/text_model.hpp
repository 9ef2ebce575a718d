// A text encoder with heads, ready to run.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/text_architecture.hpp"
#include "emo/error.hpp"
#include "io/bundle.hpp"

namespace emo::models {

/// Scratch memory of one running thread; grows to the largest batch seen and is reused.
class TextWorkspace {
 public:
  TextWorkspace();
  ~TextWorkspace();
  TextWorkspace(TextWorkspace&&) noexcept;
  TextWorkspace& operator=(TextWorkspace&&) noexcept;
  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// Immutable after `load`; `run` is const and may be called from any number of threads, each with its own workspace.
class TextModel {
 public:
  /// Packs the weights of a text bundle for this CPU. The bundle may be dropped afterwards.
  /// Errors: kInvalidModel, kUnsupported (not a text bundle).
  static Result<TextModel> load(const io::Bundle& bundle);
  TextModel(TextModel&&) noexcept;
  TextModel& operator=(TextModel&&) noexcept;
  ~TextModel();

  [[nodiscard]] const core::TextArchitecture& architecture() const;

  /// Runs sequences of token ids (special tokens included; 1 <= T <= max_tokens, 0 <= id < V) as one packed batch
  /// without padding. Returns the logits: for each sequence, the K of every head one after the other
  /// (row-major [B, sum of K]), before temperature and activation. A result does not depend on its neighbours. All NaN
  /// where the encoder gave something that is not finite, which tells of damaged weights.
  /// Errors: kInvalidInput naming the sequence and the id or length that is out of range.
  Result<std::vector<float>> run(std::span<const std::span<const std::int32_t>> sequences,
                                 TextWorkspace& workspace) const;
  /// The pooled vectors that the heads read, row-major [B, D]. Errors: as of run.
  Result<std::vector<float>> embed(std::span<const std::span<const std::int32_t>> sequences,
                                   TextWorkspace& workspace) const;

 private:
  struct Impl;
  explicit TextModel(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace emo::models
