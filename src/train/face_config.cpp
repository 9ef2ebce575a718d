// The keys of a face training configuration and the ranges of their values. How fields are read is config_fields',
// heads are head_plan.cpp's, and flags over a file are apps/emo-train's.
#include "train/face_config.hpp"

#include <array>
#include <set>

#include "core/quote.hpp"
#include "core/without_folders.hpp"
#include "io/json.hpp"
#include "train/config_checks.hpp"
#include "train/config_fields.hpp"
#include "train/derived_seeds.hpp"

namespace emo::train {
namespace {

using io::Json;
using io::OrderedJson;

constexpr std::array<std::string_view, 6> kFormatNames{"auto", "folders", "fer_csv", "ferplus", "list", "rows"};
constexpr std::array<std::string_view, 3> kVoteNames{"probability", "majority", "drawn"};
constexpr std::array<std::string_view, 3> kOptimizerNames{"adamw", "sgd", "sam"};
constexpr std::array<std::string_view, 4> kSelectionNames{"macro_f1", "accuracy", "loss", "calibrated_loss"};
constexpr std::array<std::string_view, 2> kTeacherViewNames{"plain", "random"};
constexpr std::int64_t kMaxBatch = kMostSeededRows, kMaxSide = 512;

std::vector<ConfigField> fields_of(FaceSourcePlan& s) {
  return {{"name", &s.name},
          {"licence", &s.licence},
          {"path", &s.path},
          {"images", &s.images},
          {"votes_file", &s.votes_file},
          {"image_column", &s.image_column},
          {"label_column", &s.label_column},
          {"numbered", &s.numbered},
          {"heads", &s.heads},
          {"format", choice(s.format, kFormatNames)},
          {"repeat", &s.repeat}};
}

std::vector<ConfigField> fields_of(FaceAugmentation& a) {
  return {{"flip", &a.flip},
          {"rotate", &a.rotate},
          {"scale", &a.scale},
          {"shift", &a.shift},
          {"light", &a.light},
          {"gamma", &a.gamma},
          {"contrast", &a.contrast},
          {"brightness", &a.brightness},
          {"brightness_range", &a.brightness_range},
          {"low_resolution", &a.low_resolution},
          {"low_side", &a.low_side},
          {"blur", &a.blur},
          {"noise", &a.noise},
          {"jpeg", &a.jpeg},
          {"erase", &a.erase},
          {"mixup", &a.mixup},
          {"cutmix", &a.cutmix},
          {"mix_until", &a.mix_until},
          {"random_ops", &a.random_ops},
          {"random_magnitude", &a.random_magnitude}};
}

std::vector<ConfigField> fields_of(core::ImageArchitecture& a) {
  return {{"name", &a.name},      {"channels", &a.channels},
          {"height", &a.height},  {"width", &a.width},
          {"stem", &a.stem},      {"stem_stride", &a.stem_stride},
          {"widths", &a.widths},  {"depths", &a.depths},
          {"patch", &a.patch},    {"attention_heads", &a.attention_heads},
          {"dropout", &a.dropout}};
}

std::vector<ConfigField> fields_of(SideStage& s) {
  return {{"from", &s.from}, {"side", &s.side}};
}

std::vector<ConfigField> fields_of(FaceTrainConfig& c) {
  return {{"name", &c.name},
          {"version", &c.version},
          {"init", &c.init},
          {"widen", &c.widen},
          {"votes", choice(c.votes, kVoteNames)},
          {"optimizer", choice(c.optimizer, kOptimizerNames)},
          {"select", choice(c.select, kSelectionNames)},
          {"input_side", &c.input_side},
          {"grow_input_to", &c.grow_input_to},
          {"epochs", &c.epochs},
          {"batch", &c.batch},
          {"max_minutes", &c.max_minutes},
          {"most_views", &c.most_views},
          {"learning_rate", &c.learning_rate},
          {"rate_floor", &c.rate_floor},
          {"warmup", &c.warmup},
          {"weight_decay", &c.weight_decay},
          {"clip_norm", &c.clip_norm},
          {"ema", &c.ema},
          {"momentum", &c.momentum},
          {"sam_radius", &c.sam_radius},
          {"head_rate_scale", &c.head_rate_scale},
          {"stage_decay", &c.stage_decay},
          {"freeze", &c.freeze},
          {"gradual", &c.gradual},
          {"start_shares", &c.start_shares},
          {"margin", &c.margin},
          {"flip_average", &c.flip_average},
          {"dev_fraction", &c.dev_fraction},
          {"test_fraction", &c.test_fraction},
          {"balance", &c.balance},
          {"teachers", &c.teachers},
          {"teacher_view", choice(c.teacher_view, kTeacherViewNames)},
          {"distill_weight", &c.distill_weight},
          {"distill_temperature", &c.distill_temperature},
          {"patience", &c.patience},
          {"precision", choice(c.precision, kPrecisionNames)},
          {"seed", &c.seed},
          {"split_seed", &c.split_seed},
          {"threads", &c.threads},
          {"int8", &c.int8}};
}

Result<void> check_numbers(const FaceTrainConfig& c) {
  EMO_TRY(check_common_numbers(c));
  EMO_TRY(config_needs(c.batch > 1 && c.batch <= kMaxBatch, "batch must be 2.." + std::to_string(kMaxBatch)));
  EMO_TRY(check_seed("split_seed", c.split_seed));
  EMO_TRY(config_needs(c.max_minutes >= 0, "max_minutes must not be negative"));
  EMO_TRY(config_needs(c.most_views >= 0, "most_views must not be negative"));
  EMO_TRY(config_needs(c.input_side == 0 || (c.input_side >= 8 && c.input_side <= kMaxSide),
                       "input_side must be 0 or 8.." + std::to_string(kMaxSide)));
  EMO_TRY(config_needs(c.grow_input_to >= 0 && c.grow_input_to <= kMaxSide,
                       "grow_input_to must be 0.." + std::to_string(kMaxSide)));
  EMO_TRY(config_needs(c.momentum >= 0 && c.momentum < 1, "momentum must be in [0, 1)"));
  EMO_TRY(config_needs(c.sam_radius > 0, "sam_radius must be positive"));
  EMO_TRY(config_needs(c.stage_decay > 0 && c.stage_decay <= 1, "stage_decay must be in (0, 1]"));
  EMO_TRY(config_needs(is_share(c.freeze), "freeze must be in [0, 1]"));
  EMO_TRY(config_needs(c.margin == 0 || (c.margin >= 0.25 && c.margin <= 4), "margin must be 0 or in [0.25, 4]"));
  EMO_TRY(config_needs(is_share(c.balance), "balance must be in [0, 1]"));
  return {};
}

// Of the network, which has some for one family alone.
Result<void> check_network_keys(const core::ImageArchitecture& a, const core::ImageArchitecture& usual) {
  if (const auto trainable = check_trainable(a.name); !trainable) {
    EMO_TRY(config_needs(false, "architecture.name " + trainable.error().message));
  }
  EMO_TRY(config_needs(
      a.name == "vit" || (a.patch == usual.patch && a.attention_heads == usual.attention_heads),
      "architecture: patch and attention_heads have no effect in " + core::quoted(a.name) + ", they belong to vit"));
  const bool has_stem = a.name == "plain" || a.name == "repvgg" || a.name == "attention_cnn";
  return config_needs(has_stem || a.stem == usual.stem, "architecture: stem has no effect in " + core::quoted(a.name) +
                                                            ", it belongs to plain, repvgg and attention_cnn");
}

// A key that nothing reads would be taken without a word. Its default is no mistake: args.json writes every key.
Result<void> check_keys_are_read(const FaceTrainConfig& c) {
  const FaceTrainConfig plain;
  EMO_TRY(config_needs(c.optimizer != OptimizerKind::kAdamW || c.momentum == plain.momentum,
                       "momentum has no effect with optimizer adamw, it belongs to sgd and sam"));
  EMO_TRY(config_needs(c.optimizer == OptimizerKind::kSam || c.sam_radius == plain.sam_radius,
                       "sam_radius has no effect without optimizer sam"));
  EMO_TRY(
      config_needs(!c.gradual || c.freeze > 0, "gradual has no effect without freeze, the share of the run before it"));
  const auto& a = c.augmentation;
  const auto& usual = plain.augmentation;
  EMO_TRY(config_needs(a.mixup + a.cutmix > 0 || a.mix_until == usual.mix_until,
                       "augmentation.mix_until has no effect without mixup or cutmix"));
  EMO_TRY(config_needs(a.random_ops > 0 || a.random_magnitude == usual.random_magnitude,
                       "augmentation.random_magnitude has no effect without random_ops"));
  EMO_TRY(config_needs(a.low_resolution > 0 || a.low_side == usual.low_side,
                       "augmentation.low_side has no effect without low_resolution"));
  EMO_TRY(config_needs(a.brightness > 0 || a.brightness_range == usual.brightness_range,
                       "augmentation.brightness_range has no effect without brightness"));
  // A start has the network that its bundle says.
  return c.init.empty() ? check_network_keys(c.architecture, plain.architecture) : Result<void>{};
}

Result<void> check_augmentation(const FaceAugmentation& a) {
  for (const double p : {a.flip, a.light, a.brightness, a.low_resolution, a.blur, a.noise, a.jpeg, a.erase, a.mixup,
                         a.cutmix, a.mix_until, a.random_ops, a.random_magnitude}) {
    EMO_TRY(config_needs(is_share(p), "the probabilities of augmentation must be in [0, 1]"));
  }
  EMO_TRY(config_needs(a.mixup + a.cutmix <= 1, "augmentation.mixup + cutmix must be at most 1"));
  EMO_TRY(config_needs(a.rotate >= 0 && a.rotate <= 180, "augmentation.rotate must be 0..180 degrees"));
  EMO_TRY(
      config_needs(a.scale >= 0 && a.scale <= 2 && a.gamma >= 0 && a.gamma <= 2 && a.contrast >= 0 && a.contrast <= 2,
                   "augmentation.scale, gamma and contrast must be 0..2"));
  EMO_TRY(config_needs(a.shift >= 0 && a.shift <= 1, "augmentation.shift must be in [0, 1]"));
  EMO_TRY(config_needs(a.brightness_range >= 0 && a.brightness_range <= 255,
                       "augmentation.brightness_range must be 0..255"));
  return config_needs(a.low_side >= 4 && a.low_side <= 40, "augmentation.low_side must be 4..40");
}

Result<void> check(const FaceTrainConfig& c) {
  EMO_TRY(check_model_name(c));
  EMO_TRY(check_numbers(c));
  EMO_TRY(check_keys_are_read(c));
  EMO_TRY(check_augmentation(c.augmentation));
  EMO_TRY(check_heads_and_sources(c));
  for (const auto& head : c.heads) {
    EMO_TRY(config_needs(head.activation == core::HeadActivation::kSoftmax, "heads of faces are softmax heads"));
    EMO_TRY(config_needs(head.taxonomy == "custom" || head.taxonomy == "basic7",
                         "head " + core::quoted(head.name) + ": taxonomy " + core::quoted(head.taxonomy) +
                             " is for texts, heads of faces are custom or basic7"));
  }
  for (const auto& source : c.sources) {
    const std::string who = "source " + core::quoted(source.name) + ": ";
    EMO_TRY(config_needs(!source.path.empty(), who + "no \"path\""));
    EMO_TRY(config_needs(source.repeat > 0, who + "repeat must be positive"));
  }
  double last = -1;
  for (const auto& stage : c.sides) {
    EMO_TRY(
        config_needs(stage.side >= 8 && stage.side <= kMaxSide, "sides: side must be 8.." + std::to_string(kMaxSide)));
    EMO_TRY(config_needs(stage.from >= 0 && stage.from < 1 && stage.from > last,
                         "sides: \"from\" must rise from 0 and stay below 1"));
    last = stage.from;
  }
  return {};
}

template <class Item>
Result<void> read_list(const Json& root, const char* key, std::vector<Item>& items) {
  if (!root.contains(key)) return {};
  const std::string path = std::string("config.") + key;
  if (!root[key].is_array()) return wrong_config_value(path, "a list of objects", root[key]);
  items.clear();
  for (const auto& value : root[key]) {
    Item item;
    EMO_TRY(read_config_object(value, path + "[" + std::to_string(items.size()) + "]", fields_of(item)));
    items.push_back(std::move(item));
  }
  return {};
}

template <class Item>
OrderedJson write_list(std::vector<Item>& items) {
  OrderedJson out = OrderedJson::array();
  for (auto& item : items) out.push_back(write_config_object(fields_of(item)));
  return out;
}

}  // namespace

std::string shown_name(const FaceSourcePlan& source) {
  return source.name.empty() ? core::last_part(source.path) : source.name;
}

Result<void> check_trainable(const std::string& network) {
  std::string names;
  for (const auto name : core::image_architectures()) {
    core::ImageArchitecture with_head;
    with_head.name = name;
    with_head.heads = {{"head", 2}};
    if (!core::build_network(with_head)) continue;  // a detector takes none, and is imported
    if (name == network) return {};
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  return Error{ErrorCode::kInvalidData,
               core::quoted(network) + " is no network that can be trained; there are " + names};
}

Result<FaceTrainConfig> parse_face_config(std::string_view json, const std::string& base_directory) {
  EMO_ASSIGN(const Json root, io::parse_json(json, "training config"));
  FaceTrainConfig config;
  EMO_TRY(read_config_object(root, "config", fields_of(config),
                             {"heads", "sources", "sides", "augmentation", "architecture"}));
  if (root.contains("augmentation")) {
    EMO_TRY(read_config_object(root["augmentation"], "config.augmentation", fields_of(config.augmentation)));
  }
  if (root.contains("architecture")) {
    EMO_TRY(read_config_object(root["architecture"], "config.architecture", fields_of(config.architecture)));
  }
  // AdamW takes its share of the weights themselves, the others add theirs to the gradient: a hundred times as much.
  if (config.optimizer != OptimizerKind::kAdamW && !root.contains("weight_decay")) {
    config.weight_decay = kL2WeightDecay;
  }
  EMO_TRY(read_list(root, "heads", config.heads));
  EMO_TRY(read_list(root, "sources", config.sources));
  EMO_TRY(read_list(root, "sides", config.sides));
  for (auto& source : config.sources) {
    resolve_path(source.path, base_directory);
    resolve_path(source.images, base_directory);
    resolve_path(source.votes_file, base_directory);
  }
  resolve_bundle(config.init, base_directory);
  for (auto& teacher : config.teachers) resolve_bundle(teacher, base_directory);
  EMO_TRY(check(config));
  return config;
}

std::string to_json(const FaceTrainConfig& config) {
  FaceTrainConfig c = config;  // the field tables bind to non-const members
  OrderedJson root = write_config_object(fields_of(c));
  root["architecture"] = write_config_object(fields_of(c.architecture));
  root["augmentation"] = write_config_object(fields_of(c.augmentation));
  root["sides"] = write_list(c.sides);
  root["heads"] = write_list(c.heads);
  root["sources"] = write_list(c.sources);
  return io::dump_json(root, 2);
}

Result<void> check_beside_init(const core::ImageArchitecture& asked, const FaceTrainConfig& config) {
  core::ImageArchitecture plain, wanted = asked, start = core::with_usual_stages(config.architecture);
  const OrderedJson usual = write_config_object(fields_of(plain)), own = write_config_object(fields_of(start));
  std::set<std::string> decided{"dropout"};
  if (!config.widen.empty()) decided.insert("widths");
  if (config.input_side > 0 || config.grow_input_to > 0) decided.insert({"height", "width", "stem_stride"});
  const OrderedJson fields = write_config_object(fields_of(wanted));
  for (const auto& [key, value] : fields.items()) {
    if (decided.contains(key) || value == usual[key] || value == own[key]) continue;
    EMO_TRY(config_needs(false, "architecture." + key + " is " + io::dump_json(value) + ", but the network of init " +
                                    config.init + " has " + io::dump_json(own[key]) + ": leave it out" +
                                    (key == "height" || key == "width" ? " (input_side sets the input)" : "")));
  }
  return {};
}

std::int64_t side_at(const FaceTrainConfig& config, double progress) {
  std::int64_t side = config.architecture.height;
  for (const auto& stage : config.sides) {
    if (progress >= stage.from) side = stage.side;
  }
  return side;
}

}  // namespace emo::train
