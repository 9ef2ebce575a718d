// What a batch of texts does with its rows. Threads, order and resuming are batch_run's work, the fields of an answer
// result_json's and result_csv's.
#include "pipeline/text_batch.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "core/number_words.hpp"
#include "io/sha256.hpp"
#include "pipeline/head_roles.hpp"
#include "pipeline/result_csv.hpp"
#include "pipeline/result_json.hpp"

namespace emo::pipeline {
namespace {

class TextTask final : public BatchTask {
 public:
  TextTask(const TextRecognizer& recognizer, const TextSource& source, const BatchOptions& options)
      : recognizer_(recognizer), source_(source), options_(options), roles_(head_roles(recognizer.manifest())) {}

  Result<BatchIdentity> identify() const override { return source_.identify(); }
  std::string model_sha256() const override { return io::sha256_hex(io::to_json(recognizer_.manifest())); }
  std::string describe() const override {
    const double least = recognizer_.options().min_confidence;
    return std::string(options_.format == BatchFormat::kCsv ? "csv" : "jsonl") +
           " top_k=" + std::to_string(options_.top_k) +
           (least > 0 ? " min_confidence=" + core::formatted("%.9g", least) : "") + " " + source_.describe();
  }
  Result<std::unique_ptr<io::RowReader>> open(const io::RowPosition& start) const override {
    return source_.rows(start);
  }
  Result<void> check_output(const std::string& output) const override { return source_.check_output(output); }
  std::optional<std::filesystem::file_time_type> last_change() const override { return source_.last_change(); }
  void append_csv_header(std::string& out) const override {
    pipeline::append_csv_header(out, recognizer_.manifest(), roles_);
  }
  void answer(BatchChunk& chunk) const override {
    std::vector<std::string_view> texts;
    texts.reserve(chunk.rows.size());
    for (const auto& row : chunk.rows) {
      if (row.text) texts.push_back(*row.text);
    }
    const auto results = recognizer_.recognize(texts);
    auto result = results.begin();
    for (const auto& row : chunk.rows) {
      if (!row.text) {
        append_error(chunk, row.id, row.text.error());
      } else if (const auto& answer = *result++; answer) {
        chunk.abstained_rows += answer->abstained ? 1 : 0;
        append_result(chunk, row.id, *row.text, *answer);
      } else {
        append_error(chunk, row.id, answer.error().at(source_.place_of(row)));
      }
    }
  }

 private:
  void append_error(BatchChunk& chunk, std::string_view id, const Error& error) const {
    ++chunk.failed_rows;
    if (options_.format == BatchFormat::kCsv) {
      append_error_csv(chunk.output, id, error, recognizer_.manifest(), roles_);
    } else {
      append_error_json(chunk.output, id, error);
      chunk.output += '\n';
    }
  }
  void append_result(BatchChunk& chunk, std::string_view id, std::string_view text, const TextResult& result) const {
    if (options_.format == BatchFormat::kCsv) {
      append_result_csv(chunk.output, id, text, result, recognizer_.manifest(), roles_, options_.top_k);
    } else {
      append_result_json(chunk.output, id, text, result, recognizer_.manifest(), roles_, options_.top_k);
      chunk.output += '\n';
    }
  }

  const TextRecognizer& recognizer_;
  const TextSource& source_;
  const BatchOptions& options_;
  const HeadRoles roles_;
};

}  // namespace

std::unique_ptr<BatchTask> text_batch_task(const TextRecognizer& recognizer, const TextSource& source,
                                           const BatchOptions& options) {
  return std::make_unique<TextTask>(recognizer, source, options);
}

}  // namespace emo::pipeline
