// Labelled and unlabelled rows of text from jsonl, csv, tsv and plain line files, one at a time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::io {

enum class RowFormat { kAuto, kLines, kJsonl, kCsv, kTsv };

struct RowOptions {
  RowFormat format = RowFormat::kAuto;   ///< kAuto: by extension (.jsonl .ndjson .json .csv .tsv, else lines)
  std::string text_column = "text";
  std::string label_column = "labels";   ///< jsonl: list or string; csv/tsv: one name or several split by label_separator
  std::string id_column = "id";
  char label_separator = '|';
  std::size_t max_row_bytes = 64u << 20;
};

struct Row {
  std::uint64_t number = 0;              ///< 1-based line number in the file where the row starts
  std::string id;                        ///< id column, else the 0-based row index as text
  std::string text;
  std::vector<std::string> labels;
  std::map<std::string, std::string> extra;  ///< other scalar columns, as text
};

/// Streams rows in constant memory. Not thread-safe.
class RowReader {
 public:
  virtual ~RowReader() = default;
  /// The next row; nullopt at the end. A damaged row is an Error naming file:line; the reader has then skipped
  /// it and can go on.
  virtual std::optional<Result<Row>> next() = 0;
  /// Byte offset in the source after the last row returned; 0 for a pipe.
  [[nodiscard]] virtual std::uint64_t offset() const = 0;
  /// Size of the source in bytes, if known (for progress).
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const = 0;
};

/// Opens `path` ("-" = standard input). Errors: kNotFound, kIo (a directory), kInvalidData (csv without the
/// named column: lists the columns there are).
Result<std::unique_ptr<RowReader>> open_rows(const std::string& path, const RowOptions& options);

/// Reads every row into memory; stops at the first damaged one with its error.
Result<std::vector<Row>> read_rows(const std::string& path, const RowOptions& options);

}  // namespace emo::io
