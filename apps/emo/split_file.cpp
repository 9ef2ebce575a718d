// What the files of a split are called is dataset/row_files'; which split is meant when nobody says is decided here.
#include "split_file.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "dataset/row_files.hpp"
#include "dataset/split_column.hpp"

namespace emo::cli {
namespace {

std::size_t count_of(const dataset::SplitColumn::Found& column, dataset::Split part) {
  return static_cast<std::size_t>(std::count(column.splits.begin(), column.splits.end(), part));
}

/// The part of `rows` rows that is meant, which `split` is then named after; nullopt for all.
Result<std::optional<dataset::Split>> choose_part(const dataset::SplitColumn::Found& column, const std::string& data,
                                                  std::string& split, std::initializer_list<dataset::Split> usual,
                                                  const Context& context) {
  const std::size_t all = column.splits.size();
  auto part = dataset::split_of(split);
  if (split.empty()) {
    const auto* first = std::find_if(usual.begin(), usual.end(), [&](auto one) { return count_of(column, one) > 0; });
    if (first != usual.end()) part = *first;
  }
  const std::string named = data + ": the column " + core::quoted(column.name) + " says which part each row is in";
  if (!part && split.empty()) {
    return Error{ErrorCode::kInvalidData, named + ", and none is in '" + std::string(dataset::name_of(*usual.begin())) +
                                              "': put those that are meant into a file of their own"};
  }
  if (!part) {
    const auto learnt = count_of(column, dataset::Split::kTrain);
    if (learnt > 0 && !context.global.quiet) {
      std::fprintf(stderr, "emo: %s; %s of %s are to be learnt, and are taken too\n", core::for_terminal(named).c_str(),
                   core::grouped(learnt).c_str(), core::counted(all, "row", "rows").c_str());
    }
    return std::optional<dataset::Split>();
  }
  const std::string name(dataset::name_of(*part));
  if (count_of(column, *part) == 0) return Error{ErrorCode::kInvalidData, named + ", and none is in '" + name + "'"};
  if (split.empty() && !context.global.quiet) {
    std::fprintf(stderr, "emo: %s; taken are those of '%s', %s of %s\n", core::for_terminal(named).c_str(),
                 name.c_str(), core::grouped(count_of(column, *part)).c_str(),
                 core::counted(all, "row", "rows").c_str());
  }
  if (split.empty()) split = name;
  return part;
}

}  // namespace

Result<std::string> file_of_split(const std::string& data, std::string& split, const Context& context) {
  std::error_code failed;
  if (!std::filesystem::is_directory(data, failed)) return data;
  const auto asked = split.empty() ? dataset::Split::kTest : dataset::split_of(split);
  if (!asked) {
    return Error{ErrorCode::kUsage,
                 "--split " + core::quoted(split) + " is no part of a folder, expected train, dev, val or test"};
  }
  EMO_ASSIGN(auto file, dataset::row_file_of(data, *asked));
  const std::string wanted(dataset::name_of(*asked));
  if (file.empty() && split.empty()) {
    EMO_ASSIGN(file, dataset::row_file_of(data, dataset::Split::kDev));
    split = dataset::name_of(dataset::Split::kDev);
    if (!file.empty() && !context.global.quiet) {
      std::fprintf(stderr, "emo: %s has no file for the test, judging on %s\n", data.c_str(),
                   std::filesystem::path(file).filename().c_str());
    }
  }
  if (file.empty()) {
    return Error{ErrorCode::kNotFound, data + ": no file of the split '" + wanted + "' there, expected " + wanted +
                                           ".jsonl, .json, .csv, .tsv or .txt"};
  }
  if (split.empty()) split = wanted;
  return file;
}

Result<RowsWithParts> read_rows_with_parts(const std::string& data, const io::RowOptions& options) {
  io::RowOptions reading = options;
  reading.keep_extra = true;
  dataset::SplitColumn column;
  RowsWithParts out;
  EMO_ASSIGN(out.read, io::read_readable_rows(data, reading, [&](io::Row& row) {
               column.add(row.extra);
               if (!options.keep_extra) row.extra.clear();
               return Result<bool>(true);
             }));
  auto found = column.found();
  if (!found) return found.error().at(data);
  out.parts = std::move(*found);
  return out;
}

io::ReadableRows rows_of_part(RowsWithParts data, dataset::Split part) {
  std::vector<io::Row>& rows = data.read.rows;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (data.parts->splits[i] != part) continue;
    if (kept != i) rows[kept] = std::move(rows[i]);
    ++kept;
  }
  data.read.of_a_part = kept < rows.size();
  rows.resize(kept);
  return std::move(data.read);
}

Result<io::ReadableRows> read_rows_of_split(const std::string& data, const io::RowOptions& options, std::string& split,
                                            std::initializer_list<dataset::Split> usual, const Context& context) {
  EMO_ASSIGN(auto all, read_rows_with_parts(data, options));
  if (!all.parts) return std::move(all.read);
  EMO_ASSIGN(const auto part, choose_part(*all.parts, data, split, usual, context));
  return part ? rows_of_part(std::move(all), *part) : std::move(all.read);
}

}  // namespace emo::cli
