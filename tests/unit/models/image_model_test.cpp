// Every image architecture: computed layer by layer against plain loops, batches against singles, int8 against f32.
#include "models/image_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "models/image_runner.hpp"
#include "models/image_workspace.hpp"
#include "random_image_model.hpp"

namespace emo::models {
namespace {

std::vector<core::ImageArchitecture> architectures() {
  std::vector<core::ImageArchitecture> all;
  for (const auto name : core::image_architectures()) {
    core::ImageArchitecture a;
    a.name = name;
    a.height = a.width = 32;
    a.heads = {{"emotion", 7}, {"other", 3}};
    if (name == "plain" || name == "repvgg" || name == "attention_cnn") {
      a.stem = 5;
      a.widths = {12, 20};
      a.depths = {2, 1};
    } else if (name == "vit") {
      a.widths = {24};
      a.depths = {2};
    } else if (name == "ultraface_rfb") {
      a.channels = 3;
      a.height = 48;
      a.width = 64;
      a.heads.clear();
    } else if (name == "resnet18" || name == "resnet50") {
      a.channels = 3;
      a.widths = {8, 12, 16, 20};
      a.depths = {1, 2, 1, 1};
    } else if (name == "mobilenet_v1") {
      a.channels = 3;
      a.widths = {8, 12, 16, 20, 24};
      a.depths = {1, 1, 2, 1, 1};
    } else {
      a.channels = 3;
      a.widths = {8, 12, 16, 20, 24, 28, 32};
      a.depths = {1, 1, 1, 1, 1, 1, 1};
    }
    all.push_back(a);
  }
  return all;
}

double largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
  EXPECT_EQ(a.size(), b.size());
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double d = std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i]));
    largest = std::isnan(d) ? INFINITY : std::max(largest, d);
  }
  return largest;
}

std::vector<float> all_values(const std::vector<OutputMap>& maps) {
  std::vector<float> values;
  for (const auto& map : maps) values.insert(values.end(), map.values.begin(), map.values.end());
  return values;
}

double largest(const std::vector<float>& values) {
  double top = 0;
  for (const float v : values) top = std::max(top, std::abs(static_cast<double>(v)));
  return top;
}

TEST(ImageModel, EveryArchitectureEqualsPlainLoops) {
  for (const auto& architecture : architectures()) {
    const RandomImageModel made(architecture, 11);
    const auto model = ImageModel::load(made.bundle());
    ASSERT_TRUE(model) << architecture.name << ": " << model.error().message;
    const auto pixels = made.images(2, 5);
    ImageWorkspace workspace;
    const auto maps = model->maps({pixels, 2, made.height(), made.width()}, workspace);
    ASSERT_TRUE(maps) << architecture.name << ": " << maps.error().message;
    const auto expected = reference_outputs(made, pixels, 2);
    const auto got = all_values(*maps);
    EXPECT_GT(largest(expected), 1e-3) << architecture.name;
    EXPECT_LT(largest_difference(got, expected), 1e-4 * std::max(1.0, largest(expected))) << architecture.name;
    if (architecture.heads.empty()) continue;
    const auto logits = model->run({pixels, 2, made.height(), made.width()}, workspace);
    ASSERT_TRUE(logits);
    EXPECT_LT(largest_difference(*logits, reference_logits(made, expected, 2)), 1e-4) << architecture.name;
  }
}

TEST(ImageModel, ABatchEqualsItsSinglesBitForBit) {
  for (const auto quantization : {io::Quantization::kF32, io::Quantization::kInt8}) {
    for (const auto& architecture : architectures()) {
      const RandomImageModel made(architecture, 7, quantization);
      const auto model = ImageModel::load(made.bundle());
      ASSERT_TRUE(model) << architecture.name << ": " << model.error().message;
      constexpr std::size_t kImages = 11;  // more than one chunk
      const auto pixels = made.images(kImages, 3);
      ImageWorkspace workspace;
      const auto together = model->maps({pixels, kImages, made.height(), made.width()}, workspace);
      ASSERT_TRUE(together);
      const std::size_t size = pixels.size() / kImages;
      for (std::size_t b = 0; b < kImages; ++b) {
        const auto alone =
            model->maps({std::span(pixels).subspan(b * size, size), 1, made.height(), made.width()}, workspace);
        ASSERT_TRUE(alone);
        for (std::size_t i = 0; i < alone->size(); ++i) {
          const auto& one = (*alone)[i].values;
          ASSERT_TRUE(std::equal(one.begin(), one.end(),
                                 (*together)[i].values.begin() + static_cast<std::ptrdiff_t>(b * one.size())))
              << architecture.name << " image " << b << " output " << i;
        }
      }
    }
  }
}

TEST(ImageModel, Int8IsCloseToF32) {
  for (const auto& architecture : architectures()) {
    const RandomImageModel made(architecture, 3);
    const RandomImageModel coded(architecture, 3, io::Quantization::kInt8);
    const auto pixels = made.images(2, 9);
    ImageWorkspace workspace;
    const auto f32 = ImageModel::load(made.bundle())->maps({pixels, 2, made.height(), made.width()}, workspace);
    const auto int8 = ImageModel::load(coded.bundle())->maps({pixels, 2, made.height(), made.width()}, workspace);
    ASSERT_TRUE(f32 && int8);
    const auto expected = all_values(*f32);
    EXPECT_LT(largest_difference(all_values(*int8), expected), 0.12 * largest(expected)) << architecture.name;
  }
}

TEST(ImageModel, EveryInstructionSetAgrees) {
  for (const auto quantization : {io::Quantization::kF32, io::Quantization::kInt8}) {
    for (const auto& architecture : architectures()) {
      const RandomImageModel made(architecture, 5, quantization);
      const auto pixels = made.images(1, 2);
      std::vector<float> expected;
      for (const nn::Isa isa : nn::all_isas()) {
        if (!nn::isa_supported(isa)) continue;
        const WeightReader reader(made.bundle().weights, quantization);
        auto runner = ImageRunner::load(core::build_network(architecture).value(), reader, isa);
        ASSERT_TRUE(runner) << runner.error().message;
        ImageWorkspace workspace;
        ASSERT_TRUE(runner->prepare(made.height(), made.width(), workspace.impl()));
        runner->run({pixels.data(), 1}, workspace.impl());
        std::vector<float> got;
        for (const int output : runner->network().outputs) {
          const nn::Map map = workspace.impl().map(output);
          for (std::size_t y = 0; y < map.height; ++y) {
            for (std::size_t x = 0; x < map.width; ++x) {
              const float* p = map.data + y * map.row + x * map.ld;
              got.insert(got.end(), p, p + map.channels);
            }
          }
        }
        if (expected.empty()) expected = got;
        // int8: a last-bit difference may move a code by one step.
        const double tolerance = quantization == io::Quantization::kF32 ? 1e-4 : 0.03;
        EXPECT_LT(largest_difference(got, expected), tolerance * std::max(1.0, largest(expected)))
            << architecture.name << " " << nn::isa_name(isa);
      }
    }
  }
}

TEST(ImageModel, OtherSizesAndAWorkspaceOfTwoModels) {
  const auto all = architectures();
  const RandomImageModel plain(all[0], 1);
  const RandomImageModel detector(all.back(), 2);
  const auto a = ImageModel::load(plain.bundle());
  const auto b = ImageModel::load(detector.bundle());
  ASSERT_TRUE(a && b);
  ImageWorkspace workspace;
  const auto pixels = plain.images(1, 1);
  const auto before = a->run({pixels, 1, 32, 32}, workspace);
  const std::vector<float> photo(100 * 131 * 3, 0.25F);
  const auto maps = b->maps({photo, 1, 100, 131}, workspace);
  ASSERT_TRUE(maps) << maps.error().message;
  EXPECT_EQ(maps->front().height, 13U);
  EXPECT_EQ(maps->front().width, 17U);
  const auto after = a->run({pixels, 1, 32, 32}, workspace);
  ASSERT_TRUE(before && after);
  EXPECT_EQ(*before, *after);
}

TEST(ImageModel, MapsOfGigabytesAreRefusedBeforeTheyAreMade) {
  core::ImageArchitecture a;
  a.name = "plain";
  a.height = a.width = 2048;
  a.stem = 96;
  a.widths = {4};
  a.depths = {1};
  a.heads = {{"emotion", 2}};
  const RandomImageModel made(a, 1);
  const auto model = ImageModel::load(made.bundle());
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::kTooLarge) << model.error().message;
  EXPECT_NE(model.error().message.find("an image of 2048 x 2048 needs"), std::string::npos) << model.error().message;
}

TEST(ImageModel, BadInputIsRefused) {
  const auto all = architectures();
  const RandomImageModel made(all[0], 1);
  const auto model = ImageModel::load(made.bundle());
  ASSERT_TRUE(model);
  ImageWorkspace workspace;
  auto pixels = made.images(1, 1);
  EXPECT_EQ(model->run({pixels, 2, 32, 32}, workspace).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(model->run({pixels, 1, 0, 32}, workspace).error().code, ErrorCode::kInvalidInput);
  EXPECT_TRUE(model->run({{}, 0, 32, 32}, workspace)->empty());
  pixels[17] = NAN;
  const auto bad = model->run({pixels, 1, 32, 32}, workspace);
  ASSERT_FALSE(bad);
  EXPECT_NE(bad.error().message.find("image 0"), std::string::npos);
  for (const auto& architecture : all) {
    if (architecture.name != "vit") continue;
    const RandomImageModel vit(architecture, 1);
    const std::vector<float> other(40 * 40, 0.5F);
    EXPECT_EQ(ImageModel::load(vit.bundle())->run({other, 1, 40, 40}, workspace).error().code, ErrorCode::kUnsupported);
  }
}

}  // namespace
}  // namespace emo::models
