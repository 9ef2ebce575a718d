#include "train/text_teachers.hpp"

#include <gtest/gtest.h>

#include "io/bundle.hpp"
#include "tiny_bundle.hpp"
#include "toy_run.hpp"
#include "train/text_engine_logits.hpp"

namespace emo::train {
namespace {

class TextTeachers : public testing::Test {
 protected:
  void SetUp() override {
    const std::string folder = test::scratch_folder();
    first = folder + "/first";
    second = folder + "/second";
    test::write_tiny_bundle(first, 1, false);
    test::write_tiny_bundle(second, 2, false);
    config = test::toy_config(folder, 40);
    HeadPlan emotions;
    emotions.name = "emotions";
    emotions.taxonomy = "goemotions28";
    emotions.activation = core::HeadActivation::kSigmoid;
    emotions.loss = Loss::kBinary;
    config.heads.push_back(emotions);
    auto loaded = load_text_dataset(config);
    ASSERT_TRUE(loaded) << loaded.error().message;
    data = std::move(*loaded);
  }
  Result<TextDataset> taught(const std::vector<std::string>& teachers) {
    config.teachers = teachers;
    TextDataset copy = data;
    EMO_ASSIGN(copy.teachers, text_teacher_names(config));
    EMO_TRY(add_text_teachers(config, 1, copy, observer));
    return copy;
  }

  std::string first, second;
  TextTrainConfig config;
  TextDataset data;
  test::RecordingObserver observer;
};

TEST_F(TextTeachers, AreTheMeanOfTheTeachersProbabilities) {
  const auto one = taught({first});
  const auto two = taught({second});
  const auto both = taught({first, second});
  ASSERT_TRUE(one && two && both);
  EXPECT_EQ(one->teachers.size(), 1U);
  EXPECT_EQ(both->teachers.size(), 2U);
  ASSERT_EQ(observer.teachers.size(), 4U) << "each one tells how far it is";
  EXPECT_EQ(observer.teachers[0].done, static_cast<std::int64_t>(data.train.size()));
  EXPECT_EQ(observer.teachers[0].total, observer.teachers[0].done);
  for (std::size_t i = 0; i < data.train.size(); ++i) {
    float sum = 0;
    for (std::size_t k = 0; k < 7; ++k) {
      sum += one->train[i].teacher[0][k];
      EXPECT_NEAR(both->train[i].teacher[0][k], 0.5F * (one->train[i].teacher[0][k] + two->train[i].teacher[0][k]),
                  1e-6);
    }
    EXPECT_NEAR(sum, 1.0F, 1e-5);
  }
}

TEST_F(TextTeachers, ATeacherWithoutAHeadDoesNotDiluteTheOthers) {
  auto manifest = test::tiny_manifest();
  manifest.heads.erase(manifest.heads.begin());  // no "basic"
  manifest.text.heads.erase(manifest.text.heads.begin());
  test::write_tiny_bundle(second + "-less", manifest, 2, false);
  const auto one = taught({first});
  const auto both = taught({first, second + "-less"});
  ASSERT_TRUE(one && both);
  EXPECT_EQ(one->train[0].teacher[0], both->train[0].teacher[0]);
  EXPECT_NE(one->train[0].teacher[1], both->train[0].teacher[1]);
}

TEST_F(TextTeachers, ATeacherMayBeAskedForSomeHeadsAlone) {
  const auto both = taught({first + ":basic", second + ":emotions"});
  const auto one = taught({first});
  const auto two = taught({second});
  ASSERT_TRUE(both && one && two);
  EXPECT_EQ(both->train[0].teacher[0], one->train[0].teacher[0]);
  EXPECT_EQ(both->train[0].teacher[1], two->train[0].teacher[1]);
  EXPECT_NE(both->teachers[0].find(", for the heads basic"), std::string::npos) << both->teachers[0];

  const auto unknown = taught({first + ":basic,mood"});
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().message.find("'mood'"), std::string::npos) << unknown.error().message;
  EXPECT_NE(unknown.error().message.find("'emotions'"), std::string::npos) << unknown.error().message;
}

TEST_F(TextTeachers, AFolderWithAColonInItsNameIsAFolder) {
  test::write_tiny_bundle(first + ":basic", 3, false);
  const auto named = taught({first + ":basic"});
  ASSERT_TRUE(named) << named.error().message;
  EXPECT_FALSE(named->train[0].teacher[1].empty());
}

TEST_F(TextTeachers, SourcesNotToImitateStayUntaught) {
  config.sources[0].imitate = false;
  const auto outcome = taught({first});
  ASSERT_TRUE(outcome);
  EXPECT_TRUE(outcome->train[0].teacher.empty());
}

TEST_F(TextTeachers, ATeacherOfSomethingElseIsAnError) {
  config.heads.erase(config.heads.begin());
  config.heads[0].name = "other";
  const auto outcome = taught({first});
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find(first), std::string::npos);
  EXPECT_FALSE(taught({first + "-missing"}));
}

TEST_F(TextTeachers, NoTeachersChangeNothing) {
  const auto same = taught({});
  ASSERT_TRUE(same);
  EXPECT_TRUE(same->train[0].teacher.empty());
}

}  // namespace
}  // namespace emo::train
