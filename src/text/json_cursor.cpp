// Forward-only JSON reading: strings, integers, literals, nesting. No document tree, no floating-point numbers
// (nothing in a tokenizer file that we use is one; they can be skipped).
#include "text/json_cursor.hpp"

#include <algorithm>
#include <charconv>

#include "text/utf8.hpp"

namespace emo::text {

void JsonCursor::blanks() {
  while (pos_ < json_.size()) {
    const char c = json_[pos_];
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') return;
    ++pos_;
  }
}

void JsonCursor::fail(std::string_view expected) {
  if (failed_) return;
  failed_ = true;
  fault_ = pos_;
  expected_ = std::string(expected);
}

Error JsonCursor::error() const {
  std::string near(json_.substr(std::min(fault_, json_.size()), 1));
  if (near.empty()) {
    near = "the end";
  } else if (static_cast<unsigned char>(near[0]) < 0x20 || static_cast<unsigned char>(near[0]) >= 0x7F) {
    near = "byte " + std::to_string(static_cast<unsigned char>(near[0]));
  } else {
    near = "'" + near + "'";
  }
  return {ErrorCode::kInvalidModel,
          "JSON at byte offset " + std::to_string(fault_) + ": " + near + ", expected " + expected_};
}

char JsonCursor::peek() {
  if (failed_) return 0;
  blanks();
  if (pos_ >= json_.size()) return 0;
  const char c = json_[pos_];
  return c == '-' || (c >= '0' && c <= '9') ? '0' : c;
}

bool JsonCursor::expect(char c) {
  if (failed_) return false;
  blanks();
  if (pos_ < json_.size() && json_[pos_] == c) {
    ++pos_;
    return true;
  }
  const char wanted[] = {'\'', c, '\''};
  fail({wanted, 3});
  return false;
}

bool JsonCursor::open(char bracket) {
  if (!expect(bracket)) return false;
  if (++depth_ > kMaxDepth) fail("at most " + std::to_string(kMaxDepth) + " levels of nesting");
  return !failed_;
}

bool JsonCursor::close(char bracket) {
  --depth_;
  return expect(bracket);
}

bool JsonCursor::close_if(char bracket) {
  return peek() == bracket && close(bracket);
}

bool JsonCursor::comma() {
  if (failed_) return false;
  blanks();
  if (pos_ >= json_.size() || json_[pos_] != ',') return false;
  ++pos_;
  return true;
}

std::string_view JsonCursor::string(std::string& scratch) {
  if (!expect('"')) return {};
  const std::size_t begin = pos_;
  while (pos_ < json_.size()) {
    const char c = json_[pos_];
    if (c == '"') return json_.substr(begin, pos_++ - begin);
    if (c == '\\' || static_cast<unsigned char>(c) < 0x20) break;
    ++pos_;
  }
  scratch.assign(json_.substr(begin, pos_ - begin));
  while (!failed_) {
    if (pos_ >= json_.size() || static_cast<unsigned char>(json_[pos_]) < 0x20) {
      fail("the end of a string");
      break;
    }
    const char c = json_[pos_++];
    if (c == '"') return scratch;
    if (c == '\\') {
      unescape(scratch);
    } else {
      scratch += c;
    }
  }
  return {};
}

bool JsonCursor::hex4(char32_t& value) {
  const std::string_view digits = json_.substr(std::min(pos_, json_.size()), 4);
  unsigned parsed = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), parsed, 16);
  if (digits.size() < 4 || status != std::errc{} || end != digits.data() + 4) return false;
  pos_ += 4;
  value = parsed;
  return true;
}

void JsonCursor::unescape(std::string& out) {
  static constexpr std::string_view kFrom = "\"\\/bfnrt", kTo = "\"\\/\b\f\n\r\t";
  const char c = pos_ < json_.size() ? json_[pos_] : '\0';
  if (const auto at = kFrom.find(c); at != std::string_view::npos && c != '\0') {
    out += kTo[at];
    ++pos_;
    return;
  }
  char32_t unit = 0, low = 0;
  if (c != 'u' || (++pos_, !hex4(unit))) return fail("an escape sequence");
  if (unit >= 0xD800 && unit < 0xDC00) {
    if (json_.substr(pos_, 2) != "\\u" || (pos_ += 2, !hex4(low)) || low < 0xDC00 || low > 0xDFFF) {
      return fail("the second half of a surrogate pair");
    }
    unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
  } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
    return fail("no lone surrogate");
  }
  append_code_point(out, unit);
}

std::int64_t JsonCursor::integer() {
  if (peek() != '0') {
    fail("an integer");
    return 0;
  }
  std::int64_t value = 0;
  const char* end = json_.data() + json_.size();
  const auto [stop, status] = std::from_chars(json_.data() + pos_, end, value);
  if (status != std::errc{} || (stop != end && (*stop == '.' || *stop == 'e' || *stop == 'E'))) {
    fail("an integer");
    return 0;
  }
  pos_ = static_cast<std::size_t>(stop - json_.data());
  return value;
}

double JsonCursor::number() {
  double value = 0;
  const char* end = json_.data() + json_.size();
  const char* start = peek() == '0' ? json_.data() + pos_ : end;
  const auto [stop, status] = std::from_chars(start, end, value);
  if (status != std::errc{}) {
    fail("a number");
    return 0;
  }
  pos_ = static_cast<std::size_t>(stop - json_.data());
  return value;
}

bool JsonCursor::literal(std::string_view word) {
  if (json_.substr(std::min(pos_, json_.size()), word.size()) != word) return false;
  pos_ += word.size();
  return true;
}

bool JsonCursor::boolean() {
  const char c = peek();
  if (c == 't' && literal("true")) return true;
  if (c != 'f' || !literal("false")) fail("true or false");
  return false;
}

bool JsonCursor::null() {
  return peek() == 'n' && literal("null");
}

void JsonCursor::skip() {
  std::string scratch;
  switch (peek()) {
    case '{':
      each_member([this](std::string_view) { skip(); });
      break;
    case '[':
      each_element([this](std::size_t) { skip(); });
      break;
    case '"':
      string(scratch);
      break;
    case 't':
    case 'f':
      boolean();
      break;
    case 'n':
      if (!null()) fail("null");
      break;
    case '0':
      while (pos_ < json_.size() && std::string_view("+-.0123456789eE").find(json_[pos_]) != std::string_view::npos) {
        ++pos_;
      }
      break;
    default:
      fail("a value");
  }
}

bool JsonCursor::at_end() {
  return !failed_ && peek() == 0 && pos_ == json_.size();
}

Result<void> JsonCursor::finish() {
  if (at_end()) return {};
  fail("the end of the document");
  return error();
}

}  // namespace emo::text
