// The read-ahead thread of `emo text`, so that a slow pipe is answered line by line. Batches use pipeline::BatchQueue,
// which also keeps order among many workers.
#include "row_feed.hpp"

#include <algorithm>
#include <utility>

namespace emo::cli {
namespace {

constexpr std::size_t kMaxRowsAhead = 1024;
constexpr std::size_t kMaxBytesAhead = 4u << 20;

}  // namespace

std::string source_name(const std::string& file) {
  return file == "-" ? "standard input" : file;
}

RowFeed::RowFeed(std::unique_ptr<io::RowReader> reader, std::string origin)
    : reader_(std::move(reader)), origin_(std::move(origin)), thread_([this] { read(); }) {}

RowFeed::~RowFeed() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

void RowFeed::read() {
  while (auto row = reader_->next()) {
    FedRow fed =
        *row ? FedRow{std::move((*row)->id), std::move((*row)->text), origin_ + ":" + std::to_string((*row)->number)}
             : FedRow{reader_->failed_id(), row->error()};
    std::unique_lock lock(mutex_);
    changed_.wait(
        lock, [&] { return stopped_ || rows_.empty() || (rows_.size() < kMaxRowsAhead && bytes_ < kMaxBytesAhead); });
    if (stopped_) return;
    if (fed.text) bytes_ += fed.text->size();
    rows_.push_back(std::move(fed));
    changed_.notify_all();
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

std::vector<FedRow> RowFeed::take(std::size_t max_rows) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return ended_ || !rows_.empty(); });
  std::vector<FedRow> taken;
  const std::size_t count = std::min(max_rows, rows_.size());
  taken.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (rows_.front().text) bytes_ -= rows_.front().text->size();
    taken.push_back(std::move(rows_.front()));
    rows_.pop_front();
  }
  changed_.notify_all();
  return taken;
}

}  // namespace emo::cli
