// Labelled faces as the commands that judge a model take them: where they lie, which part, which labels.
#pragma once

#include <CLI/CLI.hpp>
#include <initializer_list>
#include <optional>
#include <string>

#include "cli.hpp"
#include "dataset/face_dataset.hpp"
#include "dataset/split.hpp"
#include "emo/error.hpp"

namespace emo::cli {

struct FaceDataChoice {
  std::string labels = "fer";  ///< fer, votes-majority or votes-majority-8
  dataset::FaceDataOptions reading;
  std::optional<double> min_train_distance;
};

/// Adds the option that chooses the labels under the name `rule_option`, and --votes, --min-train-distance, --images,
/// --image-column and --class-names. The column of the labels is the command's own affair.
void add_face_data_options(CLI::App& command, FaceDataChoice& choice, const std::string& rule_option = "--labels");

/// The faces at `path` that are in `split` and not too near to training, with the labels chosen. Where `split` is empty
/// they are those of the first of `usual` that occurs, which is told, and `split` is then named after it; else, and for
/// "all", all. Rows that cannot be used and what is passed over are told on standard error. Errors: as
/// dataset::read_face_data; kUsage for an unknown split, kInvalidData when nothing is left.
Result<dataset::FaceData> load_faces(const FaceDataChoice& choice, const std::string& path, std::string& split,
                                     std::initializer_list<dataset::Split> usual, const Context& context);

}  // namespace emo::cli
