// The first bytes of sources of text: marks of encodings are stepped over or refused. No conversion takes place, and
// whether the rest is valid UTF-8 is asked later, row by row.
#include "io/text_source.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace emo::io {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF", kUtf16LittleEndian = "\xFF\xFE", kUtf16BigEndian = "\xFE\xFF";

/// Whether more bytes could make `text` begin with one of the marks.
bool may_become_mark(std::string_view text) {
  const std::array marks{kUtf8Mark, kUtf16LittleEndian, kUtf16BigEndian};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.size() < mark.size() && mark.starts_with(text); });
}

}  // namespace

Result<ByteWindow> open_text(const std::string& path) {
  EMO_ASSIGN(ByteWindow source, ByteWindow::open(path));
  EMO_TRY(enter_text(source));
  return source;
}

Result<void> enter_text(ByteWindow& source) {
  if (source.offset() != 0) return {};  // standard input that somebody has read a part of
  // No more than is needed: a pipe may wait for the answer to its first line.
  while (may_become_mark(source.unread())) {
    EMO_ASSIGN(const bool more, source.more());
    if (!more) break;
  }
  if (source.unread().starts_with(kUtf8Mark)) source.consume(kUtf8Mark.size());
  if (source.unread().starts_with(kUtf16LittleEndian) || source.unread().starts_with(kUtf16BigEndian)) {
    return Error{ErrorCode::kInvalidData,
                 source.origin() + ": is UTF-16, expected UTF-8; convert it with: iconv -f UTF-16 -t UTF-8 IN > OUT"};
  }
  return {};
}

Result<bool> begins_with(ByteWindow& source, char c) {
  for (;;) {
    const std::string_view text = source.unread();
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) return text[first] == c;
    EMO_ASSIGN(const bool more, source.more());
    if (!more) return false;
  }
}

}  // namespace emo::io
