#include "film_folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "video/libav.hpp"
#include "video/writer.hpp"

namespace emo::video::test {

FilmFolder::FilmFolder()
    : folder_(std::filesystem::temp_directory_path() /
              ("emo-video-" + std::to_string(::getpid()) + "-" +
               ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
  std::filesystem::create_directories(folder_);
  listen_for_complaints();  // the module does this when it is loaded
}

FilmFolder::~FilmFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string FilmFolder::bytes(const std::string& name) const {
  std::ifstream in(path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void FilmFolder::write(const std::string& name, int width, int height, const std::vector<double>& seconds, bool noise) {
  std::mt19937 random(5);
  auto writer = create_writer(path(name), frames_of(width, height));
  ASSERT_TRUE(writer) << writer.error().message;
  for (std::size_t i = 0; i < seconds.size(); ++i) {
    vision::Image image(width, height, 3);
    std::fill(image.pixels.begin(), image.pixels.end(), static_cast<std::uint8_t>(8 * i));
    for (std::size_t k = 0; noise && k < image.pixels.size(); ++k) {
      image.pixels[k] = static_cast<std::uint8_t>(random());
    }
    const auto written = (*writer)->write(image, seconds[i]);
    ASSERT_TRUE(written) << written.error().message;
  }
  const auto finished = (*writer)->finish();
  ASSERT_TRUE(finished) << finished.error().message;
}

vision::VideoWriterOptions frames_of(int width, int height) {
  vision::VideoWriterOptions options;
  options.width = width;
  options.height = height;
  return options;
}

std::vector<double> regular(int frames, double rate) {
  std::vector<double> seconds;
  for (int i = 0; i < frames; ++i) seconds.push_back(i / rate);
  return seconds;
}

std::vector<vision::VideoFrame> read(vision::VideoReader& reader) {
  std::vector<vision::VideoFrame> frames;
  vision::VideoFrame frame;
  for (;;) {
    const auto more = reader.next(frame);
    EXPECT_TRUE(more);
    if (!more || !*more) return frames;
    frames.push_back(frame);
  }
}

}  // namespace emo::video::test
