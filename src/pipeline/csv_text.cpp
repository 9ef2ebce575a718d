// Quoting of csv fields, for the tables of texts and of faces alike. Reading csv is io's work; quotes are set only
// where a field needs them, so numbers stay bare.
#include "pipeline/csv_text.hpp"

#include "text/utf8.hpp"

namespace emo::pipeline {
namespace {

constexpr unsigned char kFirstNonAscii = 0x80;

// As json_text writes it: a file with such a byte in it would be refused as a whole by those who read it.
std::string without_foreign_bytes(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (static_cast<unsigned char>(c) < kFirstNonAscii) {
      out += c;
    } else {
      out += "\xEF\xBF\xBD";
    }
  }
  return out;
}

}  // namespace

void append_csv_field(std::string& out, std::string_view value) {
  if (!text::validate_utf8(value)) return append_csv_field(out, without_foreign_bytes(value));
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
