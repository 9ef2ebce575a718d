// Tokenizers in the older formats of Hugging Face folders. Errors of every reader here: kInvalidModel (damaged, not
// UTF-8, no token to put around a text) and kTooLarge (a piece), naming the file.
#pragma once

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
};
Result<TokenizerConfig> parse_tokenizer_config(std::string_view json);

/// Lets what `config` states win over what tokenizer.json says, as transformers does: where it states `do_lower_case`,
/// the normaliser is the one that BertTokenizer makes of it. What it does not state stays, and so does everything where
/// it names a class that takes tokenizer.json as it is.
void apply_config(const TokenizerConfig& config, TokenizerSpec& spec);

/// added_tokens.json (content -> id), which older versions write instead of `added_tokens_decoder`.
Result<std::vector<AddedToken>> parse_added_tokens(std::string_view json);

/// vocab.txt: one piece a line, its id is the line's number from 0.
Result<TokenizerSpec> parse_vocab_txt(std::string_view text, const TokenizerConfig& config);

/// vocab.json (piece -> id) and merges.txt ("left right" a line, after an optional "#version" line).
Result<TokenizerSpec> parse_vocab_and_merges(std::string_view vocab_json, std::string_view merges_txt,
                                             const TokenizerConfig& config);

}  // namespace emo::text
