#include "train/face_batch_ahead.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <new>

namespace emo::train {
namespace {

FaceBatch numbered(std::size_t i) {
  FaceBatch batch;
  batch.images = at::full({1}, static_cast<double>(i));
  return batch;
}

TEST(BatchAheadTest, GivesEveryBatchInOrder) {
  BatchAhead ahead(50, 1, numbered);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(ahead.take().images[0].item<double>(), i);
}

TEST(BatchAheadTest, IsAFewBatchesAheadAndNoMore) {
  std::atomic<int> made{0};
  {
    BatchAhead ahead(1000, 1, [&](std::size_t i) {
      ++made;
      return numbered(i);
    });
    for (int i = 0; i < 10; ++i) ahead.take();
  }  // nobody takes the rest
  EXPECT_GE(made, 10);
  EXPECT_LE(made, 13);
}

TEST(BatchAheadTest, WhatFailsIsThrownWhereABatchIsTaken) {
  BatchAhead ahead(5, 1, [](std::size_t i) {
    if (i == 2) throw std::bad_alloc();
    return numbered(i);
  });
  for (int i = 0; i < 2; ++i) EXPECT_EQ(ahead.take().images[0].item<double>(), i);
  EXPECT_THROW(ahead.take(), std::bad_alloc);
}

TEST(BatchAheadTest, UsesItsOwnNumberOfThreads) {
  std::atomic<int> threads{0};
  BatchAhead ahead(1, 2, [&](std::size_t i) {
    threads = at::get_num_threads();
    return numbered(i);
  });
  ahead.take();
  EXPECT_EQ(threads, 2);
}

}  // namespace
}  // namespace emo::train
