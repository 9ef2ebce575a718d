// A forward-only reader of JSON text. A tokenizer.json holds tens of thousands of keys; building a document tree of
// them would cost more than the rest of a cold start, so the vocabulary is read as it passes by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "emo/error.hpp"

namespace emo::text {

/// Walks over one JSON document (RFC 8259) that is valid UTF-8. After the first fault every read fails and `error()`
/// tells where it was. Not thread-safe.
class JsonCursor {
 public:
  static constexpr int kMaxDepth = 64;

  explicit JsonCursor(std::string_view json) : json_(json) {}

  /// First character of the next value: '{' '[' '"' 't' 'f' 'n' or a digit; 0 at the end or after a fault.
  [[nodiscard]] char peek();

  /// Calls `member(key)` for each member of the object here; it must read or skip the value. False on a fault.
  /// The key is valid until the next read.
  template <class F>
  bool each_member(F&& member) {
    if (!open('{')) return false;
    if (close_if('}')) return true;
    std::string key_scratch;
    do {
      const std::string_view key = string(key_scratch);
      if (!expect(':')) return false;
      member(key);
    } while (comma());
    return close('}');
  }

  /// Calls `element(index)` for each element of the array here; it must read or skip the value. False on a fault.
  template <class F>
  bool each_element(F&& element) {
    if (!open('[')) return false;
    if (close_if(']')) return true;
    std::size_t index = 0;
    do {
      element(index++);
    } while (comma());
    return close(']');
  }

  /// A string; points into the document when it has no escapes, else into `scratch`.
  std::string_view string(std::string& scratch);
  std::string string() {
    std::string scratch;
    return std::string(string(scratch));
  }
  /// An integer; a fraction, an exponent or an overflow is a fault.
  std::int64_t integer();
  /// Any number that a double holds.
  double number();
  bool boolean();
  /// Skips `null` if it is here.
  bool null();
  void skip();

  /// True when nothing but white space is left.
  bool at_end();
  /// The first fault, if any; what is left behind the document is one.
  Result<void> finish();
  [[nodiscard]] bool failed() const { return failed_; }
  /// Marks the document as faulty at the current place.
  void fail(std::string_view expected);
  [[nodiscard]] Error error() const;

 private:
  void blanks();
  bool open(char bracket);
  bool close(char bracket);
  bool close_if(char bracket);
  bool comma();
  bool expect(char c);
  bool literal(std::string_view word);
  void unescape(std::string& out);
  bool hex4(char32_t& value);

  std::string_view json_;
  std::size_t pos_ = 0;
  int depth_ = 0;
  bool failed_ = false;
  std::size_t fault_ = 0;
  std::string expected_;
};

}  // namespace emo::text
