#include "core/program_path.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace emo::core {
namespace {

TEST(ProgramPath, IsKnownWithoutProc) {
  const std::string path = program_path("/nowhere/exe");
  EXPECT_TRUE(std::filesystem::path(path).is_absolute()) << path;
  EXPECT_EQ(std::filesystem::path(path).filename(), "core_test");
  if (!std::filesystem::exists("/proc/self/exe")) GTEST_SKIP() << "no /proc on this system";
  EXPECT_EQ(path, program_path());
}

}  // namespace
}  // namespace emo::core
