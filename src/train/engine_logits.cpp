// The trainer's use of the inference engine: batches of token ids in, logits out. No windows, no calibration.
#include "train/engine_logits.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <thread>

#include "models/text_model.hpp"
#include "text/tokenizer.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kBatchTexts = 64;

}  // namespace

Result<std::vector<std::vector<float>>> engine_logits(const io::Bundle& bundle, const std::vector<TextExample>& examples,
                                                      int threads) {
  const auto& preprocess = bundle.manifest.text_preprocess;
  EMO_ASSIGN(const std::string tokenizer_json, bundle.read(preprocess.tokenizer));
  EMO_ASSIGN(const auto tokenizer, text::parse_tokenizer(tokenizer_json));
  EMO_ASSIGN(const auto model, models::TextModel::load(bundle));
  TextEncoderInput input(*tokenizer, preprocess.normalizer_version, preprocess.max_tokens);
  std::vector<std::vector<std::int32_t>> ids;
  ids.reserve(examples.size());
  for (const auto& example : examples) ids.push_back(input.ids(example.text));

  std::size_t width = 0;
  for (const auto& head : bundle.manifest.heads) width += head.labels.size();
  std::vector<float> all(examples.size() * width);
  std::vector<std::optional<Error>> failures(static_cast<std::size_t>(threads));
  const auto work = [&](std::size_t worker) {
    models::TextWorkspace workspace;
    for (std::size_t begin = worker * kBatchTexts; begin < ids.size();
         begin += kBatchTexts * static_cast<std::size_t>(threads)) {
      const std::size_t end = std::min(ids.size(), begin + kBatchTexts);
      std::vector<std::span<const std::int32_t>> batch(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                                                       ids.begin() + static_cast<std::ptrdiff_t>(end));
      const auto logits = model.run(batch, workspace);
      if (!logits) {
        failures[worker] = logits.error();
        return;
      }
      std::copy(logits->begin(), logits->end(), all.begin() + static_cast<std::ptrdiff_t>(begin * width));
    }
  };
  std::vector<std::thread> pool;
  for (int t = 1; t < threads; ++t) pool.emplace_back(work, static_cast<std::size_t>(t));
  work(0);
  for (auto& thread : pool) thread.join();
  for (const auto& failure : failures) {
    if (failure) return *failure;
  }

  std::vector<std::vector<float>> heads;
  std::size_t column = 0;
  for (const auto& head : bundle.manifest.heads) {
    const std::size_t k = head.labels.size();
    std::vector<float> logits(examples.size() * k);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(i * width + column), k,
                  logits.begin() + static_cast<std::ptrdiff_t>(i * k));
    }
    heads.push_back(std::move(logits));
    column += k;
  }
  return heads;
}

}  // namespace emo::train
