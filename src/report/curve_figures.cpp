// Precision-recall, reliability and coverage-risk curves. Their points come from curves.json or prediction_figures.cpp,
// computed by src/metrics: here they are only placed and drawn.
#include <algorithm>
#include <array>
#include <cmath>

#include "report/answer_calibration.hpp"
#include "report/figures.hpp"
#include "report/findings.hpp"
#include "report/plot.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

const std::vector<double> kQuarters{0, 0.25, 0.5, 0.75, 1};
constexpr std::array<std::array<double, 2>, 4> kDashes{{{0, 0}, {7, 4}, {2, 3}, {11, 3}}};

constexpr double kMultiple = 146;  // side of one small plot with its margins
constexpr double kLonePoint = 4;   // all that a curve is where every row has the same score

std::vector<Point> places(const Plot& plot, const PrecisionRecallCurve& curve) {
  std::vector<Point> points;
  for (const auto& p : curve.points) points.push_back(plot.at(p.recall, p.precision));
  return points;
}

// Of the classes with enough rows to be called so; `curves`: by falling average precision.
std::string best_and_worst_precision(const EvaluationRecord& record, const std::vector<PrecisionRecallCurve>& curves) {
  std::vector<const PrecisionRecallCurve*> judged;
  const auto classes = judged_classes(record);
  for (const auto& curve : curves) {
    if (std::any_of(classes.begin(), classes.end(), [&](const auto& c) { return c.label == curve.label; })) {
      judged.push_back(&curve);
    }
  }
  if (judged.size() < 2) return "";
  const auto figure = [](const PrecisionRecallCurve& c) { return c.label + " " + decimals(c.average_precision, 2); };
  const std::string best = decimals(judged.front()->average_precision, 2);
  if (decimals(judged.back()->average_precision, 2) == best) {
    return "; all classes with " + std::to_string(kFewestRows) + " rows or more have " + best;
  }
  return "; of the classes with " + std::to_string(kFewestRows) + " rows or more best " + figure(*judged.front()) +
         ", worst " + figure(*judged.back());
}

void draw_together(Canvas& canvas, const std::vector<PrecisionRecallCurve>& curves) {
  std::vector<LegendEntry> legend;
  const Plot plot(canvas, {70, 52, 420, 400, Role::kPaper}, {{0, 1}, kQuarters, false, "recall"},
                  {{0, 1.02}, kQuarters, false, "precision"});
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const auto& dash = kDashes[i % kDashes.size()];
    const std::vector<Point> points = places(plot, curves[i]);
    canvas.polyline(points, series_role(i), 2.2, dash[0], dash[1]);
    if (points.size() == 1) canvas.circle(points[0].x, points[0].y, kLonePoint, series_role(i));
    legend.push_back({fitted(curves[i].label, 120, 12) + "  " + decimals(curves[i].average_precision, 2),
                      series_role(i), dash[0], dash[1]});
  }
  canvas.text(514, 66, "average precision", {12, Role::kMuted});
  draw_legend(canvas, 514, 90, 1, legend);
}

void draw_multiples(Canvas& canvas, const std::vector<PrecisionRecallCurve>& curves, std::size_t columns) {
  constexpr double kCell = kMultiple, kPlot = 128;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const std::size_t column = i % columns, row = i / columns;
    const double x = 20 + static_cast<double>(column) * kCell, y = 52 + static_cast<double>(row) * (kCell + 8);
    canvas.text(x + 8, y + 12, fitted(curves[i].label, kPlot - 32, 11), {11});
    canvas.text(x + 8 + kPlot, y + 12, decimals(curves[i].average_precision, 2), {11, Role::kMuted, Anchor::kEnd});
    canvas.rect(x + 8, y + 18, kPlot, kPlot, Role::kPanel);
    for (const double tick : {0.5}) {
      canvas.line({x + 8 + tick * kPlot, y + 18}, {x + 8 + tick * kPlot, y + 18 + kPlot}, Role::kGrid);
      canvas.line({x + 8, y + 18 + tick * kPlot}, {x + 8 + kPlot, y + 18 + tick * kPlot}, Role::kGrid);
    }
    std::vector<Point> points;
    for (const auto& p : curves[i].points)
      points.push_back({x + 8 + p.recall * kPlot, y + 18 + (1 - p.precision) * kPlot});
    canvas.polyline(points, Role::kTrain, 2);
    if (points.size() == 1) canvas.circle(points[0].x, points[0].y, kLonePoint, Role::kTrain);
    canvas.line({x + 8, y + 18 + kPlot}, {x + 8 + kPlot, y + 18 + kPlot}, Role::kMuted);
    canvas.line({x + 8, y + 18}, {x + 8, y + 18 + kPlot}, Role::kMuted);
  }
}

// `record` has a bin with rows.
std::string calibration_caption(const EvaluationRecord& record) {
  double ece = 0, total = 0;
  for (const auto& bin : record.reliability) {
    total += static_cast<double>(bin.count);
    ece += static_cast<double>(bin.count) * std::abs(bin.confidence - bin.accuracy);
  }
  const AnswerCalibration answers = answer_calibration(record);
  const bool judged = !record.multi_label || answers.answers >= kFewestRows;
  const double over = answers.too_sure();
  return "Expected calibration error " + decimals(figure_of(record, "ece").value_or(ece / total), 3) +
         (!record.multi_label ? ": on average the model is "
          : judged ? " over all decisions about labels; of those at about 0.5 or above the model is on average "
                   : " over all decisions about labels, too few of them at about 0.5 or above to judge those") +
         (!judged ? ""
          : std::abs(over) < 0.01
              ? "as sure as it may be"
              : decimals(100 * std::abs(over), 1) + " points too " + (over > 0 ? "sure" : "unsure")) +
         ".";
}

}  // namespace

std::optional<Figure> precision_recall_figure(const EvaluationRecord& record) {
  std::vector<PrecisionRecallCurve> curves = record.precision_recall;
  if (curves.empty()) return std::nullopt;
  std::stable_sort(curves.begin(), curves.end(),
                   [](const auto& a, const auto& b) { return a.average_precision > b.average_precision; });
  double mean = 0;
  for (const auto& curve : curves) mean += curve.average_precision / static_cast<double>(curves.size());
  const std::string words = "Precision against recall as the threshold falls, with average precision: mean " +
                            decimals(mean, 2) + best_and_worst_precision(record, curves) + ".";
  const bool together = curves.size() <= kSeriesCount;
  constexpr std::size_t kColumns = 6;
  const double rows = std::ceil(static_cast<double>(curves.size()) / kColumns);
  const double width = together ? 760 : 20 + kMultiple * kColumns + 6,
               height = together ? 510 : 52 + rows * (kMultiple + 8) + 30;
  Figure figure{"pr_curves", "Precision and recall", words, Canvas(width, height, "Precision-recall curves", words)};
  figure.canvas.text(20, 28, figure.title, {16, Role::kInk, Anchor::kStart, true});
  if (together) {
    draw_together(figure.canvas, curves);
  } else {
    draw_multiples(figure.canvas, curves, kColumns);
    figure.canvas.text(28, height - 14,
                       "each: recall 0 to 1 to the right, precision 0 to 1 upwards; number: average precision",
                       {11, Role::kMuted});
  }
  return figure;
}

std::optional<Figure> reliability_figure(const EvaluationRecord& record) {
  std::uint64_t total = 0, largest = 0;
  for (const auto& bin : record.reliability) {
    total += bin.count;
    largest = std::max(largest, bin.count);
  }
  if (total == 0) return std::nullopt;
  const std::string words =
      "How often statements of a given confidence come true; on the diagonal confidence can be taken at its word. " +
      calibration_caption(record);
  Figure figure{"reliability", "Can its confidence be believed?", words,
                Canvas(760, 600, "Reliability diagram", words)};
  Canvas& canvas = figure.canvas;
  canvas.text(20, 28, figure.title, {16, Role::kInk, Anchor::kStart, true});
  draw_legend(canvas, 76, 54, 640,
              {{"came true", Role::kTrain}, {"perfect", Role::kInk, 6, 4}, {"gap", Role::kValidation}});
  const Plot plot(canvas, {76, 70, 650, 330, Role::kPaper}, {{0, 1}, kQuarters, true, ""},
                  {{0, 1}, kQuarters, true, "came true"});
  for (const auto& bin : record.reliability) {
    if (bin.count == 0) continue;
    const double left = plot.at(bin.low, 0).x, right = plot.at(bin.high, 0).x;
    const double top = plot.at(0, bin.accuracy).y;
    canvas.rect(left + 1.5, top, right - left - 3, plot.at(0, 0).y - top, heat(0.3));
    canvas.line({left + 1.5, top}, {right - 1.5, top}, Role::kTrain, 3);
    const double ideal = plot.at(0, bin.confidence).y, centre = plot.at(bin.confidence, 0).x;
    canvas.line({centre, top}, {centre, ideal}, Role::kValidation, 3);
    canvas.circle(centre, ideal, 3.2, Role::kValidation);
  }
  canvas.line(plot.at(0, 0), plot.at(1, 1), Role::kInk, 1.6, 6, 4);
  const Span counts{0, static_cast<double>(largest) * 1.05};
  const Plot bars(canvas, {76, 440, 650, 100, Role::kPaper}, {{0, 1}, kQuarters, true, "confidence"},
                  {counts, {}, false, ""});
  canvas.text(69, bars.at(0, static_cast<double>(largest)).y + 4, compact(largest), {11, Role::kMuted, Anchor::kEnd});
  canvas.text(69, bars.at(0, 0).y, "0", {11, Role::kMuted, Anchor::kEnd});
  canvas.text(32, 490, record.multi_label ? "decisions" : "rows", {12, Role::kMuted, Anchor::kMiddle, false, -90});
  for (const auto& bin : record.reliability) {
    const double left = bars.at(bin.low, 0).x, right = bars.at(bin.high, 0).x;
    const double top = bars.at(0, static_cast<double>(bin.count)).y;
    canvas.rect(left + 1.5, top, right - left - 3, bars.at(0, 0).y - top, Role::kSeries6);
  }
  return figure;
}

std::optional<Figure> coverage_risk_figure(const EvaluationRecord& record) {
  if (record.coverage_risk.size() < 2) return std::nullopt;
  const auto& curve = record.coverage_risk;
  const std::string words =
      "Share of wrong answers if only the surest rows are answered: " + percent(risk_at(record, 1)) +
      " when all are, " + percent(risk_at(record, 0.8)) + " at 80 %, " + percent(risk_at(record, 0.5)) + " at 50 %.";
  double most = 0;
  for (const auto& point : curve) most = std::max(most, point.risk);
  const Span risk{0, std::max(0.02, most * 1.1)};
  Figure figure{"coverage_risk", "What abstaining buys", words, Canvas(760, 400, "Coverage-risk curve", words)};
  Canvas& canvas = figure.canvas;
  canvas.text(20, 28, figure.title, {16, Role::kInk, Anchor::kStart, true});
  const Plot plot(canvas, {76, 50, 650, 290, Role::kPaper}, {{0, 1}, kQuarters, true, "rows answered, surest first"},
                  {risk, round_ticks(risk, 5), true, "of these wrong"});
  std::vector<Point> points;
  points.reserve(curve.size());
  for (const auto& point : curve) points.push_back(plot.at(point.coverage, point.risk));
  canvas.polyline(points, Role::kTrain, 2.4);
  for (const double coverage : {0.5, 0.8, 1.0}) {
    const Point at = plot.at(coverage, risk_at(record, coverage));
    canvas.circle(at.x, at.y, 4.5, Role::kValidation);
    canvas.text(at.x - 8, at.y - 9, percent(risk_at(record, coverage), 0), {12, Role::kInk, Anchor::kEnd, true});
  }
  return figure;
}

}  // namespace emo::report
