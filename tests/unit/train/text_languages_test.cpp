#include "train/text_languages.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

const std::string kGerman = "Wer reitet so spät durch Nacht und Wind? Es ist der Vater mit seinem Kind. ";
const std::string kFrench = "Je ne sais pas pourquoi cette chanson me rend toujours heureuse le matin. ";
const std::string kEnglish = "I do not know why this song makes me happy in the morning. ";

class TextLanguages : public testing::Test {
 protected:
  void SetUp() override { config.sources.emplace_back(); }
  void add(const std::string& text, int count) {
    for (int i = 0; i < count; ++i) data.train.emplace_back().text = text + std::to_string(i);
  }
  TextDataset data;
  TextTrainConfig config;
};

TEST_F(TextLanguages, AreThoseOfTheRowsThatCanBeTold) {
  add(kGerman, 60);
  add(kFrench, 30);
  add(kEnglish, 3);
  add("hm", 20);
  const auto line = choose_languages(data, {"en"}, config);
  EXPECT_EQ(config.languages, (std::vector<std::string>{"de", "fr"}));
  EXPECT_EQ(line, "languages: de, fr (from 60 and 30 of 93 rows that could be told)");
}

TEST_F(TextLanguages, ManyOfThemAreAllKept) {
  const std::string dutch = "Ik weet niet waarom dit liedje mij elke ochtend weer zo vrolijk maakt. ";
  const std::string italian = "Non so perché questa canzone mi rende sempre così felice la mattina. ";
  for (const auto& text : {kGerman, kFrench, kEnglish, dutch, italian}) add(text, 20);
  choose_languages(data, {}, config);
  EXPECT_EQ(config.languages, (std::vector<std::string>{"de", "en", "fr", "it", "nl"}));
}

TEST_F(TextLanguages, AreThoseOfTheStartWhereTooFewRowsCanBeTold) {
  add("hm", 100);
  add(kGerman, 3);
  const auto line = choose_languages(data, {"fr"}, config);
  EXPECT_EQ(config.languages, std::vector<std::string>{"fr"});
  EXPECT_NE(line.find("languages: fr (those of the start, for only 3 training rows"), std::string::npos) << line;
  config.languages.clear();
  choose_languages(data, {}, config);
  EXPECT_EQ(config.languages, std::vector<std::string>{"en"});
}

TEST_F(TextLanguages, StayAsGiven) {
  add(kGerman, 60);
  config.languages = {"de", "nl"};
  EXPECT_EQ(choose_languages(data, {"en"}, config), "languages: de, nl (as given)");
  config.languages = {"nl"};
  EXPECT_EQ(choose_languages(data, {"en"}, config),
            "languages: nl (as given, though none of 60 rows that could be told is in it: most are in de)");
  EXPECT_EQ(config.languages, std::vector<std::string>{"nl"});
}

TEST_F(TextLanguages, RowsThatNobodyLabelledSayNothing) {
  add(kGerman, 60);
  config.sources[0].labelled = false;
  choose_languages(data, {}, config);
  EXPECT_EQ(config.languages, std::vector<std::string>{"en"});
}

}  // namespace
}  // namespace emo::train
