// Command-line options that say how a file of rows is read.
#pragma once

#include "io/rows.hpp"

namespace CLI {
class App;
}

namespace emo::cli {

/// Adds --input-format --text-column --id-column.
void add_row_options(CLI::App& command, io::RowOptions& options);

/// Adds --label-column --label-separator, and says of --input-format what lines are in labelled data. After
/// add_row_options().
void add_label_options(CLI::App& command, io::RowOptions& options);

}  // namespace emo::cli
