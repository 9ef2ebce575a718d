// vocab.txt and vocab.json + merges.txt, with the special tokens that BertTokenizer and RobertaTokenizer give them.
// The file formats only; which of them a folder has is tokenizer.cpp's question.
#include "text/tokenizer_files.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

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

void add_specials(TokenizerSpec& spec, const std::vector<std::string>& contents) {
  const auto entries = spec.vocabulary.entries();
  for (const std::string& content : contents) {
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

// Those that the configuration calls special: of the vocabulary or added to it, anything else would get an id behind
// all of the model's. Their flags count unless `added_tokens_decoder` lists the token.
void join_specials(const TokenizerConfig& config, TokenizerSpec& spec) {
  const auto has = [](const std::vector<AddedToken>& tokens, const std::string& content) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const AddedToken& token) { return token.content == content; });
  };
  for (AddedToken token : config.specials) {
    if (!config.added_are_old && has(config.added, token.content)) continue;
    const auto known = std::find_if(spec.added.begin(), spec.added.end(),
                                    [&](const AddedToken& other) { return other.content == token.content; });
    if (known != spec.added.end()) {
      token.id = known->id;
      *known = token;
      continue;
    }
    add_specials(spec, {token.content});
    if (has(spec.added, token.content)) {
      token.id = spec.added.back().id;
      spec.added.back() = token;
    }
  }
}

// A string, or an object with flags. As transformers makes them: `lstrip` of a mask is RobertaTokenizer's.
void read_special(JsonCursor& in, TokenizerConfig& config, const std::string& name) {
  if (in.null()) return;
  AddedToken token;
  if (in.peek() == '"') {
    token.content = in.string();
    token.lstrip = token.content == "<mask>";
  } else {
    in.each_member([&](std::string_view member) {
      if (!read_added_token_member(in, member, token)) in.skip();
    });
  }
  token.special = true;
  std::erase_if(config.specials, [&](const AddedToken& other) { return other.content == token.content; });
  if (!name.empty()) config.named.insert_or_assign(name, token.content);
  config.specials.push_back(std::move(token));
}

// Reads the member `key`, which `in` stands at, where it is about special tokens.
bool read_special_member(JsonCursor& in, std::string_view key, TokenizerConfig& config) {
  constexpr std::string_view kNames[] = {"bos_token", "eos_token", "unk_token", "sep_token",
                                         "pad_token", "cls_token", "mask_token"};
  if (std::find(std::begin(kNames), std::end(kNames), key) != std::end(kNames) &&
      (in.peek() == '"' || in.peek() == '{' || in.peek() == 'n')) {
    read_special(in, config, std::string(key));
    return true;
  }
  if ((key != "additional_special_tokens" && key != "extra_special_tokens") || in.peek() != '[') return false;
  in.each_element([&](std::size_t) { read_special(in, config, {}); });
  return true;
}

std::string without_fast(std::string name) {
  if (name.ends_with("Fast")) name.resize(name.size() - 4);
  return name;
}

Result<void> check_class(const TokenizerConfig& config, std::initializer_list<std::string_view> known,
                         std::string_view files) {
  if (config.tokenizer_class.empty() || config.any_model) return {};
  std::string expected;
  for (const std::string_view name : known) {
    if (config.tokenizer_class == name) return {};
    expected += std::string(name) + ", ";
  }
  return Error{ErrorCode::kUnsupported, "tokenizer_class '" + config.tokenizer_class + "' with " + std::string(files) +
                                            " is not supported; expected " + expected + "or a tokenizer.json"};
}

/// The content of the special token `name`: what is stated, else what its class has.
std::string named(const TokenizerConfig& config, std::string_view name, std::string_view usual) {
  const auto stated = config.named.find(name);
  return stated != config.named.end() ? stated->second : std::string(usual);
}

}  // namespace

BertNormalizerSpec bert_normalizer(const TokenizerConfig& config) {
  const bool lowercase = config.do_lower_case.value_or(true);
  return {true, config.tokenize_chinese_chars.value_or(true), config.strip_accents.value_or(lowercase), lowercase};
}

Result<TokenizerConfig> parse_tokenizer_config(std::string_view json) {
  EMO_TRY(validate_model_utf8(json, "tokenizer_config.json"));
  TokenizerConfig config;
  bool splits_specials = false;
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
    } else if (key == "split_special_tokens") {
      if (!in.null()) splits_specials = in.boolean();
    } else if (key == "tokenizer_class" && in.peek() == '"') {
      const std::string name = in.string();
      config.any_model = name == "PreTrainedTokenizerFast" || name == "TokenizersBackend";
      config.tokenizer_class = without_fast(name);
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
    } else if (!read_special_member(in, key, config)) {
      in.skip();
    }
  });
  if (const auto whole = in.finish(); !whole) return whole.error().at("tokenizer_config.json");
  if (splits_specials) {
    return Error{ErrorCode::kUnsupported,
                 "tokenizer_config.json: split_special_tokens is true, expected false: special tokens that stand in a "
                 "text are found, not cut"};
  }
  return config;
}

Result<void> parse_special_tokens(std::string_view json, TokenizerConfig& config) {
  EMO_TRY(validate_model_utf8(json, "special_tokens_map.json"));
  JsonCursor in(json);
  in.each_member([&](std::string_view key) {
    if (!read_special_member(in, key, config)) in.skip();
  });
  if (const auto whole = in.finish(); !whole) return whole.error().at("special_tokens_map.json");
  return {};
}

Result<void> parse_model_class(std::string_view json, TokenizerConfig& config) {
  EMO_TRY(validate_model_utf8(json, "config.json"));
  JsonCursor in(json);
  std::string stated, model;
  in.each_member([&](std::string_view key) {
    if ((key == "tokenizer_class" || key == "model_type") && in.peek() == '"') {
      std::string& member = key == "model_type" ? model : stated;
      member = in.string();
    } else {
      in.skip();
    }
  });
  if (const auto whole = in.finish(); !whole) return whole.error().at("config.json");
  if (config.tokenizer_class.empty()) config.tokenizer_class = without_fast(stated);
  if (config.tokenizer_class.empty() && model == "mpnet") config.tokenizer_class = "MPNetTokenizer";
  return {};
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
  EMO_TRY(check_class(config,
                      {"BertTokenizer", "DistilBertTokenizer", "ElectraTokenizer", "MPNetTokenizer",
                       "MobileBertTokenizer", "SqueezeBertTokenizer", "ConvBertTokenizer", "LayoutLMTokenizer"},
                      "vocab.txt"));
  TokenizerSpec spec;
  const auto added = each_line(text, [&](std::string_view piece, std::size_t number) -> Result<void> {
    return spec.vocabulary.add(piece, static_cast<std::int64_t>(number));
  });
  if (!added) return added.error().at("vocab.txt");
  spec.model = TokenizerSpec::Model::kWordPiece;
  const bool mpnet = config.tokenizer_class == "MPNetTokenizer";  // its vocabulary has BERT's marks as well
  spec.unknown = named(config, "unk_token", "[UNK]");
  spec.bert = bert_normalizer(config);
  const std::string first = named(config, "cls_token", mpnet ? "<s>" : "[CLS]");
  const std::string last = named(config, "sep_token", mpnet ? "</s>" : "[SEP]");
  add_specials(spec, {named(config, "pad_token", mpnet ? "<pad>" : "[PAD]"), *spec.unknown, first, last,
                      named(config, "mask_token", mpnet ? "<mask>" : "[MASK]")});
  join_added(config.added, spec);
  join_specials(config, spec);
  if (auto complete = complete_spec(spec, first, last); !complete) return complete.error().at("vocab.txt");
  return spec;
}

Result<TokenizerSpec> parse_vocab_and_merges(std::string_view vocab_json, std::string_view merges_txt,
                                             const TokenizerConfig& config) {
  EMO_TRY(check_class(config, {"RobertaTokenizer", "BartTokenizer", "LongformerTokenizer", "DebertaTokenizer"},
                      "vocab.json and merges.txt"));
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
  join_specials(config, spec);
  if (auto complete = complete_spec(spec, named(config, "cls_token", {}), named(config, "sep_token", {})); !complete) {
    return complete.error().at("vocab.json");
  }
  return spec;
}

}  // namespace emo::text
