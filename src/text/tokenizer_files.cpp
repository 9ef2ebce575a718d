// vocab.txt and vocab.json + merges.txt, with the special tokens that BertTokenizer and RobertaTokenizer give them.
// The file formats only; which of them a folder has is tokenizer.cpp's question.
#include "text/tokenizer_files.hpp"

#include <algorithm>
#include <charconv>

#include "text/added_token_json.hpp"
#include "text/json_cursor.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

/// Calls `line(text, number)` for each line, without its end; stops at the first error.
template <class F>
Result<void> each_line(std::string_view text, F&& line) {
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view one = text.substr(0, end);
    if (one.ends_with('\r')) one.remove_suffix(1);
    EMO_TRY(line(one, number++));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return {};
}

void add_specials(TokenizerSpec& spec, std::initializer_list<std::string_view> contents) {
  const auto entries = spec.vocabulary.entries();
  for (const std::string_view content : contents) {
    for (const auto& [piece, id] : entries) {
      if (piece != content) continue;
      AddedToken token;
      token.content = std::string(content);
      token.id = id;
      token.special = true;
      token.lstrip = content == "<mask>";  // as RobertaTokenizer defines it
      spec.added.push_back(std::move(token));
      break;
    }
  }
}

// Id of an added token, from a number or the name of a member; 0 and an error where it is none.
std::int32_t added_id(JsonCursor& in, std::int64_t id) {
  if (id < 0 || id > Vocabulary::kMaxId) in.fail("the id of an added token, 0.." + std::to_string(Vocabulary::kMaxId));
  return in.failed() ? 0 : static_cast<std::int32_t>(id);
}

// Those of the configuration join the special tokens that the class has anyway, with the flags that it gives them.
void join_added(const std::vector<AddedToken>& listed, TokenizerSpec& spec) {
  for (const AddedToken& token : listed) {
    const auto known = std::find_if(spec.added.begin(), spec.added.end(),
                                    [&](const AddedToken& other) { return other.content == token.content; });
    if (known == spec.added.end()) {
      spec.added.push_back(token);
    } else {
      *known = token;
    }
  }
}

/// The normaliser that BertTokenizer makes.
BertNormalizerSpec bert_normalizer(const TokenizerConfig& config) {
  const bool lowercase = config.do_lower_case.value_or(true);
  return {true, config.tokenize_chinese_chars.value_or(true), config.strip_accents.value_or(lowercase), lowercase};
}

}  // namespace

Result<TokenizerConfig> parse_tokenizer_config(std::string_view json) {
  EMO_TRY(validate_model_utf8(json, "tokenizer_config.json"));
  TokenizerConfig config;
  JsonCursor in(json);
  const auto flag = [&in](std::optional<bool>& out) {
    if (!in.null()) out = in.boolean();
  };
  in.each_member([&](std::string_view key) {
    if (key == "do_lower_case") {
      flag(config.do_lower_case);
    } else if (key == "tokenize_chinese_chars") {
      flag(config.tokenize_chinese_chars);
    } else if (key == "strip_accents") {
      flag(config.strip_accents);
    } else if (key == "add_prefix_space") {
      flag(config.add_prefix_space);
    } else if (key == "tokenizer_class" && in.peek() == '"') {
      const std::string name = in.string();
      config.any_model = name == "PreTrainedTokenizerFast" || name == "TokenizersBackend";
    } else if (key == "added_tokens_decoder") {
      in.each_member([&](std::string_view name) {
        std::int64_t id = -1;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), id);
        AddedToken token;
        token.id = added_id(in, parsed.ec == std::errc() && parsed.ptr == name.data() + name.size() ? id : -1);
        in.each_member([&](std::string_view member) {
          if (!read_added_token_member(in, member, token)) in.skip();
        });
        config.added.push_back(std::move(token));
      });
    } else {
      in.skip();
    }
  });
  if (const auto whole = in.finish(); !whole) return whole.error().at("tokenizer_config.json");
  return config;
}

void apply_config(const TokenizerConfig& config, TokenizerSpec& spec) {
  if (config.any_model) return;
  if (config.do_lower_case) {
    spec.bert = bert_normalizer(config);
  } else {
    if (config.tokenize_chinese_chars) spec.bert.handle_chinese_chars = *config.tokenize_chinese_chars;
    if (config.strip_accents) spec.bert.strip_accents = *config.strip_accents;
  }
  if (config.add_prefix_space) spec.byte_level.add_prefix_space = *config.add_prefix_space;
}

Result<std::vector<AddedToken>> parse_added_tokens(std::string_view json) {
  EMO_TRY(validate_model_utf8(json, "added_tokens.json"));
  std::vector<AddedToken> added;
  JsonCursor in(json);
  in.each_member([&](std::string_view content) {
    AddedToken token;
    token.content = std::string(content);
    token.id = added_id(in, in.integer());
    token.normalized = true;  // as those that were given without flags are
    added.push_back(std::move(token));
  });
  if (const auto whole = in.finish(); !whole) return whole.error().at("added_tokens.json");
  return added;
}

Result<TokenizerSpec> parse_vocab_txt(std::string_view text, const TokenizerConfig& config) {
  EMO_TRY(validate_model_utf8(text, "vocab.txt"));
  TokenizerSpec spec;
  const auto added = each_line(text, [&](std::string_view piece, std::size_t number) -> Result<void> {
    return spec.vocabulary.add(piece, static_cast<std::int64_t>(number));
  });
  if (!added) return added.error().at("vocab.txt");
  spec.model = TokenizerSpec::Model::kWordPiece;
  spec.unknown = "[UNK]";
  spec.bert = bert_normalizer(config);
  add_specials(spec, {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"});
  join_added(config.added, spec);
  if (auto complete = complete_spec(spec, "[CLS]", "[SEP]"); !complete) return complete.error().at("vocab.txt");
  return spec;
}

Result<TokenizerSpec> parse_vocab_and_merges(std::string_view vocab_json, std::string_view merges_txt,
                                             const TokenizerConfig& config) {
  EMO_TRY(validate_model_utf8(vocab_json, "vocab.json"));
  EMO_TRY(validate_model_utf8(merges_txt, "merges.txt"));
  TokenizerSpec spec;
  JsonCursor in(vocab_json);
  Result<void> added;
  in.each_member([&](std::string_view piece) {
    const std::int64_t id = in.integer();
    if (!in.failed() && added) added = spec.vocabulary.add(piece, id);
  });
  if (!added) return added.error().at("vocab.json");
  if (const auto whole = in.finish(); !whole) return whole.error().at("vocab.json");
  const auto merged = each_line(merges_txt, [&](std::string_view line, std::size_t number) -> Result<void> {
    if (line.empty() || (number == 0 && line.starts_with("#version"))) return {};
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos || line.find(' ', blank + 1) != std::string_view::npos) {
      return Error{ErrorCode::kInvalidModel, "line " + std::to_string(number + 1) + " does not have two parts"};
    }
    spec.merges.emplace_back(line.substr(0, blank), line.substr(blank + 1));
    return {};
  });
  if (!merged) return merged.error().at("merges.txt");
  spec.model = TokenizerSpec::Model::kBytePairEncoding;
  spec.byte_level.add_prefix_space = config.add_prefix_space.value_or(false);
  add_specials(spec, {"<s>", "<pad>", "</s>", "<unk>", "<mask>", "<|endoftext|>"});
  join_added(config.added, spec);
  if (auto complete = complete_spec(spec, {}, {}); !complete) return complete.error().at("vocab.json");
  return spec;
}

}  // namespace emo::text
