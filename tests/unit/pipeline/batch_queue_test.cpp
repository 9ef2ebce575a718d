#include "pipeline/batch_queue.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace emo::pipeline {
namespace {

TEST(BatchQueue, ManyWorkersOneOrder) {
  BatchQueue queue(5);
  std::vector<std::jthread> threads;
  threads.emplace_back([&] {
    for (int i = 0; i < 300; ++i) {
      BatchChunk chunk;
      chunk.rows.push_back({std::to_string(i), std::string("t")});
      ASSERT_TRUE(queue.push(std::move(chunk)));
    }
    queue.close();
  });
  for (int w = 0; w < 4; ++w) {
    threads.emplace_back([&] {
      while (auto chunk = queue.take()) {
        if (chunk->sequence % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        chunk->output = chunk->rows[0].id;
        queue.finish(std::move(*chunk));
      }
    });
  }
  int next = 0;
  while (const auto chunk = queue.next_finished()) EXPECT_EQ(chunk->output, std::to_string(next++));
  EXPECT_EQ(next, 300);
  EXPECT_FALSE(queue.error().has_value());
}

TEST(BatchQueue, HoldsTheReaderBack) {
  BatchQueue queue(2);
  std::atomic<int> pushed{0};
  std::jthread reader([&] {
    for (int i = 0; i < 4; ++i) {
      if (!queue.push({})) return;
      ++pushed;
    }
    queue.close();
  });
  while (pushed < 2) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(pushed, 2) << "the reader went past the capacity";
  // Finished but unwritten chunks still count.
  auto first = queue.take();
  ASSERT_TRUE(first);
  queue.finish(std::move(*first));
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(pushed, 2);
  EXPECT_TRUE(queue.next_finished());
  while (pushed < 3) std::this_thread::yield();
  queue.stop({ErrorCode::kIo, "end"});
}

TEST(BatchQueue, TheWriterMayWaitForAWhileOnly) {
  using std::chrono::steady_clock;
  BatchQueue queue(2);
  EXPECT_FALSE(queue.finished_before(steady_clock::now() + std::chrono::milliseconds(1)));
  ASSERT_TRUE(queue.push({}));
  EXPECT_FALSE(queue.finished_before(steady_clock::now() + std::chrono::milliseconds(1)))
      << "handed over, not finished";
  queue.finish(std::move(*queue.take()));
  EXPECT_TRUE(queue.finished_before(steady_clock::now()));
  ASSERT_TRUE(queue.next_finished());
  std::jthread reader([&] { queue.close(); });
  EXPECT_TRUE(queue.finished_before(steady_clock::now() + std::chrono::minutes(1))) << "the end is an answer too";
  EXPECT_FALSE(queue.next_finished());
}

TEST(BatchQueue, EndingEarlyKeepsWhatIsInHandAndDropsWhatWaits) {
  BatchQueue queue(5);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(queue.push({}));
  auto in_hand = queue.take();
  ASSERT_TRUE(in_hand);
  EXPECT_TRUE(queue.end_early()) << "two chunks are left out";
  EXPECT_FALSE(queue.push({})) << "and the reader is told";
  EXPECT_FALSE(queue.take().has_value());
  queue.finish(std::move(*in_hand));
  EXPECT_TRUE(queue.next_finished());
  EXPECT_FALSE(queue.next_finished()) << "the end";
  EXPECT_FALSE(queue.error().has_value());
  EXPECT_FALSE(queue.closed_before(std::chrono::steady_clock::now())) << "the reader has not come back";
  queue.close();
  EXPECT_TRUE(queue.closed_before(std::chrono::steady_clock::now()));
}

TEST(BatchQueue, NothingIsLeftOutOfARunThatIsAllInHand) {
  BatchQueue queue(5);
  ASSERT_TRUE(queue.push({}));
  queue.close();
  auto in_hand = queue.take();
  EXPECT_FALSE(queue.end_early());
  queue.finish(std::move(*in_hand));
  EXPECT_TRUE(queue.next_finished());
}

TEST(BatchQueue, StopReleasesEverybodyAndKeepsTheFirstError) {
  BatchQueue queue(1);
  std::jthread worker([&] { EXPECT_FALSE(queue.take().has_value()); });
  std::jthread writer([&] { EXPECT_FALSE(queue.next_finished().has_value()); });
  queue.stop({ErrorCode::kIo, "first"});
  queue.stop({ErrorCode::kInternal, "second"});
  worker.join();
  writer.join();
  EXPECT_FALSE(queue.push({}));
  EXPECT_EQ(queue.error()->message, "first");
}

}  // namespace
}  // namespace emo::pipeline
