// Every figure is well-formed SVG with the words a screen reader needs, and its texts stay on the canvas and apart.
#include "report/figures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "report/findings.hpp"
#include "samples.hpp"

namespace emo::report {
namespace {

using test::sample_record;

struct Box {
  double left, top, right, bottom;
  std::string text;
};

// Of texts that are not turned.
std::vector<Box> text_boxes(const Canvas& canvas) {
  std::vector<Box> out;
  for (const Shape& shape : canvas.shapes()) {
    const auto* t = std::get_if<TextShape>(&shape);
    if (t == nullptr || t->style.angle != 0) continue;
    const double width = text_width(t->text, t->style.size, t->style.bold);
    const double left = t->x - (t->style.anchor == Anchor::kEnd      ? width
                                : t->style.anchor == Anchor::kMiddle ? width / 2
                                                                     : 0);
    out.push_back({left, t->y - 0.72 * t->style.size, left + width, t->y + 0.1 * t->style.size, t->text});
  }
  return out;
}

void expect_sound(const Figure& figure) {
  SCOPED_TRACE(figure.name);
  EXPECT_EQ(std::count(kFigureNames.begin(), kFigureNames.end(), figure.name), 1) << "would stay when it is old";
  const std::string svg = to_svg(figure.canvas, true);
  EXPECT_EQ(test::xml_problem(svg), "");
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  EXPECT_EQ(svg.find("http", svg.find("http") + 5), std::string::npos) << "the name space is the only address";
  EXPECT_NE(svg.find("<title>"), std::string::npos);
  EXPECT_GT(figure.words.size(), 20U);
  const auto boxes = text_boxes(figure.canvas);
  for (const Box& box : boxes) {
    EXPECT_GE(box.left, 0) << box.text;
    EXPECT_LE(box.right, figure.canvas.width()) << box.text;
    EXPECT_GE(box.top, 0) << box.text;
    EXPECT_LE(box.bottom, figure.canvas.height()) << box.text;
  }
  for (std::size_t a = 0; a < boxes.size(); ++a) {
    for (std::size_t b = a + 1; b < boxes.size(); ++b) {
      const bool apart = boxes[a].right <= boxes[b].left + 0.01 || boxes[b].right <= boxes[a].left + 0.01 ||
                         boxes[a].bottom <= boxes[b].top || boxes[b].bottom <= boxes[a].top;
      EXPECT_TRUE(apart) << "'" << boxes[a].text << "' overlaps '" << boxes[b].text << "'";
    }
  }
}

EvaluationRecord record_of(std::size_t classes, std::uint64_t scale) {
  EvaluationRecord r = sample_record();
  r.labels.clear();
  r.classes.clear();
  r.confusion.assign(classes, std::vector<std::uint64_t>(classes));
  r.precision_recall.clear();
  for (std::size_t g = 0; g < classes; ++g) {
    r.labels.push_back((g % 3 == 0 ? "a class with a long name " : "class ") + std::to_string(g));
    for (std::size_t p = 0; p < classes; ++p) r.confusion[g][p] = scale * (g == p ? 997 : (g * 7 + p * 3) % 11);
    r.classes.push_back({r.labels[g], 0.5, 0.6, 0.01 * static_cast<double>(g), scale * (g + 1)});
    r.precision_recall.push_back({r.labels[g], {{0.2, 0.9, 0.9}, {1, 0.3, 0.1}}, 0.4});
  }
  return r;
}

std::vector<Figure> all_figures(const EvaluationRecord& record) {
  std::vector<Figure> out;
  for (auto& figure : {confusion_figure(record, true), confusion_figure(record, false), per_class_figure(record),
                       class_balance_figure(record), precision_recall_figure(record), reliability_figure(record),
                       coverage_risk_figure(record), slices_figure(record)}) {
    if (figure) out.push_back(*figure);
  }
  return out;
}

TEST(Figures, EveryOneIsSoundForFewAndManyClasses) {
  for (const std::size_t classes : {1U, 2U, 3U, 7U, 8U, 12U, 28U}) {
    for (const std::uint64_t scale : {1U, 1000U}) {
      SCOPED_TRACE(std::to_string(classes) + " classes, scale " + std::to_string(scale));
      const auto figures = all_figures(record_of(classes, scale));
      EXPECT_EQ(figures.size(), 8U);
      for (const Figure& figure : figures) expect_sound(figure);
    }
  }
}

TEST(Figures, ASmallMatrixHasItsWholeTitle) {
  for (const std::size_t classes : {1U, 2U}) {
    const auto figure = confusion_figure(record_of(classes, 1), true);
    ASSERT_TRUE(figure);
    const auto boxes = text_boxes(figure->canvas);
    EXPECT_TRUE(std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.text == figure->title; }));
    expect_sound(*figure);
  }
}

TEST(Figures, HundredsOfClassesStayReadableInSize) {
  const auto figure = confusion_figure(record_of(200, 1), true);
  ASSERT_TRUE(figure);
  EXPECT_LT(figure->canvas.width(), 2500);
}

TEST(Figures, NamesOfSlicesAreNotCut) {
  auto record = sample_record();
  record.slices = {{"copy in training", "no", 60, 50, {0.7, 0.9}}, {"copy in training", "yes", 40, 30, {0.6, 0.8}}};
  const auto figure = slices_figure(record);
  ASSERT_TRUE(figure);
  expect_sound(*figure);
  const auto boxes = text_boxes(figure->canvas);
  EXPECT_TRUE(std::any_of(boxes.begin(), boxes.end(), [](const Box& box) { return box.text == "copy in training"; }));
}

TEST(Figures, AClassWithoutRowsIsUnknownAndLast) {
  auto record = record_of(3, 1);
  record.classes[0].support = 0;
  record.classes[0].f1 = 0;
  record.classes[1].f1 = 0;
  const auto figure = per_class_figure(record);
  ASSERT_TRUE(figure);
  expect_sound(*figure);
  const auto boxes = text_boxes(figure->canvas);
  const auto top_of = [&](const std::string& text) {
    const auto box = std::find_if(boxes.begin(), boxes.end(), [&](const Box& b) { return b.text == text; });
    return box == boxes.end() ? -1 : box->top;
  };
  EXPECT_GT(top_of(record.classes[0].label), top_of(record.classes[1].label)) << "one that is never found comes before";
  EXPECT_NEAR(top_of("-"), top_of(record.classes[0].label), 2);
}

TEST(Figures, FewRowsMakeNoBestAndNoWorstClass) {
  auto record = record_of(4, 1);  // F1 0, 0.01, 0.02 and 0.03
  const std::vector<std::uint64_t> supports{25, 30, 40, 1};
  for (std::size_t k = 0; k < 4; ++k) {
    record.classes[k].label = std::string(1, static_cast<char>('a' + k));
    record.classes[k].support = supports[k];
    record.precision_recall[k].label = record.classes[k].label;
    record.precision_recall[k].average_precision = 0.25 * static_cast<double>(k + 1);
  }
  EXPECT_NE(per_class_figure(record)->words.find("Of those with 20 rows or more, best: c 0.02, worst: a 0.00."),
            std::string::npos)
      << per_class_figure(record)->words;
  EXPECT_NE(
      precision_recall_figure(record)->words.find("of the classes with 20 rows or more best c 0.75, worst a 0.25"),
      std::string::npos)
      << precision_recall_figure(record)->words;
  record.classes[0].support = record.classes[1].support = 19;
  EXPECT_NE(per_class_figure(record)->words.find("Only one class has 20 rows or more: c 0.02."), std::string::npos);
  EXPECT_EQ(precision_recall_figure(record)->words.find("best"), std::string::npos);
  record.classes[2].support = 19;
  EXPECT_NE(per_class_figure(record)->words.find("none is called best or worst"), std::string::npos);
}

TEST(Figures, APrecisionThatNobodyKnowsIsNotDrawn) {
  auto record = record_of(1, 30);
  record.classes[0].precision = 0;
  const auto dots = [&] {
    const auto figure = per_class_figure(record);
    return std::count_if(figure->canvas.shapes().begin(), figure->canvas.shapes().end(),
                         [](const Shape& shape) { return std::holds_alternative<CircleShape>(shape); });
  };
  record.classes[0].answered = 3;
  const auto known = dots();
  record.classes[0].answered = 0;
  EXPECT_EQ(dots(), known - 2) << "the dot and its rim";
}

TEST(Figures, TheCaptionOfReliabilityTellsTheAnswersFromTheClearNoes) {
  auto record = sample_record();
  record.multi_label = true;
  record.reliability = {{0, 0.5, 40'000, 0.02, 0.02}, {0.5, 1, 1000, 0.839, 0.646}};
  EXPECT_NE(reliability_figure(record)->words.find(
                "of those at about 0.5 or above the model is on average 19.3 points too sure"),
            std::string::npos)
      << reliability_figure(record)->words;
  record.reliability.back().count = kFewestRows - 1;
  const auto too_few = [&] {
    return reliability_figure(record)->words.find("too few of them at about 0.5 or above to judge those.") !=
           std::string::npos;
  };
  EXPECT_TRUE(too_few()) << reliability_figure(record)->words;
  record.reliability.pop_back();
  EXPECT_TRUE(too_few()) << reliability_figure(record)->words;
}

TEST(Figures, NothingKnownDrawsNothing) {
  EXPECT_TRUE(all_figures(EvaluationRecord{}).empty());
  EXPECT_FALSE(training_figure(RunRecord{}, judge_fit({})));
}

RunRecord run_of(std::size_t epochs, bool scores) {
  RunRecord run;
  run.loss_name = "loss";
  run.score_name = "accuracy";
  for (std::size_t i = 1; i <= epochs; ++i) {
    const auto e = static_cast<double>(i);
    EpochPoint p{static_cast<std::int64_t>(i), 1.5 / e, 1.2 / e + 0.02 * e, {}, 0.5 + 0.4 * (1 - 1 / e), false};
    if (scores) p.train_score = 0.5 + 0.5 * (1 - 1 / e);
    run.points.push_back(p);
    run.epochs.push_back({static_cast<std::int64_t>(i), i * 2 <= epochs ? "warm up" : "main", false, {}});
  }
  return run;
}

TEST(Figures, TrainingCurvesOfOneToManyEpochs) {
  for (const std::size_t epochs : {1U, 2U, 3U, 10U, 200U}) {
    for (const bool scores : {true, false}) {
      SCOPED_TRACE(std::to_string(epochs));
      const RunRecord run = run_of(epochs, scores);
      const auto figure = training_figure(run, judge_fit(run.points));
      ASSERT_TRUE(figure);
      expect_sound(*figure);
    }
  }
}

TEST(Figures, AnAxisOfSharesEndsAtAHundredPercent) {
  for (const double score : {0.9, 1.0}) {
    RunRecord run = run_of(1, false);
    run.points[0].dev_score = score;
    const auto figure = training_figure(run, judge_fit(run.points));
    const auto boxes = text_boxes(figure->canvas);
    for (const char* beyond : {"120 %", "125 %", "140 %", "150 %"}) {
      EXPECT_TRUE(std::none_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.text == beyond; }))
          << beyond;
    }
  }
}

TEST(Figures, ALogThatCountsInPercentIsDrawn) {
  RunRecord run = run_of(3, true);
  for (EpochPoint& point : run.points) {
    point.dev_score = 100 * *point.dev_score;
    point.train_score = 100 * *point.train_score;
  }
  const auto figure = training_figure(run, judge_fit(run.points));
  ASSERT_TRUE(figure);
  const auto boxes = text_boxes(figure->canvas);
  EXPECT_TRUE(std::any_of(boxes.begin(), boxes.end(), [](const Box& box) { return box.text == "Accuracy"; }));
}

TEST(Figures, NamesOfStagesStandWhereNoZeroLineCrossesThem) {
  const RunRecord run = run_of(10, true);
  const auto figure = training_figure(run, judge_fit(run.points));
  const auto boxes = text_boxes(figure->canvas);
  EXPECT_EQ(std::count_if(boxes.begin(), boxes.end(), [](const Box& box) { return box.text == "warm up"; }), 2)
      << "in the panels of loss and score, not in those of their gaps";
}

TEST(Figures, NoLineOfTheGridCrossesTheNameOfAStage) {
  const RunRecord run = run_of(10, true);
  const auto figure = training_figure(run, judge_fit(run.points));
  const auto& shapes = figure->canvas.shapes();
  std::size_t names = 0;
  for (std::size_t i = 1; i < shapes.size(); ++i) {
    const auto* name = std::get_if<TextShape>(&shapes[i]);
    if (name == nullptr || (name->text != "warm up" && name->text != "main")) continue;
    ++names;
    const auto* ground = std::get_if<RectShape>(&shapes[i - 1]);
    ASSERT_NE(ground, nullptr) << "a ground that covers what was drawn before";
    const double half = text_width(name->text, name->style.size) / 2;
    EXPECT_LE(ground->x, name->x - half);
    EXPECT_GE(ground->x + ground->width, name->x + half);
    EXPECT_LE(ground->y, name->y - 0.72 * name->style.size);
    EXPECT_GE(ground->y + ground->height, name->y);
    // The grid of the same panel: what is grey between its sides.
    for (std::size_t later = i + 1; later < shapes.size(); ++later) {
      const auto* path = std::get_if<PathShape>(&shapes[later]);
      if (path == nullptr || css_name(path->stroke) != "grid") continue;
      const bool across = path->points[0].x < ground->x + ground->width && path->points[1].x > ground->x &&
                          path->points[0].y < ground->y + ground->height && path->points[1].y > ground->y;
      EXPECT_FALSE(across) << name->text;
    }
  }
  EXPECT_EQ(names, 4U);
}

TEST(Figures, AKeptStartIsNoKeptEpoch) {
  RunRecord run = run_of(5, true);
  const auto kept = training_figure(run, judge_fit(run.points));
  run.start_kept = true;
  const auto start = training_figure(run, judge_fit(run.points));
  const auto marked = [](const Figure& figure) {
    const auto boxes = text_boxes(figure.canvas);
    return std::any_of(boxes.begin(), boxes.end(), [](const Box& box) { return box.text.rfind("kept: ", 0) == 0; });
  };
  EXPECT_TRUE(marked(*kept));
  EXPECT_FALSE(marked(*start));
}

TEST(Figures, ValidationCurvesBeginAtTheStartThatWasJudged) {
  RunRecord run = run_of(5, true);
  const auto epochs = to_svg(training_figure(run, judge_fit(run.points))->canvas, true);
  run.start_point = EpochPoint{};
  run.start_point->dev_loss = 1.4;
  const auto figure = training_figure(run, judge_fit(run.points));
  const auto boxes = text_boxes(figure->canvas);
  EXPECT_TRUE(std::any_of(boxes.begin(), boxes.end(), [](const Box& box) { return box.text == "0"; }))
      << "the axis of epochs begins at 0";
  EXPECT_NE(figure->words.find("Epoch 0 is the start"), std::string::npos) << figure->words;
  const auto dots = [](const std::string& svg) {
    std::size_t count = 0;
    for (std::size_t at = svg.find("<circle"); at != std::string::npos; at = svg.find("<circle", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(dots(to_svg(figure->canvas, true)), dots(epochs) + 1) << "of the validation loss alone";
}

TEST(Figures, AMissingEpochBreaksTheLineInsteadOfBridgingIt) {
  RunRecord run = run_of(5, true);
  run.points[2].dev_loss.reset();
  const auto whole = to_svg(training_figure(run_of(5, true), judge_fit(run_of(5, true).points))->canvas, true);
  const auto broken = to_svg(training_figure(run, judge_fit(run.points))->canvas, true);
  const auto lines = [](const std::string& svg) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = svg.find("class=\"s-validation\"", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  EXPECT_EQ(lines(broken), lines(whole) + 1);
}

std::size_t cells(const Figure& figure) {
  return static_cast<std::size_t>(std::count_if(figure.canvas.shapes().begin(), figure.canvas.shapes().end(),
                                                [](const Shape& s) { return std::holds_alternative<RectShape>(s); }));
}

TEST(Figures, AMatrixOfTooManyClassesIsNotDrawnAndEmptyCellsOfLargeOnesNeither) {
  EXPECT_TRUE(confusion_figure(record_of(kMostMatrixClasses, 1), true));
  EXPECT_FALSE(confusion_figure(record_of(kMostMatrixClasses + 1, 1), true));
  auto record = record_of(100, 1);
  for (std::size_t g = 0; g < 100; ++g) {
    for (std::size_t p = 0; p < 100; ++p) record.confusion[g][p] = g == p ? 5 : 0;
  }
  EXPECT_LT(cells(*confusion_figure(record, false)), 300U) << "a hundred cells, a ground, a scale";
  EXPECT_GE(cells(*confusion_figure(record_of(28, 1), false)), 28U * 28U) << "smaller ones have every cell";
}

TEST(Figures, TheLegendOfManyHeadsStaysAboveTheirCurves) {
  RunRecord run = run_of(6, false);
  for (const char* head : {"another_head_of_it", "basic_emotions", "ekman_of_long_name", "fine_grained", "polarity"}) {
    run.heads.emplace_back(head);
    for (EpochRecord& epoch : run.epochs) epoch.figures[std::string(head) + "_dev_macro_f1"] = 0.5;
  }
  const auto figure = training_figure(run, judge_fit(run.points));
  const auto boxes = text_boxes(figure->canvas);
  const auto bottom_of = [&](const std::string& text) {
    const auto at = std::find_if(boxes.begin(), boxes.end(), [&](const Box& box) { return box.text == text; });
    return at == boxes.end() ? NAN : at->bottom;
  };
  double top = 0;  // of the last frame, whose left side is drawn after its grid
  for (const Shape& shape : figure->canvas.shapes()) {
    const auto* path = std::get_if<PathShape>(&shape);
    if (path == nullptr || css_name(path->stroke) != "muted" || path->points[0].x != path->points[1].x) continue;
    top = path->points[0].y;
  }
  EXPECT_LT(bottom_of("polarity"), top);
  for (const Box& box : boxes) EXPECT_LE(box.bottom, figure->canvas.height()) << box.text;
  expect_sound(*figure);
}

TEST(Figures, ARunThatBrokeIsNotSaidToStayTogether) {
  RunRecord run = run_of(3, true);
  run.points[2].train_loss.reset();
  run.points[2].dev_loss.reset();
  run.points[2].not_finite = true;
  const auto words = training_figure(run, judge_fit(run.points))->words;
  EXPECT_EQ(words.find("diverge"), std::string::npos) << words;
  EXPECT_EQ(training_figure(run_of(1, true), judge_fit(run_of(1, true).points))->words.find("diverge"),
            std::string::npos);
}

TEST(Figures, ACurveOfOnePointIsADot) {
  auto record = sample_record();
  record.precision_recall = {{"joy", {{1, 1, -1}}, 1.0}};
  const auto figure = precision_recall_figure(record);
  EXPECT_EQ(std::count_if(figure->canvas.shapes().begin(), figure->canvas.shapes().end(),
                          [](const Shape& s) { return std::holds_alternative<CircleShape>(s); }),
            1);
}

TEST(Figures, ClassesThatAreReadAlikeHaveNoBestAndWorst) {
  auto record = sample_record();
  for (auto& c : record.classes) c.precision = c.recall = c.f1 = 1;
  EXPECT_EQ(per_class_figure(record)->words.find("worst"), std::string::npos);
  record.precision_recall = {{"joy", {{0, 1, 1}, {1, 1, 0}}, 1.0}, {"neutral", {{0, 1, 1}, {1, 1, 0}}, 1.0}};
  EXPECT_EQ(precision_recall_figure(record)->words.find("worst"), std::string::npos);
}

TEST(Figures, TheDiagonalIsCalledRecallWhereItIs) {
  auto record = sample_record();
  EXPECT_NE(confusion_figure(record, true)->words.find("the diagonal is recall"), std::string::npos);
  record.multi_label = true;  // joy is found in 44 of 50 rows, and is the first choice in 45
  record.classes[0].recall = 0.88;
  EXPECT_NE(confusion_figure(record, true)->words.find("it is not recall"), std::string::npos);
  EXPECT_NE(confusion_figure(record, false)->words.find("the model's first choice"), std::string::npos);
}

}  // namespace
}  // namespace emo::report
