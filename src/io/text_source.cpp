// The first bytes of sources of text: marks of encodings are stepped over or refused, those of archives refused. No
// conversion takes place, and whether the rest is valid UTF-8 is asked later, row by row.
#include "io/text_source.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace emo::io {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// What tables often come as and no text begins with: read as lines, most of them would be rows that are no UTF-8, and
// some by chance rows with an answer.
struct Foreign {
  std::string_view mark, words;
};
constexpr std::string_view kUtf16Words =
    "is UTF-16, expected UTF-8; convert it with: iconv -f UTF-16 -t UTF-8 IN > OUT";
constexpr std::string_view kUtf32Words =
    "is UTF-32, expected UTF-8; convert it with: iconv -f UTF-32 -t UTF-8 IN > OUT";
constexpr std::array kForeign{
    Foreign{std::string_view("\xFF\xFE\0\0", 4), kUtf32Words},  // before UTF-16's, which is the beginning of it
    Foreign{std::string_view("\0\0\xFE\xFF", 4), kUtf32Words},
    Foreign{"\xFF\xFE", kUtf16Words},
    Foreign{"\xFE\xFF", kUtf16Words},
    Foreign{"\x1F\x8B", "is compressed with gzip, expected text; unpack it with: gunzip -c IN > OUT"},
    Foreign{"\x28\xB5\x2F\xFD", "is compressed with zstd, expected text; unpack it with: zstd -dc --long=31 IN > OUT"},
    Foreign{"\xFD"
            "7zXZ",
            "is compressed with xz, expected text; unpack it with: xz -dc IN > OUT"},
    Foreign{"BZh91AY&SY", "is compressed with bzip2, expected text; unpack it with: bunzip2 -c IN > OUT"},
    Foreign{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "is a file of old Excel or Word (.xls, .doc), expected text; save the sheet as CSV UTF-8"},
    Foreign{"PAR1\x15",
            "is a Parquet file, expected text; write it as jsonl, for instance with pandas: "
            "read_parquet(IN).to_json(OUT, orient='records', lines=True)"},
    Foreign{"ARROW1", "is an Arrow file, expected text; write it as jsonl or csv"},
    Foreign{"PK\x03\x04",
            "is a zip archive, as .xlsx files are, expected text; unpack it, or save the sheet as CSV UTF-8"},
};

/// Programs that export UTF-16 often leave out its mark: then of the first two bytes, most often of an ASCII letter,
/// one is NUL. Empty for other beginnings.
std::string unmarked_encoding(std::string_view text) {
  if (text.size() < 2 || (text[0] == '\0') == (text[1] == '\0')) return {};
  const std::string name = text[0] == '\0' ? "UTF-16BE" : "UTF-16LE";
  return "looks like " + name + " without its mark, expected UTF-8; convert it with: iconv -f " + name +
         " -t UTF-8 IN > OUT";
}

/// Whether more bytes could make `text` begin with one of the marks, or show its encoding.
bool may_become_mark(std::string_view text) {
  if (text.size() == 1 && text[0] != '\n') return true;  // an empty line is answered at once
  const auto is_part_of = [&](std::string_view mark) { return text.size() < mark.size() && mark.starts_with(text); };
  return is_part_of(kUtf8Mark) || std::any_of(kForeign.begin(), kForeign.end(),
                                              [&](const Foreign& foreign) { return is_part_of(foreign.mark); });
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
  const std::string_view begin = source.unread();
  EMO_ASSIGN(const auto rest, without_mark(begin, source.origin()));
  source.consume(begin.size() - rest.size());
  return {};
}

Result<std::string_view> without_mark(std::string_view text, const std::string& origin) {
  for (const Foreign& foreign : kForeign) {
    if (!text.starts_with(foreign.mark)) continue;
    return Error{ErrorCode::kInvalidData, origin + ": " + std::string(foreign.words)};
  }
  if (const auto words = unmarked_encoding(text); !words.empty()) {
    return Error{ErrorCode::kInvalidData, origin + ": " + words};
  }
  if (text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
  return text;
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
