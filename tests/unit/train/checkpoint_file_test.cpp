#include "train/checkpoint_file.hpp"

#include <gtest/gtest.h>

#include "io/safetensors.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

TEST(CheckpointFile, RoundTripsTensorsAndNote) {
  const std::string path = test::scratch_folder() + "/x.safetensors";
  const at::Tensor a = at::randn({3, 4}).t();  // not contiguous
  const at::Tensor b = at::arange(5, at::kLong);
  ASSERT_TRUE(save_checkpoint(path, {{"a", a}, {"b", b}, {"scalar", at::ones({})}}, R"({"epoch":1})"));
  const auto loaded = load_checkpoint_file(path);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_TRUE(at::equal(loaded->tensors.at("a"), a));
  EXPECT_TRUE(at::equal(loaded->tensors.at("b"), b));
  EXPECT_EQ(loaded->tensors.at("b").scalar_type(), at::kLong);
  EXPECT_EQ(loaded->tensors.at("scalar").dim(), 0);
  EXPECT_EQ(loaded->note, R"({"epoch":1})");
}

TEST(CheckpointFile, RefusesTypesItDoesNotKnow) {
  const std::string path = test::scratch_folder() + "/x.safetensors";
  const auto saved = save_checkpoint(path, {{"d", at::ones({2}, at::kDouble)}}, "{}");
  ASSERT_FALSE(saved);
  EXPECT_NE(saved.error().message.find("'d'"), std::string::npos);
}

TEST(CheckpointFile, SaysWhatIsMissingOrDamaged) {
  const std::string folder = test::scratch_folder();
  const auto missing = load_checkpoint_file(folder + "/none.safetensors");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);

  const std::string path = folder + "/x.safetensors";
  ASSERT_TRUE(save_checkpoint(path, {{"a", at::ones({100})}}, "{}"));
  std::string bytes = test::read_text(path);
  test::write_text(path, bytes.substr(0, bytes.size() - 10));
  const auto cut = load_checkpoint_file(path);
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::kInvalidModel);

  const std::vector<float> values{1, 2};
  const auto plain =
      io::serialize_safetensors({{"a", {core::DType::kF32, {2}, std::as_bytes(std::span<const float>(values))}}}, {});
  ASSERT_TRUE(plain);
  test::write_text(path, *plain);
  const auto other = load_checkpoint_file(path);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(other.error().message.find("not a training checkpoint"), std::string::npos);
}

}  // namespace
}  // namespace emo::train
