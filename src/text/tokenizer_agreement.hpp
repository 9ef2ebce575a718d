// A tokenizer.json and what stands beside it, which may say otherwise.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "text/tokenizer_files.hpp"
#include "text/tokenizer_spec.hpp"

namespace emo::text {

/// Lets what `config` states win over what tokenizer.json says, as transformers does: where it states `do_lower_case`,
/// the normaliser is the one that BertTokenizer makes of it, `clean_text` apart. What it does not state stays, and so
/// does everything where it names a class that takes tokenizer.json as it is.
void apply_config(const TokenizerConfig& config, TokenizerSpec& spec);

/// Errors: kUnsupported, a token that the files beside tokenizer.json add and it lacks: transformers finds it in texts.
Result<void> check_added(const TokenizerConfig& config, const TokenizerSpec& spec);

/// Lines for people about what transformers, of which version 5 builds much of a tokenizer from its class and
/// tokenizer_config.json, takes otherwise than `spec`, which apply_config has seen and which is followed, as by the
/// tokenizers library. Empty: nothing.
std::vector<std::string> differences(const TokenizerConfig& config, const TokenizerSpec& spec);

}  // namespace emo::text
