// The same figures for parts of the data: by source, by length, by any column.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "eval/evaluation.hpp"
#include "eval/prediction_scores.hpp"
#include "io/rows.hpp"

namespace emo::eval {

/// Judges every group of `rows.slices`. A row without a value counts as "(none)". Columns by name; values in natural
/// order ("5-9 words" before "10-19 words"). Intervals as for the whole, with evaluation's seed.
std::vector<SliceColumn> score_slices(const ScoredRows& rows, int bootstrap_samples, const Evaluation& evaluation);

/// Those of `columns` that are among the further columns of a row, `extra`.
std::map<std::string, std::string> chosen_slices(const std::map<std::string, std::string>& extra,
                                                 const std::vector<std::string>& columns);

/// Adds the built-in columns "length" (core::length_bucket()) and "language" of a text, unless there are such columns
/// already.
void add_text_slices(std::string_view text, std::map<std::string, std::string>& slices);

/// Adds the built-in columns of a face: "agreeing votes" (share of the annotators who said what most of them said,
/// from "0-49 %" to "100 %"), "copy in training" ("yes" where the data says that a training image differs by less than
/// kCopyDistance grey levels, "no" otherwise) and "split", each where the data knows it.
void add_face_slices(const dataset::FaceItem& item, std::map<std::string, std::string>& slices);
inline constexpr double kCopyDistance = 14;

/// Takes the built-in "split" off `items` where it has one value only and so tells nothing.
void drop_single_split(std::vector<ScoredItem>& items);

/// kNotFound for the first of `columns` that no row has (and that is not built in); lists those there are.
Result<void> check_slice_columns(std::span<const io::Row> rows, const std::vector<std::string>& columns);
/// The same of faces.
Result<void> check_slice_columns(std::span<const dataset::FaceItem> items, const std::vector<std::string>& columns);

}  // namespace emo::eval
