// Normaliser version 1, second stage: one pass that copies runs of ordinary text and rewrites what carries meaning in
// another form (URLs, mentions, hashtags, emoji, emoticons, drawn-out letters). The first stage is decoding.cpp.
// FROZEN: bundles name this version; any change of output is a new version.
#include "text/normalizer.hpp"

#include <array>
#include <utility>

#include "core/ascii.hpp"
#include "text/char_class.hpp"
#include "text/decoding.hpp"
#include "text/emoji.hpp"
#include "text/normalized_sink.hpp"
#include "text/plain_marks.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

using core::lower_ascii;

constexpr std::size_t kMaxLetterRun = 2, kMaxMarkRun = 3;

enum Action : std::uint8_t { kCopy, kLetterByte, kBlankByte, kMarkRun, kSign, kMention, kHash, kBeyond };

constexpr std::array<Action, 256> make_actions() {
  std::array<Action, 256> actions{};
  for (unsigned b = 0; b < 256; ++b) {
    if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z')) actions[b] = kLetterByte;
    if (b >= 0x80) actions[b] = kBeyond;
  }
  for (const unsigned char b : {' ', '\t', '\n', '\r', '\v', '\f'}) actions[b] = kBlankByte;
  for (const unsigned char b : {'!', '?', '.'}) actions[b] = kMarkRun;
  for (const unsigned char b : {':', ';', '=', '<', '>', '^', '-', '(', ')', '\\', '*', '0'}) actions[b] = kSign;
  actions['@'] = kMention;
  actions['#'] = kHash;
  return actions;
}

/// Letters with which an emoticon or a URL can begin.
constexpr std::array<bool, 256> make_word_starts() {
  std::array<bool, 256> starts{};
  for (const unsigned char b : {'x', 'X', 'T', 'Q', 'o', 'O', 'u', 'D', 'h', 'H', 'w', 'W', 'p', 't', 'b'})
    starts[b] = true;
  return starts;
}

constexpr auto kActions = make_actions();
constexpr auto kWordStarts = make_word_starts();

bool is_letter(char c) {
  return kActions[static_cast<unsigned char>(c)] == kLetterByte;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_name_char(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}
bool is_blank(char c) {
  return kActions[static_cast<unsigned char>(c)] == kBlankByte;
}

template <bool kOffsets>
class Scanner {
 public:
  Scanner(std::string_view text, std::string& out, std::vector<std::uint32_t>* source)
      : text_(text), sink_(out, source) {}

  void run() {
    while (pos_ < text_.size()) step();
    sink_.copy(text_, run_, pos_);
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  [[nodiscard]] char before() const { return pos_ > 0 ? text_[pos_ - 1] : '\0'; }

  /// Ends the run being copied at the current place and leaves out the next `skip` bytes; returns where they were.
  std::size_t cut(std::size_t skip) {
    const std::size_t place = pos_;
    sink_.copy(text_, run_, place);
    pos_ = run_ = place + skip;
    return place;
  }

  void step() {
    const auto byte = static_cast<unsigned char>(text_[pos_]);
    switch (kActions[byte]) {
      case kCopy:
        ++pos_;
        break;
      case kLetterByte:
        word();
        break;
      case kBlankByte:
        blanks();
        break;
      case kMarkRun:
        marks();
        break;
      case kSign:
        sign();
        break;
      case kMention:
        mention();
        break;
      case kHash:
        hashtag();
        break;
      case kBeyond:
        beyond_ascii();
        break;
    }
  }

  void blanks() {
    if (text_[pos_] == ' ' && pos_ > run_ && !is_blank(at(pos_ + 1)) && pos_ + 1 < text_.size() &&
        static_cast<unsigned char>(text_[pos_ + 1]) < 0x80) {
      ++pos_;  // the usual case: one blank between two words stays in the run
      return;
    }
    sink_.blank(cut(1));
  }

  void word() {
    if (kWordStarts[static_cast<unsigned char>(text_[pos_])] && !is_name_char(before()) && (url() || emoticon()))
      return;
    letters();
  }

  /// A run of ASCII letters, drawn-out ones shortened.
  void letters() {
    const char* const data = text_.data();
    const std::size_t end = text_.size();
    while (pos_ < end && is_letter(data[pos_])) {
      if (pos_ + kMaxLetterRun < end && lower_ascii(data[pos_]) == lower_ascii(data[pos_ + 1]) &&
          lower_ascii(data[pos_]) == lower_ascii(data[pos_ + 2])) {
        std::size_t same = pos_ + 3;
        while (same < end && lower_ascii(data[same]) == lower_ascii(data[pos_])) ++same;
        pos_ += kMaxLetterRun;
        cut(same - pos_);
      } else {
        ++pos_;
      }
    }
  }

  void marks() {
    std::size_t same = pos_ + 1;
    while (same < text_.size() && text_[same] == text_[pos_]) ++same;
    if (same - pos_ > kMaxMarkRun) {
      pos_ += kMaxMarkRun;
      cut(same - pos_);
    } else {
      pos_ = same;
    }
  }

  bool emoticon() {
    const WordedSymbol found = match_emoticon(text_, pos_, open_parens_);
    if (found.size == 0) return false;
    const std::size_t origin = cut(found.size);
    sink_.symbol(found.words, origin, pos_);
    return true;
  }

  void sign() {
    if (emoticon()) return;
    if (text_[pos_] == '(') ++open_parens_;
    if (text_[pos_] == ')' && open_parens_ > 0) --open_parens_;
    ++pos_;
  }

  bool url() {
    const char second = lower_ascii(at(pos_ + 1));
    if (second != 't' && second != 'w' && second != 'i' && second != '.') return false;  // as no prefix begins
    static constexpr std::array<std::string_view, 6> kPrefixes{"http://",          "https://", "www.",
                                                               "pic.twitter.com/", "t.co/",    "bit.ly/"};
    for (const std::string_view prefix : kPrefixes) {
      std::size_t n = 0;
      while (n < prefix.size() && lower_ascii(at(pos_ + n)) == prefix[n]) ++n;
      if (n < prefix.size()) continue;
      std::size_t end = pos_ + n;
      while (end < text_.size() && !ends_url(end)) next_code_point(text_, end);
      while (end > pos_ + n && std::string_view(".,;:!?)'*").find(text_[end - 1]) != std::string_view::npos) --end;
      if (end == pos_ + n && prefix.back() != '/') return false;  // "www." alone
      sink_.words("url", cut(end - pos_), false);
      return true;
    }
    return false;
  }

  [[nodiscard]] bool ends_url(std::size_t i) const {
    const char c = text_[i];
    if (is_blank(c) || c == '<' || c == '>' || c == '"' || c == '|') return true;
    if (static_cast<unsigned char>(c) < 0x80) return false;
    const char32_t cp = next_code_point(text_, i);
    return (char_bits(cp) & (kLetter | kNumber)) == 0;  // an ellipsis, a quotation mark, an emoji
  }

  void mention() {
    if (is_name_char(before()) || !is_name_char(at(pos_ + 1))) {
      ++pos_;
      return;
    }
    std::size_t end = pos_ + 1;
    while (is_name_char(at(end))) ++end;
    if (at(end) == '@' && is_name_char(at(end + 1))) {  // @user@host
      ++end;
      while (is_name_char(at(end)) || ((at(end) == '.' || at(end) == '-') && is_name_char(at(end + 1)))) ++end;
    }
    sink_.words("@user", cut(end - pos_), false);
  }

  /// What a byte range of a hashtag is, for finding where its words begin.
  enum class TagChar : std::uint8_t { kNone, kUpper, kLower, kDigit, kScore };
  [[nodiscard]] TagChar tag_char(std::size_t& i) const {
    if (i >= text_.size()) return TagChar::kNone;
    const char32_t cp = next_code_point(text_, i);
    if (cp == '_') return TagChar::kScore;
    const std::uint16_t bits = char_bits(cp);
    if ((bits & kNumber) != 0) return TagChar::kDigit;
    if ((bits & kLetter) != 0) return (bits & kLowers) != 0 ? TagChar::kUpper : TagChar::kLower;
    return (bits & kMark) != 0 ? TagChar::kLower : TagChar::kNone;
  }

  void hashtag() {
    std::size_t end = pos_ + 1;
    bool has_letter = false;
    for (std::size_t i = end;; end = i) {
      const TagChar kind = tag_char(i);
      if (kind == TagChar::kNone) break;
      has_letter = has_letter || kind == TagChar::kUpper || kind == TagChar::kLower;
    }
    if (!has_letter || (is_name_char(before()) && pos_ != tag_end_)) {
      ++pos_;
      return;
    }
    const bool follows_tag = pos_ == tag_end_ && pos_ > 0;
    const std::size_t origin = cut(1);
    if (follows_tag) sink_.blank(origin);
    TagChar previous = TagChar::kNone;
    while (pos_ < end) {
      std::size_t next = pos_;
      const TagChar kind = tag_char(next);
      if (kind == TagChar::kScore) {
        const std::size_t score = cut(1);
        if (score != origin + 1) sink_.blank(score);
      } else {
        if (begins_word(previous, kind, next)) {
          sink_.blank(cut(0));
        }
        copy_tag_char(next, end);
      }
      previous = kind;
    }
    cut(0);
    tag_end_ = end;
  }

  [[nodiscard]] bool begins_word(TagChar previous, TagChar kind, std::size_t next) const {
    if (previous == TagChar::kNone || previous == TagChar::kScore) return false;
    if ((previous == TagChar::kDigit) != (kind == TagChar::kDigit)) return true;
    if (kind != TagChar::kUpper) return false;
    if (previous == TagChar::kLower) return true;
    return tag_char(next) == TagChar::kLower;  // the R of "NLPRocks"
  }

  void copy_tag_char(std::size_t next, std::size_t end) {
    const char c = text_[pos_];
    if (is_letter(c) && at(pos_ + 1) == c && at(pos_ + 2) == c && pos_ + 2 < end) {
      std::size_t same = pos_ + 3;
      while (same < end && text_[same] == c) ++same;
      pos_ += kMaxLetterRun;
      cut(same - pos_);
    } else {
      pos_ = next;
    }
  }

  void beyond_ascii() {
    std::size_t next = pos_;
    const char32_t cp = next_code_point(text_, next);
    const std::uint16_t bits = char_bits(cp);
    if (const WordedSymbol emoji = match_emoji(text_, pos_); emoji.size != 0) {
      const std::size_t origin = cut(emoji.size);
      sink_.symbol(emoji.words, origin, pos_);
    } else if ((bits & kSpace) != 0) {
      sink_.blank(cut(next - pos_));
    } else if (is_emoji_part(cp)) {
      cut(next - pos_);
    } else if ((cp == 0xAF || cp == 0xCA0 || cp == 0x2661) && emoticon()) {
      return;
    } else if ((bits & kLetter) != 0) {
      letter_run(next);
    } else {
      pos_ = next;
    }
  }

  void letter_run(std::size_t next) {
    const std::size_t size = next - pos_;
    const std::string_view letter = text_.substr(pos_, size);
    std::size_t same = next, count = 1;
    while (text_.compare(same, size, letter) == 0) {
      same += size;
      ++count;
    }
    if (count > kMaxLetterRun) {
      pos_ += kMaxLetterRun * size;
      cut(same - pos_);
    } else {
      pos_ = same;
    }
  }

  std::string_view text_;
  NormalizedSink<kOffsets> sink_;
  std::size_t pos_ = 0, run_ = 0;  // text_[run_..pos_) is to be copied as it is
  std::size_t tag_end_ = 0;
  int open_parens_ = 0;
};

constexpr int kPlainMarksSince = 2;  // version

}  // namespace

std::string normalize(std::string_view utf8, int version) {
  if (version == 0) return std::string(utf8);
  std::string out;
  out.reserve(utf8.size() + 16);
  std::string decoded, plain;
  std::string_view text = utf8;
  if (!is_decoded(text)) text = decoded = decode_text(text, nullptr);
  if (version >= kPlainMarksSince && has_typographic_marks(text)) text = plain = plain_marks(text, nullptr);
  Scanner<false>(text, out, nullptr).run();
  return out;
}

NormalizedText normalize_with_offsets(std::string_view utf8, int version) {
  NormalizedText result;
  if (version == 0) {
    result.text = std::string(utf8);
    result.source.resize(utf8.size() + 1);
    for (std::size_t i = 0; i <= utf8.size(); ++i) result.source[i] = static_cast<std::uint32_t>(i);
    return result;
  }
  std::vector<std::uint32_t> decoded_source;
  std::string decoded = decode_text(utf8, &decoded_source);
  if (version >= kPlainMarksSince && has_typographic_marks(decoded)) {
    std::vector<std::uint32_t> plain_source;
    decoded = plain_marks(decoded, &plain_source);
    for (std::uint32_t& offset : plain_source) offset = decoded_source[offset];
    decoded_source = std::move(plain_source);
  }
  Scanner<true>(decoded, result.text, &result.source).run();
  for (std::uint32_t& offset : result.source) offset = decoded_source[offset];
  result.source.push_back(static_cast<std::uint32_t>(utf8.size()));
  return result;
}

}  // namespace emo::text
