// Scratch memory of threads that are not running now.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace emo::pipeline {

/// Growing scratch memory anew for each call would cost more than a short call does. Thread-safe.
template <class Workspace>
class WorkspacePool {
 public:
  Workspace take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return {};
    auto workspace = std::move(free_.back());
    free_.pop_back();
    return workspace;
  }
  void give_back(Workspace workspace) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(workspace));
  }

 private:
  std::mutex mutex_;
  std::vector<Workspace> free_;
};

}  // namespace emo::pipeline
