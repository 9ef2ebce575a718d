// The shared core: checks, decisions and figures of scored items, whoever scored them.
#include "eval/evaluation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace emo::eval {
namespace {

const std::vector<std::string> kLabels{"anger", "joy", "sadness"};

ScoredItem item(std::uint64_t row, std::vector<std::uint32_t> gold, std::vector<float> probabilities) {
  return {"i" + std::to_string(row), row, "input", std::move(gold), std::move(probabilities)};
}

bool has_note(const Evaluation& evaluation, const std::string& part) {
  for (const std::string& note : evaluation.notes) {
    if (note.find(part) != std::string::npos) return true;
  }
  return false;
}

TEST(Evaluate, FiguresCurvesAndConfusions) {
  const auto e = evaluate(kLabels,
                          {item(1, {0}, {0.7F, 0.2F, 0.1F}), item(2, {1}, {0.6F, 0.3F, 0.1F}),
                           item(3, {1}, {0.1F, 0.8F, 0.1F}), item(4, {0}, {0.9F, 0.05F, 0.05F})},
                          {});
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 4U);
  EXPECT_EQ(e->accuracy, 0.75);
  EXPECT_EQ(e->cohen_kappa, 0.5);
  EXPECT_EQ(e->per_class[0].roc_auc, 1);
  EXPECT_TRUE(std::isnan(e->per_class[2].roc_auc)) << "no row of it";
  EXPECT_EQ(e->roc_auc_macro, 1);
  ASSERT_EQ(e->top_confusions.size(), 1U);
  EXPECT_EQ(e->top_confusions[0].gold, "joy");
  EXPECT_EQ(e->top_confusions[0].predicted, "anger");
  EXPECT_EQ(e->top_confusions[0].rate, 0.5);
  EXPECT_EQ(e->coverage_risk.back().coverage, 1);
  EXPECT_EQ(e->coverage_risk.back().risk, 0.25);
  EXPECT_EQ(e->coverage_risk.front().risk, 0);
  EXPECT_EQ(e->curves.size(), 3U);
  EXPECT_TRUE(e->curves[2].pr.empty());
  std::uint64_t binned = 0;
  for (const auto& bin : e->reliability) binned += bin.count;
  EXPECT_EQ(binned, 4U);
  EXPECT_TRUE(has_note(*e, "Without a row in the data: sadness"));
  EXPECT_TRUE(has_note(*e, "Only 4 rows"));
}

TEST(Evaluate, OneClassOnlyIsSaid) {
  const auto e = evaluate(kLabels, {item(1, {1}, {0.1F, 0.8F, 0.1F}), item(2, {1}, {0.1F, 0.8F, 0.1F})}, {});
  ASSERT_TRUE(e);
  EXPECT_EQ(e->accuracy, 1);
  EXPECT_TRUE(std::isnan(e->cohen_kappa));
  EXPECT_TRUE(std::isnan(e->roc_auc_macro));
  EXPECT_TRUE(has_note(*e, "one class, 'joy'"));
}

TEST(Evaluate, ItemsWithoutGoldAreDroppedAndErrorsCounted) {
  ScoredItem broken = item(2, {0}, {});
  broken.error = Error{ErrorCode::kInvalidInput, "no face"};
  const auto e = evaluate(kLabels, {item(1, {}, {1, 0, 0}), broken, item(3, {0}, {1, 0, 0})}, {});
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->n, 1U);
  EXPECT_EQ(e->n_errors, 1U);
  EXPECT_EQ(e->n_dropped_unlabelled, 1U);
  EXPECT_EQ(e->predictions.size(), 2U);
  EXPECT_TRUE(has_note(*e, "No answer of the model for 1 row"));
}

TEST(Evaluate, NothingScoredAndNothingKeptAreErrors) {
  ScoredItem broken = item(1, {0}, {});
  broken.error = Error{ErrorCode::kInvalidInput, "no face"};
  ScoredItem placed = broken;
  placed.place = "labels.csv:2";
  const auto all_broken = evaluate(kLabels, {placed, broken}, {});
  ASSERT_FALSE(all_broken) << "figures of 0 would be told as if they were known";
  EXPECT_EQ(all_broken.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(all_broken.error().message.find("all 2"), std::string::npos) << all_broken.error().message;
  EXPECT_NE(all_broken.error().message.find("labels.csv:2: no face"), std::string::npos) << all_broken.error().message;
  const auto unplaced = evaluate(kLabels, {broken}, {});
  ASSERT_FALSE(unplaced);
  EXPECT_NE(unplaced.error().message.find("row 1 (id"), std::string::npos) << unplaced.error().message;
  EXPECT_EQ(evaluate(kLabels, {item(1, {}, {})}, {}).error().code, ErrorCode::kInvalidData);
  EXPECT_EQ(evaluate(kLabels, {}, {}).error().code, ErrorCode::kInvalidData);
  EXPECT_EQ(evaluate({}, {}, {}).error().code, ErrorCode::kInvalidData);
}

TEST(Evaluate, ScoresThatAreNoProbabilitiesAreNamed) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  for (const float bad : {nan, 1.5F, -0.2F, std::numeric_limits<float>::infinity()}) {
    const auto e = evaluate(kLabels, {item(1, {0}, {1, 0, 0}), item(7, {0}, {0.5F, bad, 0})}, {});
    ASSERT_FALSE(e) << bad;
    EXPECT_EQ(e.error().code, ErrorCode::kInvalidData);
    EXPECT_NE(e.error().message.find("row 7"), std::string::npos) << e.error().message;
    EXPECT_NE(e.error().message.find("joy"), std::string::npos) << e.error().message;
  }
  EXPECT_NE(evaluate(kLabels, {item(1, {0}, {1, 0})}, {}).error().message.find("2 scores"), std::string::npos);
  EXPECT_EQ(evaluate(kLabels, {item(1, {9}, {1, 0, 0})}, {}).error().code, ErrorCode::kInternal);
}

TEST(Evaluate, DecisionsAloneGiveNoProbabilityFigures) {
  std::vector<ScoredItem> items{item(1, {0}, {}), item(2, {1}, {})};
  items[0].predicted = {{0}};
  items[1].predicted = {{0}};
  const auto e = evaluate(kLabels, items, {});
  ASSERT_TRUE(e) << e.error().message;
  EXPECT_EQ(e->accuracy, 0.5);
  EXPECT_EQ(e->confusion[1][0], 1U);
  for (const double figure : {e->ece, e->nll, e->brier, e->roc_auc_macro, e->aurc}) EXPECT_TRUE(std::isnan(figure));
  EXPECT_TRUE(has_note(*e, "No probabilities"));

  items.push_back(item(3, {0}, {1, 0, 0}));
  EXPECT_NE(evaluate(kLabels, items, {}).error().message.find("row 3"), std::string::npos) << "mixed";
  items.pop_back();
  items[1].predicted->push_back(2);
  EXPECT_NE(evaluate(kLabels, items, {}).error().message.find("2 predicted labels"), std::string::npos);
  DecisionRule multi;
  multi.kind = Decision::kMultiLabel;
  items[0].predicted->clear();
  const auto sets = evaluate(kLabels, items, multi);
  ASSERT_TRUE(sets) << sets.error().message;
  EXPECT_EQ(sets->accuracy, 0) << "exact match";
}

TEST(Evaluate, SlicesAreJudgedApart) {
  std::vector<ScoredItem> items;
  for (std::uint64_t row = 0; row < 40; ++row) {
    const bool right = row % 4 != 0 || row < 20;
    items.push_back(item(row, {row % 2 == 0 ? 0U : 1U}, {}));
    const bool anger = (row % 2 == 0) == right;
    items.back().probabilities = {anger ? 0.9F : 0.1F, anger ? 0.1F : 0.9F, 0};
    items.back().slices["source"] = row < 20 ? "2-books" : "10-films";
    if (row != 0) items.back().slices["group"] = "g";
  }
  const auto e = evaluate(kLabels, items, {});
  ASSERT_TRUE(e);
  ASSERT_EQ(e->slices.size(), 2U);
  EXPECT_EQ(e->slices[0].column, "group");
  EXPECT_EQ(e->slices[0].values[0].value, "(none)");
  EXPECT_EQ(e->slices[0].values[0].n, 1U);
  const SliceColumn& source = e->slices[1];
  EXPECT_EQ(source.values[0].value, "2-books") << "numbers in front are compared as numbers";
  EXPECT_EQ(source.values[0].accuracy, 1);
  EXPECT_EQ(source.values[1].n, 20U);
  EXPECT_EQ(source.values[1].accuracy, 0.75);
  ASSERT_TRUE(source.values[1].ci95_accuracy);
  EXPECT_LT(source.values[1].ci95_accuracy->low, 0.75);
}

TEST(Evaluate, AColumnOfIdsIsCutAndSaid) {
  std::vector<ScoredItem> items;
  for (std::uint64_t row = 0; row < 60; ++row) {
    items.push_back(item(row, {0}, {1, 0, 0}));
    items.back().slices["id"] = std::to_string(row);
  }
  ScoringOptions options;
  options.bootstrap_samples = 0;
  const auto e = evaluate(kLabels, items, {}, options);
  ASSERT_TRUE(e);
  EXPECT_EQ(e->slices[0].values.size(), kMaxSliceValues);
  EXPECT_EQ(e->slices[0].values_left_out, 10U);
  EXPECT_TRUE(has_note(*e, "Column 'id'"));
}

}  // namespace
}  // namespace emo::eval
