#include "eval/gates.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace emo::eval {
namespace {

Evaluation evaluation() {
  Evaluation e;
  e.n = 10;
  e.accuracy = 0.8;
  e.macro_f1 = 0.5;
  e.ece = 0.1;
  e.labels = {"joy", "fear", "disgust"};
  e.per_class = {{"joy", 0.9, 0.9, 0.9, 8}, {"fear", 0.2, 0.25, 0.2, 2}, {"disgust", 0, 0, 0, 0}};
  return e;
}

TEST(Gates, NoneAreAlwaysMet) {
  EXPECT_TRUE(failed_gates(evaluation(), {})->empty());
}

TEST(Gates, EqualityMeetsAGate) {
  Gates gates;
  gates.min_macro_f1 = 0.5;
  gates.min_accuracy = 0.8;
  gates.max_ece = 0.1;
  gates.min_recall = {{"fear", 0.25}};
  EXPECT_TRUE(failed_gates(evaluation(), gates)->empty());
}

TEST(Gates, EqualityIsThatOfTheFiguresAndNotOfTheirLastBits) {
  Evaluation e = evaluation();
  e.macro_f1 = (0.7 + 0.7 + 0.7) / 3;
  e.ece = 0.1 + 0.2;
  ASSERT_LT(e.macro_f1, 0.7);
  ASSERT_GT(e.ece, 0.3);
  Gates gates;
  gates.min_macro_f1 = 0.7;
  gates.max_ece = 0.3;
  EXPECT_TRUE(failed_gates(e, gates)->empty());
  e.macro_f1 = 0.69999;
  EXPECT_EQ(failed_gates(e, gates).value(), std::vector<std::string>{"macro_f1 is 0.69999, below the gate of 0.70000"});
}

TEST(Gates, EachFailureIsASentenceOfItsOwn) {
  Gates gates;
  gates.min_macro_f1 = 0.6;
  gates.min_accuracy = 0.9;
  gates.max_ece = 0.05;
  gates.min_recall = {{"fear", 0.5}, {"happiness", 0.5}};
  const auto failed = failed_gates(evaluation(), gates);
  ASSERT_TRUE(failed) << failed.error().message;
  EXPECT_EQ(*failed,
            (std::vector<std::string>{
                "macro_f1 is 0.5000, below the gate of 0.6000", "accuracy is 0.8000, below the gate of 0.9000",
                "recall of fear is 0.2500, below the gate of 0.5000", "ece is 0.1000, above the gate of 0.0500"}));
}

TEST(Gates, TheUnknownFails) {
  Gates gates;
  gates.min_recall = {{"disgust", 0}};
  gates.max_ece = 1;
  Evaluation e = evaluation();
  e.ece = std::numeric_limits<double>::quiet_NaN();
  const auto failed = failed_gates(e, gates);
  ASSERT_EQ(failed->size(), 2U);
  EXPECT_NE((*failed)[0].find("no row of it"), std::string::npos);
  EXPECT_NE((*failed)[1].find("without probabilities"), std::string::npos);
  e.n = 0;
  gates = {};
  gates.min_accuracy = 0;
  EXPECT_EQ(failed_gates(e, gates)->size(), 1U);
}

TEST(Gates, AClassThatIsNotThereIsAMistake) {
  Gates gates;
  gates.min_recall = {{"feer", 0.5}};
  const auto failed = failed_gates(evaluation(), gates);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::kNotFound);
  EXPECT_NE(failed.error().message.find("'fear'"), std::string::npos) << failed.error().message;
  gates.min_recall = {{"contempt", 0.5}};
  const std::string message = failed_gates(evaluation(), gates).error().message;
  EXPECT_NE(message.find("there is no such class; there are joy, fear, disgust"), std::string::npos) << message;
}

TEST(Gates, LabelGatesAreParsed) {
  EXPECT_EQ(parse_label_gate("fear=0.5").value(), (std::pair<std::string, double>("fear", 0.5)));
  EXPECT_EQ(parse_label_gate("a=b=1").value().first, "a=b");
  for (const char* bad : {"fear", "=0.5", "fear=", "fear=x", "fear=1.5", "fear=-1", "fear=nan", "fear=0.5x", ""}) {
    const auto gate = parse_label_gate(bad);
    ASSERT_FALSE(gate) << bad;
    EXPECT_EQ(gate.error().code, ErrorCode::kUsage);
  }
}

}  // namespace
}  // namespace emo::eval
