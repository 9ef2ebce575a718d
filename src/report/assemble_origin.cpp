// Sections about what else was found, what the report cannot say, and where everything comes from; and report.json,
// which has the same facts for programs. The doctor is not run here: its file is read.
#include <algorithm>
#include <cmath>

#include "core/number_words.hpp"
#include "report/assemble.hpp"
#include "report/json_lookup.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

// doctor.json is {"findings":[{"id"|"check","severity","title"|"message",…,"fix"}]}; members that are not there are
// skipped.
std::string first_text(const io::Json& json, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (auto text = text_at(json, key)) return *text;
  }
  return "";
}

io::OrderedJson number_or_null(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? io::OrderedJson(*value) : io::OrderedJson(nullptr);
}

io::OrderedJson epoch_or_null(const std::optional<std::int64_t>& value) {
  return value ? io::OrderedJson(*value) : io::OrderedJson(nullptr);
}

io::OrderedJson sentences_json(const std::vector<std::vector<Sentence>>& groups) {
  io::OrderedJson out = io::OrderedJson::array();
  for (const auto& group : groups) {
    for (const auto& sentence : group) {
      io::OrderedJson item;
      item["text"] = sentence.text;
      if (!sentence.rule.empty()) item["rule"] = sentence.rule;
      out.push_back(std::move(item));
    }
  }
  return out;
}

io::OrderedJson evaluation_json(const JudgedSplit& split) {
  const EvaluationRecord& record = split.record;
  io::OrderedJson out;
  out["role"] = split.role;
  out["split"] = record.split;
  out["model"] = record.model;
  out["head"] = record.head;
  out["n"] = record.rows;
  for (const auto& [name, value] : record.figures) out["figures"][name] = number_or_null(value);
  for (const auto& [name, value] : record.intervals) out["ci95"][name] = {value.low, value.high};
  for (const auto& c : record.classes) {
    out["per_class"][c.label] = {
        {"precision", c.precision}, {"recall", c.recall}, {"f1", c.f1}, {"support", c.support}};
  }
  out["confused_pairs"] = io::OrderedJson::array();
  for (const auto& pair : confused_pairs(record, 10)) {
    out["confused_pairs"].push_back({{"gold", pair.gold},
                                     {"answered", pair.answered},
                                     {"count", pair.count},
                                     {"of", pair.of},
                                     {"share", pair.share}});
  }
  out["slices"] = io::OrderedJson::array();
  for (const auto& slice : record.slices) {
    out["slices"].push_back({{"column", slice.column},
                             {"value", slice.value},
                             {"n", slice.rows},
                             {"right", slice.right},
                             {"ci95", {slice.interval.low, slice.interval.high}}});
  }
  if (record.comparison) out["against"] = comparison_json(*record.comparison);
  out["words"] = sentences_json({{headline_words(record)},
                                 comparison_words(record),
                                 class_words(record),
                                 confusion_words(record),
                                 imbalance_words(record),
                                 calibration_words(record),
                                 coverage_words(record),
                                 annotator_words(record),
                                 slice_words(record)});
  return out;
}

io::OrderedJson overfitting_json(const FitVerdict& verdict, const std::vector<std::string>& steps) {
  const FitIndicators& f = verdict.indicators;
  io::OrderedJson out;
  out["verdict"] = std::string(fit_name(verdict.run));
  out["verdict_kept_epoch"] = std::string(fit_name(verdict.kept));
  out["reasons"] = verdict.reasons;
  out["rule"] = verdict.rule;
  out["last_epoch"] = epoch_or_null(f.last_epoch);
  out["kept_epoch"] = epoch_or_null(f.kept_epoch);
  out["best_loss_epoch"] = epoch_or_null(f.best_loss_epoch);
  out["divergence_epoch"] = epoch_or_null(f.divergence_epoch);
  out["loss_gap_last"] = number_or_null(f.loss_gap_last);
  out["loss_gap_kept"] = number_or_null(f.loss_gap_kept);
  out["score_gap_last"] = number_or_null(f.score_gap_last);
  out["score_gap_kept"] = number_or_null(f.score_gap_kept);
  out["loss_rise_last"] = number_or_null(f.loss_rise_last);
  out["calibrated_rise_last"] = number_or_null(f.calibrated_rise_last);
  out["score_drop_last"] = number_or_null(f.score_drop_last);
  out["loss_slope"] = number_or_null(f.loss_slope);
  out["next_steps"] = steps;
  return out;
}

}  // namespace

Section doctor_section(const ReportInput& input) {
  Section section{"doctor", "Findings of emo doctor", {}};
  if (!input.doctor) return section;
  const io::Json* findings = input.doctor->is_array() ? &*input.doctor : member(*input.doctor, "findings");
  if (findings == nullptr || !findings->is_array() || findings->empty()) {
    section.blocks.emplace_back(Sentence{"doctor.json is there and lists no finding.", ""});
    return section;
  }
  Table table{"Duplicates, leaks, label errors and the like", {"finding", "severity", "what to do"}, {}, true};
  constexpr std::size_t kMostRows = 100;
  std::size_t left_out = 0;
  for (const auto& finding : *findings) {
    if (!finding.is_object()) continue;
    if (table.rows.size() >= kMostRows) {
      ++left_out;
      continue;
    }
    table.rows.push_back({first_text(finding, {"message", "text", "title", "words", "id", "check"}),
                          first_text(finding, {"severity", "level"}),
                          first_text(finding, {"fix", "advice", "action"})});
  }
  if (left_out > 0) table.rows.push_back({"… and " + std::to_string(left_out) + " more in doctor.json", "", ""});
  section.blocks.emplace_back(std::move(table));
  return section;
}

Section limits_section(const ReportInput& input, const std::optional<FitVerdict>& verdict) {
  Section section{"limits", "Limitations", {}};
  std::vector<std::string> items;
  constexpr std::uint64_t kSmall = 1000;
  constexpr double kWide = 0.04;
  for (const auto& split : input.evaluations) {
    if (split.record.rows < kSmall) {
      items.push_back("Only " + core::counted(split.record.rows, "row", "rows") + " of " + split.role +
                      (split.record.rows == 1 ? " was" : " were") + " judged: differences of a few points are chance.");
    }
    const auto interval = split.record.intervals.find("macro_f1");
    if (interval != split.record.intervals.end() && interval->second.high - interval->second.low > kWide) {
      items.push_back("The 95 % interval of macro-F1 on " + split.role + " is " +
                      decimals(100 * (interval->second.high - interval->second.low), 1) +
                      " points wide: a model that is better by less cannot be told from this one.");
    }
    const auto errors = split.record.counts.find("n_errors");
    if (errors != split.record.counts.end() && errors->second > 0) {
      items.push_back(core::counted(errors->second, "row", "rows") + " of " + split.role +
                      (errors->second == 1 ? " has no answer and counts" : " have no answer and count") +
                      " in no figure.");
    }
  }
  const auto has_role = [&](const char* role) {
    return std::any_of(input.evaluations.begin(), input.evaluations.end(),
                       [role](const JudgedSplit& split) { return split.role == role; });
  };
  if (!has_role("test")) {
    items.push_back(input.evaluations.empty() || has_role("validation")
                        ? "There is no test split here: validation figures are optimistic, for epochs and thresholds "
                          "are chosen on them."
                        : "Whether these rows were kept out of training is not known here: figures of rows that a "
                          "model was trained or tuned on are optimistic.");
  }
  if (!input.run)
    items.push_back("No training run is given: nothing can be said about overfitting (emo report RUN, or --run RUN).");
  if (verdict && verdict->run == Fit::kUnknown) {
    items.push_back(verdict->indicators.not_finite
                        ? "A figure of the log was not a finite number: there is no verdict on overfitting."
                        : "The log is too short for a verdict on overfitting.");
  }
  items.push_back(
      "The labels are what annotators saw in a text or face, not what a person felt; where annotators disagree no "
      "model can be right.");
  items.push_back(
      "Figures hold for data like these. Other genres, languages, cameras or groups of people have to be judged on "
      "their own.");
  if (input.manifest && !input.manifest->languages.empty())
    items.push_back("Trained for: " + listed(input.manifest->languages) + ".");
  section.blocks.emplace_back(Bullets{std::move(items), false});
  if (!input.card.empty()) {
    section.blocks.emplace_back(Sentence{"The model card of the bundle:", ""});
    section.blocks.emplace_back(CodeBlock{input.card});
  }
  return section;
}

Section origin_section(const ReportInput& input) {
  Section section{"origin", "How this was made", {}};
  if (input.manifest) {
    const auto& p = input.manifest->provenance;
    if (!p.base_weights.empty()) {
      const std::string licence = p.base_licence.empty() ? "" : " (" + p.base_licence + ")";
      section.blocks.emplace_back(Sentence{"Base weights: " + p.base_weights + licence + ".", ""});
    }
    if (!p.teachers.empty()) section.blocks.emplace_back(Sentence{"Taught by: " + listed(p.teachers) + ".", ""});
    std::vector<std::string> seeds;
    for (const auto seed : p.seeds) seeds.push_back(std::to_string(seed));
    if (!seeds.empty())
      section.blocks.emplace_back(Sentence{
          "Seeds: " + listed(seeds) + "." + (p.git_commit.empty() ? "" : " Commit " + p.git_commit + "."), ""});
    if (!p.command.empty()) {
      section.blocks.emplace_back(Sentence{"The model was made by:", ""});
      section.blocks.emplace_back(CodeBlock{p.command});
    }
  }
  for (const auto& split : input.evaluations) {
    if (split.record.command.empty()) continue;
    section.blocks.emplace_back(Sentence{"The figures of " + split.role + " were made by:", ""});
    section.blocks.emplace_back(CodeBlock{split.record.command});
  }
  if (!input.command.empty()) {
    section.blocks.emplace_back(Sentence{"This report was made by:", ""});
    section.blocks.emplace_back(CodeBlock{input.command});
  }
  return section;
}

io::OrderedJson report_json(const ReportInput& input, const std::optional<FitVerdict>& verdict) {
  io::OrderedJson out;
  out["format_version"] = 1;
  out["evaluations"] = io::OrderedJson::array();
  for (const auto& split : input.evaluations) out["evaluations"].push_back(evaluation_json(split));
  if (input.run) {
    out["run"] = {
        {"epochs", input.run->epochs.size()}, {"finished", input.run->finished}, {"seconds", input.run->seconds}};
    if (const auto& start = input.run->start_point) {
      io::OrderedJson& figures = out["run"]["start"] = io::OrderedJson::object();
      if (start->dev_loss) figures["dev_loss"] = *start->dev_loss;
      if (start->dev_score)
        figures[input.run->score_name == "accuracy" ? "dev_accuracy" : "dev_macro_f1"] = *start->dev_score;
    }
  }
  if (verdict)
    out["overfitting"] = overfitting_json(*verdict, next_steps(*verdict, facts_of(*input.run, input.manifest)));
  out["notes"] = io::OrderedJson::array();
  const auto add = [&](const RecordNotes& notes) {
    for (const auto& note : notes) out["notes"].push_back({{"serious", note.serious}, {"text", note.text}});
  };
  add(input.notes);
  for (const auto& split : input.evaluations) add(split.record.notes);
  if (input.run) add(all_notes(*input.run));
  out["command"] = input.command;
  return out;
}

}  // namespace emo::report
