// Recording and replaying of golden logits. The only proof that a model computes here what it computed at home.
#include "pipeline/golden.hpp"

#include <array>
#include <cmath>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "io/bundle.hpp"
#include "io/json.hpp"
#include "models/text_model.hpp"
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

/// A bundle ready to give raw logits.
struct Runner {
  io::Manifest manifest;
  std::unique_ptr<text::Tokenizer> tokenizer;
  models::TextModel model;
  models::TextWorkspace workspace;

  Result<std::vector<float>> logits(std::string_view utf8) {
    EMO_ASSIGN(const auto prepared, prepare_text(utf8, *tokenizer, manifest.text_preprocess, false));
    if (prepared.windows.empty()) return Error{ErrorCode::kInvalidModel, "the text has no tokens"};
    std::vector<std::int32_t> storage;
    const std::array sequences{prepared.sequence(0, storage)};
    return model.run(sequences, workspace);
  }
};

Result<Runner> open_runner(const io::Bundle& bundle) {
  EMO_ASSIGN(const auto tokenizer_json, bundle.read(bundle.manifest.text_preprocess.tokenizer));
  EMO_ASSIGN(auto tokenizer, text::parse_tokenizer(tokenizer_json));
  EMO_ASSIGN(auto model, models::TextModel::load(bundle));
  return Runner{bundle.manifest, std::move(tokenizer), std::move(model), {}};
}

Error damaged(const std::string& message) {
  return {ErrorCode::kInvalidModel, message};
}

/// The name of logit `column`: "head/label".
std::string column_name(const io::Manifest& manifest, std::size_t column) {
  for (const auto& head : manifest.heads) {
    if (column < head.labels.size()) return head.name + "/" + head.labels[column];
    column -= head.labels.size();
  }
  return "?";
}

/// Compares one text's recorded logits and updates the report.
Result<void> compare(Runner& runner, const io::Json& text, const io::Json& recorded, GoldenReport& report) {
  if (!text.is_string() || !recorded.is_array()) return damaged("expected a string and a list of numbers");
  EMO_ASSIGN(const auto logits, runner.logits(text.get_ref<const std::string&>()));
  if (recorded.size() != logits.size()) {
    return damaged(std::to_string(recorded.size()) + " logits recorded, the model gives " +
                   std::to_string(logits.size()));
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!recorded[i].is_number()) return damaged("logit " + std::to_string(i) + " is no number");
    const double difference = std::abs(recorded[i].get<double>() - static_cast<double>(logits[i]));
    // Written so that a NaN counts as the largest difference of all.
    if (!(difference <= report.largest_difference)) {
      report.largest_difference = std::isnan(difference) ? INFINITY : difference;
      report.text_of_largest = report.texts;
      report.label_of_largest = column_name(runner.manifest, i);
    }
  }
  report.texts += 1;
  report.logits += logits.size();
  return {};
}

}  // namespace

Result<std::string> make_golden(const std::string& bundle_directory) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(bundle_directory, io::HashCheck::kSkip));
  EMO_ASSIGN(auto runner, open_runner(bundle));
  std::vector<std::string> texts(kTexts.begin(), kTexts.end());
  texts.emplace_back();
  for (int i = 0; i < kLongRepeats; ++i) texts.back() += kLongSentence;
  io::OrderedJson json;
  json["texts"] = io::OrderedJson::array();
  json["logits"] = io::OrderedJson::array();
  for (auto& text : texts) {
    EMO_ASSIGN(const auto logits, runner.logits(text));
    json["logits"].push_back(logits);
    json["texts"].push_back(std::move(text));
  }
  return io::dump_json(json) + "\n";
}

Result<GoldenReport> replay_golden(const std::string& bundle_directory) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(bundle_directory, io::HashCheck::kVerify));
  const std::string place = bundle_directory + "/" + kGoldenFile;
  if (!bundle.manifest.sha256.contains(kGoldenFile)) {
    return Error{ErrorCode::kNotFound, "the bundle has no " + place + " to replay"};
  }
  EMO_ASSIGN(const auto content, bundle.read(kGoldenFile));
  EMO_ASSIGN(const io::Json json, io::parse_json(content, place, ErrorCode::kInvalidModel));
  if (!json.is_object() || !json.contains("texts") || !json.contains("logits") || !json["texts"].is_array() ||
      !json["logits"].is_array() || json["texts"].size() != json["logits"].size() || json["texts"].empty()) {
    return damaged(place + ": expected {\"texts\":[…],\"logits\":[[…]]} of equal, positive length");
  }
  EMO_ASSIGN(auto runner, open_runner(bundle));
  GoldenReport report;
  report.tolerance =
      bundle.manifest.quantization == io::Quantization::kInt8 ? kGoldenToleranceInt8 : kGoldenToleranceF32;
  for (std::size_t i = 0; i < json["texts"].size(); ++i) {
    if (auto same = compare(runner, json["texts"][i], json["logits"][i], report); !same) {
      return same.error().at(place + ": text " + std::to_string(i));
    }
  }
  return report;
}

}  // namespace emo::pipeline
