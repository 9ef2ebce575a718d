// Order, augmentation and packing of an epoch. Which label a row has does not matter here; the loss over a batch is
// text_batch_loss.cpp's. Of a text that is longer than a window each epoch learns another part.
#include "train/text_batches.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

#include "text/normalizer.hpp"
#include "train/derived_seeds.hpp"
#include "train/text_augment.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kSpecialTokens = 2;  // one in front of a text, one behind it
constexpr std::int64_t kPoolBatches = 16;  // sorting by length inside a pool this large wastes little randomness

// Every row `repeat` times on average, in an order that `random` decides.
template <class Random>
std::vector<std::size_t> epoch_order(const TextDataset& data, const TextTrainConfig& config, Random& random) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < data.train.size(); ++i) {
    const double repeat = config.sources[data.train[i].source].repeat;
    auto copies = static_cast<std::size_t>(repeat);
    if (static_cast<double>(random() >> 11U) * 0x1.0p-53 < repeat - static_cast<double>(copies)) ++copies;
    order.insert(order.end(), copies, i);
  }
  return order;
}

// Cuts a run of texts into batches by the token budget.
class BatchBuilder {
 public:
  explicit BatchBuilder(std::int64_t tokens_per_batch) : tokens_per_batch_(tokens_per_batch) {}

  void add(std::size_t example, const std::vector<std::int32_t>& ids) {
    const auto tokens = static_cast<std::int64_t>(batch_.packed.ids.size() + ids.size());
    if (!batch_.examples.empty() && tokens > tokens_per_batch_) close();
    batch_.packed.add(ids.data(), ids.size());
    batch_.examples.push_back(example);
  }
  void close() {
    if (!batch_.examples.empty()) batches_.push_back(std::exchange(batch_, {}));
  }
  std::vector<TextBatch>& batches() { return batches_; }

 private:
  std::int64_t tokens_per_batch_;
  TextBatch batch_;
  std::vector<TextBatch> batches_;
};

}  // namespace

std::vector<std::int32_t> TextEncoderInput::ids(const std::string& text) const {
  std::vector<std::int32_t> out{tokenizer_.first_id()};
  tokenizer_.encode(text::normalize(text, normalizer_version_), out);
  out.push_back(tokenizer_.last_id());
  return out;
}

std::vector<std::int32_t> TextEncoderInput::window(const std::string& text, std::uint64_t draw) const {
  std::vector<std::int32_t> all = ids(text);
  if (static_cast<std::int64_t>(all.size()) <= max_tokens_) return all;
  const std::size_t tokens = all.size() - kSpecialTokens;
  const auto windows = text::split_windows(tokens, static_cast<std::size_t>(max_tokens_) - kSpecialTokens, 0);
  const auto drawn =
      std::find_if(windows.begin(), windows.end(), [&](const auto& range) { return draw % tokens < range.end; });
  std::vector<std::int32_t> out;
  text::window_ids(all, *drawn, out);
  return out;
}

std::vector<TextBatch> epoch_batches(const TextDataset& data, const TextTrainConfig& config,
                                     const TextEncoderInput& input, std::int64_t epoch) {
  std::mt19937_64 random(epoch_seed(config.seed, epoch));
  const auto shuffle = [&](auto& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
  };
  auto order = epoch_order(data, config, random);
  shuffle(order);
  std::mt19937_64 windows(~epoch_seed(config.seed, epoch));  // of their own: the order does not depend on them

  struct Item {
    std::size_t example;
    std::vector<std::int32_t> ids;
  };
  BatchBuilder builder(config.tokens_per_batch);
  std::vector<Item> pool;
  std::int64_t pool_tokens = 0;
  const auto flush = [&] {
    std::stable_sort(pool.begin(), pool.end(),
                     [](const Item& a, const Item& b) { return a.ids.size() < b.ids.size(); });
    for (const auto& item : pool) builder.add(item.example, item.ids);
    builder.close();
    pool.clear();
    pool_tokens = 0;
  };
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string text = augment(data.train[order[i]].text, config.augmentation,
                                     static_cast<std::uint64_t>(config.seed), static_cast<std::uint64_t>(epoch), i);
    pool.push_back({order[i], input.window(text, windows())});
    pool_tokens += static_cast<std::int64_t>(pool.back().ids.size());
    if (pool_tokens >= kPoolBatches * config.tokens_per_batch) flush();
  }
  flush();
  shuffle(builder.batches());
  return std::move(builder.batches());
}

EpochLength epoch_length(const TextDataset& data, const TextTrainConfig& config, const TextEncoderInput& input) {
  EpochLength length;
  double tokens = 0;
  for (const auto& example : data.train) {
    const auto all = static_cast<std::int64_t>(input.ids(example.text).size());
    length.long_texts += all > input.max_tokens() ? 1 : 0;
    tokens += config.sources[example.source].repeat * static_cast<double>(std::min(all, input.max_tokens()));
  }
  length.tokens = std::max<std::int64_t>(1, std::llround(tokens));
  return length;
}

std::vector<TextBatch> plain_batches(const std::vector<std::vector<std::int32_t>>& ids, std::int64_t tokens_per_batch) {
  BatchBuilder builder(tokens_per_batch);
  for (std::size_t i = 0; i < ids.size(); ++i) builder.add(i, ids[i]);
  builder.close();
  return std::move(builder.batches());
}

}  // namespace emo::train
