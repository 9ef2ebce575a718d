// FER2013 as Kaggle published it: emotion,pixels,Usage, and FER+'s votes as a second csv with the same rows. The same
// set packed into bytes is packed_fer.cpp's; what the numbers are called is fer_labels.cpp's.
#include <algorithm>
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
  if (!row.labels.empty()) item.label = core::trimmed(row.labels.front(), " \t");
  if (item.label.empty() && options.require_labels) {
    return Error{ErrorCode::kInvalidData, "no label in column 'emotion'"};
  }
  if (const auto* usage = told_in(row.extra, {"usage"})) {
    const auto split = split_of(core::trimmed(usage->second, " \t"));
    if (!split) {
      return Error{ErrorCode::kInvalidData, usage->first + " is " + core::quoted(usage->second) +
                                                ", expected Training, PublicTest or PrivateTest"};
    }
    item.split = *split;
  } else if (const auto* named = told_in(row.extra, {"split"})) {  // which may mean something else
    item.split = split_of(core::trimmed(named->second, " \t")).value_or(Split::kNone);
  }
  if (options.keep_extra) item.extra = row.extra;
  item.image = vision::Image(kFerSide, kFerSide, 1);
  EMO_ASSIGN(item.image.pixels, parse_pixels(row.text));
  return item;
}

/// How the header, the first line of csv `path`, spells the column called `name` in small letters: the icml copy of the
/// set has a blank before its names.
std::optional<std::string> spelling_of(const std::string& path, std::string_view name) {
  auto reader = io::LineReader::open(path, kMaxHeaderBytes);
  if (!reader) return std::nullopt;
  const auto line = reader->next();
  if (!line || !*line) return std::nullopt;
  std::string_view rest = (*line)->text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find_first_of(",;"), rest.size());
    const std::string_view field = core::trimmed(rest.substr(0, end), " \t\r\"");
    if (core::lower_ascii(field) == name) return std::string(field);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::nullopt;
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

/// Numbers get their names. A csv whose labels are words is taken at its word.
Result<void> name_labels(const std::string& path, const FaceDataOptions& options, FaceData& data) {
  const auto numbers = std::count_if(data.items.begin(), data.items.end(),
                                     [](const FaceItem& item) { return number_of(item.label).has_value(); });
  const auto labels =
      std::count_if(data.items.begin(), data.items.end(), [](const FaceItem& item) { return !item.label.empty(); });
  if (!options.numbered.empty()) {
    name_numbers(options.numbered, data);
  } else if (!has_number(data, 0) && has_number(data, 1) && has_number(data, static_cast<int>(fer_classes().size()))) {
    return Error{ErrorCode::kInvalidData,
                 path +
                     ": its labels begin with 1 and FER2013's with 0, so they are other classes, or in another "
                     "order: name them, the first for 1, with --class-names a,b,c (in training --classes)"};
  } else {
    if (!has_number(data, 0) && numbers > 0) {
      data.told.push_back("numbers of the labels, as FER2013 has them: " + numbers_in_words(fer_classes(), 0, data));
    }
    name_numbers(fer_classes(), 0, data);
  }
  if (2 * numbers >= labels) reject_unnamed(names_of(options), data);
  for (FaceItem& item : data.items) {
    if (options.keep_extra) item.extra.emplace("emotion", item.label);
  }
  return {};
}

}  // namespace

bool looks_like_fer2013(const std::string& path) {
  return has_column(path, "emotion") && has_column(path, "pixels");
}

bool has_column(const std::string& path, std::string_view name) {
  return spelling_of(path, core::lower_ascii(name)).has_value();
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
  PartsByColumn parts;
  std::size_t count = 0;
  while (auto row = reader->next()) {
    const std::size_t index = count++;
    if (!*row) {
      if (io::ends_source(row->error())) return row->error();
      data.rejected.push_back(row->error());
      continue;
    }
    const std::string place = path + ":" + std::to_string((*row)->number);
    parts.add((*row)->extra);
    auto item = item_of(**row, options);
    if (!item) {
      data.rejected.push_back(item.error().at(place));
      continue;
    }
    item->id = std::to_string(index);
    item->place = place;
    data.items.push_back(std::move(item).value());
    parts.kept();
  }
  EMO_TRY(parts.apply(data));
  EMO_TRY(name_labels(path, options, data));
  std::string votes = options.votes;
  if (votes.empty()) {
    const auto beside = std::filesystem::path(path).parent_path() / "fer2013new.csv";
    std::error_code ignored;
    if (std::filesystem::is_regular_file(beside, ignored)) votes = beside.string();
  }
  if (!votes.empty()) EMO_TRY(add_votes(data, votes, count));
  if (options.numbered.empty()) data.labelled_by = kFer2013;
  collect_classes(data, names_of(options));
  return data;
}

}  // namespace emo::dataset
