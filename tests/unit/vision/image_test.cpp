// What may be called an image.
#include "vision/image.hpp"

#include <gtest/gtest.h>

namespace emo::vision {
namespace {

TEST(CheckImage, ShapeAndBytesMustAgree) {
  EXPECT_TRUE(check_image(Image(3, 2, 3)));
  EXPECT_TRUE(check_image(Image(1, 1, 1)));
  for (const auto& [width, height, channels] :
       {std::tuple{0, 0, 0}, {0, 4, 1}, {4, 0, 3}, {2, 2, 2}, {2, 2, 4}, {2, 2, 0}}) {
    const auto checked = check_image(Image(width, height, channels));
    ASSERT_FALSE(checked) << width << " x " << height << " x " << channels;
    EXPECT_EQ(checked.error().code, ErrorCode::kInvalidInput);
  }
  Image torn(3, 2, 3);
  torn.pixels.pop_back();
  const auto checked = check_image(torn);
  ASSERT_FALSE(checked);
  EXPECT_NE(checked.error().message.find("3 x 2 pixels of 3 channels in 17 bytes"), std::string::npos)
      << checked.error().message;
}

}  // namespace
}  // namespace emo::vision
