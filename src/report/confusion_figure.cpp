// Confusion matrices, from 2 to kMostMatrixClasses classes: with more of them first the numbers in the cells go, then
// the names and the empty cells. What they mean in words is findings.cpp's.
#include <algorithm>
#include <cmath>

#include "core/number_words.hpp"
#include "report/figures.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

constexpr double kMatrixTitleAt = 20, kMatrixTitleSize = 16;

struct Layout {
  double cell = 0, label_size = 0, cell_size = 0, left = 0, top = 0, bottom = 0;
  bool slanted = false, upright = false;
};

Layout layout_of(const std::vector<std::string>& labels) {
  Layout out;
  const std::size_t k = labels.size();
  out.cell = k <= 4 ? 92 : k <= 8 ? 68 : k <= 14 ? 50 : k <= 30 ? 31 : k <= 60 ? 18 : 8;
  out.label_size = k <= 14 ? 13 : k <= 30 ? 11.5 : k <= 60 ? 10 : 0;
  out.cell_size = k <= 8 ? 13 : k <= 14 ? 11 : k <= 30 ? 9 : 0;
  double longest = 0;
  for (const auto& label : labels) longest = std::max(longest, text_width(label, std::max(out.label_size, 1.0)));
  longest = std::min(longest, 170.0);
  out.left = 34 + longest + 10;
  out.top = 62;
  out.upright = k > 14;
  out.slanted = !out.upright && longest > out.cell - 4;
  out.bottom = (out.upright ? longest : out.slanted ? longest * 0.72 + 8 : 14) + 40;
  return out;
}

std::string cell_text(std::uint64_t count, double share, bool normalized, std::size_t classes) {
  if (count == 0) return "";
  if (!normalized) return classes > 14 ? compact(count) : core::grouped(count);
  if (share <= 0.005) return "<1";  // which %.0f rounds to 0
  return decimals(100 * share, 0);
}

void draw_scale(Canvas& canvas, double x, double y, double height, const std::string& top, const std::string& title) {
  const double step = height / kHeatSteps;
  for (std::size_t i = 0; i < kHeatSteps; ++i) {
    canvas.rect(x, y + height - static_cast<double>(i + 1) * step, 14, step + 0.5,
                heat(static_cast<double>(i) / (kHeatSteps - 1)));
  }
  canvas.text(x + 20, y + 10, top, {11, Role::kMuted});
  canvas.text(x + 20, y + height, "0", {11, Role::kMuted});
  canvas.text(x + 20, y + height / 2 + 4, title, {11, Role::kMuted});
}

// The matrix counts a row once, by the model's first choice. Recall counts each of its labels, and every label
// answered.
bool diagonal_is_recall(const EvaluationRecord& record, const std::vector<double>& row_sums) {
  constexpr double kShown = 0.005;  // cells are shown in whole percent
  for (std::size_t g = 0; g < record.labels.size(); ++g) {
    const auto figures = std::find_if(record.classes.begin(), record.classes.end(),
                                      [&](const auto& c) { return c.label == record.labels[g]; });
    if (figures == record.classes.end() || row_sums[g] == 0) continue;
    if (std::abs(static_cast<double>(record.confusion[g][g]) / row_sums[g] - figures->recall) > kShown) return false;
  }
  return true;
}

std::string words_of(const EvaluationRecord& record, const std::vector<double>& row_sums, bool normalized) {
  double worst = 0;
  std::size_t from = 0, to = 0;
  for (std::size_t g = 0; g < record.labels.size(); ++g) {
    for (std::size_t p = 0; p < record.labels.size(); ++p) {
      if (g == p || row_sums[g] < 20) continue;
      const double share = static_cast<double>(record.confusion[g][p]) / row_sums[g];
      if (share > worst) {
        worst = share;
        from = g;
        to = p;
      }
    }
  }
  std::string out = !normalized ? std::string("Rows are true classes, columns ") +
                                      (record.multi_label ? "the model's first choice" : "what the model answered") +
                                      "; the diagonal is right."
                    : diagonal_is_recall(record, row_sums)
                        ? "Each row is a true class and sums to 100 %: the diagonal is recall, all else is confusion."
                        : "Each row is a true class and sums to 100 %: on the diagonal the first choice is right, all "
                          "else is confusion. Where rows have several labels they count once here, so that it is not "
                          "recall.";
  if (worst > 0) {
    out += " Most often confused: " + (worst <= 0.005 ? "under 1 %" : percent(worst, 0)) + " of " +
           record.labels[from] + " is read as " + record.labels[to] + ".";
  }
  return out;
}

}  // namespace

std::optional<Figure> confusion_figure(const EvaluationRecord& record, bool normalized) {
  const std::size_t k = record.labels.size();
  if (record.confusion.size() != k || k == 0 || k > kMostMatrixClasses) return std::nullopt;
  const Layout lay = layout_of(record.labels);
  std::vector<double> row_sums(k, 0);
  std::uint64_t largest = 0;
  for (std::size_t g = 0; g < k; ++g) {
    for (const auto count : record.confusion[g]) {
      row_sums[g] += static_cast<double>(count);
      largest = std::max(largest, count);
    }
  }
  const double side = lay.cell * static_cast<double>(k);
  const std::string title = normalized ? "Confusion matrix, share of each true class (%)" : "Confusion matrix, rows";
  const double width =
      std::max(lay.left + side + 130, 2 * kMatrixTitleAt + std::ceil(text_width(title, kMatrixTitleSize, true)));
  Figure figure{normalized ? "confusion_matrix_normalized" : "confusion_matrix", title,
                words_of(record, row_sums, normalized),
                Canvas(width, lay.top + side + lay.bottom, title, words_of(record, row_sums, normalized))};
  Canvas& canvas = figure.canvas;
  canvas.text(kMatrixTitleAt, 28, title, {kMatrixTitleSize, Role::kInk, Anchor::kStart, true});
  canvas.text(lay.left + side + 12, lay.top - 9, "n", {11, Role::kMuted});
  // Most cells of a large matrix are empty: one ground for all of them, where cells are too small for gaps to be seen.
  const bool on_ground = k > 60;
  if (on_ground) canvas.rect(lay.left, lay.top, side, side, heat(0));
  for (std::size_t g = 0; g < k; ++g) {
    const double y = lay.top + static_cast<double>(g) * lay.cell;
    for (std::size_t p = 0; p < k; ++p) {
      const double x = lay.left + static_cast<double>(p) * lay.cell;
      const auto count = record.confusion[g][p];
      if (count == 0 && on_ground) continue;
      const double share = row_sums[g] > 0 ? static_cast<double>(count) / row_sums[g] : 0;
      const double tone = normalized    ? share
                          : largest > 0 ? static_cast<double>(count) / static_cast<double>(largest)
                                        : 0;
      const double gap = lay.cell > 20 ? 1 : 0.25;
      canvas.rect(x + gap / 2, y + gap / 2, lay.cell - gap, lay.cell - gap, heat(tone));
      if (lay.cell_size > 0) {
        const std::string text = cell_text(count, share, normalized, k);
        if (!text.empty()) {
          canvas.text(x + lay.cell / 2, y + lay.cell / 2 + lay.cell_size * 0.36, text,
                      {lay.cell_size, on_heat(tone), Anchor::kMiddle, g == p && k <= 14});
        }
      }
    }
    if (lay.label_size == 0) continue;
    const std::string label = fitted(record.labels[g], 170, lay.label_size);
    const double middle = y + lay.cell / 2 + lay.label_size * 0.36;
    canvas.text(lay.left - 8, middle, label, {lay.label_size, Role::kInk, Anchor::kEnd});
    const double x = lay.left + (static_cast<double>(g) + 0.5) * lay.cell, below = lay.top + side + 14;
    if (lay.upright) {
      canvas.text(x + lay.label_size * 0.36, below - 5, label, {lay.label_size, Role::kInk, Anchor::kEnd, false, -90});
    } else if (lay.slanted) {
      canvas.text(x + 5, below, label, {lay.label_size, Role::kInk, Anchor::kEnd, false, -45});
    } else {
      canvas.text(x, below + 4, label, {lay.label_size, Role::kInk, Anchor::kMiddle});
    }
    canvas.text(lay.left + side + 12, middle, core::grouped(static_cast<std::uint64_t>(row_sums[g])),
                {std::min(11.0, lay.label_size), Role::kMuted});
  }
  canvas.text(lay.left + side / 2, lay.top + side + lay.bottom - 12, "answered", {13, Role::kMuted, Anchor::kMiddle});
  canvas.text(20, lay.top + side / 2, "true class", {13, Role::kMuted, Anchor::kMiddle, false, -90});
  draw_scale(canvas, lay.left + side + 66, lay.top, std::min(side, 180.0), normalized ? "100 %" : compact(largest), "");
  return figure;
}

}  // namespace emo::report
