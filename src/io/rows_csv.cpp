// Rows from csv (RFC 4180) and tsv with a header line. A record may span lines; how it is cut and which column is what
// are matters of csv_record and csv_columns.
#include <algorithm>
#include <utility>

#include "core/ascii.hpp"
#include "core/quote.hpp"
#include "io/csv_columns.hpp"
#include "io/csv_record.hpp"
#include "io/row_readers.hpp"

namespace emo::io {
namespace {

class SeparatedRows final : public LinewiseRowReader {
 public:
  SeparatedRows(LineReader lines, const RowOptions& options, RowFormat format)
      : LinewiseRowReader(std::move(lines), options),
        splitter_(format == RowFormat::kTsv ? RecordSplitter('\t', false) : RecordSplitter(',', true)) {}

  /// Reads the header line and goes to the start.
  Result<void> prepare() {
    line_ = 1;
    if (splitter_.quotes()) EMO_TRY(find_separator());
    const auto header = next_record();
    if (!header) return Error{ErrorCode::kInvalidData, lines_.origin() + ": is empty, expected a line of column names"};
    if (!*header) return Error{ErrorCode::kInvalidData, header->error().message};
    if (splitter_.count() > kMaxColumns) {
      return Error{ErrorCode::kTooLarge, lines_.origin() + ": the header has " + std::to_string(splitter_.count()) +
                                             " columns, expected at most " + std::to_string(kMaxColumns)};
    }
    const auto names = splitter_.fields();
    if (std::any_of(names.begin(), names.end(), has_lone_carriage_return)) EMO_TRY(check_line_ends());
    auto columns = read_csv_columns({names.begin(), names.end()}, options_, lines_.origin());
    if (!columns) {
      Error error = columns.error();
      const bool quoted =
          std::any_of(names.begin(), names.end(), [](const auto& name) { return name.starts_with('"'); });
      if (quoted && !splitter_.quotes()) error.message += "; tsv has no quoting: write it without quotes, or as csv";
      return error;
    }
    columns_ = std::move(columns).value();
    own_ids_ = columns_.id.has_value();
    index_ = options_.start.index;
    if (options_.start.offset != 0) line_ = options_.start.line;
    return go_to_start(lines_, options_);
  }

  std::optional<Result<Row>> next() override {
    const auto record = next_record();
    if (!record) return std::nullopt;
    if (!*record) return record->error();
    const auto fields = splitter_.fields();
    if (splitter_.count() != columns_.names.size()) {
      return damaged(**record, "the row has " + std::to_string(splitter_.count()) + " fields, the header has " +
                                   std::to_string(columns_.names.size()));
    }
    Row row;
    row.number = **record;
    if (columns_.text) row.text = fields[*columns_.text];
    if (columns_.labels) read_label_field(fields[*columns_.labels], options_.label_separator, row);
    if (!columns_.indicators.empty()) {
      if (const auto column = add_indicated(row, fields)) {
        return damaged(row.number, "column " + core::quoted(columns_.names[*column]) + " is " +
                                       core::quoted(fields[*column]) + ", expected 0 or 1");
      }
    }
    if (columns_.id) row.id = fields[*columns_.id];
    if (row.id.empty()) row.id = std::to_string(index_);
    ++index_;
    if (options_.keep_extra) add_extra(row, fields);
    return row;
  }

  [[nodiscard]] std::span<const std::string> columns() const override { return columns_.names; }

 private:
  /// Refuses a source that is one line for us, the header, because its lines end with carriage returns only.
  Result<void> check_line_ends() {
    const std::uint64_t number = line_;
    lines_.hold();
    const auto line = next_line();
    if (line && !*line) return line->error();
    if (!line) return carriage_returns_only(lines_.origin());
    lines_.go_back();
    line_ = number;
    return {};
  }

  /// Gives the splitter of a csv its separator and goes on to the header.
  Result<void> find_separator() {
    for (;;) {
      const std::uint64_t number = line_;
      lines_.hold();
      const auto line = next_line();
      if (line && !*line) return line->error();
      std::string_view text = line ? (*line)->text : std::string_view();
      if (text.ends_with('\r')) text.remove_suffix(1);
      if (line && !(*line)->too_long && text.empty()) continue;
      if (const auto separator = separator_said(text)) {
        splitter_ = RecordSplitter(*separator, true);
        lines_.release();
        return {};
      }
      EMO_TRY(search_header(text));
      lines_.go_back();
      line_ = number;
      return {};
    }
  }

  /// Looks for the separator in the header, whose first line is `text`: the names of a survey are questions, which may
  /// have lines of their own. No further than a row may reach.
  Result<void> search_header(std::string_view text) {
    SeparatorSearch search;
    std::size_t bytes = text.size();
    while (search.feed(text) && bytes <= options_.max_row_bytes) {
      const auto line = next_line();
      if (line && !*line) return line->error();
      if (!line || (*line)->too_long) break;
      text = (*line)->text;
      bytes += text.size();
    }
    splitter_ = RecordSplitter(search.separator(), true);
    return {};
  }

  /// An error of the record just split. Its id is known where that is the first column and the damage is behind it:
  /// further back a separator too many has moved it.
  Error damaged(std::uint64_t number, const std::string& problem, ErrorCode code = ErrorCode::kInvalidInput) {
    const auto fields = splitter_.fields();
    const bool known = columns_.id == std::size_t{0} && fields.size() > 1 && splitter_.damaged_column() != 1;
    return row_error(number, problem, code, known ? fields[0] : "");
  }
  /// The same where a quote was not closed as it should be. The line that opened it is lost, no other: the next record
  /// begins behind it.
  Error unclosed(std::uint64_t number, const std::string& problem, ErrorCode code = ErrorCode::kInvalidInput) {
    lines_.go_back();
    line_ = line_behind_quote_;
    return damaged(number, "column " + std::to_string(splitter_.count()) + ": " + problem, code);
  }
  Error wrongly_closed(std::uint64_t number) {
    const std::string problem = core::quoted(std::string(1, splitter_.unexpected())) + " after a closing quote";
    const std::string expected = ", expected the separator (a quote inside a field is doubled)";
    if (!splitter_.opened_in_last_line()) {
      return unclosed(number, problem + " in line " + std::to_string(line_ - 1) + expected);
    }
    lines_.release();
    return damaged(number, "column " + std::to_string(splitter_.count()) + ": " + problem + expected);
  }

  /// The labels whose columns say 1. Returns the first column that says neither 1 nor 0.
  std::optional<std::size_t> add_indicated(Row& row, std::span<const std::string> fields) const {
    row.labels_listed = true;
    for (const std::size_t column : columns_.indicators) {
      const std::string said = core::lower_ascii(core::trimmed(fields[column], kFieldBlanks));
      if (said == "1" || said == "1.0" || said == "true") {
        row.labels.push_back(columns_.names[column]);
      } else if (said != "0" && said != "0.0" && said != "false") {
        return column;
      }
    }
    return std::nullopt;
  }

  void add_extra(Row& row, std::span<const std::string> fields) const {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i == columns_.text || i == columns_.labels || i == columns_.id || columns_.is_indicator(i)) continue;
      row.extra[columns_.names[i]] = fields[i];
    }
  }

  // Splits the next record that is not blank; its value is the number of its first line. Lines behind an opened quote
  // are kept until it is closed, at most max_row_bytes of text, and read again if it is not. None is read a third
  // time: a line that leaves a quote open has an odd run of quotes, and inside of a quoted field that run closes it.
  std::optional<Result<std::uint64_t>> next_record() {
    splitter_.begin();
    bool started = false;
    std::uint64_t number = line_;
    for (;;) {
      const auto line = next_line();
      if (line && !*line) return line->error();
      if (!line) {
        if (!started) return std::nullopt;
        return unclosed(number, "the quote opened in this row is never closed");
      }
      const LineReader::Line& physical = **line;
      if (!started && !physical.too_long && (physical.text.empty() || physical.text == "\r")) {
        number = line_;
        continue;
      }
      if (physical.too_long && !started) return too_long(number);
      started = true;
      const auto end = physical.too_long ? RecordSplitter::End::kOpen : splitter_.feed(physical.text);
      const bool over_limit = physical.too_long || splitter_.bytes() > options_.max_row_bytes;
      if (end == RecordSplitter::End::kDamaged) return wrongly_closed(number);
      if (end == RecordSplitter::End::kComplete) {
        lines_.release();
        if (over_limit) return too_long(number);
        return number;
      }
      if (!physical.too_long && splitter_.opened_in_last_line()) {
        lines_.hold();
        line_behind_quote_ = line_;
      }
      if (over_limit) {
        return unclosed(number,
                        "the quote opened in this row is not closed within " + std::to_string(options_.max_row_bytes) +
                            " bytes, the most of a row",
                        ErrorCode::kTooLarge);
      }
    }
  }

  RecordSplitter splitter_;
  CsvColumns columns_;
  std::uint64_t line_behind_quote_ = 0;  ///< number of the line after that of the quote opened last
};

}  // namespace

Result<std::unique_ptr<RowReader>> open_separated_rows(LineReader lines, const RowOptions& options, RowFormat format) {
  auto reader = std::make_unique<SeparatedRows>(std::move(lines), options, format);
  EMO_TRY(reader->prepare());
  return std::unique_ptr<RowReader>(std::move(reader));
}

}  // namespace emo::io
