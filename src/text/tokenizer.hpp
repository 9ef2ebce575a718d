// Text -> token ids, identical to the Hugging Face `tokenizers` library.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::text {

struct TokenSpan {
  std::uint32_t begin = 0, end = 0;  ///< byte range in the text given; special tokens: {0, 0}
};

/// WordPiece or byte-level BPE with its normaliser and special tokens. Immutable, thread-safe.
class Tokenizer {
 public:
  virtual ~Tokenizer() = default;

  /// Appends the ids of `utf8` WITHOUT special tokens. Precondition: valid UTF-8. Any length.
  virtual void encode(std::string_view utf8, std::vector<std::int32_t>& ids) const = 0;
  /// The same with the source range of each token.
  virtual void encode(std::string_view utf8, std::vector<std::int32_t>& ids, std::vector<TokenSpan>& spans) const = 0;

  [[nodiscard]] virtual std::int32_t first_id() const = 0;    ///< [CLS] or <s>
  [[nodiscard]] virtual std::int32_t last_id() const = 0;     ///< [SEP] or </s>
  [[nodiscard]] virtual std::int32_t unknown_id() const = 0;  ///< [UNK] or <unk>
  [[nodiscard]] virtual std::int32_t pad_id() const = 0;
  [[nodiscard]] virtual std::int64_t vocab_size() const = 0;
  /// The vocabulary entry, for display.
  [[nodiscard]] virtual std::string_view piece(std::int32_t id) const = 0;
  /// This tokenizer in Hugging Face's tokenizer.json format (what a bundle stores).
  [[nodiscard]] virtual std::string to_json() const = 0;
  /// False where the tokenizer.json read puts no tokens around a text; first_id() and last_id() are then the usual
  /// ones.
  [[nodiscard]] virtual bool ends_stated() const = 0;
};

/// From the contents of a tokenizer.json (WordPiece with BertNormalizer/BertPreTokenizer, or BPE with ByteLevel).
/// Errors: kInvalidModel (damaged), kUnsupported (another model or pre-tokenizer: names it).
Result<std::unique_ptr<Tokenizer>> parse_tokenizer(std::string_view tokenizer_json);

/// From a Hugging Face folder: tokenizer.json, else vocab.txt, else vocab.json + merges.txt. What its
/// tokenizer_config.json states of case, accents, Chinese characters and the blank in front wins over tokenizer.json,
/// as in transformers (apply_config), and a token that is added beside it must be in it; without a tokenizer.json that
/// file, special_tokens_map.json and config.json tell the special tokens and the class, one that reads its files in
/// another way being refused. Errors: kNotFound (none of them), kInvalidModel, kUnsupported, kIo. `told` gets lines
/// where transformers would read texts otherwise (differences()); nullptr = nobody.
Result<std::unique_ptr<Tokenizer>> load_tokenizer(const std::string& directory,
                                                  std::vector<std::string>* told = nullptr);

/// Half-open token ranges [begin, end) of `tokens` tokens, each at most `window` long, neighbours sharing `overlap`,
/// the last one flush with the end. One range when all fit. Precondition: window > overlap >= 0.
struct TokenRange {
  std::size_t begin = 0, end = 0;
};
std::vector<TokenRange> split_windows(std::size_t tokens, std::size_t window, std::size_t overlap);

/// Tokens that window `index` of a text shows for the first time: the weight of its answer.
std::size_t new_tokens(std::span<const TokenRange> windows, std::size_t index);

/// The ids of one window into `out`, between the special tokens that `ids`, the whole text, begins and ends with.
void window_ids(std::span<const std::int32_t> ids, const TokenRange& window, std::vector<std::int32_t>& out);

}  // namespace emo::text
