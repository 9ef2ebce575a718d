// Byte-level BPE: the text is cut by GPT-2's rules, each word's bytes become symbols and are merged. Identical to
// Hugging Face's tokenizers, but for spans, which always cover whole code points and are never trimmed.
#include "text/byte_level_bpe.hpp"

#include <array>
#include <utility>

#include "core/utf8.hpp"
#include "text/bpe_merger.hpp"
#include "text/byte_level_split.hpp"
#include "text/spec_tokenizer.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

/// GPT-2's printable stand-in of each byte, as UTF-8: Latin-1's printable characters stand for themselves, the others
/// are U+0100 onwards in order.
std::array<std::string, 256> make_stand_ins() {
  std::array<std::string, 256> stand_ins;
  char32_t next = 0x100;
  for (unsigned b = 0; b < 256; ++b) {
    const bool printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE && b <= 0xFF);
    append_code_point(stand_ins[b], printable ? static_cast<char32_t>(b) : next++);
  }
  return stand_ins;
}

class ByteLevelBpe final : public SpecTokenizer {
 public:
  explicit ByteLevelBpe(TokenizerSpec spec) : SpecTokenizer(std::move(spec)), stand_ins_(make_stand_ins()) {}
  Result<void> build();

  void encode(std::string_view utf8, std::vector<std::int32_t>& ids) const override { encode_text(utf8, ids, nullptr); }
  void encode(std::string_view utf8, std::vector<std::int32_t>& ids, std::vector<TokenSpan>& spans) const override {
    encode_text(utf8, ids, &spans);
  }

 private:
  struct Output {
    std::string_view text;  // the whole text, for spans
    std::vector<std::int32_t>& ids;
    std::vector<TokenSpan>* spans;
    std::vector<BpeSymbol> word;
    std::string scratch;

    void push(std::int32_t id, std::size_t begin, std::size_t end) {
      ids.push_back(id);
      if (spans == nullptr) return;
      while (begin > 0 && begin < text.size() && core::is_utf8_continuation(text[begin])) --begin;
      while (end < text.size() && core::is_utf8_continuation(text[end])) ++end;
      spans->push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
  };

  void encode_text(std::string_view text, std::vector<std::int32_t>& ids, std::vector<TokenSpan>* spans) const;
  void encode_raw_segment(std::size_t begin, std::size_t end, Output& out) const;
  void encode_segment(std::size_t begin, std::size_t end, Output& out) const;
  void encode_word(std::string_view word, std::size_t begin, std::size_t prefix, Output& out) const;

  static constexpr std::int32_t kDropped = -1;
  std::array<std::string, 256> stand_ins_;
  std::array<std::int32_t, 256> byte_ids_{};
  BpeMerger merger_;
  AddedTokenMatcher raw_tokens_, normalized_tokens_;
};

Result<void> ByteLevelBpe::build() {
  const std::int32_t unknown =
      spec_.unknown && spec_.pieces.find(*spec_.unknown) != PieceTable::kMissing ? spec_.unknown_id : kDropped;
  for (std::size_t b = 0; b < byte_ids_.size(); ++b) {
    const std::int32_t id = spec_.pieces.find(stand_ins_[b]);
    if (id == PieceTable::kMissing && unknown != kDropped && spec_.fuse_unknown) {
      return Error{ErrorCode::kUnsupported, "fuse_unk with a vocabulary that lacks byte " + std::to_string(b) +
                                                " is not supported; expected all 256 bytes"};
    }
    byte_ids_[b] = id == PieceTable::kMissing ? unknown : id;
  }
  merger_.reserve(spec_.merges.size());
  for (std::size_t rank = 0; rank < spec_.merges.size(); ++rank) {
    const auto& [left, right] = spec_.merges[rank];
    const std::int32_t left_id = spec_.pieces.find(left), right_id = spec_.pieces.find(right);
    const std::int32_t merged = spec_.pieces.find(left + right);
    if (left_id == PieceTable::kMissing || right_id == PieceTable::kMissing || merged == PieceTable::kMissing) {
      std::string pair = left;
      pair.append("' + '").append(right);
      return Error{ErrorCode::kInvalidModel,
                   "merge " + std::to_string(rank) + " ('" + pair + "') uses pieces that are not in the vocabulary"};
    }
    merger_.add(left_id, right_id, static_cast<std::int32_t>(rank), merged);
  }
  std::vector<AddedToken> raw, normalized;
  for (const AddedToken& token : spec_.added) (token.normalized ? normalized : raw).push_back(token);
  raw_tokens_.build(std::move(raw));
  normalized_tokens_.build(std::move(normalized));
  return {};
}

void ByteLevelBpe::encode_text(std::string_view text, std::vector<std::int32_t>& ids,
                               std::vector<TokenSpan>* spans) const {
  Output out{text, ids, spans, {}, {}};
  std::size_t search = 0, taken = 0;
  AddedTokenMatcher::Match match;
  while (raw_tokens_.next(text, search, taken, match)) {
    encode_raw_segment(taken, match.begin, out);
    out.push(match.id, match.begin, match.end);
    taken = match.end;
  }
  encode_raw_segment(taken, text.size(), out);
}

/// There is no normaliser, so "normalised" added tokens are looked for in the text between the raw ones.
void ByteLevelBpe::encode_raw_segment(std::size_t begin, std::size_t end, Output& out) const {
  if (begin >= end) return;
  const std::string_view segment = out.text.substr(begin, end - begin);
  std::size_t search = 0, taken = 0;
  AddedTokenMatcher::Match match;
  while (normalized_tokens_.next(segment, search, taken, match)) {
    encode_segment(begin + taken, begin + match.begin, out);
    out.push(match.id, begin + match.begin, begin + match.end);
    taken = match.end;
  }
  encode_segment(begin + taken, end, out);
}

void ByteLevelBpe::encode_segment(std::size_t begin, std::size_t end, Output& out) const {
  if (begin >= end) return;
  std::string_view segment = out.text.substr(begin, end - begin);
  std::string prefixed;
  std::size_t prefix = 0;  // blanks put before the segment, which have no place in the source
  if (spec_.byte_level.add_prefix_space && segment[0] != ' ') {
    prefixed.reserve(segment.size() + 1);
    prefixed += ' ';
    prefixed += segment;
    segment = prefixed;
    prefix = 1;
  }
  if (!spec_.byte_level.use_regex) return encode_word(segment, begin, prefix, out);
  for (std::size_t pos = 0; pos < segment.size();) {
    const std::size_t next = next_byte_level_split(segment, pos);
    const std::size_t before = pos == 0 ? prefix : 0;
    encode_word(segment.substr(pos, next - pos), begin + pos - (pos == 0 ? 0 : prefix), before, out);
    pos = next;
  }
}

/// `begin`: where the word is in the source; its first `prefix` bytes are not there.
void ByteLevelBpe::encode_word(std::string_view word, std::size_t begin, std::size_t prefix, Output& out) const {
  const auto place = [&](std::uint32_t i) { return begin + (i > prefix ? i - prefix : 0); };
  if (spec_.ignore_merges) {
    out.scratch.clear();
    for (const char c : word) out.scratch += stand_ins_[static_cast<unsigned char>(c)];
    if (const std::int32_t id = spec_.pieces.find(out.scratch); id != PieceTable::kMissing) {
      return out.push(id, begin, place(static_cast<std::uint32_t>(word.size())));
    }
  }
  out.word.clear();
  for (std::uint32_t i = 0; i < word.size(); ++i) {
    const std::int32_t id = byte_ids_[static_cast<unsigned char>(word[i])];
    if (id != kDropped) out.word.push_back({id, i, i + 1});
  }
  merger_.merge(out.word);
  for (const BpeSymbol& symbol : out.word) out.push(symbol.id, place(symbol.begin), place(symbol.end));
}

}  // namespace

Result<std::unique_ptr<Tokenizer>> make_byte_level_bpe(TokenizerSpec spec) {
  auto tokenizer = std::make_unique<ByteLevelBpe>(std::move(spec));
  EMO_TRY(tokenizer->build());
  return std::unique_ptr<Tokenizer>(std::move(tokenizer));
}

}  // namespace emo::text
