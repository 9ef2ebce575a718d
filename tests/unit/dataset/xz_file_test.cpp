#include "dataset/xz_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

// xz -9 of ten thousand times 'a', made by liblzma.
constexpr unsigned char kPacked[] = {
    0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00, 0x04, 0xe6, 0xd6, 0xb4, 0x46, 0x02, 0x00, 0x21, 0x01, 0x1c, 0x00,
    0x00, 0x00, 0x10, 0xcf, 0x58, 0xcc, 0xe0, 0x27, 0x0f, 0x00, 0x2b, 0x5d, 0x00, 0x30, 0xef, 0xfb, 0xbf, 0xfe,
    0xa3, 0xb1, 0x5e, 0xe5, 0xf8, 0x3f, 0xb2, 0xaa, 0x26, 0x55, 0xf8, 0x68, 0x70, 0x41, 0x70, 0x15, 0x0f, 0x8d,
    0xfd, 0x1e, 0x4c, 0x1b, 0x8a, 0x42, 0xb7, 0x19, 0xf4, 0x69, 0x18, 0x71, 0xae, 0x66, 0x23, 0x86, 0xbc, 0xf4,
    0x2a, 0x00, 0x00, 0x00, 0x66, 0x0c, 0xda, 0x6f, 0x6d, 0x03, 0x55, 0x2d, 0x00, 0x01, 0x47, 0x90, 0x4e, 0x00,
    0x00, 0x00, 0x17, 0xe6, 0xc5, 0x7b, 0xb1, 0xc4, 0x67, 0xfb, 0x02, 0x00, 0x00, 0x00, 0x00, 0x04, 0x59, 0x5a,
};
constexpr std::size_t kUnpacked = 10'000;

class XzFile : public ::testing::Test {
 protected:
  void write(const std::string& bytes) const { test::write_text(path_, bytes); }
  const std::string packed_{reinterpret_cast<const char*>(kPacked), sizeof kPacked};
  test::TemporaryFolder folder_;
  const std::string path_ = folder_ / "a.xz";
};

TEST_F(XzFile, GivesEveryByte) {
  write(packed_);
  const auto bytes = read_xz(path_, kUnpacked);
  ASSERT_TRUE(bytes) << bytes.error().message;
  ASSERT_EQ(bytes->size(), kUnpacked);
  EXPECT_TRUE(std::all_of(bytes->begin(), bytes->end(), [](std::uint8_t byte) { return byte == 'a'; }));
}

TEST_F(XzFile, AnotherLengthIsRefusedWithoutUnpackingTheRest) {
  write(packed_);
  for (const std::size_t expected : {kUnpacked - 1, kUnpacked + 1, std::size_t{10}}) {
    const auto bytes = read_xz(path_, expected);
    ASSERT_FALSE(bytes) << expected;
    EXPECT_EQ(bytes.error().code, ErrorCode::kInvalidData);
    EXPECT_NE(bytes.error().message.find(std::to_string(expected)), std::string::npos) << bytes.error().message;
  }
}

TEST_F(XzFile, EveryPrefixAndEveryFlippedByteIsRefused) {
  for (std::size_t length = 0; length < packed_.size(); ++length) {
    write(packed_.substr(0, length));
    EXPECT_FALSE(read_xz(path_, kUnpacked)) << length;
  }
  for (std::size_t i = 0; i < packed_.size(); ++i) {
    std::string damaged = packed_;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    write(damaged);
    EXPECT_FALSE(read_xz(path_, kUnpacked)) << i;
  }
}

TEST_F(XzFile, AMissingFileIsNamed) {
  const auto bytes = read_xz(folder_ / "none.xz", 1);
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, ErrorCode::kNotFound);
  EXPECT_NE(bytes.error().message.find("none.xz"), std::string::npos);
}

}  // namespace
}  // namespace emo::dataset
