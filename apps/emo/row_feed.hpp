// Rows read ahead by a thread, handed out as many at a time as there are.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::cli {

/// One row, or why it could not be read.
struct FedRow {
  std::string id;
  Result<std::string> text;
  std::string place = {};  ///< "FILE:LINE"; empty: it comes from no file
};

/// What a file of rows is called in messages: "-" is standard input.
std::string source_name(const std::string& file);

/// Lets `emo text` answer a slow pipe line by line and a file in full batches with the same code.
class RowFeed {
 public:
  /// `origin` names the source for messages.
  RowFeed(std::unique_ptr<io::RowReader> reader, std::string origin);
  RowFeed(const RowFeed&) = delete;
  RowFeed& operator=(const RowFeed&) = delete;
  ~RowFeed();

  /// Waits for at least one row; returns those there are, at most `max_rows`; empty at the end of the source.
  std::vector<FedRow> take(std::size_t max_rows);

 private:
  void read();

  std::unique_ptr<io::RowReader> reader_;
  std::string origin_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<FedRow> rows_;
  std::size_t bytes_ = 0;  ///< of the texts in `rows_`
  bool ended_ = false;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace emo::cli
