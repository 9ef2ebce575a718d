// FER2013 as Kaggle published it: emotion,pixels,Usage, and FER+'s votes as a second csv with the same rows. The same
// set packed into bytes is packed_fer.cpp's; what the numbers are called is fer_labels.cpp's.
#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "core/ascii.hpp"
#include "core/quote.hpp"
#include "dataset/face_readers.hpp"
#include "io/line_reader.hpp"
#include "io/rows.hpp"

namespace emo::dataset {
namespace {

constexpr std::size_t kPixels = std::size_t{kFerSide} * kFerSide;
constexpr std::size_t kMaxHeaderBytes = 1U << 16U;

Result<std::vector<std::uint8_t>> parse_pixels(std::string_view text) {
  std::vector<std::uint8_t> pixels;
  pixels.reserve(kPixels);
  const char* at = text.data();
  const char* const end = at + text.size();
  while (true) {
    while (at != end && *at == ' ') ++at;
    if (at == end) break;
    int value = 0;
    const auto [next, code] = std::from_chars(at, end, value);
    if (code != std::errc{} || value < 0 || value > 255 || (next != end && *next != ' ')) {
      return Error{ErrorCode::kInvalidData,
                   "pixel " + std::to_string(pixels.size() + 1) + " starts " +
                       core::quoted(std::string_view(at, static_cast<std::size_t>(end - at)), 12) +
                       ", expected a number from 0 to 255"};
    }
    if (pixels.size() == kPixels) {
      return Error{ErrorCode::kInvalidData, "more than 2304 pixels, expected 48 x 48 = 2304"};
    }
    pixels.push_back(static_cast<std::uint8_t>(value));
    at = next;
  }
  if (pixels.size() != kPixels) {
    return Error{ErrorCode::kInvalidData, std::to_string(pixels.size()) + " pixels, expected 48 x 48 = 2304"};
  }
  return pixels;
}

const std::vector<std::string>& names_of(const FaceDataOptions& options) {
  return options.numbered.empty() ? fer_classes() : options.numbered;
}

Result<FaceItem> item_of(io::Row& row, const FaceDataOptions& options) {
  FaceItem item;
  item.id = row.id;
  item.row = row.number;
  if (!row.labels.empty()) {
    EMO_ASSIGN(item.label, named_label(row.labels.front(), names_of(options), 0));
  }
  if (item.label.empty() && options.require_labels) {
    return Error{ErrorCode::kInvalidData, "no label in column 'emotion'"};
  }
  if (const auto* usage = told_in(row.extra, {"usage"})) {
    const auto split = split_of(usage->second);
    if (!split) {
      return Error{ErrorCode::kInvalidData,
                   "Usage is " + core::quoted(usage->second) + ", expected Training, PublicTest or PrivateTest"};
    }
    item.split = *split;
  }
  if (options.keep_extra) {
    item.extra = row.extra;
    item.extra.emplace("emotion", item.label);
  }
  item.image = vision::Image(kFerSide, kFerSide, 1);
  EMO_ASSIGN(item.image.pixels, parse_pixels(row.text));
  return item;
}

/// How the header, the first line of csv `path`, spells the column called `name` in small letters.
std::optional<std::string> spelling_of(const std::string& path, std::string_view name) {
  auto reader = io::LineReader::open(path, kMaxHeaderBytes);
  if (!reader) return std::nullopt;
  const auto line = reader->next();
  if (!line || !*line) return std::nullopt;
  const auto at = core::lower_ascii((*line)->text).find(name);
  if (at == std::string::npos) return std::nullopt;
  return std::string((*line)->text.substr(at, name.size()));
}

/// The votes of every row of fer2013new.csv; rows without an image name were not voted on.
Result<std::vector<std::vector<std::uint8_t>>> read_votes(const std::string& path) {
  io::RowOptions rows;
  rows.format = io::RowFormat::kCsv;
  rows.text_column = "Image name";
  rows.text_option.clear();
  EMO_ASSIGN(const auto reader, io::open_rows(path, rows));
  std::vector<std::vector<std::uint8_t>> votes;
  while (auto row = reader->next()) {
    if (!*row) return row->error();
    auto counts = votes_of((*row)->extra);
    if (!counts) return counts.error().at(path + ":" + std::to_string((*row)->number));
    votes.push_back((*row)->text.empty() ? std::vector<std::uint8_t>() : std::move(counts).value());
  }
  return votes;
}

Result<void> add_votes(FaceData& data, const std::string& path, std::size_t rows) {
  EMO_ASSIGN(const auto votes, read_votes(path));
  if (votes.size() != rows) {
    return Error{ErrorCode::kInvalidData, path + ": " + std::to_string(votes.size()) +
                                              " rows, expected one for each of the " + std::to_string(rows) +
                                              " images"};
  }
  for (FaceItem& item : data.items) item.votes = votes[static_cast<std::size_t>(std::stoull(item.id))];
  data.vote_labels = vote_labels();
  return {};
}

}  // namespace

bool looks_like_fer2013(const std::string& path) {
  return spelling_of(path, "emotion") && spelling_of(path, "pixels");
}

Result<FaceData> read_fer2013_csv(const std::string& path, const FaceDataOptions& options) {
  io::RowOptions rows;
  rows.format = io::RowFormat::kCsv;
  rows.text_column = spelling_of(path, "pixels").value_or("pixels");
  rows.text_option.clear();
  rows.label_column = spelling_of(path, "emotion").value_or("emotion");
  rows.id_column = "";
  rows.require_labels = options.require_labels;
  EMO_ASSIGN(const auto reader, io::open_rows(path, rows));
  FaceData data;
  std::size_t count = 0, numbers = 0, words = 0;
  while (auto row = reader->next()) {
    const std::size_t index = count++;
    if (!*row) {
      if (io::ends_source(row->error())) return row->error();
      data.rejected.push_back(row->error());
      continue;
    }
    const std::string place = path + ":" + std::to_string((*row)->number);
    auto item = item_of(**row, options);
    if (!item) {
      data.rejected.push_back(item.error().at(place));
      continue;
    }
    // A name that does not stand in the row was told by its number.
    if (!item->label.empty()) ++(item->label == (*row)->labels.front() ? words : numbers);
    item->id = std::to_string(index);
    item->place = place;
    data.items.push_back(std::move(item).value());
  }
  std::string votes = options.votes;
  if (votes.empty()) {
    const auto beside = std::filesystem::path(path).parent_path() / "fer2013new.csv";
    std::error_code ignored;
    if (std::filesystem::is_regular_file(beside, ignored)) votes = beside.string();
  }
  if (!votes.empty()) EMO_TRY(add_votes(data, votes, count));
  // A csv whose labels are words is taken at its word.
  if (numbers >= words) reject_unnamed(names_of(options), data);
  if (options.numbered.empty()) data.labelled_by = kFer2013;
  collect_classes(data, names_of(options));
  return data;
}

}  // namespace emo::dataset
