#include "train/machine.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace emo::train {
namespace {

TEST(MachineTest, ThreadsAreSetAndNoneMeansAllCores) {
  const int before = at::get_num_threads();
  EXPECT_EQ(use_threads(3), 3);
  EXPECT_EQ(at::get_num_threads(), 3);
  EXPECT_EQ(use_threads(0), static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
  at::set_num_threads(before);
}

TEST(MachineTest, TheDeviceIsOneThatLibtorchHas) {
  EXPECT_EQ(best_device().is_cpu(), !at::hasCUDA());
}

}  // namespace
}  // namespace emo::train
