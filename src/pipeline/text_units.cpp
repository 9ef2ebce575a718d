// Segmentation for explanations. Not a tokenizer: what a model reads is decided elsewhere; this is what people point
// at.
#include "pipeline/text_units.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/ascii.hpp"
#include "core/assert.hpp"
#include "text/char_class.hpp"
#include "text/decoding.hpp"
#include "text/emoji.hpp"
#include "text/utf8.hpp"

namespace emo::pipeline {
namespace {

constexpr std::size_t kScopeWords = 3;  ///< units after a negator that still count as its scope

bool is_space(char32_t c) {
  return (text::char_bits(c) & (text::kSpace | text::kBlank)) != 0;
}
bool is_word(char32_t c) {
  return (text::char_bits(c) & (text::kWord | text::kMark)) != 0;
}
/// Marks that may stand inside a word when a word character follows.
bool joins_word(char32_t c) {
  constexpr std::u32string_view kJoiners = U"'\u2019-_.@&/+*";
  return kJoiners.find(c) != std::u32string_view::npos;
}

class Splitter {
 public:
  explicit Splitter(std::string_view utf8) : utf8_(utf8) {}

  std::vector<TextUnit> run() {
    while (pos_ < utf8_.size()) step();
    for (std::size_t i = 0; i < units_.size(); ++i) {
      units_[i].remove_end = i + 1 < units_.size() ? units_[i + 1].begin : utf8_.size();
    }
    return std::move(units_);
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t at) const { return text::next_code_point(utf8_, at); }
  [[nodiscard]] bool word_at(std::size_t at) const { return at < utf8_.size() && is_word(peek(at)); }

  /// Moves over the code points up to byte `end` and makes them a unit when asked.
  void advance(std::size_t end, bool unit) {
    TextUnit made{pos_, end, chars_, chars_, end, false};
    chars_ += text::count_code_points(utf8_.substr(pos_, end - pos_));
    made.char_end = chars_;
    pos_ = end;
    if (unit) units_.push_back(made);
  }

  void step() {
    std::size_t next = pos_;
    const char32_t c = text::next_code_point(utf8_, next);
    if (is_space(c)) return advance(next, false);
    if (const std::size_t size = emoji_run(); size > 0) return advance(pos_ + size, true);
    if (!after_word_ || pos_ != after_word_at_) {
      if (const auto symbol = text::match_emoticon(utf8_, pos_, 0); symbol.size > 0) {
        return advance(pos_ + symbol.size, true);
      }
    }
    const bool tag = (c == U'@' || c == U'#') && word_at(next);
    if (tag || is_word(c)) return word(next);
    marks();
  }

  [[nodiscard]] std::size_t emoji_run() const {
    std::size_t at = pos_;
    while (at < utf8_.size()) {
      const auto symbol = text::match_emoji(utf8_, at);
      if (symbol.size == 0) break;
      at += symbol.size;
    }
    return at - pos_;
  }

  void word(std::size_t end) {
    const auto rest = utf8_.substr(pos_);
    const bool url = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    if (!url && text::is_cjk(peek(pos_))) return advance(end, true);
    while (end < utf8_.size()) {
      std::size_t next = end;
      const char32_t c = text::next_code_point(utf8_, next);
      if (is_space(c)) break;
      if (!url && !(is_word(c) && !text::is_cjk(c)) && !(joins_word(c) && word_at(next))) break;
      end = next;
    }
    after_word_ = true;
    after_word_at_ = end;
    advance(end, true);
  }

  void marks() {
    constexpr std::u32string_view kClosers = U".,;:!?()\u2026\u2013\u2014";
    std::size_t end = pos_;
    std::size_t count = 0;
    bool loud = false;
    bool closes = false;
    while (end < utf8_.size()) {
      std::size_t next = end;
      const char32_t c = text::next_code_point(utf8_, next);
      if (is_space(c) || is_word(c)) break;
      if (count > 0 && text::match_emoji(utf8_, end).size > 0) break;
      loud = loud || c == U'!' || c == U'?';
      closes = closes || kClosers.find(c) != std::u32string_view::npos;
      ++count;
      end = next;
    }
    if (closes && !units_.empty()) units_.back().closes_clause = true;
    advance(end, loud || count > 1);
  }

  std::string_view utf8_;
  std::size_t pos_ = 0, chars_ = 0;
  bool after_word_ =
      false;  ///< a word ended at after_word_at_: what touches it is no emoticon ("word:(" is rare, "1)" not)
  std::size_t after_word_at_ = 0;
  std::vector<TextUnit> units_;
};

std::string folded(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (word.substr(i).starts_with("\xE2\x80\x99")) {  // U+2019, the typographic apostrophe
      out += '\'';
      i += 2;
      continue;
    }
    out += core::lower_ascii(c);
  }
  return out;
}

bool is_negator(std::string_view word) {
  constexpr std::array<std::string_view, 26> kNegators{
      "not",     "no",    "never",  "nothing", "nobody",  "none",    "without", "hardly",  "barely",
      "neither", "nor",   "cannot", "dont",    "doesnt",  "didnt",   "cant",    "wont",    "isnt",
      "wasnt",   "arent", "werent", "havent",  "couldnt", "wouldnt", "aint",    "shouldnt"};
  return word.ends_with("n't") || std::find(kNegators.begin(), kNegators.end(), word) != kNegators.end();
}

}  // namespace

std::vector<TextUnit> split_units(std::string_view utf8) {
  if (text::is_decoded(utf8)) return Splitter(utf8).run();
  // "I&#39;m" and a word with an invisible character in it are one word to whoever reads them, a model among them.
  std::vector<std::uint32_t> source;
  const std::string decoded = text::decode_text(utf8, &source);
  std::vector<TextUnit> units;
  std::size_t counted = 0, chars = 0;  // code points up to byte `counted`
  const auto chars_up_to = [&](std::size_t byte) {
    chars += text::count_code_points(utf8.substr(counted, byte - counted));
    counted = byte;
    return chars;
  };
  for (TextUnit unit : Splitter(decoded).run()) {
    unit.begin = source[unit.begin];
    unit.end = source[unit.end];
    unit.remove_end = source[unit.remove_end];
    if (unit.begin == unit.end) continue;  // part of a character that the next unit has whole
    unit.char_begin = chars_up_to(unit.begin);
    unit.char_end = chars_up_to(unit.end);
    units.push_back(unit);
  }
  return units;
}

std::string without_units(std::string_view utf8, const std::vector<TextUnit>& units, const std::vector<bool>& removed) {
  EMO_ASSERT(removed.size() == units.size());
  std::string out;
  out.reserve(utf8.size());
  std::size_t kept = 0;  // start of what has not been copied yet
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!removed[i]) continue;
    out.append(utf8, kept, units[i].begin - kept);
    kept = units[i].remove_end;
  }
  out.append(utf8, kept, std::string_view::npos);
  return out;
}

std::vector<UnitRange> negation_scopes(std::string_view utf8, const std::vector<TextUnit>& units) {
  std::vector<UnitRange> scopes;
  const auto word = [&](std::size_t i) {
    return folded(text::decode_text(utf8.substr(units[i].begin, units[i].end - units[i].begin), nullptr));
  };
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!is_negator(word(i))) continue;
    std::size_t end = i + 1;
    while (end < units.size() && end <= i + kScopeWords && !units[end - 1].closes_clause && word(end) != "but" &&
           !is_negator(word(end))) {
      ++end;
    }
    if (end - i > 1) scopes.push_back({i, end});
  }
  return scopes;
}

}  // namespace emo::pipeline
