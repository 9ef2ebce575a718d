// Labelled and unlabelled rows of text from jsonl, csv, tsv and plain line files, one at a time.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::io {

enum class RowFormat { kAuto, kLines, kJsonl, kCsv, kTsv };
/// The names of the formats, in the order of the enumeration.
inline constexpr std::array<std::string_view, 5> kRowFormatNames{"auto", "lines", "jsonl", "csv", "tsv"};
/// nullopt for another word.
std::optional<RowFormat> row_format_of(std::string_view name);
/// `format`, or where it is kAuto what the extension of `path` says.
RowFormat format_of_rows(const std::string& path, RowFormat format);

/// Where a reader stands, so that a later one can go on there.
struct RowPosition {
  std::uint64_t offset = 0;  ///< bytes of the source read so far
  std::uint64_t line = 1;    ///< number of the line that begins there
  std::uint64_t index = 0;   ///< rows returned so far, damaged ones included
};

/// csv follows RFC 4180 (quoted fields may hold separators, doubled quotes and line breaks); its separator is the X of
/// a first line `sep=X`, else the semicolon where the header has some and no comma outside of quotes. tsv is
/// text/tab-separated-values, where quotes are ordinary characters. A quote that is not closed, or closed before
/// something else than the separator, makes its row a damaged one; reading goes on at the line behind it. Both start
/// with a line of column names and skip blank lines; so does jsonl, which may also be one JSON list of objects, on any
/// number of lines. lines: every line is a row, an empty one too, unless skip_blank_lines; where labels are required it
/// is TEXT;LABEL, cut at the last tab or, without one, at the last semicolon, and empty lines are skipped. LF and CRLF,
/// with or without BOM.
struct RowOptions {
  RowFormat format = RowFormat::kAuto;        ///< kAuto: by extension (.jsonl .ndjson .json .csv .tsv, else lines)
  std::string text_column = "text";           ///< csv/tsv: empty = the rows have no text
  std::string text_option = "--text-column";  ///< what chooses text_column, for messages; empty: nothing does
  std::string label_column = "labels";        ///< jsonl: list or string; csv/tsv: one name or several split by
                                              ///< label_separator. Where there is no "labels", "label" counts as it.
                                              ///< csv/tsv: "joy,fear" = a column of 0 and 1 for each label
                                              ///< Empty = nobody reads them, and they may be anything
  std::string id_column = "id";
  char label_separator = '|';
  std::size_t max_row_bytes = 64u << 20;  ///< a longer row is an error and is skipped in constant memory; so far is the
                                          ///< end of a quote of csv looked for, in memory of a few times as much
  bool keep_extra = true;                 ///< fill Row::extra
  bool columns_named = false;             ///< somebody asked for a column: lines, which have none, are refused
  bool require_id = false;                ///< csv/tsv without the id column, and a row of jsonl without it, is an error
  bool require_labels = false;            ///< csv/tsv without the label column is an error (jsonl, lines: the row is)
  bool label_column_named = false;        ///< csv/tsv without the label column is an error, rows may lack a label
  bool skip_blank_lines = false;          ///< lines: one of nothing but spaces and tabs is no row
  RowPosition start{};                    ///< go on here: the `position()` of an earlier reader of the same source
};

/// `options` for those who use ids and texts alone: labels may have any form, and other columns cost nothing.
RowOptions texts_alone(RowOptions options);

struct Row {
  std::uint64_t number = 0;  ///< 1-based line number in the file where the row starts; of a JSON list the row's place
                             ///< in it
  std::string file;          ///< where the source is several files, the one that it is in; else empty
  std::string id;            ///< id column, else the 0-based row index as text
  std::string text;
  std::vector<std::string> labels;  ///< none is empty
  bool labels_listed = false;       ///< a list (in jsonl no name of it blank; in a field in brackets), or columns
                                    ///< of 0 and 1; an empty one says "none of them"
  std::map<std::string, std::string> extra;  ///< other scalar columns, as text
};

/// The labels of a field of a table into `row`: those of a list as JSON, Python and NumPy write it (`["joy", "fear"]`,
/// `['joy']`, `[0 3]`), which tables often hold, else what stands between `separator`, without the spaces around it.
void read_label_field(std::string_view field, char separator, Row& row);

/// Whether what next() gave is about the source itself and no row: the disk, the memory. Nothing follows it, though the
/// source has not come to its end.
inline bool ends_source(const Error& error) {
  return error.code == ErrorCode::kIo || error.code == ErrorCode::kInternal;
}

/// Streams rows in constant memory. Not thread-safe.
class RowReader {
 public:
  virtual ~RowReader() = default;
  /// The next row; nullopt at the end. A damaged row is an Error naming file:line; the reader has then skipped
  /// it and can go on. An error of the source (ends_source()) is the last.
  virtual std::optional<Result<Row>> next() = 0;
  /// Of the last row that next() gave as an Error: its id where that could be read, else "line N" (where it starts). In
  /// sources whose rows cannot have ids (lines; csv and tsv without the column) its 0-based index, as of all rows
  /// there.
  [[nodiscard]] const std::string& failed_id() const { return failed_id_; }
  /// After the last row returned (or before the first).
  [[nodiscard]] virtual RowPosition position() const = 0;
  /// Bytes of the source before `position()`.
  [[nodiscard]] std::uint64_t offset() const { return position().offset; }
  /// Size of the source in bytes, if known (for progress).
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const = 0;
  /// csv and tsv: the names of the columns, as they stand in the header; of other formats empty.
  [[nodiscard]] virtual std::span<const std::string> columns() const { return {}; }

 protected:
  std::string failed_id_;
};

/// Opens `path` ("-" = standard input). Text of lines, csv and tsv is passed through as it is, valid UTF-8 or not;
/// NUL bytes are kept. jsonl that is not valid UTF-8 is a damaged row. Errors: kNotFound, kIo (a directory),
/// kInvalidData (UTF-16; csv without the named column: lists the columns there are).
Result<std::unique_ptr<RowReader>> open_rows(const std::string& path, const RowOptions& options);

/// Reads every row into memory; stops at the first damaged one with its error.
Result<std::vector<Row>> read_rows(const std::string& path, const RowOptions& options);

struct ReadableRows {
  std::vector<Row> rows;
  std::vector<Error> rejected;  ///< damaged rows, each naming its place
  bool of_a_part = false;       ///< rows of other parts were left out, and `rejected` may be of these
};

/// What is to become of a row that was read and may still be changed: whether it is kept. An error makes it one of the
/// damaged rows.
using RowChoice = std::function<Result<bool>(Row& row)>;

/// Reads every row into memory, around the damaged ones and those that `choose` leaves out (empty: none). Errors: those
/// of open_rows; kIo; kInvalidData where there are damaged rows alone.
Result<ReadableRows> read_readable_rows(const std::string& path, const RowOptions& options,
                                        const RowChoice& choose = {});

}  // namespace emo::io
