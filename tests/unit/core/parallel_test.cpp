// Every index once, workers never shared, callers take turns.
#include "core/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace emo::core {
namespace {

TEST(ThreadPool, EveryIndexExactlyOnceForAwkwardCounts) {
  for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
    const ThreadPool pool(threads);
    EXPECT_EQ(pool.threads(), threads);
    for (const std::size_t count : {0U, 1U, 2U, 7U, 1000U}) {
      std::vector<std::atomic<int>> calls(count);
      pool.run(count, [&](std::size_t index, std::size_t worker) {
        EXPECT_LT(worker, threads);
        ++calls[index];
      });
      for (const auto& n : calls) EXPECT_EQ(n.load(), 1);
    }
  }
}

TEST(ThreadPool, AWorkerIsNeverInTwoPlaces) {
  const ThreadPool pool(4);
  std::vector<std::atomic<int>> inside(4);
  std::vector<std::thread> callers;
  std::atomic<int> done{0};
  for (int caller = 0; caller < 3; ++caller) {
    callers.emplace_back([&] {
      for (int round = 0; round < 50; ++round) {
        pool.run(20, [&](std::size_t, std::size_t worker) {
          EXPECT_EQ(inside[worker].fetch_add(1), 0);
          ++done;
          inside[worker].fetch_sub(1);
        });
      }
    });
  }
  for (auto& thread : callers) thread.join();
  EXPECT_EQ(done.load(), 3 * 50 * 20);
}

TEST(ThreadPool, TwoWorkersRunAtTheSameTime) {
  const ThreadPool pool(2);
  std::atomic<int> arrived{0};
  // Each piece waits for the other: this ends only if both run at once.
  pool.run(2, [&](std::size_t, std::size_t) {
    ++arrived;
    while (arrived.load() < 2) std::this_thread::yield();
  });
  EXPECT_EQ(arrived.load(), 2);
}

TEST(ThreadPool, WhatAPieceThrowsComesToTheCallerWhenNoneRunsAnyMore) {
  const ThreadPool pool(2);
  const auto caller = std::this_thread::get_id();
  for (const bool in_caller : {true, false}) {
    std::atomic<int> arrived{0}, left{0};
    // Both run at once; the one that does not throw is the last to leave.
    const auto piece = [&](std::size_t, std::size_t) {
      ++arrived;
      while (arrived.load() < 2) std::this_thread::yield();
      if ((std::this_thread::get_id() == caller) == in_caller) throw std::runtime_error("no memory");
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      ++left;
    };
    EXPECT_THROW(pool.run(2, piece), std::runtime_error);
    EXPECT_EQ(left.load(), 1);
  }
  std::atomic<int> calls{0};
  pool.run(10, [&](std::size_t, std::size_t) { ++calls; });
  EXPECT_EQ(calls.load(), 10) << "the next job is as any other";
}

TEST(ThreadPoolDeathTest, ZeroThreadsIsAProgrammerError) {
  EXPECT_DEATH(ThreadPool(0), "assertion failed");
}

}  // namespace
}  // namespace emo::core
