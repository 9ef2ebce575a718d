// What lies at a path: texts, faces or a run.
#pragma once

#include <cstdint>
#include <string>

#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::doctor {

enum class Subject : std::uint8_t { kText, kFaces, kRun };

/// A folder with args.json, log.jsonl, results.csv, metrics.json or predictions.jsonl is a run (or evaluation); one
/// with train/dev/test files of rows is text; any other folder is faces. A file is faces when its first lines name a
/// column or member as pictures have ("image", "img_path", "pixels", …) or hold the path of a picture in a field, and
/// no column is called options.text_column; or when it is a list of `picture label` lines
/// (dataset::looks_like_face_list; options.format must be kAuto). Else it is text. Errors: kNotFound, kIo;
/// kInvalidInput for a folder of folders with a text data set each.
Result<Subject> subject_of(const std::string& path, const io::RowOptions& options);

}  // namespace emo::doctor
