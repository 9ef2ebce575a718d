// Reading and choosing of labelled faces for `emo eval` and `emo calibrate`. No model is run here; layouts are
// dataset's, and training chooses by its own configuration.
#include "face_data.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "console/number_range.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "problem_list.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

constexpr const char* kWhole = "all";  // a --split that is no part

void report_unused(const dataset::FaceData& data, const Context& context) {
  tell_rejected(data.rejected, context);
  tell_passed_over(data.passed_over, context);
  if (context.global.quiet) return;
  for (const std::string& told : data.told) std::fprintf(stderr, "emo: %s\n", shown_line(told).c_str());
}

std::uint64_t count_of(const dataset::FaceData& data, dataset::Split part) {
  return static_cast<std::uint64_t>(
      std::count_if(data.items.begin(), data.items.end(), [&](const auto& item) { return item.split == part; }));
}

/// The name of the first of `usual` that `data` have, "" where they have none.
std::string usual_part(const dataset::FaceData& data, const std::string& path,
                       std::initializer_list<dataset::Split> usual, const Context& context) {
  const auto* const part = std::find_if(usual.begin(), usual.end(), [&](auto one) { return count_of(data, one) > 0; });
  if (part == usual.end()) return {};
  std::string name(*part == dataset::Split::kDev ? "val" : dataset::name_of(*part));  // as faces' folders call it
  const std::uint64_t taken = count_of(data, *part);
  if (taken < data.items.size() && !context.global.quiet) {
    std::fprintf(stderr, "emo: %s has parts; taken are the faces of '%s', %s of %s (--split takes another, or all)\n",
                 core::for_terminal(path).c_str(), name.c_str(), core::grouped(taken).c_str(),
                 core::grouped(data.items.size()).c_str());
  }
  return name;
}

/// Figures of what a model may have learnt are too good.
void tell_training_faces(const dataset::FaceData& data, const Context& context) {
  const auto learnt = count_of(data, dataset::Split::kTrain);
  if (learnt == 0 || context.global.quiet) return;
  std::fprintf(stderr, "emo: %s of the %s are in the training split; --split takes one part: train, val, test\n",
               core::grouped(learnt).c_str(), core::counted(data.items.size(), "face", "faces").c_str());
}

}  // namespace

void add_face_data_options(CLI::App& command, FaceDataChoice& choice, const std::string& rule_option) {
  constexpr const char* kGroup = "Labelled faces";
  command
      .add_option(rule_option, choice.labels,
                  "fer: the data's own labels (default); votes-majority: more than half of FER+'s votes, 7 classes; "
                  "votes-majority-8: with contempt")
      ->check(CLI::IsMember({"fer", "votes-majority", "votes-majority-8"}))
      ->type_name("RULE")
      ->group(kGroup);
  command.add_option("--votes", choice.reading.votes, "FER+'s fer2013new.csv (default: beside the FER2013 csv)")
      ->check(check_name)
      ->type_name("FILE")
      ->group(kGroup);
  command
      .add_option("--min-train-distance", choice.min_train_distance,
                  "Leave out faces nearer to a training image than this mean grey difference, where the data says")
      ->check(console::number_from(0, 255))
      ->type_name("X")
      ->group(kGroup);
  command.add_option("--images", choice.reading.images, "Folder of a list's relative paths (default: the list's)")
      ->check(check_name)
      ->type_name("DIR")
      ->group(kGroup);
  command.add_option("--image-column", choice.reading.image_column, "Column or member with the path")
      ->check(check_name)
      ->capture_default_str()
      ->group(kGroup);
  command
      .add_option("--class-names", choice.reading.numbered, "Names of the labels 0, 1, 2… (or 1, 2, 3…) of the data")
      ->delimiter(',')
      ->type_name("a,b,c")
      ->group(kGroup);
}

Result<dataset::FaceData> load_faces(const FaceDataChoice& choice, const std::string& path, std::string& split,
                                     std::initializer_list<dataset::Split> usual, const Context& context) {
  EMO_ASSIGN(auto data, dataset::read_face_data(path, choice.reading));
  report_unused(data, context);
  const bool unsaid = split.empty();
  if (unsaid) split = usual_part(data, path, usual, context);
  const bool whole = split.empty() || split == kWhole;
  if (!whole) {
    const auto part = dataset::split_of(split);
    if (!part) {
      return Error{ErrorCode::kUsage, "unknown split '" + split +
                                          "', expected train, val, test, Training, PublicTest, PrivateTest or all"};
    }
    dataset::keep_split(data, *part);
    if (data.items.empty()) {
      return Error{ErrorCode::kInvalidData, path + ": no face is in split '" + split + "'"};
    }
  }
  // Who takes no part by default asks later which one is meant.
  if (usual.size() > 0 && (whole || unsaid)) tell_training_faces(data, context);
  if (choice.min_train_distance) {
    dataset::leave_out(data, [&](const dataset::FaceItem& item) {
      return item.train_distance && *item.train_distance < *choice.min_train_distance;
    });
    if (data.items.empty()) {
      return Error{ErrorCode::kInvalidData, path + ": every face is nearer to a training image than that"};
    }
  }
  if (choice.labels != "fer") {
    EMO_ASSIGN(const std::size_t dropped, dataset::label_by_majority(data, choice.labels == "votes-majority"));
    if (!context.global.quiet) {
      std::fprintf(stderr, "emo: %s without a majority of votes for one of the classes left out\n",
                   core::counted(dropped, "face", "faces").c_str());
    }
  }
  return data;
}

}  // namespace emo::cli
