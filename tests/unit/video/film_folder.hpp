// A folder of small films, written by our own writer and read by our own reader.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "vision/video.hpp"

namespace emo::video::test {

class FilmFolder : public ::testing::Test {
 protected:
  FilmFolder();
  ~FilmFolder() override;

  /// Path of the file in the folder.
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// Its bytes.
  [[nodiscard]] std::string bytes(const std::string& name) const;

  /// Writes frames of one grey: frame i has 8 i, at `seconds[i]`; or noise, so that no frame is a few bytes.
  void write(const std::string& name, int width, int height, const std::vector<double>& seconds, bool noise = false);

  std::filesystem::path folder_;
};

vision::VideoWriterOptions frames_of(int width, int height);

/// The times of so many frames, `rate` in 1/s.
std::vector<double> regular(int frames, double rate);

/// All frames to the end.
std::vector<vision::VideoFrame> read(vision::VideoReader& reader);

}  // namespace emo::video::test
