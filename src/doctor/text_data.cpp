// Files -> items, with damage noted instead of stopped at, so that one examination tells all of it. Training reads the
// same files by train/text_rows, which needs heads and maps of labels.
#include "doctor/text_data.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "dataset/row_files.hpp"
#include "dataset/split_column.hpp"
#include "text/near_copies.hpp"
#include "text/utf8.hpp"

namespace emo::doctor {
namespace fs = std::filesystem;
namespace {

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

/// Line of an error that begins with "file:line: "; 0 where it does not. Only the place matters: the rest of the
/// message may hold text of the row.
std::uint64_t line_of(const Error& error, const std::string& file) {
  if (!error.message.starts_with(file + ":")) return 0;
  return std::strtoull(error.message.c_str() + file.size() + 1, nullptr, 10);
}

/// The next row; one that is no UTF-8 is damaged as what the reader itself cannot read. nullopt at the end.
std::optional<Result<io::Row>> next_valid(io::RowReader& reader, const std::string& file) {
  auto row = reader.next();
  if (row && *row) {
    if (const auto valid = text::validate_utf8((*row)->text); !valid) {
      return valid.error().at(file + ":" + std::to_string((*row)->number));
    }
  }
  return row;
}

/// Takes files one after the other and notes what is wrong with their rows.
class TextIntake {
 public:
  /// `alone`: no other file is a part of the data, so that a column may say the parts.
  Result<void> add(const std::string& file, bool alone, const io::RowOptions& options, Examination& examination) {
    const fs::path path(file);
    const std::string name = path.filename().string();
    const std::size_t first = data_.view.splits.size();
    std::uint64_t damaged = 0;
    dataset::SplitColumn parts;
    std::vector<io::Row> read;
    io::RowOptions reading = options;
    reading.keep_extra = true;
    EMO_ASSIGN(const auto reader, io::open_rows(file, reading));
    while (auto row = next_valid(*reader, file)) {
      if (!*row) {
        if (io::ends_source(row->error())) return row->error();
        ++damaged;
        damaged_.add({{name, line_of(row->error(), file)}, {}, std::string(error_info(row->error().code).name)});
      } else if (is_blank((*row)->text)) {
        ++damaged;
        empty_.add({{name, (*row)->number}, {}, ""});
      } else if (data_.rows.size() + read.size() >= kMaxItems) {
        return Error{ErrorCode::kTooLarge, file + ": more than " + std::to_string(kMaxItems) + " rows"};
      } else {
        parts.add((*row)->extra);
        (*row)->extra.clear();
        read.push_back(std::move(**row));
      }
    }
    auto found = alone ? parts.found() : std::optional<dataset::SplitColumn::Found>();
    if (!found) {
      Finding slip{.code = "split_column",
                   .severity = Severity::kWarning,
                   .message = found.error().message + ".",
                   .number = 1,
                   .measure = "columns",
                   .fix = "Correct those rows; training refuses the table until then."};
      slip.add({{name, 0}, {}, ""});
      examination.findings.push_back(std::move(slip));
    }
    if (found && *found) {
      add_parts(name, **found, std::move(read), examination);
    } else {
      data_.view.splits.push_back({path.stem().string(), name, role_of(path.stem().string())});
      examination.splits.push_back({path.stem().string(), name, read.size()});
      for (auto& row : read) keep(std::move(row));
    }
    // What cannot be read says no part; it counts where the file begins.
    examination.splits[first].rows += damaged;
    examination.splits[first].damaged = damaged;
    return {};
  }

  /// Tells all of it but the splits, and hands out the set; nothing may be added after it.
  TextData finish(Examination& examination) {
    number_labels();
    examination.labels = data_.view.labels;
    damaged_.message = core::counted(damaged_.evidence_count, "row cannot be read.", "rows cannot be read.");
    examination.add_counted(std::move(damaged_));
    empty_.message = core::counted(empty_.evidence_count, "row has no word.", "rows have no word.");
    examination.add_counted(std::move(empty_));
    return std::move(data_);
  }

 private:
  /// The parts of one file, training first, as if each were one.
  void add_parts(const std::string& file, const dataset::SplitColumn::Found& found, std::vector<io::Row> rows,
                 Examination& examination) {
    for (const auto part : {dataset::Split::kTrain, dataset::Split::kDev, dataset::Split::kTest}) {
      const auto count = std::count(found.splits.begin(), found.splits.end(), part);
      if (count == 0) continue;
      const std::string name(dataset::name_of(part));
      data_.view.splits.push_back({name, file, role_of(part)});
      examination.splits.push_back({name, file, static_cast<std::uint64_t>(count)});
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (found.splits[i] == part) keep(std::move(rows[i]));
      }
    }
  }

  /// As an item of the last split.
  void keep(io::Row row) {
    const auto item = static_cast<std::uint32_t>(data_.rows.size());
    const auto split = static_cast<std::uint32_t>(data_.view.splits.size() - 1);
    data_.view.items.push_back({split, row.number, {}, "", row.id});
    for (const std::string& label : row.labels) items_of_label_[label].push_back(item);
    data_.keys.push_back(text::copy_key(row.text));
    if (data_.keys.back().empty()) {  // "&nbsp;", "???": not a word, and so nobody's copy
      empty_.add({{data_.view.splits[split].file, row.number}, {}, ""});
      data_.keys.back() = '\n' + std::to_string(item);
    }
    data_.rows.push_back(std::move(row));
  }

  /// By name, which is known only when all of them are.
  void number_labels() {
    for (const auto& [label, items] : items_of_label_) {
      const auto k = static_cast<std::uint32_t>(data_.view.labels.size());
      data_.view.labels.push_back(label);
      for (const std::uint32_t item : items) {
        auto& labels = data_.view.items[item].labels;
        if (labels.empty() || labels.back() != k) labels.push_back(k);  // a label given twice counts once
      }
    }
    unite_spellings(data_.view);
    if (data_.view.other_spellings.empty()) return;
    for (std::size_t i = 0; i < data_.rows.size(); ++i) {  // what learns from the rows reads their names
      data_.rows[i].labels.clear();
      for (const std::uint32_t k : data_.view.items[i].labels) data_.rows[i].labels.push_back(data_.view.labels[k]);
    }
  }

  TextData data_;
  std::map<std::string, std::vector<std::uint32_t>> items_of_label_;
  Finding damaged_{.code = "damaged_rows",
                   .severity = Severity::kWarning,
                   .measure = "rows",
                   .fix = "Repair or remove them; a trainer either stops there or leaves them out silently."};
  Finding empty_{.code = "empty_items",
                 .severity = Severity::kWarning,
                 .measure = "rows",
                 .fix = "Remove them: there is nothing to learn from."};
};

}  // namespace

Result<std::vector<std::string>> text_files(const std::string& path) {
  std::error_code failure;
  if (!fs::exists(path, failure)) return Error{ErrorCode::kNotFound, path + ": there is no such file or folder"};
  if (!fs::is_directory(path, failure)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  for (const auto split : {dataset::Split::kTrain, dataset::Split::kDev, dataset::Split::kTest}) {
    // Lines without labels may be a list of pictures.
    EMO_ASSIGN(auto file, dataset::row_file_of(path, split, dataset::Lines::kLabelled));
    if (!file.empty()) files.push_back(std::move(file));
  }
  if (files.empty()) {
    return Error{ErrorCode::kNotFound, path +
                                           ": no data found; expected train/dev/test as .jsonl, .csv, .tsv or "
                                           "TEXT;LABEL in .txt, faces in folders per class, "
                                           "or a run folder with log.jsonl"};
  }
  return files;
}

Result<TextData> read_text_data(const std::vector<std::string>& files, const io::RowOptions& options,
                                Examination& examination) {
  TextIntake intake;
  for (const std::string& file : files) {
    auto file_options = options;
    file_options.require_labels = options.require_labels || dataset::has_labels_in_lines(file);
    EMO_TRY(intake.add(file, files.size() == 1, file_options, examination));
  }
  return intake.finish(examination);
}

}  // namespace emo::doctor
