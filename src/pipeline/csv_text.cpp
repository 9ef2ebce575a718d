// Quoting of csv fields, for the tables of texts and of faces alike. Reading csv is io's work; quotes are set only
// where a field needs them, so numbers stay bare.
#include "pipeline/csv_text.hpp"

#include "text/utf8.hpp"

namespace emo::pipeline {

void append_csv_field(std::string& out, std::string_view value) {
  // As in JSON: a file with such a byte in it would be refused as a whole by those who read it.
  if (!text::validate_utf8(value)) return append_csv_field(out, text::without_foreign_bytes(value));
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += value;
    return;
  }
  out += '"';
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace emo::pipeline
