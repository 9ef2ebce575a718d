#include "train/text_config.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "toy_run.hpp"

namespace emo::train {
namespace {

const std::string kHeads = R"("heads":[{"name":"basic","taxonomy":"basic7"}])";
const std::string kSources = R"("sources":[{"name":"own","train":"train.csv"}])";

std::string with(const std::string& more) {
  return "{" + kHeads + "," + kSources + (more.empty() ? "" : "," + more) + "}";
}

std::string message_of(const std::string& json) {
  const auto parsed = parse_text_config(json, "");
  return parsed ? "" : parsed.error().message;
}

TEST(TextConfig, RoundTrip) {
  const std::string json = R"({
    "name":"m","version":"2.1.0","init":"./base","languages":["en","de"],
    "heads":[{"name":"basic","taxonomy":"basic7","label_smoothing":0.1,"class_balance":0.25,"loss":"focal"},
             {"name":"own","taxonomy":"custom","labels":["x","y"],"activation":"sigmoid","loss":"asymmetric",
              "gamma_positive":1,"gamma_negative":3,"clip":0.05,"weight":0.5}],
    "sources":[{"name":"a","licence":"CC0","train":"a.csv","dev":"d.csv","heads":["own"],"repeat":2.5,"hold_out":false,"imitate":false,
                "format":"tsv","label_separator":";","text_column":"body","label_column":"feeling","map":{"z":"x","w":null}},
               {"train":"lines.txt","labelled":false}],
    "augmentation":{"typo":0.25},"encoder":{"hidden":32,"layers":2,"heads":4,"feed_forward":64,"max_positions":64},
    "epochs":7,"ema":0.99,"start_shares":[0,0.5],"freeze_words":true,"teachers":["../t","named:h"],"patience":2,"seed":5,"int8":false,"normalizer_version":0
  })";
  const auto first = parse_text_config(json, "/base");
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->init, "/base/base");
  EXPECT_EQ(first->sources[0].train, "/base/a.csv");
  EXPECT_EQ(first->sources[0].dev, "/base/d.csv");
  EXPECT_EQ(first->sources[0].text_column, "body");
  EXPECT_EQ(first->sources[0].format, io::RowFormat::kTsv);
  EXPECT_EQ(first->sources[0].label_separator, ";");
  EXPECT_FALSE(first->sources[0].hold_out);
  EXPECT_FALSE(first->sources[0].imitate);
  EXPECT_TRUE(first->sources[0].labelled);
  EXPECT_FALSE(first->sources[1].labelled);
  EXPECT_EQ(first->teachers, (std::vector<std::string>{"/t", "named:h"})) << "a name may be a bundle's";
  EXPECT_EQ(first->heads[0].loss, Loss::kFocal);
  EXPECT_EQ(first->heads[1].activation, core::HeadActivation::kSigmoid);
  EXPECT_EQ(first->sources[0].map.at("z"), std::optional<std::string>("x"));
  EXPECT_EQ(first->sources[0].map.at("w"), std::nullopt);
  EXPECT_EQ(first->start_shares, (std::vector<double>{0, 0.5}));
  EXPECT_EQ(first->encoder.hidden, 32);
  EXPECT_EQ(first->normalizer_version, 0);
  EXPECT_FALSE(first->int8);
  const auto second = parse_text_config(to_json(*first), "");
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(to_json(*second), to_json(*first));
}

TEST(TextConfig, DefaultsStandWhereNothingIsSaid) {
  const auto config = parse_text_config(with(""), "");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->epochs, 4);
  EXPECT_EQ(config->sources[0].label_column, "labels");
  EXPECT_EQ(config->sources[0].train, "train.csv") << "no base folder: as written";
}

TEST(TextConfig, UnknownKeysNameTheirPlaceAndTheNearestKey) {
  EXPECT_EQ(message_of(with(R"("epoch":3)")), "config has an unknown key 'epoch' (nearest known: 'epochs')");
  EXPECT_EQ(message_of(with(R"("augmentation":{"typos":1})")),
            "config.augmentation has an unknown key 'typos' (nearest known: 'typo')");
  EXPECT_EQ(message_of("{" + kSources + R"(,"heads":[{"name":"a"},{"name":"b","los":"focal"}]})"),
            "config.heads[1] has an unknown key 'los' (nearest known: 'loss')");
  EXPECT_EQ(message_of("{" + kHeads + R"(,"sources":[{"trian":"x"}]})"),
            "config.sources[0] has an unknown key 'trian' (nearest known: 'train')");
}

TEST(TextConfig, WrongTypesAreErrorsWithTheirPath) {
  EXPECT_EQ(message_of(with(R"("epochs":"3")")), "config.epochs must be a whole number, is '\"3\"'");
  EXPECT_EQ(message_of(with(R"("normalizer_version":"1")")),
            "config.normalizer_version must be a whole number, is '\"1\"'");
  EXPECT_EQ(message_of(with(R"("augmentation":3)")), "config.augmentation must be an object, is '3'");
  EXPECT_NE(message_of("{" + kSources + R"(,"heads":{"name":"basic"}})").find("config.heads must be a list"),
            std::string::npos);
  EXPECT_NE(message_of("{" + kHeads + R"(,"sources":"train.csv"})").find("config.sources must be a list"),
            std::string::npos);
  EXPECT_NE(message_of("{" + kHeads + R"(,"sources":[{"train":"x","map":{"a":1}}]})").find("sources[0].map.a"),
            std::string::npos);
  EXPECT_FALSE(parse_text_config("[1]", ""));
  EXPECT_FALSE(parse_text_config("{", ""));
}

TEST(TextConfig, LossesMustFitTheirActivation) {
  const auto head = [](const std::string& activation, const std::string& loss) {
    return message_of("{" + kSources + R"(,"heads":[{"name":"h","activation":")" + activation + R"(","loss":")" + loss +
                      "\"}]}");
  };
  EXPECT_EQ(head("softmax", "cross_entropy"), "");
  EXPECT_EQ(head("softmax", "focal"), "");
  EXPECT_EQ(head("sigmoid", "binary"), "");
  EXPECT_EQ(head("sigmoid", "focal"), "");
  EXPECT_EQ(head("sigmoid", "asymmetric"), "");
  EXPECT_NE(head("softmax", "binary").find("does not fit a softmax head"), std::string::npos);
  EXPECT_NE(head("softmax", "asymmetric").find("loss asymmetric"), std::string::npos);
  EXPECT_NE(head("sigmoid", "cross_entropy").find("does not fit a sigmoid head"), std::string::npos);
}

TEST(TextConfig, RangesAreChecked) {
  for (const char* bad : {R"("epochs":-1)",
                          R"("epochs":100000)",
                          R"("tokens_per_batch":4)",
                          R"("max_tokens":2)",
                          R"("learning_rate":0)",
                          R"("layer_decay":0)",
                          R"("layer_decay":1.5)",
                          R"("warmup":2)",
                          R"("weight_decay":-1)",
                          R"("dropout":1)",
                          R"("ema":1)",
                          R"("dev_fraction":0)",
                          R"("distill_weight":2)",
                          R"("distill_temperature":0)",
                          R"("patience":-1)",
                          R"("threads":-1)",
                          R"("seed":-1)",
                          R"("seed":4294967296)",
                          R"("augmentation":{"typo":1.5})",
                          R"("normalizer_version":9)"}) {
    EXPECT_NE(message_of(with(bad)), "") << bad;
  }
  EXPECT_NE(message_of("{" + kHeads + "}").find("source"), std::string::npos);
  EXPECT_NE(message_of("{" + kSources + "}").find("head"), std::string::npos);
  EXPECT_NE(message_of("{" + kHeads + R"(,"sources":[{"train":"s","dev":"d","labelled":false}]})").find("not labelled"),
            std::string::npos);
  EXPECT_NE(message_of("{" + kHeads + R"(,"sources":[{"train":"s","labelled":false,"imitate":false}]})")
                .find("nothing to learn"),
            std::string::npos);
  EXPECT_NE(message_of("{" + kHeads + R"(,"sources":[{"train":"s","labelled":false}],"distill_weight":0})")
                .find("nothing to learn"),
            std::string::npos);
  EXPECT_NE(message_of("{" + kSources + R"(,"heads":[{"name":"a"},{"name":"a"}]})").find("'a'"), std::string::npos);
  EXPECT_NE(message_of("{" + kSources + R"(,"heads":[{"name":"a","taxonomy":"basic8"}]})").find("'basic8'"),
            std::string::npos);
  EXPECT_NE(message_of("{" + kHeads + R"(,"sources":[{"name":"s"}]})").find("train"), std::string::npos);
  EXPECT_NE(message_of("{" + kHeads + R"(,"sources":[{"train":"s","heads":["basics"]}]})").find("'basics'"),
            std::string::npos);
}

TEST(TextConfig, AnEncoderOfWhichOneSizeIsSaidIsWritten) {
  const auto config = parse_text_config(with(R"("encoder":{"vocab_size":2000})"), "");
  ASSERT_TRUE(config) << config.error().message;
  const auto again = parse_text_config(to_json(*config), "");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->encoder.vocab_size, 2000);
}

TEST(TextConfig, AStartBringsItsTokenizerAndEncoder) {
  TextTrainConfig config;
  config.tokenizer = "vocabulary";
  config.encoder.layers = 6;
  EXPECT_TRUE(check_beside_init(config)) << "a fresh start";
  config.init = "base";
  const auto tokenizer = check_beside_init(config);
  ASSERT_FALSE(tokenizer);
  EXPECT_NE(tokenizer.error().message.find("tokenizer is for a fresh start, and init base"), std::string::npos)
      << tokenizer.error().message;
  config.tokenizer.clear();
  const auto encoder = check_beside_init(config);
  ASSERT_FALSE(encoder);
  EXPECT_NE(encoder.error().message.find("encoder is for a fresh start"), std::string::npos) << encoder.error().message;
  config.encoder = {};
  EXPECT_TRUE(check_beside_init(config));
}

TEST(TextConfig, WhatHasLearntNothingIsNotFrozen) {
  TextTrainConfig config;
  config.freeze_words = true;
  const auto words = check_beside_init(config);
  ASSERT_FALSE(words);
  EXPECT_NE(words.error().message.find("freeze_words needs --init"), std::string::npos) << words.error().message;
  config.freeze_words = false;
  config.freeze_encoder = true;
  const auto encoder = check_beside_init(config);
  ASSERT_FALSE(encoder);
  EXPECT_NE(encoder.error().message.find("freeze_encoder needs --init"), std::string::npos) << encoder.error().message;
  config.init = "base";
  EXPECT_TRUE(check_beside_init(config));
}

TEST(TextConfig, LanguagesAreCodes) {
  EXPECT_EQ(message_of(with(R"("languages":["de","fr"])")), "");
  EXPECT_NE(message_of(with(R"("languages":["deu"])")).find("expected two letters of ISO 639-1"), std::string::npos)
      << "a model for it would abstain on every text";
  EXPECT_NE(message_of(with(R"("languages":["German"])")).find("languages: 'German' is no code of a language"),
            std::string::npos);
}

TEST(TextConfig, WhatAManifestRefusesIsRefusedBeforeTraining) {
  EXPECT_NE(message_of(with(R"("name":"m\ty")")).find("name is 'm\\x09y', expected no control characters"),
            std::string::npos);
  EXPECT_NE(message_of(with(R"("version":"1\u0007")")).find("version is '1\\x07'"), std::string::npos);
  EXPECT_NE(message_of(with(R"("encoder":{"max_positions":2})")).find("max_positions must be at least 3"),
            std::string::npos);
  EXPECT_EQ(message_of(with(R"("encoder":{"max_positions":3})")), "");
  for (const char* size : {"hidden", "layers", "heads", "feed_forward", "vocab_size", "max_positions"}) {
    const std::string said = message_of(with(R"("encoder":{")" + std::string(size) + R"(":-4})"));
    EXPECT_NE(said.find("encoder." + std::string(size) + " must not be negative"), std::string::npos) << said;
  }
  const auto mapped = [](const std::string& target) {
    return message_of("{" + kHeads + R"(,"sources":[{"train":"t.csv","map":{"meh":)" + target + "}}]}");
  };
  for (const char* target : {R"("")", R"(" ")", R"("a\u0007b")"}) {
    EXPECT_NE(mapped(target).find("config.sources[0].map.meh must be a label"), std::string::npos) << target;
  }
  EXPECT_EQ(mapped(R"(" joy ")"), "");
}

TEST(TextConfig, EveryRecipeOfOursIsRead) {
  std::size_t recipes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(EMO_SOURCE_DIR "/recipes")) {
    if (!entry.path().filename().string().starts_with("text")) continue;
    const auto config = parse_text_config(test::read_text(entry.path().string()), "");
    ASSERT_TRUE(config) << entry.path() << ": " << config.error().message;
    EXPECT_FALSE(config->languages.empty()) << entry.path() << ": a recipe does not leave them to the data";
    ++recipes;
  }
  EXPECT_GE(recipes, 8U);
}

}  // namespace
}  // namespace emo::train
