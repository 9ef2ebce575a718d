// Batches of texts: rows of csv, tsv, jsonl or lines in, one result per row out.
#pragma once

#include <functional>
#include <memory>

#include "pipeline/batch_run.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::pipeline {

/// Both references must outlive the task.
std::unique_ptr<BatchTask> text_batch_task(const TextRecognizer& recognizer, const BatchOptions& options);

/// run_batch() of text_batch_task().
Result<BatchProgress> run_text_batch(const TextRecognizer& recognizer, const BatchOptions& options,
                                     const std::function<void(const BatchProgress&)>& on_progress);

}  // namespace emo::pipeline
