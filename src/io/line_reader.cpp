// A window over a source, cut at line feeds, with a cap on what a line may take. Knows nothing of what the lines mean:
// a csv record may need several of them.
#include "io/line_reader.hpp"

#include <algorithm>

#include "io/text_source.hpp"

namespace emo::io {

Result<LineReader> LineReader::open(const std::string& path, std::size_t max_line_bytes) {
  EMO_ASSIGN(auto source, open_text(path));
  return LineReader(std::move(source), max_line_bytes);
}

std::optional<Result<LineReader::Line>> LineReader::skip_long_line() {
  for (;;) {
    const auto feed = source_.unread().find('\n');
    if (feed != std::string_view::npos) {
      source_.consume(feed + 1);
      return Line{{}, true, true};
    }
    source_.consume(source_.unread().size());
    const auto more = source_.more();
    if (!more) return more.error();
    if (!*more) return Line{{}, true, false};
  }
}

// Consumes `length` bytes and their line feed, if there is one.
LineReader::Line LineReader::take(std::size_t length, bool terminated) {
  const std::string_view text = source_.unread().substr(0, length);
  source_.consume(length + (terminated ? 1 : 0));
  return {text, false, terminated};
}

std::optional<Result<LineReader::Line>> LineReader::next() {
  if (refused_) return std::nullopt;
  if (!std::exchange(entered_, true)) {
    if (const auto text = enter_text(source_); !text) {
      refused_ = true;
      return text.error();
    }
  }
  std::size_t scanned = 0;  // unread bytes known to hold no line feed
  for (;;) {
    const std::string_view unread = source_.unread();
    const auto feed = unread.find('\n', scanned);
    if (std::min(feed, unread.size()) > max_line_bytes_) {
      return source_.holding() ? Line{{}, true, true} : skip_long_line();
    }
    if (feed != std::string_view::npos) return take(feed, true);
    scanned = unread.size();
    const auto more = source_.more();
    if (!more) {
      source_.consume(scanned);
      return more.error();
    }
    if (*more) continue;
    if (scanned == 0) return std::nullopt;
    return take(scanned, false);
  }
}

}  // namespace emo::io
