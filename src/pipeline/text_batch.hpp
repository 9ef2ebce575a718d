// Batches of texts: rows of csv, tsv, jsonl or lines in, one result per row out.
#pragma once

#include <memory>

#include "pipeline/batch_run.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::pipeline {

/// Both references must outlive the task.
std::unique_ptr<BatchTask> text_batch_task(const TextRecognizer& recognizer, const BatchOptions& options);

}  // namespace emo::pipeline
