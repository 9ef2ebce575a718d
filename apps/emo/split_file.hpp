// Which file of a folder of texts a command reads, and which rows of a file.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "cli.hpp"
#include "dataset/split.hpp"
#include "dataset/split_column.hpp"
#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::cli {

/// `data` itself where it is a file; of a folder the file of `split`, or where that is empty that for the test, else
/// that for development, which is told on standard error; `split` is then named after it. Errors: kUsage (no such
/// split), kNotFound.
Result<std::string> file_of_split(const std::string& data, std::string& split, const Context& context);

/// All rows of a labelled file, with what a column says of their parts.
struct RowsWithParts {
  io::ReadableRows read;
  std::optional<dataset::SplitColumn::Found> parts;  ///< of read.rows, in order
};

/// Errors: as of io::read_readable_rows and dataset::SplitColumn::found.
Result<RowsWithParts> read_rows_with_parts(const std::string& data, const io::RowOptions& options);

/// Leaves the rows of `part` alone. Precondition: data.parts.
io::ReadableRows rows_of_part(RowsWithParts data, dataset::Split part);

/// The rows of the labelled file `data`. Where a column says which part of the data each is in (dataset::SplitColumn),
/// those of `split`; where that is empty those of the first of `usual` that occurs, which is told, and `split` is then
/// named after it. A `split` that is no name of a part is one for the record: all rows then, and it is told how many
/// are to be learnt. Errors: as of read_rows_with_parts; kInvalidData (no row is in that part).
Result<io::ReadableRows> read_rows_of_split(const std::string& data, const io::RowOptions& options, std::string& split,
                                            std::initializer_list<dataset::Split> usual, const Context& context);

}  // namespace emo::cli
