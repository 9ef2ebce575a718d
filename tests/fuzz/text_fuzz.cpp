// Fuzzes everything that reads text: UTF-8 validation, normaliser, both tokenizers, language, and the tokenizer files.
// First byte: what the rest is. Properties are checked, not only crashes.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/assert.hpp"
#include "text/language.hpp"
#include "text/normalizer.hpp"
#include "text/tokenizer.hpp"
#include "text/tokenizer_files.hpp"
#include "text/utf8.hpp"

namespace {

using emo::text::Tokenizer;

const Tokenizer& word_piece() {
  static const auto made = emo::text::parse_tokenizer(
      R"({"added_tokens":[{"id":3,"content":"[SEP]"},{"id":11,"content":"Joy","normalized":true,"single_word":true,"lstrip":true,
      "rstrip":true}],"normalizer":{"type":"BertNormalizer"},"pre_tokenizer":{"type":"BertPreTokenizer"},"model":{"type":"WordPiece",
      "vocab":{"[UNK]":0,"[CLS]":2,"[SEP]":3,"a":4,"joy":5,"##a":6,"e":7,"##e":8,"!":9,"##joy":10,"of":1}}})");
  EMO_ASSERT(made.has_value());
  return **made;
}

const Tokenizer& byte_level() {
  static const auto made = emo::text::parse_tokenizer(
      R"({"added_tokens":[{"id":9,"content":"<m>","lstrip":true,"normalized":true}],"normalizer":null,
      "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":true},"model":{"type":"BPE","unk_token":"<s>",
      "vocab":{"<s>":0,"</s>":2,"a":3,"b":4,"\u0120":5,"aa":6,"ab":7,"\u0120a":8,"aaaa":1},
      "merges":["a a","a b","\u0120 a","aa aa"]}})");
  EMO_ASSERT(made.has_value());
  return **made;
}

void check_tokenizer(const Tokenizer& tokenizer, std::string_view text) {
  std::vector<std::int32_t> ids, again;
  std::vector<emo::text::TokenSpan> spans;
  tokenizer.encode(text, ids);
  tokenizer.encode(text, again, spans);
  EMO_ASSERT(ids == again && spans.size() == ids.size());
  for (const auto& span : spans) {
    EMO_ASSERT(span.begin <= span.end && span.end <= text.size());
    EMO_ASSERT(emo::text::validate_utf8(text.substr(span.begin, span.end - span.begin)).has_value());
  }
  for (const std::int32_t id : ids) EMO_ASSERT(id >= 0 && id < tokenizer.vocab_size());
}

void check_text(std::string_view text) {
  if (!emo::text::validate_utf8(text)) return;
  const std::string normalized = emo::text::normalize(text);
  const auto with_offsets = emo::text::normalize_with_offsets(text);
  EMO_ASSERT(emo::text::validate_utf8(normalized).has_value());
  EMO_ASSERT(with_offsets.text == normalized && with_offsets.source.size() == normalized.size() + 1);
  std::uint32_t last = 0;
  for (const std::uint32_t offset : with_offsets.source) {
    EMO_ASSERT(offset >= last && offset <= text.size());
    last = offset;
  }
  for (const std::string_view one : {text, std::string_view(normalized)}) {
    check_tokenizer(word_piece(), one);
    check_tokenizer(byte_level(), one);
  }
  EMO_ASSERT(!emo::text::detect_language(text).code.empty());
}

void check_tokenizer_file(std::string_view json) {
  const auto tokenizer = emo::text::parse_tokenizer(json);
  if (!tokenizer) return;
  check_tokenizer(**tokenizer, "a joy<m> [SEP] caf\u00e9 \u4e2d!");
  const auto again = emo::text::parse_tokenizer((*tokenizer)->to_json());
  EMO_ASSERT(again.has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0]) {
    case 'J':
      check_tokenizer_file(rest);
      break;
    case 'V':
      static_cast<void>(emo::text::parse_vocab_txt(rest, {}));
      break;
    case 'C':
      static_cast<void>(emo::text::parse_tokenizer_config(rest));
      break;
    case 'M': {
      const std::size_t half = rest.find('\0');
      if (half != std::string_view::npos) {
        static_cast<void>(emo::text::parse_vocab_and_merges(rest.substr(0, half), rest.substr(half + 1), {}));
      }
      break;
    }
    default:
      check_text(rest);
  }
  return 0;
}
