#include "io/scratch_folder.hpp"

#include <gtest/gtest.h>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

TEST(ScratchFolder, IsGoneWithItsScope) {
  const TemporaryDirectory folder;
  const std::string path = folder.path("draft");
  {
    const ScratchFolder scratch(path);
    std::filesystem::create_directories(path + "/inside");
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(ScratchFolder, ADraftHasANameOfItsOwnEachTime) {
  const std::string first = draft_beside("a/bundle/"), second = draft_beside("a/bundle");
  EXPECT_NE(first, second) << "two programs may have one number, as first ones of containers";
  EXPECT_TRUE(first.starts_with("a/bundle.draft-")) << first;
}

}  // namespace
}  // namespace emo::io
