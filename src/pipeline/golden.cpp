// Recording and replaying of golden logits: the only proof that a model computes here what it computed at home. How
// they are written down is golden_file.cpp's; whether a model is any good is src/eval's.
#include "pipeline/golden.hpp"

#include <array>
#include <cmath>
#include <iterator>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "io/bundle.hpp"
#include "models/image_input.hpp"
#include "models/image_model.hpp"
#include "models/text_model.hpp"
#include "pipeline/golden_file.hpp"
#include "pipeline/text_preparation.hpp"
#include "text/tokenizer.hpp"

namespace emo::pipeline {
namespace {

constexpr std::array<std::string_view, 12> kTexts{
    "I can't believe we actually won!",
    "The bus leaves at ten past nine.",
    "he never called back and i sat there all evening",
    "WHY would anyone do that to a dog???",
    "That milk smells off, get it away from me.",
    "thank you so so much, you made my week \xF0\x9F\x98\x8A",
    "I hear steps downstairs and nobody else is home",
    "not bad at all, I must say",
    "#MondayMood @someone https://example.org :-(",
    "ok",
    "Das ist ein Satz in einer anderen Sprache.",
    "\xE4\xBB\x8A\xE6\x97\xA5\xE3\x81\xAF\xE3\x81\x84\xE3\x81\x84\xE5\xA4\xA9\xE6\xB0\x97",
};
constexpr std::string_view kLongSentence = "We walked on through the rain, and by evening nobody was angry any more. ";
constexpr int kLongRepeats = 60;  // over 512 tokens: the first window is full whatever its length

/// Pictures that every machine can draw: integer arithmetic only.
std::uint8_t pattern_pixel(int pattern, std::int64_t y, std::int64_t x, std::int64_t channel,
                           const io::ImagePreprocess& size) {
  switch (pattern) {
    case 0:  // flat
      return 128;
    case 1:  // left to right
      return static_cast<std::uint8_t>(x * 255 / size.width);
    case 2:  // bottom to top, another slope per channel
      return static_cast<std::uint8_t>(255 - y * (255 - 40 * channel) / size.height);
    case 3:  // squares of 7 pixels
      return (y / 7 + x / 7 + channel) % 2 == 0 ? 230 : 25;
    case 4: {  // a disc with two eyes and a mouth
      const std::int64_t dy = 2 * y - size.height;
      const std::int64_t dx = 2 * x - size.width;
      const bool inside = dy * dy * 4 + dx * dx * 5 < 3 * size.height * size.width;
      const bool eye = dy < -size.height / 6 && dy > -size.height / 3 && dx * dx > size.width * size.width / 25;
      const bool mouth = dy > size.height / 3 && dy < size.height / 2 && dx * dx < size.width * size.width / 16;
      return inside ? (eye || mouth ? 60 : 190) : 90;
    }
    default: {  // noise: a hash of the position (Wang 2007)
      auto h = static_cast<std::uint32_t>((y * size.width + x) * 3 + channel);
      h = (h ^ 61U) ^ (h >> 16U);
      h *= 9U;
      h ^= h >> 4U;
      h *= 0x27d4eb2dU;
      return static_cast<std::uint8_t>(h >> 15U);
    }
  }
}

/// A bundle ready to give the numbers of one recorded item.
class Runner {
 public:
  virtual ~Runner() = default;
  [[nodiscard]] virtual GoldenUnit unit() const = 0;
  /// The items of a new file, without their logits.
  [[nodiscard]] virtual std::vector<GoldenItem> items() const = 0;
  virtual Result<std::vector<float>> logits(const GoldenItem& item) = 0;
};

class TextRunner : public Runner {
 public:
  static Result<std::unique_ptr<Runner>> open(const io::Bundle& bundle) {
    EMO_ASSIGN(const auto tokenizer_json, bundle.read(bundle.manifest.text_preprocess.tokenizer));
    EMO_ASSIGN(auto tokenizer, text::parse_tokenizer(tokenizer_json));
    EMO_ASSIGN(auto model, models::TextModel::load(bundle));
    return std::unique_ptr<Runner>(
        new TextRunner(bundle.manifest.text_preprocess, std::move(tokenizer), std::move(model)));
  }
  [[nodiscard]] GoldenUnit unit() const override { return GoldenUnit::kText; }
  [[nodiscard]] std::vector<GoldenItem> items() const override {
    std::vector<GoldenItem> texts;
    texts.reserve(std::size(kTexts) + 1);
    for (const auto text : kTexts) texts.push_back({.text = std::string(text)});
    auto& longest = texts.emplace_back().text;
    for (int i = 0; i < kLongRepeats; ++i) longest += kLongSentence;
    return texts;
  }
  Result<std::vector<float>> logits(const GoldenItem& item) override {
    EMO_ASSIGN(const auto prepared, prepare_text(item.text, *tokenizer_, preprocess_, false));
    if (prepared.windows.empty()) return std::vector<float>();
    std::vector<std::int32_t> storage;
    const std::array sequences{prepared.sequence(0, storage)};
    return model_.run(sequences, workspace_);
  }

 private:
  TextRunner(io::TextPreprocess preprocess, std::unique_ptr<text::Tokenizer> tokenizer, models::TextModel model)
      : preprocess_(std::move(preprocess)), tokenizer_(std::move(tokenizer)), model_(std::move(model)) {}
  io::TextPreprocess preprocess_;
  std::unique_ptr<text::Tokenizer> tokenizer_;
  models::TextModel model_;
  models::TextWorkspace workspace_;
};

/// Faces give their logits; a detector gives a few values from each of its maps.
class ImageRunner : public Runner {
 public:
  static Result<std::unique_ptr<Runner>> open(const io::Bundle& bundle) {
    EMO_ASSIGN(auto model, models::ImageModel::load(bundle));
    return std::unique_ptr<Runner>(new ImageRunner(bundle.manifest.image_preprocess, std::move(model)));
  }
  [[nodiscard]] GoldenUnit unit() const override { return GoldenUnit::kPattern; }
  [[nodiscard]] std::vector<GoldenItem> items() const override {
    std::vector<GoldenItem> patterns(kGoldenPatterns);
    for (int i = 0; i < kGoldenPatterns; ++i) patterns[static_cast<std::size_t>(i)].pattern = i;
    return patterns;
  }
  Result<std::vector<float>> logits(const GoldenItem& item) override {
    std::vector<std::uint8_t> pixels;
    for (std::int64_t y = 0; y < preprocess_.height; ++y) {
      for (std::int64_t x = 0; x < preprocess_.width; ++x) {
        for (std::int64_t c = 0; c < preprocess_.channels; ++c) {
          pixels.push_back(pattern_pixel(item.pattern, y, x, c, preprocess_));
        }
      }
    }
    std::vector<float> input(pixels.size());
    models::normalize_image(preprocess_, pixels, input);
    const models::ImageBatch batch{input, 1, static_cast<std::size_t>(preprocess_.height),
                                   static_cast<std::size_t>(preprocess_.width)};
    if (!model_.network().heads.empty()) return model_.run(batch, workspace_);
    constexpr std::size_t kPerMap = 8;
    EMO_ASSIGN(const auto maps, model_.maps(batch, workspace_));
    std::vector<float> values;
    for (const auto& map : maps) {
      for (std::size_t i = 0; i < kPerMap; ++i) values.push_back(map.values[i * map.values.size() / kPerMap]);
    }
    return values;
  }

 private:
  ImageRunner(io::ImagePreprocess preprocess, models::ImageModel model)
      : preprocess_(std::move(preprocess)), model_(std::move(model)) {}
  io::ImagePreprocess preprocess_;
  models::ImageModel model_;
  models::ImageWorkspace workspace_;
};

Result<std::unique_ptr<Runner>> open_runner(const io::Bundle& bundle) {
  return bundle.manifest.task == io::Task::kText ? TextRunner::open(bundle) : ImageRunner::open(bundle);
}

/// The name of logit `column`: "head/label".
std::string column_name(const io::Manifest& manifest, std::size_t column) {
  for (const auto& head : manifest.heads) {
    if (column < head.labels.size()) return head.name + "/" + head.labels[column];
    column -= head.labels.size();
  }
  return "?";
}

/// Compares one item's recorded logits and updates the report.
Result<void> compare(Runner& runner, const io::Manifest& manifest, const GoldenItem& item, GoldenReport& report) {
  EMO_ASSIGN(const auto logits, runner.logits(item));
  if (item.logits.size() != logits.size()) {
    return Error{ErrorCode::kInvalidModel, std::to_string(item.logits.size()) + " logits recorded, the model gives " +
                                               std::to_string(logits.size())};
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const double difference = std::abs(item.logits[i] - static_cast<double>(logits[i]));
    // Written so that a NaN counts as the largest difference of all.
    if (!(difference <= report.largest_difference)) {
      report.largest_difference = std::isnan(difference) ? INFINITY : difference;
      report.item_of_largest = report.items;
      report.label_of_largest = manifest.heads.empty() ? "value " + std::to_string(i) : column_name(manifest, i);
    }
  }
  report.items += 1;
  report.logits += logits.size();
  return {};
}

}  // namespace

Result<std::string> make_golden(const std::string& bundle_directory) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(bundle_directory, io::HashCheck::kSkip));
  EMO_ASSIGN(auto runner, open_runner(bundle));
  auto items = runner->items();
  for (auto& item : items) {
    EMO_ASSIGN(const auto logits, runner->logits(item));
    for (std::size_t i = 0; i < logits.size(); ++i) {
      if (std::isfinite(logits[i])) continue;
      return Error{ErrorCode::kInvalidModel, "the model answers a " + std::string(name_of(runner->unit())) +
                                                 " with something that is not finite (logit " + std::to_string(i) +
                                                 "): its weights are damaged or too large"};
    }
    item.logits.assign(logits.begin(), logits.end());
  }
  // A tokenizer without some letters may make nothing of a text that is written with them.
  std::erase_if(items, [](const GoldenItem& item) { return item.logits.empty(); });
  return golden_json(runner->unit(), items);
}

Result<GoldenReport> replay_golden(const std::string& bundle_directory) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(bundle_directory, io::HashCheck::kVerify));
  const std::string place = bundle_directory + "/" + io::kGoldenFile;
  GoldenReport report;
  EMO_ASSIGN(report.other_files, io::other_files(bundle.directory, bundle.manifest));
  if (!bundle.manifest.sha256.contains(io::kGoldenFile)) return report;
  EMO_ASSIGN(const auto content, bundle.read(io::kGoldenFile));
  EMO_ASSIGN(auto runner, open_runner(bundle));
  EMO_ASSIGN(const auto items, parse_golden(content, place, runner->unit()));
  report.unit = name_of(runner->unit());
  report.tolerance =
      bundle.manifest.quantization == io::Quantization::kInt8 ? kGoldenToleranceInt8 : kGoldenToleranceF32;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (auto same = compare(*runner, bundle.manifest, items[i], report); !same) {
      return same.error().at(place + ": " + report.unit + " " + std::to_string(i));
    }
  }
  return report;
}

}  // namespace emo::pipeline
