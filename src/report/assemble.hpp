// From records to a document: which sections there are, and what stands in them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "report/document.hpp"
#include "report/evaluation_record.hpp"
#include "report/next_steps.hpp"
#include "report/run_record.hpp"

namespace emo::report {

/// One evaluation and its part in the report.
struct JudgedSplit {
  std::string role;  ///< "test", "validation" or the name of its folder
  EvaluationRecord record;
};

struct ReportInput {
  std::string title;                     ///< "" = made from the model's name
  std::vector<JudgedSplit> evaluations;  ///< the first is the one that is shown in full
  std::optional<RunRecord> run;
  std::optional<io::Manifest> manifest;         ///< of the model, if it is known
  std::string card;                             ///< card.md of the bundle
  std::optional<io::Json> doctor;               ///< doctor.json of the folder
  std::string command;                          ///< that makes this report
  bool examples = true;                         ///< false: no text and no picture of the data in the report
  std::map<std::string, std::string> pictures;  ///< image path -> data URI, for the examples
  RecordNotes notes;
};

/// Never fails: what is not there is left out or said to be missing.
Document assemble(const ReportInput& input);

// The parts, each empty (no blocks) when there is nothing to say.
Section summary_section(const ReportInput& input, const std::optional<FitVerdict>& verdict);
Section evaluation_section(const ReportInput& input);
Section comparison_section(const ReportInput& input);
Section training_section(const ReportInput& input, const FitVerdict& verdict, std::optional<std::size_t> figure);
Section data_section(const ReportInput& input);
Section settings_section(const ReportInput& input);
Section mistakes_section(const ReportInput& input);
Section doctor_section(const ReportInput& input);
Section limits_section(const ReportInput& input, const std::optional<FitVerdict>& verdict);
Section origin_section(const ReportInput& input);
/// A note as a sentence of the report, with its full stop.
NoteBlock note_block(const RecordNote& note);

/// What the run's config tells for the advice.
TrainingFacts facts_of(const RunRecord& run, const std::optional<io::Manifest>& manifest);
io::OrderedJson comparison_json(const ModelComparison& comparison);
io::OrderedJson report_json(const ReportInput& input, const std::optional<FitVerdict>& verdict);

}  // namespace emo::report
