// `emo eval face`, and `emo eval --predictions` on faces, from outside: slices, pictures of mistakes, joins.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "parsed_json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/encode.hpp"

namespace emo::test {
namespace {

class EvalFaceCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    write_tiny_face_bundle(folder_ / "face");
    std::string rows = "image,label,group,split\n";
    const char* labels[] = {"anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"};
    std::mt19937 random(1);
    for (int i = 0; i < 28; ++i) {
      vision::Image image(24, 24, 1);
      for (auto& pixel : image.pixels) pixel = static_cast<std::uint8_t>(random() >> 24U);
      const std::string name = "f" + std::to_string(i) + ".png";
      ASSERT_TRUE(vision::write_image_file(folder_ / name, image));
      rows +=
          name + "," + labels[i % 7] + "," + (i < 14 ? "old" : "young") + "," + (i % 2 == 0 ? "val" : "test") + "\n";
    }
    write_text(data_, rows);
  }
  RunResult judge(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"eval", "face", "--data", data_, "--model", folder_ / "face", "--bootstrap",
                                         "50", "--format", "json"});
    // Of the parts, val and test, both.
    if (std::find(arguments.begin(), arguments.end(), "--split") == arguments.end()) {
      arguments.insert(arguments.end(), {"--split", "all"});
    }
    return run_emo(arguments);
  }
  TemporaryFolder folder_;
  const std::string data_ = folder_ / "faces.csv", out_ = folder_ / "out";
};

TEST_F(EvalFaceCommand, AChoiceAmongOneClassIsNone) {
  const auto result = judge({"--classes", "anger"});
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.err.find("needs two classes or more, found only 'anger'"), std::string::npos) << result.err;
}

TEST_F(EvalFaceCommand, SlicesByAnyColumnWithIntervals) {
  const auto result = judge({"--slice", "group"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto slices = parsed(result.out)["slices"];
  ASSERT_EQ(slices["group"].size(), 2U);
  EXPECT_EQ(slices["group"][0]["value"], "old");
  EXPECT_EQ(slices["group"][0]["n"], 14);
  EXPECT_EQ(slices["group"][1]["ci95"]["macro_f1"].size(), 2U);
  EXPECT_EQ(slices["split"].size(), 2U) << "built in";
  const auto wrong = judge({"--slice", "grupo"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_NE(wrong.err.find("group"), std::string::npos) << wrong.err;
}

TEST_F(EvalFaceCommand, TheReportShowsTheWorstMistakesAsPictures) {
  ASSERT_EQ(judge({"--out", out_}).status, 0);
  const auto mistakes = lines_of(read_text(out_ + "/mistakes.jsonl"));
  ASSERT_FALSE(mistakes.empty());
  const auto worst = parsed(mistakes.front());
  EXPECT_TRUE(worst["picture"].get<std::string>().starts_with("data:image/png;base64,"));
  const std::string html = read_text(out_ + "/report.html");
  EXPECT_NE(html.find("<img src=\"" + worst["picture"].get<std::string>()), std::string::npos);
  // From another folder, with the pictures gone.
  for (int i = 0; i < 28; ++i) std::filesystem::remove(folder_ / ("f" + std::to_string(i) + ".png"));
  ASSERT_EQ(run_emo({"report", out_, "--quiet", "--no-png"}).status, 0);
  EXPECT_NE(read_text(out_ + "/report.html").find("<img src=\"data:"), std::string::npos);
  ASSERT_EQ(run_emo({"report", out_, "--quiet", "--no-png", "--no-examples"}).status, 0);
  EXPECT_EQ(read_text(out_ + "/report.html").find("<img"), std::string::npos);
}

TEST_F(EvalFaceCommand, WhatABatchWroteIsJoinedByPicture) {
  // One folder per class, so that the order of a list differs from that of the data.
  const std::string classes = folder_ / "classes";
  const char* labels[] = {"anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"};
  for (int i = 0; i < 28; ++i) {
    const std::string image = "f" + std::to_string(i) + ".png", to = classes + "/" + labels[i % 7];
    std::filesystem::create_directories(to);
    std::filesystem::copy_file(folder_ / image, to + "/" + image);
  }
  std::string list;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(classes)) {
    if (entry.is_regular_file()) list = entry.path().string() + "\n" + list;
  }
  write_text(folder_ / "list.txt", list);
  const auto ours =
      run_emo({"eval", "face", "--model", folder_ / "face", "--data", classes, "--bootstrap", "0", "--format", "json"});
  ASSERT_EQ(ours.status, 0) << ours.err;
  for (const std::string name : {"batch.csv", "batch.jsonl"}) {
    const auto batch = run_emo(
        {"batch", "face", "--model", folder_ / "face", folder_ / "list.txt", "--no-detect", "--out", folder_ / name});
    ASSERT_EQ(batch.status, 0) << batch.err;
    const auto theirs =
        run_emo({"eval", "--predictions", folder_ / name, "--data", classes, "--bootstrap", "0", "--format", "json"});
    ASSERT_EQ(theirs.status, 0) << theirs.err;
    for (const char* key : {"n", "accuracy", "macro_f1"}) {
      EXPECT_EQ(parsed(theirs.out)[key], parsed(ours.out)[key]) << name << key;
    }
    const auto others = run_emo({"eval", "--predictions", folder_ / name, "--data", data_, "--label-column", "label"});
    EXPECT_NE(others.status, 0);
    EXPECT_NE(others.err.find("not among those of " + data_), std::string::npos) << others.err;
  }
}

TEST_F(EvalFaceCommand, ItsPredictionsAreJudgedAlikeAsAnybodys) {
  const auto ours = judge({"--out", out_, "--split", "val", "--slice", "group"});
  ASSERT_EQ(ours.status, 0) << ours.err;
  const auto json = parsed(ours.out);
  EXPECT_EQ(json["n"], 14);
  const std::vector<std::string> arguments{
      "eval", "--predictions", out_ + "/predictions.jsonl", "--data", data_, "--format", "json", "--bootstrap", "50"};
  auto same = arguments;
  same.insert(same.end(), {"--split", "val", "--slice", "group", "--label-column", "label"});
  const auto theirs = run_emo(same);
  ASSERT_EQ(theirs.status, 0) << theirs.err;
  const auto again = parsed(theirs.out);
  for (const char* key : {"n", "accuracy", "macro_f1", "confusion"}) EXPECT_EQ(again[key], json[key]) << key;
  EXPECT_EQ(again["slices"]["group"], json["slices"]["group"]);
  EXPECT_FALSE(again["slices"].contains("length")) << "a path is no text";
  const auto all = run_emo(arguments);
  ASSERT_EQ(all.status, 0) << all.err;
  EXPECT_EQ(parsed(all.out)["n"], 14) << "the part that the predictions are of";
}

TEST_F(EvalFaceCommand, AgainstItsOwnFolderNothingDiffersUnderAForcedChoiceEither) {
  ASSERT_EQ(judge({"--out", out_}).status, 0);
  for (const std::string& classes : {std::string(), std::string("anger,joy,fear")}) {
    std::vector<std::string> arguments{"--against", out_};
    if (!classes.empty()) arguments.insert(arguments.end(), {"--classes", classes});
    const auto result = judge(arguments);
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = parsed(result.out);
    EXPECT_EQ(json["n"], classes.empty() ? 28 : 12);
    EXPECT_EQ(json["against"]["n"], json["n"]);
    EXPECT_EQ(json["against"]["n_one_side"], 0);
    EXPECT_EQ(json["against"]["mcnemar"]["exact_p"], 1.0);
    EXPECT_EQ(json["against"]["accuracy"]["theirs"], json["accuracy"]);
  }
  const std::string before = read_text(out_ + "/predictions.jsonl");
  const auto refused = judge({"--against", out_, "--out", out_});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("is the source itself"), std::string::npos) << refused.err;
  EXPECT_EQ(read_text(out_ + "/predictions.jsonl"), before);
}

TEST_F(EvalFaceCommand, PredictionsOfFacesWithoutAMajorityArePassedOver) {
  std::string csv = "emotion,pixels,Usage\n";
  std::string votes = "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";
  std::mt19937 random(2);
  for (int i = 0; i < 6; ++i) {
    csv += "3,";
    for (int k = 0; k < 48 * 48; ++k) csv += std::to_string(random() >> 24U) + " ";
    csv.back() = ',';
    csv += "PublicTest\n";
    votes += "PublicTest,fer" + std::to_string(i) + ".png," + (i < 2 ? "5,5" : "0,10") + ",0,0,0,0,0,0,0,0\n";
  }
  write_text(folder_ / "fer2013.csv", csv);
  write_text(folder_ / "fer2013new.csv", votes);
  const auto whole = run_emo({"eval", "face", "--data", folder_ / "fer2013.csv", "--model", folder_ / "face",
                              "--bootstrap", "0", "--out", out_, "--quiet"});
  ASSERT_EQ(whole.status, 0) << whole.err;
  const auto judged =
      run_emo({"eval", "--predictions", out_ + "/predictions.jsonl", "--data", folder_ / "fer2013.csv", "--split",
               "PublicTest", "--face-labels", "votes-majority", "--bootstrap", "0", "--format", "json"});
  ASSERT_EQ(judged.status, 0) << judged.err;
  EXPECT_EQ(parsed(judged.out)["n"], 4);
  EXPECT_NE(judged.err.find("2 predictions of faces that are left out"), std::string::npos) << judged.err;
}

TEST_F(EvalFaceCommand, OfDataWithPartsTheTestIsJudgedUnlessAnotherIsNamed) {
  const auto judged =
      run_emo({"eval", "face", "--data", data_, "--model", folder_ / "face", "--bootstrap", "0", "--format", "json"});
  ASSERT_EQ(judged.status, 0) << judged.err;
  EXPECT_EQ(parsed(judged.out)["n"], 14);
  EXPECT_EQ(parsed(judged.out)["split"], "test");
  EXPECT_NE(judged.err.find("taken are the faces of 'test', 14 of 28"), std::string::npos) << judged.err;
  EXPECT_EQ(parsed(judge({"--split", "val"}).out)["split"], "val");
  EXPECT_EQ(parsed(judge({}).out)["n"], 28);
  EXPECT_NE(judge({"--split", "dev2"}).err.find("PrivateTest or all"), std::string::npos);
}

TEST_F(EvalFaceCommand, WhatIsMeasuredIsNeverFittedTo) {
  std::string rows = read_text(data_);
  for (std::size_t at = 0; (at = rows.find(",val", at)) != std::string::npos;) rows.replace(at, 4, ",train");
  write_text(data_, rows);
  const std::vector<std::string> calibrate{"calibrate", "face", "--data", data_, "--model", folder_ / "face"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), calibrate.begin(), calibrate.end());
    more.insert(more.end(), {"--format", "json"});
    return run_emo(more);
  };
  const auto learnt = with({"--test-split", "test"});
  EXPECT_NE(learnt.err.find("14 of the 14 faces are in the training split"), std::string::npos) << learnt.err;
  EXPECT_NE(learnt.err.find("taken are the faces of 'train'"), std::string::npos) << learnt.err;
  for (const char* split : {"all", "test", "PrivateTest"}) {
    const auto refused = with({"--split", split, "--test-split", "test"});
    EXPECT_EQ(refused.status, 1) << split;
    EXPECT_NE(refused.err.find("is part of what is fitted to"), std::string::npos) << refused.err;
  }
  EXPECT_NE(with({"--split", "all", "--test", folder_ / "./faces.csv"}).err.find("is part of what is fitted to"),
            std::string::npos);
}

TEST_F(EvalFaceCommand, ItsOwnPredictionsOfAPartAreJudgedAgainstThatPart) {
  ASSERT_EQ(judge({"--split", "test", "--out", out_}).status, 0);
  const auto again = run_emo(
      {"eval", "--predictions", out_ + "/predictions.jsonl", "--data", data_, "--bootstrap", "0", "--format", "json"});
  ASSERT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(parsed(again.out)["n"], 14);
  EXPECT_EQ(parsed(again.out)["split"], "test");
  EXPECT_NE(again.err.find("the predictions are of the faces of 'test', 14 of 28"), std::string::npos) << again.err;
  const auto all = run_emo({"eval", "--predictions", out_ + "/predictions.jsonl", "--data", data_, "--split", "all"});
  EXPECT_EQ(all.status, 2) << "the other half has no predictions";
}

TEST_F(EvalFaceCommand, DamagedRowsOfAPartThatIsNotKnownAreNoErrorsOfThePart) {
  write_text(data_, read_text(data_) + "f0.png,,old,val\n");
  EXPECT_EQ(parsed(judge({"--split", "test"}).out)["n_errors"], 0);
  EXPECT_EQ(parsed(judge({"--split", "test"}).out)["n_rejected"], 1);
  EXPECT_EQ(parsed(judge({}).out)["n_errors"], 1) << "of all";
}

TEST_F(EvalFaceCommand, PicturesWithoutAnAnswerAreNamed) {
  for (int i = 3; i < 10; ++i) write_text(folder_ / ("f" + std::to_string(i) + ".png"), "no picture");
  const auto some = judge({});
  ASSERT_EQ(some.status, 0) << some.err;
  EXPECT_EQ(parsed(some.out)["n_errors"], 7);
  EXPECT_NE(some.err.find("7 pictures without an answer"), std::string::npos) << some.err;
  for (const char* part : {"faces.csv:5: ", "faces.csv:9: ", "f3.png", "and 2 more"}) {
    EXPECT_NE(some.err.find(part), std::string::npos) << part << " in " << some.err;
  }
  EXPECT_EQ(some.err.find("faces.csv:10: "), std::string::npos) << some.err;
  EXPECT_EQ(judge({"--quiet"}).err, "");
  const auto pretty =
      run_emo({"eval", "face", "--data", data_, "--model", folder_ / "face", "--format", "pretty", "--split", "all"});
  EXPECT_NE(pretty.out.find("21 rows, 7 without an answer"), std::string::npos) << pretty.out;
  const auto calibrated =
      run_emo({"calibrate", "face", "--data", data_, "--split", "all", "--model", folder_ / "face"});
  EXPECT_NE(calibrated.err.find("faces.csv:5: "), std::string::npos) << calibrated.err;
}

// As the help writes it: `--data my_faces/`.
TEST_F(EvalFaceCommand, AFolderIsNamedHoweverItsPathEnds) {
  const std::string faces = folder_ / "mine";
  for (const char* label : {"anger", "joy"}) {
    std::filesystem::create_directories(faces + "/" + label);
    for (int i = 0; i < 14; ++i) {
      const std::string picture = "/f" + std::to_string(2 * i) + ".png";
      std::filesystem::copy_file(folder_ / picture.substr(1), faces + "/" + label + picture);
    }
  }
  const auto judged = run_emo({"eval", "face", "--data", faces + "/", "--model", folder_ / "face", "--out", out_,
                               "--bootstrap", "0", "--format", "json"});
  ASSERT_EQ(judged.status, 0) << judged.err;
  EXPECT_EQ(parsed(judged.out)["split"], "mine");
  EXPECT_EQ(parsed(judged.out)["upright"]["min_tilt"], 20) << "how the faces were read is part of the record";
  const auto leaning = run_emo({"eval", "face", "--data", faces, "--model", folder_ / "face", "--min-tilt", "90",
                                "--bootstrap", "0", "--format", "json"});
  EXPECT_FALSE(parsed(leaning.out).contains("upright")) << leaning.out;
  const auto again = run_emo({"eval", "--predictions", out_ + "/predictions.jsonl", "--data", faces + "/",
                              "--bootstrap", "0", "--format", "json"});
  ASSERT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(parsed(again.out)["split"], "mine");
  const auto fitted =
      run_emo({"calibrate", "face", "--data", faces + "/", "--model", folder_ / "face", "--format", "json"});
  ASSERT_EQ(fitted.status, 0) << fitted.err;
  EXPECT_EQ(parsed(fitted.out)["data"], "mine");
}

TEST_F(EvalFaceCommand, MistakesAreToldWithTheOptionThatHelps) {
  write_text(folder_ / "map.json", R"({"angerr":"fear","anger":"fear"})");
  const auto mapped = judge({"--map", folder_ / "map.json"});
  ASSERT_EQ(mapped.status, 0) << mapped.err;
  EXPECT_NE(mapped.err.find("'angerr'"), std::string::npos) << mapped.err;
  EXPECT_EQ(mapped.err.find("'anger'"), std::string::npos) << mapped.err;
  EXPECT_EQ(judge({"--map", folder_ / "map.json", "--quiet"}).err, "");
  write_text(folder_ / "numbers.csv", "image,label\nf1.png,3\n");
  const auto number = run_emo({"eval", "face", "--data", folder_ / "numbers.csv", "--model", folder_ / "face"});
  EXPECT_EQ(number.status, 2);
  EXPECT_NE(number.err.find("--class-names"), std::string::npos) << number.err;
  write_text(folder_ / "words.csv", "image,label\nf1.png,glee\n");
  const auto word = run_emo({"eval", "face", "--data", folder_ / "words.csv", "--model", folder_ / "face"});
  EXPECT_NE(word.err.find("--map"), std::string::npos) << word.err;
  const auto detector = run_emo({"face", folder_ / "f1.png", "--model", folder_ / "face", "--detector", "nosuch"});
  EXPECT_EQ(detector.status, 2);
  EXPECT_NE(detector.err.find("--detector FOLDER"), std::string::npos) << detector.err;
  EXPECT_EQ(detector.err.find("--model FOLDER"), std::string::npos) << detector.err;
}

TEST_F(EvalFaceCommand, UsageErrorsPointToTheHelpOfTheSubcommand) {
  EXPECT_NE(judge({"--nosuch"}).err.find("'emo eval face --help'"), std::string::npos) << judge({"--nosuch"}).err;
  const auto calibrate = run_emo({"calibrate", "face", "--data", data_, "--method", "magic"});
  EXPECT_NE(calibrate.err.find("'emo calibrate face --help'"), std::string::npos) << calibrate.err;
  const auto missing = run_emo({"explain", "face"});
  EXPECT_NE(missing.err.find("'emo explain face --help'"), std::string::npos) << missing.err;
}

TEST_F(EvalFaceCommand, NoAnswerAtAllIsAnErrorThatNamesTheFirst) {
  for (int i = 0; i < 28; ++i) write_text(folder_ / ("f" + std::to_string(i) + ".png"), "no picture");
  const auto judged = judge({"--out", out_});
  EXPECT_EQ(judged.status, 2);
  EXPECT_EQ(judged.out, "");
  EXPECT_NE(judged.err.find("faces.csv:2: "), std::string::npos) << judged.err;
  EXPECT_FALSE(std::filesystem::exists(out_));
  const auto calibrated =
      run_emo({"calibrate", "face", "--data", data_, "--split", "all", "--model", folder_ / "face"});
  EXPECT_EQ(calibrated.status, 2);
  EXPECT_NE(calibrated.err.find("faces.csv:2: "), std::string::npos) << calibrated.err;
  EXPECT_EQ(calibrated.err.find("too few"), std::string::npos) << calibrated.err;
}

TEST_F(EvalFaceCommand, CalibrateUsesTheModelThatIsNamed) {
  const auto result = run_emo({"calibrate", "face", "--data", data_, "--split", "all", "--model", folder_ / "face",
                               "--out", folder_ / "calibrated", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(parsed(result.out)["fit_rows"], 28);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "calibrated/manifest.json"));
  const auto none = run_emo({"calibrate", "face", "--data", data_, "--model", folder_ / "absent"});
  EXPECT_EQ(none.status, 2);
  EXPECT_NE(none.err.find("absent"), std::string::npos) << none.err;
}

TEST_F(EvalFaceCommand, CalibrateSaysOfMirroredFacesWhatTheBundleThenGives) {
  ASSERT_NE(read_text(folder_ / "face/manifest.json").find("\"flip_average\": true"), std::string::npos);
  write_text(folder_ / "again.csv", read_text(data_));
  const auto fitted =
      run_emo({"calibrate", "face", "--data", data_, "--split", "all", "--test", folder_ / "again.csv", "--test-split",
               "all", "--model", folder_ / "face", "--method", "vector", "--out", folder_ / "c", "--format", "json"});
  ASSERT_EQ(fitted.status, 0) << fitted.err;
  const auto judged = run_emo({"eval", "face", "--data", data_, "--split", "all", "--model", folder_ / "c",
                               "--bootstrap", "0", "--format", "json"});
  ASSERT_EQ(judged.status, 0) << judged.err;
  const auto after = parsed(fitted.out)["on_test"]["after"], figures = parsed(judged.out);
  EXPECT_NEAR(after["nll"].get<double>(), figures["nll"].get<double>(), 1e-6);
  EXPECT_NEAR(after["ece"].get<double>(), figures["ece"].get<double>(), 1e-6);
}

TEST_F(EvalFaceCommand, OptionsThatWouldDoNothingAreRefused) {
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{"--min-face", "40"}, {"--tiles"}, {"--detector", "nosuch"}, {"--max-faces", "1"}}) {
    const auto alone = judge(options);
    EXPECT_EQ(alone.status, 1) << options.front();
    EXPECT_NE(alone.err.find(options.front() + " requires --detect"), std::string::npos) << alone.err;
  }
  EXPECT_EQ(judge({"--min-confidence", "0.8"}).status, 1) << "figures know no abstention";
}

}  // namespace
}  // namespace emo::test
