// Makes the toy task's files. The texts are drawn from a few words of our own.
#include "toy_run.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <system_error>
#include <vector>

#include "tiny_bundle.hpp"

namespace emo::test {

namespace {

/// Removes the folders of a test when it has ended.
class Sweeper : public testing::EmptyTestEventListener {
 public:
  void OnTestEnd(const testing::TestInfo& /*info*/) override {
    for (const auto& folder : folders) {
      std::error_code ignored;
      std::filesystem::remove_all(folder, ignored);
    }
    folders.clear();
  }
  std::vector<std::string> folders;
};

}  // namespace

std::string scratch_folder() {
  static Sweeper* const sweeper = [] {
    auto* made = new Sweeper;
    testing::UnitTest::GetInstance()->listeners().Append(made);  // which owns it
    return made;
  }();
  std::string path = (std::filesystem::temp_directory_path() / "emo-train-test-XXXXXX").string();
  EXPECT_NE(::mkdtemp(path.data()), nullptr);
  sweeper->folders.push_back(path);
  return path;
}

void write_text(const std::string& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary);
  out << content;
  ASSERT_TRUE(out.good()) << path;
}

std::string read_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string toy_jsonl(std::size_t rows, unsigned seed) {
  const std::array<std::string, 8> filler{"the", "and", "word", "a", "cat", "on", "we", "go"};
  std::mt19937 random(seed);
  std::string out;
  for (std::size_t i = 0; i < rows; ++i) {
    const bool happy = i % 2 == 0;
    const std::size_t words = 2 + random() % 6;
    const std::size_t place = random() % words;
    std::string text;
    for (std::size_t w = 0; w < words; ++w) {
      text += (w == 0 ? "" : " ") + (w == place ? (happy ? "happy" : "sad") : filler[random() % filler.size()]);
    }
    text += " " + std::to_string(seed) + std::to_string(i);  // no two rows alike
    out += R"({"text":")" + text + R"(","labels":[")" + (happy ? "joy" : "sadness") + "\"]}\n";
  }
  return out;
}

train::TextTrainConfig toy_config(const std::string& folder, std::size_t rows) {
  std::filesystem::create_directories(folder + "/tokenizer");
  write_text(folder + "/tokenizer/tokenizer.json", tiny_tokenizer_json());
  write_text(folder + "/train.jsonl", toy_jsonl(rows, 1));
  write_text(folder + "/dev.jsonl", toy_jsonl(rows / 4, 2));
  train::TextTrainConfig config;
  config.name = "toy";
  config.tokenizer = folder + "/tokenizer";
  config.encoder = tiny_manifest().text.encoder;
  train::HeadPlan head;
  head.name = "basic";
  head.taxonomy = "basic7";
  config.heads.push_back(head);
  train::SourcePlan source;
  source.name = "toy";
  source.licence = "CC0";
  source.train = folder + "/train.jsonl";
  source.dev = folder + "/dev.jsonl";
  config.sources.push_back(source);
  config.epochs = 4;
  config.tokens_per_batch = 128;
  config.max_tokens = 32;
  config.learning_rate = 5e-3;
  config.ema = 0.9;
  config.threads = 1;
  return config;
}

}  // namespace emo::test
