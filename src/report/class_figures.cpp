// Bars of classes and of slices: how well each is read, and how many rows it has. Which class is taken for which is
// confusion_figure.cpp's; a figure without enough to show is not made.
#include <algorithm>
#include <utility>

#include "core/number_words.hpp"
#include "report/figures.hpp"
#include "report/findings.hpp"
#include "report/plot.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

constexpr double kRow = 26, kTop = 84, kBottom = 52, kWidth = 760;

double label_room(const std::vector<ClassFigures>& classes) {
  double room = 60;
  for (const auto& c : classes) room = std::max(room, text_width(c.label, 13));
  return std::min(room, 190.0) + 30;
}

// `judged`: by falling F1.
std::string best_and_worst_f1(const std::vector<ClassFigures>& judged) {
  const std::string enough = std::to_string(kFewestRows) + " rows or more";
  if (judged.empty()) return "No class has " + enough + ", so that none is called best or worst.";
  const auto figure = [](const ClassFigures& c) { return c.label + " " + decimals(c.f1, 2); };
  if (judged.size() == 1) return "Only one class has " + enough + ": " + figure(judged.front()) + ".";
  if (decimals(judged.front().f1, 2) == decimals(judged.back().f1, 2)) {
    return "Those with " + enough + " all have " + decimals(judged.front().f1, 2) + ".";
  }
  return "Of those with " + enough + ", best: " + figure(judged.front()) + ", worst: " + figure(judged.back()) + ".";
}

void diamond(Canvas& canvas, Point at, double half, Colour colour) {
  canvas.polyline(
      {{at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y}, {at.x, at.y - half}}, colour,
      1.8);
}

}  // namespace

std::optional<Figure> per_class_figure(const EvaluationRecord& record) {
  std::vector<ClassFigures> classes = record.classes;
  if (classes.empty()) return std::nullopt;
  std::stable_sort(classes.begin(), classes.end(), [](const auto& a, const auto& b) {
    return std::pair(a.support > 0, a.f1) > std::pair(b.support > 0, b.f1);
  });
  const std::string words = "F1 of each class, largest first. " + best_and_worst_f1(judged_classes(record));
  const double left = label_room(classes), height = kTop + kRow * static_cast<double>(classes.size()) + kBottom;
  Figure figure{"per_class_f1", "How well each class is read", words,
                Canvas(kWidth, height, "F1 of each class", words)};
  Canvas& canvas = figure.canvas;
  canvas.text(20, 28, figure.title, {16, Role::kInk, Anchor::kStart, true});
  canvas.rect(20, 42, 24, 11, Role::kTrain);
  canvas.text(51, 52, "F1", {12});
  canvas.circle(93, 47, 4, Role::kInk);
  canvas.text(104, 52, "precision", {12});
  diamond(canvas, {187, 47}, 5, Role::kValidation);
  canvas.text(199, 52, "recall", {12});
  canvas.text(kWidth - 24, 74, "n", {11, Role::kMuted, Anchor::kEnd});
  const Plot plot(canvas, {left, kTop, kWidth - left - 124, kRow * static_cast<double>(classes.size()), Role::kPaper},
                  {{0, 1}, {0, 0.25, 0.5, 0.75, 1}, false, ""}, {{0, 1}, {}, false, ""});
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const ClassFigures& c = classes[i];
    const double y = kTop + (static_cast<double>(i) + 0.5) * kRow;
    canvas.text(left - 9, y + 4.5, fitted(c.label, left - 28, 13), {13, Role::kInk, Anchor::kEnd});
    canvas.text(kWidth - 24, y + 4, core::grouped(c.support), {12, Role::kMuted, Anchor::kEnd});
    if (c.support == 0) {  // nothing is known of it, which is not 0
      canvas.text(kWidth - 108, y + 4, "-", {12, Role::kMuted});
      continue;
    }
    canvas.rect(plot.area().x, y - 7, plot.at(c.f1, 0).x - plot.area().x, 14, Role::kTrain);
    if (!c.never_answered()) {  // else there is no precision, which is not 0
      canvas.circle(plot.at(c.precision, 0).x, y, 5.2, Role::kPaper);
      canvas.circle(plot.at(c.precision, 0).x, y, 4, Role::kInk);
    }
    diamond(canvas, {plot.at(c.recall, 0).x, y}, 5.5, Role::kPaper);
    diamond(canvas, {plot.at(c.recall, 0).x, y}, 5, Role::kValidation);
    canvas.text(kWidth - 108, y + 4, decimals(c.f1, 2), {12, Role::kInk, Anchor::kStart, true});
  }
  return figure;
}

std::optional<Figure> class_balance_figure(const EvaluationRecord& record) {
  std::vector<ClassFigures> classes = record.classes;
  std::uint64_t total = 0, largest = 0;
  for (const auto& c : classes) {
    total += c.support;
    largest = std::max(largest, c.support);
  }
  if (total == 0) return std::nullopt;
  std::stable_sort(classes.begin(), classes.end(), [](const auto& a, const auto& b) { return a.support > b.support; });
  const auto smallest = std::find_if(classes.rbegin(), classes.rend(), [](const auto& c) { return c.support > 0; });
  std::string words = "Labels of each class in the rows judged, " + core::grouped(total) + " in all. The largest, " +
                      classes.front().label + ", has " +
                      decimals(static_cast<double>(largest) / static_cast<double>(smallest->support), 1) +
                      " times as many as the smallest, " + smallest->label + ".";
  const double left = label_room(classes), height = kTop - 26 + kRow * static_cast<double>(classes.size()) + kBottom;
  Figure figure{"class_balance", "How many rows each class has", words,
                Canvas(kWidth, height, "Rows of each class", words)};
  Canvas& canvas = figure.canvas;
  canvas.text(20, 28, figure.title, {16, Role::kInk, Anchor::kStart, true});
  const Span span{0, static_cast<double>(largest) * 1.02};
  const Plot plot(canvas,
                  {left, kTop - 30, kWidth - left - 150, kRow * static_cast<double>(classes.size()), Role::kPaper},
                  {span, round_ticks(span, 5, true), false, ""}, {{0, 1}, {}, false, ""});
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const ClassFigures& c = classes[i];
    const double y = kTop - 30 + (static_cast<double>(i) + 0.5) * kRow;
    canvas.text(left - 9, y + 4.5, fitted(c.label, left - 28, 13), {13, Role::kInk, Anchor::kEnd});
    canvas.rect(plot.area().x, y - 8, plot.at(static_cast<double>(c.support), 0).x - plot.area().x, 16, Role::kSeries2);
    canvas.text(kWidth - 78, y + 4, core::grouped(c.support), {12, Role::kInk, Anchor::kEnd});
    canvas.text(kWidth - 18, y + 4, percent(static_cast<double>(c.support) / static_cast<double>(total)),
                {12, Role::kMuted, Anchor::kEnd});
  }
  return figure;
}

std::optional<Figure> slices_figure(const EvaluationRecord& record) {
  if (record.slices.empty()) return std::nullopt;
  const double overall = record.figures.count("accuracy") != 0 ? record.figures.at("accuracy") : -1;
  double room = 80, height = 92;
  std::string last;
  for (const Slice& slice : record.slices) {
    room = std::max({room, text_width(slice.value, 12), text_width(slice.column, 12, true)});
    height += (slice.column != last ? 34 : 0) + 22;
    last = slice.column;
  }
  const double left = std::min(room, 220.0) + 34;
  std::string words = "Share of rows that are right in each part of the data, with 95 % intervals";
  words += overall >= 0 ? "; the dashed line is all rows, " + percent(overall) + "." : ".";
  Figure figure{"slices", "Where in the data it is right", words, Canvas(kWidth, height, "Accuracy of slices", words)};
  Canvas& canvas = figure.canvas;
  canvas.text(20, 28, figure.title, {16, Role::kInk, Anchor::kStart, true});
  const Plot plot(canvas, {left, 44, kWidth - left - 96, height - 92, Role::kPaper},
                  {{0, 1}, {0, 0.25, 0.5, 0.75, 1}, true, "right"}, {{0, 1}, {}, false, ""});
  if (overall >= 0) {
    canvas.line({plot.at(overall, 0).x, 44}, {plot.at(overall, 0).x, height - 48}, Role::kMuted, 1.5, 5, 4);
  }
  double y = 44;
  last.clear();
  for (const Slice& slice : record.slices) {
    if (slice.column != last) {
      y += 34;
      canvas.text(20, y - 8, fitted(slice.column, left - 24, 12, true), {12, Role::kInk, Anchor::kStart, true});
      last = slice.column;
    }
    const double middle = y + 11;
    const double share = slice.rows > 0 ? static_cast<double>(slice.right) / static_cast<double>(slice.rows) : 0;
    canvas.text(left - 9, middle + 4, fitted(slice.value, left - 34, 12), {12, Role::kInk, Anchor::kEnd});
    canvas.line({plot.at(slice.interval.low, 0).x, middle}, {plot.at(slice.interval.high, 0).x, middle}, Role::kTrain,
                2);
    canvas.circle(plot.at(share, 0).x, middle, 4.5, Role::kTrain);
    canvas.text(kWidth - 18, middle + 4, "n " + core::grouped(slice.rows), {11, Role::kMuted, Anchor::kEnd});
    y += 22;
  }
  return figure;
}

}  // namespace emo::report
