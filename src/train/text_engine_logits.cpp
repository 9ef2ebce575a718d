// The trainer's use of the inference engine: batches of token ids in, logits out. How long texts are cut and joined is
// text_windows.cpp's.
#include "train/text_engine_logits.hpp"

#include <algorithm>
#include <memory>
#include <span>

#include "core/parallel.hpp"
#include "models/text_model.hpp"
#include "text/tokenizer.hpp"
#include "train/head_columns.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kBatchTexts = 64;

// Row-major [texts, sum of K] of all heads.
Result<std::vector<float>> run_all(const models::TextModel& model, const std::vector<std::vector<std::int32_t>>& ids,
                                   std::size_t width, std::size_t threads, const RowsDone& told) {
  const core::ThreadPool pool(threads);
  std::vector<models::TextWorkspace> workspaces(pool.threads());
  std::vector<float> all(ids.size() * width);
  const auto run = [&](std::size_t begin, std::size_t count, std::size_t worker) -> Result<void> {
    const auto first = ids.begin() + static_cast<std::ptrdiff_t>(begin);
    const std::vector<std::span<const std::int32_t>> batch(first, first + static_cast<std::ptrdiff_t>(count));
    EMO_ASSIGN(const auto logits, model.run(batch, workspaces[worker]));
    std::copy(logits.begin(), logits.end(), all.begin() + static_cast<std::ptrdiff_t>(begin * width));
    return {};
  };
  EMO_TRY(run_batches(pool, ids.size(), kBatchTexts, told, run));
  return all;
}

std::size_t width_of(const io::Manifest& manifest) {
  std::size_t width = 0;
  for (const auto& head : manifest.heads) width += head.labels.size();
  return width;
}

Result<std::unique_ptr<text::Tokenizer>> tokenizer_of(const io::Bundle& bundle) {
  EMO_ASSIGN(const std::string json, bundle.read(bundle.manifest.text_preprocess.tokenizer));
  return text::parse_tokenizer(json);
}

}  // namespace

Result<WindowLogits> text_window_logits(const io::Bundle& bundle, const std::vector<TextExample>& examples, int threads,
                                        const RowsDone& told) {
  EMO_ASSIGN(const auto tokenizer, tokenizer_of(bundle));
  EMO_ASSIGN(const auto model, models::TextModel::load(bundle));
  WindowLogits of{windows_of(examples, *tokenizer, bundle.manifest.text_preprocess), {}};
  const RowsDone told_of_texts = [&](std::size_t windows) { return told(of.windows.text[windows - 1] + 1); };
  EMO_ASSIGN(of.logits, run_all(model, of.windows.ids, width_of(bundle.manifest),
                                static_cast<std::size_t>(std::max(threads, 1)), told ? told_of_texts : RowsDone{}));
  return of;
}

Result<std::vector<std::vector<float>>> text_engine_logits(const io::Bundle& bundle,
                                                           const std::vector<TextExample>& examples, int threads,
                                                           const RowsDone& told) {
  EMO_ASSIGN(const auto windows, text_window_logits(bundle, examples, threads, told));
  const auto& heads = bundle.manifest.heads;
  return split_heads(heads, joined_windows(windows, heads, examples.size()), examples.size());
}

}  // namespace emo::train
