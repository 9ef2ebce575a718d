// The section about another model on the same rows, and its part of report.json. The tests were made by emo eval: here
// their figures are put into words.
#include "core/number_words.hpp"
#include "io/json.hpp"
#include "report/assemble.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

/// Of the record's comparison.
std::string other_name(const EvaluationRecord& record) {
  const std::string& name = record.comparison->model;
  if (name.empty()) return "the other model";
  return name == record.model ? "the other " + name : name;
}

std::string p_text(double p) {
  return p < 0.001 ? "p below 0.001" : "p " + decimals(p, 3);
}

std::string difference_interval(const ComparedFigure& figure) {
  return figure.interval ? signed_text(figure.interval->low, 3) + " to " + signed_text(figure.interval->high, 3) : "";
}

std::string figure_words(const std::string& name, const ComparedFigure& figure) {
  std::string doubt = figure.interval ? "95 % interval " + difference_interval(figure) : "";
  if (figure.interval && figure.p) doubt += ", " + p_text(*figure.p);
  return name + " is " + decimals(figure.ours, 3) + " against " + decimals(figure.theirs, 3) + ", " +
         signed_text(figure.difference(), 3) + (doubt.empty() ? "" : " (" + doubt + ")");
}

// By the intervals that leave out 0.
std::string verdict_words(const ModelComparison& comparison) {
  bool known = false, up = false, down = false;
  for (const auto& figure : {comparison.macro_f1, comparison.accuracy}) {
    if (!figure || !figure->interval) continue;
    known = true;
    up |= figure->interval->low > 0;
    down |= figure->interval->high < 0;
  }
  if (!known) return "without intervals nobody can tell whether the difference is chance";
  if (up && down) return "better in one figure, worse in the other";
  return up ? "better" : down ? "worse" : "not told apart";
}

// Which rows flip, and whether as many would by chance.
std::optional<Sentence> mcnemar_words(const EvaluationRecord& record) {
  const ModelComparison& comparison = *record.comparison;
  if (!comparison.only_ours || !comparison.only_theirs) return std::nullopt;
  constexpr double kChance = 0.05;
  std::string text = core::counted(*comparison.only_ours, "row is", "rows are") + " right with this model alone, " +
                     core::grouped(*comparison.only_theirs) + " with " + other_name(record) + " alone (flips.jsonl)";
  if (comparison.mcnemar_p) {
    text += "; by McNemar's test " +
            std::string(*comparison.mcnemar_p < kChance ? "that is more than chance" : "chance may do as much") + ", " +
            p_text(*comparison.mcnemar_p);
  }
  return Sentence{text + ".", std::string("Exact binomial test on these rows; chance from a p of 0.05.") +
                                  (record.multi_label ? " Right is a row whose whole set of labels is found." : "")};
}

Table figures_table(const EvaluationRecord& record) {
  const ModelComparison& comparison = *record.comparison;
  Table table{"On the rows that both judged (n " + core::grouped(comparison.rows) + ")",
              {"figure", "this model", other_name(record), "difference", "95 % interval", "p"},
              {},
              false};
  const auto add = [&](const char* name, const std::optional<ComparedFigure>& figure) {
    if (!figure) return;
    const std::string interval = difference_interval(*figure);
    table.rows.push_back({name, decimals(figure->ours, 3), decimals(figure->theirs, 3),
                          signed_text(figure->difference(), 3), interval.empty() ? "–" : interval,
                          figure->interval && figure->p ? decimals(*figure->p, 3) : "–"});
  };
  add("macro-F1", comparison.macro_f1);
  add("accuracy", comparison.accuracy);
  return table;
}

io::OrderedJson figure_json(const ComparedFigure& figure) {
  io::OrderedJson out{{"ours", figure.ours}, {"theirs", figure.theirs}, {"difference", figure.difference()}};
  if (figure.interval) out["ci95"] = {figure.interval->low, figure.interval->high};
  if (figure.p) out["p"] = *figure.p;
  return out;
}

}  // namespace

std::vector<Sentence> comparison_words(const EvaluationRecord& record) {
  if (!record.comparison) return {};
  const ModelComparison& comparison = *record.comparison;
  std::string text = "Against " + other_name(record) + " on the same " + core::counted(comparison.rows, "row", "rows") +
                     ": " + verdict_words(comparison) + ". ";
  if (comparison.macro_f1) text += figure_words("Macro-F1", *comparison.macro_f1);
  if (comparison.accuracy) {
    text += comparison.macro_f1 ? figure_words("; accuracy", *comparison.accuracy)
                                : figure_words("Accuracy", *comparison.accuracy);
  }
  std::vector<Sentence> out{{text + ".",
                             "Better or worse where the 95 % interval of a difference leaves out 0 (paired bootstrap, "
                             "both models on the same resampled rows)."}};
  if (auto flips = mcnemar_words(record)) out.push_back(std::move(*flips));
  if (comparison.rows_of_one_side.value_or(0) > 0) {
    out.push_back({core::counted(*comparison.rows_of_one_side, "row that only one of the two judged is",
                                 "rows that only one of the two judged are") +
                       " left out of the comparison.",
                   ""});
  }
  if (comparison.rows_of_neither.value_or(0) > 0) {
    out.push_back({core::counted(*comparison.rows_of_neither, "row that neither of the two answered is",
                                 "rows that neither of the two answered are") +
                       " left out of the comparison.",
                   ""});
  }
  if (comparison.gold_differs.value_or(0) > 0) {
    out.push_back({"Of " + core::counted(*comparison.gold_differs, "row", "rows") +
                       " the two have different true labels: both are judged by those of this evaluation.",
                   ""});
  }
  return out;
}

Section comparison_section(const ReportInput& input) {
  Section section{"against", "Against another model", {}};
  for (const auto& split : input.evaluations) {
    if (!split.record.comparison) continue;
    if (input.evaluations.size() > 1) section.blocks.emplace_back(Sentence{"Judged on " + split.role + ":", ""});
    for (const auto& sentence : comparison_words(split.record)) section.blocks.emplace_back(sentence);
    section.blocks.emplace_back(figures_table(split.record));
  }
  return section;
}

io::OrderedJson comparison_json(const ModelComparison& comparison) {
  io::OrderedJson out{{"model", comparison.model}, {"n", comparison.rows}};
  if (comparison.macro_f1) out["macro_f1"] = figure_json(*comparison.macro_f1);
  if (comparison.accuracy) out["accuracy"] = figure_json(*comparison.accuracy);
  if (comparison.only_ours) out["only_ours"] = *comparison.only_ours;
  if (comparison.only_theirs) out["only_theirs"] = *comparison.only_theirs;
  if (comparison.mcnemar_p) out["mcnemar_p"] = *comparison.mcnemar_p;
  return out;
}

}  // namespace emo::report
