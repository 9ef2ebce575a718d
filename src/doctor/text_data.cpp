// Files -> items, with damage noted instead of stopped at, so that one examination tells all of it. Training reads the
// same files by train/text_rows, which needs heads and maps of labels.
#include "doctor/text_data.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "dataset/row_files.hpp"
#include "io/line_reader.hpp"
#include "text/near_copies.hpp"
#include "text/utf8.hpp"

namespace emo::doctor {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMaxFirstLine = std::size_t{1} << 20;
constexpr int kLinesLookedAt = 20;

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

/// Whether a file of lines is one of TEXT;LABEL: most of its first lines hold what could end a text. A text may hold a
/// semicolon, a row may be damaged, but most are neither.
bool has_labels_in_lines(const fs::path& path) {
  if (path.extension() != ".txt") return false;
  auto reader = io::LineReader::open(path.string(), kMaxFirstLine);
  if (!reader) return false;
  int looked_at = 0, with_label = 0;
  while (looked_at < kLinesLookedAt) {
    const auto line = reader->next();
    if (!line || !*line) break;
    if (is_blank((*line)->text)) continue;
    ++looked_at;
    with_label += (*line)->text.find_first_of(";\t") != std::string_view::npos ? 1 : 0;
  }
  return 2 * with_label > looked_at;
}

}  // namespace

Result<std::string> first_line(const std::string& path) {
  EMO_ASSIGN(auto reader, io::LineReader::open(path, kMaxFirstLine));
  const auto first = reader.next();
  return first && *first ? std::string((*first)->text) : std::string();
}

Result<std::vector<std::string>> text_files(const std::string& path) {
  std::error_code failure;
  if (!fs::exists(path, failure)) return Error{ErrorCode::kNotFound, path + ": there is no such file or folder"};
  if (!fs::is_directory(path, failure)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  for (const auto split : {dataset::Split::kTrain, dataset::Split::kDev, dataset::Split::kTest}) {
    EMO_ASSIGN(auto of_split, dataset::row_files_of(path, split));
    // Lines without labels may be a list of pictures.
    std::erase_if(of_split,
                  [](const fs::path& file) { return file.extension() == ".txt" && !has_labels_in_lines(file); });
    if (of_split.size() > 1) {
      return Error{ErrorCode::kInvalidData, path + ": both " + core::quoted(of_split[0]) + " and " +
                                                core::quoted(of_split[1]) + " look like the same split; name one file"};
    }
    files.insert(files.end(), of_split.begin(), of_split.end());
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
  TextData data;
  Finding damaged{"damaged_rows",
                  Severity::kWarning,
                  "",
                  0,
                  "rows",
                  "Repair or remove them; a trainer either stops there or leaves them out silently.",
                  0,
                  {}};
  Finding empty{
      "empty_items", Severity::kWarning, "", 0, "rows", "Remove them: there is nothing to learn from.", 0, {}};
  std::map<std::string, std::vector<std::uint32_t>> items_of_label;
  for (const std::string& file : files) {
    const fs::path path(file);
    DataSplit split{path.stem().string(), path.filename().string(), role_of(path.stem().string())};
    const auto s = static_cast<std::uint32_t>(data.view.splits.size());
    std::uint64_t rows = 0, bad = 0;
    auto file_options = options;
    file_options.require_labels = options.require_labels || has_labels_in_lines(path);
    EMO_ASSIGN(const auto reader, io::open_rows(file, file_options));
    while (auto row = reader->next()) {
      ++rows;
      if (*row) {
        if (const auto valid = text::validate_utf8((*row)->text); !valid) {
          *row = valid.error().at(file + ":" + std::to_string((*row)->number));
        }
      }
      if (!*row && io::ends_source(row->error())) return row->error();
      if (!*row) {
        ++bad;
        // The reader's message begins with the place: that is what matters, the rest of it may hold text of the row.
        const std::string& message = row->error().message;
        std::uint64_t line = 0;
        if (message.starts_with(file + ":")) {
          line = std::strtoull(message.c_str() + file.size() + 1, nullptr, 10);
        }
        damaged.add({{split.file, line}, {}, std::string(error_info(row->error().code).name)});
        continue;
      }
      if (is_blank((*row)->text)) {
        ++bad;
        const Place place{split.file, (*row)->number};
        empty.add({place, {}, ""});
        continue;
      }
      if (data.rows.size() >= kMaxItems) {
        return Error{ErrorCode::kTooLarge, file + ": more than " + std::to_string(kMaxItems) + " rows"};
      }
      const auto item = static_cast<std::uint32_t>(data.rows.size());
      data.view.items.push_back({s, (*row)->number, {}, "", (*row)->id});
      for (const std::string& label : (*row)->labels) items_of_label[label].push_back(item);
      data.rows.push_back(std::move(*row).value());
      data.keys.push_back(text::copy_key(data.rows.back().text));
    }
    examination.splits.push_back({split.name, split.file, rows, bad});
    data.view.splits.push_back(std::move(split));
  }
  for (const auto& [label, items] : items_of_label) {
    const auto k = static_cast<std::uint32_t>(data.view.labels.size());
    data.view.labels.push_back(label);
    for (const std::uint32_t item : items) {
      auto& labels = data.view.items[item].labels;
      if (labels.empty() || labels.back() != k) labels.push_back(k);  // a label given twice counts once
    }
  }
  examination.labels = data.view.labels;
  damaged.message = core::counted(damaged.evidence_count, "row cannot be read.", "rows cannot be read.");
  examination.add_counted(std::move(damaged));
  empty.message = core::counted(empty.evidence_count, "row has an empty text.", "rows have an empty text.");
  examination.add_counted(std::move(empty));
  return data;
}

}  // namespace emo::doctor
