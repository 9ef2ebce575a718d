// Which of two files is believed, and what is said about it. Reading them is tokenizer_json's and tokenizer_files'.
#include "text/tokenizer_agreement.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

#include "core/joined.hpp"
#include "core/quote.hpp"

namespace emo::text {
namespace {

const AddedToken* find_token(const std::vector<AddedToken>& tokens, std::string_view content) {
  const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const auto& t) { return t.content == content; });
  return found == tokens.end() ? nullptr : &*found;
}

bool is_known(const TokenizerSpec& spec, std::string_view content) {
  return find_token(spec.added, content) != nullptr || spec.pieces.find(content) != PieceTable::kMissing;
}

bool is_named(const TokenizerConfig& config, std::string_view content) {
  return std::any_of(config.named.begin(), config.named.end(), [&](const auto& one) { return one.second == content; });
}

/// Values of tokenizer.json beside those of a class.
class Compared {
 public:
  void add(std::string_view name, const std::string& ours, const std::string& usual) {
    if (ours == usual) return;
    const std::string between = ours_.empty() ? "" : ", ";
    ours_ += between + std::string(name) + " " + ours;
    usual_ += between + usual;
  }
  void add(std::string_view name, bool ours, bool usual) {
    add(name, std::string(ours ? "true" : "false"), std::string(usual ? "true" : "false"));
  }

  /// Empty: none differs.
  [[nodiscard]] std::string line(const std::string& behind, const std::string& advice) const {
    if (ours_.empty()) return {};
    return "tokenizer.json has " + ours_ + behind + ": it is kept, where transformers takes its class's default (" +
           usual_ + ")" + advice;
  }

 private:
  std::string ours_, usual_;
};

/// What tokenizer_config.json has members for.
std::string stated_line(const TokenizerConfig& config, const TokenizerSpec& spec) {
  Compared flags;
  if (spec.model == TokenizerSpec::Model::kWordPiece) {
    const BertNormalizerSpec usual = bert_normalizer(config);
    flags.add("do_lower_case", spec.bert.lowercase, usual.lowercase);
    flags.add("tokenize_chinese_chars", spec.bert.handle_chinese_chars, usual.handle_chinese_chars);
    flags.add("strip_accents", spec.bert.strip_accents, usual.strip_accents);
  } else if (config.tokenizer_class != "XLMRobertaTokenizer" && config.tokenizer_class != "CamembertTokenizer") {
    flags.add("add_prefix_space", spec.byte_level.add_prefix_space, config.add_prefix_space.value_or(false));
  }
  return flags.line(", which tokenizer_config.json does not state", "; state it there to have it either way");
}

/// What it has none for.
std::string class_line(const TokenizerSpec& spec) {
  const TokenizerSpec usual;
  Compared values;
  if (spec.model == TokenizerSpec::Model::kWordPiece) {
    values.add("clean_text", spec.bert.clean_text, usual.bert.clean_text);
    values.add("max_input_chars_per_word", std::to_string(spec.max_word_chars), std::to_string(usual.max_word_chars));
    values.add("continuing_subword_prefix", core::quoted(spec.continuing_prefix),
               core::quoted(usual.continuing_prefix));
  } else {
    values.add("use_regex", spec.byte_level.use_regex, usual.byte_level.use_regex);
  }
  return values.line("", "");
}

/// Special tokens that `config` names otherwise than tokenizer.json uses them.
std::optional<std::string> role_line(const TokenizerConfig& config, std::string_view name, std::string_view used,
                                     std::string_view how) {
  const auto stated = config.named.find(name);
  if (stated == config.named.end() || stated->second == used) return std::nullopt;
  return "tokenizer_config.json names " + core::quoted(stated->second) + " as " + std::string(name) +
         ", tokenizer.json has " + core::quoted(used) + " " + std::string(how) +
         ": that is kept, where transformers 5 takes the other";
}

std::optional<std::string> flags_line(const AddedToken& beside, const TokenizerSpec& spec) {
  const AddedToken* own = find_token(spec.added, beside.content);
  const auto flags = [](const AddedToken& token) {
    return std::array{token.lstrip, token.rstrip, token.single_word, token.normalized};
  };
  if (own == nullptr || flags(*own) == flags(beside)) return std::nullopt;
  return "the token " + core::quoted(beside.content) +
         " has other flags in added_tokens_decoder of tokenizer_config.json than in tokenizer.json, which is followed, "
         "where transformers takes the other";
}

/// Tokens that the configuration makes tokens of their own and tokenizer.json does not, the usual marks left out, which
/// stand in no text.
std::string own_tokens_line(const TokenizerConfig& config, const TokenizerSpec& spec) {
  constexpr std::string_view kMarks[] = {"[PAD]", "[UNK]", "[CLS]", "[SEP]",  "[MASK]",       "<s>",
                                         "</s>",  "<pad>", "<unk>", "<mask>", "<|endoftext|>"};
  std::vector<std::string> names;
  for (const auto* tokens : {&config.added, &config.specials}) {
    for (const AddedToken& token : *tokens) {
      const bool usual = std::find(std::begin(kMarks), std::end(kMarks), token.content) != std::end(kMarks);
      std::string name = core::quoted(token.content);
      if (usual || find_token(spec.added, token.content) != nullptr) continue;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
  if (names.empty()) return {};
  return "transformers finds " + core::joined(names) +
         " in texts as tokens of their own, as what stands beside tokenizer.json says; tokenizer.json does not, and is "
         "followed";
}

}  // namespace

void apply_config(const TokenizerConfig& config, TokenizerSpec& spec) {
  if (config.any_model) return;
  if (config.do_lower_case) {
    const bool clean_text = spec.bert.clean_text;  // for which there is no member
    spec.bert = bert_normalizer(config);
    spec.bert.clean_text = clean_text;
  } else {
    if (config.tokenize_chinese_chars) spec.bert.handle_chinese_chars = *config.tokenize_chinese_chars;
    if (config.strip_accents) spec.bert.strip_accents = *config.strip_accents;
  }
  if (config.add_prefix_space) spec.byte_level.add_prefix_space = *config.add_prefix_space;
}

Result<void> check_added(const TokenizerConfig& config, const TokenizerSpec& spec) {
  const auto missing = [&](const AddedToken& token) { return !is_known(spec, token.content); };
  auto lacking = std::find_if(config.added.begin(), config.added.end(), missing);
  if (lacking == config.added.end()) {
    // One that is only named, as a padding token may be, is told by differences().
    lacking = std::find_if(config.specials.begin(), config.specials.end(),
                           [&](const auto& token) { return missing(token) && !is_named(config, token.content); });
    if (lacking == config.specials.end()) return {};
  }
  return Error{ErrorCode::kUnsupported, "the token " + core::quoted(lacking->content) +
                                            " is added beside tokenizer.json, which lacks it: save the tokenizer again "
                                            "(save_pretrained), so that it has all of them"};
}

std::vector<std::string> differences(const TokenizerConfig& config, const TokenizerSpec& spec) {
  std::vector<std::string> lines;
  if (!config.any_model) {
    for (std::string& line : std::vector<std::string>{stated_line(config, spec), class_line(spec)}) {
      if (!line.empty()) lines.push_back(std::move(line));
    }
    for (const AddedToken& token : config.added) {
      if (config.added_are_old) break;  // they have no flags
      if (auto line = flags_line(token, spec)) lines.push_back(std::move(*line));
    }
    if (spec.ends_stated) {
      for (auto& line : {role_line(config, "cls_token", spec.vocabulary.piece(spec.first_id), "before a text"),
                         role_line(config, "sep_token", spec.vocabulary.piece(spec.last_id), "behind it")}) {
        if (line) lines.push_back(*line);
      }
    }
  }
  if (auto line = own_tokens_line(config, spec); !line.empty()) lines.push_back(std::move(line));
  if (auto line = role_line(config, "unk_token", spec.vocabulary.piece(spec.unknown_id), "for what is unknown")) {
    lines.push_back(std::move(*line));
  }
  return lines;
}

}  // namespace emo::text
