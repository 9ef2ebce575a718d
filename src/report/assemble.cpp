// The order of the report, and its sections about figures. Sections about training and origin have files of their own;
// sentences are findings.cpp's, and nothing here knows HTML or Markdown.
#include "report/assemble.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/number_words.hpp"
#include "report/run_verdict.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

std::string interval_of(const EvaluationRecord& record, const std::string& name) {
  const auto at = record.intervals.find(name);
  return at == record.intervals.end() ? "" : interval_text(at->second);
}

void append(Section& section, const std::vector<Sentence>& sentences) {
  for (const auto& sentence : sentences) section.blocks.emplace_back(sentence);
}

std::string model_name(const ReportInput& input) {
  for (const auto& split : input.evaluations) {
    if (!split.record.model.empty()) return split.record.model;
  }
  if (input.manifest) return input.manifest->name + " " + input.manifest->version;
  return "";
}

const JudgedSplit* find_role(const ReportInput& input, const std::string& role) {
  for (const auto& split : input.evaluations) {
    if (split.role == role) return &split;
  }
  return nullptr;
}

std::string joined(const std::vector<std::string>& labels) {
  return labels.empty() ? "(none)" : listed(labels);
}

std::string score_text(const std::optional<double>& score) {
  return score ? decimals(*score, 2) : "–";
}

// Beside the answer: how sure of it, and how sure of the true label; what is not there has no score.
std::string mistake_scores(const Mistake& mistake) {
  std::string out = mistake.confidence ? "with " + score_text(mistake.confidence) : "";
  if (mistake.gold_score)
    out += (out.empty() ? "(true label " : " (true label ") + score_text(mistake.gold_score) + ")";
  return out;
}

/// Adds figures to the document as sections ask for them.
class FigureStore {
 public:
  explicit FigureStore(Document& document) : document_(document) {}
  void add(Section& section, std::optional<Figure> drawn) {
    if (!drawn) return;
    document_.figures.push_back(std::move(*drawn));
    section.blocks.emplace_back(FigureBlock{document_.figures.size() - 1});
  }

 private:
  Document& document_;
};

Section classes_section(const EvaluationRecord& record, FigureStore& figures) {
  Section section{"classes", "Which classes are read, and which are confused", {}};
  append(section, class_words(record));
  figures.add(section, per_class_figure(record));
  append(section, confusion_words(record));
  figures.add(section, confusion_figure(record, true));
  figures.add(section, confusion_figure(record, false));
  if (record.confusion.size() > kMostMatrixClasses) {
    section.blocks.emplace_back(Sentence{"The confusion matrix of " + core::grouped(record.confusion.size()) +
                                             " classes is not drawn: no cell of it could be made out.",
                                         "Drawn up to " + std::to_string(kMostMatrixClasses) + " classes."});
  }
  const auto pairs = confused_pairs(record, 10);
  if (!pairs.empty()) {
    Table table{
        "Most confused pairs", {"true class", "answered", "rows", "of", "share", "the other way round"}, {}, false};
    for (const auto& pair : pairs) {
      table.rows.push_back({pair.gold, pair.answered, core::grouped(pair.count), core::grouped(pair.of),
                            percent(pair.share), pair.back ? percent(*pair.back) : "–"});
    }
    section.blocks.emplace_back(std::move(table));
  }
  if (record.classes.empty()) return section;
  Table table{"Every class", {"class", "precision", "recall", "F1", "rows"}, {}, false};
  for (const auto& c : record.classes) {
    const bool known = c.support > 0;  // else nobody can tell what would be found of it
    table.rows.push_back({c.label, c.never_answered() ? "–" : decimals(c.precision, 3),
                          known ? decimals(c.recall, 3) : "–", known ? decimals(c.f1, 3) : "–",
                          core::grouped(c.support)});
  }
  section.blocks.emplace_back(std::move(table));
  return section;
}

Section balance_section(const EvaluationRecord& record, FigureStore& figures) {
  Section section{"balance", "What imbalance does to it", {}};
  append(section, imbalance_words(record));
  if (!section.blocks.empty()) figures.add(section, class_balance_figure(record));
  return section;
}

Section confidence_section(const EvaluationRecord& record, FigureStore& figures) {
  Section section{"confidence", "Confidence, thresholds and abstaining", {}};
  append(section, calibration_words(record));
  figures.add(section, reliability_figure(record));
  append(section, coverage_words(record));
  figures.add(section, coverage_risk_figure(record));
  figures.add(section, precision_recall_figure(record));
  if (!record.thresholds.empty()) {
    Table table{"Threshold with the best F1 on these rows (to be chosen on validation rows only)",
                {"class", "threshold"},
                {},
                false};
    for (const auto& [label, value] : record.thresholds) table.rows.push_back({label, decimals(value, 3)});
    section.blocks.emplace_back(std::move(table));
  }
  return section;
}

Section slices_section(const EvaluationRecord& record, FigureStore& figures) {
  Section section{"slices", "Parts of the data", {}};
  append(section, slice_words(record));
  figures.add(section, slices_figure(record));
  return section;
}

RecordNotes all_notes(const ReportInput& input) {
  RecordNotes notes = input.notes;
  for (const auto& split : input.evaluations) {
    for (RecordNote note : split.record.notes) {
      if (input.evaluations.size() > 1) note.text = split.role + ": " + note.text;
      notes.push_back(std::move(note));
    }
  }
  if (input.run) {
    RecordNotes of_run = all_notes(*input.run);
    std::move(of_run.begin(), of_run.end(), std::back_inserter(notes));
  }
  std::stable_partition(notes.begin(), notes.end(), [](const RecordNote& note) { return note.serious; });
  return notes;
}

/// Of a figure in metrics.json, and what it is called in a table.
struct NamedKey {
  const char *key, *name;
};

Table figures_table(const std::vector<JudgedSplit>& evaluations) {
  constexpr NamedKey kRows[] = {{"accuracy", "accuracy"},
                                {"macro_f1", "macro-F1"},
                                {"weighted_f1", "weighted F1"},
                                {"micro_f1", "micro-F1"},
                                {"balanced_accuracy", "balanced accuracy"},
                                {"cohen_kappa", "Cohen's kappa"},
                                {"sample_f1", "F1 per row"},
                                {"jaccard", "Jaccard"},
                                {"hamming_loss", "Hamming loss"},
                                {"average_precision_macro", "average precision, mean of classes"},
                                {"roc_auc_macro", "ROC-AUC, mean of classes"},
                                {"ece", "expected calibration error"},
                                {"nll", "log loss"},
                                {"brier", "Brier score"},
                                {"annotator_soft_accuracy", "agreement with a random annotator"},
                                {"annotator_soft_accuracy_ceiling", "… that any answer could have at best"},
                                {"annotator_kl", "KL(annotators ‖ prediction), nats"},
                                {"annotator_entropy", "entropy of the annotators, nats"}};
  Table table{
      "Figures with 95 % intervals where there are any (bootstrap over rows; exact where all rows are right or wrong)",
      {"figure"},
      {},
      false};
  for (const auto& split : evaluations) {
    table.header.push_back(split.role + (split.record.head.empty() ? "" : ", head " + split.record.head) + " (n " +
                           core::grouped(split.record.rows) + ")");
  }
  for (const NamedKey& row : kRows) {
    std::vector<std::string> cells{row.name};
    bool any = false;
    for (const auto& split : evaluations) {
      const auto value = figure_of(split.record, row.key);
      const std::string interval = interval_of(split.record, row.key);
      any |= value.has_value();
      cells.push_back(!value || split.record.rows == 0
                          ? "\u2013"
                          : decimals(*value, 3) + (interval.empty() ? "" : " (" + interval + ")"));
    }
    if (any) table.rows.push_back(std::move(cells));
  }
  return table;
}

Table counts_table(const std::vector<JudgedSplit>& evaluations) {
  Table counts{"Rows", {"count"}, {}, false};
  for (const auto& split : evaluations) counts.header.push_back(split.role);
  std::vector<std::string> judged{"judged"};
  for (const auto& split : evaluations) judged.push_back(core::grouped(split.record.rows));
  counts.rows.push_back(judged);
  for (const NamedKey& count :
       {NamedKey{"n_errors", "without an answer"}, NamedKey{"n_dropped/unlabelled", "without a label of the model"},
        NamedKey{"n_dropped/other_classes", "of other classes"}, NamedKey{"n_several_gold", "with several true labels"},
        NamedKey{"n_no_gold", "with none of the labels"}}) {
    std::vector<std::string> cells{count.name};
    bool any = false;
    for (const auto& split : evaluations) {
      const auto at = split.record.counts.find(count.key);
      any |= at != split.record.counts.end();
      cells.push_back(at == split.record.counts.end() ? "\u2013" : core::grouped(at->second));
    }
    if (any) counts.rows.push_back(std::move(cells));
  }
  return counts;
}

}  // namespace

Section summary_section(const ReportInput& input, const std::optional<FitVerdict>& verdict) {
  Section section{"summary", "In short", {}};
  Tiles tiles;
  if (!input.evaluations.empty()) {
    const std::string& role = input.evaluations.front().role;
    const EvaluationRecord& record = input.evaluations.front().record;
    const std::string where = role.empty() || role == record.split ? role
                              : record.split.empty()               ? role
                                                                   : role + ", " + record.split;
    const auto add = [&](const std::string& name, const std::string& label, bool share) {
      const auto value = figure_of(record, name);
      if (!value || record.rows == 0) return;
      const std::string interval = interval_of(record, name);
      tiles.tiles.push_back(
          {label, share ? percent(*value) : decimals(*value, 3), interval.empty() ? where : "95 % " + interval});
    };
    add("macro_f1", "macro-F1", false);
    add("accuracy", record.multi_label ? "exact match" : "accuracy", false);
    add("ece", record.multi_label ? "calibration error, all decisions" : "calibration error", false);
    tiles.tiles.push_back({"rows judged", core::grouped(record.rows), where});
  }
  if (verdict) {
    tiles.tiles.push_back({verdict->run == Fit::kUnderfit ? "fit of the run" : "overfitting",
                           std::string(fit_words(verdict->run)),
                           "of the kept epoch: " + std::string(fit_words(verdict->kept))});
  }
  if (input.run && !input.run->epochs.empty()) {
    tiles.tiles.push_back({"epochs",
                           std::to_string(input.run->epochs.back().epoch) +
                               (input.run->planned_epochs ? " of " + std::to_string(*input.run->planned_epochs) : ""),
                           duration_text(input.run->seconds)});
  }
  if (!tiles.tiles.empty()) section.blocks.emplace_back(std::move(tiles));
  for (const auto& split : input.evaluations) section.blocks.emplace_back(headline_words(split.record));
  const auto* validation = find_role(input, "validation");
  const auto* test = find_role(input, "test");
  if (validation != nullptr && test != nullptr && validation->record.head == test->record.head) {
    append(section, transfer_words(validation->record, test->record));
  }
  if (!input.evaluations.empty() && input.evaluations.front().record.comparison) {
    section.blocks.emplace_back(comparison_words(input.evaluations.front().record).front());
  }
  if (verdict) {
    const std::string lead = verdict->run == Fit::kUnderfit ? "The run is underfit: "
                             : verdict->run == Fit::kUnknown
                                 ? "Whether the run overfits cannot be told: "
                                 : "Overfitting of the run: " + std::string(fit_words(verdict->run)) + ", for ";
    section.blocks.emplace_back(Sentence{lead + listed(verdict->reasons) + ".", ""});
  }
  if (input.evaluations.empty() && !verdict) section.blocks.emplace_back(Sentence{"There are no figures yet.", ""});
  for (const auto& note : all_notes(input)) section.blocks.emplace_back(note_block(note));
  return section;
}

NoteBlock note_block(const RecordNote& note) {
  return {note.serious, note.text.ends_with('.') ? note.text : note.text + "."};
}

Section evaluation_section(const ReportInput& input) {
  Section section{"figures", "Final figures", {}};
  if (input.evaluations.empty()) return section;
  section.blocks.emplace_back(figures_table(input.evaluations));
  section.blocks.emplace_back(counts_table(input.evaluations));
  section.blocks.emplace_back(Sentence{input.evaluations.front().record.multi_label
                                           ? "A row may have several labels; each is predicted where its score is over "
                                             "its threshold, and accuracy means that the whole set is right."
                                           : "One label is answered per row; it is right if it is among the row's true "
                                             "labels. Macro-F1 is over the classes that have rows.",
                                       ""});
  append(section, annotator_words(input.evaluations.front().record));
  return section;
}

Section mistakes_section(const ReportInput& input) {
  Section section{"mistakes", "Worst mistakes", {}};
  if (input.evaluations.empty() || input.evaluations.front().record.mistakes.empty()) return section;
  const auto& record = input.evaluations.front().record;
  section.blocks.emplace_back(
      Sentence{"The rows of " + input.evaluations.front().role +
                   " on which the model was surest and wrong. Some are the model's fault, "
                   "some are doubtful labels: read them before believing either.",
               "Wrong rows ordered by the score of the answer minus the score of the true label; of several labels "
               "answered the surest counts, none answered counts 0."});
  if (!input.examples) {
    Table table{"Rows of the data file (texts and pictures are left out)",
                {"row", "true", "answered", "score", "true label's score"},
                {},
                true};
    for (const auto& mistake : record.mistakes) {
      table.rows.push_back({std::to_string(mistake.row), joined(mistake.gold), joined(mistake.predicted),
                            score_text(mistake.confidence), score_text(mistake.gold_score)});
    }
    section.blocks.emplace_back(std::move(table));
    return section;
  }
  Examples examples;
  constexpr std::size_t kMostBytes = 400;
  bool explained = false;
  for (const auto& mistake : record.mistakes) {
    const auto picture = input.pictures.find(mistake.image);
    explained |= !mistake.words.empty();
    examples.items.push_back(
        {!mistake.picture.empty()          ? mistake.picture
         : picture == input.pictures.end() ? ""
                                           : picture->second,
         shaded_parts(mistake.text, mistake.words, kMostBytes), heaviest_words(mistake),
         "row " + std::to_string(mistake.row) + (mistake.image.empty() ? "" : ", " + mistake.image),
         joined(mistake.gold), joined(mistake.predicted), mistake_scores(mistake)});
  }
  if (explained) {
    section.blocks.emplace_back(Sentence{
        "Blue words speak for the answer that was given, orange words with dots below against it; the stronger "
        "the colour, the more they weigh.",
        "Weight = fall of the answer's log-odds when the word is left out (emo explain text tells more); the "
        "worst mistakes only, long texts not at all."});
  }
  section.blocks.emplace_back(std::move(examples));
  return section;
}

Document assemble(const ReportInput& input) {
  Document document;
  std::optional<FitVerdict> verdict;
  if (input.run) {
    const JudgedSplit* validation = find_role(input, "validation");
    verdict = judge_run(*input.run, validation != nullptr ? &validation->record : nullptr);
    // A run in progress is watched in a browser.
    if (!input.run->finished) document.refresh_seconds = 30;
  }
  const std::string model = model_name(input);
  document.title = !input.title.empty() ? input.title : model.empty() ? "Report of a run" : "Report: " + model;
  std::vector<std::string> parts;
  for (const auto& split : input.evaluations) {
    parts.push_back(
        split.role +
        (split.record.split.empty() || split.record.split == split.role ? "" : " (" + split.record.split + ")") + ", " +
        core::counted(split.record.rows, "row", "rows"));
  }
  if (input.run) parts.push_back(core::counted(input.run->epochs.size(), "epoch of training", "epochs of training"));
  document.subtitle = listed(parts);
  FigureStore figures(document);
  std::vector<Section> sections;
  sections.push_back(summary_section(input, verdict));
  sections.push_back(evaluation_section(input));
  sections.push_back(comparison_section(input));
  if (!input.evaluations.empty()) sections.push_back(classes_section(input.evaluations.front().record, figures));
  if (!input.evaluations.empty()) sections.push_back(balance_section(input.evaluations.front().record, figures));
  if (input.run) {
    std::optional<std::size_t> drawn;
    if (auto curves = training_figure(*input.run, *verdict)) {
      document.figures.push_back(std::move(*curves));
      drawn = document.figures.size() - 1;
    }
    sections.push_back(training_section(input, *verdict, drawn));
  }
  if (!input.evaluations.empty()) {
    sections.push_back(confidence_section(input.evaluations.front().record, figures));
    sections.push_back(mistakes_section(input));
    sections.push_back(slices_section(input.evaluations.front().record, figures));
  }
  sections.push_back(doctor_section(input));
  sections.push_back(data_section(input));
  sections.push_back(settings_section(input));
  sections.push_back(limits_section(input, verdict));
  sections.push_back(origin_section(input));
  for (auto& section : sections) {
    if (!section.blocks.empty()) document.sections.push_back(std::move(section));
  }
  document.data = report_json(input, verdict);
  return document;
}

}  // namespace emo::report
