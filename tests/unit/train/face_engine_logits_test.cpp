#include "train/face_engine_logits.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <span>

#include "core/random.hpp"
#include "toy_run.hpp"
#include "train/face_batches.hpp"
#include "train/image_deploy.hpp"

namespace emo::train {
namespace {

class FaceEngineLogitsTest : public testing::TestWithParam<const char*> {};

// What was trained is what serves: the engine's fp32 logits are libtorch's.
TEST_P(FaceEngineLogitsTest, AreThoseOfLibtorch) {
  core::ImageArchitecture architecture;
  architecture.name = GetParam();
  architecture.height = architecture.width = 32;
  architecture.heads = {{"a", 3}, {"b", 4}};
  if (architecture.name == "vit") {
    architecture.widths = {32};
    architecture.depths = {2};
  }
  const auto network = core::build_network(architecture);
  ASSERT_TRUE(network) << network.error().message;
  ImageModule module(*network, 1, at::kCPU);
  const at::NoGradGuard no_grad;
  at::manual_seed(2);
  for (int i = 0; i < 2; ++i) module.forward(at::randn({8, 1, 32, 32}), true);
  for (auto& [name, value] : module.parameters()) {
    if (value.dim() == 1) value.add_(at::randn_like(value) * 0.1);
  }

  FaceDataset data;
  data.images = {32, 32, 1, {}};
  core::Random random(5);
  for (int i = 0; i < 5 * 32 * 32; ++i) data.images.pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
  for (std::size_t i = 0; i < 5; ++i) {
    data.dev.emplace_back();
    data.dev.back().image = i;
  }
  io::Manifest manifest;
  manifest.name = "net";
  manifest.version = "1";
  manifest.task = io::Task::kFace;
  manifest.image = architecture;
  manifest.image_preprocess.height = manifest.image_preprocess.width = 32;
  for (const auto& head : architecture.heads) {
    io::HeadManifest item;
    item.name = head.name;
    item.taxonomy = "custom";
    for (std::int64_t k = 0; k < head.classes; ++k) item.labels.push_back("c" + std::to_string(k));
    manifest.heads.push_back(item);
  }
  const auto values = deployed_tensors(module);
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  const auto specs = core::tensors_of(*network);
  ASSERT_TRUE(specs);
  for (const auto& spec : *specs) {
    tensors.emplace_back(
        spec.name, core::TensorView{core::DType::kF32, spec.shape, std::as_bytes(std::span(values.at(spec.name)))});
  }
  const std::string folder = test::scratch_folder() + "/bundle";
  const auto written = io::write_bundle(folder, manifest, tensors, {});
  ASSERT_TRUE(written) << written.error().message;
  const auto bundle = io::open_bundle(folder);
  ASSERT_TRUE(bundle) << bundle.error().message;
  const auto engine = face_engine_logits(*bundle, data.images, data.dev, 2, FaceViews::kBoth);
  ASSERT_TRUE(engine) << engine.error().message;

  for (const bool mirror : {false, true}) {
    const auto expected = module.forward(plain_batch(data, data.dev, 0, 5, 32, mirror), false);
    const auto& got = mirror ? engine->mirrored : engine->plain;
    for (std::size_t h = 0; h < 2; ++h) {
      const at::Tensor values_of_head = expected[h].contiguous();
      ASSERT_EQ(static_cast<std::int64_t>(got[h].size()), values_of_head.numel());
      for (std::size_t i = 0; i < got[h].size(); ++i) {
        const auto value = static_cast<double>(values_of_head.data_ptr<float>()[i]);
        EXPECT_NEAR(got[h][i], value, 1e-4 * std::max(1.0, std::abs(value))) << GetParam() << " " << h << " " << i;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Architectures, FaceEngineLogitsTest,
                         testing::Values("plain", "repvgg", "resnet18", "mobilenet_v1", "mobilenet_v2",
                                         "efficientnet_lite0", "vit", "attention_cnn"),
                         [](const auto& architecture) { return std::string(architecture.param); });

}  // namespace
}  // namespace emo::train
