// Reading Hugging Face's tokenizer.json into a TokenizerSpec. Everything that would change ids and is not supported is
// refused by name; truncation, padding and decoders do not change ids and are passed over.
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "text/added_token_json.hpp"
#include "text/json_cursor.hpp"
#include "text/tokenizer_spec.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

Error unsupported(std::string_view what, std::string_view name, std::string_view expected) {
  return {ErrorCode::kUnsupported,
          std::string(what) + " '" + std::string(name) + "' is not supported; expected " + std::string(expected)};
}

Error sentence_piece() {
  return {ErrorCode::kUnsupported,
          "model 'Unigram': SentencePiece is not read; expected a checkpoint with WordPiece or byte-level BPE"};
}

/// Collects the parts of the file in whatever order they come.
class SpecReader {
 public:
  explicit SpecReader(std::string_view json) : in_(json) {}

  Result<TokenizerSpec> read() {
    in_.each_member([this](std::string_view key) { top_level(key); });
    if (error_) return *error_;
    EMO_TRY(in_.finish());
    EMO_TRY(check_combination());
    spec_.ends_stated = !first_.empty();
    std::vector<AddedToken> stated = spec_.added;
    // As the library writes them; ours of before kept the order of the files they came from.
    std::stable_sort(stated.begin(), stated.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    EMO_TRY(complete_spec(spec_, first_, last_));
    EMO_TRY(check_added_ids(stated));
    EMO_TRY(check_end(first_, spec_.first_id));
    EMO_TRY(check_end(last_, spec_.last_id));
    return std::move(spec_);
  }

 private:
  void note(Error error) {
    if (!error_) error_ = std::move(error);
    in_.fail("");
  }

  void top_level(std::string_view key) {
    if (key == "model") {
      model();
    } else if (key == "added_tokens") {
      in_.each_element([this](std::size_t) { added_token(); });
    } else if (key == "normalizer") {
      if (!in_.null()) normalizer();
    } else if (key == "pre_tokenizer") {
      if (!in_.null()) pre_tokenizer();
    } else if (key == "post_processor") {
      if (!in_.null()) post_processor();
    } else {
      in_.skip();
    }
  }

  // --- model ---
  void model() {
    in_.each_member([this](std::string_view key) {
      if (key == "type") {
        model_type_ = in_.string();
      } else if (key == "vocab") {
        vocab();
      } else if (key == "merges") {
        has_merges_ = true;
        in_.each_element([this](std::size_t rank) { merge(rank); });
      } else if (key == "unk_token") {
        if (!in_.null()) spec_.unknown = in_.string();
      } else if (key == "continuing_subword_prefix") {
        if (!in_.null()) continuing_ = in_.string();
      } else if (key == "end_of_word_suffix") {
        if (!in_.null()) suffix_ = in_.string();
      } else if (key == "max_input_chars_per_word") {
        spec_.max_word_chars = in_.integer();
      } else if (key == "ignore_merges") {
        spec_.ignore_merges = in_.boolean();
      } else if (key == "fuse_unk") {
        spec_.fuse_unknown = in_.boolean();
      } else if (key == "byte_fallback") {
        byte_fallback_ = in_.boolean();
      } else if (key == "dropout") {
        if (!in_.null() && in_.number() != 0 && !in_.failed())
          note(unsupported("model option", "dropout", "null or 0"));
      } else {
        in_.skip();
      }
    });
  }

  void vocab() {
    if (in_.peek() == '[') return note(sentence_piece());
    in_.each_member([this](std::string_view piece) {
      const std::int64_t id = in_.integer();
      if (in_.failed()) return;
      if (auto added = spec_.vocabulary.add(piece, id); !added) note(added.error());
    });
  }

  void merge(std::size_t rank) {
    std::pair<std::string, std::string> pair;
    if (in_.peek() == '[') {
      std::size_t parts = 0;
      in_.each_element([&](std::size_t i) {
        (i == 0 ? pair.first : pair.second) = in_.string();
        parts = i + 1;
      });
      if (parts != 2) return note(bad_merge(rank));
    } else {
      const std::string line = in_.string();
      const std::size_t blank = line.find(' ');
      if (blank == std::string::npos || line.find(' ', blank + 1) != std::string::npos) {
        return in_.failed() ? void() : note(bad_merge(rank));
      }
      pair = {line.substr(0, blank), line.substr(blank + 1)};
    }
    spec_.merges.push_back(std::move(pair));
  }

  static Error bad_merge(std::size_t rank) {
    return {ErrorCode::kInvalidModel, "merge " + std::to_string(rank) + " does not have two parts"};
  }

  // --- added tokens ---
  void added_token() {
    AddedToken token;
    std::int64_t id = -1;
    in_.each_member([&](std::string_view key) {
      if (read_added_token_member(in_, key, token)) return;
      if (key == "id") {
        id = in_.integer();
      } else {
        in_.skip();
      }
    });
    if (in_.failed()) return;
    if (id < 0 || id > Vocabulary::kMaxId) {
      return note({ErrorCode::kInvalidModel, "added token '" + token.content + "' has id " + std::to_string(id) +
                                                 "; expected 0.." + std::to_string(Vocabulary::kMaxId)});
    }
    token.id = static_cast<std::int32_t>(id);
    spec_.added.push_back(std::move(token));
  }

  // --- normalizer and pre-tokenizer ---
  /// Reads the first element of the array here by `read`; false when there are others.
  template <class F>
  bool only_element(F read) {
    std::size_t count = 0;
    in_.each_element([&](std::size_t i) {
      count = i + 1;
      if (i == 0) return read();
      in_.skip();
    });
    return count <= 1;
  }

  void normalizer() {
    bool alone = false;
    std::optional<bool> strip;
    std::string type;
    BertNormalizerSpec bert;
    in_.each_member([&](std::string_view key) {
      if (key == "type") {
        type = in_.string();
      } else if (key == "clean_text") {
        bert.clean_text = in_.boolean();
      } else if (key == "handle_chinese_chars") {
        bert.handle_chinese_chars = in_.boolean();
      } else if (key == "strip_accents") {
        if (!in_.null()) strip = in_.boolean();
      } else if (key == "lowercase") {
        bert.lowercase = in_.boolean();
      } else if (key == "normalizers" && in_.peek() == '[') {
        alone = only_element([this] { normalizer(); });
      } else {
        in_.skip();
      }
    });
    if (in_.failed() || (type == "Sequence" && alone)) return;
    normalizer_ = std::move(type);
    bert.strip_accents = strip.value_or(bert.lowercase);
    spec_.bert = bert;
    has_normalizer_ = true;
  }

  void pre_tokenizer() {
    bool alone = false;
    std::string type;
    in_.each_member([&](std::string_view key) {
      if (key == "type") {
        type = in_.string();
      } else if (key == "add_prefix_space") {
        spec_.byte_level.add_prefix_space = in_.boolean();
      } else if (key == "use_regex") {
        spec_.byte_level.use_regex = in_.boolean();
      } else if (key == "pretokenizers" && in_.peek() == '[') {
        alone = only_element([this] { pre_tokenizer(); });
      } else {
        in_.skip();
      }
    });
    if (type != "Sequence" || !alone) pre_tokenizer_ = std::move(type);
  }

  // --- post-processor: which tokens stand around a text ---
  void post_processor() {
    in_.each_member([this](std::string_view key) {
      if (key == "cls" || key == "sep") {
        std::string& content = key == "cls" ? first_ : last_;
        if (!content.empty()) return note(two_that_add());
        in_.each_element([&](std::size_t i) {
          if (i == 0) {
            content = in_.string();
          } else {
            const std::int64_t id = in_.integer();  // once where both ends are the same token
            if (end_ids_[content] != std::vector<std::int64_t>{id}) end_ids_[content].push_back(id);
          }
        });
      } else if (key == "single" && in_.peek() == '[') {
        if (!first_.empty() || !last_.empty()) return note(two_that_add());
        bool behind = false;
        in_.each_element([&](std::size_t) { template_part(behind); });
      } else if (key == "special_tokens" && in_.peek() == '{') {
        in_.each_member([this](std::string_view name) { template_token(std::string(name)); });
      } else if (key == "processors" && in_.peek() == '[') {
        in_.each_element([this](std::size_t) { post_processor(); });
      } else {
        in_.skip();
      }
    });
  }

  void template_part(bool& behind) {
    in_.each_member([&](std::string_view kind) {
      if (kind == "Sequence") {
        if (behind) return note(text_once());
        behind = true;
      }
      if (kind != "SpecialToken" && kind != "Sequence") return in_.skip();
      const bool token = kind == "SpecialToken";  // `kind` is gone after the next read
      in_.each_member([&](std::string_view key) {
        if (key == "type_id") return token_type(in_.integer());
        if (key != "id") return in_.skip();
        if (!token) return template_text(in_.string());
        std::string& content = behind ? last_ : first_;
        if (!content.empty()) return note(unsupported("post-processor template", content, "one token on each side"));
        content = in_.string();
      });
    });
  }

  void template_text(const std::string& which) {
    if (which != "A") note(unsupported("post-processor template with text", which, "A in \"single\""));
  }

  /// A model is given none: each of its tokens counts as of the first of two texts.
  void token_type(std::int64_t id) {
    if (id != 0) note(unsupported("post-processor template with type_id", std::to_string(id), "0 in \"single\""));
  }

  void template_token(const std::string& name) {
    in_.each_member([&](std::string_view key) {
      if (key != "ids" || in_.peek() != '[') return in_.skip();
      in_.each_element([&](std::size_t) { end_ids_[name].push_back(in_.integer()); });
    });
  }

  static Error text_once() {
    return {ErrorCode::kUnsupported, "the post-processor template has the text twice; expected $A once in \"single\""};
  }

  static Error no_pre_tokenizer(std::string_view expected) {
    return {ErrorCode::kUnsupported, "there is no pre-tokenizer; expected " + std::string(expected)};
  }

  static Error two_that_add() {
    return unsupported("post-processor", "Sequence", "one that puts tokens around a text");
  }

  /// The library gives a token that is not of the model the next free id, whatever the file says.
  [[nodiscard]] Result<void> check_added_ids(const std::vector<AddedToken>& stated) const {
    std::int64_t next = static_cast<std::int64_t>(spec_.model_entries.size());
    std::map<std::string_view, std::int64_t> given;
    for (const AddedToken& token : stated) {
      if (spec_.pieces.find(token.content) != PieceTable::kMissing) {
        next = std::max<std::int64_t>(next, std::int64_t{spec_.pieces.find(token.content)} + 1);
        continue;
      }
      const auto [known, fresh] = given.try_emplace(token.content, next);
      if (fresh) ++next;
      if (known->second == token.id) continue;
      return Error{ErrorCode::kUnsupported, "added token '" + token.content + "' has id " + std::to_string(token.id) +
                                                ", expected " + std::to_string(known->second) +
                                                ", which the tokenizers library gives it"};
    }
    return {};
  }

  /// The post-processor has ids of its own, which count, not those of the vocabulary.
  Result<void> check_end(const std::string& content, std::int64_t id) const {
    const auto stated = end_ids_.find(content);
    if (content.empty() || stated == end_ids_.end() || stated->second == std::vector<std::int64_t>{id}) return {};
    std::string ids;
    for (const std::int64_t other : stated->second) ids += (ids.empty() ? "" : ", ") + std::to_string(other);
    return Error{ErrorCode::kUnsupported, "the post-processor gives '" + content + "' the ids [" + ids +
                                              "]; expected its id in the vocabulary, " + std::to_string(id)};
  }

  Result<void> check_combination() {
    if (first_.empty() != last_.empty()) {
      return unsupported("post-processor with only", first_ + last_, "one token on each side");
    }
    if (model_type_.empty()) model_type_ = has_merges_ ? "BPE" : "WordPiece";  // files older than the "type" field
    if (model_type_ == "Unigram") return sentence_piece();
    // Not where it is read: the model comes behind it in the file, and says more about why this is no BERT.
    if (has_normalizer_ && normalizer_ != "BertNormalizer") {
      return unsupported("normalizer", normalizer_, "BertNormalizer or null");
    }
    if (model_type_ == "WordPiece") {
      spec_.model = TokenizerSpec::Model::kWordPiece;
      if (pre_tokenizer_.empty()) return no_pre_tokenizer("BertPreTokenizer with a WordPiece model");
      if (pre_tokenizer_ != "BertPreTokenizer") {
        return unsupported("pre-tokenizer", pre_tokenizer_, "BertPreTokenizer with a WordPiece model");
      }
      if (!has_normalizer_) spec_.bert = {false, false, false, false};
      spec_.continuing_prefix = continuing_.value_or("##");
      if (!spec_.unknown) spec_.unknown = "[UNK]";
      return {};
    }
    if (model_type_ != "BPE") return unsupported("model", model_type_, "WordPiece or BPE");
    spec_.model = TokenizerSpec::Model::kBytePairEncoding;
    if (pre_tokenizer_.empty()) return no_pre_tokenizer("ByteLevel with a BPE model");
    if (pre_tokenizer_ != "ByteLevel")
      return unsupported("pre-tokenizer", pre_tokenizer_, "ByteLevel with a BPE model");
    if (has_normalizer_) return unsupported("normalizer", "BertNormalizer", "null with a BPE model");
    if (byte_fallback_) return unsupported("model option", "byte_fallback", "false");
    if (!continuing_.value_or("").empty()) return unsupported("continuing_subword_prefix", *continuing_, "none");
    if (!suffix_.empty()) return unsupported("end_of_word_suffix", suffix_, "none");
    return {};
  }

  JsonCursor in_;
  TokenizerSpec spec_;
  std::optional<Error> error_;
  std::string model_type_, normalizer_, pre_tokenizer_, first_, last_, suffix_;
  std::optional<std::string> continuing_;
  std::map<std::string, std::vector<std::int64_t>, std::less<>> end_ids_;
  bool has_merges_ = false, has_normalizer_ = false, byte_fallback_ = false;
};

}  // namespace

Result<TokenizerSpec> parse_tokenizer_json(std::string_view json) {
  EMO_TRY(validate_model_utf8(json, "tokenizer.json"));
  auto spec = SpecReader(json).read();
  if (!spec) return spec.error().at("tokenizer.json");
  return spec;
}

}  // namespace emo::text
