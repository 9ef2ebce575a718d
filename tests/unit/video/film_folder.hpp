// A folder of small films, written by our own writer and read by our own reader.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "vision/video.hpp"

namespace emo::video::test {

/// How a copy of a film differs from it.
struct Remade {
  double pictures_from = 0;               ///< seconds, the time of the first picture
  double sound = 0;                       ///< seconds of silence, from 0 on; 0: no sound
  bool fragmented = false;                ///< an mp4 that can be read while it grows
  std::vector<std::int32_t> matrix = {};  ///< nine numbers, by which players turn the pictures
};

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

  /// Copies the packets of film `from` into `to`, in the container of its name, otherwise made.
  void remake(const std::string& from, const std::string& to, const Remade& how);
  /// The first `share` of the bytes of `from` into `to`.
  void cut(const std::string& from, const std::string& to, double share);

  std::filesystem::path folder_;
};

vision::VideoWriterOptions frames_of(int width, int height);

/// The times of so many frames, `rate` in 1/s.
std::vector<double> regular(int frames, double rate);

/// All frames to the end.
std::vector<vision::VideoFrame> read(vision::VideoReader& reader);

}  // namespace emo::video::test
