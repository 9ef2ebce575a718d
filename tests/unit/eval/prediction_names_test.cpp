#include "eval/prediction_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace emo::eval {
namespace {

TEST(PredictionNames, KnowsWhatOthersCallAnAnswer) {
  EXPECT_EQ(called_as_answer(std::vector<std::string>{"text", "Prediction"}), "Prediction");
  EXPECT_EQ(called_as_answer(std::vector<std::string>{"y_true", "y_pred"}), "y_pred");
  EXPECT_EQ(called_as_answer(std::vector<std::string>{"predicted", "PREDICTED"}), "PREDICTED");
  EXPECT_FALSE(called_as_answer(std::vector<std::string>{"predicted", "label", "score"}));
}

TEST(PredictionNames, KnowsWhatOthersCallARowButNotWhatIsRead) {
  EXPECT_EQ(called_as_row_name(std::vector<std::string>{"text", "ID"}), "ID");
  EXPECT_EQ(called_as_row_name(std::vector<std::string>{"id", "Index"}), "Index");
  EXPECT_FALSE(called_as_row_name(std::vector<std::string>{"id", "row", "paid"}));
}

}  // namespace
}  // namespace emo::eval
