// Rows from one JSON list of objects. Only the list is taken apart here, whatever its line breaks; an object's members
// are json_row's work.
#include <utility>

#include "io/json_row.hpp"
#include "io/row_readers.hpp"

namespace emo::io {
namespace {

/// Where a value of JSON ends: brackets outside of strings are counted.
class Nesting {
 public:
  void step(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (in_string_) {
      escaped_ = c == '\\';
      in_string_ = c != '"';
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      --depth_;
    }
  }
  [[nodiscard]] bool in_string() const { return in_string_; }
  [[nodiscard]] int depth() const { return depth_; }

 private:
  int depth_ = 0;
  bool in_string_ = false, escaped_ = false;
};

class JsonListRows final : public CountedRowReader {
 public:
  JsonListRows(ByteWindow source, RowOptions options)
      : CountedRowReader(source.origin(), std::move(options)),
        source_(std::move(source)),
        entered_(options_.start.offset > 0) {
    own_ids_ = true;
  }

  [[nodiscard]] RowPosition position() const override { return {source_.offset(), line_, index_}; }
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return source_.size(); }

  std::optional<Result<Row>> next() override {
    const std::uint64_t before = source_.offset();
    for (;;) {
      const auto byte = peek();
      if (!byte) return source_error(byte.error());
      if (*byte == kEnd) {
        // Said once: a reader that goes on from the end has read nothing.
        if (left_ || source_.offset() == before) return std::nullopt;
        return row_error(line_, "the list is cut off: its ] is missing");
      }
      const char c = static_cast<char>(*byte);
      const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (blank || (c == ',' && !left_)) {
        take();
      } else if (left_) {
        return trailing();
      } else if (!entered_ && c == '[') {
        entered_ = true;
        take();
      } else if (c == ']') {
        left_ = true;
        take();
      } else {
        if (c == '{') return object();
        const auto held_back = c == '}' ? ends_after_next() : Result<bool>(false);
        if (!held_back) return source_error(held_back.error());
        if (!*held_back) return something_else();
        take();
      }
    }
  }

 private:
  static constexpr int kEnd = -1;

  /// The next byte, kEnd at the end.
  Result<int> peek() {
    if (source_.unread().empty()) {
      EMO_ASSIGN(const bool more, source_.more());
      if (!more) return kEnd;
    }
    return static_cast<unsigned char>(source_.unread().front());
  }
  /// Whether the source has one byte left.
  Result<bool> ends_after_next() {
    if (source_.unread().size() > 1) return false;
    EMO_ASSIGN(const bool more, source_.more());
    return !more;
  }
  void take() {
    if (source_.unread().front() == '\n') ++line_;
    source_.consume(1);
  }
  void take(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) take();
  }

  // Precondition: unread() begins with '{'.
  Result<Row> object() {
    const std::uint64_t number = line_;
    Nesting nesting;
    std::size_t length = 0;
    bool skipped = false;
    do {
      if (length == source_.unread().size()) {
        // What is too long is skipped as it comes.
        if (length > options_.max_row_bytes) {
          skipped = true;
          take(length);
          length = 0;
        }
        const auto more = source_.more();
        if (!more) return source_error(more.error());
        if (!*more) {
          take(length);
          return row_error(number, "the list is cut off inside this object");
        }
      }
      nesting.step(source_.unread()[length++]);
    } while (nesting.depth() > 0 || nesting.in_string());
    if (skipped || length > options_.max_row_bytes) {
      take(length);
      return too_long(number);
    }
    Row row;
    row.number = index_ + 1;  // several may stand on one line
    const std::string problem = read_json_row(source_.unread().substr(0, length), options_, row);
    // Where nothing follows, not even the end of the list, the brace stays unread: so something is left from which a
    // reader, also one that goes on here, says what is missing.
    take(length - 1);
    const auto ends_here = ends_after_next();
    if (!ends_here) return source_error(ends_here.error());
    if (!*ends_here) take();
    if (!problem.empty()) return row_error(number, problem, ErrorCode::kInvalidInput, std::move(row.id));
    if (row.id.empty()) row.id = std::to_string(index_);
    ++index_;
    return row;
  }

  // A member of the list that is no object: skipped up to the comma or bracket behind it.
  Result<Row> something_else() {
    const std::uint64_t number = line_;
    Nesting nesting;
    for (;;) {
      const auto byte = peek();
      if (!byte) return source_error(byte.error());
      const char c = static_cast<char>(*byte);
      const bool outside = nesting.depth() <= 0 && !nesting.in_string();
      if (*byte == kEnd || (outside && (c == ',' || c == ']'))) break;
      nesting.step(c);
      take();
    }
    return row_error(number, "not an object; expected a list of objects, or one JSON object per line");
  }

  Result<Row> trailing() {
    const std::uint64_t number = line_;
    for (;;) {
      const auto byte = peek();
      if (!byte) return source_error(byte.error());
      if (*byte == kEnd) break;
      take(source_.unread().size());
    }
    return row_error(number, "something follows the end of the list");
  }

  ByteWindow source_;
  bool entered_;       ///< the bracket that opens the list has been read
  bool left_ = false;  ///< the bracket that closes it has been read
};

}  // namespace

Result<std::unique_ptr<RowReader>> open_json_list_rows(ByteWindow source, const RowOptions& options) {
  EMO_TRY(go_to_start(source, options));
  return std::unique_ptr<RowReader>(std::make_unique<JsonListRows>(std::move(source), options));
}

}  // namespace emo::io
