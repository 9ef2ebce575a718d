// Pictures to compare with: one that was decoded, one put together from its values.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "make_images.hpp"
#include "vision/decode.hpp"

namespace emo::vision::test {

inline Image decoded(const std::string& file) {
  auto image = decode_image(bytes(file));
  EXPECT_TRUE(image) << image.error().message;
  return image ? *image : Image(1, 1, 1);
}

inline Image pixels(int width, int height, int channels, std::vector<std::uint8_t> values) {
  Image image(width, height, channels);
  image.pixels = std::move(values);
  return image;
}

}  // namespace emo::vision::test
