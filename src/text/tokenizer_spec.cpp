// Completing a tokenizer's description (ids of its special tokens) and writing it as tokenizer.json. Reading that file
// is tokenizer_json.cpp's; what is written here holds only what we read there.
#include "text/tokenizer_spec.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace emo::text {
namespace {

void write_string(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4U];
      out += kHex[static_cast<unsigned char>(c) & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

const char* word(bool value) {
  return value ? "true" : "false";
}

void write_added(std::string& out, const AddedToken& token) {
  out += "{\"id\":" + std::to_string(token.id) + ",\"content\":";
  write_string(out, token.content);
  out += std::string(",\"single_word\":") + word(token.single_word) + ",\"lstrip\":" + word(token.lstrip) +
         ",\"rstrip\":" + word(token.rstrip) + ",\"normalized\":" + word(token.normalized) +
         ",\"special\":" + word(token.special) + "}";
}

void write_template(std::string& out, const TokenizerSpec& spec) {
  const std::string_view first = spec.vocabulary.piece(spec.first_id), last = spec.vocabulary.piece(spec.last_id);
  const auto special = [&out](std::string_view token) {
    out += R"({"SpecialToken":{"id":)";
    write_string(out, token);
    out += R"(,"type_id":0}})";
  };
  const auto definition = [&out](std::string_view token, std::int32_t id) {
    write_string(out, token);
    out += ":{\"id\":";
    write_string(out, token);
    out += ",\"ids\":[" + std::to_string(id) + "],\"tokens\":[";
    write_string(out, token);
    out += "]}";
  };
  out += R"({"type":"TemplateProcessing","single":[)";
  special(first);
  out += R"(,{"Sequence":{"id":"A","type_id":0}},)";
  special(last);
  out += R"(],"pair":[)";
  special(first);
  out += R"(,{"Sequence":{"id":"A","type_id":0}},)";
  special(last);
  out += R"(,{"Sequence":{"id":"B","type_id":1}},)";
  special(last);
  out += R"(],"special_tokens":{)";
  definition(first, spec.first_id);
  if (last != first) {
    out += ',';
    definition(last, spec.last_id);
  }
  out += "}}";
}

void write_vocab(std::string& out, const TokenizerSpec& spec) {
  out += "{";
  bool comma = false;
  for (const auto& [piece, id] : spec.model_entries) {
    if (comma) out += ',';
    comma = true;
    write_string(out, piece);
    out += ':' + std::to_string(id);
  }
  out += "}";
}

}  // namespace

Result<void> complete_spec(TokenizerSpec& spec, const std::string& first, const std::string& last) {
  spec.vocabulary.finish();
  spec.model_entries = spec.vocabulary.entries();
  const std::size_t model_count = spec.model_entries.size();
  if (model_count == 0) return Error{ErrorCode::kInvalidModel, "the model has no vocabulary"};
  spec.pieces.build(spec.model_entries);

  // A token already in the model keeps the model's id, as in the reference.
  std::map<std::string, std::int32_t, std::less<>> outside;
  for (AddedToken& token : spec.added) {
    if (const std::int32_t id = spec.pieces.find(token.content); id != PieceTable::kMissing) {
      token.id = id;
    } else if (outside.emplace(token.content, token.id).second) {
      EMO_TRY(spec.vocabulary.add(token.content, token.id));
    }
  }
  if (!outside.empty()) {  // adding may have moved the pieces in memory
    spec.vocabulary.finish();
    spec.model_entries = spec.vocabulary.entries();
    spec.model_entries.resize(model_count);
    spec.pieces.build(spec.model_entries);
  }
  const auto find = [&](std::string_view content) -> std::optional<std::int32_t> {
    if (const std::int32_t id = spec.pieces.find(content); id != PieceTable::kMissing) return id;
    const auto found = outside.find(content);
    return found == outside.end() ? std::nullopt : std::optional(found->second);
  };
  const auto first_of = [&find](std::initializer_list<std::string_view> names) {
    std::optional<std::int32_t> id;
    for (const std::string_view name : names) {
      if (!id) id = find(name);
    }
    return id;
  };
  const auto begin = first.empty() ? first_of({"[CLS]", "<s>", "<|endoftext|>"}) : find(first);
  const auto end = last.empty() ? first_of({"[SEP]", "</s>", "<|endoftext|>"}) : find(last);
  if (!begin || !end) {
    return Error{ErrorCode::kInvalidModel, "the vocabulary has no '" + (begin ? last : first) +
                                               "' to put around a text; expected [CLS] and [SEP], or <s> and </s>"};
  }
  spec.first_id = *begin;
  spec.last_id = *end;
  const auto unknown = spec.unknown ? find(*spec.unknown) : first_of({"<unk>", "<|endoftext|>"});
  if (!unknown && spec.model == TokenizerSpec::Model::kWordPiece) {
    return Error{ErrorCode::kInvalidModel, "the unknown token '" + *spec.unknown + "' is not in the vocabulary"};
  }
  spec.unknown_id = unknown.value_or(spec.last_id);
  spec.pad_id = first_of({"[PAD]", "<pad>"}).value_or(0);
  if (spec.max_word_chars < 1 || spec.max_word_chars > TokenizerSpec::kMaxWordChars) {
    return Error{ErrorCode::kUnsupported, "max_input_chars_per_word is " + std::to_string(spec.max_word_chars) +
                                              "; expected 1.." + std::to_string(TokenizerSpec::kMaxWordChars)};
  }
  return {};
}

std::string write_tokenizer_json(const TokenizerSpec& spec) {
  // The tokenizers library gives ids in this order, whatever is stated.
  std::vector<AddedToken> added = spec.added;
  std::stable_sort(added.begin(), added.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  const bool word_piece = spec.model == TokenizerSpec::Model::kWordPiece;
  std::string out = R"({"version":"1.0","truncation":null,"padding":null,"added_tokens":[)";
  for (std::size_t i = 0; i < added.size(); ++i) {
    if (i > 0) out += ',';
    write_added(out, added[i]);
  }
  out += R"(],"normalizer":)";
  if (word_piece) {
    out += std::string(R"({"type":"BertNormalizer","clean_text":)") + word(spec.bert.clean_text) +
           ",\"handle_chinese_chars\":" + word(spec.bert.handle_chinese_chars) +
           ",\"strip_accents\":" + word(spec.bert.strip_accents) + ",\"lowercase\":" + word(spec.bert.lowercase) +
           R"(},"pre_tokenizer":{"type":"BertPreTokenizer"})";
  } else {
    out += std::string(R"(null,"pre_tokenizer":{"type":"ByteLevel","add_prefix_space":)") +
           word(spec.byte_level.add_prefix_space) +
           ",\"trim_offsets\":false,\"use_regex\":" + word(spec.byte_level.use_regex) + "}";
  }
  out += R"(,"post_processor":)";
  write_template(out, spec);
  out += word_piece ? R"(,"decoder":{"type":"WordPiece","prefix":)" : R"(,"decoder":{"type":"ByteLevel")";
  if (word_piece) {
    write_string(out, spec.continuing_prefix);
    out += ",\"cleanup\":true},\"model\":{\"type\":\"WordPiece\",\"unk_token\":";
    write_string(out, *spec.unknown);
    out += ",\"continuing_subword_prefix\":";
    write_string(out, spec.continuing_prefix);
    out += ",\"max_input_chars_per_word\":" + std::to_string(spec.max_word_chars) + ",\"vocab\":";
    write_vocab(out, spec);
    return out + "}}";
  }
  out += ",\"add_prefix_space\":true,\"trim_offsets\":true,\"use_regex\":true},\"model\":{\"type\":\"BPE\",";
  out += "\"dropout\":null,\"unk_token\":";
  if (spec.unknown) {
    write_string(out, *spec.unknown);
  } else {
    out += "null";
  }
  out += std::string(",\"continuing_subword_prefix\":null,\"end_of_word_suffix\":null,\"fuse_unk\":false,") +
         "\"byte_fallback\":false,\"ignore_merges\":" + word(spec.ignore_merges) + ",\"vocab\":";
  write_vocab(out, spec);
  out += ",\"merges\":[";
  for (std::size_t i = 0; i < spec.merges.size(); ++i) {
    out += i > 0 ? ",[" : "[";
    write_string(out, spec.merges[i].first);
    out += ',';
    write_string(out, spec.merges[i].second);
    out += ']';
  }
  return out + "]}}";
}

}  // namespace emo::text
