#include "train/face_config.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "toy_run.hpp"

namespace emo::train {
namespace {

std::string message_of(const std::string& json) {
  const auto config = parse_face_config(json, "/base");
  return config ? "accepted" : config.error().message;
}

TEST(FaceConfigTest, WritesWhatItReads) {
  const auto config = parse_face_config(
      R"({"name":"f","sources":[{"path":"set","format":"ferplus","heads":["h"]}],
          "heads":[{"name":"h","labels":["a","b"],"label_smoothing":0.1}],"votes":"drawn","optimizer":"sam",
          "architecture":{"name":"repvgg","widths":[8,16],"depths":[1,2]},"sides":[{"from":0,"side":40}],
          "augmentation":{"mixup":0.2},"select":"loss","start_shares":[0,0.5]})",
      "/base");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->sources[0].path, "/base/set");
  EXPECT_EQ(config->architecture.widths, (std::vector<std::int64_t>{8, 16}));
  EXPECT_EQ(config->optimizer, OptimizerKind::kSam);
  EXPECT_EQ(config->start_shares, (std::vector<double>{0, 0.5}));
  const auto again = parse_face_config(to_json(*config), "");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(to_json(*again), to_json(*config));
}

TEST(FaceConfigTest, SaysWhatIsWrong) {
  EXPECT_NE(message_of(R"({"sources":[]})").find("at least one data source"), std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x","formt":"list"}]})").find("nearest known: 'format'"),
            std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x","format":"zip"}]})").find("one of auto folders"), std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"batch":1})").find("batch must be"), std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"augmentation":{"flip":2}})").find("augmentation"),
            std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x","heads":["no"]}]})").find("no head"), std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"start_shares":[0.5,1]})").find("start_shares must be in [0, 1)"),
            std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"start_shares":["all"]})").find("a list of numbers"),
            std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"sides":[{"from":0.5,"side":40},{"from":0.2,"side":48}]})")
                .find("must rise"),
            std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"heads":[{"name":"h","activation":"sigmoid","loss":"binary"}]})")
                .find("softmax"),
            std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"architecture":{"widths":[1.5]}})").find("whole numbers"),
            std::string::npos);
}

TEST(FaceConfigTest, ATaxonomyOfTextsIsRefused) {
  const auto with = [](const std::string& taxonomy) {
    return message_of(R"({"sources":[{"path":"x"}],"heads":[{"name":"h","taxonomy":")" + taxonomy + "\"}]}");
  };
  EXPECT_EQ(with("basic7"), "accepted");
  EXPECT_NE(with("polarity3").find("head 'h': taxonomy 'polarity3' is for texts"), std::string::npos);
  EXPECT_NE(with("goemotions28").find("custom or basic7"), std::string::npos);
}

TEST(FaceConfigTest, EveryRecipeOfOursIsRead) {
  std::size_t recipes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(EMO_SOURCE_DIR "/recipes")) {
    if (!entry.path().filename().string().starts_with("face")) continue;
    EXPECT_EQ(message_of(test::read_text(entry.path().string())), "accepted") << entry.path();
    ++recipes;
  }
  EXPECT_GE(recipes, 7U);
}

TEST(FaceConfigTest, TheSideFollowsProgress) {
  FaceTrainConfig config;
  EXPECT_EQ(side_at(config, 0.3), 48);
  config.sides = {{0, 32}, {0.4, 48}};
  EXPECT_EQ(side_at(config, 0.39), 32);
  EXPECT_EQ(side_at(config, 0.4), 48);
}

}  // namespace
}  // namespace emo::train
