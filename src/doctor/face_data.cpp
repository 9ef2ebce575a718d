// Images -> small grey faces and digests, with damage noted instead of stopped at. Decoding is vision's, layouts are
// dataset's; colour and size are gone from here on, except in the digests.
#include "doctor/face_data.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "core/number_words.hpp"
#include "core/without_folders.hpp"
#include "dataset/image_files.hpp"
#include "vision/decode.hpp"
#include "vision/hash.hpp"
#include "vision/transform.hpp"

namespace emo::doctor {
namespace {

constexpr int kBlankRange = 8;  // grey levels between the darkest and the brightest pixel

bool is_blank(const std::uint8_t* face) {
  const auto [low, high] = std::minmax_element(face, face + kFacePixels);
  return *high - *low < kBlankRange;
}

/// File and line of an error that begins with "file:line: "; the code alone otherwise.
Evidence evidence_of(const Error& error) {
  Evidence evidence{{"", 0}, {}, std::string(error_info(error.code).name)};
  const std::size_t colon = error.message.find(": ");
  if (colon == std::string::npos) return evidence;
  const std::string place = error.message.substr(0, colon);
  const std::size_t line = place.rfind(':');
  evidence.place.file = place;
  if (line != std::string::npos) {
    const std::uint64_t number = std::strtoull(place.c_str() + line + 1, nullptr, 10);
    if (number > 0) evidence.place = {std::filesystem::path(place.substr(0, line)).filename().string(), number};
  }
  return evidence;
}

/// True where the data name the item by its picture, as folders and lists do; rows of a table have a number or any id.
bool is_named_by_picture(const dataset::FaceItem& item) {
  return !item.file.empty() && (item.row == 0 || dataset::is_image_name(item.id));
}

/// An item whose picture cannot be read: that picture, or the row of `source` that has it.
Evidence unreadable(const dataset::FaceItem& item, const std::string& source, ErrorCode code) {
  const std::string what(error_info(code).name);
  if (is_named_by_picture(item)) return {{item.id.empty() ? item.file : item.id, item.row}, {}, what};
  return {{source, item.row}, {}, std::filesystem::path(item.file).filename().string() + ": " + what};
}

/// The splits that `items` are in, in the order of DataView.
std::vector<dataset::Split> splits_in(const std::vector<dataset::FaceItem>& items) {
  std::vector<dataset::Split> splits;
  for (const auto split :
       {dataset::Split::kTrain, dataset::Split::kDev, dataset::Split::kTest, dataset::Split::kNone}) {
    if (std::any_of(items.begin(), items.end(), [&](const auto& item) { return item.split == split; })) {
      splits.push_back(split);
    }
  }
  return splits;
}

/// `sentences` of the reader, as they are.
Finding notices(const char* code, const char* message, const char* fix, const std::vector<std::string>& sentences) {
  Finding finding{.code = code, .severity = Severity::kNote, .message = message, .measure = "notices", .fix = fix};
  for (const std::string& sentence : sentences) finding.add({{}, {}, sentence});
  return finding;
}

/// Takes what was listed, then its items one after the other, and notes what is wrong with them.
class FaceIntake {
 public:
  FaceIntake(const dataset::FaceData& data, const std::string& source) : splits_(splits_in(data.items)) {
    set_.vote_labels = data.vote_labels;
    set_.labelled_by = data.labelled_by;
    for (const std::string& label : data.classes) {
      label_index_.emplace(label, static_cast<std::uint32_t>(set_.view.labels.size()));
      set_.view.labels.push_back(label);
    }
    for (const auto split : splits_) {
      const std::string name = split == dataset::Split::kNone ? "all" : std::string(dataset::name_of(split));
      set_.view.splits.push_back({name, source, role_of(split)});
      summaries_.push_back({name, source});
    }
    for (const Error& error : data.rejected) damaged_.add(evidence_of(error));
  }

  /// The place of an item's split in the view. Precondition: the item is one of the data.
  [[nodiscard]] std::uint32_t split_of(const dataset::FaceItem& item) const {
    return static_cast<std::uint32_t>(std::find(splits_.begin(), splits_.end(), item.split) - splits_.begin());
  }

  /// Items come split after split, as DataView wants them. The picture is let go.
  void add(dataset::FaceItem& item) {
    const std::uint32_t s = split_of(item);
    ++summaries_[s].rows;
    if (!item.file.empty()) {
      auto decoded = vision::decode_image_file(item.file, {});
      if (!decoded) {
        ++summaries_[s].damaged;
        damaged_.add(unreadable(item, summaries_[s].file, decoded.error().code));
        return;
      }
      item.image = std::move(decoded).value();
    }
    reduce(item.image);
    DataItem entry{s, item.row, {}, is_named_by_picture(item) ? item.id : "", item.id};
    if (!item.label.empty()) entry.labels.push_back(label_index_.at(item.label));
    set_.view.items.push_back(std::move(entry));
    if (is_blank(set_.face(set_.size() - 1))) blank_.add({set_.view.place(set_.size() - 1), {}, ""});
    if (!set_.vote_labels.empty()) set_.votes.push_back(std::move(item.votes));
    item.image = {};
  }

  /// Tells all of it, and hands out the set; nothing may be added after it.
  FaceSet finish(Examination& examination) {
    examination.splits.insert(examination.splits.end(), summaries_.begin(), summaries_.end());
    unite_spellings(set_.view);
    examination.labels = set_.view.labels;
    damaged_.message = core::counted(damaged_.evidence_count, "item cannot be read.", "items cannot be read.");
    examination.add_counted(std::move(damaged_));
    blank_.message = core::counted(blank_.evidence_count, "face is of one grey.", "faces are of one grey.");
    examination.add_counted(std::move(blank_));
    return std::move(set_);
  }

 private:
  void reduce(const vision::Image& image) {
    set_.digests.push_back(vision::pixel_hash(image));
    const vision::Image small = vision::resize(vision::to_grey(image), kFaceSide, kFaceSide);
    set_.pixels.insert(set_.pixels.end(), small.pixels.begin(), small.pixels.end());
  }

  FaceSet set_;
  std::vector<dataset::Split> splits_;   // of the view, in its order
  std::vector<SplitSummary> summaries_;  // of the same
  std::map<std::string, std::uint32_t> label_index_;
  Finding damaged_{.code = "damaged_items",
                   .severity = Severity::kWarning,
                   .measure = "items",
                   .fix = "Repair or remove them; a trainer either stops there or leaves them out silently."};
  Finding blank_{.code = "blank_items",
                 .severity = Severity::kWarning,
                 .measure = "items",
                 .fix = "Remove them: there is no face to learn from."};
};

}  // namespace

Result<FaceSet> read_face_set(const std::string& path, const dataset::FaceDataOptions& options,
                              const FaceProgress& progress, Examination& examination) {
  EMO_ASSIGN(auto data, dataset::read_face_data(path, options));
  FaceIntake intake(data, core::last_part(path));
  std::stable_sort(data.items.begin(), data.items.end(),
                   [&](const auto& a, const auto& b) { return intake.split_of(a) < intake.split_of(b); });
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    if (progress) progress(i, data.items.size());
    intake.add(data.items[i]);
  }
  FaceSet set = intake.finish(examination);
  examination.add_counted(notices("passed_over", "Some of what lies in the folders is passed over.",
                                  "Move it into a folder of a class if it is data, out of the folder if it is none.",
                                  data.passed_over));
  examination.add_counted(notices("understood_as", "Labels or parts of the data were understood so.",
                                  "Nothing, if that is what they mean.", data.told));
  return set;
}

}  // namespace emo::doctor
