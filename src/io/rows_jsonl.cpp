// Rows from JSON Lines: which lines are rows, and how a damaged one is told. What an object's members mean is
// json_row.cpp's; a file that is one JSON list is rows_json_list.cpp's.
#include <utility>

#include "io/json_row.hpp"
#include "io/row_readers.hpp"

namespace emo::io {
namespace {

class JsonlRows final : public LinewiseRowReader {
 public:
  JsonlRows(LineReader lines, RowOptions options) : LinewiseRowReader(std::move(lines), std::move(options)) {
    own_ids_ = true;
  }

  std::optional<Result<Row>> next() override {
    for (;;) {
      const std::uint64_t number = line_;
      const auto line = next_line();
      if (!line) return std::nullopt;
      if (!*line) return line->error();
      if ((*line)->too_long) return too_long(number);
      const std::string_view text = (*line)->text;
      if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      Row row;
      row.number = number;
      if (const auto problem = read_json_row(text, options_, row); !problem.empty()) {
        return row_error(number, problem, ErrorCode::kInvalidInput, std::move(row.id));
      }
      if (row.id.empty()) row.id = std::to_string(index_);
      ++index_;
      return row;
    }
  }
};

}  // namespace

Result<std::unique_ptr<RowReader>> open_jsonl_rows(LineReader lines, const RowOptions& options) {
  EMO_TRY(go_to_start(lines, options));
  return std::unique_ptr<RowReader>(std::make_unique<JsonlRows>(std::move(lines), options));
}

}  // namespace emo::io
