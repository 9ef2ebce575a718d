#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "face_flags.hpp"
#include "toy_run.hpp"

namespace emo::app {
namespace {

class FaceFlagsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder = test::scratch_folder();
    std::filesystem::create_directories(folder + "/faces/happy");
  }
  std::string folder;
};

TEST_F(FaceFlagsTest, AFolderIsEnough) {
  FaceFlags flags;
  flags.data = folder + "/faces/";
  const auto config = face_config_of(flags);
  ASSERT_TRUE(config) << config.error().message;
  ASSERT_EQ(config->sources.size(), 1U);
  EXPECT_EQ(config->sources[0].name, "faces");
  EXPECT_TRUE(std::filesystem::path(config->sources[0].path).is_absolute());
  EXPECT_EQ(config->heads[0].name, "expression");
  EXPECT_TRUE(config->heads[0].labels.empty());
  EXPECT_EQ(config->grow_input_to, 64);
  EXPECT_TRUE(config->flip_average);
  flags.grow_input_to = 0;
  flags.flip_average = false;
  const auto plain = face_config_of(flags);
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->grow_input_to, 0);
  EXPECT_FALSE(plain->flip_average);
}

TEST_F(FaceFlagsTest, FineTuningIsShorterAndGentler) {
  FaceFlags flags;
  flags.data = folder + "/faces";
  const auto fresh = face_config_of(flags);
  flags.init = EMO_SOURCE_DIR "/models/face";
  const auto tuned = face_config_of(flags);
  ASSERT_TRUE(fresh && tuned);
  EXPECT_LT(tuned->epochs, fresh->epochs);
  EXPECT_LE(8 * tuned->learning_rate, fresh->learning_rate) << "what the start knows is lost at higher ones";
  EXPECT_EQ(tuned->grow_input_to, 96) << "twice what models/face reads";
  EXPECT_EQ(fresh->select, train::Selection::kMacroF1);
  EXPECT_EQ(tuned->select, train::Selection::kCalibratedLoss) << "macro-F1 would keep a start for a face or two";
  EXPECT_EQ(fresh->most_views, 0);
  EXPECT_GT(tuned->most_views, 0) << "ends within an hour";
  flags.epochs = 30;
  const auto counted = face_config_of(flags);
  flags.epochs.reset();
  flags.max_minutes = 90;
  const auto timed = face_config_of(flags);
  ASSERT_TRUE(counted && timed);
  EXPECT_EQ(counted->epochs, 30);
  EXPECT_EQ(counted->most_views, 0) << "epochs that somebody asked for are not lowered";
  EXPECT_EQ(timed->most_views, 0);
}

TEST_F(FaceFlagsTest, AnArchitectureThatWouldBeIgnoredIsRefused) {
  FaceFlags flags;
  flags.data = folder + "/faces";
  flags.architecture = "vit";
  EXPECT_TRUE(face_config_of(flags));
  flags.init = EMO_SOURCE_DIR "/models/face";
  const auto both = face_config_of(flags);
  ASSERT_FALSE(both);
  EXPECT_EQ(both.error().code, ErrorCode::kUsage);
  EXPECT_NE(both.error().message.find("--init " + flags.init), std::string::npos) << both.error().message;
  flags.init.clear();
  for (const char* name : {"resnet99", "ultraface_rfb"}) {
    flags.architecture = name;
    const auto unknown = face_config_of(flags);
    ASSERT_FALSE(unknown) << name;
    EXPECT_EQ(unknown.error().code, ErrorCode::kUsage);
    EXPECT_NE(unknown.error().message.find("resnet18"), std::string::npos) << unknown.error().message;
    EXPECT_EQ(unknown.error().message.find(", ultraface_rfb"), std::string::npos) << unknown.error().message;
  }
}

TEST_F(FaceFlagsTest, ABundledModelIsFoundByItsName) {
  std::filesystem::create_directories(folder + "/models/mine");
  setenv("EMO_MODELS", (folder + "/models").c_str(), 1);
  FaceFlags flags;
  flags.data = folder + "/faces";
  flags.init = "mine";
  const auto found = face_config_of(flags);
  flags.init = "yours";
  const auto absent = face_config_of(flags);
  unsetenv("EMO_MODELS");
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->init, folder + "/models/mine");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::kNotFound);
  EXPECT_NE(absent.error().message.find(folder + "/models/yours"), std::string::npos) << absent.error().message;
}

TEST_F(FaceFlagsTest, ABundledModelIsFoundByItsNameInAConfig) {
  for (const char* bundle : {"models/mine", "models/wise", "configs/near"}) {
    std::filesystem::create_directories(folder + "/" + bundle);
  }
  setenv("EMO_MODELS", (folder + "/models").c_str(), 1);
  FaceFlags flags;
  flags.config = folder + "/configs/c.json";
  const auto config_with = [&](const std::string& keys) {
    test::write_text(flags.config, R"({"sources":[{"path":"faces"}],)" + keys + "}");
    return face_config_of(flags);
  };
  const auto named = config_with(R"("init":"mine","teachers":["models/wise","near"],"distill_weight":0.5)");
  const auto absent = config_with(R"("init":"yours")");
  const auto elsewhere = config_with(R"("init":"../models/mine")");
  const auto network = config_with(R"("architecture":{"name":"ultraface_rfb"})");
  unsetenv("EMO_MODELS");
  ASSERT_TRUE(named) << named.error().message;
  EXPECT_EQ(named->init, folder + "/models/mine");
  EXPECT_EQ(named->teachers, (std::vector<std::string>{folder + "/models/wise", folder + "/configs/near"}))
      << "what lies beside the config comes first";
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(absent.error().message.find("init: no model bundle 'yours'"), 0U) << absent.error().message;
  ASSERT_TRUE(elsewhere) << elsewhere.error().message;
  EXPECT_EQ(elsewhere->init, folder + "/models/mine");
  ASSERT_FALSE(network);
  EXPECT_NE(network.error().message.find("architecture.name 'ultraface_rfb' is no network that can be trained"),
            std::string::npos)
      << network.error().message;
}

TEST_F(FaceFlagsTest, FlagsOverrideTheConfigAndItsRangesHold) {
  test::write_text(folder + "/c.json", R"({"sources":[{"path":"faces"}],"epochs":7,"seed":3})");
  FaceFlags flags;
  flags.config = folder + "/c.json";
  flags.epochs = 2;
  flags.architecture = "vit";
  flags.classes = {"a", "b"};
  const auto config = face_config_of(flags);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->epochs, 2);
  EXPECT_EQ(config->seed, 3);
  EXPECT_EQ(config->architecture.name, "vit");
  EXPECT_EQ(config->sources[0].numbered, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(config->sources[0].path, folder + "/faces");
  EXPECT_EQ(config->grow_input_to, 0) << "a config says what it wants";
  EXPECT_FALSE(config->flip_average);
  flags.batch = 1;
  EXPECT_FALSE(face_config_of(flags));
}

TEST_F(FaceFlagsTest, MissingDataAndRunsAreNamed) {
  FaceFlags flags;
  flags.data = folder + "/nothing";
  const auto refused = face_config_of(flags);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kNotFound);
  EXPECT_NE(refused.error().message.find("nothing"), std::string::npos);
  EXPECT_FALSE(face_config_of_run(folder, flags));
}

TEST(FaceFlags, AConfigWithoutSourcesIsOfSettingsAlone) {
  const std::string folder = test::scratch_folder();
  test::write_text(folder + "/settings.json", R"({"batch":32,"augmentation":{"flip":0}})");
  FaceFlags flags;
  flags.data = folder;
  flags.config = folder + "/settings.json";
  const auto config = face_config_of(flags);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->sources[0].path, folder);
  EXPECT_EQ(config->batch, 32);
  EXPECT_EQ(config->augmentation.flip, 0);
  EXPECT_EQ(config->epochs, 40) << "as of --data alone";
}

}  // namespace
}  // namespace emo::app
