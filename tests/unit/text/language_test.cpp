// Language identification: English, others, scripts, and "cannot tell". Rates on real sets are measured by hand.
#include "text/language.hpp"

#include <gtest/gtest.h>

#include <string>

namespace emo::text {
namespace {

TEST(Language, EnglishSentences) {
  for (const char* text :
       {"I can't believe they did this to you, it's the best news!", "what are you going to do about that",
        "Thank you so much for this", "The weather was lovely and we walked along the river."}) {
    const Language language = detect_language(text);
    EXPECT_EQ(language.code, "en") << text;
    EXPECT_GT(language.confidence, 0.5) << text;
  }
}

TEST(Language, ShortEnglishIsNamedAndHeldAgainstNothing) {
  for (const char* text : {"I am so happy today", "This is terrible", "The meeting is at 3 pm.", "I miss you",
                           "I am so angry right now!", "I am in Berlin"}) {
    const Language language = detect_language(text);
    EXPECT_EQ(language.code, "en") << text;
    EXPECT_LT(language.confidence, kLanguageConfidence) << text;
  }
}

TEST(Language, CodesHaveTwoSmallLetters) {
  EXPECT_TRUE(is_language_code("de"));
  for (const char* other : {"deu", "DE", "d", "", "x1", "en-GB"}) EXPECT_FALSE(is_language_code(other)) << other;
}

TEST(Language, OtherSentences) {
  const std::pair<const char*, const char*> texts[] = {
      {"Ich bin heute sehr traurig, weil mein Freund nicht gekommen ist.", "de"},
      {"Je suis tr\u00E8s heureux de te revoir apr\u00E8s tout ce temps.", "fr"},
      {"Estoy muy contento porque ma\u00F1ana empiezan las vacaciones.", "es"},
      {"\u042F \u043E\u0447\u0435\u043D\u044C \u0440\u0430\u0434 \u0442\u0435\u0431\u044F "
       "\u0432\u0438\u0434\u0435\u0442\u044C \u0441\u0435\u0433\u043E\u0434\u043D\u044F.",
       "ru"},
      {"Sono molto felice di vederti oggi, amico mio.", "it"}};
  for (const auto& [text, code] : texts) EXPECT_EQ(detect_language(text).code, code) << text;
}

TEST(Language, WhatAnEditorMadeOfATextIsNoOtherLanguage) {
  const char* spanish[] = {
      "C\u00F3mo he deseado para sostener a esta ni\u00F1a ma\u00F1ana.",
      "Co\u0301mo he deseado para sostener a esta nin\u0303a man\u0303ana.",
      "C&oacute;mo he deseado para sostener a esta ni&ntilde;a ma&#241;ana.",
      "C\u00F3mo\u00A0he\u00A0deseado\u2003para\u00A0sostener\u00A0a esta\u00A0ni\u00F1a\u00A0ma\u00F1ana.",
      "C\u00F3mo he de\u00ADse\u00ADa\u00ADdo para sos\u00ADte\u00ADner a esta ni\u00F1a ma\u00F1a\u00ADna."};
  for (const char* text : spanish) EXPECT_EQ(detect_language(text).code, "es") << text;
  for (const char* text : {"I can&#x27;t believe they did this to you, it&rsquo;s the best news!",
                           "Help\u00A0me,\u00A0I'm\u00A0be\u00ADing\u00A0re\u00ADpre\u00ADssed by the\u00A0king!"}) {
    EXPECT_EQ(detect_language(text).code, "en") << text;
  }
}

TEST(Language, ScriptsDecideEvenShortTexts) {
  const std::pair<const char*, const char*> texts[] = {{"\u4F60\u597D", "zh"},
                                                       {"\u3053\u3093\u306B\u3061\u306F", "ja"},
                                                       {"\u5B09\u3057\u3044", "ja"},
                                                       {"\uC548\uB155", "ko"},
                                                       {"\u05E9\u05DC\u05D5\u05DD", "he"},
                                                       {"\u03B3\u03B5\u03B9\u03B1", "el"},
                                                       {"\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35", "th"},
                                                       {"\u0645\u0631\u062D\u0628\u0627", "ar"},
                                                       {"\u043F\u0440\u0438\u0432\u0435\u0442", "ru"},
                                                       {"\u1230\u120B\u121D", "am"}};
  for (const auto& [text, code] : texts) {
    const std::string found = detect_language(text).code;
    if (std::string(code) == "ar" || std::string(code) == "ru") {
      EXPECT_NE(found, "en") << text;  // several languages share these scripts
      EXPECT_NE(found, "und") << text;
    } else {
      EXPECT_EQ(found, code) << text;
    }
  }
}

TEST(Language, ThreeForeignWordsAreEnough) {
  const std::pair<const char*, const char*> texts[] = {{"Ich liebe dich", "de"},    {"Tenho medo do escuro", "pt"},
                                                       {"Ho paura del buio", "it"}, {"Kocham ci\u0119 bardzo", "pl"},
                                                       {"Das ist nicht gut", "de"}, {"Jag \u00E4lskar dig", "sv"}};
  for (const auto& [text, code] : texts) EXPECT_EQ(detect_language(text).code, code) << text;
  for (const char* text : {"Herzlichen Dank", "Los Angeles", "Beste Gr\u00FC\u00DFe \U0001F389", "thanks, mon ami",
                           "so annoying", "\U0001F389 \U0001F389 Feliz Navidad", "He sent a letter."}) {
    EXPECT_EQ(detect_language(text).confidence, 0.0) << text << ": too little, or with a word that may be English";
  }
}

TEST(Language, CannotTell) {
  for (const char* text :
       {"", " ", "123 !!!", "\U0001F602\U0001F602", "ok", "lol", "http://example.org/ich/bin/nicht/da", "@wer #bist"}) {
    const Language language = detect_language(text);
    EXPECT_EQ(language.code, "und") << text;
    EXPECT_EQ(language.confidence, 0.0) << text;
  }
}

TEST(Language, SingleLettersOfAScriptAreDrawings) {
  for (const char* text :
       {"(\u0CA0_\u0CA0)", "\u30FD(\u30C5)\u30CE", "\u2665\u203F\u2665 \u30C4", "\u03BC", "\u0394"}) {
    EXPECT_EQ(detect_language(text).code, "und") << text;
  }
  EXPECT_EQ(detect_language("\u0C95\u0CA8\u0CCD\u0CA8\u0CA1").code, "kn") << "vowel signs stand between letters";
  EXPECT_EQ(detect_language("\u597D").code, "zh") << "one sign is a word";
}

TEST(Language, CodesHaveTwoLettersOrTellNothing) {
  const std::string cebuano =
      "Ang tanang tawo gipakatawo nga gawasnon ug managsama sa kaligdong ug katungod. Sila gigasahan sa pangisip ug "
      "tanlag ug kinahanglan nga maglihok sa usag usa";
  EXPECT_EQ(detect_language(cebuano).code, "und") << "ISO 639-1 has no code for it";
}

TEST(Language, WithdrawnCodesAreNotGiven) {
  EXPECT_EQ(detect_language("Kabeh manungsa kalairake mardika lan darbe martabat lan hak-hak kang padha.").code, "jv");
}

TEST(Language, LongAndOddTextsAreNoTrouble) {
  EXPECT_EQ(detect_language(std::string(5'000'000, 'a')).code.empty(), false);
  std::string han;
  for (int i = 0; i < 100'000; ++i) han += "\u4E2D";  // cut inside a code point otherwise
  EXPECT_EQ(detect_language(han).code, "zh");
  EXPECT_EQ(detect_language(std::string(100, '\0')).code, "und");
}

}  // namespace
}  // namespace emo::text
