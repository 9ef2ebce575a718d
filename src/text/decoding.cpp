// HTML references, NFC (by utf8proc) and control characters: what makes the same text always the same bytes.
// The meaning of what is written (emoji, hashtags, …) is the normaliser's business, not this file's.
#include "text/decoding.hpp"

#include <utf8proc.h>

#include <array>

#include "text/html_entity.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

struct Range {
  char32_t first, last;
};

// Code points that are NFC alone, never combine with what stands before them, and are not format characters.
constexpr auto kSimple =
    std::to_array<Range>({{0x00A0, 0x00AC}, {0x00AE, 0x02FF}, {0x0388, 0x03FF}, {0x0400, 0x0482}, {0x048A, 0x052F},
                          {0x0620, 0x064A}, {0x1E00, 0x1EFF}, {0x2002, 0x200A}, {0x200D, 0x200D}, {0x2010, 0x2029},
                          {0x202F, 0x205F}, {0x20A0, 0x20BF}, {0x20E3, 0x20E3}, {0x2122, 0x2122}, {0x2190, 0x2328},
                          {0x232B, 0x2ADB}, {0x2B00, 0x2BFF}, {0x3000, 0x3029}, {0x3041, 0x3096}, {0x30A0, 0x30FF},
                          {0x3400, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFE0E, 0xFE0F}, {0xFF01, 0xFF60}, {0x1F000, 0x1FAFF}});

/// ASCII that decoding never changes: no '&', no control characters but white space.
constexpr std::array<bool, 256> make_plain_bytes() {
  std::array<bool, 256> plain{};
  for (unsigned b = 0; b < 0x7F; ++b) plain[b] = b == '\n' || b == '\t' || b == '\r' || (b >= 0x20 && b != '&');
  return plain;
}
constexpr auto kPlainBytes = make_plain_bytes();

bool is_simple(char32_t cp) {
  for (const Range& range : kSimple) {
    if (cp <= range.last) return cp >= range.first;
  }
  return false;
}

constexpr auto kCompose = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);

bool is_dropped(char32_t cp) {
  if (cp == '\t' || cp == '\n' || cp == '\r' || cp == 0x85) return false;  // white space
  if (cp == 0x200D || (cp >= 0xE0020 && cp <= 0xE007F)) return false;      // parts of emoji
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(cp));
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF;
}

/// Whether `cp` may compose with, or change places with, what stands before it.
bool joins_previous(char32_t cp) {
  if (cp < 0x300) return false;
  if (cp >= 0x1160 && cp <= 0x11FF) return true;  // Hangul vowels and trailing consonants
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(cp));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME ||
         utf8proc_get_property(static_cast<utf8proc_int32_t>(cp))->combining_class != 0;
}

/// Collects a starter with what joins it and writes it composed.
class Composer {
 public:
  Composer(std::string& out, std::vector<std::uint32_t>* source) : out_(out), source_(source) {}

  void add(char32_t cp, std::uint32_t origin) {
    if (!joins_previous(cp)) flush();
    pending_.push_back(cp);
    origins_.push_back(origin);
  }

  void flush() {
    if (pending_.empty()) return;
    const bool simple = pending_.size() == 1 && (pending_[0] < 0x80 || is_simple(pending_[0]));
    if (simple) {
      write(pending_[0], origins_[0]);
    } else {
      compose();
    }
    pending_.clear();
    origins_.clear();
  }

 private:
  void compose() {
    buffer_.clear();
    std::array<utf8proc_int32_t, 32> parts{};
    for (const char32_t cp : pending_) {
      int last_boundary = 0;
      const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(cp), parts.data(), parts.size(),
                                                 kCompose, &last_boundary);
      for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(parts.size()); ++i) {
        buffer_.push_back(parts[static_cast<std::size_t>(i)]);
      }
    }
    reorder();
    const auto size = utf8proc_normalize_utf32(buffer_.data(), static_cast<utf8proc_ssize_t>(buffer_.size()), kCompose);
    const bool same = static_cast<std::size_t>(size) == pending_.size();
    for (std::size_t i = 0; i < static_cast<std::size_t>(size); ++i) {
      write(static_cast<char32_t>(buffer_[i]), same ? origins_[i] : origins_[0]);
    }
  }

  /// Canonical ordering by a stable insertion sort within runs; long runs of marks are cut at kLongestRun to stay
  /// linear (as the Stream-Safe Text Format of UAX #15 does at 30).
  void reorder() {
    static constexpr std::size_t kLongestRun = 64;
    std::size_t run = 0;
    for (std::size_t i = 0; i < buffer_.size(); ++i) {
      const int ccc = utf8proc_get_property(buffer_[i])->combining_class;
      if (ccc == 0 || i - run > kLongestRun) {
        run = i + (ccc == 0 ? 1 : 0);
        continue;
      }
      for (std::size_t j = i; j > run && utf8proc_get_property(buffer_[j - 1])->combining_class > ccc; --j) {
        std::swap(buffer_[j - 1], buffer_[j]);
      }
    }
  }

  void write(char32_t cp, std::uint32_t origin) {
    append_code_point(out_, cp);
    if (source_ != nullptr) source_->resize(out_.size(), origin);
  }

  std::string& out_;
  std::vector<std::uint32_t>* source_;
  std::vector<char32_t> pending_;
  std::vector<std::uint32_t> origins_;
  std::vector<utf8proc_int32_t> buffer_;
};

}  // namespace

bool is_decoded(std::string_view utf8) {
  for (std::size_t pos = 0; pos < utf8.size();) {
    if (kPlainBytes[static_cast<unsigned char>(utf8[pos])]) {
      ++pos;
    } else if (static_cast<unsigned char>(utf8[pos]) < 0x80 || !is_simple(next_code_point(utf8, pos))) {
      return false;
    }
  }
  return true;
}

std::string decode_text(std::string_view utf8, std::vector<std::uint32_t>* source) {
  std::string out;
  out.reserve(utf8.size());
  if (source != nullptr) source->clear();
  Composer composer(out, source);
  for (std::size_t pos = 0; pos < utf8.size();) {
    const auto origin = static_cast<std::uint32_t>(pos);
    char32_t cp = 0;
    const HtmlReference reference = utf8[pos] == '&' ? match_html_reference(utf8, pos) : HtmlReference{};
    if (reference.size != 0) {
      cp = reference.code_point;
      pos += reference.size;
    } else {
      cp = next_code_point(utf8, pos);
    }
    if (!is_dropped(cp)) composer.add(cp, origin);
  }
  composer.flush();
  if (source != nullptr) source->push_back(static_cast<std::uint32_t>(utf8.size()));
  return out;
}

}  // namespace emo::text
