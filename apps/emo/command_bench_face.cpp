// `emo bench face`: what a picture, and what a face alone, costs on this machine, as JSON. Stages are counted in CPU
// time, so that a busy machine measures the same; texts are command_bench.cpp's.
#include <time.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "bench_measurement.hpp"
#include "cli.hpp"
#include "face_options.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "pipeline/picture_rows.hpp"
#include "vision/decode.hpp"

namespace emo::cli {
namespace {

struct BenchFace {
  std::vector<std::string> pictures;
  FaceOptions faces;
  std::size_t batch = 1;
  double seconds = 3;
};

/// Seconds of CPU time that this thread has used: stages are the same on a busy machine.
double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// CPU seconds of each stage, added up.
struct Stages {
  double decode = 0, detect = 0, classify = 0;
  std::size_t pictures = 0, faces = 0;
};

Result<void> whole_way(const pipeline::FaceRecognizer& recognizer, std::span<const std::byte> file, Stages& stages) {
  const double start = thread_seconds();
  EMO_ASSIGN(const auto image, vision::decode_image(file));
  const double decoded = thread_seconds();
  EMO_ASSIGN(const auto boxes, recognizer.detect(image));
  const double detected = thread_seconds();
  EMO_ASSIGN(const auto faces, recognizer.classify(image, boxes));
  stages.decode += decoded - start;
  stages.detect += detected - decoded;
  stages.classify += thread_seconds() - detected;
  ++stages.pictures;
  stages.faces += faces.size();
  return {};
}

/// Bytes of a file to faces, one picture a call, each thread its own calls.
Result<io::OrderedJson> bench_pictures(const BenchFace& command, const Context& context) {
  EMO_ASSIGN(const auto found, pipeline::expand_pictures(command.pictures));
  const auto& names = found.files;
  std::vector<std::string> files;
  for (const auto& name : names) {
    EMO_ASSIGN(auto content, io::read_file(name, std::uint64_t{64} << 20U));
    files.push_back(std::move(content));
  }
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.faces));
  const int threads = thread_count(context.global);
  std::vector<Stages> stages(static_cast<std::size_t>(threads));
  const auto call = [&](std::size_t thread, std::size_t index) {
    const std::size_t file = index % files.size();
    auto done = whole_way(*recognizer, std::as_bytes(std::span(files[file])), stages[thread]);
    return done ? done : Result<void>(done.error().at(names[file]));
  };
  for (std::size_t i = 0; i < std::max(kWarmUpCalls, files.size()); ++i) EMO_TRY(call(0, i));
  stages.assign(stages.size(), Stages{});
  EMO_ASSIGN(const auto measured, measure(threads, 0, command.seconds, call));
  Stages sum;
  for (const auto& each : stages) {
    sum.decode += each.decode;
    sum.detect += each.detect;
    sum.classify += each.classify;
    sum.pictures += each.pictures;
    sum.faces += each.faces;
  }
  const auto pictures = static_cast<double>(sum.pictures);
  auto json = measurement_json("face", recognizer->manifest(), threads, measured);
  json["files"] = files.size();
  json["detector_size"] = command.faces.recognizer.detector.longer_side;
  json["small_faces"] = command.faces.recognizer.detector.small_faces;
  json["faces_per_picture"] = static_cast<double>(sum.faces) / pictures;
  json["pictures_per_second"] = pictures / measured.seconds;
  json["cpu_ms_per_picture"] = measured.cpu_seconds * 1e3 / pictures;
  json["stage_cpu_ms"] = {{"decode", sum.decode * 1e3 / pictures},
                          {"detect", sum.detect * 1e3 / pictures},
                          {"crop_classify_judge", sum.classify * 1e3 / pictures}};
  return json;
}

/// Random crops through the model alone, `batch` a call.
Result<io::OrderedJson> bench_crops(const BenchFace& command, const Context& context) {
  FaceOptions options = command.faces;
  options.no_detect = true;
  options.recognizer.min_tilt = pipeline::kNoTilt;
  EMO_ASSIGN(const auto recognizer, open_face_model(context, options));
  const auto& preprocess = recognizer->manifest().image_preprocess;
  std::mt19937 random(kBenchSeed);
  std::vector<vision::Image> crops(
      command.batch, vision::Image(static_cast<int>(preprocess.width), static_cast<int>(preprocess.height),
                                   static_cast<int>(preprocess.channels)));
  for (auto& crop : crops) {
    for (auto& pixel : crop.pixels) pixel = static_cast<std::uint8_t>(random() >> 24U);
  }
  const int threads = thread_count(context.global);
  EMO_ASSIGN(const auto measured,
             measure(threads, kWarmUpCalls, command.seconds, [&](std::size_t, std::size_t) -> Result<void> {
               EMO_TRY(recognizer->score_crops(crops));
               return {};
             }));
  auto json = measurement_json("face crops", recognizer->manifest(), threads, measured);
  json["batch"] = command.batch;
  json["flip_average"] = preprocess.flip_average;
  json["cpu_ms_per_face"] = measured.cpu_seconds * 1e3 / static_cast<double>(measured.calls * command.batch);
  json["faces_per_second"] = static_cast<double>(measured.calls * command.batch) / measured.seconds;
  return json;
}

int run_bench(const BenchFace& command, const Context& context) {
  return print_bench(command.pictures.empty() ? bench_crops(command, context) : bench_pictures(command, context),
                     context);
}

}  // namespace

void add_bench_face_command(CLI::App& bench, Context& context) {
  auto* sub = bench.add_subcommand("face", "Pictures to expressions, or the model alone on random crops");
  auto command = std::make_shared<BenchFace>();
  auto* file = sub->add_option("--file", command->pictures, "Pictures, folders or patterns; without: the model alone")
                   ->check(check_name)
                   ->type_name("F");
  sub->add_option("--batch", command->batch, "Crops in one call of the model alone")
      ->capture_default_str()
      ->excludes(file)
      ->check(CLI::Range(1, 4096));
  add_face_options(*sub, command->faces);
  add_bench_options(*sub, command->seconds, context);
  sub->footer(
      "Examples:\n  emo bench face --file photos/ --threads 1\n  emo bench face --batch 16 --threads 1 --seconds 5");
  sub->callback([command, &context] { context.action = [command, &context] { return run_bench(*command, context); }; });
}

}  // namespace emo::cli
