// Rows read ahead by a thread, handed out as many at a time as there are.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
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
  /// Does not wait for a source that has nothing to give, such as an idle pipe: its thread is left behind.
  ~RowFeed();

  /// Waits for at least one row; returns those there are, at most `max_rows`; empty at the end of the source.
  std::vector<FedRow> take(std::size_t max_rows);
  /// After the last row: why the source could not be read to its end (io::ends_source()); nullopt if it was.
  [[nodiscard]] std::optional<Error> broken() const;

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;  ///< with the thread, which may outlive this
  std::thread thread_;
};

}  // namespace emo::cli
