#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "io/file.hpp"
#include "linear/model.hpp"

namespace emo::linear {
namespace {

class ModelFile : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    directory_ =
        (std::filesystem::temp_directory_path() / ("emo_linear_" + std::to_string(::getpid()) + "_" + info->name()))
            .string();
    Parameters p;
    p.labels = {"anger", "joy", "neutral"};
    p.activation = core::HeadActivation::kSigmoid;
    p.features.hash_bits = 10;
    for (std::size_t i = 0; i < (3U << 10U); ++i) p.weights.push_back(static_cast<float>(i % 7) - 3);
    p.bias = {0.25F, -1, 2};
    p.temperature = 1.5;
    p.thresholds = {0.2, 0.5, 0.7};
    parameters_ = p;
    auto model = Model::create(p);
    ASSERT_TRUE(model);
    const auto saved = save(*model, directory_);
    ASSERT_TRUE(saved) << saved.error().message;
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  void replace(const std::string& from, const std::string& to) {
    const std::string path = directory_ + "/linear.json";
    std::string text = *io::read_file(path);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    ASSERT_TRUE(io::write_file_atomic(path, text));
  }

  std::string directory_;
  Parameters parameters_;
};

TEST_F(ModelFile, ComesBackAsItWas) {
  const auto model = load(directory_);
  ASSERT_TRUE(model) << model.error().message;
  const Parameters& p = model->parameters();
  EXPECT_EQ(p.labels, parameters_.labels);
  EXPECT_EQ(p.activation, parameters_.activation);
  EXPECT_EQ(p.features, parameters_.features);
  EXPECT_EQ(p.weights, parameters_.weights);
  EXPECT_EQ(p.bias, parameters_.bias);
  EXPECT_EQ(p.temperature, parameters_.temperature);
  EXPECT_EQ(p.thresholds, parameters_.thresholds);
}

TEST_F(ModelFile, MissingFolderIsNotFound) {
  EXPECT_EQ(load(directory_ + "/none").error().code, ErrorCode::kNotFound);
}

TEST_F(ModelFile, OtherVersionIsUnsupported) {
  replace("\"format_version\": 1", "\"format_version\": 9");
  EXPECT_EQ(load(directory_).error().code, ErrorCode::kUnsupported);
}

TEST_F(ModelFile, DamagedDescriptionNamesItsMember) {
  replace("\"sigmoid\"", "\"relu\"");
  EXPECT_NE(load(directory_).error().message.find("activation"), std::string::npos);
}

TEST_F(ModelFile, ExtentsMustAgree) {
  replace("\"hash_bits\": 10", "\"hash_bits\": 11");
  const auto model = load(directory_);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(model.error().message.find("expected 6144"), std::string::npos) << model.error().message;
}

TEST_F(ModelFile, TruncatedNumbersAreRefused) {
  std::filesystem::resize_file(directory_ + "/linear.safetensors", 500);
  EXPECT_EQ(load(directory_).error().code, ErrorCode::kInvalidModel);
}

}  // namespace
}  // namespace emo::linear
