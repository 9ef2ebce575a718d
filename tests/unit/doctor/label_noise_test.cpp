#include "doctor/label_noise.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/random.hpp"
#include "sample_data.hpp"

namespace emo::doctor {
namespace {

TEST(Folds, CopiesStayTogetherAndFoldsAreEven) {
  std::vector<std::string> keys;
  for (int i = 0; i < 5000; ++i) keys.push_back("text " + std::to_string(i % 2500));
  const auto fold = folds_of(keys, 5, 1);
  std::vector<int> count(5, 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    EXPECT_EQ(fold[i], fold[i % 2500]);
    ++count[static_cast<std::size_t>(fold[i])];
  }
  for (const int n : count) EXPECT_NEAR(n, 1000, 120);
  EXPECT_NE(folds_of(keys, 5, 2), fold) << "the seed matters";
}

/// 3 classes with words of their own among common ones; a tenth of the labels is replaced.
TEST(LabelNoise, FindsPlantedErrorsInText) {
  constexpr std::uint64_t kSeed = 6;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  const std::vector<std::string> labels{"anger", "fear", "joy"};
  DataView view = test::sample_view({});
  std::vector<io::Row> rows;
  std::vector<std::string> keys;
  std::vector<std::uint32_t> subset;
  std::set<std::uint32_t> planted;
  for (std::uint32_t i = 0; i < 1500; ++i) {
    const auto truth = static_cast<std::uint32_t>(random.below(3));
    std::string text;
    for (int n = 0; n < 9; ++n) {
      const bool own = random.below(3) == 0;
      text += (n == 0 ? "" : " ") + (own ? labels[truth] + "word" + std::to_string(random.below(15))
                                         : "plain" + std::to_string(random.below(80)));
    }
    std::uint32_t given = truth;
    if (random.below(10) == 0) {
      given = (truth + 1 + static_cast<std::uint32_t>(random.below(2))) % 3;
      planted.insert(i);
    }
    io::Row row;
    row.number = i + 1;
    row.text = text;
    row.labels = {labels[given]};
    rows.push_back(row);
    keys.push_back(text);
    view.items.push_back({0, i + 1, {given}});
    subset.push_back(i);
  }
  double noise_rate = 0;
  const auto found = find_text_label_errors(view, subset, rows, keys, {}, noise_rate);
  ASSERT_TRUE(found) << found.error().message;
  const auto& guesses = *found;
  double hits = 0;
  for (const auto& guess : guesses) hits += planted.count(guess.item) > 0 ? 1 : 0;
  EXPECT_GE(hits / static_cast<double>(planted.size()), 0.7);
  EXPECT_GE(hits / static_cast<double>(guesses.size()), 0.7);
  EXPECT_NEAR(noise_rate, 0.1, 0.06);

  Examination examination;
  report_label_noise(view, subset.size(), guesses, noise_rate, "a linear model", examination);
  const auto* finding = test::find(examination, "label_noise");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->severity, Severity::kWarning);
  EXPECT_EQ(finding->evidence_count, guesses.size());
  EXPECT_EQ(examination.suspects.size(), guesses.size());
  EXPECT_NE(finding->evidence[0].note.find(", rather "), std::string::npos);
}

TEST(LabelNoise, SeveralLabelsAreJudgedOneByOne) {
  DataView view = test::sample_view({});
  std::vector<std::uint32_t> subset;
  std::vector<float> probabilities;
  for (std::uint32_t i = 0; i < 100; ++i) {
    const bool first = i % 2 == 0;
    view.items.push_back({0, i + 1, first ? std::vector<std::uint32_t>{0, 1} : std::vector<std::uint32_t>{2}});
    subset.push_back(i);
    probabilities.insert(probabilities.end(), {first ? 0.9F : 0.1F, first ? 0.8F : 0.1F, first ? 0.1F : 0.9F});
  }
  view.items[4].labels = {0};     // lacks fear
  view.items[7].labels = {1, 2};  // fear is doubtful
  double noise_rate = 0;
  const auto guesses = guess_label_errors(view, subset, probabilities, noise_rate);
  ASSERT_EQ(guesses.size(), 2U);
  for (const auto& guess : guesses) {
    if (guess.item == 4) {
      EXPECT_EQ(guess.suggested, 1);
    } else {
      EXPECT_EQ(guess.item, 7U);
      EXPECT_EQ(guess.given, 1);
      EXPECT_EQ(guess.suggested, -1);
    }
  }
}

}  // namespace
}  // namespace emo::doctor
