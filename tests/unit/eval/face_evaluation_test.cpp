// Labelled faces through a tiny model: what is counted, and that nothing depends on threads.
#include "eval/face_evaluation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"

namespace emo::eval {
namespace {

constexpr unsigned kSeed = 4;

class EvaluateFaces : public ::testing::Test {
 protected:
  void SetUp() override {
    test::write_tiny_face_bundle(folder_ / "face");
    pipeline::FaceRecognizerOptions options;
    options.detect = false;
    auto opened = pipeline::FaceRecognizer::open(folder_ / "face", "", options);
    ASSERT_TRUE(opened) << opened.error().message;
    recognizer_ = std::move(opened).value();
    std::mt19937 random(kSeed);
    for (const char* label : {"anger", "joy", "fear", "joy", "anger", "sadness"}) {
      dataset::FaceItem item;
      item.id = "f" + std::to_string(data_.items.size());
      item.label = label;
      item.split = dataset::Split::kDev;
      item.image = vision::Image(16, 16, 1);
      for (auto& pixel : item.image.pixels) pixel = static_cast<std::uint8_t>(random() >> 24U);
      data_.items.push_back(std::move(item));
    }
  }
  test::TemporaryFolder folder_;
  std::unique_ptr<pipeline::FaceRecognizer> recognizer_;
  dataset::FaceData data_;
};

TEST_F(EvaluateFaces, UnreadableAndUnlabelledOnesAreCounted) {
  data_.items[1].image = vision::Image();
  data_.items[1].file = folder_ / "missing.png";
  data_.items[1].place = "faces.csv:3";
  data_.items[2].label.clear();
  const auto evaluation = evaluate_faces(*recognizer_, data_);
  ASSERT_TRUE(evaluation) << evaluation.error().message;
  EXPECT_EQ(evaluation->n, 4U);
  EXPECT_EQ(evaluation->n_errors, 1U);
  EXPECT_EQ(evaluation->n_dropped_unlabelled, 1U);
  ASSERT_EQ(evaluation->predictions.size(), 5U);
  ASSERT_TRUE(evaluation->predictions[1].error);
  EXPECT_NE(evaluation->predictions[1].error->message.find("missing.png"), std::string::npos);
  EXPECT_EQ(evaluation->predictions[1].place, "faces.csv:3");
  EXPECT_EQ(evaluation->predictions[0].row, 1U) << "a position, where the data gives no row";
}

TEST_F(EvaluateFaces, RowsThatCannotBeUsedLeaveATrace) {
  data_.rejected = {{ErrorCode::kInvalidData, "fer.csv:7: 12 pixels"},
                    {ErrorCode::kInvalidData, "fer.csv:9: no label"}};
  data_.passed_over = {"3 files of other kinds"};
  const auto evaluation = evaluate_faces(*recognizer_, data_);
  ASSERT_TRUE(evaluation) << evaluation.error().message;
  EXPECT_EQ(evaluation->n, 6U);
  EXPECT_EQ(evaluation->n_errors, 0U) << "what split and class they are of is not known";
  EXPECT_EQ(evaluation->n_rejected, 2U);
  const auto has = [&](const std::string& note) {
    return std::find(evaluation->notes.begin(), evaluation->notes.end(), note) != evaluation->notes.end();
  };
  EXPECT_TRUE(has("Of all the data 2 rows cannot be used, counted in no figure; the first: fer.csv:7: 12 pixels."));
  EXPECT_TRUE(has("Passed over in the data: 3 files of other kinds."));
}

TEST_F(EvaluateFaces, ThreadsChangeNothing) {
  FaceEvaluationOptions options;
  const auto one = evaluate_faces(*recognizer_, data_, options);
  options.threads = 3;
  const auto three = evaluate_faces(*recognizer_, data_, options);
  ASSERT_TRUE(one && three);
  EXPECT_EQ(one->confusion, three->confusion);
  for (std::size_t i = 0; i < one->predictions.size(); ++i) {
    EXPECT_EQ(one->predictions[i].probabilities, three->predictions[i].probabilities) << i;
  }
}

TEST_F(EvaluateFaces, VotesAreJudgedWhereTheyDiffer) {
  data_.vote_labels = {"anger", "happiness", "unknown"};
  const auto without = evaluate_faces(*recognizer_, data_);
  ASSERT_TRUE(without) << without.error().message;
  EXPECT_FALSE(without->annotators);
  data_.items[0].votes = {6, 3, 1};
  data_.items[1].votes = {0, 10, 0};
  const auto with = evaluate_faces(*recognizer_, data_);
  ASSERT_TRUE(with) << with.error().message;
  ASSERT_TRUE(with->annotators);
  EXPECT_EQ(with->annotators->source, "votes");
  EXPECT_EQ(with->annotators->n, 2U);
  EXPECT_NEAR(with->annotators->soft_accuracy_ceiling, (6.0 / 9 + 1) / 2, 1e-6) << "unknown is no class";
}

TEST_F(EvaluateFaces, NoFaceOfAClassIsAnError) {
  for (auto& item : data_.items) item.label.clear();
  const auto evaluation = evaluate_faces(*recognizer_, data_);
  ASSERT_FALSE(evaluation);
  EXPECT_EQ(evaluation.error().code, ErrorCode::kInvalidData) << evaluation.error().message;
}

}  // namespace
}  // namespace emo::eval
