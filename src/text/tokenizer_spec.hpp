// A tokenizer as data: what tokenizer.json says, checked, before anything is built from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "text/added_tokens.hpp"
#include "text/piece_table.hpp"
#include "text/vocabulary.hpp"

namespace emo::text {

/// Hugging Face's BertNormalizer.
struct BertNormalizerSpec {
  bool clean_text = true;
  bool handle_chinese_chars = true;
  bool strip_accents = true;  ///< null in the file means: as `lowercase`
  bool lowercase = true;
};

/// Hugging Face's ByteLevel pre-tokenizer. (trim_offsets changes offsets only, never ids; ours are never trimmed.)
struct ByteLevelSpec {
  bool add_prefix_space = true;
  bool use_regex = true;
};

struct TokenizerSpec {
  enum class Model : std::uint8_t { kWordPiece, kBytePairEncoding };
  Model model = Model::kWordPiece;
  Vocabulary vocabulary;                                                 ///< model and added tokens, finished
  std::vector<std::pair<std::string_view, std::int32_t>> model_entries;  ///< the model's share, views into vocabulary
  PieceTable pieces;                                                     ///< of model_entries
  std::vector<std::pair<std::string, std::string>> merges;               ///< BPE, in order of rank
  std::vector<AddedToken> added;
  std::optional<std::string> unknown;    ///< content of the unknown token
  std::string continuing_prefix = "##";  ///< WordPiece
  std::int64_t max_word_chars = 100;     ///< WordPiece: longer words are unknown
  bool ignore_merges = false;            ///< BPE: a word that is a piece is that piece
  bool fuse_unknown = false;             ///< BPE: neighbouring unknown bytes are one token
  BertNormalizerSpec bert;               ///< WordPiece
  ByteLevelSpec byte_level;              ///< BPE
  std::int32_t unknown_id = 0, first_id = 0, last_id = 0, pad_id = 0;
  bool ends_stated =
      true;  ///< false: a tokenizer.json that puts nothing around a text; first_id and last_id are guesses

  static constexpr std::int64_t kMaxWordChars = 1000;
};

/// Reads a tokenizer.json. Errors as parse_tokenizer.
Result<TokenizerSpec> parse_tokenizer_json(std::string_view json);

/// Fills in what a model needs and checks it: finishes the vocabulary, ids of the special tokens.
/// `first`/`last`: contents of the tokens around a text, empty = find by the usual names.
Result<void> complete_spec(TokenizerSpec& spec, const std::string& first, const std::string& last);

/// The spec as tokenizer.json: truncation and padding off, template post-processor FIRST text LAST.
std::string write_tokenizer_json(const TokenizerSpec& spec);

}  // namespace emo::text
