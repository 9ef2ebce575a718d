// Loading from folders and windows over long texts.
#include "text/tokenizer.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "io/file.hpp"

namespace emo::text {
namespace {

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "/tokenizer_" + testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  void TearDown() override { std::filesystem::remove_all(path_); }
  void write(const std::string& file, const std::string& content) {
    ASSERT_TRUE(io::write_file_atomic(path_ + "/" + file, content).has_value());
  }
  std::string path_;
};

TEST_F(Folder, LoadsVocabTxt) {
  write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nhappy\n");
  write("tokenizer_config.json", R"({"do_lower_case":true})");
  const auto tokenizer = load_tokenizer(path_);
  ASSERT_TRUE(tokenizer.has_value()) << tokenizer.error().message;
  std::vector<std::int32_t> ids;
  (*tokenizer)->encode("Happy", ids);
  EXPECT_EQ(ids, std::vector<std::int32_t>{4});
  EXPECT_EQ((*tokenizer)->piece(4), "happy");
}

TEST_F(Folder, TheModelAndTheMapTellTheSpecialTokens) {
  write("vocab.txt", "<s>\n<pad>\n</s>\n[UNK]\n[CLS]\n[SEP]\nhappy\n");
  const auto first = [this] {
    const auto tokenizer = load_tokenizer(path_);
    EXPECT_TRUE(tokenizer.has_value()) << tokenizer.error().message;
    return tokenizer ? (*tokenizer)->first_id() : -1;
  };
  EXPECT_EQ(first(), 4);
  write("config.json", R"({"model_type":"mpnet"})");
  EXPECT_EQ(first(), 0);
  write("special_tokens_map.json", R"({"cls_token":"happy"})");
  EXPECT_EQ(first(), 6);
  write("config.json", R"({"model_type":"bert","tokenizer_class":"BertJapaneseTokenizer"})");
  EXPECT_FALSE(load_tokenizer(path_).has_value());
}

TEST_F(Folder, LoadsVocabAndMerges) {
  write("vocab.json", R"({"<s>":0,"</s>":1,"a":2,"b":3,"ab":4})");
  write("merges.txt", "a b\n");
  const auto tokenizer = load_tokenizer(path_);
  ASSERT_TRUE(tokenizer.has_value()) << tokenizer.error().message;
  std::vector<std::int32_t> ids;
  (*tokenizer)->encode("aba", ids);
  EXPECT_EQ(ids, (std::vector<std::int32_t>{4, 2}));
}

TEST_F(Folder, TheConfigWinsOverTokenizerJson) {
  write("tokenizer.json", R"({"added_tokens":[],
    "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":false},
    "pre_tokenizer":{"type":"BertPreTokenizer"},
    "post_processor":{"type":"BertProcessing","sep":["[SEP]",2],"cls":["[CLS]",1]},
    "model":{"type":"WordPiece","unk_token":"[UNK]","vocab":{"[UNK]":0,"[CLS]":1,"[SEP]":2,"hello":3,"Hello":4}}})");
  const auto id_of_hello = [this] {
    const auto tokenizer = load_tokenizer(path_);
    EXPECT_TRUE(tokenizer.has_value()) << tokenizer.error().message;
    std::vector<std::int32_t> ids;
    if (tokenizer) (*tokenizer)->encode("Hello", ids);
    return ids;
  };
  EXPECT_EQ(id_of_hello(), std::vector<std::int32_t>{4});
  write("tokenizer_config.json", R"({"do_lower_case":true})");
  EXPECT_EQ(id_of_hello(), std::vector<std::int32_t>{3});
  write("tokenizer_config.json", R"({"model_max_length":512})");
  EXPECT_EQ(id_of_hello(), std::vector<std::int32_t>{4});
}

TEST_F(Folder, TheConfigDecidesTheBlankInFront) {
  write("tokenizer.json", R"({"added_tokens":[],"normalizer":null,
    "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},
    "model":{"type":"BPE","vocab":{"<s>":0,"</s>":1,"a":2,"\u0120":3,"\u0120a":4},"merges":["\u0120 a"]}})");
  write("tokenizer_config.json", R"({"add_prefix_space":true})");
  const auto tokenizer = load_tokenizer(path_);
  ASSERT_TRUE(tokenizer.has_value()) << tokenizer.error().message;
  std::vector<std::int32_t> ids;
  (*tokenizer)->encode("a", ids);
  EXPECT_EQ(ids, std::vector<std::int32_t>{4});
}

// Older versions of transformers sort added_tokens.json by name.
TEST_F(Folder, WhatIsWrittenOfAddedTokensInAnyOrderIsReadAgain) {
  write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n");
  write("added_tokens.json", R"({"abc": 6, "zed": 5})");
  const auto tokenizer = load_tokenizer(path_);
  ASSERT_TRUE(tokenizer.has_value()) << tokenizer.error().message;
  const std::string json = (*tokenizer)->to_json();
  EXPECT_LT(json.find("\"zed\""), json.find("\"abc\"")) << "by their ids";
  const auto again = parse_tokenizer(json);
  ASSERT_TRUE(again.has_value()) << again.error().message;
  std::vector<std::int32_t> ids;
  (*again)->encode("abc zed", ids);
  EXPECT_EQ(ids, (std::vector<std::int32_t>{6, 5}));
}

TEST_F(Folder, ADamagedConfigIsNamed) {
  write("tokenizer.json", "{}");
  write("tokenizer_config.json", R"({"do_lower_case":"yes"})");
  const auto tokenizer = load_tokenizer(path_);
  ASSERT_FALSE(tokenizer.has_value());
  EXPECT_NE(tokenizer.error().message.find(path_ + ": tokenizer_config.json"), std::string::npos)
      << tokenizer.error().message;
}

TEST_F(Folder, SaysWhatItExpectedToFind) {
  const auto tokenizer = load_tokenizer(path_);
  ASSERT_FALSE(tokenizer.has_value());
  EXPECT_EQ(tokenizer.error().code, ErrorCode::kNotFound);
  EXPECT_NE(tokenizer.error().message.find("vocab.txt"), std::string::npos);
  EXPECT_NE(tokenizer.error().message.find(path_), std::string::npos);
}

TEST_F(Folder, SaysOfOtherTokenizersThatTheyAreNotRead) {
  for (const char* file : {"sentencepiece.bpe.model", "bpe.codes"}) {
    write(file, "x");
    if (std::string(file) == "bpe.codes") write("vocab.txt", "a 1\n");  // as bertweet comes
    const auto tokenizer = load_tokenizer(path_);
    ASSERT_FALSE(tokenizer.has_value());
    EXPECT_EQ(tokenizer.error().code, ErrorCode::kUnsupported);
    EXPECT_NE(tokenizer.error().message.find(std::string(file) + ": "), std::string::npos) << tokenizer.error().message;
    EXPECT_NE(tokenizer.error().message.find("not read"), std::string::npos) << tokenizer.error().message;
    std::filesystem::remove(path_ + "/" + file);
  }
}

TEST_F(Folder, DamageNamesTheFolder) {
  write("tokenizer.json", "{\"model\":");
  const auto tokenizer = load_tokenizer(path_);
  ASSERT_FALSE(tokenizer.has_value());
  EXPECT_EQ(tokenizer.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(tokenizer.error().message.find(path_), std::string::npos) << tokenizer.error().message;
}

TEST(SplitWindows, CoversEverythingWithTheOverlap) {
  for (std::size_t tokens = 0; tokens < 60; ++tokens) {
    for (std::size_t window = 1; window < 12; ++window) {
      for (std::size_t overlap = 0; overlap < window; ++overlap) {
        const auto ranges = split_windows(tokens, window, overlap);
        ASSERT_FALSE(ranges.empty());
        EXPECT_EQ(ranges.front().begin, 0U);
        EXPECT_EQ(ranges.back().end, tokens);
        for (std::size_t i = 0; i < ranges.size(); ++i) {
          EXPECT_LE(ranges[i].end - ranges[i].begin, window);
          if (i == 0) continue;
          EXPECT_LT(ranges[i - 1].begin, ranges[i].begin);
          const std::size_t shared = ranges[i - 1].end - ranges[i].begin;
          EXPECT_LE(ranges[i].begin, ranges[i - 1].end);
          if (i + 1 < ranges.size()) {
            EXPECT_EQ(shared, overlap);
          } else {
            EXPECT_GE(shared, overlap);  // the last one is flush with the end
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace emo::text
