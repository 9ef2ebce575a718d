// Everything that decides a face training run: read from a config file and flags, written to args.json.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/image_network.hpp"
#include "emo/error.hpp"
#include "train/head_plan.hpp"
#include "train/precision.hpp"

namespace emo::train {

/// How a labelled set of faces is stored; see dataset/face_dataset.hpp for each.
enum class FaceFormat : std::uint8_t { kAuto, kFolders, kFerCsv, kFerPlus, kList, kRows };
/// How several raters' votes become a target: their shares; 1 for a class with more than half of the votes (others are
/// left out); or a label drawn from the shares anew in every epoch.
enum class VoteTarget : std::uint8_t { kProbability, kMajority, kDrawn };
enum class OptimizerKind : std::uint8_t { kAdamW, kSgd, kSam };
/// What a teacher is asked about: each training picture as it is and mirrored, once, before training; or every random
/// view, before light, lenses and codecs spoil it (Beyer et al. 2022: the two then agree on a function, not on rows).
enum class TeacherView : std::uint8_t { kPlain, kRandom };
/// The development figure of the first head that decides which epoch is best. kCalibratedLoss: of those whose loss
/// after calibration is the lowest within its standard error the last.
enum class Selection : std::uint8_t { kMacroF1, kAccuracy, kLoss, kCalibratedLoss };

/// One labelled set of faces and the heads that it teaches.
struct FaceSourcePlan {
  std::string name, licence;
  std::string path;        ///< file or folder
  std::string images;      ///< kList: folder of the images, default that of the list
  std::string votes_file;  ///< kFerCsv: FER+'s fer2013new.csv
  std::string image_column = "image", label_column = "label";  ///< kRows
  std::vector<std::string> numbered;  ///< names of labels that are numbers 0, 1, 2…; empty = the layout's own
  FaceFormat format = FaceFormat::kAuto;
  std::vector<std::string> heads;  ///< names; empty = every head
  double repeat = 1.0;             ///< expected copies of each row per epoch
};

/// What cards and manifests call it: its name, or else the last part of its path.
std::string shown_name(const FaceSourcePlan& source);

/// Random changes of training images. Probabilities are per image.
struct FaceAugmentation {
  double flip = 0.5;
  double rotate = 15;            ///< degrees, either way
  double scale = 0.2;            ///< natural logarithm of the zoom, either way
  double shift = 0.08;           ///< share of the side, either way
  double light = 0.5;            ///< probability of gamma and contrast changes
  double gamma = 0.35;           ///< natural logarithm, either way
  double contrast = 0.35;        ///< natural logarithm, either way
  double brightness = 0.3;       ///< probability of an offset, clipped to 0..255
  double brightness_range = 90;  ///< grey levels, either way
  double low_resolution = 0.25;  ///< probability of going down to a random side in [low_side, 40] of 48 and back
  double low_side = 16;
  double blur = 0.1, noise = 0.15, jpeg = 0.15;  ///< probabilities
  double erase = 0.15;                           ///< probability of one grey rectangle of 2-12 % of the area
  double mixup = 0.0, cutmix = 0.0;              ///< probabilities per batch, until `mix_until`
  double mix_until = 0.75;                       ///< share of the run
  double random_ops = 0.0;        ///< RandAugment: probability of two drawn operations of `random_magnitude`
  double random_magnitude = 0.5;  ///< 0..1
};

/// The side of training images from `from` (share of the run) on.
struct SideStage {
  double from = 0;
  std::int64_t side = 48;
};

/// Of SGD and SAM, where a config says nothing.
inline constexpr double kL2WeightDecay = 5e-4;

struct FaceTrainConfig {
  std::string name = "face-model", version = "1.0.0";
  std::string init;                      ///< bundle to start from; empty = fresh weights
  core::ImageArchitecture architecture;  ///< of a fresh network; of a bundle when `init` is given
  std::vector<std::int64_t> widen;       ///< channels per stage that the bundle's network grows to; empty = as it is
  std::vector<HeadPlan> heads;
  std::vector<FaceSourcePlan> sources;
  VoteTarget votes = VoteTarget::kProbability;
  std::int64_t input_side = 0;     ///< of the network's input, whatever the start's is; 0 = as it is
  std::vector<SideStage> sides;    ///< empty = the architecture's own all along
  std::int64_t grow_input_to = 0;  ///< largest side that the input may grow to for larger pictures; 0 = as it is
  OptimizerKind optimizer = OptimizerKind::kAdamW;
  Selection select = Selection::kMacroF1;
  std::int64_t epochs = 30, batch = 64;
  double max_minutes = 0;       ///< > 0: the schedule is shaped to end then
  std::int64_t most_views = 0;  ///< > 0: `epochs` are lowered to so many training images in all (epochs_within)
  double learning_rate = 5e-3, rate_floor = 0.01, warmup = 0.03, weight_decay = 0.05, clip_norm = 5.0, ema = 0.999;
  double momentum = 0.9, sam_radius = 0.05;
  double head_rate_scale = 1.0;  ///< of the heads' rate
  double stage_decay = 1.0;      ///< rate of a stage = that of the next one times this
  double freeze = 0.0;           ///< share of the run in which only the heads are trained
  bool gradual = false;          ///< then unfreeze stage by stage, over as long again, instead of all at once
  double margin = 0;             ///< of the exported bundle; 0 = that of the bundle it starts from, else 1
  bool flip_average = false;     ///< the exported bundle averages over the face and its mirror image
  double dev_fraction = 0.1;     ///< kept for development when the data has no such split
  double test_fraction = 0;      ///< kept for one test after the export, of data without a test split; 0 = none
  double balance = 0.0;          ///< rows are drawn with probability frequency^-balance of their class; 0 = once each
  FaceAugmentation augmentation;
  std::vector<std::string> teachers;  ///< bundles whose heads of the same name are imitated
  TeacherView teacher_view = TeacherView::kPlain;
  double distill_weight = 0.5, distill_temperature = 2.0;
  /// Of the start's weights in the exported ones, the rest being what was trained; of several the one that the
  /// development faces like best (mix_with_start). Empty = 0.
  std::vector<double> start_shares;
  std::int64_t patience = 0;
  Precision precision = Precision::kFloat32;
  std::int64_t seed = 1, threads = 0;  ///< 0 = all cores
  std::int64_t split_seed = 0;         ///< which rows are held out; 0 = as `seed`
  bool int8 = true;
};

/// Whether `network` is one that takes a head. Errors: kInvalidData, naming those that do.
Result<void> check_trainable(const std::string& network);

/// Reads a config (JSON object; every key optional except sources). Relative paths are taken from `base_directory`, but
/// for names of bundles (resolve_bundle()). Unknown keys are errors that name the nearest known key. Errors:
/// kInvalidData with the JSON path.
Result<FaceTrainConfig> parse_face_config(std::string_view json, const std::string& base_directory);

/// The effective config; parse_face_config gives it back.
std::string to_json(const FaceTrainConfig& config);

/// Whether nothing of `asked`, the architecture of a config with `init`, is another than in `config.architecture`, by
/// now that of the start. Its dropout may be, its defaults are nothing asked, and what `widen`, `input_side` and
/// `grow_input_to` decide is theirs. Errors: kInvalidData with the key.
Result<void> check_beside_init(const core::ImageArchitecture& asked, const FaceTrainConfig& config);

/// The side of training images at `progress` of the run.
std::int64_t side_at(const FaceTrainConfig& config, double progress);

}  // namespace emo::train
