// `emo explain face` from outside, on tiny models made on the spot.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "parsed_json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/encode.hpp"

namespace emo::test {
namespace {

class ExplainFaceCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    write_tiny_face_bundle(folder_ / "face");
    write_tiny_detector(folder_ / "seeing", true);
    write_tiny_detector(folder_ / "blind", false);
    vision::Image image(96, 64, 3);
    std::mt19937 random(1);
    for (auto& pixel : image.pixels) pixel = static_cast<std::uint8_t>(random() >> 24U);
    const auto bytes = vision::encode_png(image);
    ASSERT_TRUE(bytes) << bytes.error().message;
    write_text(picture_, *bytes);
  }
  RunResult run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"explain", "face", picture_});
    arguments.insert(arguments.end(), {"--model", folder_ / "face"});
    return run_emo(arguments);
  }
  TemporaryFolder folder_;
  const std::string picture_ = folder_ / "a.png";
};

TEST_F(ExplainFaceCommand, ACroppedFaceHasAGridAndAVerdict) {
  const auto result = run({"--no-detect", "--grid", "4", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto json = parsed(result.out);
  EXPECT_EQ(json["source"], picture_);
  ASSERT_EQ(json["faces"].size(), 1U);
  const auto& face = json["faces"][0];
  EXPECT_EQ(face["grid"]["rows"], 4);
  EXPECT_EQ(face["grid"]["weights"].size(), 4U);
  EXPECT_TRUE(face["faithfulness"]["verdict"].is_string());
  EXPECT_EQ(run({"--no-detect", "--grid", "4", "--format", "json"}).out, result.out) << "the seed decides";
}

TEST_F(ExplainFaceCommand, TheHeatMapIsDrawn) {
  const std::string out = folder_ / "why.png";
  const auto result = run({"--detector", folder_ / "seeing", "--min-faceness", "0", "--max-faces", "1", "--out", out,
                           "--format", "pretty"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(read_text(out).starts_with("\x89PNG"));
  EXPECT_NE(result.out.find("1 face"), std::string::npos) << result.out;
}

TEST_F(ExplainFaceCommand, TheHeatMapNeverReplacesThePicture) {
  const std::string before = read_text(picture_);
  for (const std::string& out : {picture_, folder_ / "./a.png"}) {
    const auto result = run({"--no-detect", "--out", out});
    EXPECT_EQ(result.status, 1) << result.err;
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("is the source itself"), std::string::npos) << result.err;
  }
  EXPECT_TRUE(read_text(picture_) == before);
}

TEST_F(ExplainFaceCommand, WithoutAFaceThereIsNothingToDraw) {
  const auto listed = run({"--detector", folder_ / "blind", "--min-faceness", "0", "--format", "json"});
  EXPECT_EQ(listed.status, 0) << listed.err;
  EXPECT_TRUE(parsed(listed.out)["faces"].empty());
  const auto drawn = run({"--detector", folder_ / "blind", "--min-faceness", "0", "--out", folder_ / "why.png"});
  EXPECT_EQ(drawn.status, 2);
  EXPECT_NE(drawn.err.find("no face"), std::string::npos) << drawn.err;
}

TEST_F(ExplainFaceCommand, ABadPictureKeepsItsPlaceAndTheRestGoesOn) {
  write_text(folder_ / "text.png", "this is text");
  const std::string missing = folder_ / "missing.jpg", broken = folder_ / "text.png";
  const auto result = run_emo(
      {"explain", "face", missing, picture_, broken, "--no-detect", "--grid", "2", "--model", folder_ / "face"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 3U) << result.out;
  EXPECT_EQ(parsed(lines[0])["error"]["code"], "not_found");
  EXPECT_EQ(parsed(lines[0])["source"], missing);
  EXPECT_EQ(parsed(lines[1])["faces"].size(), 1U);
  EXPECT_EQ(parsed(lines[2])["error"]["code"], "invalid_input");
  EXPECT_NE(result.err.find("2 of 3 pictures could not be explained; the first: "), std::string::npos) << result.err;
  const auto pretty = run_emo({"explain", "face", missing, picture_, "--no-detect", "--grid", "2", "--format", "pretty",
                               "--model", folder_ / "face"});
  EXPECT_EQ(pretty.status, 0);
  EXPECT_TRUE(pretty.out.starts_with("error (not_found): ")) << pretty.out;
  EXPECT_NE(pretty.out.find("1 face"), std::string::npos) << pretty.out;
  const auto none = run_emo({"explain", "face", missing, broken, "--no-detect", "--model", folder_ / "face"});
  EXPECT_EQ(none.status, 2) << "every picture was bad";
  EXPECT_EQ(lines_of(none.out).size(), 2U);
}

TEST_F(ExplainFaceCommand, JsonIsAListUnlessOnePictureWasNamed) {
  const auto explain = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"explain", "face"});
    words.insert(words.end(), {"--no-detect", "--grid", "2", "--format", "json", "--model", folder_ / "face"});
    return parsed(run_emo(words).out);
  };
  EXPECT_TRUE(explain({picture_}).is_object());
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{folder_.path()}, {folder_ / "*.png"}}) {
    const auto list = explain(words);
    ASSERT_TRUE(list.is_array()) << words[0];
    EXPECT_EQ(list.size(), 1U);
  }
  EXPECT_EQ(explain({picture_, picture_}).size(), 2U);
}

TEST_F(ExplainFaceCommand, MistakesAreNamed) {
  const auto label = run({"--no-detect", "--label", "glorp"});
  EXPECT_EQ(label.status, 2);
  EXPECT_NE(label.err.find("glorp"), std::string::npos);
  EXPECT_EQ(label.out, "") << "before anything is written";
  EXPECT_EQ(run({"--no-detect", "--grid", "1"}).status, 1);
  EXPECT_EQ(run({"--no-detect", "--grid", "20"}).status, 1) << "the model reads 16 x 16 pixels";
}

TEST_F(ExplainFaceCommand, AFaceIsARowOfACsv) {
  const auto table = run({"--no-detect", "--grid", "2", "--format", "csv"});
  ASSERT_EQ(table.status, 0) << table.err;
  EXPECT_TRUE(table.out.starts_with("source,box.x,box.y,")) << table.out;
  EXPECT_NE(table.out.find(",grid.weights,"), std::string::npos) << table.out;
  EXPECT_EQ(std::count(table.out.begin(), table.out.end(), '\n'), 2) << table.out;
}

}  // namespace
}  // namespace emo::test
