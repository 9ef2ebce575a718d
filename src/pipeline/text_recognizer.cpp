// The recognizer of texts: owns a model and a tokenizer and leads texts through the stages. Each stage is a file of its
// own; threads are only spread over here, and files of rows are text_batch's.
#include "pipeline/text_recognizer.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <utility>

#include "core/parallel.hpp"
#include "models/text_model.hpp"
#include "pipeline/abstention.hpp"
#include "pipeline/head_roles.hpp"
#include "pipeline/option_range.hpp"
#include "pipeline/sequence_batches.hpp"
#include "pipeline/text_preparation.hpp"
#include "pipeline/window_aggregation.hpp"
#include "pipeline/workspace_pool.hpp"
#include "text/normalizer.hpp"
#include "text/tokenizer.hpp"

namespace emo::pipeline {
namespace {

/// `work()`, with an exception (memory) as an error: what one text needs too much of must not end the others.
template <class Outcome, class Work>
Outcome guarded(const Work& work) {
  try {
    return work();
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kInternal, std::string("cannot process the text: ") + exception.what()};
  }
}

class EncoderRecognizer final : public TextRecognizer {
 public:
  EncoderRecognizer(io::Manifest manifest, models::TextModel model, std::unique_ptr<text::Tokenizer> tokenizer,
                    const RecognizerOptions& options)
      : manifest_(std::move(manifest)),
        roles_(head_roles(manifest_)),
        model_(std::move(model)),
        tokenizer_(std::move(tokenizer)),
        options_(options),
        pool_(static_cast<std::size_t>(options.threads)) {
    for (const auto& head : manifest_.heads) width_ += head.labels.size();
  }

  const io::Manifest& manifest() const override { return manifest_; }
  std::size_t primary_head() const override { return roles_.primary; }
  const RecognizerOptions& options() const override { return options_; }
  std::vector<Result<TextResult>> recognize(std::span<const std::string_view> texts) const override;

 private:
  using Prepared = std::vector<Result<PreparedText>>;

  /// Calls `work(i)` for every i in [0, count) on the pool. With one thread the pool is left alone, because it lets
  /// concurrent callers take turns, and callers with threads of their own want to run side by side.
  template <class Work>
  void for_each(std::size_t count, const Work& work) const {
    if (options_.threads > 1) return pool_.run(count, [&](std::size_t i, std::size_t) { work(i); });
    for (std::size_t i = 0; i < count; ++i) work(i);
  }
  Prepared prepare(std::span<const std::string_view> texts) const;
  /// Runs one batch and puts each sequence's logits into its slot.
  Result<void> run_batch(const Prepared& prepared, std::span<const SequenceRef> batch, std::span<float> logits) const;
  Result<TextResult> finish(const PreparedText& text, std::span<const float> logits) const;

  const io::Manifest manifest_;
  const HeadRoles roles_;
  const models::TextModel model_;
  const std::unique_ptr<const text::Tokenizer> tokenizer_;
  const RecognizerOptions options_;
  std::size_t width_ = 0;  ///< sum of K over the heads
  mutable WorkspacePool<models::TextWorkspace> workspaces_;
  const core::ThreadPool pool_;
};

EncoderRecognizer::Prepared EncoderRecognizer::prepare(std::span<const std::string_view> texts) const {
  Prepared prepared(texts.size(), Result<PreparedText>(PreparedText{}));
  for_each(texts.size(), [&](std::size_t i) {
    prepared[i] = guarded<Result<PreparedText>>(
        [&] { return prepare_text(texts[i], *tokenizer_, manifest_.text_preprocess, options_.detect_language); });
  });
  return prepared;
}

Result<void> EncoderRecognizer::run_batch(const Prepared& prepared, std::span<const SequenceRef> batch,
                                          std::span<float> logits) const {
  std::vector<std::vector<std::int32_t>> storage(batch.size());
  std::vector<std::span<const std::int32_t>> sequences;
  sequences.reserve(batch.size());
  for (std::size_t i = 0; i < batch.size(); ++i) {
    sequences.push_back(prepared[batch[i].text]->sequence(batch[i].window, storage[i]));
  }
  auto workspace = workspaces_.take();
  auto output = model_.run(sequences, workspace);
  workspaces_.give_back(std::move(workspace));
  if (!output) return output.error();
  for (std::size_t i = 0; i < batch.size(); ++i) {
    std::copy_n(output->begin() + static_cast<std::ptrdiff_t>(i * width_), width_,
                logits.begin() + static_cast<std::ptrdiff_t>(batch[i].slot * width_));
  }
  return {};
}

Result<TextResult> EncoderRecognizer::finish(const PreparedText& text, std::span<const float> logits) const {
  if (text.windows.empty()) return empty_text_result(manifest_, roles_.primary, text.coverage);
  TextResult result;
  EMO_ASSIGN(result.heads, aggregate_windows(manifest_, text, logits));
  result.coverage = text.coverage;
  decide(result, manifest_, roles_.primary, text.language_confidence, options_.min_confidence, text.words_known);
  return result;
}

std::vector<Result<TextResult>> EncoderRecognizer::recognize(std::span<const std::string_view> texts) const {
  Prepared prepared = prepare(texts);
  std::vector<SequenceRef> sequences;
  std::vector<std::size_t> first_slot(texts.size(), 0);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    first_slot[t] = sequences.size();
    if (!prepared[t]) continue;
    for (std::size_t w = 0; w < prepared[t]->windows.size(); ++w) {
      sequences.push_back(
          {static_cast<std::uint32_t>(t), static_cast<std::uint32_t>(w), prepared[t]->length(w), sequences.size()});
    }
  }
  const std::size_t total = sequences.size();
  std::vector<float> logits(total * width_);
  const auto batches = plan_batches(std::move(sequences), static_cast<std::size_t>(options_.max_batch_tokens),
                                    static_cast<std::size_t>(options_.threads));
  std::vector<Result<void>> outcomes(batches.size());
  std::mutex telling;
  std::size_t done = 0;
  for_each(batches.size(), [&](std::size_t b) {
    outcomes[b] = guarded<Result<void>>([&] { return run_batch(prepared, batches[b], logits); });
    if (!options_.progress) return;
    const std::lock_guard<std::mutex> lock(telling);
    options_.progress(done += batches[b].size(), total);
  });
  for (std::size_t b = 0; b < batches.size(); ++b) {
    if (outcomes[b]) continue;
    for (const auto& sequence : batches[b]) prepared[sequence.text] = outcomes[b].error();
  }

  std::vector<Result<TextResult>> results;
  results.reserve(texts.size());
  for (std::size_t t = 0; t < texts.size(); ++t) {
    if (!prepared[t]) {
      results.emplace_back(prepared[t].error());
      continue;
    }
    const std::size_t windows = prepared[t]->windows.size();
    results.push_back(finish(*prepared[t], std::span(logits).subspan(first_slot[t] * width_, windows * width_)));
  }
  return results;
}

/// The manifest's preprocessing against the architecture and the tokenizer: what no single file can know.
Result<void> check_consistency(const io::Manifest& manifest, const text::Tokenizer& tokenizer) {
  const auto& preprocess = manifest.text_preprocess;
  const auto& encoder = manifest.text.encoder;
  const auto invalid = [](const std::string& message) { return Error{ErrorCode::kInvalidModel, message}; };
  if (preprocess.normalizer_version < 0 || preprocess.normalizer_version > text::kNormalizerVersion) {
    return Error{ErrorCode::kUnsupported, "the bundle wants text normaliser version " +
                                              std::to_string(preprocess.normalizer_version) +
                                              "; this build knows 0 to " + std::to_string(text::kNormalizerVersion)};
  }
  if (preprocess.max_tokens < 3 || preprocess.max_tokens > encoder.max_tokens()) {
    return invalid("preprocess max_tokens is " + std::to_string(preprocess.max_tokens) + "; expected 3 to " +
                   std::to_string(encoder.max_tokens()) + ", the encoder's longest sequence");
  }
  if (preprocess.stride < 0 || preprocess.stride >= preprocess.max_tokens - 2) {
    return invalid("preprocess stride is " + std::to_string(preprocess.stride) +
                   "; expected 0 to max_tokens - 3 = " + std::to_string(preprocess.max_tokens - 3));
  }
  if (tokenizer.vocab_size() > encoder.vocab_size) {
    return invalid("the tokenizer has " + std::to_string(tokenizer.vocab_size()) + " entries, the encoder only " +
                   std::to_string(encoder.vocab_size) + " rows of word embeddings");
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<TextRecognizer>> TextRecognizer::open(const std::string& bundle_directory,
                                                             const RecognizerOptions& options) {
  if (options.threads < 1 || options.threads > core::kMaxThreads) {
    return Error{ErrorCode::kUsage, "threads is " + std::to_string(options.threads) + ", expected 1 to " +
                                        std::to_string(core::kMaxThreads)};
  }
  if (options.max_batch_tokens < 1) {
    return Error{ErrorCode::kUsage,
                 "max_batch_tokens is " + std::to_string(options.max_batch_tokens) + ", expected at least 1"};
  }
  EMO_TRY(check_option("min_confidence", options.min_confidence, 1));
  EMO_ASSIGN(auto bundle, io::open_bundle(bundle_directory, options.hash_check));
  override_heads(options.heads, bundle.manifest);
  if (bundle.manifest.task != io::Task::kText) {
    return Error{ErrorCode::kUnsupported, bundle_directory + ": the bundle is not a text model"};
  }
  EMO_ASSIGN(const auto tokenizer_json, bundle.read(bundle.manifest.text_preprocess.tokenizer));
  auto tokenizer = text::parse_tokenizer(tokenizer_json);
  const std::string tokenizer_path = bundle_directory + "/" + bundle.manifest.text_preprocess.tokenizer;
  if (!tokenizer) return tokenizer.error().at(tokenizer_path);
  if (auto consistent = check_consistency(bundle.manifest, **tokenizer); !consistent) {
    return consistent.error().at(bundle_directory);
  }
  EMO_ASSIGN(auto model, models::TextModel::load(bundle));
  return std::unique_ptr<TextRecognizer>(
      std::make_unique<EncoderRecognizer>(bundle.manifest, std::move(model), std::move(tokenizer).value(), options));
}

}  // namespace emo::pipeline
