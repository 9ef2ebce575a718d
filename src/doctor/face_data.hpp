// A labelled set of faces, reduced to what the rules need.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "doctor/data_view.hpp"
#include "doctor/finding.hpp"
#include "emo/error.hpp"
#include "vision/near_copies.hpp"

namespace emo::doctor {

inline constexpr int kFaceSide = vision::kComparedSide;
inline constexpr std::size_t kFacePixels = vision::kComparedPixels;

struct FaceSet {
  DataView view;
  std::vector<std::uint8_t> pixels;    ///< grey, kFaceSide x kFaceSide, row-major [n, kFacePixels]
  std::vector<std::uint64_t> digests;  ///< of the decoded image at its own size: equal = byte-identical pixels
  std::vector<std::vector<std::uint8_t>> votes;  ///< per item, or empty when the data has none
  std::vector<std::string> vote_labels;
  std::string labelled_by;  ///< dataset::FaceData::labelled_by

  [[nodiscard]] std::size_t size() const { return view.items.size(); }
  [[nodiscard]] const std::uint8_t* face(std::size_t item) const { return pixels.data() + item * kFacePixels; }
};

using FaceProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Reads `path` in any layout of dataset::read_face_data and decodes its images. Rows and images that cannot be read
/// become the finding `damaged_items`, faces of one grey `blank_items` (left in: they may have labels), what is passed
/// over `passed_over`. Fills the examination's splits and labels. Errors: as dataset::read_face_data.
Result<FaceSet> read_face_set(const std::string& path, const dataset::FaceDataOptions& options,
                              const FaceProgress& progress, Examination& examination);

}  // namespace emo::doctor
