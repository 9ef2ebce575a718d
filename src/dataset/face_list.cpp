// List files: `path label` a line. RAF-DB's own list, whose images lie elsewhere, is known by its lines. Tables with a
// header line are face_rows.cpp's.
#include <algorithm>
#include <filesystem>

#include "core/ascii.hpp"
#include "core/quote.hpp"
#include "dataset/face_readers.hpp"
#include "dataset/image_files.hpp"
#include "io/line_reader.hpp"

namespace emo::dataset {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxLineBytes = 1U << 16U;

struct Entry {
  std::string file, label;
  std::uint64_t line = 0;
};

bool has_raf_name(const Entry& entry) {
  const bool prefix = entry.file.starts_with("train_") || entry.file.starts_with("test_");
  return prefix && entry.file.ends_with(".jpg") && entry.file.find('/') == std::string::npos;
}

bool has_raf_label(const Entry& entry) {
  return entry.label.size() == 1 && entry.label[0] >= '1' && entry.label[0] <= '7';
}

/// Every file is called as RAF-DB's are and most labels are its numbers: a slip among these does not turn the classes
/// into nameless numbers and the test into training. With a 0 the numbers begin there, and are somebody else's.
bool is_raf_list(const std::vector<Entry>& entries) {
  const auto numbered = std::count_if(entries.begin(), entries.end(), has_raf_label);
  return 2 * static_cast<std::size_t>(numbered) > entries.size() &&
         std::all_of(entries.begin(), entries.end(),
                     [](const Entry& entry) { return has_raf_name(entry) && entry.label != "0"; });
}

constexpr std::string_view kBlanks = " \t\r";

/// True for a line that lists nothing: a blank one or a comment.
bool is_aside(std::string_view line) {
  const std::string_view text = core::trimmed(line, kBlanks);
  return text.empty() || text.front() == '#';
}

std::string_view unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return quoted ? text.substr(1, text.size() - 2) : text;
}

/// Where the path of `line` ends: at a tab, else the last comma, else the last blank, where one of them has the name of
/// an image before it the first that does (paths may hold any of them). npos: nowhere.
std::size_t path_end(std::string_view line) {
  if (line.starts_with('"')) {
    const auto quote = line.find('"', 1);
    return quote == std::string_view::npos ? quote : quote + 1;
  }
  std::size_t first = std::string_view::npos;
  for (const std::size_t cut : {line.find('\t'), line.rfind(','), line.rfind(' ')}) {
    if (cut == std::string_view::npos) continue;
    if (is_image_name(core::trimmed(line.substr(0, cut), " \t,"))) return cut;
    if (first == std::string_view::npos) first = cut;
  }
  return first;
}

/// Path and label, without the blanks, commas and quotes around them. False when one of them is missing.
bool split_line(std::string_view line, Entry& entry) {
  line = core::trimmed(line, kBlanks);
  const std::size_t end = path_end(line);
  if (end == std::string_view::npos) return false;
  std::string_view file = line.substr(0, end);
  while (!file.empty() && (file.back() == ',' || file.back() == ' ' || file.back() == '\t')) file.remove_suffix(1);
  entry.file = unquoted(file);
  entry.label = unquoted(core::trimmed(line.substr(end), " \t,"));
  return !entry.file.empty() && !entry.label.empty();
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
    if (is_aside(text)) continue;
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
    if (is_aside(text) && !(*line)->too_long) continue;
    Entry entry;
    entry.line = number;
    if ((*line)->too_long || !split_line(text, entry)) {
      data.rejected.push_back({ErrorCode::kInvalidData, path + ":" + std::to_string(number) +
                                                            ": expected `path label`, not " + core::quoted(text)});
      continue;
    }
    entries.push_back(std::move(entry));
  }
  const bool raf = is_raf_list(entries);
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
