// What the files of a split are called is dataset/row_files'; which split is meant when nobody says is decided here.
#include "split_file.hpp"

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "core/quote.hpp"
#include "dataset/row_files.hpp"

namespace emo::cli {

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

}  // namespace emo::cli
