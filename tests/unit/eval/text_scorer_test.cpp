#include "eval/text_scorer.hpp"

#include <gtest/gtest.h>

#include "linear/model.hpp"

namespace emo::eval {
namespace {

class FakeRecognizer final : public pipeline::TextRecognizer {
 public:
  FakeRecognizer() {
    manifest_.name = "tiny";
    manifest_.version = "2.0.0";
    io::HeadManifest first;
    first.name = "emotions";
    first.labels = {"love", "fear"};
    first.activation = core::HeadActivation::kSigmoid;
    first.thresholds = {0.2, 0.4};
    io::HeadManifest second;
    second.name = "basic";
    second.labels = {"joy", "fear"};
    manifest_.heads = {first, second};
  }
  [[nodiscard]] const io::Manifest& manifest() const override { return manifest_; }
  [[nodiscard]] std::size_t primary_head() const override { return 1; }
  [[nodiscard]] const pipeline::RecognizerOptions& options() const override { return options_; }
  [[nodiscard]] std::vector<Result<pipeline::TextResult>> recognize(
      std::span<const std::string_view> texts) const override {
    std::vector<Result<pipeline::TextResult>> results;
    for (const std::string_view text : texts) {
      if (text.empty()) {
        results.emplace_back(Error{ErrorCode::kInvalidInput, "empty"});
        continue;
      }
      pipeline::TextResult result;
      result.heads = {{"emotions", {0.1F, 0.2F}}, {"basic", {0.7F, 0.3F}}};
      results.emplace_back(std::move(result));
    }
    return results;
  }

 private:
  io::Manifest manifest_;
  pipeline::RecognizerOptions options_;
};

TEST(ScorerOfRecognizer, ShowsItsHeadsAndScores) {
  const FakeRecognizer recognizer;
  const auto scorer = scorer_of(recognizer);
  EXPECT_EQ(scorer->name(), "tiny 2.0.0");
  EXPECT_EQ(scorer->primary_head(), 1U);
  ASSERT_EQ(scorer->heads().size(), 2U);
  EXPECT_EQ(scorer->heads()[0].thresholds, (std::vector<double>{0.2, 0.4}));
  const std::vector<std::string_view> texts{"a", ""};
  const auto scores = scorer->score(texts, 1);
  ASSERT_EQ(scores.size(), 2U);
  EXPECT_EQ(*scores[0], (std::vector<float>{0.7F, 0.3F}));
  EXPECT_EQ(scores[1].error().message, "empty");
}

TEST(ScorerOfLinear, ShowsItsHeadAndScores) {
  linear::Parameters p;
  p.labels = {"joy", "fear"};
  p.features.hash_bits = 10;
  p.weights.assign(2U << 10U, 0.0F);
  p.bias = {0, 0};
  const auto model = linear::Model::create(std::move(p));
  ASSERT_TRUE(model);
  const auto scorer = scorer_of(*model);
  EXPECT_EQ(scorer->heads()[0].labels, (std::vector<std::string>{"joy", "fear"}));
  const std::vector<std::string_view> texts{"fine", "\xFF"};
  const auto scores = scorer->score(texts, 0);
  EXPECT_EQ(*scores[0], (std::vector<float>{0.5F, 0.5F}));
  EXPECT_FALSE(scores[1]);
}

}  // namespace
}  // namespace emo::eval
