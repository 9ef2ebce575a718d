// From files to rows, around the damaged ones. What the labels mean is not known here (text_heads.cpp), and no row is
// moved or dropped for anything but damage (text_split.cpp).
#include "train/text_rows.hpp"

#include <utility>

#include "core/quote.hpp"
#include "text/label_spelling.hpp"
#include "text/utf8.hpp"

namespace emo::train {
namespace {

enum class Part { kLabelled, kTest };

// A file without labels is an error here and now, not a training set of unlabelled rows. Of a test only the texts
// count; a line of text is cut at its label as those of training are.
io::RowOptions row_options(const SourcePlan& source, const std::string& path, Part part) {
  io::RowOptions options;
  options.format = source.format;
  options.text_column = source.text_column;
  options.label_column = source.label_column;
  options.label_separator = source.label_separator.front();
  options.keep_extra = false;
  const bool lines = io::format_of_rows(path, source.format) == io::RowFormat::kLines;
  options.require_labels = source.labelled && (part == Part::kLabelled || lines);
  return options;
}

// csv and lines are passed on as they are.
Result<void> check_letters(const TextFile& file, const io::Row& row) {
  if (auto valid = text::validate_utf8(row.text); !valid) return valid.error().at(place_of(file, row));
  for (const auto& label : row.labels) {
    if (auto valid = text::validate_utf8(label); !valid) return valid.error().at(place_of(file, row) + ": its label");
    if (!core::is_harmless(text::label_key(label))) {  // a tab or a line end around it is a blank as any
      return Error{ErrorCode::kInvalidData,
                   place_of(file, row) + ": its label is " + core::quoted(label) + ", expected no control characters"};
    }
  }
  return {};
}

Result<TextFile> read_file(const std::string& path, const SourcePlan& source, Part part, std::vector<Error>& rejected) {
  TextFile file{path, {}};
  if (path.empty()) return file;
  EMO_ASSIGN(auto read, io::read_readable_rows(path, row_options(source, path, part)));
  for (auto& row : read.rows) {
    if (part == Part::kTest) row.labels.clear();  // its texts alone are asked for, whatever stands beside them
    if (auto valid = check_letters(file, row); !valid) {
      read.rejected.push_back(valid.error());
      continue;
    }
    const auto blanks = std::erase_if(row.labels, [](const auto& label) { return text::label_key(label).empty(); });
    if (blanks > 0 && row.labels.empty()) row.labels_listed = false;  // no label is known, not: none applies
    file.rows.push_back(std::move(row));
  }
  if (file.rows.empty() && !read.rejected.empty()) return io::no_readable_row(path, read.rejected);
  rejected.insert(rejected.end(), read.rejected.begin(), read.rejected.end());
  return file;
}

}  // namespace

Result<TextRows> read_text_rows(const TextTrainConfig& config) {
  TextRows rows;
  for (const auto& source : config.sources) {
    EMO_ASSIGN(auto train, read_file(source.train, source, Part::kLabelled, rows.rejected));
    EMO_ASSIGN(auto dev, read_file(source.dev, source, Part::kLabelled, rows.rejected));
    EMO_ASSIGN(auto test, read_file(source.test, source, Part::kTest, rows.rejected));
    rows.sources.push_back({std::move(train), std::move(dev), std::move(test)});
  }
  return rows;
}

std::string place_of(const TextFile& file, const io::Row& row) {
  return file.path + ":" + std::to_string(row.number);
}

}  // namespace emo::train
