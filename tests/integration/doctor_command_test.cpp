// `emo doctor` from outside: verdicts, files, --strict, bad input.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "io/file.hpp"
#include "io/json.hpp"
#include "parsed_json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_bundle.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/encode.hpp"

namespace emo::test {
namespace {

class DoctorCommand : public ::testing::Test {
 protected:
  void write(const std::string& name, const std::string& content) const { std::ofstream(folder_ / name) << content; }
  /// 120 rows, two classes, no copies.
  static std::string clean_rows(int from) {
    std::string rows;
    for (int i = from; i < from + 120; ++i) {
      rows += "{\"text\":\"row number " + std::to_string(i) + " and " + std::to_string(i * 7919) + "\",\"labels\":[\"" +
              (i % 2 == 0 ? "joy" : "fear") + "\"]}\n";
    }
    return rows;
  }
  TemporaryFolder folder_;
};

TEST_F(DoctorCommand, CleanDataPassStrict) {
  write("train.jsonl", clean_rows(0));
  const auto result = run_emo({"doctor", folder_ / "train.jsonl", "--strict", "--format", "json"});
  EXPECT_EQ(result.status, 0) << result.out << result.err;
  const auto json = parsed(result.out);
  EXPECT_EQ(json["kind"], "text");
  EXPECT_EQ(json["warnings"], 0);
  EXPECT_EQ(json["splits"][0]["rows"], 120);
}

TEST_F(DoctorCommand, StrictExitsWith3AndSaysWhy) {
  std::filesystem::create_directory(folder_ / "data");
  write("data/train.jsonl", clean_rows(0));
  write("data/test.jsonl", clean_rows(60));  // half of it is in train
  const auto lenient = run_emo({"doctor", folder_ / "data", "--out", folder_ / "doctor.json", "--format", "pretty"});
  EXPECT_EQ(lenient.status, 0) << lenient.err;
  EXPECT_NE(lenient.out.find("same_split"), std::string::npos) << lenient.out;
  EXPECT_NE(lenient.out.find("fix:"), std::string::npos) << lenient.out;
  const auto content = io::read_file(folder_ / "doctor.json");
  ASSERT_TRUE(content);
  const auto json = parsed(*content);
  EXPECT_EQ(json["findings"][0]["severity"], "error");
  const auto strict = run_emo({"doctor", folder_ / "data", "--strict"});
  EXPECT_EQ(strict.status, 3);
  EXPECT_NE(strict.err.find("errors"), std::string::npos) << strict.err;
}

TEST_F(DoctorCommand, LabelNoiseWritesItsSuspects) {
  std::string rows;
  for (int i = 0; i < 300; ++i) {
    const bool joy = i % 2 == 0, wrong = i % 25 == 3;
    rows += "{\"text\":\"" + std::string(joy ? "happy smile sunny" : "dark creepy noise") + " case " +
            std::to_string(i) + "\",\"labels\":[\"" + (joy != wrong ? "joy" : "fear") + "\"]}\n";
  }
  write("train.jsonl", rows);
  const auto result = run_emo({"doctor", folder_ / "train.jsonl", "--label-noise", "--suspects",
                               folder_ / "suspects.jsonl", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto content = io::read_file(folder_ / "suspects.jsonl");
  ASSERT_TRUE(content);
  const auto lines = lines_of(*content);
  ASSERT_GE(lines.size(), 9U) << "12 labels are wrong";
  int planted = 0;
  for (const auto& line : lines) planted += (parsed(line)["row"].get<int>() - 1) % 25 == 3 ? 1 : 0;
  EXPECT_GE(planted, 9);
  EXPECT_GE(planted * 10, static_cast<int>(lines.size()) * 7);
}

TEST_F(DoctorCommand, AFaceModelMayJudgeTheLabelsButItIsSaidWhatThatIsWorth) {
  write_tiny_face_bundle(folder_ / "face");
  std::mt19937 random(1);
  for (int i = 0; i < 40; ++i) {
    vision::Image image(24, 24, 1);
    for (auto& pixel : image.pixels) pixel = static_cast<std::uint8_t>(random() >> 24U);
    const std::string folder = folder_ / (i % 2 == 0 ? "faces/happy" : "faces/sad");
    std::filesystem::create_directories(folder);
    ASSERT_TRUE(vision::write_image_file(folder + "/" + std::to_string(i) + ".png", image));
  }
  const auto result = run_emo({"doctor", folder_ / "faces", "--model", folder_ / "face", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.out.find("label_noise_model"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("are not out-of-fold"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("40 rows"), std::string::npos) << "every face is judged: " << result.out;
  EXPECT_EQ(result.out.find("did not see them"), std::string::npos) << result.out;
  const auto head =
      run_emo({"doctor", folder_ / "faces", "--model", folder_ / "face", "--head", "nope", "--format", "json"});
  EXPECT_EQ(head.status, 2);
  EXPECT_NE(head.err.find("nope"), std::string::npos) << head.err;
  // A copy of the program has no models beside it; the options of other commands are no way out here.
  std::filesystem::create_directories(folder_ / "bin");
  std::filesystem::copy_file(EMO_BINARY, folder_ / "bin/emo");
  const auto nowhere =
      run_emo({"doctor", folder_ / "faces", "--model", folder_ / "face"}, {.program = folder_ / "bin/emo"});
  EXPECT_EQ(nowhere.status, 2);
  EXPECT_NE(nowhere.err.find("no model bundle 'face-tilt'"), std::string::npos) << nowhere.err;
  EXPECT_EQ(nowhere.err.find("--"), std::string::npos) << nowhere.err;
  write("train.jsonl", clean_rows(0));
  const auto text = run_emo({"doctor", folder_ / "train.jsonl", "--model", folder_ / "face"});
  EXPECT_EQ(text.status, 2) << "a model of faces reads no texts";
  EXPECT_EQ(text.out, "");
}

TEST_F(DoctorCommand, ATextModelMayJudgeTheLabelsOfTexts) {
  write_tiny_bundle(folder_ / "tiny");
  write("train.jsonl", clean_rows(0));
  const auto result = run_emo({"doctor", folder_ / "train.jsonl", "--model", folder_ / "tiny", "--head", "basic",
                               "--suspects", folder_ / "suspects.jsonl", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.out.find("are not out-of-fold: where it was trained on these texts"), std::string::npos)
      << result.out;
  EXPECT_NE(result.out.find("of 120 rows"), std::string::npos) << "every text is judged: " << result.out;
  EXPECT_NE(result.out.find("head basic, which may have been trained on these very texts"), std::string::npos)
      << result.out;
  EXPECT_EQ(result.out.find("did not see them"), std::string::npos) << result.out;
  EXPECT_TRUE(std::filesystem::exists(folder_ / "suspects.jsonl"));
  const auto head = run_emo({"doctor", folder_ / "train.jsonl", "--model", folder_ / "tiny", "--head", "nope"});
  EXPECT_EQ(head.status, 2);
  EXPECT_NE(head.err.find("nope"), std::string::npos) << head.err;
  write("odd.jsonl", "{\"text\":\"a word\",\"labels\":[\"zeal\"]}\n");
  EXPECT_EQ(run_emo({"doctor", folder_ / "odd.jsonl", "--model", folder_ / "tiny"}).status, 2);
}

TEST_F(DoctorCommand, AnEvaluationFolderIsCalledOne) {
  std::filesystem::create_directory(folder_ / "eval");
  write("eval/metrics.json", R"({"n":100,"accuracy":0.8,"ece":0.2,"split":"test"})");
  const auto result = run_emo({"doctor", folder_ / "eval", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(parsed(result.out)["kind"], "evaluation");
  EXPECT_NE(result.out.find("miscalibrated"), std::string::npos) << result.out;
}

TEST_F(DoctorCommand, AListOfPicturesIsExaminedAsFaces) {
  write("list.txt", "a.png happy\nb.png sad\n");
  const auto result = run_emo({"doctor", folder_ / "list.txt", "--format", "json"});
  EXPECT_EQ(result.out.find("\"kind\":\"text\""), std::string::npos) << result.out;
  EXPECT_NE((result.out + result.err).find("a.png"), std::string::npos) << "which is not there: " << result.err;
}

TEST_F(DoctorCommand, TheLabelColumnOfATableOfFacesIsTheOneNamed) {
  ASSERT_TRUE(vision::write_image_file(folder_ / "a.png", vision::Image(48, 48, 1)));
  write("faces.csv", "image,mood\na.png,happy\n");
  const auto result = run_emo({"doctor", folder_ / "faces.csv", "--label-column", "mood", "--format", "json"});
  EXPECT_EQ(parsed(result.out)["labels"].dump(), R"(["happy"])") << result.err;
}

TEST_F(DoctorCommand, ALabelColumnThatIsNotThereIsAnErrorWhereItWasNamed) {
  write("moods.csv", "text,mood\nhello my friend,joy\nwhat a pity,sadness\n");
  const auto named = run_emo({"doctor", folder_ / "moods.csv", "--label-column", "feeling"});
  EXPECT_EQ(named.status, 2) << named.out;
  EXPECT_NE(named.err.find("feeling"), std::string::npos) << named.err;
  EXPECT_NE(named.err.find("mood"), std::string::npos) << "what there is: " << named.err;
  EXPECT_EQ(run_emo({"doctor", folder_ / "moods.csv"}).status, 0) << "labels may be missing";
  write("moods.jsonl", "{\"text\":\"hello my friend\",\"mood\":\"joy\"}\n");
  const auto misspelt = run_emo({"doctor", folder_ / "moods.jsonl", "--label-column", "feeling"});
  EXPECT_EQ(misspelt.status, 2) << misspelt.out;
  EXPECT_NE(misspelt.err.find("no row has a label in 'feeling'"), std::string::npos) << misspelt.err;
}

TEST_F(DoctorCommand, InANamedColumnALabelMayBeMissing) {
  ASSERT_TRUE(vision::write_image_file(folder_ / "a.png", vision::Image(48, 48, 1)));
  write("faces.csv", "image,mood\na.png,happy\na.png,\n");
  write("rows.jsonl", "{\"text\":\"hello my friend\",\"mood\":\"joy\"}\n{\"text\":\"what a pity\"}\n");
  for (const char* file : {"faces.csv", "rows.jsonl"}) {
    const auto result = run_emo({"doctor", folder_ / file, "--label-column", "mood", "--format", "json"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.out.find("cannot be read"), std::string::npos) << result.out;
  }
}

TEST_F(DoctorCommand, WithoutATrainingSplitItSaysWhatIsNotExamined) {
  std::filesystem::create_directory(folder_ / "set");
  write("set/dev.jsonl", clean_rows(0));
  write("set/test.jsonl", clean_rows(500));
  const auto result = run_emo({"doctor", folder_ / "set", "--label-noise"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.out.find("none of the splits ('dev', 'test') is for training"), std::string::npos) << result.out;
}

TEST_F(DoctorCommand, NothingThatIsReadIsWrittenTo) {
  write("train.jsonl", clean_rows(0));
  const auto before = io::read_file(folder_ / "train.jsonl");
  for (const char* option : {"--out", "--suspects"}) {
    const auto result = run_emo({"doctor", folder_ / "train.jsonl", option, folder_ / "./train.jsonl"});
    EXPECT_EQ(result.status, 1) << option << result.err;
    EXPECT_NE(result.err.find("is the source itself"), std::string::npos) << result.err;
  }
  EXPECT_EQ(*io::read_file(folder_ / "train.jsonl"), *before);
  EXPECT_EQ(run_emo({"doctor", folder_ / "train.jsonl", "--out", folder_ / "o", "--suspects", folder_ / "o"}).status,
            1);
}

TEST_F(DoctorCommand, FlagsThatWouldBeIgnoredAreRefused) {
  write("train.jsonl", clean_rows(0));
  for (const auto& [option, value] : {std::pair{"--suspects", "s.jsonl"}, {"--head", "basic"}, {"--folds", "3"}}) {
    const auto result = run_emo({"doctor", folder_ / "train.jsonl", option, value});
    EXPECT_EQ(result.status, 1) << option;
    EXPECT_NE(result.err.find(option), std::string::npos) << result.err;
  }
  std::filesystem::create_directory(folder_ / "eval");
  write("eval/metrics.json", R"({"n":100,"accuracy":0.8,"ece":0.2,"split":"test"})");
  for (const std::vector<std::string>& noise :
       {std::vector<std::string>{"--label-noise"}, {"--predictions", folder_ / "absent.jsonl"}}) {
    std::vector<std::string> words{"doctor", folder_ / "eval", "--suspects", folder_ / "s.jsonl"};
    words.insert(words.end(), noise.begin(), noise.end());
    const auto result = run_emo(words);
    EXPECT_EQ(result.status, 1) << noise[0];
    EXPECT_NE(result.err.find(noise[0] + " looks for wrong labels of data"), std::string::npos) << result.err;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "s.jsonl")) << "empty, as if no label were wrong";
  }
}

TEST_F(DoctorCommand, FilesOfTheFolderThatIsReadStayAsTheyAre) {
  std::filesystem::create_directory(folder_ / "data");
  write("data/train.jsonl", clean_rows(0));
  std::filesystem::create_directory_symlink(folder_ / "data", folder_ / "link");
  for (const char* subject : {"data", "link"}) {
    const auto out = run_emo({"doctor", folder_ / subject, "--out", folder_ / "data/train.jsonl"});
    EXPECT_EQ(out.status, 1) << out.err;
    EXPECT_NE(out.err.find("which is read"), std::string::npos) << out.err;
    EXPECT_EQ(
        run_emo({"doctor", folder_ / subject, "--label-noise", "--suspects", folder_ / "data/train.jsonl"}).status, 1);
  }
  EXPECT_EQ(read_text(folder_ / "data/train.jsonl"), clean_rows(0));
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(run_emo({"doctor", folder_ / "data", "--out", folder_ / "data"}).status, 0);
    EXPECT_EQ(run_emo({"doctor", folder_ / "data", "--out", folder_ / "data/new" + std::to_string(again)}).status, 0);
  }
}

TEST_F(DoctorCommand, WhatHasNoPlaceIsToldBeforeTheWork) {
  for (const char* option : {"--out", "--suspects"}) {
    const auto result = run_emo({"doctor", folder_ / "absent.jsonl", "--label-noise", option, folder_ / "no/f.json"});
    EXPECT_EQ(result.status, 2) << option;
    EXPECT_NE(result.err.find("there is no folder"), std::string::npos) << result.err;
  }
}

TEST_F(DoctorCommand, BadInput) {
  EXPECT_EQ(run_emo({"doctor"}).status, 1);
  const auto absent = run_emo({"doctor", folder_ / "absent"});
  EXPECT_EQ(absent.status, 2);
  EXPECT_NE(absent.err.find("absent"), std::string::npos);
  std::filesystem::create_directory(folder_ / "empty");
  const auto empty = run_emo({"doctor", folder_ / "empty"});
  EXPECT_EQ(empty.status, 2);
  EXPECT_NE(empty.err.find("train/dev/test"), std::string::npos) << empty.err;
  for (const auto& [name, content] : {std::pair{"empty.jsonl", ""}, std::pair{"empty.csv", "text,labels\n"},
                                      std::pair{"empty.txt", ""}, std::pair{"blank.jsonl", "\n\n"}}) {
    write(name, content);
    const auto result = run_emo({"doctor", folder_ / name});
    EXPECT_EQ(result.status, 2) << name << result.out;
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find(folder_ / name), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("no row to examine: the data are empty, expected rows with a text"), std::string::npos)
        << result.err;
  }
  write("x.csv", "sentence,emotion\na,joy\n");
  const auto column = run_emo({"doctor", folder_ / "x.csv"});
  EXPECT_EQ(column.status, 2);
  EXPECT_NE(column.err.find("sentence"), std::string::npos) << column.err;
  write("broken.jsonl", "{\"text\":\"a\",\"labels\":[\"joy\"]}\n{]\n\n{\"text\":\"\",\"labels\":[]}\n");
  const auto broken = run_emo({"doctor", folder_ / "broken.jsonl", "--format", "json"});
  EXPECT_EQ(broken.status, 0) << broken.err;
  const auto json = parsed(broken.out);
  bool damaged = false, empty_text = false, single = false;
  for (const auto& finding : json["findings"]) {
    damaged = damaged || finding["code"] == "damaged_rows";
    empty_text = empty_text || finding["code"] == "empty_items";
    single = single || finding["code"] == "single_class";
  }
  EXPECT_TRUE(damaged && empty_text && single) << broken.out;
}

}  // namespace
}  // namespace emo::test
