// A recognizer whose log-odds are a sum over words: what exact explanations are compared with.
#pragma once

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "pipeline/text_recognizer.hpp"
#include "pipeline/text_units.hpp"
#include "text/utf8.hpp"
#include "tiny_bundle.hpp"

namespace emo::test {

/// Head "tone" with sigmoid labels "good" and "bad": log-odds = -1 + sum of the words' weights (bad: the negative).
class LinearRecognizer final : public pipeline::TextRecognizer {
 public:
  explicit LinearRecognizer(std::map<std::string, double> weights) : weights_(std::move(weights)) {
    manifest_ = tiny_manifest();
    io::HeadManifest head;
    head.name = "tone";
    head.labels = {"good", "bad"};
    head.activation = core::HeadActivation::kSigmoid;
    manifest_.heads = {head};
  }
  const io::Manifest& manifest() const override { return manifest_; }
  std::size_t primary_head() const override { return 0; }
  const pipeline::RecognizerOptions& options() const override { return options_; }
  std::vector<Result<pipeline::TextResult>> recognize(std::span<const std::string_view> texts) const override {
    ++calls;
    asked += texts.size();
    std::vector<Result<pipeline::TextResult>> results;
    for (const auto text : texts) {
      double z = -1;
      const auto units = pipeline::split_units(text);
      for (const auto& unit : units) {
        const auto found = weights_.find(std::string(text.substr(unit.begin, unit.end - unit.begin)));
        if (found != weights_.end()) z += found->second;
      }
      pipeline::TextResult result;
      const auto p = static_cast<float>(1 / (1 + std::exp(-z)));
      result.heads = {{"tone", {p, 1 - p}}};
      result.label = p >= 0.5F ? "good" : "bad";
      result.coverage.tokens = units.size();
      results.emplace_back(std::move(result));
    }
    return results;
  }
  mutable int calls = 0;
  mutable std::size_t asked = 0;  ///< texts in all calls

 private:
  std::map<std::string, double> weights_;
  io::Manifest manifest_;
  pipeline::RecognizerOptions options_;
};

}  // namespace emo::test
