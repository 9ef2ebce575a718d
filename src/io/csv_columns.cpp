// Columns by name: the header is matched with what the options ask for, and a near miss is named. Nothing of the rows
// is read here; how a line is cut into fields is csv_record's.
#include "io/csv_columns.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "core/ascii.hpp"
#include "core/quote.hpp"
#include "io/row_readers.hpp"

namespace emo::io {
namespace {

std::optional<std::size_t> find_column(const std::vector<std::string>& names, const std::string& name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<std::size_t>(it - names.begin());
}

/// What a name is made of that needs no quotes in a shell.
constexpr std::string_view kPlainName = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

bool differ_in_case_only(std::string_view a, std::string_view b) {
  return core::lower_ascii(a) == core::lower_ascii(b);
}

/// What to do about a header that was cut at the wrong character: in one of its names `wanted` stands between others.
/// Empty: in none.
std::string other_separator(const std::vector<std::string>& names, std::string_view wanted) {
  for (const char separator : {'\t', ';', '|'}) {
    const std::string part = separator + core::lower_ascii(wanted) + separator;
    const auto has_part = [&](const std::string& name) {
      return name.find(separator) != std::string::npos &&
             (separator + core::lower_ascii(name) + separator).find(part) != std::string::npos;
    };
    if (std::none_of(names.begin(), names.end(), has_part)) continue;
    if (separator == '\t') return "; tabs seem to separate: read it as tsv (--input-format tsv, or call it .tsv)";
    return std::string("; '") + separator + "' seems to separate: say so in a line before the header: sep=" + separator;
  }
  return "";
}

/// `wanted`: the name asked for, then those that would do instead; `option`: what chooses another; `otherwise`: what to
/// say where none there is comes close.
Error missing_column(const std::string& origin, std::initializer_list<std::string_view> wanted,
                     const std::vector<std::string>& names, const std::string& option,
                     const std::string& otherwise = "") {
  std::string message = origin + ": has no column " + core::quoted(*wanted.begin()) + "; its columns are ";
  for (const auto& column : names) message += (&column == names.data() ? "" : ", ") + core::quoted(column);
  for (const std::string_view name : wanted) {
    const auto meant = std::find_if(names.begin(), names.end(),
                                    [&](const std::string& column) { return differ_in_case_only(column, name); });
    if (meant == names.end()) continue;
    message += "; did you mean " + core::quoted(*meant) + "?";
    const bool plain = meant->find_first_not_of(kPlainName) == std::string::npos;
    if (!option.empty()) message += " say " + option + " " + (plain ? *meant : core::quoted(*meant));
    return {ErrorCode::kInvalidData, message};
  }
  const std::string separator = other_separator(names, *wanted.begin());
  return {ErrorCode::kInvalidData, message + (separator.empty() ? otherwise : separator)};
}

// Of two columns with one name nobody can say which is meant. Nameless ones (a comma too many at the end) are read by
// nobody, and of what nobody asked for only `kept` columns are looked up by name later.
Result<void> check_names_differ(const CsvColumns& columns, bool kept, const std::string& origin) {
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    const std::string& name = columns.names[i];
    const bool read = kept || i == columns.text || i == columns.labels || i == columns.id || columns.is_indicator(i);
    const auto again = std::find(columns.names.begin() + static_cast<std::ptrdiff_t>(i) + 1, columns.names.end(), name);
    if (name.empty() || !read || again == columns.names.end()) continue;
    return Error{ErrorCode::kInvalidData, origin + ": columns " + std::to_string(i + 1) + " and " +
                                              std::to_string(again - columns.names.begin() + 1) + " are both called " +
                                              core::quoted(name) + ": give one of them another name"};
  }
  return {};
}

/// "joy,fear": as many columns, where none has that very name, also as they stand in a header (`head -1 | cut`): in
/// quotes, before a carriage return, with a comma too many. Errors: kInvalidData (one of them is not there).
Result<std::vector<std::size_t>> find_indicators(const std::vector<std::string>& names, const std::string& wanted,
                                                 const std::string& origin) {
  std::vector<std::size_t> found;
  for (std::size_t begin = 0; begin <= wanted.size();) {
    const std::size_t end = std::min(wanted.find(',', begin), wanted.size());
    const std::string name(core::trimmed(std::string_view(wanted).substr(begin, end - begin), kFieldBlanks));
    begin = end + 1;
    if (name.empty()) continue;
    auto column = find_column(names, name);
    if (!column && name.size() > 2 && name.front() == '"' && name.back() == '"') {
      column = find_column(names,
                           std::string(core::trimmed(std::string_view(name).substr(1, name.size() - 2), kFieldBlanks)));
    }
    if (!column) return missing_column(origin, {name}, names, "");
    found.push_back(*column);
  }
  return found;
}

// A name of three words or more is rather the first row of a table without a header.
bool has_sentence(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [](const std::string& name) { return std::count(name.begin(), name.end(), ' ') >= 2; });
}

std::string text_column_advice(const std::vector<std::string>& names, const RowOptions& options) {
  if (options.text_option.empty()) return "";
  return ": name the right one with " + options.text_option +
         (has_sentence(names) ? ", or put a line of names on top if that is a row" : "");
}

}  // namespace

bool CsvColumns::is_indicator(std::size_t index) const {
  return std::find(indicators.begin(), indicators.end(), index) != indicators.end();
}

Result<CsvColumns> read_csv_columns(std::vector<std::string> names, const RowOptions& options,
                                    const std::string& origin) {
  CsvColumns columns;
  columns.names = std::move(names);
  for (std::string& name : columns.names) name = std::string(core::trimmed(name, kFieldBlanks));
  if (!options.text_column.empty()) {
    columns.text = find_column(columns.names, options.text_column);
    if (!columns.text) {
      return missing_column(origin, {options.text_column}, columns.names, options.text_option,
                            text_column_advice(columns.names, options));
    }
  }
  if (!options.label_column.empty()) columns.labels = find_column(columns.names, options.label_column);
  if (!columns.labels && options.label_column == kDefaultLabels) {
    columns.labels = find_column(columns.names, std::string(kLabelInstead));
  }
  if (!columns.labels && options.label_column.find(',') != std::string::npos) {
    EMO_ASSIGN(columns.indicators, find_indicators(columns.names, options.label_column, origin));
  }
  if (!columns.labels && columns.indicators.empty() && (options.require_labels || options.label_column_named)) {
    const bool by_default = options.label_column == kDefaultLabels;
    return missing_column(origin, {options.label_column, by_default ? kLabelInstead : options.label_column},
                          columns.names, "--label-column", ": name the right one with --label-column");
  }
  columns.id = find_column(columns.names, options.id_column);
  if (!columns.id && options.require_id) {
    return missing_column(origin, {options.id_column}, columns.names, "--id-column",
                          ": name the right one with --id-column");
  }
  EMO_TRY(check_names_differ(columns, options.keep_extra, origin));
  return columns;
}

}  // namespace emo::io
