// From JSON to lines and fields. Rows by the million have writers of their own (pipeline/result_csv, face_json), whose
// columns are known before the first.
#include "record_printer.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>
#include <vector>

#include "pipeline/csv_text.hpp"

namespace emo::cli {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string plain_value(const io::OrderedJson& value) {
  if (value.is_null()) return {};
  return value.is_string() ? value.get<std::string>() : io::dump_json(value);
}

std::string list_value(const io::OrderedJson& list) {
  if (std::any_of(list.begin(), list.end(), [](const auto& item) { return item.is_structured(); })) {
    return io::dump_json(list);
  }
  std::string joined;
  for (const auto& item : list) joined += (joined.empty() ? "" : "|") + plain_value(item);
  return joined;
}

void add_fields(const io::OrderedJson& object, const std::string& before, Fields& fields) {
  for (const auto& [key, value] : object.items()) {
    const std::string name = before + key;
    if (value.is_object()) {
      add_fields(value, name + ".", fields);
    } else {
      fields.emplace_back(name, value.is_array() ? list_value(value) : plain_value(value));
    }
  }
}

void append_line(std::string& out, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) out += ',';
    pipeline::append_csv_field(out, fields[i]);
  }
  out += '\n';
}

}  // namespace

void print_table(const io::OrderedJson& records) {
  std::vector<std::string> columns;
  std::map<std::string, std::size_t> column_of;
  std::vector<Fields> rows;
  for (const auto& record : records) {
    add_fields(record, "", rows.emplace_back());
    for (const auto& [name, value] : rows.back()) {
      if (column_of.try_emplace(name, columns.size()).second) columns.push_back(name);
    }
  }
  if (columns.empty()) return;
  std::string out;
  append_line(out, columns);
  for (const Fields& row : rows) {
    std::vector<std::string> line(columns.size());
    for (const auto& [name, value] : row) line[column_of[name]] = value;
    append_line(out, line);
  }
  std::fputs(out.c_str(), stdout);
}

void print_record(const io::OrderedJson& record, const Context& context) {
  if (result_format(context.global) == Format::kCsv) return print_table(io::OrderedJson::array({record}));
  std::printf("%s\n", io::dump_json(record, json_indent(context.global)).c_str());
}

void print_records(const io::OrderedJson& records, const Context& context) {
  if (result_format(context.global) == Format::kCsv) return print_table(records);
  if (result_format(context.global) != Format::kJsonl) return print_record(records, context);
  for (const auto& record : records) print_record(record, context);
}

io::OrderedJson record_of(const std::string& json) {
  return io::OrderedJson::parse(json);
}

}  // namespace emo::cli
