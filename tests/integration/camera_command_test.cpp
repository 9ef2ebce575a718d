// `emo video 77` on a camera that stands in for the hardware (tests/unit/vision/fake_camera.hpp), with tiny models.
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "fake_camera.hpp"
#include "film_command_test.hpp"
#include "vision/encode.hpp"

namespace emo::test {
namespace {

namespace fs = std::filesystem;

class CameraCommand : public FilmCommandTest {
 protected:
  void SetUp() override {
    FilmCommandTest::SetUp();
    vision::Image picture(64, 48, 3);
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
      picture.pixels[i] = static_cast<std::uint8_t>(i * 7919 >> 3);
    const auto jpeg = vision::encode_jpeg(picture);
    ASSERT_TRUE(jpeg);
    write_text(folder_ / "picture.jpg", *jpeg);
    setenv("LD_PRELOAD", EMO_FAKE_CAMERA_LIBRARY, 1);
    // The address sanitizer wants to be the first library, and is not.
    setenv("ASAN_OPTIONS", "verify_asan_link_order=0", 1);
  }
  void TearDown() override {
    unsetenv("LD_PRELOAD");
    unsetenv("ASAN_OPTIONS");
    set_fake_camera("");
  }

  void plug_in(const std::string& words) const {
    set_fake_camera("device=/dev/video77 width=64 height=48 picture=" + (folder_ / "picture.jpg") +
                    " log=" + (folder_ / "log") + " " + words);
  }
};

TEST_F(CameraCommand, FacesComeUntilTheTimeIsOver) {
  plug_in("rate=50");
  // Between two frames: one at the limit itself would be told as 0.4 where it was a microsecond before.
  const auto result = run({"77", "--max-seconds", "0.41"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto seconds = times(result.out);
  ASSERT_FALSE(seconds.empty()) << result.err;
  EXPECT_EQ(seconds.front(), 0);
  EXPECT_LT(seconds.back(), 0.41);
  EXPECT_NE(result.out.find("\"smoothed\""), std::string::npos);
  EXPECT_EQ(read_text(folder_ / "log"), "start\nstop\n");
}

TEST_F(CameraCommand, OneThatIsUnpluggedIsAnErrorAndWhatItShowedIsKept) {
  plug_in("rate=100 unplugged=6");
  const auto result = run({"77", "--out", folder_ / "faces.jsonl"});
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("emo: 6 pictures"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("'/dev/video77': No such device"), std::string::npos) << result.err;
  EXPECT_EQ(times(read_text(folder_ / "faces.jsonl")).size(), 6U);
}

TEST_F(CameraCommand, TheAnnotatedFilmOfAnUnpluggedCameraCanBePlayed) {
  if (const auto why = why_no_films(); !why.empty()) GTEST_SKIP() << why;
  plug_in("rate=100 unplugged=6");
  const auto result = run({"77", "--out", folder_ / "faces.jsonl", "--annotate", folder_ / "seen.mp4"});
  EXPECT_EQ(result.status, 2) << result.err;
  const auto film = vision::open_video(folder_ / "seen.mp4");
  ASSERT_TRUE(film) << film.error().message;
  vision::VideoFrame frame;
  int frames = 0;
  for (auto more = (*film)->next(frame); more && *more; more = (*film)->next(frame)) ++frames;
  EXPECT_EQ(frames, 6);
  EXPECT_FALSE((*film)->counts().cut_short);
}

TEST_F(CameraCommand, CtrlCEndsItAndTheCameraIsStopped) {
  // A camera that gives no more frames: the signal has to end the waiting, not the next picture.
  plug_in("rate=100 stalled=3");
  const pid_t process = start_emo(command({"77", "--out", folder_ / "faces.jsonl"}));
  ASSERT_TRUE(wait_until(
      process, [&] { return fs::exists(folder_ / "faces.jsonl") && read_text(folder_ / "faces.jsonl").size() > 10; }));
  EXPECT_EQ(end_process(process, SIGINT), 0);
  EXPECT_FALSE(times(read_text(folder_ / "faces.jsonl")).empty());
  EXPECT_EQ(read_text(folder_ / "log"), "start\nstop\n");
}

TEST_F(CameraCommand, OneInUseIsToldSo) {
  plug_in("busy=1");
  const auto result = run({"77"});
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("'/dev/video77' is in use by another program"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace emo::test
