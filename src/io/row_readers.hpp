// The readers behind open_rows, one per format. Internal to io.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_window.hpp"
#include "io/line_reader.hpp"
#include "io/rows.hpp"

namespace emo::io {

/// The name that stands in for the default RowOptions::label_column where that is not there: as many files have it.
inline constexpr std::string_view kDefaultLabels = "labels", kLabelInstead = "label";

/// The labels in a field, without spaces around them; none are empty.
std::vector<std::string> split_labels(std::string_view text, char separator);

/// What the formats share: the count of lines and rows, and what is said of a row.
class CountedRowReader : public RowReader {
 protected:
  CountedRowReader(std::string origin, RowOptions options)
      : options_(std::move(options)),
        line_(options_.start.line),
        index_(options_.start.index),
        origin_(std::move(origin)) {}

  /// An error of the row that started at line `number`; counts the row. `id`: its own, where it is known.
  Error row_error(std::uint64_t number, const std::string& problem, ErrorCode code = ErrorCode::kInvalidInput,
                  std::string id = {}) {
    if (id.empty()) id = own_ids_ ? "line " + std::to_string(number) : std::to_string(index_);
    failed_id_ = std::move(id);
    ++index_;
    return {code, origin_ + ":" + std::to_string(number) + ": " + problem};
  }
  Error too_long(std::uint64_t number) {
    return row_error(number, "the row has more than " + std::to_string(options_.max_row_bytes) + " bytes",
                     ErrorCode::kTooLarge);
  }
  /// An error of the source itself, which ends the rows.
  Error source_error(const Error& error) {
    failed_id_ = std::to_string(index_);
    return error;
  }

  RowOptions options_;
  std::uint64_t line_;    ///< number of the next line, or of the one that the next byte is in
  std::uint64_t index_;   ///< 0-based index of the next row
  bool own_ids_ = false;  ///< rows may name themselves: an index could be taken for the id of another row

 private:
  std::string origin_;
};

/// Rows of a source that is read line by line.
class LinewiseRowReader : public CountedRowReader {
 public:
  LinewiseRowReader(LineReader lines, RowOptions options)
      : CountedRowReader(lines.origin(), std::move(options)), lines_(std::move(lines)) {}

  [[nodiscard]] RowPosition position() const override { return {lines_.offset(), line_, index_}; }
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return lines_.size(); }

 protected:
  /// The next line, counted. Advances the line number.
  std::optional<Result<LineReader::Line>> next_line() {
    auto line = lines_.next();
    if (line && *line) ++line_;
    if (line && !*line) return source_error(line->error());
    return line;
  }

  LineReader lines_;
};

/// Whether `text` has a carriage return that no line feed follows; the last character may be one.
bool has_lone_carriage_return(std::string_view text);
/// What is said of a source whose lines end with these alone.
Error carriage_returns_only(const std::string& origin);

/// Goes on where `options` say: offset 0 is the start of the text, which `source` is at, behind any byte-order mark.
template <class Source>
Result<void> go_to_start(Source& source, const RowOptions& options) {
  if (options.start.offset == 0) return {};
  return source.seek(options.start.offset);
}

/// Precondition of all: `lines` is at the start of the source; they go to `options.start` themselves.
Result<std::unique_ptr<RowReader>> open_line_rows(LineReader lines, const RowOptions& options);
Result<std::unique_ptr<RowReader>> open_jsonl_rows(LineReader lines, const RowOptions& options);
/// The same of `source`: a list of objects, on as many lines as it likes.
Result<std::unique_ptr<RowReader>> open_json_list_rows(ByteWindow source, const RowOptions& options);
/// `format` is kCsv or kTsv, whatever `options` says.
Result<std::unique_ptr<RowReader>> open_separated_rows(LineReader lines, const RowOptions& options, RowFormat format);

}  // namespace emo::io
