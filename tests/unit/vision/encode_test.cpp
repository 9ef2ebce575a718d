// What cannot be written.
#include "vision/encode.hpp"

#include <gtest/gtest.h>

#include "make_images.hpp"

namespace emo::vision {
namespace {

using test::gradient;

TEST(Encode, NamesAndShapesThatCannotBeWritten) {
  EXPECT_EQ(write_image_file("/tmp/picture.tiff", gradient(2, 2, 3)).error().code, ErrorCode::kUsage);
  EXPECT_EQ(encode_jpeg(gradient(1, 65501, 1)).error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace emo::vision
