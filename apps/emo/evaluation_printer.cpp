// The tables of `emo eval`. JSON is eval's; what else becomes of an evaluation is eval_output.cpp's.
#include "evaluation_printer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "pipeline/csv_text.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

/// Names from files, unable to steer the terminal.
std::string plain(std::string_view text) {
  return core::for_terminal(text);
}

/// A figure, or "-" where it cannot be known.
std::string figure(double value) {
  return std::isnan(value) ? "-" : core::formatted("%.4f", value);
}

void print_interval(const std::optional<eval::Interval>& interval) {
  if (interval) std::printf("   95 %% interval %.4f to %.4f", interval->low, interval->high);
  std::putchar('\n');
}

/// Which labels of the data count as another one of the model: what nobody asked for should be seen.
void print_label_map(const eval::Evaluation& result) {
  constexpr std::size_t kShown = 6;
  std::vector<std::string> pairs;
  for (const auto& [label, meaning] : result.label_map) {
    if (meaning && *meaning != label) pairs.push_back(plain(label) + " = " + plain(*meaning));
  }
  if (pairs.empty()) return;
  const std::size_t more = pairs.size() - std::min(kShown, pairs.size());
  pairs.resize(pairs.size() - more);
  std::printf("  labels       %s%s\n", core::joined(pairs, ", ").c_str(),
              more == 0 ? "" : (" and " + std::to_string(more) + " more").c_str());
}

void print_figures(const eval::Evaluation& result) {
  std::printf("%s on %s, head %s: %s", plain(result.model).c_str(), plain(result.split).c_str(),
              plain(result.head).c_str(), core::counted(result.n, "row", "rows").c_str());
  for (const auto& [count, words] : {std::pair{eval::without_answer(result), "without an answer"},
                                     std::pair{result.n_dropped_unlabelled, "without a label that counts left out"},
                                     std::pair{result.n_dropped_other, "of other classes left out"}}) {
    if (count != 0) std::printf(", %llu %s", static_cast<unsigned long long>(count), words);
  }
  std::putchar('\n');
  print_label_map(result);
  std::printf("  macro F1     %s", figure(result.macro_f1).c_str());
  print_interval(result.ci95_macro_f1);
  std::printf("  accuracy     %s", figure(result.accuracy).c_str());
  print_interval(result.ci95_accuracy);
  const std::pair<const char*, double> figures[] = {{"micro F1", result.micro_f1},
                                                    {"weighted F1", result.weighted_f1},
                                                    {"balanced acc", result.balanced_accuracy},
                                                    {"kappa", result.cohen_kappa},
                                                    {"ROC-AUC", result.roc_auc_macro},
                                                    {"ECE", result.ece},
                                                    {"NLL", result.nll}};
  for (const auto& [name, value] : figures) std::printf("  %-12s %s\n", name, figure(value).c_str());
  if (const auto& annotators = result.annotators) {
    std::printf(
        "  annotators   one drawn at random agrees with %.4f of the answers (%.4f at best); KL %.4f, entropy %.4f\n",
        annotators->soft_accuracy, annotators->soft_accuracy_ceiling, annotators->kl, annotators->entropy);
  }
  std::printf("\n  %-16s %9s %9s %9s %9s\n", "class", "precision", "recall", "F1", "support");
  for (const auto& row : result.per_class) {
    // The metrics count 0 where there is nothing to count; a reader should see that nothing is known.
    const std::string precision = row.predicted == 0 ? "-" : figure(row.precision);
    const std::string recall = row.support == 0 ? "-" : figure(row.recall);
    const std::string f1 = row.support == 0 ? "-" : figure(row.f1);
    std::printf("  %s %9s %9s %9s %9llu\n", padded(row.label, 16).c_str(), precision.c_str(), recall.c_str(),
                f1.c_str(), static_cast<unsigned long long>(row.support));
  }
}

void print_confusions(const eval::Evaluation& result) {
  constexpr std::size_t kShown = 5;
  constexpr double kPercent = 100;
  for (std::size_t i = 0; i < std::min(kShown, result.top_confusions.size()); ++i) {
    const eval::ConfusedPair& pair = result.top_confusions[i];
    std::printf("%s%s taken for %s: %s, %.1f %% of %s\n", i == 0 ? "\n  " : "  ", plain(pair.gold).c_str(),
                plain(pair.predicted).c_str(), core::counted(pair.count, "row", "rows").c_str(), kPercent * pair.rate,
                plain(pair.gold).c_str());
  }
}

void print_slices(const eval::Evaluation& result) {
  for (const eval::SliceColumn& column : result.slices) {
    std::printf("\n  %s %9s %9s %9s   95 %% interval of macro F1\n", padded(column.column, 24).c_str(), "rows",
                "accuracy", "macro F1");
    for (const eval::SliceResult& slice : column.values) {
      std::printf("  %s %9llu %9s %9s", padded(slice.value, 24).c_str(), static_cast<unsigned long long>(slice.n),
                  figure(slice.accuracy).c_str(), figure(slice.macro_f1).c_str());
      if (slice.ci95_macro_f1) std::printf("   %.4f to %.4f", slice.ci95_macro_f1->low, slice.ci95_macro_f1->high);
      std::putchar('\n');
    }
  }
}

void print_notes(const eval::Evaluation& result) {
  if (!result.notes.empty()) std::puts("");
  for (const std::string& note : result.notes) std::printf("  note: %s\n", plain(note).c_str());
}

void print_comparison(const eval::Comparison& against) {
  std::printf("\n  against %s, %s: %s\n", plain(against.model).c_str(), core::counted(against.n, "row", "rows").c_str(),
              against.verdict.c_str());
  std::printf("  McNemar: only this one right %llu, only the other %llu, p %.3g\n",
              static_cast<unsigned long long>(against.mcnemar.only_a),
              static_cast<unsigned long long>(against.mcnemar.only_b), against.mcnemar.p_value);
  if (against.n_one_side > 0) {
    std::printf("  note: %llu rows were judged by one of the two only and left out.\n",
                static_cast<unsigned long long>(against.n_one_side));
  }
  if (against.n_neither > 0) {
    std::printf("  note: %llu rows were answered by neither and left out.\n",
                static_cast<unsigned long long>(against.n_neither));
  }
  if (against.joined_in_order) {
    std::puts("  note: its predictions do not say which row they are of: they were taken in order.");
  }
  if (against.n_gold_differs > 0) {
    std::printf("  note: %llu rows have other gold labels there; those of this evaluation count.\n",
                static_cast<unsigned long long>(against.n_gold_differs));
  }
}

}  // namespace

void print_evaluation(const eval::Evaluation& evaluation, const eval::Comparison* against) {
  print_figures(evaluation);
  print_confusions(evaluation);
  print_slices(evaluation);
  print_notes(evaluation);
  if (against != nullptr) print_comparison(*against);
}

void print_evaluation_csv(const eval::Evaluation& evaluation) {
  std::puts("label,precision,recall,f1,support");
  for (const auto& row : evaluation.per_class) {
    std::string label;  // as in the JSON: what reads the table looks for the labels of the data
    pipeline::append_csv_field(label, row.label);
    std::fwrite(label.data(), 1, label.size(), stdout);
    std::printf(",%.6f,%.6f,%.6f,%llu\n", row.precision, row.recall, row.f1,
                static_cast<unsigned long long>(row.support));
  }
}

}  // namespace emo::cli
