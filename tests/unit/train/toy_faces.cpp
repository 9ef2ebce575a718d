// Draws the toy faces. No picture of anybody.
#include "toy_faces.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <utility>

#include "toy_run.hpp"

namespace emo::test {
namespace {

constexpr int kSide = 48;

std::string pattern(std::size_t kind, std::mt19937& random) {
  const int phase = static_cast<int>(random() % 8), contrast = 50 + static_cast<int>(random() % 40);
  std::array<int, 36> patches{};  // so that no two pictures are copies by their perceptual hash
  for (int& patch : patches) patch = static_cast<int>(random() % 91) - 45;
  std::string out;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const int along = kind == 0 ? y : (kind == 1 ? x : x + y);
      const int wave = ((along + phase) / 8) % 2 == 0 ? contrast : -contrast;
      const int noise = static_cast<int>(random() % 31) - 15;
      const int patch = patches[static_cast<std::size_t>(y / 8 * 6 + x / 8)];
      out += (out.empty() ? "" : " ") + std::to_string(std::clamp(128 + wave + patch + noise, 0, 255));
    }
  }
  return out;
}

}  // namespace

std::string toy_fer_csv(std::size_t per_class, unsigned seed, bool splits) {
  const std::array<int, 3> codes{0, 3, 6};
  std::mt19937 random(seed);
  std::string out = "emotion,pixels,Usage\n";
  for (std::size_t i = 0; i < per_class; ++i) {
    for (std::size_t kind = 0; kind < codes.size(); ++kind) {
      const char* usage = !splits || i % 10 < 8 ? "Training" : (i % 10 == 8 ? "PublicTest" : "PrivateTest");
      out += std::to_string(codes[kind]) + "," + pattern(kind, random) + "," + usage + "\n";
    }
  }
  return out;
}

train::FaceTrainConfig toy_face_config(const std::string& folder, std::size_t per_class) {
  write_text(folder + "/fer.csv", toy_fer_csv(per_class, 1));
  train::FaceTrainConfig config;
  config.name = "toy-face";
  config.architecture.name = "plain";
  config.architecture.height = config.architecture.width = 16;
  config.architecture.stem = 4;
  config.architecture.widths = {8, 8};
  config.architecture.depths = {1, 1};
  config.architecture.dropout = 0;
  config.augmentation = train::FaceAugmentation();
  config.augmentation.rotate = 5;
  config.augmentation.low_resolution = config.augmentation.erase = config.augmentation.blur = 0;
  train::FaceSourcePlan source;
  source.name = "toy";
  source.licence = "CC0";
  source.path = folder + "/fer.csv";
  config.sources.push_back(source);
  config.epochs = 4;
  config.batch = 16;
  config.learning_rate = 2e-2;
  config.ema = 0.8;
  config.threads = 1;
  config.int8 = false;
  return config;
}

void add_second_head(train::FaceTrainConfig& config, std::string path) {
  config.sources.push_back(config.sources[0]);
  config.sources[1].path = std::move(path);
  config.sources[0].heads = {"first"};
  config.sources[1].heads = {"second"};
  config.heads.resize(2);
  config.heads[0].name = "first";
  config.heads[1].name = "second";
}

}  // namespace emo::test
