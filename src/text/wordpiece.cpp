// WordPiece: one pass over the bytes collects normalised words, each is looked up whole and only when it is not in the
// vocabulary cut greedily into its longest pieces. Identical to Hugging Face's tokenizers; no normaliser strings, no
// allocation per word, no cache to warm up.
#include "text/wordpiece.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/char_class.hpp"
#include "text/spec_tokenizer.hpp"
#include "text/utf8.hpp"
#include "text/word_scanner.hpp"

namespace emo::text {
namespace {

class WordPiece final : public SpecTokenizer {
 public:
  explicit WordPiece(TokenizerSpec spec);

  void encode(std::string_view utf8, std::vector<std::int32_t>& ids) const override;
  void encode(std::string_view utf8, std::vector<std::int32_t>& ids, std::vector<TokenSpan>& spans) const override;

 private:
  /// Where one call collects its tokens.
  template <bool kSpans>
  struct Output {
    std::vector<std::int32_t>& ids;
    std::vector<TokenSpan>* spans;
    WordBuffer<kSpans> word;

    void push(std::int32_t id, std::uint32_t begin, std::uint32_t end) {
      ids.push_back(id);
      if constexpr (kSpans) spans->push_back({begin, end});
    }
  };

  template <bool kSpans>
  void encode_text(std::string_view text, Output<kSpans>& out) const;
  template <bool kSpans>
  void encode_segment(std::string_view text, std::size_t begin, std::size_t end, Output<kSpans>& out) const;
  template <bool kSpans>
  bool scan(std::string_view text, std::size_t begin, std::size_t end, Output<kSpans>& out) const;
  template <bool kSpans>
  bool scan_code_point(char32_t cp, std::uint32_t begin, std::uint32_t end, Output<kSpans>& out) const;
  template <bool kSpans>
  void encode_normalized(std::string_view text, std::size_t begin, std::size_t end, Output<kSpans>& out) const;
  template <bool kSpans>
  void put(char32_t cp, std::uint32_t begin, std::uint32_t end, Output<kSpans>& out) const;
  template <bool kSpans>
  void append(char32_t cp, std::uint32_t begin, std::uint32_t end, WordBuffer<kSpans>& word) const;
  template <bool kSpans>
  void flush(Output<kSpans>& out) const;
  template <bool kSpans>
  void cut(Output<kSpans>& out) const;

  AsciiClasses ascii_;
  PieceTable continuing_;                   // pieces behind the prefix ("ing" for "##ing")
  std::array<std::int32_t, 128> single_{};  // ids of one-byte words
  AddedTokenMatcher raw_tokens_, normalized_tokens_;
  std::size_t max_chars_;
};

WordPiece::WordPiece(TokenizerSpec spec)
    : SpecTokenizer(std::move(spec)), ascii_(spec_.bert), max_chars_(static_cast<std::size_t>(spec_.max_word_chars)) {
  std::vector<std::pair<std::string_view, std::int32_t>> continuing;
  for (const auto& [piece, id] : spec_.model_entries) {
    if (piece.size() > spec_.continuing_prefix.size() && piece.starts_with(spec_.continuing_prefix)) {
      continuing.emplace_back(piece.substr(spec_.continuing_prefix.size()), id);
    }
  }
  continuing_.build(continuing);
  for (std::size_t b = 0; b < single_.size(); ++b) {
    const char byte = static_cast<char>(b);
    const std::int32_t id = spec_.pieces.find({&byte, 1});
    single_[b] = id == PieceTable::kMissing ? spec_.unknown_id : id;
  }
  std::vector<AddedToken> raw, normalized;
  for (AddedToken token : spec_.added) {
    if (token.normalized) token.content = bert_normalize(token.content, spec_.bert);
    (token.normalized ? normalized : raw).push_back(std::move(token));
  }
  raw_tokens_.build(std::move(raw));
  normalized_tokens_.build(std::move(normalized));
}

void WordPiece::encode(std::string_view utf8, std::vector<std::int32_t>& ids) const {
  Output<false> out{ids, nullptr, {}};
  encode_text(utf8, out);
}

void WordPiece::encode(std::string_view utf8, std::vector<std::int32_t>& ids, std::vector<TokenSpan>& spans) const {
  Output<true> out{ids, &spans, {}};
  encode_text(utf8, out);
}

template <bool kSpans>
void WordPiece::encode_text(std::string_view text, Output<kSpans>& out) const {
  std::size_t search = 0, taken = 0;
  AddedTokenMatcher::Match match;
  while (raw_tokens_.next(text, search, taken, match)) {
    if (taken < match.begin) encode_segment(text, taken, match.begin, out);
    out.push(match.id, static_cast<std::uint32_t>(match.begin), static_cast<std::uint32_t>(match.end));
    taken = match.end;
  }
  if (taken < text.size()) encode_segment(text, taken, text.size(), out);
}

template <bool kSpans>
void WordPiece::encode_segment(std::string_view text, std::size_t begin, std::size_t end, Output<kSpans>& out) const {
  const std::size_t ids_before = out.ids.size();
  if (normalized_tokens_.empty() && scan(text, begin, end, out)) return;
  out.ids.resize(ids_before);
  if constexpr (kSpans) out.spans->resize(ids_before);
  out.word.clear();
  encode_normalized(text, begin, end, out);
}

/// The fast path. False (with unfinished output) when marks would have to change places.
template <bool kSpans>
bool WordPiece::scan(std::string_view text, std::size_t begin, std::size_t end, Output<kSpans>& out) const {
  const char* const data = text.data();
  WordBuffer<kSpans>& word = out.word;
  for (std::size_t pos = begin; pos < end;) {
    const auto byte = static_cast<unsigned char>(data[pos]);
    const auto at = static_cast<std::uint32_t>(pos);
    switch (ascii_.of[byte]) {
      case AsciiClasses::kWordByte: {
        if (word.size == 0) word.first = at;
        std::size_t run = pos;
        const std::size_t room = std::min(end, pos + (WordBuffer<kSpans>::kBytes - word.size));
        PieceTable::Hash hash = word.hash;
        std::size_t size = word.size;
        while (run < room) {
          const char lowered = ascii_.lower[static_cast<unsigned char>(data[run])];
          if (lowered == 0) break;
          hash = PieceTable::step(hash, lowered);
          if constexpr (kSpans) {
            word.begin[size] = static_cast<std::uint32_t>(run);
            word.end[size] = static_cast<std::uint32_t>(run + 1);
          }
          word.bytes[size++] = lowered;
          ++run;
        }
        if (run == pos) ++run;  // no room: the word is too long, count on without storing
        word.hash = hash;
        word.size = size;
        word.chars += run - pos;
        word.last = static_cast<std::uint32_t>(run);
        pos = run;
        break;
      }
      case AsciiClasses::kGap:
        if (word.chars > 0) flush(out);
        ++pos;
        break;
      case AsciiClasses::kSingle:
        if (word.chars > 0) flush(out);
        out.push(single_[byte], at, at + 1);
        ++pos;
        break;
      case AsciiClasses::kIgnored:
        ++pos;
        break;
      case AsciiClasses::kBeyond: {
        const char32_t cp = next_code_point(text, pos);
        if (!scan_code_point(cp, at, static_cast<std::uint32_t>(pos), out)) return false;
        break;
      }
    }
  }
  if (word.chars > 0) flush(out);
  return true;
}

template <bool kSpans>
bool WordPiece::scan_code_point(char32_t cp, std::uint32_t begin, std::uint32_t end, Output<kSpans>& out) const {
  const std::uint16_t bits = char_bits(cp);
  if (spec_.bert.clean_text && (bits & (kDrop | kBlank)) != 0) {
    if ((bits & kBlank) != 0 && out.word.chars > 0) flush(out);
    return true;
  }
  const bool cjk = spec_.bert.handle_chinese_chars && is_cjk(cp);
  if (cjk && out.word.chars > 0) flush(out);
  std::array<char32_t, kMaxDecomposition> parts{cp};
  std::size_t count = 1;
  if (spec_.bert.strip_accents) {
    if ((bits & kDecomposes) != 0) count = decompose(cp, parts);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint16_t part = char_bits(parts[i]);
      if ((part & kMark) != 0) continue;
      if ((part & kCombines) != 0) return false;
      put(parts[i], begin, end, out);
    }
  } else {
    put(cp, begin, end, out);
  }
  if (cjk && out.word.chars > 0) flush(out);
  return true;
}

template <bool kSpans>
void WordPiece::encode_normalized(std::string_view text, std::size_t begin, std::size_t end,
                                  Output<kSpans>& out) const {
  const std::string_view segment = text.substr(begin, end - begin);
  const auto chars = bert_normalize(segment, static_cast<std::uint32_t>(begin), spec_.bert);
  std::string normalized;
  std::vector<std::size_t> starts;  // starts[i] = first byte of chars[i] in `normalized`
  starts.reserve(chars.size() + 1);
  for (const NormalizedChar& c : chars) {
    starts.push_back(normalized.size());
    append_code_point(normalized, c.code_point);
  }
  starts.push_back(normalized.size());
  const auto index_of = [&starts](std::size_t byte) {
    return static_cast<std::size_t>(std::lower_bound(starts.begin(), starts.end(), byte) - starts.begin());
  };
  const auto split = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) put(chars[i].code_point, chars[i].begin, chars[i].end, out);
    if (out.word.chars > 0) flush(out);
  };
  std::size_t search = 0, taken = 0;
  AddedTokenMatcher::Match match;
  while (normalized_tokens_.next(normalized, search, taken, match)) {
    const std::size_t first = index_of(match.begin), last = index_of(match.end);
    split(index_of(taken), first);
    out.push(match.id, first < last ? chars[first].begin : 0, first < last ? chars[last - 1].end : 0);
    taken = match.end;
  }
  split(index_of(taken), chars.size());
}

/// One code point after stripping: lower case, then word, gap or single.
template <bool kSpans>
void WordPiece::put(char32_t cp, std::uint32_t begin, std::uint32_t end, Output<kSpans>& out) const {
  std::array<char32_t, kMaxDecomposition> parts{cp};
  std::size_t count = 1;
  if (spec_.bert.lowercase && (char_bits(cp) & kLowers) != 0) count = to_lower(cp, parts);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint16_t bits = char_bits(parts[i]);
    if ((bits & kSpace) != 0) {
      if (out.word.chars > 0) flush(out);
    } else if ((bits & kPunct) != 0) {
      if (out.word.chars > 0) flush(out);
      append(parts[i], begin, end, out.word);
      flush(out);
    } else {
      append(parts[i], begin, end, out.word);
    }
  }
}

template <bool kSpans>
void WordPiece::append(char32_t cp, std::uint32_t begin, std::uint32_t end, WordBuffer<kSpans>& word) const {
  if (word.chars == 0) word.first = begin;
  word.last = end;
  ++word.chars;
  if (word.chars > max_chars_ || word.size + 4 > WordBuffer<kSpans>::kBytes) return;  // unknown anyway
  std::string utf8;  // at most four bytes: stays in the string object
  append_code_point(utf8, cp);
  for (const char c : utf8) {
    word.hash = PieceTable::step(word.hash, c);
    if constexpr (kSpans) {
      word.begin[word.size] = begin;
      word.end[word.size] = end;
    }
    word.bytes[word.size++] = c;
  }
}

/// Ends the word: its id if it is in the vocabulary as a whole, else its pieces.
template <bool kSpans>
void WordPiece::flush(Output<kSpans>& out) const {
  WordBuffer<kSpans>& word = out.word;
  if (word.chars > max_chars_) {
    out.push(spec_.unknown_id, word.first, word.last);
  } else {
    const std::int32_t whole = spec_.pieces.find({word.bytes.data(), word.size}, word.hash);
    if (whole != PieceTable::kMissing) {
      out.push(whole, word.first, word.last);
    } else {
      cut(out);
    }
  }
  word.clear();
}

/// Longest match first; the whole word becomes unknown when some part has no piece.
template <bool kSpans>
void WordPiece::cut(Output<kSpans>& out) const {
  const WordBuffer<kSpans>& word = out.word;
  const std::size_t ids_before = out.ids.size();
  std::array<PieceTable::Hash, WordBuffer<kSpans>::kBytes + 1> hashes;  // NOLINT: only what is used is written
  for (std::size_t begin = 0; begin < word.size;) {
    const PieceTable& table = begin == 0 ? spec_.pieces : continuing_;
    const std::size_t longest = std::min(word.size - begin, table.longest());
    hashes[0] = PieceTable::kSeed;
    for (std::size_t n = 0; n < longest; ++n) hashes[n + 1] = PieceTable::step(hashes[n], word.bytes[begin + n]);
    std::size_t length = longest;
    std::int32_t id = PieceTable::kMissing;
    for (; length > 0; --length) {
      id = table.find({word.bytes.data() + begin, length}, hashes[length]);
      if (id != PieceTable::kMissing) break;
    }
    if (id == PieceTable::kMissing) {
      out.ids.resize(ids_before);
      if constexpr (kSpans) out.spans->resize(ids_before);
      out.push(spec_.unknown_id, word.first, word.last);
      return;
    }
    if constexpr (kSpans) {
      out.push(id, word.begin[begin], word.end[begin + length - 1]);
    } else {
      out.push(id, 0, 0);
    }
    begin += length;
  }
}

}  // namespace

std::unique_ptr<Tokenizer> make_wordpiece(TokenizerSpec spec) {
  return std::make_unique<WordPiece>(std::move(spec));
}

}  // namespace emo::text
