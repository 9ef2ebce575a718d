#include "train/face_config.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "toy_run.hpp"
#include "train/config_checks.hpp"

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

TEST(FaceConfigTest, WeightDecaySuitsTheOptimiserUnlessItIsGiven) {
  const auto decay_of = [](const std::string& keys) {
    return parse_face_config(R"({"sources":[{"path":"set"}])" + keys + "}", "/base")->weight_decay;
  };
  EXPECT_EQ(decay_of(""), 0.05);
  EXPECT_EQ(decay_of(R"(,"optimizer":"sgd")"), 5e-4);
  EXPECT_EQ(decay_of(R"(,"optimizer":"sam","weight_decay":0.01)"), 0.01);
}

TEST(FaceConfigTest, SaysWhatIsWrong) {
  EXPECT_NE(message_of(R"({"sources":[]})").find("at least one data source"), std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x","formt":"list"}]})").find("nearest known: 'format'"),
            std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x","format":"zip"}]})").find("one of auto folders"), std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"batch":1})").find("batch must be"), std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"batch":4096})").find("batch must be 2..4095"), std::string::npos);
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
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"heads":[{"name":"h","labels":["a","b"],"weight":0}]})")
                .find("nothing would be learnt"),
            std::string::npos);
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"architecture":{"widths":[1.5]}})").find("whole numbers"),
            std::string::npos);
}

TEST(FaceConfigTest, KeysThatNothingReadsAreRefused) {
  const auto message = [](const std::string& keys) { return message_of(R"({"sources":[{"path":"x"}],)" + keys + "}"); };
  EXPECT_NE(message(R"("momentum":0.5)").find("no effect with optimizer adamw"), std::string::npos);
  EXPECT_NE(message(R"("optimizer":"sgd","sam_radius":0.1)").find("without optimizer sam"), std::string::npos);
  EXPECT_NE(message(R"("gradual":true)").find("no effect without freeze"), std::string::npos);
  const auto of_pictures = [&](const std::string& keys) { return message(R"("augmentation":{)" + keys + "}"); };
  EXPECT_NE(of_pictures(R"("mix_until":0.4)").find("without mixup or cutmix"), std::string::npos);
  EXPECT_NE(of_pictures(R"("random_magnitude":0.9)").find("without random_ops"), std::string::npos);
  EXPECT_NE(of_pictures(R"("low_resolution":0,"low_side":8)").find("without low_resolution"), std::string::npos);
  EXPECT_NE(of_pictures(R"("brightness":0,"brightness_range":9)").find("without brightness"), std::string::npos);
  EXPECT_EQ(of_pictures(R"("cutmix":0.1,"mix_until":0.4,"random_ops":0.5,"random_magnitude":0.9)"), "accepted");
  const auto of_network = [&](const std::string& keys) { return message(R"("architecture":{)" + keys + "}"); };
  EXPECT_NE(of_network(R"("patch":4)").find("belong to vit"), std::string::npos);
  EXPECT_NE(of_network(R"("name":"mobilenet_v2","stem":200)").find("stem has no effect in 'mobilenet_v2'"),
            std::string::npos);
  EXPECT_EQ(of_network(R"("name":"vit","patch":4,"attention_heads":2)"), "accepted");
  EXPECT_EQ(message(R"("init":"b","architecture":{"name":"mobilenet_v2","stem":32})"), "accepted")
      << "as args.json has it of a start";
  EXPECT_NE(message(R"("sides":[{"from":1,"side":8}])").find("stay below 1"), std::string::npos);
  EXPECT_EQ(message(R"("optimizer":"sgd","momentum":0.5)"), "accepted");
  EXPECT_EQ(message(R"("optimizer":"sam","sam_radius":0.1,"momentum":0.5)"), "accepted");
  EXPECT_EQ(message(R"("gradual":true,"freeze":0.1)"), "accepted");
  EXPECT_EQ(message(R"("optimizer":"adamw","momentum":0.9,"sam_radius":0.05)"), "accepted") << "as args.json has them";
}

TEST(FaceConfigTest, WhatIsForTeachersNeedsOne) {
  FaceTrainConfig config;
  EXPECT_TRUE(check_teachers_are_there(config));
  config.distill_weight = 0.7;
  const auto alone = check_teachers_are_there(config);
  ASSERT_FALSE(alone);
  EXPECT_NE(alone.error().message.find("distill_weight has no effect without a teacher"), std::string::npos);
  config.teachers = {"teacher"};
  EXPECT_TRUE(check_teachers_are_there(config));
  config.distill_weight = 0;
  EXPECT_FALSE(check_teachers_are_there(config)) << "and they have no say";
  config.teachers.clear();
  config.epochs = 0;
  EXPECT_TRUE(check_teachers_are_there(config)) << "nothing is trained";
}

TEST(FaceConfigTest, AnArchitectureThatAStartContradictsIsRefused) {
  FaceTrainConfig config;  // by now with the network of the start
  config.init = "base";
  config.architecture.name = "repvgg";
  config.architecture.stem = 8;
  const auto refusal = [&](const std::function<void(core::ImageArchitecture&)>& ask) {
    core::ImageArchitecture asked;
    ask(asked);
    const auto checked = check_beside_init(asked, config);
    return checked ? std::string() : checked.error().message;
  };
  EXPECT_EQ(refusal([](auto&) {}), "") << "nothing was asked";
  EXPECT_EQ(refusal([](auto& a) { a.dropout = 0.4; }), "") << "which training reads";
  EXPECT_EQ(refusal([](auto& a) {
              a.stem = 8;
              a.widths = {48, 96, 192};  // what the family has where nothing is said
            }),
            "");
  EXPECT_NE(
      refusal([](auto& a) { a.name = "vit"; }).find(R"(architecture.name is "vit", but the network of init base)"),
      std::string::npos);
  const auto tall = [](auto& a) { a.height = 64; };
  EXPECT_NE(refusal(tall).find("architecture.height is 64"), std::string::npos) << refusal(tall);
  config.grow_input_to = 96;
  EXPECT_EQ(refusal(tall), "") << "args.json of a run whose input has grown";
  const auto wide = [](auto& a) { a.widths = {64, 128, 256}; };
  EXPECT_NE(refusal(wide).find("architecture.widths"), std::string::npos) << refusal(wide);
  config.widen = {64, 128, 256};
  EXPECT_EQ(refusal(wide), "");
}

TEST(FaceConfigTest, ATaxonomyOfTextsIsRefused) {
  const auto with = [](const std::string& taxonomy) {
    return message_of(R"({"sources":[{"path":"x"}],"heads":[{"name":"h","taxonomy":")" + taxonomy + "\"}]}");
  };
  EXPECT_EQ(with("basic7"), "accepted");
  EXPECT_NE(with("polarity3").find("head 'h': taxonomy 'polarity3' is for texts"), std::string::npos);
  EXPECT_NE(with("goemotions28").find("custom or basic7"), std::string::npos);
}

TEST(FaceConfigTest, AManifestTakesNoControlCharactersInTheName) {
  EXPECT_NE(message_of(R"({"sources":[{"path":"x"}],"name":"m\ty"})").find("name is 'm\\x09y'"), std::string::npos);
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
