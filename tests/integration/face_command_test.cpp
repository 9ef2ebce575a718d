// `emo face`, `emo batch face`, `emo eval face` and `emo import detector` as a user runs them, on tiny models.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "io/json.hpp"
#include "parsed_json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/encode.hpp"

namespace emo::test {
namespace {

namespace fs = std::filesystem;

void write_picture(const std::string& path, int width, int height) {
  vision::Image image(width, height, 3);
  std::mt19937 random(1);
  for (auto& pixel : image.pixels) pixel = static_cast<std::uint8_t>(random() >> 24U);
  const auto bytes = path.ends_with(".png") ? vision::encode_png(image) : vision::encode_jpeg(image);
  ASSERT_TRUE(bytes) << bytes.error().message;
  write_text(path, *bytes);
}

class FaceCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    write_tiny_face_bundle(folder_ / "face");
    write_tiny_detector(folder_ / "seeing", true);
    write_tiny_detector(folder_ / "blind", false);
    write_picture(folder_ / "a.jpg", 320, 240);
  }
  RunResult run(std::vector<std::string> arguments, const char* detector = "seeing") const {
    arguments.insert(arguments.end(), {"--model", folder_ / "face", "--threads", "2"});
    // The drawn pictures hold no faces, and the tiny detector is to be believed.
    if (detector != nullptr) {
      arguments.insert(arguments.end(), {"--detector", folder_ / detector, "--min-faceness", "0"});
    }
    return run_emo(arguments);
  }
  TemporaryFolder folder_;
};

TEST_F(FaceCommand, OnePictureInEveryFormat) {
  const auto json = run({"face", folder_ / "a.jpg", "--format", "json"});
  ASSERT_EQ(json.status, 0) << json.err;
  const auto object = parsed(json.out);
  EXPECT_EQ(object["source"], folder_ / "a.jpg");
  EXPECT_EQ(object["width"], 320);
  ASSERT_GT(object["faces"].size(), 0U);
  EXPECT_EQ(object["faces"][0]["scores"].size(), 7U);
  const auto csv = run({"face", folder_ / "a.jpg", "--format", "csv"});
  EXPECT_EQ(lines_of(csv.out).size(), object["faces"].size() + 1);
  const auto pretty = run({"face", folder_ / "a.jpg", "--format", "pretty", "--max-faces", "1"});
  EXPECT_NE(pretty.out.find("320 x 240, 1 face\n"), std::string::npos) << pretty.out;
}

TEST_F(FaceCommand, ANameThatIsNoUtf8SteersNoTerminal) {
  // As the beginning of a character of two bytes \xC3 would take the escape along.
  const std::string name = folder_ / "x\xC3\x1B]0;y\xC3\x07.jpg";
  write_picture(name, 64, 64);
  const auto pretty = run({"face", name, "--format", "pretty", "--no-detect"}, nullptr);
  EXPECT_NE(pretty.out.find("x  ]0;y  .jpg  64 x 64"), std::string::npos) << pretty.out;
}

TEST_F(FaceCommand, JsonIsAListUnlessOnePictureWasNamed) {
  EXPECT_TRUE(parsed(run({"face", folder_ / "a.jpg", "--format", "json"}).out).is_object());
  fs::create_directories(folder_ / "in");
  write_picture(folder_ / "in/a.png", 48, 48);
  for (const std::string& word : {folder_ / "in", folder_ / "in/*.png"}) {
    const auto list = parsed(run({"face", word, "--format", "json"}).out);
    ASSERT_TRUE(list.is_array()) << word;
    EXPECT_EQ(list.size(), 1U);
  }
}

TEST_F(FaceCommand, FilesOfOtherKindsInAFolderAreTold) {
  fs::create_directories(folder_ / "in");
  write_picture(folder_ / "in/a.png", 48, 48);
  write_text(folder_ / "in/notes.txt", "x");
  write_text(folder_ / "in/scan.tif", "x");
  const std::string told =
      "emo: passed over in the data:\n  2 files of other kinds, the first: " + (folder_ / "in/notes.txt") +
      "; expected .jpg";
  const auto face = run({"face", folder_ / "in"});
  EXPECT_EQ(face.status, 0);
  EXPECT_EQ(lines_of(face.out).size(), 1U);
  EXPECT_NE(face.err.find(told), std::string::npos) << face.err;
  EXPECT_EQ(run({"face", folder_ / "in", "--quiet"}).err, "");
  const auto batch = run({"batch", "face", folder_ / "in", "--out", folder_ / "o.jsonl"});
  EXPECT_EQ(batch.status, 0);
  EXPECT_NE(batch.err.find(told), std::string::npos) << batch.err;
}

TEST_F(FaceCommand, SeveralPicturesAreNotAnnotatedIntoAFolderCalledLikeAPicture) {
  for (const char* name : {"x.jpg", "x.PNG", "x.webp"}) {
    const auto result = run({"face", folder_ / "a.jpg", folder_ / "a.jpg", "--annotate", folder_ / name});
    EXPECT_EQ(result.status, 1) << name;
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("is the name of one picture, but there are several; give a folder: --annotate OUT/"),
              std::string::npos)
        << result.err;
    EXPECT_FALSE(fs::exists(folder_ / name));
  }
  fs::create_directories(folder_ / "there.jpg");
  for (const char* name : {"there.jpg", "new.jpg/"}) {
    const auto result = run({"face", folder_ / "a.jpg", folder_ / "a.jpg", "--annotate", folder_ / name});
    EXPECT_EQ(result.status, 0) << name << result.err;
  }
}

TEST_F(FaceCommand, NoFaceIsAnEmptyListAndNoFailure) {
  const auto result = run({"face", folder_ / "a.jpg"}, "blind");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(parsed(result.out)["faces"].empty()) << result.out;
}

TEST_F(FaceCommand, BadPicturesKeepTheirPlace) {
  write_text(folder_ / "b.jpg", "this is text");
  const std::string whole = read_text(folder_ / "a.jpg");
  write_text(folder_ / "c.jpg", whole.substr(0, whole.size() / 2));
  write_picture(folder_ / "d\xC3\xA9.png", 1, 1);
  write_text(folder_ / "e.png", "");
  const auto found = run({"face", folder_ / "a.jpg", folder_ / "b.jpg", folder_ / "c.jpg", folder_ / "d\xC3\xA9.png",
                          folder_ / "e.png", folder_ / "none.png"});
  EXPECT_EQ(found.status, 0) << found.err;
  const auto lines = lines_of(found.out);
  ASSERT_EQ(lines.size(), 6U) << found.out;
  EXPECT_TRUE(parsed(lines[0]).contains("faces"));
  EXPECT_EQ(parsed(lines[1])["error"]["code"], "invalid_input");
  EXPECT_EQ(parsed(lines[2])["error"]["code"], "invalid_input") << "a truncated picture is not a picture";
  EXPECT_TRUE(parsed(lines[3]).contains("faces")) << "1 x 1, non-ASCII path";
  EXPECT_TRUE(parsed(lines[4]).contains("error"));
  EXPECT_EQ(parsed(lines[5])["error"]["code"], "not_found");
  EXPECT_NE(found.err.find("4 of 6"), std::string::npos) << found.err;
}

TEST_F(FaceCommand, WhatTheVerifierDoubtsIsNoFace) {
  write_tiny_verifier(folder_ / "verifier");
  write_text(folder_ / "dark.png", *vision::encode_png(vision::Image(320, 240, 3)));
  const auto faces_in = [&](std::vector<std::string> options) {
    std::vector<std::string> arguments{"face",       folder_ / "dark.png", "--model",  folder_ / "face",
                                       "--detector", folder_ / "seeing",   "--format", "json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto result = run_emo(arguments);
    EXPECT_EQ(result.status, 0) << result.err;
    return parsed(result.out)["faces"].size();
  };
  EXPECT_EQ(faces_in({"--verifier", folder_ / "verifier"}), 0U);
  EXPECT_GT(faces_in({"--verifier", folder_ / "verifier", "--min-faceness", "0"}), 0U);
  const auto other = run_emo({"face", folder_ / "dark.png", "--model", folder_ / "face", "--detector",
                              folder_ / "seeing", "--verifier", folder_ / "face"});
  EXPECT_EQ(other.status, 2);
  EXPECT_NE(other.err.find("not a face verifier"), std::string::npos) << other.err;
}

TEST_F(FaceCommand, AMissingDetectorIsNamedWithTheCommandThatInstallsIt) {
  const auto named = run({"face", folder_ / "a.jpg", "--detector", folder_ / "no-detector"}, nullptr);
  EXPECT_EQ(named.status, 2);
  EXPECT_NE(named.err.find("no-detector"), std::string::npos) << named.err;
  // A copy of the program has no models beside it, whatever is installed in this build.
  const std::string alone = folder_ / "bin/emo";
  fs::create_directories(folder_ / "bin");
  fs::copy_file(EMO_BINARY, alone);
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"face"}, {"batch", "face", "--out", folder_ / "o.jsonl"}}) {
    auto arguments = command;
    arguments.insert(arguments.end(), {folder_ / "a.jpg", "--model", folder_ / "face"});
    const auto result = run_emo(arguments, {.program = alone});
    EXPECT_EQ(result.status, 2) << command[0];
    EXPECT_NE(result.err.find("tools/get_detector.sh"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("--no-detect"), std::string::npos) << result.err;
  }
  const auto unverified = run_emo(
      {"face", folder_ / "a.jpg", "--model", folder_ / "face", "--detector", folder_ / "seeing"}, {.program = alone});
  EXPECT_EQ(unverified.status, 2);
  EXPECT_NE(unverified.err.find("'face-verifier'"), std::string::npos) << unverified.err;
  EXPECT_NE(unverified.err.find("--min-faceness 0"), std::string::npos) << unverified.err;
}

TEST_F(FaceCommand, ASingleBadPictureExitsWithTwo) {
  write_text(folder_ / "b.jpg", "this is text");
  const auto result = run({"face", folder_ / "b.jpg"});
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("b.jpg"), std::string::npos) << result.err;
  EXPECT_EQ(run({"face", folder_ / "*.webp"}).status, 2) << "a pattern without a match";
  EXPECT_EQ(run_emo({"face"}).status, 1);
}

TEST_F(FaceCommand, PreCroppedFacesNeedNoDetector) {
  const auto result = run({"face", folder_ / "a.jpg", "--no-detect", "--top-k", "1"}, nullptr);
  ASSERT_EQ(result.status, 0) << result.err;
  const auto object = parsed(result.out);
  ASSERT_EQ(object["faces"].size(), 1U);
  EXPECT_EQ(object["faces"][0]["box"]["w"], 320);
  EXPECT_EQ(object["faces"][0]["scores"].size(), 1U);
}

TEST_F(FaceCommand, FacesThatLeanAreTurnedUnlessNobodyIsAsked) {
  write_tiny_tilt(folder_ / "leaning", 30);
  for (const bool detects : {true, false}) {
    const auto face = [&](const char* degrees) {
      std::vector<std::string> words{"face", folder_ / "a.jpg", "--tilt", folder_ / "leaning", "--min-tilt", degrees};
      if (!detects) words.emplace_back("--no-detect");
      return parsed(run(words, detects ? "seeing" : nullptr).out)["faces"].at(0);
    };
    const auto turned = face("20"), told = face("31"), not_asked = face("90");
    EXPECT_EQ(turned["quality"]["tilt"], 30);
    EXPECT_EQ(told["quality"]["tilt"], 30);
    EXPECT_FALSE(not_asked["quality"].contains("tilt"));
    EXPECT_EQ(told["scores"], not_asked["scores"]);
    EXPECT_NE(turned["scores"], told["scores"]);
  }
  EXPECT_EQ(run({"face", folder_ / "a.jpg", "--tilt", "nowhere"}).status, 2);
  const auto other = run({"face", folder_ / "a.jpg", "--tilt", folder_ / "face"});
  EXPECT_NE(other.err.find("is not a tilt model"), std::string::npos) << other.err;
}

TEST_F(FaceCommand, WithoutADetectorItsOptionsAreRefused) {
  for (const std::vector<std::string>& option :
       std::vector<std::vector<std::string>>{{"--tiles"}, {"--detector-size", "640"}, {"--max-faces", "1"}}) {
    std::vector<std::string> arguments{"face", folder_ / "a.jpg", "--no-detect"};
    arguments.insert(arguments.end(), option.begin(), option.end());
    const auto refused = run(arguments, nullptr);
    EXPECT_EQ(refused.status, 1) << option[0];
    EXPECT_NE(refused.err.find("--no-detect"), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find(option[0]), std::string::npos) << refused.err;
  }
}

TEST_F(FaceCommand, AnnotatedPicturesAreWritten) {
  const auto one = run({"face", folder_ / "a.jpg", "--annotate", folder_ / "seen.png"});
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_GT(fs::file_size(folder_ / "seen.png"), 1000U);
  write_picture(folder_ / "b.png", 64, 64);
  const auto two = run({"face", folder_ / "a.jpg", folder_ / "b.png", "--annotate", folder_ / "seen"});
  EXPECT_EQ(two.status, 0) << two.err;
  EXPECT_TRUE(fs::exists(folder_ / "seen/a.jpg"));
  EXPECT_TRUE(fs::exists(folder_ / "seen/b.jpg"));
}

TEST_F(FaceCommand, AnAnnotationNeverReplacesAPicture) {
  fs::create_directories(folder_ / "in");
  write_picture(folder_ / "in/a.jpg", 64, 64);
  write_picture(folder_ / "in/c.png", 64, 64);
  fs::create_symlink("in/a.jpg", folder_ / "link.jpg");
  fs::create_directory_symlink("in", folder_ / "also");
  const std::string before = read_text(folder_ / "in/a.jpg"), single = read_text(folder_ / "a.jpg");
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{folder_ / "in", "--annotate", folder_ / "in"},
                                             {folder_ / "in", "--annotate", folder_ / "also/"},
                                             {folder_ / "in/*.jpg", "--annotate", folder_ / "in"},
                                             {folder_ / "in/c.png", "--annotate", folder_ / "in"},
                                             {folder_ / "a.jpg", "--annotate", folder_ / "a.jpg"},
                                             {folder_ / "in/a.jpg", "--annotate", folder_ / "./in/../link.jpg"},
                                             {folder_ / "a.jpg", folder_ / "in/a.jpg", "--annotate", folder_ / "in"}}) {
    auto arguments = words;
    arguments.insert(arguments.begin(), "face");
    const auto result = run(arguments);
    EXPECT_EQ(result.status, 1) << words.back() << result.err;
    EXPECT_EQ(result.out, "") << "refused before any work";
    EXPECT_NE(result.err.find("is the source itself"), std::string::npos) << result.err;
  }
  EXPECT_TRUE(read_text(folder_ / "in/a.jpg") == before);
  EXPECT_TRUE(read_text(folder_ / "a.jpg") == single);
}

TEST_F(FaceCommand, AnnotatedPicturesOfOneNameAreKeptApart) {
  for (const char* name : {"d1/a.jpg", "d2/a.jpg", "d2/a.png", "d2/a-2.jpg"}) {
    fs::create_directories(fs::path(folder_ / name).parent_path());
    write_picture(folder_ / name, 64, 64);
  }
  const auto result = run({"face", folder_ / "d1/a.jpg", folder_ / "d2/a.jpg", folder_ / "d2/a.png",
                           folder_ / "d2/a-2.jpg", "--annotate", folder_ / "seen"});
  EXPECT_EQ(result.status, 0) << result.err;
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_ / "seen")) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"a-2.jpg", "a-3.jpg", "a-4.jpg", "a.jpg"}));
}

TEST_F(FaceCommand, ASlashAtTheEndMeansAFolder) {
  const auto result = run({"face", folder_ / "a.jpg", "--annotate", folder_ / "new/"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(fs::exists(folder_ / "new/a.jpg"));
}

TEST_F(FaceCommand, FacesAreGivenAlsoWhereTheAnnotationCannotBeWritten) {
  const auto result = run({"face", folder_ / "a.jpg", "--annotate", folder_ / "nowhere/x.png"});
  EXPECT_EQ(result.status, 2) << result.err;
  EXPECT_GT(parsed(result.out)["faces"].size(), 0U) << result.out;
  EXPECT_NE(result.err.find("nowhere/x.png'"), std::string::npos) << result.err;
  EXPECT_EQ(result.err.find(".tmp-"), std::string::npos) << result.err;
  write_picture(folder_ / "b.png", 64, 64);
  fs::create_directories(folder_ / "seen/a.jpg");  // a folder where a picture should go
  const auto two = run({"face", folder_ / "a.jpg", folder_ / "b.png", "--annotate", folder_ / "seen"});
  EXPECT_EQ(two.status, 2) << two.err;
  ASSERT_EQ(lines_of(two.out).size(), 2U) << two.out;
  for (const auto& line : lines_of(two.out)) EXPECT_TRUE(parsed(line).contains("faces")) << line;
  EXPECT_TRUE(fs::exists(folder_ / "seen/b.jpg"));
  const auto kind = run({"face", folder_ / "a.jpg", "--annotate", folder_ / "seen.gif"});
  EXPECT_EQ(kind.status, 1) << kind.err;
  EXPECT_EQ(kind.out, "");
}

TEST_F(FaceCommand, ABatchNeverReplacesAPictureOfItsFolder) {
  fs::create_directories(folder_ / "in");
  write_picture(folder_ / "in/a.jpg", 64, 64);
  const std::string before = read_text(folder_ / "in/a.jpg");
  for (const std::string& out : {folder_ / "in/a.jpg", folder_ / "in/../in/a.jpg", folder_ / "in"}) {
    const auto result = run({"batch", "face", folder_ / "in", "--out", out, "--force", "--no-detect"}, nullptr);
    EXPECT_EQ(result.status, 1) << result.err;
    const std::string words = out.ends_with(".jpg") ? "is the name of a picture" : "is the source itself";
    EXPECT_NE(result.err.find(words), std::string::npos) << result.err;
    EXPECT_EQ(result.err.find("--resume"), std::string::npos) << "nothing was begun: " << result.err;
  }
  EXPECT_TRUE(read_text(folder_ / "in/a.jpg") == before);
  fs::create_directories(folder_ / "other");
  const auto folder = run({"batch", "face", folder_ / "in", "--out", folder_ / "other", "--no-detect"}, nullptr);
  EXPECT_EQ(folder.status, 2);
  EXPECT_EQ(folder.err.find("committed so far"), std::string::npos) << "nothing was begun: " << folder.err;
}

TEST_F(FaceCommand, ABatchOfAFolderAListAndATable) {
  fs::create_directories(folder_ / "in");
  for (const char* name : {"in/a.png", "in/b.png"}) write_picture(folder_ / name, 48, 48);
  write_text(folder_ / "in/bad.png", "x");
  const auto folder = run({"batch", "face", folder_ / "in", "--out", folder_ / "o.jsonl", "--no-detect"}, nullptr);
  EXPECT_EQ(folder.status, 0) << folder.err;
  EXPECT_EQ(lines_of(read_text(folder_ / "o.jsonl")).size(), 3U);
  write_text(folder_ / "list.txt", "in/a.png\nin/b.png\n");
  const auto list = run({"batch", "face", folder_ / "list.txt", "--out", folder_ / "o.csv", "--no-detect"}, nullptr);
  EXPECT_EQ(list.status, 0) << list.err;
  EXPECT_EQ(lines_of(read_text(folder_ / "o.csv")).size(), 3U);
  write_text(folder_ / "rows.jsonl", "{\"image\":\"in/b.png\"}\n{\"picture\":\"in/a.png\"}\n");
  const auto rows =
      run({"batch", "face", folder_ / "rows.jsonl", "--out", folder_ / "r.jsonl", "--no-detect"}, nullptr);
  EXPECT_EQ(rows.status, 0) << rows.err;
  const auto lines = lines_of(read_text(folder_ / "r.jsonl"));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(parsed(lines[0]).contains("faces"));
  EXPECT_TRUE(parsed(lines[1]).contains("error"));
  EXPECT_EQ(run({"batch", "face", folder_ / "none", "--out", folder_ / "n.jsonl", "--no-detect"}, nullptr).status, 2);
}

TEST_F(FaceCommand, EvaluationOfAFolderPerClass) {
  for (const char* name : {"faces/happy/a.png", "faces/happy/b.png", "faces/sad/c.png"}) {
    fs::create_directories(fs::path(folder_ / name).parent_path());
    write_picture(folder_ / name, 48, 48);
  }
  write_text(folder_ / "faces/sad/broken.png", "x");
  const auto result =
      run({"eval", "face", "--data", folder_ / "faces", "--out", folder_ / "eval", "--format", "json"}, nullptr);
  ASSERT_EQ(result.status, 0) << result.err;
  const auto metrics = parsed(result.out);
  EXPECT_EQ(metrics["n"], 3);
  EXPECT_EQ(metrics["n_errors"], 1);
  EXPECT_EQ(metrics["label_map"]["happy"], "happiness");
  EXPECT_EQ(lines_of(read_text(folder_ / "eval/predictions.jsonl")).size(), 4U);
  fs::create_directories(folder_ / "faces/mystery");
  write_picture(folder_ / "faces/mystery/d.png", 48, 48);
  const auto unknown = run({"eval", "face", "--data", folder_ / "faces"}, nullptr);
  EXPECT_EQ(unknown.status, 2);
  EXPECT_NE(unknown.err.find("'mystery'"), std::string::npos) << unknown.err;
  const auto gate = run({"eval", "face", "--data", folder_ / "faces/happy/..", "--classes", "happiness,sadness",
                         "--map", folder_ / "map.json", "--min-accuracy", "0.9"},
                        nullptr);
  EXPECT_EQ(gate.status, 2) << "the map file is missing";
}

TEST_F(FaceCommand, ADamagedDetectorIsNamed) {
  write_text(folder_ / "bad.onnx", "not an onnx file");
  const auto result = run_emo({"import", "detector", folder_ / "bad.onnx", "--out", folder_ / "d"});
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("bad.onnx"), std::string::npos) << result.err;
  EXPECT_FALSE(fs::exists(folder_ / "d"));
}

TEST_F(FaceCommand, HelpSucceedsWithExamples) {
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"face"}, {"video"}, {"batch", "face"}, {"eval", "face"}, {"bench", "face"}, {"import", "detector"}}) {
    auto arguments = command;
    arguments.emplace_back("--help");
    const auto result = run_emo(arguments);
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.out.find("Example"), std::string::npos) << result.out;
  }
}

}  // namespace
}  // namespace emo::test
