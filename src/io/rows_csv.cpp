// Rows from csv (RFC 4180) and tsv with a header line. One pass over the bytes; a record may span lines.
#include <algorithm>
#include <utility>

#include "core/quote.hpp"
#include "io/row_readers.hpp"

namespace emo::io {
namespace {

constexpr std::size_t kMaxColumns = 4096;

/// Cuts a record into fields, line by line, because a quoted field may hold line feeds.
class RecordSplitter {
 public:
  explicit RecordSplitter(char separator) : separator_(separator), quotes_(separator != '\t') {}

  void begin() {
    count_ = 0;
    bytes_ = 0;
    state_ = State::kFieldStart;
    problem_.clear();
    problem_column_ = 0;
    add_field();
  }

  /// Takes the next line of the record; true if the record ends with it.
  bool feed(std::string_view line) {
    const bool continues = state_ == State::kQuoted;
    if (continues) append('\n');
    // Between quotes a carriage return is text; at the end of a record it belongs to the line break.
    const bool carriage = line.ends_with('\r');
    for (const char c : carriage ? line.substr(0, line.size() - 1) : line) step(c);
    if (state_ != State::kQuoted) return true;
    if (carriage) append('\r');
    return false;
  }

  [[nodiscard]] std::span<const std::string> fields() const { return {fields_.data(), count_}; }
  [[nodiscard]] const std::string& problem() const { return problem_; }
  /// The 1-based column of the problem; 0: none.
  [[nodiscard]] std::size_t problem_column() const { return problem_column_; }
  /// Whether quotes have a meaning.
  [[nodiscard]] bool quotes() const { return quotes_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  /// Forget the text of a record that is over the limit, but keep finding its end.
  void discard_text() {
    for (auto& field : fields_) std::string().swap(field);
    count_ = 1;
  }

 private:
  enum class State { kFieldStart, kPlain, kQuoted, kQuoteInQuoted };

  void add_field() {
    if (count_ == fields_.size() && count_ <= kMaxColumns) fields_.emplace_back();
    // Fields beyond the cap are only counted, into the last place; the record is refused by its count.
    if (count_ <= kMaxColumns) ++count_;
    fields_[count_ - 1].clear();
  }
  void append(char c) {
    fields_[count_ - 1] += c;
    ++bytes_;
  }
  void end_field() {
    state_ = State::kFieldStart;
    add_field();
  }
  void step(char c) {
    switch (state_) {
      case State::kFieldStart:
        if (c == '"' && quotes_) {
          state_ = State::kQuoted;
          return;
        }
        state_ = State::kPlain;
        [[fallthrough]];
      case State::kPlain:
        if (c == separator_) return end_field();
        return append(c);
      case State::kQuoted:
        if (c == '"') {
          state_ = State::kQuoteInQuoted;
        } else {
          append(c);
        }
        return;
      case State::kQuoteInQuoted:
        if (c == '"') {
          append(c);
          state_ = State::kQuoted;
        } else if (c == separator_) {
          end_field();
        } else {
          if (problem_.empty()) {
            problem_column_ = count_;
            problem_ = "column " + std::to_string(count_) + ": " + core::quoted(std::string_view(&c, 1)) +
                       " after a closing quote, expected the separator (a quote inside a field is doubled)";
          }
          state_ = State::kPlain;
        }
        return;
    }
  }

  char separator_;
  bool quotes_;
  State state_ = State::kFieldStart;
  std::vector<std::string> fields_;  ///< grows to the widest record and is reused
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
  std::string problem_;
  std::size_t problem_column_ = 0;
};

struct Columns {
  std::vector<std::string> names;
  std::optional<std::size_t> text, labels, id;
};

std::optional<std::size_t> find_column(const std::vector<std::string>& names, const std::string& name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<std::size_t>(it - names.begin());
}

Error missing_column(const std::string& origin, const std::string& name, const std::vector<std::string>& names) {
  std::string list;
  for (const auto& column : names) list += (list.empty() ? "" : ", ") + core::quoted(column);
  return {ErrorCode::kInvalidData, origin + ": has no column " + core::quoted(name) + "; its columns are " + list};
}

// "emotion, Usage, pixels": files like that are about, and nobody means the spaces.
std::string without_spaces_around(const std::string& name) {
  const auto first = name.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  return name.substr(first, name.find_last_not_of(" \t") - first + 1);
}

Result<Columns> read_columns(std::vector<std::string> names, const RowOptions& options, const std::string& origin) {
  Columns columns;
  columns.names = std::move(names);
  for (std::string& name : columns.names) name = without_spaces_around(name);
  if (!options.text_column.empty()) {
    columns.text = find_column(columns.names, options.text_column);
    if (!columns.text) return missing_column(origin, options.text_column, columns.names);
  }
  columns.labels = find_column(columns.names, options.label_column);
  if (!columns.labels && options.label_column == kDefaultLabels) {
    columns.labels = find_column(columns.names, std::string(kLabelInstead));
  }
  if (!columns.labels && options.require_labels) {
    Error missing = missing_column(origin, options.label_column, columns.names);
    missing.message += ": name the right one with --label-column";
    return missing;
  }
  columns.id = find_column(columns.names, options.id_column);
  return columns;
}

class SeparatedRows final : public LinewiseRowReader {
 public:
  SeparatedRows(LineReader lines, const RowOptions& options, char separator)
      : LinewiseRowReader(std::move(lines), options), splitter_(separator) {}

  /// Reads the header line and goes to the start.
  Result<void> prepare() {
    line_ = 1;
    const auto header = next_record();
    if (!header) return Error{ErrorCode::kInvalidData, lines_.origin() + ": is empty, expected a line of column names"};
    if (!*header) return Error{ErrorCode::kInvalidData, header->error().message};
    const auto names = splitter_.fields();
    auto columns = read_columns({names.begin(), names.end()}, options_, lines_.origin());
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
    if (options_.start.offset == 0) return {};
    line_ = options_.start.line;
    return lines_.seek(options_.start.offset);
  }

  std::optional<Result<Row>> next() override {
    const auto record = next_record();
    if (!record) return std::nullopt;
    if (!*record) return record->error();
    const auto fields = splitter_.fields();
    if (fields.size() != columns_.names.size()) {
      return damaged(**record, "the row has " + std::to_string(fields.size()) + " fields, the header has " +
                                   std::to_string(columns_.names.size()));
    }
    Row row;
    row.number = **record;
    if (columns_.text) row.text = fields[*columns_.text];
    if (columns_.labels) row.labels = split_labels(fields[*columns_.labels], options_.label_separator);
    if (columns_.id) row.id = fields[*columns_.id];
    if (row.id.empty()) row.id = std::to_string(index_);
    ++index_;
    if (options_.keep_extra) add_extra(row, fields);
    return row;
  }

 private:
  /// An error of the record just split. Its id is known where that is the first column and the damage is behind it:
  /// further back a separator too many has moved it.
  Error damaged(std::uint64_t number, const std::string& problem) {
    const auto fields = splitter_.fields();
    const bool known = columns_.id == std::size_t{0} && fields.size() > 1 && splitter_.problem_column() != 1;
    return row_error(number, problem, ErrorCode::kInvalidInput, known ? fields[0] : "");
  }

  void add_extra(Row& row, std::span<const std::string> fields) const {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i != columns_.text && i != columns_.labels && i != columns_.id) row.extra[columns_.names[i]] = fields[i];
    }
  }

  // Splits the next record that is not blank; its value is the number of its first line.
  std::optional<Result<std::uint64_t>> next_record() {
    splitter_.begin();
    bool started = false, over_limit = false;
    std::uint64_t number = line_;
    for (;;) {
      const auto line = next_line();
      if (line && !*line) return line->error();
      if (!line) {
        if (!started) return std::nullopt;
        return damaged(number, "the quote opened in this row is never closed");
      }
      const LineReader::Line& physical = **line;
      if (!started && !physical.too_long && (physical.text.empty() || physical.text == "\r")) {
        number = line_;
        continue;
      }
      started = true;
      over_limit = over_limit || physical.too_long;
      const bool complete = splitter_.feed(physical.text);
      if (splitter_.bytes() > options_.max_row_bytes) {
        over_limit = true;
        splitter_.discard_text();
      }
      if (!complete) continue;
      if (over_limit) return too_long(number);
      if (!splitter_.problem().empty()) return damaged(number, splitter_.problem());
      return number;
    }
  }

  RecordSplitter splitter_;
  Columns columns_;
};

}  // namespace

Result<std::unique_ptr<RowReader>> open_separated_rows(LineReader lines, const RowOptions& options, char separator) {
  auto reader = std::make_unique<SeparatedRows>(std::move(lines), options, separator);
  EMO_TRY(reader->prepare());
  return std::unique_ptr<RowReader>(std::move(reader));
}

}  // namespace emo::io
