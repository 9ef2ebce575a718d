#include <gtest/gtest.h>

#include <utility>

#include "report/findings.hpp"
#include "samples.hpp"

namespace emo::report {
namespace {

using test::joined;
using test::sample_record;
using test::says;

TEST(CalibrationWords, LevelsAndDirection) {
  auto record = sample_record();
  for (auto& bin : record.reliability) bin.count *= 1000;
  EXPECT_TRUE(says(calibration_words(record), "should not be taken at its word"));
  EXPECT_TRUE(says(calibration_words(record), "14.0 points too sure")) << joined(calibration_words(record));
  record.figures["ece"] = 0.02;
  EXPECT_TRUE(says(calibration_words(record), "can be taken at its word"));
  record.figures["ece"] = 0.05;
  EXPECT_TRUE(says(calibration_words(record), "fair guide"));
  for (auto& bin : record.reliability) std::swap(bin.confidence, bin.accuracy);
  EXPECT_TRUE(says(calibration_words(record), "too unsure"));
  for (auto& bin : record.reliability) bin.count = 2;
  EXPECT_TRUE(says(calibration_words(record), "it says nothing")) << joined(calibration_words(record));
  record.figures.erase("ece");
  EXPECT_TRUE(calibration_words(record).empty());
}

TEST(CalibrationWords, OfSeveralLabelsTheAnswersAreJudgedAndNotTheClearNoes) {
  auto record = sample_record();
  record.multi_label = true;
  record.figures["ece"] = 0.015;
  record.reliability = {{0, 0.5, 40'000, 0.02, 0.02}, {0.5, 1, 1000, 0.839, 0.646}};
  auto words = calibration_words(record);
  EXPECT_TRUE(says(words, "0.015 over all decisions about labels")) << joined(words);
  EXPECT_TRUE(
      says(words, "Of the 1,000 decisions at about 0.5 or above 64.6 % came true, at a mean confidence of 83.9 %"))
      << joined(words);
  EXPECT_TRUE(says(words, "emo calibrate --method vector refits it")) << joined(words);
  EXPECT_TRUE(says(words, "should not be taken at its word. On average it is 19.3 points too sure.")) << joined(words);
  record.reliability[1].accuracy = 0.83;
  words = calibration_words(record);
  EXPECT_TRUE(says(words, "can be taken at its word")) << joined(words);
  EXPECT_FALSE(says(words, "too sure")) << joined(words);
  record.reliability[1].count = kFewestRows - 1;
  words = calibration_words(record);
  EXPECT_TRUE(says(words, "Too few decisions are at about 0.5 or above (19)")) << joined(words);
  EXPECT_FALSE(says(words, "at its word")) << joined(words);
}

}  // namespace
}  // namespace emo::report
