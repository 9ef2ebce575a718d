// The tables and sentences of `emo calibrate`. JSON is eval's.
#include "calibration_printer.hpp"

#include <cstdint>
#include <cstdio>
#include <utility>

#include "core/joined.hpp"
#include "core/quote.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

void print_figures(const char* where, const eval::CalibrationFigures& before, const eval::CalibrationFigures& after) {
  std::printf("  %-11s %8s %8s %8s %9s %9s\n", where, "ECE", "NLL", "Brier", "accuracy", "macro F1");
  for (const auto& [name, figures] : {std::pair{"before", &before}, std::pair{"after", &after}}) {
    std::printf("    %-9s %8.4f %8.4f %8.4f %9.4f %9.4f\n", name, figures->ece, figures->nll, figures->brier,
                figures->accuracy, figures->macro_f1);
  }
}

void print_promises(const char* where, const eval::CalibrationFigures& figures, const io::HeadManifest& head) {
  if (const auto& sets = figures.sets) {
    const auto interval = metrics::clopper_pearson(sets->covered, sets->rows);
    std::printf(
        "  label sets on %s: %.1f %% hold the truth (95 %% interval %.1f to %.1f; stated %.1f), %.2f labels on "
        "average\n",
        where, 100.0 * static_cast<double>(sets->covered) / static_cast<double>(sets->rows), 100 * interval.low,
        100 * interval.high, 100 * head.calibration->conformal->coverage, sets->mean_size);
    for (std::size_t k = 0; head.calibration->conformal->class_conditional && k < head.labels.size(); ++k) {
      const auto rows = sets->label_rows[k], covered = sets->label_covered[k];
      if (rows == 0) continue;
      const auto label = metrics::clopper_pearson(covered, rows);
      std::printf("    %s %5.1f %% of %llu (%.1f to %.1f)\n", padded(head.labels[k], 16).c_str(),
                  100.0 * static_cast<double>(covered) / static_cast<double>(rows),
                  static_cast<unsigned long long>(rows), 100 * label.low, 100 * label.high);
    }
  }
  if (const auto& risk = figures.risk) {
    const auto interval = metrics::clopper_pearson(risk->wrong, risk->answered);
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
      return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    std::printf(
        "  abstention on %s: answers %.1f %%, of these %.1f %% are wrong (95 %% interval %.1f to %.1f; promised "
        "at most %.1f)\n",
        where, share(risk->answered, risk->rows), share(risk->wrong, risk->answered), 100 * interval.low,
        100 * interval.high, 100 * head.calibration->abstention->risk);
  }
}

void print_thresholds(const eval::CalibrationFit& fit) {
  constexpr std::size_t kOnALine = 4;
  if (fit.head.activation != core::HeadActivation::kSigmoid) return;
  std::printf("  thresholds");
  for (std::size_t k = 0; k < fit.head.labels.size(); ++k) {
    std::printf("%s%s %.4f",
                k == 0              ? ": "
                : k % kOnALine == 0 ? ",\n    "
                                    : ", ",
                core::for_terminal(fit.head.labels[k]).c_str(), fit.head.thresholds[k]);
  }
  std::putchar('\n');
  if (fit.untold_labels.empty()) return;
  std::printf(
      "  none or all of the %zu rows have %s: %s\n", fit.fit_rows,
      core::for_terminal(core::joined(fit.untold_labels, ", ")).c_str(),
      fit.rule == eval::ThresholdRule::kCost ? "probabilities as they were" : "given to the texts that got it before");
}

}  // namespace

void print_calibration_report(const eval::CalibrationReport& report) {
  const auto& fit = report.fit;
  std::printf("%s, head %s: %s on %zu rows of %s", report.model.c_str(), fit.head.name.c_str(),
              fit.head.calibration->method.c_str(), fit.fit_rows, report.data.c_str());
  if (fit.held_out_rows != 0) std::printf(", sets and abstention on the other %zu", fit.held_out_rows);
  std::putchar('\n');
  if (fit.head.calibration->method == "temperature") std::printf("  temperature %.4f\n", fit.head.temperature);
  print_figures(fit.held_out_rows == 0 ? "fitted rows" : "all rows", report.data_before, report.data_after);
  if (report.test_before && report.test_after) print_figures("test", *report.test_before, *report.test_after);
  if (report.test_after) {
    print_promises("test", *report.test_after, fit.head);
  } else {
    print_promises(fit.held_out_rows == 0 ? "the rows it was fitted on" : "all rows", report.data_after, fit.head);
  }
  print_thresholds(fit);
  if (!fit.always_in_set.empty()) {
    std::printf("  too few rows to exclude them from any set:");
    for (const auto& label : fit.always_in_set) std::printf(" %s", label.c_str());
    std::putchar('\n');
  }
}

}  // namespace emo::cli
