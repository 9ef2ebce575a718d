// Opening of row files by format, and the plain format: one text per line. jsonl, lists of JSON objects and csv have
// files of their own; pictures beside their rows are src/dataset's.
#include "io/rows.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/ascii.hpp"
#include "core/extension.hpp"
#include "io/json.hpp"
#include "io/row_readers.hpp"
#include "io/text_source.hpp"

namespace emo::io {
namespace {

class LineRows final : public LinewiseRowReader {
 public:
  using LinewiseRowReader::LinewiseRowReader;

  std::optional<Result<Row>> next() override {
    std::uint64_t number = 0;
    std::string_view text;
    do {
      number = line_;
      const auto line = next_line();
      if (!line) return std::nullopt;
      if (!*line) return line->error();
      if ((*line)->too_long) return too_long(number);
      text = (*line)->text;
      if (text.ends_with('\r')) text.remove_suffix(1);
      if (number == 1 && !(*line)->terminated && has_lone_carriage_return(text)) {
        return source_error(carriage_returns_only(lines_.origin()));
      }
    } while (is_skipped(text));
    Row row;
    row.number = number;
    if (options_.require_labels) {
      // A text may hold semicolons, a label does not.
      const auto tabs = std::count(text.begin(), text.end(), '\t');
      if (tabs > 1 && number == 1) table_tabs_ = tabs;
      if (tabs > 1 && tabs == table_tabs_) {
        return row_error(number, "the line has " + std::to_string(tabs) +
                                     " tabs, expected TEXT;LABEL or one tab between them; of a table with a header say "
                                     "--input-format tsv");
      }
      const auto end = text.rfind(tabs == 0 ? ';' : '\t');
      if (end == std::string_view::npos) return row_error(number, "the line has no label, expected TEXT;LABEL");
      read_label_field(text.substr(end + 1), options_.label_separator, row);
      text = text.substr(0, end);
    }
    row.id = std::to_string(index_++);
    row.text = text;
    return row;
  }

 private:
  std::ptrdiff_t table_tabs_ =
      0;  ///< of the first line, where it has several: then the lines with as many are a table's

  [[nodiscard]] bool is_skipped(std::string_view text) const {
    if (options_.skip_blank_lines) return text.find_first_not_of(" \t") == std::string_view::npos;
    return options_.require_labels && text.empty();
  }
};

/// The name in quotes at the beginning of `rest`, which is cut behind it. nullopt: the quote is not closed, or a letter
/// is written in a way that is not known here.
std::optional<std::string> take_quoted(std::string_view& rest) {
  constexpr std::string_view kItself = "\\'\"/";
  const char quote = rest.front();
  std::string name;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == quote) {
      rest.remove_prefix(i + 1);
      return name;
    }
    if (rest[i] == '\\') {
      if (++i == rest.size() || kItself.find(rest[i]) == std::string_view::npos) return std::nullopt;
    }
    name += rest[i];
  }
  return std::nullopt;
}

/// A list as JSON writes it.
std::optional<std::vector<std::string>> json_labels(std::string_view list) {
  const auto json = parse_json(list, "");
  if (!json || !json->is_array()) return std::nullopt;
  std::vector<std::string> labels;
  for (const Json& label : *json) {
    if (label.is_string()) {
      labels.push_back(label.get<std::string>());
    } else if (label.is_number()) {
      labels.push_back(dump_json(label));
    } else {
      return std::nullopt;
    }
  }
  return labels;
}

/// A list as Python and NumPy write it: names in quotes, or names without between commas or `separator`, or numbers
/// between blanks. nullopt: it is no list.
std::optional<std::vector<std::string>> bracketed_labels(std::string_view inside, char separator) {
  constexpr std::string_view kBetween = " \t,";
  if (inside.find_first_of("[]") != std::string_view::npos) return std::nullopt;
  const bool numbers = inside.find_first_not_of("0123456789. \t") == std::string_view::npos;
  const std::string between = numbers ? " \t" : std::string(",") + separator;
  std::vector<std::string> labels;
  for (inside = core::trimmed(inside, kBetween); !inside.empty(); inside = core::trimmed(inside, kBetween)) {
    std::string name;
    if (inside.front() == '\'' || inside.front() == '"') {
      auto quoted = take_quoted(inside);
      if (!quoted || (!inside.empty() && kBetween.find(inside.front()) == std::string_view::npos)) return std::nullopt;
      name = std::move(*quoted);
    } else {
      const auto end = std::min(inside.find_first_of(between), inside.size());
      name = core::trimmed(inside.substr(0, end), " \t");
      inside.remove_prefix(std::min(end + 1, inside.size()));
    }
    if (!name.empty()) labels.push_back(std::move(name));
  }
  return labels;
}

RowFormat format_by_extension(const std::string& path) {
  const std::string extension = core::lower_extension(path);
  if (extension == ".jsonl" || extension == ".ndjson" || extension == ".json") return RowFormat::kJsonl;
  if (extension == ".csv") return RowFormat::kCsv;
  if (extension == ".tsv") return RowFormat::kTsv;
  return RowFormat::kLines;
}

}  // namespace

std::optional<RowFormat> row_format_of(std::string_view name) {
  const auto found = std::find(kRowFormatNames.begin(), kRowFormatNames.end(), name);
  if (found == kRowFormatNames.end()) return std::nullopt;
  return static_cast<RowFormat>(found - kRowFormatNames.begin());
}

RowFormat format_of_rows(const std::string& path, RowFormat format) {
  return format == RowFormat::kAuto ? format_by_extension(path) : format;
}

std::vector<std::string> split_labels(std::string_view text, char separator) {
  std::vector<std::string> labels;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    std::string_view label = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (label.starts_with(' ')) label.remove_prefix(1);
    while (label.ends_with(' ')) label.remove_suffix(1);
    if (!label.empty()) labels.emplace_back(label);
  }
  return labels;
}

void read_label_field(std::string_view field, char separator, Row& row) {
  const std::string_view text = core::trimmed(field, " \t");
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
    auto list = json_labels(text);
    if (!list) list = bracketed_labels(text.substr(1, text.size() - 2), separator);
    if (list) {
      row.labels = std::move(*list);
      row.labels_listed = true;
      return;
    }
  }
  row.labels = split_labels(field, separator);
}

bool has_lone_carriage_return(std::string_view text) {
  for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (!text.substr(at).starts_with("\r\n")) return true;
  }
  return false;
}

Error carriage_returns_only(const std::string& origin) {
  return {ErrorCode::kInvalidData, origin +
                                       ": its lines end with carriage returns only (old Macintosh), expected line "
                                       "feeds; convert it with: tr '\\r' '\\n' < IN > OUT"};
}

Result<std::unique_ptr<RowReader>> open_line_rows(LineReader lines, const RowOptions& options) {
  EMO_TRY(go_to_start(lines, options));
  return std::unique_ptr<RowReader>(std::make_unique<LineRows>(std::move(lines), options));
}

RowOptions texts_alone(RowOptions options) {
  options.keep_extra = false;
  options.label_column.clear();
  return options;
}

Result<std::unique_ptr<RowReader>> open_rows(const std::string& path, const RowOptions& options) {
  EMO_ASSIGN(ByteWindow source, ByteWindow::open(path));
  const RowFormat format = format_of_rows(path, options.format);
  if (format == RowFormat::kLines && options.columns_named) {
    return Error{ErrorCode::kUsage, path +
                                        " is read as one text a line, which has no columns; say --input-format csv, "
                                        "tsv or jsonl if it has"};
  }
  // The first line of a pipe is waited for when it is asked for: until then there may be other things to do.
  const bool later = format == RowFormat::kLines && !source.size();
  if (!later) EMO_TRY(enter_text(source));
  if (format == RowFormat::kJsonl) {
    EMO_ASSIGN(const bool list, begins_with(source, '['));
    if (list) return open_json_list_rows(std::move(source), options);
  }
  LineReader lines(std::move(source), options.max_row_bytes);
  switch (format) {
    case RowFormat::kJsonl:
      return open_jsonl_rows(std::move(lines), options);
    case RowFormat::kCsv:
    case RowFormat::kTsv:
      return open_separated_rows(std::move(lines), options, format);
    case RowFormat::kLines:
    case RowFormat::kAuto:
      break;
  }
  return open_line_rows(std::move(lines), options);
}

Result<std::vector<Row>> read_rows(const std::string& path, const RowOptions& options) {
  EMO_ASSIGN(const auto reader, open_rows(path, options));
  std::vector<Row> rows;
  while (auto row = reader->next()) {
    if (!*row) return row->error();
    rows.push_back(std::move(*row).value());
  }
  return rows;
}

Result<ReadableRows> read_readable_rows(const std::string& path, const RowOptions& options, const RowChoice& choose) {
  EMO_ASSIGN(const auto reader, open_rows(path, options));
  ReadableRows out;
  while (auto row = reader->next()) {
    if (!*row && ends_source(row->error())) return row->error();
    const auto kept = !*row ? Result<bool>(row->error()) : choose ? choose(**row) : Result<bool>(true);
    if (!kept) {
      out.rejected.push_back(kept.error());
    } else if (*kept) {
      out.rows.push_back(std::move(*row).value());
    }
  }
  if (out.rows.empty() && !out.rejected.empty()) {
    return Error{ErrorCode::kInvalidData, path + ": none of its rows (" + std::to_string(out.rejected.size()) +
                                              ") can be read, the first: " + out.rejected.front().message};
  }
  return out;
}

}  // namespace emo::io
