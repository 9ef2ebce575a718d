// Binding of io::RowOptions to the command line, once for all commands with files of rows. The reading is io's work;
// columns of pictures and votes are face_data.cpp's.
#include "row_options.hpp"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli.hpp"

namespace emo::cli {

void add_row_options(CLI::App& command, io::RowOptions& options) {
  command
      .add_option_function<std::string>(
          "--input-format", [&options](const std::string& name) { options.format = *io::row_format_of(name); },
          "auto (default: by extension; else one text a line), lines, jsonl, csv or tsv (no quoting: a field is "
          "what stands between tabs)")
      ->check(CLI::IsMember(std::vector<std::string>(io::kRowFormatNames.begin(), io::kRowFormatNames.end())))
      ->type_name("NAME");
  const auto named = [&options](const std::string&) { options.columns_named = true; };
  command.add_option("--text-column", options.text_column, "Column or member with the text")
      ->check(check_name)
      ->capture_default_str()
      ->each(named);
  command
      .add_option("--id-column", options.id_column,
                  "Column or member with the id (without such a column: numbers from 0); a damaged row whose id "
                  "cannot be read is called 'line N'")
      ->check(check_name)
      ->capture_default_str()
      ->each([&options](const std::string&) { options.columns_named = options.require_id = true; });
}

void add_label_options(CLI::App& command, io::RowOptions& options) {
  command.get_option("--input-format")
      ->description(
          "auto (default: by extension; else lines TEXT;LABEL), lines, jsonl, csv or tsv (no quoting: a field is "
          "what stands between tabs)");
  command
      .add_option("--label-column", options.label_column,
                  "Column or member with the labels; A,B,…: a column of 0 and 1 for each (csv, tsv)")
      ->check(check_name)
      ->capture_default_str();
  command
      .add_option_function<std::string>(
          "--label-separator", [&options](const std::string& text) { options.label_separator = text.front(); },
          "Character between several labels of a csv or tsv field (default: |)")
      ->check([](const std::string& text) { return text.size() == 1 ? "" : "expected one character"; });
}

}  // namespace emo::cli
