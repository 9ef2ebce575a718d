// Times the image engine on named architectures with random weights: right for speed, silent on accuracy. Prints one
// JSON object per run. CPU time of the thread is what counts, so that a busy machine disturbs little.
//   nn_image_model run NAME f32|int8 BATCH SECONDS [HEIGHT WIDTH]   NAME: net_b or an architecture
//   nn_image_model peak SECONDS                                     what one core can do at most
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "io/bundle.hpp"
#include "models/image_model.hpp"
#include "models/image_quantize.hpp"
#include "nn/cpu.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace {

using emo::core::DType;
using emo::core::TensorView;

template <class T>
T need(emo::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(2);
  }
  return std::move(result).value();
}

double cpu_seconds() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// Sorted CPU seconds of each call, for about `seconds` in all.
std::vector<double> sample(double seconds, const std::function<void()>& call) {
  call();
  call();
  std::vector<double> times;
  const double end = cpu_seconds() + seconds;
  while (times.size() < 5 || cpu_seconds() < end) {
    const double start = cpu_seconds();
    call();
    times.push_back(cpu_seconds() - start);
  }
  std::sort(times.begin(), times.end());
  return times;
}

emo::core::ImageArchitecture architecture_of(const std::string& name) {
  emo::core::ImageArchitecture a;
  a.name = name == "net_b" ? "plain" : name;
  a.heads = {{"emotion", 7}, {"fer", 7}};
  if (name == "resnet18" || name == "resnet50" || name == "mobilenet_v2" || name == "efficientnet_lite0") {
    a.channels = 3;
    a.height = a.width = 96;
  } else if (name == "ultraface_rfb") {
    a.channels = 3;
    a.height = 240;
    a.width = 320;
    a.heads.clear();
  }
  return a;
}

int run(const std::string& name, bool int8, std::size_t batch, double seconds, std::size_t height, std::size_t width) {
  emo::io::Bundle bundle;
  bundle.manifest.task = emo::io::Task::kFace;
  bundle.manifest.image = architecture_of(name);
  bundle.manifest.quantization = int8 ? emo::io::Quantization::kInt8 : emo::io::Quantization::kF32;
  const auto network = need(emo::core::build_network(bundle.manifest.image));
  std::mt19937 random(7);
  std::vector<std::vector<float>> values;
  std::vector<std::pair<std::string, TensorView>> tensors;
  const auto specs = need(emo::core::tensors_of(network));
  for (const auto& spec : specs) {
    std::int64_t n = 1;
    for (const auto extent : spec.shape) n *= extent;
    const double fan_in = static_cast<double>(n) / static_cast<double>(spec.shape[0]);
    std::normal_distribution<float> normal(0.0F, static_cast<float>(std::sqrt(2.0 / fan_in)));
    values.emplace_back(static_cast<std::size_t>(n));
    for (float& x : values.back()) x = spec.shape.size() == 1 ? 0.1F : normal(random);
    tensors.emplace_back(spec.name, TensorView{DType::kF32, spec.shape, std::as_bytes(std::span(values.back()))});
  }
  emo::models::QuantizedTensors quantized;
  if (int8) {
    quantized = need(emo::models::quantize_image_tensors(network, tensors));
    tensors = quantized.tensors;
  }
  const std::string bytes = need(emo::io::serialize_safetensors(tensors));
  bundle.weights = need(emo::io::SafeTensors::parse(std::as_bytes(std::span(bytes)), "memory"));
  const auto model = need(emo::models::ImageModel::load(bundle));
  if (height == 0) height = static_cast<std::size_t>(network.height);
  if (width == 0) width = static_cast<std::size_t>(network.width);
  std::vector<float> pixels(batch * height * width * static_cast<std::size_t>(network.channels));
  std::normal_distribution<float> normal;
  for (float& p : pixels) p = normal(random);
  emo::models::ImageWorkspace workspace;
  const auto times = sample(seconds, [&] {
    if (network.heads.empty()) {
      need(model.maps({pixels, batch, height, width}, workspace));
    } else {
      need(model.run({pixels, batch, height, width}, workspace));
    }
  });
  // Multiply-adds grow with the area; heads and attention are small beside that.
  const double area = static_cast<double>(height * width) / static_cast<double>(network.height * network.width);
  const double operations = 2.0 * area * static_cast<double>(need(emo::core::cost_of(network)).multiply_adds);
  const double median = times[times.size() / 2] / static_cast<double>(batch);
  std::printf(
      "{\"name\":\"%s\",\"weights\":\"%s\",\"isa\":\"%s\",\"batch\":%zu,\"height\":%zu,\"width\":%zu,\"calls\":%zu,"
      "\"ms_per_image\":%.4f,\"best_ms_per_image\":%.4f,\"mop\":%.1f,\"gop_per_s\":%.1f}\n",
      name.c_str(), int8 ? "int8" : "f32", std::string(emo::nn::isa_name(emo::nn::best_isa())).c_str(), batch, height,
      width, times.size(), 1e3 * median, 1e3 * times[0] / static_cast<double>(batch), operations / 1e6,
      operations / median / 1e9);
  return 0;
}

#if defined(__x86_64__)
// 12 chains of independent operations, enough to fill two ports of latency 4 or 5.
__attribute__((target("avx2,fma"))) float peak_f32(std::size_t steps) {
  __m256 sum[12];
  for (auto& s : sum) s = _mm256_set1_ps(1.0F);
  const __m256 a = _mm256_set1_ps(0.999F);
  const __m256 b = _mm256_set1_ps(0.001F);
  for (std::size_t i = 0; i < steps; ++i) {
#pragma GCC unroll 12
    for (auto& s : sum) s = _mm256_fmadd_ps(s, a, b);
  }
  for (int i = 1; i < 12; ++i) sum[0] = _mm256_add_ps(sum[0], sum[i]);
  return _mm256_cvtss_f32(sum[0]);
}

__attribute__((target("avx2"))) int peak_pairs(std::size_t steps) {
  __m256i sum[12];
  for (auto& s : sum) s = _mm256_set1_epi32(1);
  __m256i a = _mm256_set1_epi16(3);
  const __m256i b = _mm256_set1_epi16(5);
  for (std::size_t i = 0; i < steps; ++i) {
#pragma GCC unroll 12
    for (auto& s : sum) s = _mm256_add_epi32(s, _mm256_madd_epi16(a, b));
    asm volatile("" : "+x"(a));
  }
  for (int i = 1; i < 12; ++i) sum[0] = _mm256_add_epi32(sum[0], sum[i]);
  return _mm256_extract_epi32(sum[0], 0);
}

int peak(double seconds) {
  constexpr std::size_t kSteps = 200'000;
  volatile float sink_f = 0;
  volatile int sink_i = 0;
  const auto f = sample(seconds, [&] { sink_f = sink_f + peak_f32(kSteps); });
  const auto s = sample(seconds, [&] { sink_i = sink_i + peak_pairs(kSteps); });
  std::printf("{\"f32_avx2_gop_per_s\":%.1f,\"s16_pairs_avx2_gop_per_s\":%.1f}\n",
              1e-9 * static_cast<double>(kSteps) * 12 * 16 / f[f.size() / 2],
              1e-9 * static_cast<double>(kSteps) * 12 * 32 / s[s.size() / 2]);
  return 0;
}
#else
int peak(double) {
  std::printf("{}\n");
  return 0;
}
#endif

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() >= 5 && args[0] == "run") {
    return run(args[1], args[2] == "int8", std::stoul(args[3]), std::stod(args[4]),
               args.size() > 6 ? std::stoul(args[5]) : 0, args.size() > 6 ? std::stoul(args[6]) : 0);
  }
  if (args.size() == 2 && args[0] == "peak") return peak(std::stod(args[1]));
  std::fprintf(stderr, "usage: nn_image_model run NAME f32|int8 BATCH SECONDS [HEIGHT WIDTH] | peak SECONDS\n");
  return 1;
}
