// List files: `path label` a line. RAF-DB's own list, whose images lie elsewhere, is known by its lines.
#include <algorithm>
#include <filesystem>

#include "core/quote.hpp"
#include "dataset/face_readers.hpp"
#include "dataset/image_files.hpp"
#include "io/line_reader.hpp"

namespace emo::dataset {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxLineBytes = 1U << 16U;

bool is_raf_line(std::string_view file, std::string_view label) {
  const bool prefix = file.starts_with("train_") || file.starts_with("test_");
  return prefix && file.ends_with(".jpg") && file.find('/') == std::string_view::npos && label.size() == 1 &&
         label[0] >= '1' && label[0] <= '7';
}

struct Entry {
  std::string file, label;
  std::uint64_t line = 0;
};

/// Path and label: the label is the last word, unless it is in front of a tab or comma.
bool split_line(std::string_view line, Entry& entry) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  auto cut = line.find('\t');
  if (cut == std::string_view::npos) cut = line.rfind(' ');
  if (cut == std::string_view::npos) cut = line.rfind(',');
  if (cut == std::string_view::npos || cut == 0 || cut + 1 == line.size()) return false;
  entry.file = line.substr(0, cut);
  entry.label = line.substr(cut + 1);
  return true;
}

/// Where RAF-DB's image of list entry `name` lies, seen from the list's folder or `images`.
std::string raf_image(const fs::path& base, const std::string& name) {
  const std::string aligned = fs::path(name).stem().string() + "_aligned.jpg";
  for (const fs::path& candidate : {base / name, base / aligned, base / "aligned" / aligned,
                                    base / "Image" / "aligned" / aligned, base / ".." / "Image" / "aligned" / aligned,
                                    base / "Image" / "original" / name, base / ".." / "Image" / "original" / name}) {
    if (is_file(candidate)) return candidate.lexically_normal().string();
  }
  return (base / name).lexically_normal().string();
}

}  // namespace

bool looks_like_face_list(const std::string& path) {
  constexpr int kLines = 20;
  auto reader = io::LineReader::open(path, kMaxLineBytes);
  if (!reader) return false;
  int pictures = 0;
  while (pictures < kLines) {
    const auto line = reader->next();
    if (!line) break;
    if (!*line || (*line)->too_long) return false;
    const std::string_view text = (*line)->text;
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Entry entry;
    if (!split_line(text, entry) || !is_image_name(entry.file)) return false;
    ++pictures;
  }
  return pictures > 0;
}

Result<FaceData> read_face_list(const std::string& path, const FaceDataOptions& options) {
  EMO_ASSIGN(auto reader, io::LineReader::open(path, kMaxLineBytes));
  FaceData data;
  std::vector<Entry> entries;
  std::uint64_t number = 0;
  while (auto line = reader.next()) {
    if (!*line) return line->error();
    ++number;
    const std::string_view text = (*line)->text;
    if (text.find_first_not_of(" \t\r") == std::string_view::npos && !(*line)->too_long) continue;
    Entry entry;
    entry.line = number;
    if ((*line)->too_long || !split_line(text, entry)) {
      data.rejected.push_back({ErrorCode::kInvalidData, path + ":" + std::to_string(number) +
                                                            ": expected `path label`, not " + core::quoted(text)});
      continue;
    }
    entries.push_back(std::move(entry));
  }
  const bool raf = !entries.empty() && std::all_of(entries.begin(), entries.end(), [](const Entry& entry) {
    return is_raf_line(entry.file, entry.label);
  });
  const fs::path base = options.images.empty() ? fs::path(path).parent_path() : fs::path(options.images);
  const auto& names = options.numbered.empty() && raf ? raf_classes() : options.numbered;
  for (const Entry& entry : entries) {
    FaceItem item;
    item.id = entry.file;
    item.row = entry.line;
    item.place = path + ":" + std::to_string(entry.line);
    auto label = named_label(entry.label, names, raf ? 1 : 0);
    if (!label) {
      data.rejected.push_back(label.error().at(item.place));
      continue;
    }
    item.label = std::move(label).value();
    if (raf) {
      item.file = raf_image(base, entry.file);
      item.split = entry.file.starts_with("train_") ? Split::kTrain : Split::kTest;
    } else {
      item.file = (base / entry.file).lexically_normal().string();
    }
    data.items.push_back(std::move(item));
  }
  collect_classes(data, raf && options.numbered.empty() ? std::vector<std::string>() : options.numbered);
  return data;
}

}  // namespace emo::dataset
