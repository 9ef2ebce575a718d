// Tokenizers in the older formats of Hugging Face folders.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "text/tokenizer_spec.hpp"

namespace emo::text {

/// tokenizer_config.json's members that change ids; absent ones keep the defaults of BertTokenizer/RobertaTokenizer.
struct TokenizerConfig {
  bool do_lower_case = true;
  bool tokenize_chinese_chars = true;
  std::optional<bool> strip_accents;
  bool add_prefix_space = false;
  std::vector<AddedToken> added;  ///< what `added_tokens_decoder` lists, special tokens among it
};
Result<TokenizerConfig> parse_tokenizer_config(std::string_view json);

/// added_tokens.json (content -> id), which older versions write instead of `added_tokens_decoder`.
Result<std::vector<AddedToken>> parse_added_tokens(std::string_view json);

/// vocab.txt: one piece a line, its id is the line's number from 0.
Result<TokenizerSpec> parse_vocab_txt(std::string_view text, const TokenizerConfig& config);

/// vocab.json (piece -> id) and merges.txt ("left right" a line, after an optional "#version" line).
Result<TokenizerSpec> parse_vocab_and_merges(std::string_view vocab_json, std::string_view merges_txt,
                                             const TokenizerConfig& config);

}  // namespace emo::text
