// The rows of a text training's files, read once: heads, languages and examples are all made from them.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "train/text_config.hpp"

namespace emo::train {

/// A file's rows that can be read.
struct TextFile {
  std::string path;  ///< empty: there is no such file
  std::vector<io::Row> rows;
};

struct TextRows {
  struct Source {
    TextFile train, dev, test;  ///< labels of a test file may be missing
  };
  std::vector<Source> sources;    ///< as TextTrainConfig::sources
  std::vector<Error> rejected;    ///< rows that cannot be read, each with its place
  std::vector<std::string> told;  ///< lines for people about rows that were parted or left out
};

/// Reads every source. A damaged row, one whose text or label is not UTF-8 among them, is left out, and so is one
/// without a text; a label of blanks is none. Rows of a source without files for development and test are parted by the
/// column that says so (dataset::SplitColumn). Errors: kNotFound, kIo, kInvalidData (a column is missing; none of a
/// file's rows can be read).
Result<TextRows> read_text_rows(const TextTrainConfig& config);

/// "FILE:LINE".
std::string place_of(const TextFile& file, const io::Row& row);

}  // namespace emo::train
