// Labels of the supported data sets and what they mean, against the mappings that come with the data.
#include "core/labels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

namespace emo::core {
namespace {

namespace fs = std::filesystem;

TEST(Labels, NamesAreInContractOrder) {
  EXPECT_EQ(basic_names()[static_cast<std::size_t>(Basic::kAnger)], "anger");
  EXPECT_EQ(basic_names()[static_cast<std::size_t>(Basic::kNeutral)], "neutral");
  EXPECT_EQ(basic_names()[static_cast<std::size_t>(Basic::kSurprise)], "surprise");
  EXPECT_TRUE(std::is_sorted(basic_names().begin(), basic_names().end()));
  EXPECT_EQ(polarity_names()[static_cast<std::size_t>(Polarity::kPositive)], "positive");
  EXPECT_TRUE(std::is_sorted(fine_names().begin(), fine_names().end() - 1));
  EXPECT_EQ(fine_names().back(), "neutral");
  EXPECT_EQ(std::set<std::string_view>(fine_names().begin(), fine_names().end()).size(), kFineCount);
}

TEST(Labels, EveryNameOfATaxonomyMeansItself) {
  for (std::size_t i = 0; i < kBasicCount; ++i) {
    EXPECT_EQ(basic_of(basic_names()[i]), static_cast<Basic>(i));
    EXPECT_EQ(canonical_label(basic_names()[i]), basic_names()[i]);
  }
  for (std::size_t i = 0; i < kPolarityCount; ++i)
    EXPECT_EQ(polarity_of(polarity_names()[i]), static_cast<Polarity>(i));
  for (const auto name : fine_names()) {
    EXPECT_TRUE(basic_of(name)) << name;
    EXPECT_EQ(canonical_label(name), name);
  }
}

TEST(Labels, SynonymsOfOtherDataSets) {
  EXPECT_EQ(basic_of("Happy"), Basic::kJoy);
  EXPECT_EQ(basic_of("HAPPINESS"), Basic::kJoy);
  EXPECT_EQ(basic_of("No Emotion"), Basic::kNeutral);
  EXPECT_EQ(basic_of("no-emotion"), Basic::kNeutral);
  EXPECT_EQ(basic_of(" sad\r"), Basic::kSadness);
  EXPECT_EQ(basic_of("gratitude"), Basic::kJoy);
  EXPECT_EQ(basic_of("trust"), std::nullopt);
  EXPECT_EQ(basic_of("contempt"), std::nullopt);
  EXPECT_EQ(basic_of(""), std::nullopt);
  EXPECT_EQ(basic_of("zzz"), std::nullopt);
  EXPECT_EQ(canonical_label("happiness"), "joy");
  EXPECT_EQ(canonical_label("no_emotion"), "neutral");
  EXPECT_EQ(canonical_label("Road Rage-2"), "road_rage_2");
  EXPECT_EQ(canonical_label("love"), "love");
  EXPECT_EQ(canonical_label("  "), "");
}

TEST(Labels, WholeNumbersAreOneLabelHoweverTheyAreWritten) {
  EXPECT_EQ(canonical_label("2.0"), "2");
  EXPECT_EQ(canonical_label(" 12. "), "12");
  for (const char* label : {"2.5", ".0", "v1.0", "1.0.0"}) EXPECT_EQ(canonical_label(label), label);
}

TEST(Labels, ListsWhatItKnows) {
  const auto labels = known_labels();
  EXPECT_TRUE(std::is_sorted(labels.begin(), labels.end()));
  for (const auto label : labels) EXPECT_TRUE(is_known_label(label)) << label;
  for (const auto name : fine_names()) EXPECT_TRUE(std::binary_search(labels.begin(), labels.end(), name)) << name;
}

TEST(Labels, PolarityAfterGoEmotions) {
  EXPECT_EQ(polarity_of("pos"), Polarity::kPositive);
  EXPECT_EQ(polarity_of("relief"), Polarity::kPositive);
  EXPECT_EQ(polarity_of("remorse"), Polarity::kNegative);
  EXPECT_EQ(polarity_of("no_impact"), Polarity::kNeutral);
  for (const char* ambiguous : {"surprise", "confusion", "curiosity", "realization", "mixed"}) {
    EXPECT_EQ(polarity_of(ambiguous), std::nullopt) << ambiguous;
  }
}

TEST(Labels, FaceDataSetNames) {
  for (const char* name : {"angry", "Disgust", "fear", "happy", "sad", "surprise", "neutral"}) {  // FER2013
    EXPECT_TRUE(basic_of(name)) << name;
  }
  for (const char* name : {"Surprise", "Fear", "Disgust", "Happiness", "Sadness", "Anger", "Neutral"}) {  // RAF-DB
    EXPECT_TRUE(basic_of(name)) << name;
  }
}

std::string shared_data() {
  const char* folder = std::getenv("EMO_SHARED_DATA");
  return folder != nullptr ? folder : EMO_SOURCE_DIR "/../shared/data";
}

// to_ekman.json files hold one `"label": "class"` or `"label": null` a line.
TEST(Labels, AgreesWithTheMappingOfEveryTextSet) {
  const fs::path folder = fs::path(shared_data()) / "text";
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no data at " << folder << "; set EMO_SHARED_DATA";
  std::size_t checked = 0;
  for (const auto& set : fs::directory_iterator(folder)) {
    std::ifstream file(set.path() / "to_ekman.json");
    for (std::string line; std::getline(file, line);) {
      std::vector<std::string> words;
      for (std::size_t at = line.find('"'); at != std::string::npos; at = line.find('"', at + 1)) {
        const auto end = line.find('"', at + 1);
        words.push_back(line.substr(at + 1, end - at - 1));
        at = end;
      }
      if (words.empty()) continue;
      const auto basic = basic_of(words[0]);
      const std::string found = basic ? std::string(basic_names()[static_cast<std::size_t>(*basic)]) : "null";
      EXPECT_EQ(found, words.size() > 1 ? words[1] : "null") << set.path() << ": " << words[0];
      ++checked;
    }
  }
  EXPECT_GT(checked, 100U);
}

}  // namespace
}  // namespace emo::core
