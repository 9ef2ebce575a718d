// Digests against the examples of FIPS 180-4.
#include "io/sha256.hpp"

#include <gtest/gtest.h>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

TEST(Sha256, PublishedExamples) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PiecesGiveTheSameDigestAndFinishResets) {
  Sha256 hash;
  for (const char c : std::string("abc")) hash.update(std::string_view(&c, 1));
  EXPECT_EQ(hash.finish(), sha256_hex("abc"));
  hash.update("abc");
  EXPECT_EQ(hash.finish(), sha256_hex("abc"));
  EXPECT_EQ(hash.finish(), sha256_hex(""));
}

TEST(Sha256, OfAFile) {
  const TemporaryDirectory folder;
  const std::string content(300'001, 'q');
  EXPECT_EQ(sha256_file(folder.write("f", content)).value(), sha256_hex(content));
  expect_error(sha256_file(folder.path("none")), ErrorCode::kNotFound, {"none"});
  expect_error(sha256_file(folder.path()), ErrorCode::kIo, {"is a directory"});
}

}  // namespace
}  // namespace emo::io
