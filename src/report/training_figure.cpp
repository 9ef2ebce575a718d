// The curves of a run: what was learnt, and what was only learnt by heart. Which figures of the log are drawn is
// run_record.cpp's choice, and the verdict beside them overfitting.cpp's.
#include <algorithm>
#include <cctype>
#include <cmath>

#include "core/number_words.hpp"
#include "report/figures.hpp"
#include "report/plot.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

constexpr double kSheetWidth = 1040, kPanelWidth = 416, kUpper = 250, kLower = 150;

struct Curve {
  std::string name;
  Colour colour = Role::kTrain;
  double dash = 0, gap = 0;
  std::vector<std::optional<double>> values;  ///< per epoch
  std::optional<double> start;                ///< before the first epoch
};

struct Panel {
  double x = 0, y = 0, height = 0;
  std::string title;
  bool percent = false, zero = false;  ///< zero: a line at 0
  std::vector<Curve> curves;
};

class TrainingDrawing {
 public:
  TrainingDrawing(Canvas& canvas, const RunRecord& run, const FitVerdict& verdict)
      : canvas_(canvas), run_(run), found_(verdict.indicators) {
    std::vector<double> epochs;
    if (run.start_point) epochs.push_back(static_cast<double>(run.start_point->epoch));
    for (const auto& point : run.points) epochs.push_back(static_cast<double>(point.epoch));
    const double first = epochs.front(), last = epochs.back();
    span_ =
        first == last ? Span{first - 1, last + 1} : Span{first - 0.02 * (last - first), last + 0.02 * (last - first)};
    ticks_ = round_ticks({first, last}, 8, true);
  }

  void draw(Panel panel) {
    std::vector<double> values;
    for (const Curve& curve : panel.curves) {
      for (const auto& value : curve.values) {
        if (value) values.push_back(*value);
      }
      if (curve.start) values.push_back(*curve.start);
    }
    canvas_.text(panel.x, panel.y, panel.title, {14, Role::kInk, Anchor::kStart, true});
    if (values.empty()) {
      canvas_.rect(panel.x, panel.y + 36, kPanelWidth, panel.height, Role::kPanel);
      canvas_.text(panel.x + kPanelWidth / 2, panel.y + 40 + panel.height / 2,
                   found_.not_finite ? "no finite number in the log" : "not in the log",
                   {13, Role::kMuted, Anchor::kMiddle});
      return;
    }
    std::vector<LegendEntry> legend;
    const std::string missing = found_.not_finite ? " (no finite number)" : " (not logged)";
    double lines = 0;  // height of the legend
    if (panel.curves.size() > 1) {
      for (const Curve& curve : panel.curves) {
        const bool drawn =
            std::any_of(curve.values.begin(), curve.values.end(), [](const auto& v) { return v.has_value(); });
        legend.push_back({drawn ? curve.name : curve.name + missing, curve.colour, curve.dash, curve.gap});
      }
      lines = draw_legend(canvas_, panel.x, panel.y + 22, kPanelWidth, legend);
    }
    if (panel.zero) values.push_back(0);
    Span span = span_of(values, 0.08);
    if (panel.percent) {  // nothing is beyond 100 %, and below 0 only where a curve goes there
      const auto [least, most] = std::minmax_element(values.begin(), values.end());
      // A log that counts in percent is drawn as it is.
      span = {*least < 0 ? span.low : std::max(span.low, 0.0), *most > 1 ? span.high : std::min(span.high, 1.0)};
    }
    const double top = panel.y + (legend.empty() ? 30 : 33 + lines);
    if (!legend.empty()) panel.height -= top - (panel.y + 52);  // what its further lines take
    draw_bands(panel, top);
    const Plot plot(canvas_, {panel.x, top, kPanelWidth, panel.height, Role::kPaper}, {span_, ticks_, false, "epoch"},
                    {span, round_ticks(span, panel.height > 200 ? 5 : 3), panel.percent, ""});
    draw_stage_names(panel, top);
    if (panel.zero) canvas_.line(plot.at(span_.low, 0), plot.at(span_.high, 0), Role::kMuted, 1.4);
    for (const Curve& curve : panel.curves) draw_curve(plot, curve);
    draw_marks(plot, top);
  }

 private:
  double epoch_x(const Panel& panel, double epoch) const {
    return panel.x + (epoch - span_.low) / (span_.high - span_.low) * kPanelWidth;
  }

  struct Stage {
    std::string name;
    double x = 0, width = 0;  ///< pixels
    bool banded = false;      ///< every other one
  };

  // In the order of the epochs; none where no stage is named.
  std::vector<Stage> stages(const Panel& panel) const {
    std::vector<Stage> out;
    for (std::size_t begin = 0; begin < run_.epochs.size();) {
      std::size_t end = begin + 1;
      while (end < run_.epochs.size() && run_.epochs[end].stage == run_.epochs[begin].stage) ++end;
      const std::string& name = run_.epochs[begin].stage;
      if (name.empty() && end - begin == run_.epochs.size()) return {};
      const double from =
          begin == 0 ? span_.low : static_cast<double>(run_.epochs[begin - 1].epoch + run_.epochs[begin].epoch) / 2;
      const double to = end == run_.epochs.size()
                            ? span_.high
                            : static_cast<double>(run_.epochs[end - 1].epoch + run_.epochs[end].epoch) / 2;
      const double x = epoch_x(panel, from);
      out.push_back({name, x, epoch_x(panel, to) - x, out.size() % 2 == 0});
      begin = end;
    }
    return out;
  }

  // Alternating bands, under the grid.
  void draw_bands(const Panel& panel, double top) {
    bool first = true;
    for (const Stage& stage : stages(panel)) {
      if (stage.banded) canvas_.rect(stage.x, top, stage.width, panel.height, Role::kBand);
      if (!first) canvas_.line({stage.x, top}, {stage.x, top + panel.height}, Role::kMuted, 1, 2, 3);
      first = false;
    }
  }

  // The name of a stage stands at the lower edge of its band where there is room, on a ground that no line of the grid
  // goes through. Not in a panel with a line at zero, which would: the panel above names the same bands.
  void draw_stage_names(const Panel& panel, double top) {
    constexpr double kSize = 10.5, kAround = 3;
    if (panel.zero) return;
    for (const Stage& stage : stages(panel)) {
      const double width = text_width(stage.name, kSize), bottom = top + panel.height;
      if (stage.name.empty() || width + 2 * kAround > stage.width) continue;
      const double middle = stage.x + stage.width / 2;
      canvas_.rect(middle - width / 2 - kAround, bottom - 17, width + 2 * kAround, 15,
                   stage.banded ? Role::kBand : Role::kPaper);
      canvas_.text(middle, bottom - 6, stage.name, {kSize, Role::kMuted, Anchor::kMiddle});
    }
  }

  void draw_curve(const Plot& plot, const Curve& curve) {
    std::vector<Point> points;
    if (curve.start) points.push_back(plot.at(static_cast<double>(run_.start_point->epoch), *curve.start));
    const auto flush = [&] {
      canvas_.polyline(points, curve.colour, 2.4, curve.dash, curve.gap);
      if (points.size() == 1 || run_.points.size() <= 40) {
        for (const Point& p : points) canvas_.circle(p.x, p.y, 3.2, curve.colour);
      }
      points.clear();
    };
    for (std::size_t i = 0; i < curve.values.size(); ++i) {
      if (curve.values[i]) {
        points.push_back(plot.at(static_cast<double>(run_.points[i].epoch), *curve.values[i]));
      } else {
        flush();
      }
    }
    flush();
  }

  // Vertical lines with their words above the frame; two that are close share a line.
  void draw_marks(const Plot& plot, double top) {
    if (run_.points.size() < 2) return;
    std::vector<std::pair<std::int64_t, std::string>> marks;
    if (found_.kept_epoch && !run_.start_kept)
      marks.emplace_back(*found_.kept_epoch, "kept: " + std::to_string(*found_.kept_epoch));
    if (found_.divergence_epoch) {
      marks.emplace_back(*found_.divergence_epoch, "diverges: " + std::to_string(*found_.divergence_epoch));
    }
    std::sort(marks.begin(), marks.end());
    double free_from = plot.area().x - 2;  // left of it stand the ticks
    const double right = plot.area().x + plot.area().width;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const double x = plot.at(static_cast<double>(marks[i].first), 0).x;
      const bool kept = marks[i].second.starts_with("kept");
      const Colour colour = kept ? Role::kGood : Role::kBad;
      canvas_.line({x, top}, {x, top + plot.area().height}, colour, 1.6, 5, 4);
      const double width = text_width(marks[i].second, 11);
      double start = std::max(free_from, x - width / 2);
      const double reserve = i + 1 < marks.size() ? text_width(marks[i + 1].second, 11) + 12 : 0;
      start = std::min(start, right + 10 - width - reserve);
      canvas_.text(start, top - 6, marks[i].second, {11, colour});
      free_from = start + width + 12;
    }
  }

  Canvas& canvas_;
  const RunRecord& run_;
  const FitIndicators& found_;
  Span span_;
  std::vector<double> ticks_;
};

Curve curve_of(const RunRecord& run, std::string name, Colour colour, double dash,
               std::optional<double> EpochPoint::*value) {
  Curve curve{std::move(name), colour, dash, dash > 0 ? 4.0 : 0.0, {}, {}};
  if (run.start_point) curve.start = (*run.start_point).*value;
  for (const auto& point : run.points) curve.values.push_back(point.*value);
  return curve;
}

Curve gap_of(const RunRecord& run, std::optional<double> EpochPoint::*minuend,
             std::optional<double> EpochPoint::*subtrahend) {
  Curve curve{"gap", Role::kSeries7, 0, 0, {}, {}};
  for (const auto& point : run.points) {
    const auto &a = point.*minuend, &b = point.*subtrahend;
    curve.values.push_back(a && b ? std::optional<double>(*a - *b) : std::nullopt);
  }
  return curve;
}

// Where no training score is logged the lower right panel shows the heads instead of a gap.
Panel last_panel(const RunRecord& run) {
  const bool gap =
      std::any_of(run.points.begin(), run.points.end(), [](const auto& p) { return p.train_score && p.dev_score; });
  if (gap) {
    return {0,
            0,
            0,
            "Gap: training minus validation " + run.score_name,
            true,
            true,
            {gap_of(run, &EpochPoint::train_score, &EpochPoint::dev_score)}};
  }
  constexpr std::size_t kMostHeads = 5;
  Panel panel{0, 0, 0, "Validation macro-F1 of each head", false, false, {}};
  if (run.heads.size() > kMostHeads) {
    panel.title =
        "Validation macro-F1 of " + std::to_string(kMostHeads) + " of " + std::to_string(run.heads.size()) + " heads";
  }
  for (std::size_t h = 0; h < std::min(run.heads.size(), kMostHeads); ++h) {
    Curve curve{run.heads[h], series_role(h), h % 2 == 1 ? 6.0 : 0.0, h % 2 == 1 ? 4.0 : 0.0, {}, {}};
    const std::string name = run.heads[h] + "_dev_macro_f1";
    for (const auto& epoch : run.epochs) curve.values.push_back(figure_of(epoch, name));
    if (run.start) curve.start = figure_of(*run.start, name);
    panel.curves.push_back(std::move(curve));
  }
  return panel;
}

std::string capitalized(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string words_of(const RunRecord& run, const FitVerdict& verdict) {
  const FitIndicators& found = verdict.indicators;
  std::string words = "Loss and " + run.score_name + " by epoch, training against validation, over " +
                      core::counted(run.points.size(), "epoch", "epochs") + ".";
  if (run.start_point) words += " Epoch 0 is the start, before any training.";
  if (run.start_kept) {
    words += " The start was better than every epoch and is kept.";
  } else if (found.kept_epoch) {
    words += " Epoch " + std::to_string(*found.kept_epoch) + " is kept.";
  }
  if (found.divergence_epoch) {
    words += " From epoch " + std::to_string(*found.divergence_epoch) +
             " on validation loss rises while training loss falls.";
  } else if (came_apart(found)) {
    words += found.start_lost ? " Training loss ends above the loss of the start: the run lost what that knew."
                              : " Training loss itself rises: the run came apart.";
  } else if (verdict.run != Fit::kUnknown && !found.not_finite) {
    words += " The curves do not diverge for good.";
  }
  return words + (verdict.run == Fit::kUnderfit ? " The run is underfit."
                                                : " Overfitting: " + std::string(fit_words(verdict.run)) + ".");
}

}  // namespace

std::optional<Figure> training_figure(const RunRecord& run, const FitVerdict& verdict) {
  if (run.points.empty()) return std::nullopt;
  const std::string words = words_of(run, verdict);
  const double height = 48 + 16 + 52 + kUpper + 74 + 52 + kLower + 46;
  Figure figure{"finetune_metrics", "Training curves", words, Canvas(kSheetWidth, height, "Training curves", words)};
  figure.canvas.text(20, 28, "Training curves", {16, Role::kInk, Anchor::kStart, true});
  const std::string verdict_text =
      (verdict.run == Fit::kUnderfit ? "" : "overfitting: ") + std::string(fit_words(verdict.run));
  figure.canvas.text(kSheetWidth - 24, 28, verdict_text, {13, Role::kMuted, Anchor::kEnd});
  TrainingDrawing drawing(figure.canvas, run, verdict);
  const double left = 66, right = 66 + kPanelWidth + 112, lower = 48 + 16 + 52 + kUpper + 74;
  drawing.draw({left,
                64,
                kUpper,
                capitalized(run.loss_name),
                false,
                false,
                {curve_of(run, "training", Role::kTrain, 0, &EpochPoint::train_loss),
                 curve_of(run, "validation", Role::kValidation, 7, &EpochPoint::dev_loss)}});
  drawing.draw({right,
                64,
                kUpper,
                capitalized(run.score_name),
                run.score_name == "accuracy",
                false,
                {curve_of(run, "training", Role::kTrain, 0, &EpochPoint::train_score),
                 curve_of(run, "validation", Role::kValidation, 7, &EpochPoint::dev_score)}});
  drawing.draw({left,
                lower,
                kLower,
                "Gap: validation minus training loss",
                false,
                true,
                {gap_of(run, &EpochPoint::dev_loss, &EpochPoint::train_loss)}});
  Panel last = last_panel(run);
  last.x = right;
  last.y = lower;
  last.height = kLower;
  drawing.draw(last);
  return figure;
}

}  // namespace emo::report
