// Everything that can be wrong with input and models: a clear message, the right exit code, no result made up.
#include <filesystem>

#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

using BadInput = TinyModelTest;

/// Replaces a file of the bundle by other bytes (a bundle's files may be hard to open for writing).
void overwrite(const std::string& path, const std::string& content) {
  std::filesystem::remove(path);
  write_text(path, content);
}

TEST_F(BadInput, ABadLineGetsItsErrorAndTheOthersGoOn) {
  const auto result = run({"text", "-"}, {.input = "good\nbroken \xC3\x28 bytes\nbad\n"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 3U);
  const auto bad = parsed(lines[1]);
  EXPECT_EQ(bad["id"], "1");
  EXPECT_EQ(bad["error"]["code"], "invalid_input");
  EXPECT_NE(bad["error"]["message"].get<std::string>().find('7'), std::string::npos) << "names the byte";
  EXPECT_TRUE(parsed(lines[2]).contains("label"));
  EXPECT_NE(result.err.find("1 of 3"), std::string::npos) << result.err;
}

TEST_F(BadInput, ASingleBadTextExitsWithTwo) {
  const auto result = run({"text", "\xFF\xFE", "--format", "json"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(parsed(result.out)["error"]["code"], "invalid_input");
  EXPECT_NE(result.err, "");
}

TEST_F(BadInput, NoRangeHoldsNan) {
  for (const std::vector<std::string>& command : {std::vector<std::string>{"text", "hi", "--min-confidence", "nan"},
                                                  {"face", "a.png", "--min-detection", "nan"},
                                                  {"face", "a.png", "--min-confidence", "nan"},
                                                  {"video", "a.mp4", "--smoothing", "nan"},
                                                  {"video", "a.mp4", "--fps", "nan"},
                                                  {"batch", "text", "a.txt", "--out", "o", "--commit-seconds", "nan"},
                                                  {"eval", "--predictions", "p.jsonl", "--threshold", "nan"},
                                                  {"eval", "face", "--data", "d", "--min-train-distance", "nan"}}) {
    const auto result = run_emo(command);
    EXPECT_EQ(result.status, 1) << command[0] << ' ' << result.err;
    EXPECT_NE(result.err.find("found 'nan'"), std::string::npos) << command[0] << ' ' << result.err;
  }
  const auto seed = run_emo({"doctor", "d", "--seed", "-1"});
  EXPECT_EQ(seed.status, 1);
  EXPECT_NE(seed.err.find("expected a whole number from 0 on, found '-1'"), std::string::npos) << seed.err;
}

TEST_F(BadInput, EmptyAndBlankLinesAbstain) {
  const auto result = run({"text", "-"}, {.input = "\n   \n\t\n\xC2\xA0\xE2\x80\x83\n"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 4U);
  for (const auto& line : lines) {
    const auto json = parsed(line);
    EXPECT_EQ(json["abstained"], true) << line;
    EXPECT_EQ(json["reason"], "empty_text");
    EXPECT_EQ(json["label"], "neutral");
    ASSERT_EQ(json["scores"].size(), 7U);
    for (const auto& score : json["scores"]) EXPECT_NEAR(score["score"].get<double>(), 1.0 / 7, 2e-6) << line;
    EXPECT_LT(json["sentiment"]["score"].get<double>(), 0.5) << "nothing is known of no words";
  }
}

TEST_F(BadInput, NulBytesAreKeptInTheTextAndDoNoHarm) {
  const auto result = run({"text", "-"}, {.input = std::string("go\0od\n\0\nbad\n", 12)});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(parsed(lines[0])["text"], std::string("go\0od", 5));
}

TEST_F(BadInput, ATenMegabyteLineIsReadWholeInBoundedMemory) {
  std::string line;
  while (line.size() < 10'000'000) line += "the good word and the bad word, ";
  const auto result = run({"text", "-"}, {.input = line + "\ngood\n", .memory_limit = 2ULL << 30U});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 2U);
  const auto json = parsed(lines[0]);
  EXPECT_EQ(json["coverage"]["chars"], line.size());
  EXPECT_EQ(json["coverage"]["truncated"], false);
  EXPECT_GT(json["coverage"]["windows"].get<int>(), 10'000);
  EXPECT_EQ(parsed(lines[1])["text"], "good");
}

TEST_F(BadInput, FilesThatAreNone) {
  const auto missing = run({"text", "--file", folder_ / "none.txt"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.err.find("none.txt"), std::string::npos) << missing.err;
  const auto directory = run({"text", "--file", folder_.path()});
  EXPECT_EQ(directory.status, 2);
  EXPECT_NE(directory.err.find("directory"), std::string::npos) << directory.err;
  const auto batch = run({"batch", "text", folder_.path(), "--out", folder_ / "o.jsonl"});
  EXPECT_EQ(batch.status, 2);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "o.jsonl"));
}

TEST_F(BadInput, CsvWithoutTheColumnListsThoseThereAre) {
  write_text(folder_ / "in.csv", "name,body\nx,good\n");
  for (const auto& result : {run({"text", "--file", folder_ / "in.csv"}),
                             run({"batch", "text", folder_ / "in.csv", "--out", folder_ / "o.jsonl"})}) {
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.err.find("body"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("text"), std::string::npos) << result.err;
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "o.jsonl"));
}

TEST_F(BadInput, AStrayQuoteInACsvCostsItsRowOnly) {
  const std::string path = folder_ / "in.csv";
  std::string content = "id,text,label\n1,fine,bad\n2,\"stray quote here,bad\n";
  for (int i = 3; i < 3000; ++i) content += std::to_string(i) + ",the good word " + std::to_string(i) + ",good\n";
  write_text(path, content);
  const auto file = run({"text", "--file", path});
  EXPECT_EQ(file.status, 0) << file.err;
  EXPECT_NE(file.err.find("1 of 2,999 rows could not be read; the first: " + path + ":3: column 2"), std::string::npos)
      << file.err;
  const auto lines = lines_of(file.out);
  ASSERT_EQ(lines.size(), 2999U);
  EXPECT_EQ(parsed(lines[1])["id"], "2");
  EXPECT_TRUE(parsed(lines[1]).contains("error"));
  EXPECT_EQ(parsed(lines[2])["text"], "the good word 3");
  EXPECT_EQ(run({"text", "-", "--input-format", "csv"}, {.input = content}).out.size(),
            file.out.size() + std::string("<stdin>").size() - path.size());
  ASSERT_EQ(run({"batch", "text", path, "--out", folder_ / "o.jsonl"}).status, 0);
  EXPECT_EQ(read_text(folder_ / "o.jsonl"), file.out);
  const auto doctor = run_emo({"doctor", path, "--format", "pretty"});
  EXPECT_NE(doctor.out.find("2,999 rows, 1 damaged"), std::string::npos) << doctor.out << doctor.err;
  const auto eval = run({"eval", "text", "--data", path});
  EXPECT_EQ(eval.status, 2);
  EXPECT_NE(eval.err.find(path + ":3: column 2: the quote opened in this row is never closed"), std::string::npos)
      << eval.err;
}

TEST_F(BadInput, ACsvWithSemicolonsIsRead) {
  for (const std::string said : {"", "sep=;\r\n"}) {
    write_text(folder_ / "in.csv", said + "id;text;labels\r\n7;good, good;joy\r\n8;\"bad; bad\";anger\r\n");
    const auto text = run({"text", "--file", folder_ / "in.csv"});
    EXPECT_EQ(text.status, 0) << text.err;
    ASSERT_EQ(lines_of(text.out).size(), 2U);
    EXPECT_EQ(parsed(lines_of(text.out)[1])["text"], "bad; bad");
    const auto eval = run({"eval", "text", "--data", folder_ / "in.csv", "--format", "json"});
    EXPECT_EQ(eval.status, 0) << eval.err;
    EXPECT_EQ(parsed(eval.out)["n"], 2);
  }
}

TEST_F(BadInput, Utf16IsNamedAndItsConversionToo) {
  const std::string content("\xFF\xFEt\0e\0x\0t\0\n\0a\0\n\0", 16);
  write_text(folder_ / "u16.csv", content);
  for (const auto& result :
       {run({"text", "--file", folder_ / "u16.csv"}), run({"text", "-", "--input-format", "csv"}, {.input = content}),
        run({"batch", "text", folder_ / "u16.csv", "--out", folder_ / "o.jsonl"}),
        run({"eval", "text", "--data", folder_ / "u16.csv"}), run_emo({"eval", "--predictions", folder_ / "u16.csv"}),
        run_emo({"doctor", folder_ / "u16.csv"})}) {
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find(": is UTF-16, expected UTF-8; convert it with: iconv -f UTF-16 -t UTF-8 IN > OUT\n"),
              std::string::npos)
        << result.err;
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "o.jsonl"));
  // Lines of a pipe are waited for by a program that is ready: too late for nothing to be answered at all.
  const auto piped = run({"text", "-"}, {.input = content});
  EXPECT_EQ(piped.status, 2);
  ASSERT_EQ(lines_of(piped.out).size(), 1U) << piped.out;
  EXPECT_EQ(parsed(piped.out)["error"]["code"], "invalid_data");
  EXPECT_NE(piped.err.find("is UTF-16"), std::string::npos) << piped.err;
}

TEST_F(BadInput, CarriageReturnsAloneAreNamedAsLineEnds) {
  write_text(folder_ / "cr.csv", "text,label\rgood,good\rbad,bad\r");
  for (const auto& result : {run({"text", "--file", folder_ / "cr.csv"}),
                             run({"batch", "text", folder_ / "cr.csv", "--out", folder_ / "o.jsonl"}),
                             run({"eval", "text", "--data", folder_ / "cr.csv"})}) {
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.err.find("tr '\\r' '\\n'"), std::string::npos) << result.err;
  }
}

TEST_F(BadInput, AMissingModelNamesThePlacesAndTheNextStep) {
  const auto result = run_emo({"text", "good", "--model", "no-such-model"});
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("no-such-model"), std::string::npos);
  EXPECT_NE(result.err.find("--model"), std::string::npos) << result.err;
  const auto path = run_emo({"text", "good", "--model", folder_ / "nowhere"});
  EXPECT_EQ(path.status, 2);
  EXPECT_NE(path.err.find("nowhere"), std::string::npos);
  const auto empty = run_emo({"text", "good", "--model", folder_.path()});
  EXPECT_EQ(empty.status, 2);
  EXPECT_NE(empty.err.find("manifest.json"), std::string::npos) << empty.err;
}

TEST_F(BadInput, DamagedBundlesAreRefused) {
  const std::string weights = read_text(model_ + "/model.safetensors");
  const std::string manifest = read_text(model_ + "/manifest.json");
  const auto expect_refused = [&](const std::string& what, const std::string& mentions) {
    for (const auto& result : {run({"text", "good"}), run_emo({"verify", model_})}) {
      EXPECT_EQ(result.status, 2) << what;
      EXPECT_EQ(result.out, "") << what;
      EXPECT_NE(result.err.find(mentions), std::string::npos) << what << ": " << result.err;
    }
  };
  overwrite(model_ + "/model.safetensors", weights.substr(0, weights.size() / 2));
  expect_refused("truncated weights", "model.safetensors");
  std::string flipped = weights;
  flipped[flipped.size() - 3] = static_cast<char>(flipped[flipped.size() - 3] ^ 0x40);
  overwrite(model_ + "/model.safetensors", flipped);
  expect_refused("wrong hash", "model.safetensors");
  std::filesystem::remove(model_ + "/model.safetensors");
  expect_refused("missing weights", "model.safetensors");
  write_text(model_ + "/model.safetensors", weights);

  std::string future = manifest;
  const auto version = future.find("\"format_version\": 1");
  ASSERT_NE(version, std::string::npos) << manifest.substr(0, 200);
  future.replace(version, 19, "\"format_version\": 7");
  overwrite(model_ + "/manifest.json", future);
  expect_refused("future format", "7");
  overwrite(model_ + "/manifest.json", manifest.substr(0, manifest.size() / 2));
  expect_refused("truncated manifest", "manifest");
  overwrite(model_ + "/manifest.json", manifest);
  EXPECT_EQ(run({"text", "good"}).status, 0);
}

TEST_F(BadInput, AFullOutputIsAnErrorNotASuccess) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full on this machine";
  const auto result = run({"text", "good"}, {.stdout_path = "/dev/full"});
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("standard output"), std::string::npos) << result.err;
}

TEST_F(BadInput, TrainingWithoutTheTrainingHalfSaysHowToGetIt) {
  const std::string alone = folder_ / "emo";  // without emo-train beside it
  std::filesystem::copy_file(EMO_BINARY, alone);
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"train", "text", "--data", "x"}, {"train", "--help"}}) {
    const auto result = run_emo(arguments, {.program = alone});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.err.find("./quickstart --train"), std::string::npos) << result.err;
  }
}

}  // namespace
}  // namespace emo::test
