// csv, tsv and jsonl with an image and a label column, and a split where a column names one. FER2013's csv, which
// holds its pixels itself, is fer2013_csv.cpp's.
#include <filesystem>
#include <utility>

#include "core/quote.hpp"
#include "dataset/face_readers.hpp"
#include "io/rows.hpp"

namespace emo::dataset {
namespace {

namespace fs = std::filesystem;

Result<FaceItem> item_of(io::Row& row, const fs::path& base, const FaceDataOptions& options) {
  FaceItem item;
  item.row = row.number;
  item.id = row.id;
  if (row.text.empty()) {
    return Error{ErrorCode::kInvalidData, "column " + core::quoted(options.image_column) + " is empty"};
  }
  item.file = listed_picture(base, row.text);
  if (row.labels.size() > 1) {
    return Error{ErrorCode::kInvalidData, std::to_string(row.labels.size()) + " labels, expected one"};
  }
  if (!row.labels.empty()) {
    item.label = std::move(row.labels.front());
  }
  if (item.label.empty() && options.require_labels) {
    return Error{ErrorCode::kInvalidData, "no label in column " + core::quoted(options.label_column)};
  }
  if (const auto* column = told_in(row.extra, {"split", "usage"})) {
    const auto known = split_of(column->second);
    if (!known) {
      return Error{ErrorCode::kInvalidData,
                   column->first + " is " + core::quoted(column->second) + ", expected train, val or test"};
    }
    item.split = *known;
  }
  if (options.keep_extra) item.extra = std::move(row.extra);
  return item;
}

}  // namespace

Result<FaceData> read_face_rows(const std::string& path, const FaceDataOptions& options) {
  io::RowOptions rows;
  rows.text_column = options.image_column;
  rows.text_option = "--image-column";
  rows.label_column = options.label_column;
  rows.require_labels = options.require_labels;
  rows.label_column_named = options.label_column_named;
  auto opened = io::open_rows(path, rows);
  if (!opened && has_column(path, "pixels") && !has_column(path, options.image_column)) {
    return Error{ErrorCode::kInvalidData, path +
                                              ": pixels are read from a csv as FER2013's, with the columns emotion "
                                              "(the label), pixels and, where it has parts, Usage, between commas"};
  }
  if (!opened) return opened.error();
  const auto reader = std::move(*opened);
  const fs::path base = options.images.empty() ? fs::path(path).parent_path() : fs::path(options.images);
  FaceData data;
  PartsByColumn parts;
  while (auto row = reader->next()) {
    if (!*row) {
      if (io::ends_source(row->error())) return row->error();
      data.rejected.push_back(row->error());
      continue;
    }
    const std::string place = path + ":" + std::to_string((*row)->number);
    parts.add((*row)->extra);
    auto item = item_of(**row, base, options);
    if (!item) {
      data.rejected.push_back(item.error().at(place));
      continue;
    }
    item->place = place;
    data.items.push_back(std::move(item).value());
    parts.kept();
  }
  EMO_TRY(parts.apply(data));
  name_numbers(options.numbered, data);
  collect_classes(data, options.numbered);
  return data;
}

}  // namespace emo::dataset
