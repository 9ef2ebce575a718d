// Warnings that go with an evaluation: what its figures cannot say.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "eval/evaluation.hpp"

namespace emo::eval {

/// Sentences about rows without answer, a single class, classes without rows or never predicted, few rows, missing
/// probabilities. Empty when there is nothing to say.
std::vector<std::string> notes_on(const Evaluation& evaluation);

/// Counts rows of the data that could not be used (n_rejected) and adds a note that names the first. `of_a_part`: what
/// is judged is a part of the data, and nobody knows which of them belong to it.
void note_rejected(std::span<const Error> rejected, bool of_a_part, Evaluation& evaluation);

/// Adds a note that names the labels for which rows were dropped (label_map: null), where there are any.
void note_dropped(Evaluation& evaluation);

/// Sets joined_in_order and adds a note that says so. `unread_name`: PredictionFile::unread_row_name; `of_faces`:
/// the data are pictures.
void note_order_alone(const std::string& unread_name, bool of_faces, Evaluation& evaluation);

/// Adds a note on `rows` whose right label has the score 0, where there are any.
void note_zero_scores(std::uint64_t rows, Evaluation& evaluation);

/// Counts what of `data` could not be used (n_rejected) and adds a note on it, and one on each thing passed over. The
/// rows that could not be used are those of every split: what split they are of is not known.
void note_unused(const dataset::FaceData& data, Evaluation& evaluation);

}  // namespace emo::eval
