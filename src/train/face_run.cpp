// The order of a run: data -> network -> folder -> epochs -> bundle. Every step lives elsewhere; what a program prints
// about it goes through the observer.
#include "train/face_run.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "core/number_words.hpp"
#include "train/config_checks.hpp"
#include "train/config_fields.hpp"
#include "train/data_digest.hpp"
#include "train/face_batches.hpp"
#include "train/face_dataset.hpp"
#include "train/face_export.hpp"
#include "train/face_head_choice.hpp"
#include "train/face_input_size.hpp"
#include "train/face_start.hpp"
#include "train/face_task.hpp"
#include "train/face_teacher_networks.hpp"
#include "train/face_teachers.hpp"
#include "train/face_view_budget.hpp"
#include "train/head_carry_over.hpp"
#include "train/image_deploy.hpp"
#include "train/image_module.hpp"
#include "train/machine.hpp"
#include "train/models_digest.hpp"
#include "train/rejected.hpp"
#include "train/split_checks.hpp"
#include "train/start_mixture.hpp"
#include "train/training_loop.hpp"
#include "vision/hash.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kImagesForStatistics = 1024;

using ChosenHeads = std::vector<std::optional<std::size_t>>;  // of the start, for each head of the run

LoopPlan plan_of(const FaceTrainConfig& config, const FaceDataset& data, bool start_counts) {
  LoopPlan plan;
  std::vector<std::uint64_t> learnt;
  for (const auto& example : data.train) learnt.push_back(vision::pixel_hash(image_of(data.images, example.image)));
  plan.data_sha256 = data_digest(data.provenance, learnt);
  plan.epochs = config.epochs;
  plan.minutes = config.max_minutes;
  plan.learning_rate = config.learning_rate;
  plan.rate_floor = config.rate_floor;
  plan.warmup = config.warmup;
  plan.patience = config.patience;
  plan.start_counts = start_counts;
  return plan;
}

void tell_problems(const FaceDataset& data, TrainingObserver& observer) {
  tell_rejected(data.rejected, observer);
  for (const std::string& told : data.passed_over) observer.on_message("passed over: " + told);
  for (const std::string& told : data.told) observer.on_message(told);
  for (const std::string& told : data.classes_left_out) observer.on_message("left out: " + told);
  tell_near_copies(data.judged_near_copies, data.dev.size() + data.test.size(), "images", observer);
}

// args.json then says the epochs alone, so that --resume --epochs N may add to them.
void settle_epochs(const FaceDataset& data, FaceTrainConfig& config, TrainingObserver& observer) {
  const auto copies = expected_copies(config, data);
  const double views = std::accumulate(copies.begin(), copies.end(), 0.0);  // of an epoch
  const auto images = std::max<std::int64_t>(1, std::llround(views));
  const std::int64_t epochs = epochs_within(config.epochs, config.most_views, images);
  if (epochs < config.epochs) {
    observer.on_message(core::counted(static_cast<std::uint64_t>(epochs), "epoch", "epochs") + " instead of " +
                        std::to_string(config.epochs) + ": " + std::to_string(images) +
                        " training images an epoch are many (--epochs says how many you want)");
  }
  config.epochs = epochs;
  config.most_views = 0;
}

// Those of a test split of the data are not counted: they are read for their copies alone.
std::string test_images(const FaceTrainConfig& config, const FaceDataset& data) {
  return config.test_fraction > 0 ? std::to_string(data.test.size()) + " for the test, " : std::string();
}

void tell_start(const FaceTrainConfig& config, const FaceDataset& data, const FaceStart& start,
                const core::NetworkCost& cost, TrainingObserver& observer) {
  observer.on_message("start: " + start.base_weights + "; " + config.architecture.name + ", " +
                      std::to_string(cost.parameters) + " parameters, " + std::to_string(cost.multiply_adds / 1000000) +
                      " M multiply-adds per image; " + std::to_string(data.train.size()) + " training images, " +
                      std::to_string(data.dev.size()) + " development images, " + test_images(config, data) +
                      std::to_string(data.dropped + data.rejected.size()) + " left out");
}

// The start bundle, as wide as the config wants it.
Result<FaceStart> start_of(const FaceTrainConfig& config, models::InStep place) {
  EMO_ASSIGN(auto start, face_start_from(config.init, place));
  if (!config.widen.empty()) EMO_TRY(widen_start(config.widen, static_cast<std::uint64_t>(config.seed), start));
  return start;
}

// The network of the config; one that starts from a bundle is trained in plain form (its branches are folded away).
Result<core::ImageNetwork> network_of(const FaceTrainConfig& config, const FaceStart& start) {
  EMO_ASSIGN(auto network, core::build_network(config.architecture));
  if (!start.weights.empty()) {
    for (auto& layer : network.layers) layer.branches = false;
  }
  return network;
}

// The start reads what the data set's pictures show: see grow_input().
Result<void> refine(const FaceTrainConfig& config, FaceStart& start) {
  const std::int64_t times = config.architecture.stem_stride / start.architecture.stem_stride;
  return times > 1 ? refine_start(times, start) : Result<void>{};
}

// Puts the start's weights into the network and gives its normalisation the statistics of the training images.
Result<void> load_start(const FaceDataset& data, const FaceStart& start, ImageModule& module) {
  if (start.weights.empty()) return {};
  EMO_ASSIGN(const auto taken, assign_deployed(start.weights, module));
  EMO_ASSERT(taken > 0);
  std::vector<FaceExample> sample;
  const std::size_t most = images_at_once(kImagesForStatistics, module.network().height);
  const std::size_t step = (data.train.size() + most - 1) / most;
  for (std::size_t i = 0; i < data.train.size(); i += std::max<std::size_t>(1, step)) sample.push_back(data.train[i]);
  const at::Tensor images = plain_batch(data, sample, 0, sample.size(), module.network().height, false);
  module.restore_statistics(images.to(module.device()));
  return {};
}

// The start as its bundle has it, and not anywhere in the steps of its weights: what was added to those was to be
// trained. Of deployed weights: the average of two normalisations is not that of two networks, of folded convolutions
// it is.
Result<std::string> mix_in_start(const FaceTrainConfig& config, const ChosenHeads& chosen, const FaceDataset& data,
                                 FaceTask& task, ImageModule& module) {
  EMO_ASSIGN(auto start, start_of(config, models::InStep::kMiddle));
  EMO_TRY(refine(config, start));
  carry_over_heads(config.heads, start.heads, "", start.weights, chosen);
  const auto put = [&](const TensorValues& values) -> Result<void> {
    EMO_TRY(assign_deployed(values, module));
    return {};
  };
  const auto dev_loss = [&] { return calibrated_loss(config.heads, data.dev, task.logits_of(data.dev)); };
  return mix_with_start(config.start_shares, start.weights, deployed_tensors(module), {put, dev_loss});
}

// Before the pictures are read: what no network can be, and what training does not do.
Result<void> check_network(const FaceTrainConfig& config) {
  const auto& network = config.architecture;
  EMO_TRY(config_needs(network.height == network.width, "architecture: height " + std::to_string(network.height) +
                                                            " and width " + std::to_string(network.width) +
                                                            " differ, faces are learnt as squares"));
  EMO_TRY(config_needs(config.sides.empty() || network.name != "vit",
                       "sides cannot change the input of a vit, whose weights are bound to places"));
  const auto built = core::build_network(network);
  return config_needs(built.has_value(), "architecture: " + (built ? std::string() : built.error().message));
}

// What the run starts from; the config then says what the bundle will be: its network, margin and input.
Result<FaceStart> settle_start(FaceTrainConfig& config) {
  FaceStart start;
  EMO_TRY(config_needs(config.widen.empty() || !config.init.empty(),
                       "widen needs the bundle of the narrower network: --init BUNDLE"));
  EMO_TRY(config_needs(config.start_shares.empty() || !config.init.empty(), "start_shares needs --init BUNDLE"));
  const bool asks = config.teacher_view == TeacherView::kRandom && config.epochs > 0;
  EMO_TRY(config_needs(!asks || !config.teachers.empty(), "teacher_view random needs a teacher: --teacher BUNDLE"));
  if (!config.init.empty()) {
    const auto place = config.epochs == 0 ? models::InStep::kMiddle : models::InStep::kAnywhere;
    EMO_ASSIGN(start, start_of(config, place));
    const core::ImageArchitecture asked = std::exchange(config.architecture, start.architecture);
    config.architecture.dropout = asked.dropout;
    EMO_TRY(check_beside_init(asked, config));
  }
  if (config.margin == 0) config.margin = start.preprocess.margin;
  EMO_TRY(set_input_side(config));
  EMO_TRY(check_network(config));
  return start;
}

// The data, and what they decide of the config: classes, epochs, how far the input grows.
Result<FaceDataset> settle_data(FaceTrainConfig& config, TrainingObserver& observer) {
  const std::int64_t own_side = config.architecture.height;
  EMO_ASSIGN(auto data, load_face_dataset(config));
  tell_problems(data, observer);
  settle_epochs(data, config, observer);
  if (config.architecture.height != own_side) {
    observer.on_message("the pictures are larger than the network's input, which grows from " +
                        std::to_string(own_side) + " to " + std::to_string(config.architecture.height) +
                        " pixels a side (--grow-input-to 0 keeps it)");
  }
  config.architecture.heads.clear();
  for (const auto& head : config.heads) {
    config.architecture.heads.push_back({head.name, static_cast<std::int64_t>(head.labels.size())});
  }
  return data;
}

struct CarriedHeads {
  ChosenHeads chosen;
  std::vector<std::string> told;   // a line for each head of the run that the start knows
  std::vector<std::string> fresh;  // and for each other one
  bool complete = false;           // the start knows every class of every head
};

// Makes the heads of `start` those of the run, and its stem read the pictures of the run.
Result<CarriedHeads> carry_heads(const FaceTrainConfig& config, const FaceDataset& data, int threads, FaceStart& start,
                                 TrainingObserver& observer) {
  CarriedHeads heads;
  if (start.weights.empty()) return heads;
  EMO_ASSIGN(heads.chosen, heads_that_read_best(config, data, start.heads, threads, observer));
  heads.fresh = fresh_heads(config.heads, start.heads, heads.chosen);
  heads.complete = knows_all_classes(config.heads, start.heads, heads.chosen);
  heads.told = carry_over_heads(config.heads, start.heads, "", start.weights, heads.chosen);
  EMO_TRY(refine(config, start));
  return heads;
}

// Names the teachers of the run in `data`; returns those that are asked about every view.
Result<TeacherNetworks> settle_teachers(const FaceTrainConfig& config, bool resume, at::Device device,
                                        FaceDataset& data) {
  TeacherNetworks watching;
  if (config.epochs == 0) {  // nobody is asked, but what is exported again may have learnt from them before
    if (resume) {
      EMO_ASSIGN(data.teachers, face_teacher_names(config));
    }
    return watching;
  }
  if (config.teacher_view == TeacherView::kRandom) {
    EMO_ASSIGN(watching, TeacherNetworks::load(config, data.images.channels, device));
    data.teachers = watching.names();
  } else {
    EMO_ASSIGN(data.teachers, face_teacher_names(config));
  }
  return watching;
}

FaceRunResult result_of(const FaceTrainConfig& config, const TrainingLoop& loop) {
  FaceRunResult result;
  result.interrupted = loop.was_interrupted();
  result.model = config.name + " " + config.version;
  result.head = config.heads.front().name;
  result.labels = config.heads.front().labels;
  result.best = best_figures(loop.state());
  return result;
}

}  // namespace

Result<FaceRunResult> run_face_training(FaceTrainConfig config, const FaceRunOptions& options,
                                        TrainingObserver& observer) {
  const int threads = use_threads(config.threads);
  EMO_TRY(RunFolder::check(options.folder, options.resume));
  if (!options.resume) {
    EMO_TRY(check_teachers_are_there(config));
    EMO_TRY(config_needs(config.freeze == 0 || !config.init.empty(),
                         "freeze needs --init BUNDLE: the stages of a fresh network see nothing yet"));
  }
  EMO_ASSIGN(auto start, settle_start(config));
  EMO_ASSIGN(auto data, settle_data(config, observer));
  EMO_ASSIGN(const auto carried, carry_heads(config, data, threads, start, observer));
  const bool start_counts = carried.told.size() == config.heads.size();
  EMO_TRY(check_start(config.epochs, carried.complete));
  EMO_ASSIGN(auto network, network_of(config, start));
  EMO_ASSIGN(const auto cost, core::cost_of(network));
  ImageModule module(std::move(network), static_cast<std::uint64_t>(config.seed), best_device(),
                     config.architecture.dropout);
  EMO_TRY(load_start(data, start, module));
  EMO_ASSIGN(auto watching, settle_teachers(config, options.resume, module.device(), data));
  const std::string args = to_json(config);
  EMO_ASSIGN(auto folder, RunFolder::create(options.folder, args, options.resume, options.recipe));
  tell_start(config, data, start, cost, observer);
  tell_machine(module.device(), config.precision, observer);
  FaceTask task(config, data, module, std::move(watching));
  for (const auto& line : carried.told) observer.on_message(line);
  for (const auto& line : carried.fresh) observer.on_message(line);
  LoopPlan plan = plan_of(config, data, start_counts);
  auto leant_on = config.teachers;
  if (!config.start_shares.empty()) leant_on.push_back(config.init);
  EMO_ASSIGN(plan.models_sha256, models_digest(leant_on));
  TrainingLoop loop(plan, task, folder, observer);
  if (options.resume) EMO_TRY(loop.resume());
  EMO_ASSIGN(const auto command, folder.begin(args, options.command));
  const bool ask_before = config.teacher_view == TeacherView::kPlain;
  EMO_TRY(loop.run([&] { return ask_before ? add_face_teachers(config, threads, data, observer) : Result<void>{}; }));
  FaceRunResult result = result_of(config, loop);
  if (result.interrupted) return result;
  std::string mixture;
  if (!config.start_shares.empty() && loop.state().best_epoch > 0) {
    EMO_ASSIGN(mixture, mix_in_start(config, carried.chosen, data, task, module));
    observer.on_message("exporting " + mixture);
  }
  EMO_ASSIGN(result.judged, export_face_bundle(config, data, start, module, folder.bundle(),
                                               {command, options.git_commit, mixture, loop.state().epoch,
                                                loop.state().best_epoch, threads, options.make_golden}));
  result.bundle = folder.bundle();
  result.command = command;
  return result;
}

}  // namespace emo::train
