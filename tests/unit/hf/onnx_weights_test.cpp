// Names and orientation of weights in an exported graph, and what damage to the file does. That the numbers are right
// is tests/golden/hf's business.
#include "hf/onnx_weights.hpp"

#include <gtest/gtest.h>

#include "checkpoint_folder.hpp"
#include "hf/checkpoint.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

using testing::CheckpointFolder;

#ifdef EMO_ONNX

TEST(ReadOnnxWeights, GivesLinearWeightsTheirNamesAndOrientationBack) {
  const CheckpointFolder folder("bert_onnx");
  const auto weights = read_onnx_weights(folder.file("model.onnx"));
  ASSERT_TRUE(weights) << weights.error().message;
  const auto shape = [&](std::string_view name) {
    const auto it = weights->tensors.find(name);
    return it == weights->tensors.end() ? core::Shape{} : it->second.shape;
  };
  EXPECT_EQ(shape("bert.encoder.layer.1.intermediate.dense.weight"), (core::Shape{64, 32}));
  EXPECT_EQ(shape("bert.encoder.layer.0.output.dense.weight"), (core::Shape{32, 64}));
  EXPECT_EQ(shape("bert.encoder.layer.0.attention.self.key.weight"), (core::Shape{32, 32}));
  EXPECT_EQ(shape("classifier.weight"), (core::Shape{3, 32}));
  for (const auto& [name, view] : weights->tensors) EXPECT_FALSE(name.starts_with("onnx::")) << name;
}

TEST(ReadOnnxWeights, OnnxFolderIsFoundInsideTheCheckpoint) {
  const CheckpointFolder folder("bert_onnx");
  std::filesystem::create_directory(folder.file("onnx"));
  std::filesystem::rename(folder.file("model.onnx"), folder.file("onnx/model.onnx"));
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_TRUE(checkpoint) << checkpoint.error().message;
  EXPECT_EQ(checkpoint->tensors.size(), core::tensors_of(checkpoint->architecture).size());
}

TEST(ReadOnnxWeights, DamagedFilesAreErrorsNotCrashes) {
  const CheckpointFolder folder("bert_onnx");
  const auto whole = io::read_file(folder.file("model.onnx"));
  ASSERT_TRUE(whole);
  for (std::size_t size = 0; size < whole->size(); size += 1 + size / 3) {
    folder.write("model.onnx", std::string_view(*whole).substr(0, size));
    EXPECT_FALSE(load_checkpoint(folder.path())) << size;
  }
  for (std::size_t at = 0; at < whole->size(); at += 997) {
    std::string flipped = *whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
    folder.write("model.onnx", flipped);
    const auto weights = read_onnx_weights(folder.file("model.onnx"));
    if (!weights) continue;
    for (const auto& [name, view] : weights->tensors) {
      ASSERT_EQ(view.bytes.size(), static_cast<std::size_t>(view.elements()) * core::dtype_size(view.dtype)) << name;
    }
  }
  EXPECT_EQ(read_onnx_weights(folder.file("none.onnx")).error().code, ErrorCode::kNotFound);
}

#else

TEST(ReadOnnxWeights, ABuildWithoutOnnxSaysSo) {
  const CheckpointFolder folder("bert_onnx");
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_FALSE(checkpoint);
  EXPECT_EQ(checkpoint.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(checkpoint.error().message.find("EMO_ONNX"), std::string::npos) << checkpoint.error().message;
}

#endif

}  // namespace
}  // namespace emo::hf
