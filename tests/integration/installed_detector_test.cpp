// The detector that set-up fetched, with the verifier that comes along, on real pictures. Skipped where it is not
// there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "io/json.hpp"
#include "parsed_json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/decode.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::test {
namespace {

namespace fs = std::filesystem;

class InstalledDetector : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(detector_ + "/manifest.json")) GTEST_SKIP() << "no models/detector: run tools/get_detector.sh";
    write_tiny_face_bundle(folder_ / "face");
    auto portrait = vision::decode_image_file(EMO_SOURCE_DIR "/samples/astronaut.jpg");
    ASSERT_TRUE(portrait) << portrait.error().message;
    portrait_ = std::move(portrait).value();
  }
  /// What `emo face` says of a picture, with the tiny face model.
  RunResult look(const std::string& picture, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{
        "face",           picture,      "--format", "json",       "--model",
        folder_ / "face", "--detector", detector_,  "--verifier", EMO_SOURCE_DIR "/models/face-verifier"};
    words.insert(words.end(), more.begin(), more.end());
    return run_emo(words);
  }
  /// The faces of large.png.
  io::Json faces(const std::vector<std::string>& more) const {
    const auto result = look(folder_ / "large.png", more);
    EXPECT_EQ(result.status, 0) << result.err;
    return parsed(result.out)["faces"];
  }
  const std::string detector_ = EMO_SOURCE_DIR "/models/detector";
  TemporaryFolder folder_;
  vision::Image portrait_;
};

// What the set-up installed computes here what it computed when it was imported.
TEST_F(InstalledDetector, ReplaysWhatItRecorded) {
  if (!fs::exists(detector_ + "/golden.json")) GTEST_SKIP() << "no models/detector: run tools/get_detector.sh";
  const auto result = run_emo({"verify", detector_, "--format", "pretty"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.out.find("6 patterns"), std::string::npos) << result.out;
}

// The installed detector on the developers' photographs: every face, nothing else.
TEST_F(InstalledDetector, FindsEveryFaceOfThePhotographs) {
  const std::string photos = EMO_SOURCE_DIR "/../shared/data/faces/photos";
  if (!fs::exists(photos + "/photos.csv")) GTEST_SKIP() << "no ../shared/data on this machine";
  const auto rows = lines_of(read_text(photos + "/photos.csv"));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string name = rows[i].substr(0, rows[i].find(','));
    if (!name.ends_with(".jpg")) continue;
    const std::string faces = rows[i].substr(name.size() + 1, rows[i].find(',', name.size() + 1) - name.size() - 1);
    const auto result = look(photos + "/" + name);
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = io::parse_json(result.out, "output");
    ASSERT_TRUE(json);
    EXPECT_EQ(std::to_string((*json)["faces"].size()), faces) << name;
  }
}

// A face of 40 pixels in 1,280 is 10 in the first look at 320 and 20 in the second at 640.
TEST_F(InstalledDetector, LooksAgainAtLargePicturesForSmallFaces) {
  vision::Image large(1280, 960, 3);
  std::fill(large.pixels.begin(), large.pixels.end(), std::uint8_t{128});
  const auto paste = [&](int side, int left, int top) {
    const auto small = vision::resize(portrait_, side, side);
    for (int y = 0; y < side; ++y) {
      std::copy_n(small.row(y), small.stride(), large.row(top + y) + std::ptrdiff_t{3} * left);
    }
  };
  paste(176, 800, 600);
  ASSERT_TRUE(vision::write_image_file(folder_ / "large.png", large));
  const auto found = faces({});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0]["box"]["x"].get<double>(), 800 + 180 * 176.0 / 512, 8);
  EXPECT_NEAR(found[0]["box"]["w"].get<double>(), 92 * 176.0 / 512, 8);
  EXPECT_TRUE(faces({"--detector-size", "320"}).empty()) << "a size that was asked for is one look";
  EXPECT_EQ(faces({"--detector-size", "640"}).size(), 1U);

  paste(224, 100, 100);  // found by the first look already, with a lower score than the second gives either
  ASSERT_TRUE(vision::write_image_file(folder_ / "large.png", large));
  for (const char* faceness : {"0", "0.6"}) {
    const auto both = faces({"--min-faceness", faceness});
    const auto surest = faces({"--min-faceness", faceness, "--max-faces", "1"});
    ASSERT_EQ(both.size(), 2U);
    ASSERT_EQ(surest.size(), 1U);
    EXPECT_GT(both[1]["detection"], both[0]["detection"]);
    EXPECT_EQ(surest[0]["box"], both[1]["box"]) << faceness;
  }
}

// Tiles see parts of a large face, some more surely than the look at the whole picture sees the face.
TEST_F(InstalledDetector, TilesLeaveLargeFacesAsTheyAre) {
  ASSERT_TRUE(vision::write_image_file(folder_ / "large.png", vision::resize(portrait_, 3000, 3000)));
  const auto any_faces = [&](std::vector<std::string> more) {
    more.insert(more.end(), {"--min-faceness", "0"});
    return faces(more);
  };
  const auto whole = any_faces({"--detector-size", "320"});
  ASSERT_EQ(whole.size(), 1U);
  const auto tiled = any_faces({"--tiles"});
  EXPECT_EQ(std::count_if(tiled.begin(), tiled.end(), [&](const auto& face) { return face["box"] == whole[0]["box"]; }),
            1);
  EXPECT_TRUE(std::none_of(tiled.begin(), tiled.end(), [&](const auto& face) {
    const auto& box = face["box"];
    const double x =
        box["x"].template get<double>() + box["w"].template get<double>() / 2 - whole[0]["box"]["x"].get<double>();
    const double y =
        box["y"].template get<double>() + box["h"].template get<double>() / 2 - whole[0]["box"]["y"].get<double>();
    return face["box"] != whole[0]["box"] && x > 0 && y > 0 && x < whole[0]["box"]["w"].get<double>() &&
           y < whole[0]["box"]["h"].get<double>();
  })) << "no part of it beside it";

  // --min-face leaves out the face, and no other box of it comes in its place.
  const std::string wider =
      std::to_string(std::min(whole[0]["box"]["w"].get<int>(), whole[0]["box"]["h"].get<int>()) + 2);
  EXPECT_TRUE(any_faces({"--detector-size", "320", "--min-face", wider}).empty());
}

}  // namespace
}  // namespace emo::test
