// Small evaluations and runs for the tests of the report.
#pragma once

#include <string>
#include <vector>

#include "report/document.hpp"
#include "report/evaluation_record.hpp"
#include "report/findings.hpp"

namespace emo::test {

/// Three classes, 100 rows: joy 50 (45 right, 5 as neutral), neutral 30 (20 right, 10 as sadness), sadness 20 (8 right,
/// 12 as neutral).
report::EvaluationRecord sample_record();

/// A document with every kind of block, and signs that a writer must escape.
report::Document sample_document();

/// The sentences, one a line.
std::string joined(const std::vector<report::Sentence>& sentences);

/// Whether `words` stand in one of the sentences.
bool says(const std::vector<report::Sentence>& sentences, const std::string& words);

/// One line of predictions.jsonl.
std::string prediction_line(int row, const std::string& gold, const std::string& predicted, double score,
                            const std::string& text = "a b c");

/// One line of log.jsonl.
std::string log_line(int epoch, double train_loss, double dev_loss, double train_accuracy, double dev_accuracy);

/// Whether `text` is well-formed XML as far as tags go: every element closed in order, attributes quoted, no stray < or
/// &. Empty = yes, else the problem.
std::string xml_problem(const std::string& text);

}  // namespace emo::test
