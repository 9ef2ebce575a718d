// From the lines of predictions.jsonl to figures, curves, mistakes and slices.
#pragma once

#include <cstddef>
#include <string>

#include "emo/error.hpp"
#include "report/evaluation_record.hpp"

namespace emo::report {

/// Reads `path` and fills what `record` does not have yet (record.labels and multi_label are taken from metrics.json if
/// it was read before). Where both files give a figure and they differ, or their rows do, a serious note says so and
/// the figure of metrics.json stays. Errors: kNotFound, kIo.
Result<void> add_predictions(const std::string& path, const EvaluationReadOptions& options, EvaluationRecord& record);

/// Sets EvaluationRecord::too_many_classes and says so in a note, once: `file` names `count` classes.
void note_too_many_classes(EvaluationRecord& record, const std::string& file, std::size_t count);

}  // namespace emo::report
