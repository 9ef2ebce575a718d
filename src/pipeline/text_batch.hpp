// Batches of texts: rows of csv, tsv, jsonl or lines, or the files of a folder, in, one result per row out.
#pragma once

#include <memory>

#include "pipeline/batch_run.hpp"
#include "pipeline/text_recognizer.hpp"
#include "pipeline/text_rows.hpp"

namespace emo::pipeline {

/// The references must outlive the task.
std::unique_ptr<BatchTask> text_batch_task(const TextRecognizer& recognizer, const TextSource& source,
                                           const BatchOptions& options);

}  // namespace emo::pipeline
