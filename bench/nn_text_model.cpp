// Times the text engine on a model of a published shape with random weights: right for speed, silent on accuracy.
// One process, one shape; bench/peers/engine runs it in turn with the peers. Prints one JSON object.
//   nn_text_model make SHAPE int8|f32 DIR        writes the bundle
//   nn_text_model run DIR TOKENS BATCH SECONDS [THREADS]
//   nn_text_model load DIR                       from bundle to the first answer
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "io/bundle.hpp"
#include "models/text_model.hpp"
#include "models/text_quantize.hpp"
#include "nn/cpu.hpp"

namespace {

using emo::core::DType;
using emo::core::TensorView;

struct Shape {
  const char* name;
  std::int64_t layers, hidden, inner, heads, vocabulary, classes;
};
constexpr Shape kShapes[] = {{"minilm", 6, 384, 1536, 12, 30522, 28},
                             {"distil", 6, 768, 3072, 12, 50265, 7},
                             {"base", 12, 768, 3072, 12, 50265, 28}};

template <class T>
T need(emo::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(2);
  }
  return std::move(result).value();
}

int make(const std::string& shape_name, bool int8, const std::string& directory) {
  const auto* shape =
      std::find_if(std::begin(kShapes), std::end(kShapes), [&](const Shape& s) { return s.name == shape_name; });
  if (shape == std::end(kShapes)) return 1;
  emo::io::Manifest manifest;
  manifest.name = shape_name;
  manifest.version = "0.0.0";
  manifest.quantization = int8 ? emo::io::Quantization::kInt8 : emo::io::Quantization::kF32;
  auto& e = manifest.text.encoder;
  e.vocab_size = shape->vocabulary;
  e.max_positions = 512;
  e.token_types = 2;
  e.hidden = shape->hidden;
  e.layers = shape->layers;
  e.heads = shape->heads;
  e.feed_forward = shape->inner;
  e.pooling = emo::core::Pooling::kFirst;
  manifest.text.heads = {{"labels", shape->classes, true, emo::core::Activation::kTanh}};
  emo::io::HeadManifest head;
  head.name = "labels";
  head.taxonomy = "custom";
  for (std::int64_t k = 0; k < shape->classes; ++k) head.labels.push_back("label" + std::to_string(k));
  manifest.heads = {head};

  std::mt19937 random(7);
  std::vector<std::vector<float>> values;
  std::vector<std::pair<std::string, TensorView>> tensors;
  for (const auto& spec : emo::core::tensors_of(manifest.text)) {
    const bool gamma = spec.name.ends_with("norm.weight");
    std::normal_distribution<float> normal(gamma ? 1.0F : 0.0F, 0.02F);
    std::int64_t n = 1;
    for (const auto extent : spec.shape) n *= extent;
    values.emplace_back(static_cast<std::size_t>(n));
    for (float& x : values.back()) x = normal(random);
    tensors.emplace_back(spec.name, TensorView{DType::kF32, spec.shape, std::as_bytes(std::span(values.back()))});
  }
  emo::models::QuantizedTensors quantized;
  if (int8) {
    quantized = need(emo::models::quantize_text_tensors(manifest.text, tensors));
    tensors = quantized.tensors;
  }
  const auto written = emo::io::write_bundle(directory, manifest, tensors, {{"tokenizer.json", "{}"}});
  if (!written) std::fprintf(stderr, "%s\n", written.error().message.c_str());
  return written ? 0 : 2;
}

double seconds_of(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// The ids that the peers are given (speed.md, section 10).
std::vector<std::int32_t> make_ids(std::size_t count) {
  std::vector<std::int32_t> ids(count);
  for (std::size_t i = 0; i < count; ++i) ids[i] = static_cast<std::int32_t>(1000 + (i * 7919) % 20000);
  return ids;
}

struct Sample {
  std::vector<double> wall, cpu;
};

Sample measure(const emo::models::TextModel& model, std::size_t tokens, std::size_t batch, double seconds) {
  const std::vector<std::int32_t> ids = make_ids(tokens * batch);
  std::vector<std::span<const std::int32_t>> sequences;
  for (std::size_t b = 0; b < batch; ++b) sequences.push_back(std::span(ids).subspan(b * tokens, tokens));
  emo::models::TextWorkspace workspace;
  for (int i = 0; i < 2; ++i) need(model.run(sequences, workspace));
  Sample sample;
  const double end = seconds_of(CLOCK_MONOTONIC) + seconds;
  while (sample.wall.size() < 3 || seconds_of(CLOCK_MONOTONIC) < end) {
    const double wall = seconds_of(CLOCK_MONOTONIC);
    const double cpu = seconds_of(CLOCK_THREAD_CPUTIME_ID);
    need(model.run(sequences, workspace));
    sample.cpu.push_back(seconds_of(CLOCK_THREAD_CPUTIME_ID) - cpu);
    sample.wall.push_back(seconds_of(CLOCK_MONOTONIC) - wall);
  }
  std::sort(sample.wall.begin(), sample.wall.end());
  std::sort(sample.cpu.begin(), sample.cpu.end());
  return sample;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

int run(const std::string& directory, std::size_t tokens, std::size_t batch, double seconds, std::size_t threads) {
  const auto bundle = need(emo::io::open_bundle(directory, emo::io::HashCheck::kSkip));
  const auto model = need(emo::models::TextModel::load(bundle));
  std::vector<Sample> samples(threads);
  std::vector<std::thread> pool;
  for (std::size_t i = 0; i < threads; ++i) {
    pool.emplace_back([&, i] { samples[i] = measure(model, tokens, batch, seconds); });
  }
  for (auto& thread : pool) thread.join();
  double rate = 0.0;
  double wall_rate = 0.0;
  for (const Sample& s : samples) {
    rate += static_cast<double>(tokens * batch) / s.cpu[s.cpu.size() / 2];
    wall_rate += static_cast<double>(tokens * batch) / s.wall[s.wall.size() / 2];
  }
  const Sample& s = samples[0];
  std::printf(
      "{\"isa\":\"%s\",\"tokens\":%zu,\"batch\":%zu,\"threads\":%zu,\"calls\":%zu,\"cpu_ms\":%.4f,\"cpu_best_ms\":%.4f,"
      "\"p50_ms\":%.4f,"
      "\"p99_ms\":%.4f,\"best_ms\":%.4f,\"tokens_per_cpu_s\":%.0f,\"tokens_per_s\":%.0f,\"max_rss_mb\":%.1f}\n",
      std::string(emo::nn::isa_name(emo::nn::best_isa())).c_str(), tokens, batch, threads, s.wall.size(),
      1e3 * s.cpu[s.cpu.size() / 2], 1e3 * s.cpu[0], 1e3 * s.wall[s.wall.size() / 2],
      1e3 * s.wall[s.wall.size() * 99 / 100], 1e3 * s.wall[0], rate, wall_rate, peak_megabytes());
  return 0;
}

int load(const std::string& directory) {
  const double start = seconds_of(CLOCK_MONOTONIC);
  const auto bundle = need(emo::io::open_bundle(directory, emo::io::HashCheck::kSkip));
  const double opened = seconds_of(CLOCK_MONOTONIC);
  const auto model = need(emo::models::TextModel::load(bundle));
  const double packed = seconds_of(CLOCK_MONOTONIC);
  const std::vector<std::int32_t> ids = make_ids(16);
  const std::span<const std::int32_t> sequence(ids);
  emo::models::TextWorkspace workspace;
  need(model.run({&sequence, 1}, workspace));
  const double answered = seconds_of(CLOCK_MONOTONIC);
  std::printf("{\"open_ms\":%.2f,\"pack_ms\":%.2f,\"first_answer_ms\":%.2f,\"max_rss_mb\":%.1f}\n",
              1e3 * (opened - start), 1e3 * (packed - opened), 1e3 * (answered - packed), peak_megabytes());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() == 4 && args[0] == "make") return make(args[1], args[2] == "int8", args[3]);
  if (args.size() >= 5 && args[0] == "run") {
    return run(args[1], std::stoul(args[2]), std::stoul(args[3]), std::stod(args[4]),
               args.size() > 5 ? std::stoul(args[5]) : 1);
  }
  if (args.size() == 2 && args[0] == "load") return load(args[1]);
  std::fprintf(stderr,
               "usage: nn_text_model make SHAPE int8|f32 DIR | run DIR TOKENS BATCH SECONDS [THREADS] | load DIR\n");
  return 1;
}
