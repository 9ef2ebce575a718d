// From files to rows, around the damaged ones. What the labels mean is not known here (text_heads.cpp), and no row is
// moved or dropped for anything but damage (text_split.cpp).
#include "train/text_rows.hpp"

#include <cstdint>
#include <optional>
#include <utility>

#include "core/ascii.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "dataset/split_column.hpp"
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

// Reads one file after the other.
class Reading {
 public:
  explicit Reading(TextRows& out) : out_(out) {}

  Result<TextFile> file(const std::string& path, const SourcePlan& source, Part part) {
    TextFile file{path, {}};
    if (path.empty()) return file;
    parts_ = {};
    EMO_ASSIGN(auto read, io::read_readable_rows(path, row_options(source, path, part),
                                                 [&](io::Row& row) { return choose(file, row, part); }));
    file.rows = std::move(read.rows);
    out_.rejected.insert(out_.rejected.end(), read.rejected.begin(), read.rejected.end());
    return file;
  }

  // What the columns of the file that was read last say of parts.
  [[nodiscard]] Result<std::optional<dataset::SplitColumn::Found>> parts() const { return parts_.found(); }

  // The rows of `train` for development and test go where they belong.
  void part(const dataset::SplitColumn::Found& parts, TextFile& train, TextFile& dev, TextFile& test) {
    dev.path = test.path = train.path;
    std::vector<io::Row> learnt;
    for (std::size_t i = 0; i < train.rows.size(); ++i) {
      const auto split = parts.splits[i];
      auto& rows = split == dataset::Split::kDev ? dev.rows : split == dataset::Split::kTest ? test.rows : learnt;
      rows.push_back(std::move(train.rows[i]));
    }
    train.rows = std::move(learnt);
    for (auto& row : test.rows) row.labels.clear();
    out_.told.push_back(train.path + ": the column " + core::quoted(parts.name) + " says what each row is for: " +
                        std::to_string(train.rows.size()) + " to learn, " + std::to_string(dev.rows.size()) +
                        " for development, " + std::to_string(test.rows.size()) + " of a test, kept out");
  }

  void tell_blanks() {
    if (blanks_ == 0) return;
    out_.told.push_back(core::counted(blanks_, "row", "rows") + " without a text left out, the first: " + first_blank_);
  }

 private:
  // Whether a row of `file` is kept; damage is an error.
  Result<bool> choose(const TextFile& file, io::Row& row, Part part) {
    if (part == Part::kTest) row.labels.clear();  // its texts alone are asked for, whatever stands beside them
    EMO_TRY(check_letters(file, row));
    if (core::trimmed(row.text, " \t\r\n").empty()) {
      if (blanks_++ == 0) first_blank_ = place_of(file, row);
      return false;
    }
    const auto blanks = std::erase_if(row.labels, [](const auto& label) { return text::label_key(label).empty(); });
    if (blanks > 0 && row.labels.empty()) row.labels_listed = false;  // no label is known, not: none applies
    parts_.add(row.extra);
    row.extra.clear();
    return true;
  }

  TextRows& out_;
  dataset::SplitColumn parts_;
  std::uint64_t blanks_ = 0;
  std::string first_blank_;
};

}  // namespace

Result<TextRows> read_text_rows(const TextTrainConfig& config) {
  TextRows rows;
  Reading reading(rows);
  for (const auto& source : config.sources) {
    EMO_ASSIGN(auto train, reading.file(source.train, source, Part::kLabelled));
    const auto by_column = reading.parts();
    EMO_ASSIGN(auto dev, reading.file(source.dev, source, Part::kLabelled));
    EMO_ASSIGN(auto test, reading.file(source.test, source, Part::kTest));
    const bool alone = source.dev.empty() && source.test.empty();
    if (alone && !by_column) return by_column.error().at(train.path);
    if (alone && *by_column) {
      const auto& parts = **by_column;
      reading.part(parts, train, dev, test);
      if (!source.labelled) dev.rows.clear();  // nothing is held out of it
      if (train.rows.empty()) {
        return Error{ErrorCode::kInvalidData, train.path + ": the column " + core::quoted(parts.name) +
                                                  " says that no row is to be learnt; rows for that say train"};
      }
    }
    rows.sources.push_back({std::move(train), std::move(dev), std::move(test)});
  }
  reading.tell_blanks();
  return rows;
}

std::string place_of(const TextFile& file, const io::Row& row) {
  return file.path + ":" + std::to_string(row.number);
}

}  // namespace emo::train
