// Labelled faces in memory: pixels of one size, targets per head, splits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "train/face_config.hpp"
#include "vision/image.hpp"

namespace emo::train {

/// Images of equal size, u8, row-major, channels interleaved.
struct FaceImages {
  std::int64_t height = 48, width = 48, channels = 1;
  std::vector<std::uint8_t> pixels;

  [[nodiscard]] std::size_t bytes_per_image() const { return static_cast<std::size_t>(height * width * channels); }
  [[nodiscard]] std::size_t count() const { return pixels.size() / bytes_per_image(); }
  [[nodiscard]] std::span<const std::uint8_t> image(std::size_t index) const {
    return {pixels.data() + index * bytes_per_image(), bytes_per_image()};
  }
};

/// One of them for the functions of vision.
vision::Image image_of(const FaceImages& images, std::size_t index);

/// What one head is told about one face.
struct FaceLabel {
  std::vector<float> target;  ///< [K], sums to 1; empty = no label
  std::int32_t gold = -1;     ///< the one right class for scores; -1 = not scored
};

struct FaceExample {
  std::size_t image = 0;
  std::size_t source = 0;
  std::string id;                           ///< file or row, for predictions and messages
  std::vector<FaceLabel> labels;            ///< one per head
  std::vector<std::vector<float>> teacher;  ///< probabilities per head; empty = not taught

  /// Whether it says what is right for `head`.
  [[nodiscard]] bool judges(std::size_t head) const { return labels[head].gold >= 0; }
};

struct FaceDataset {
  FaceImages images;
  std::vector<FaceExample> train, dev, test;
  std::size_t dropped = 0;      ///< rows without a usable label, and training rows whose image is in dev or test
  std::vector<Error> rejected;  ///< what could not be read, each naming file or file:line
  std::vector<std::string> passed_over;       ///< dataset::FaceData::passed_over of every source
  std::vector<std::string> classes_left_out;  ///< of heads that take the data's classes: those not to be learnt, told
  /// Of the dev and test images that the data bring themselves: those with a near copy (face_duplicate_groups.hpp) in
  /// train.
  std::size_t judged_near_copies = 0;
  std::vector<std::string> told;  ///< lines for people about what was made of the labels and parts
  std::vector<io::DatasetProvenance> provenance;
  std::vector<std::string> teachers;  ///< lineage of every model that was asked about the training faces
};

/// A face as a reader finds it: a label, or raters' votes, or both votes and an older label.
struct RawFace {
  std::string id;  ///< file or file:line
  dataset::Split split = dataset::Split::kNone;
  std::string label;           ///< as written in the data; empty = none
  std::vector<float> votes;    ///< per RawFaces::vote_labels; empty = none
  std::int32_t majority = -1;  ///< index into vote_labels; -1 = none
  bool has_original = false;   ///< `label` is FER2013's own and belongs to heads named kOriginalHead only
};

/// What a reader makes of one source. `images` holds one image per face, in order.
struct RawFaces {
  FaceImages images;
  std::vector<RawFace> faces;
  std::vector<std::string> vote_labels;
  std::vector<std::string> classes;      ///< every label met
  std::vector<Error> rejected;           ///< what could not be read, each naming file or file:line
  std::vector<std::string> passed_over;  ///< dataset::FaceData::passed_over
  std::vector<std::string> told;         ///< dataset::FaceData::told
};

/// A head of this name takes FER2013's original labels where a set has votes beside them.
inline constexpr const char* kOriginalHead = "fer2013";

/// Fills what the config leaves to the data: without heads there is one, "expression"; a head without labels takes the
/// classes of the data (spellings that differ by case or surrounding blanks alone are one), or the seven of
/// expression_labels() where there are votes, without those that no readable training image is of (their other images
/// have no label then); the size of the network's input where it may grow (see face_input_size.hpp; the source with the
/// smallest pictures decides). Then reads every source (see face_sources.hpp). Training rows whose pixels occur in dev
/// or test are dropped. Without a dev split a stratified share of the training rows is held out, copies of an image
/// staying together, but not the last of a class; with config.test_fraction a second one for the test. Errors:
/// kNotFound, kUsage (test_fraction where the data has a test split), kInvalidData (one such class only: tells what
/// could not be read; a class that the config names, or whose images are copies of held-out ones, without training
/// image: tells where its images are; nothing left to train or judge on).
Result<FaceDataset> load_face_dataset(FaceTrainConfig& config);

}  // namespace emo::train
