// Images -> small grey faces and digests, with damage noted instead of stopped at. Decoding is vision's, layouts are
// dataset's; colour and size are gone from here on, except in the digests.
#include "doctor/face_data.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "core/number_words.hpp"
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

}  // namespace

Result<FaceSet> read_face_set(const std::string& path, const dataset::FaceDataOptions& options,
                              const FaceProgress& progress, Examination& examination) {
  EMO_ASSIGN(auto data, dataset::read_face_data(path, options));
  Finding damaged{"damaged_items",
                  Severity::kWarning,
                  "",
                  0,
                  "items",
                  "Repair or remove them; a trainer either stops there or leaves them out silently.",
                  0,
                  {}};
  Finding blank{
      "blank_items", Severity::kWarning, "", 0, "items", "Remove them: there is no face to learn from.", 0, {}};
  for (const Error& error : data.rejected) damaged.add(evidence_of(error));
  Finding passed_over{"passed_over",
                      Severity::kNote,
                      "Some of what lies in the folders is passed over.",
                      0,
                      "notices",
                      "Move it into a folder of a class if it is data, out of the folder if it is none.",
                      0,
                      {}};
  for (const std::string& told : data.passed_over) passed_over.add({{}, {}, told});

  FaceSet set;
  set.vote_labels = data.vote_labels;
  set.labelled_by = data.labelled_by;
  std::map<std::string, std::uint32_t> label_index;
  for (const std::string& label : data.classes) {
    label_index.emplace(label, static_cast<std::uint32_t>(set.view.labels.size()));
    set.view.labels.push_back(label);
  }
  std::map<dataset::Split, std::uint32_t> split_index;
  std::vector<std::uint64_t> rows, bad;
  const std::string source = std::filesystem::path(path).filename().string();
  for (const auto split :
       {dataset::Split::kTrain, dataset::Split::kDev, dataset::Split::kTest, dataset::Split::kNone}) {
    if (std::none_of(data.items.begin(), data.items.end(), [&](const auto& item) { return item.split == split; })) {
      continue;
    }
    split_index.emplace(split, static_cast<std::uint32_t>(set.view.splits.size()));
    const std::string name = split == dataset::Split::kNone ? "all" : std::string(dataset::name_of(split));
    set.view.splits.push_back({name, source, role_of(split)});
  }
  rows.resize(set.view.splits.size(), 0);
  bad.resize(set.view.splits.size(), 0);

  // Split after split, as DataView wants it.
  std::stable_sort(data.items.begin(), data.items.end(),
                   [&](const auto& a, const auto& b) { return split_index.at(a.split) < split_index.at(b.split); });
  std::uint64_t done = 0;
  for (auto& item : data.items) {
    if (progress) progress(done, data.items.size());
    ++done;
    const std::uint32_t s = split_index.at(item.split);
    ++rows[s];
    if (!item.file.empty()) {
      auto decoded = vision::decode_image_file(item.file, {});
      if (!decoded) {
        ++bad[s];
        damaged.add({{item.id.empty() ? item.file : item.id, item.row},
                     {},
                     std::string(error_info(decoded.error().code).name)});
        continue;
      }
      item.image = std::move(decoded).value();
    }
    DataItem entry{s, item.row, {}, item.file.empty() ? "" : item.id, item.id};
    if (!item.label.empty()) entry.labels.push_back(label_index.at(item.label));
    set.digests.push_back(vision::pixel_hash(item.image));
    const vision::Image small = vision::resize(vision::to_grey(item.image), kFaceSide, kFaceSide);
    set.pixels.insert(set.pixels.end(), small.pixels.begin(), small.pixels.end());
    set.view.items.push_back(std::move(entry));
    if (is_blank(set.face(set.size() - 1))) blank.add({set.view.place(set.size() - 1), {}, ""});
    if (!data.vote_labels.empty()) set.votes.push_back(std::move(item.votes));
    item.image = {};
  }
  for (std::size_t s = 0; s < rows.size(); ++s) {
    examination.splits.push_back({set.view.splits[s].name, source, rows[s], bad[s]});
  }
  examination.labels = set.view.labels;
  damaged.message = core::counted(damaged.evidence_count, "item cannot be read.", "items cannot be read.");
  examination.add_counted(std::move(damaged));
  blank.message = core::counted(blank.evidence_count, "face is of one grey.", "faces are of one grey.");
  examination.add_counted(std::move(blank));
  examination.add_counted(std::move(passed_over));
  return set;
}

}  // namespace emo::doctor
