// Texts as the rows of a batch: a file of rows, or a folder with one text a file or with files of rows.
#pragma once

#include <memory>
#include <string>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "pipeline/row_source.hpp"

namespace emo::pipeline {

/// Where texts come from. Immutable.
class TextSource final : public RowSource {
 public:
  /// `source`: "-", a file of rows as of io::open_rows, or a folder. In a folder every .txt below it, sorted, is one
  /// text, whose id is its path below the folder; where there is none, or `options` name a format or a column, every
  /// .jsonl, .ndjson, .csv and .tsv (as jsonl .json too, as lines .txt instead) is a file of rows, read by its
  /// extension or that format. Errors: kNotFound (a folder without such a file), kIo.
  static Result<TextSource> open(const std::string& source, const io::RowOptions& options);

  /// The rows from `start` on.
  [[nodiscard]] Result<std::unique_ptr<io::RowReader>> rows(const io::RowPosition& start) const;
  /// How the rows are read, for the identity of a run.
  [[nodiscard]] std::string describe() const;

 private:
  using RowSource::RowSource;
  Result<bool> find_texts();
  Result<void> find_rows();
};

}  // namespace emo::pipeline
