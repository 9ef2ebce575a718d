#include "train/machine.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <thread>

namespace emo::train {
namespace {

// Linux's list; empty elsewhere.
std::string cpu_flags() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("flags", 0) == 0) return line;
  }
  return {};
}

TEST(MachineTest, ThreadsAreSetAndNoneMeansAllCores) {
  const int before = at::get_num_threads();
  EXPECT_EQ(use_threads(3), 3);
  EXPECT_EQ(at::get_num_threads(), 3);
  EXPECT_EQ(use_threads(0), static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
  at::set_num_threads(before);
}

TEST(MachineTest, Bfloat16IsFastOnGpusAndAsTheCpuSays) {
  EXPECT_TRUE(bfloat16_is_fast(at::kCUDA));
  const std::string flags = cpu_flags();
  if (flags.empty()) GTEST_SKIP() << "this system does not list the CPU's features";
  const auto has = [&](const char* flag) { return flags.find(flag) != std::string::npos; };
  EXPECT_EQ(bfloat16_is_fast(at::kCPU), has(" amx_bf16") || has(" avx512_bf16"));
}

TEST(MachineTest, TheDeviceIsOneThatLibtorchHas) {
  EXPECT_EQ(best_device().is_cpu(), !at::hasCUDA());
}

}  // namespace
}  // namespace emo::train
