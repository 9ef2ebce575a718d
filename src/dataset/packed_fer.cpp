// FER2013 with FER+'s votes packed into one file of pixels, plain or xz, and one csv of labels, a line per image. It is
// no format of the data's authors; theirs is fer2013_csv.cpp's.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "core/quote.hpp"
#include "dataset/face_readers.hpp"
#include "dataset/xz_file.hpp"
#include "io/file.hpp"
#include "io/rows.hpp"

namespace emo::dataset {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLabels = "fer2013plus_labels.csv";
constexpr const char* kPixels = "fer2013plus_images_48x48_u8.bin";
constexpr std::size_t kImageBytes = std::size_t{kFerSide} * kFerSide;

template <class Number>
std::optional<Number> number_in(const std::map<std::string, std::string>& values, const char* name) {
  const auto found = values.find(name);
  if (found == values.end()) return std::nullopt;
  const std::string& text = found->second;
  Number number{};
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Result<FaceItem> item_of(io::Row& row, const FaceDataOptions& options) {
  FaceItem item;
  item.id = row.text;
  item.row = row.number;
  const auto usage = row.extra.find("usage");
  const auto split = usage == row.extra.end() ? std::nullopt : split_of(usage->second);
  if (!split)
    return Error{ErrorCode::kInvalidData,
                 "column 'usage' holds no split, expected Training, PublicTest or PrivateTest"};
  item.split = *split;
  if (row.labels.empty()) return Error{ErrorCode::kInvalidData, "column 'fer' is empty, expected 0 to 6"};
  EMO_ASSIGN(item.label, named_label(row.labels.front(), fer_classes(), 0));
  EMO_ASSIGN(item.votes, votes_of(row.extra));
  item.group = number_in<std::int64_t>(row.extra, "dup_group").value_or(-1);
  item.train_distance = number_in<double>(row.extra, "train_mae");
  if (options.keep_extra) {
    item.extra = std::move(row.extra);
    item.extra.emplace("fer", item.label);
  }
  return item;
}

Result<std::vector<std::uint8_t>> read_pixels(const fs::path& folder, std::size_t expected) {
  if (!is_file(folder / kPixels)) return read_xz((folder / (std::string(kPixels) + ".xz")).string(), expected);
  const std::string path = (folder / kPixels).string();
  EMO_ASSIGN(const std::string content, io::read_file(path));
  if (content.size() != expected) {
    return Error{ErrorCode::kInvalidData, path + ": " + std::to_string(content.size()) + " bytes, expected " +
                                              std::to_string(expected) + " for the images of " + kLabels};
  }
  return std::vector<std::uint8_t>(content.begin(), content.end());
}

}  // namespace

bool looks_packed(const std::string& folder) {
  const fs::path path(folder);
  return is_file(path / kLabels) && (is_file(path / kPixels) || is_file(path / (std::string(kPixels) + ".xz")));
}

Result<FaceData> read_packed_fer(const std::string& folder, const FaceDataOptions& options) {
  const std::string labels = (fs::path(folder) / kLabels).string();
  io::RowOptions rows;
  rows.text_column = "name";
  rows.text_option.clear();
  rows.label_column = "fer";
  rows.id_column = "";
  rows.require_labels = true;
  EMO_ASSIGN(const auto reader, io::open_rows(labels, rows));
  FaceData data;
  while (auto row = reader->next()) {
    if (!*row) return row->error();  // pixels are found by counting lines: none may be missing
    const std::string place = labels + ":" + std::to_string((*row)->number);
    auto item = item_of(**row, options);
    if (!item) return item.error().at(place);
    item->place = place;
    data.items.push_back(std::move(item).value());
  }
  EMO_ASSIGN(const auto pixels, read_pixels(folder, data.items.size() * kImageBytes));
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    const auto begin = pixels.begin() + static_cast<std::ptrdiff_t>(i * kImageBytes);
    data.items[i].image = vision::Image(kFerSide, kFerSide, 1);
    std::copy_n(begin, kImageBytes, data.items[i].image.pixels.begin());
  }
  data.vote_labels = vote_labels();
  data.labelled_by = kFer2013;
  collect_classes(data, fer_classes());
  return data;
}

}  // namespace emo::dataset
