// Tokenizers in the older formats of Hugging Face folders. Errors of every reader here: kInvalidModel (damaged, not
// UTF-8, no token to put around a text) and kTooLarge (a piece), naming the file.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "text/tokenizer_spec.hpp"

namespace emo::text {

/// tokenizer_config.json's members that change ids; nullopt: absent or null. Without a tokenizer.json the defaults of
/// BertTokenizer/RobertaTokenizer stand for those.
struct TokenizerConfig {
  std::optional<bool> do_lower_case;
  std::optional<bool> tokenize_chinese_chars;
  std::optional<bool> strip_accents;
  std::optional<bool> add_prefix_space;
  std::vector<AddedToken> added;  ///< what `added_tokens_decoder` lists, special tokens among it
  bool any_model = false;         ///< `tokenizer_class` is the one that takes tokenizer.json as it is
  bool added_are_old = false;     ///< `added` is added_tokens.json, which has no flags
  std::string tokenizer_class;    ///< without "Fast"; empty: not stated
  std::map<std::string, std::string, std::less<>> named;  ///< "cls_token" and the like -> content
  std::vector<AddedToken> specials;  ///< all of those, and `additional_special_tokens` or `extra_special_tokens`
};
/// Errors: also kUnsupported, `split_special_tokens`.
Result<TokenizerConfig> parse_tokenizer_config(std::string_view json);

/// special_tokens_map.json, which has a part of the same members and wins where no `added_tokens_decoder` is listed.
Result<void> parse_special_tokens(std::string_view json, TokenizerConfig& config);

/// config.json, which tells the class where tokenizer_config.json does not: by `tokenizer_class` or by `model_type`.
Result<void> parse_model_class(std::string_view json, TokenizerConfig& config);

/// The normaliser that BertTokenizer makes.
BertNormalizerSpec bert_normalizer(const TokenizerConfig& config);

/// added_tokens.json (content -> id), which older versions write instead of `added_tokens_decoder`.
Result<std::vector<AddedToken>> parse_added_tokens(std::string_view json);

/// vocab.txt: one piece a line, its id is the line's number from 0. kUnsupported: a class that reads it otherwise.
Result<TokenizerSpec> parse_vocab_txt(std::string_view text, const TokenizerConfig& config);

/// vocab.json (piece -> id) and merges.txt ("left right" a line, after an optional "#version" line). kUnsupported: as
/// above.
Result<TokenizerSpec> parse_vocab_and_merges(std::string_view vocab_json, std::string_view merges_txt,
                                             const TokenizerConfig& config);

}  // namespace emo::text
