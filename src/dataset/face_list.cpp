// List files: `path label` a line. RAF-DB's own list, whose images lie elsewhere, is known by its lines. Tables with a
// header line are face_rows.cpp's.
#include <algorithm>
#include <array>
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

constexpr std::string_view kTrainPrefix = "train_";
constexpr std::array<std::string_view, 4> kCompoundOnly{"8", "9", "10", "11"};

/// RAF-DB's lists name no folders; those that people make of them may.
std::string_view name_in_folder(const Entry& entry) {
  const std::string_view file = entry.file;
  return file.substr(file.rfind('/') + 1);  // npos + 1 is 0
}

bool is_raf_training(const Entry& entry) {
  return name_in_folder(entry).starts_with(kTrainPrefix);
}

bool has_raf_name(const Entry& entry) {
  const std::string_view name = name_in_folder(entry);
  return (is_raf_training(entry) || name.starts_with("test_")) && name.ends_with(".jpg");
}

bool has_raf_label(const Entry& entry) {
  return entry.label.size() == 1 && entry.label[0] >= '1' && entry.label[0] <= '7';
}

/// What of a list is RAF-DB's.
struct RafList {
  bool files = false;   ///< the names say where the images lie and which split they are in
  bool labels = false;  ///< the numbers are those of its seven basic emotions
};

/// RAF-DB's compound emotions are 1 to 11, in a list of the same name: its 1 is no surprise.
bool has_compound_labels(const std::vector<Entry>& entries) {
  return std::all_of(kCompoundOnly.begin(), kCompoundOnly.end(), [&](std::string_view number) {
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.label == number; });
  });
}

bool is_number(const Entry& entry) {
  return std::all_of(entry.label.begin(), entry.label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The labels are RAF-DB's where every file is called as its files are and most labels are its numbers: a slip among
/// these does not turn the classes into nameless numbers. With a 0 the numbers begin there (many count them anew), and
/// with 8 to 11 they are its compound emotions: its files and splits these are all the same, and its test stays one.
RafList raf_list(const std::vector<Entry>& entries) {
  if (!std::all_of(entries.begin(), entries.end(), has_raf_name)) return {};
  const auto count = [&](const auto& holds) {
    return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), holds));
  };
  const bool zero = count([](const Entry& entry) { return entry.label == "0"; }) > 0;
  const auto train = count(is_raf_training);
  RafList list;
  list.labels = !zero && !has_compound_labels(entries) && 2 * count(has_raf_label) > entries.size();
  list.files = list.labels || (2 * count(is_number) > entries.size() && train > 0 && train < entries.size());
  return list;
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
      data.rejected.push_back(
          {ErrorCode::kInvalidData, path + ":" + std::to_string(number) + ": " +
                                        ((*line)->too_long ? "the line is too long, expected `path label`"
                                                           : "expected `path label`, not " + core::quoted(text))});
      continue;
    }
    entries.push_back(std::move(entry));
  }
  const RafList raf = raf_list(entries);
  const fs::path base = options.images.empty() ? fs::path(path).parent_path() : fs::path(options.images);
  for (const Entry& entry : entries) {
    FaceItem item;
    item.id = entry.file;
    item.row = entry.line;
    item.place = path + ":" + std::to_string(entry.line);
    item.label = entry.label;
    if (raf.files) {
      item.file = raf_image(base, entry.file);
      item.split = is_raf_training(entry) ? Split::kTrain : Split::kTest;
    } else {
      item.file = listed_picture(base, entry.file);
    }
    data.items.push_back(std::move(item));
  }
  if (raf.labels) {
    name_numbers(options.numbered.empty() ? raf_classes() : options.numbered, 1, data);
  } else {
    name_numbers(options.numbered, data);
  }
  collect_classes(data, raf.labels && options.numbered.empty() ? raf_classes() : options.numbered);
  return data;
}

}  // namespace emo::dataset
