// The read-ahead thread of `emo text`, so that a slow pipe is answered line by line. Batches use pipeline::BatchQueue,
// which also keeps order among many workers.
#include "row_feed.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <utility>

namespace emo::cli {
namespace {

constexpr std::size_t kMaxRowsAhead = 1024;
constexpr std::size_t kMaxBytesAhead = 4u << 20;
constexpr auto kReaderPatience = std::chrono::milliseconds(200);

}  // namespace

struct RowFeed::Shared {
  std::unique_ptr<io::RowReader> reader;
  std::string origin;
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<FedRow> rows;
  std::size_t bytes = 0;        ///< of the texts in `rows`
  std::optional<Error> broken;  ///< why the source ended early
  bool ended = false;
  bool stopped = false;

  // Out of memory would end the process here, whose other thread waits for rows.
  void read() {
    try {
      read_rows();
    } catch (const std::exception& exception) {
      const std::lock_guard lock(mutex);
      broken = Error{ErrorCode::kInternal, origin + ": cannot be read on: " + exception.what()};
    }
    const std::lock_guard lock(mutex);
    ended = true;
    changed.notify_all();
  }

  void read_rows() {
    while (auto row = reader->next()) {
      if (!*row && io::ends_source(row->error())) {
        const std::lock_guard lock(mutex);
        broken = row->error();
        break;
      }
      FedRow fed =
          *row ? FedRow{std::move((*row)->id), std::move((*row)->text), origin + ":" + std::to_string((*row)->number)}
               : FedRow{reader->failed_id(), row->error()};
      std::unique_lock lock(mutex);
      changed.wait(lock,
                   [&] { return stopped || rows.empty() || (rows.size() < kMaxRowsAhead && bytes < kMaxBytesAhead); });
      if (stopped) break;
      if (fed.text) bytes += fed.text->size();
      rows.push_back(std::move(fed));
      changed.notify_all();
    }
  }
};

std::string source_name(const std::string& file) {
  return file == "-" ? "standard input" : file;
}

RowFeed::RowFeed(std::unique_ptr<io::RowReader> reader, std::string origin) : shared_(std::make_shared<Shared>()) {
  shared_->reader = std::move(reader);
  shared_->origin = std::move(origin);
  thread_ = std::thread([shared = shared_] { shared->read(); });
}

RowFeed::~RowFeed() {
  std::unique_lock lock(shared_->mutex);
  shared_->stopped = true;
  shared_->changed.notify_all();
  const bool ended = shared_->changed.wait_for(lock, kReaderPatience, [&] { return shared_->ended; });
  lock.unlock();
  if (ended) {
    thread_.join();
  } else {
    thread_.detach();
  }
}

std::vector<FedRow> RowFeed::take(std::size_t max_rows) {
  Shared& shared = *shared_;
  std::unique_lock lock(shared.mutex);
  shared.changed.wait(lock, [&] { return shared.ended || !shared.rows.empty(); });
  std::vector<FedRow> taken;
  const std::size_t count = std::min(max_rows, shared.rows.size());
  taken.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (shared.rows.front().text) shared.bytes -= shared.rows.front().text->size();
    taken.push_back(std::move(shared.rows.front()));
    shared.rows.pop_front();
  }
  shared.changed.notify_all();
  return taken;
}

std::optional<Error> RowFeed::broken() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->broken;
}

}  // namespace emo::cli
