// Choosing and loading a tokenizer, and cutting long token sequences into windows. Ids are made in wordpiece.cpp and
// byte_level_bpe.cpp; how the answers for the windows become one is pipeline/window_aggregation's.
#include "text/tokenizer.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/assert.hpp"
#include "io/file.hpp"
#include "text/byte_level_bpe.hpp"
#include "text/tokenizer_agreement.hpp"
#include "text/tokenizer_files.hpp"
#include "text/tokenizer_spec.hpp"
#include "text/wordpiece.hpp"

namespace emo::text {

namespace {

constexpr std::uint64_t kMaxFileBytes = 256U << 20U;

Result<std::unique_ptr<Tokenizer>> make_tokenizer(TokenizerSpec spec) {
  if (spec.model == TokenizerSpec::Model::kWordPiece) return make_wordpiece(std::move(spec));
  return make_byte_level_bpe(std::move(spec));
}

/// The same of what was read in `directory`, which errors then name.
Result<std::unique_ptr<Tokenizer>> make_tokenizer(Result<TokenizerSpec> spec, const std::string& directory) {
  if (!spec) return spec.error().at(directory);
  auto tokenizer = make_tokenizer(std::move(*spec));
  if (!tokenizer) return tokenizer.error().at(directory);
  return tokenizer;
}

bool is_file(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

/// What older versions of transformers write beside tokenizer_config.json.
Result<void> read_older_files(const std::string& directory, TokenizerConfig& config) {
  if (const std::string path = directory + "/added_tokens.json"; config.added.empty() && is_file(path)) {
    EMO_ASSIGN(const std::string json, io::read_file(path, kMaxFileBytes));
    auto added = parse_added_tokens(json);
    if (!added) return added.error().at(directory);
    config.added = std::move(*added);
    config.added_are_old = true;
  }
  const bool lists_tokens = !config.added.empty() && !config.added_are_old;
  if (const std::string path = directory + "/special_tokens_map.json"; !lists_tokens && is_file(path)) {
    EMO_ASSIGN(const std::string json, io::read_file(path, kMaxFileBytes));
    if (const auto read = parse_special_tokens(json, config); !read) return read.error().at(directory);
  }
  if (const std::string path = directory + "/config.json"; config.tokenizer_class.empty() && is_file(path)) {
    EMO_ASSIGN(const std::string json, io::read_file(path, kMaxFileBytes));
    if (const auto read = parse_model_class(json, config); !read) return read.error().at(directory);
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Tokenizer>> parse_tokenizer(std::string_view tokenizer_json) {
  EMO_ASSIGN(TokenizerSpec spec, parse_tokenizer_json(tokenizer_json));
  return make_tokenizer(std::move(spec));
}

Result<std::unique_ptr<Tokenizer>> load_tokenizer(const std::string& directory, std::vector<std::string>* told) {
  const auto path = [&directory](const char* file) { return directory + "/" + file; };
  TokenizerConfig config;
  if (is_file(path("tokenizer_config.json"))) {
    EMO_ASSIGN(const std::string json, io::read_file(path("tokenizer_config.json"), kMaxFileBytes));
    auto parsed = parse_tokenizer_config(json);
    if (!parsed) return parsed.error().at(directory);
    config = std::move(*parsed);
  }
  if (is_file(path("tokenizer.json"))) {
    EMO_ASSIGN(const std::string json, io::read_file(path("tokenizer.json"), kMaxFileBytes));
    auto spec = parse_tokenizer_json(json);
    if (!spec) return spec.error().at(directory);
    EMO_TRY(read_older_files(directory, config));
    if (const auto checked = check_added(config, *spec); !checked) return checked.error().at(directory);
    apply_config(config, *spec);
    if (told != nullptr) std::ranges::move(differences(config, *spec), std::back_inserter(*told));
    return make_tokenizer(std::move(spec), directory);
  }
  if (is_file(path("bpe.codes"))) {
    return Error{ErrorCode::kUnsupported, path("bpe.codes") +
                                              ": BPE of words (fastBPE, as of bertweet) is not read; expected "
                                              "a checkpoint with WordPiece or byte-level BPE"};
  }
  EMO_TRY(read_older_files(directory, config));
  if (is_file(path("vocab.txt"))) {
    EMO_ASSIGN(const std::string vocab, io::read_file(path("vocab.txt"), kMaxFileBytes));
    return make_tokenizer(parse_vocab_txt(vocab, config), directory);
  }
  if (is_file(path("vocab.json")) && is_file(path("merges.txt"))) {
    EMO_ASSIGN(const std::string vocab, io::read_file(path("vocab.json"), kMaxFileBytes));
    EMO_ASSIGN(const std::string merges, io::read_file(path("merges.txt"), kMaxFileBytes));
    return make_tokenizer(parse_vocab_and_merges(vocab, merges, config), directory);
  }
  for (const char* model : {"sentencepiece.bpe.model", "spiece.model", "spm.model", "tokenizer.model"}) {
    if (!is_file(path(model))) continue;
    return Error{ErrorCode::kUnsupported,
                 path(model) + ": SentencePiece is not read; expected a checkpoint with WordPiece or byte-level BPE"};
  }
  return Error{ErrorCode::kNotFound,
               directory + ": no tokenizer; expected tokenizer.json, or vocab.txt, or vocab.json and merges.txt"};
}

std::vector<TokenRange> split_windows(std::size_t tokens, std::size_t window, std::size_t overlap) {
  EMO_ASSERT(window > overlap);
  if (tokens <= window) return {{0, tokens}};
  std::vector<TokenRange> ranges;
  for (std::size_t begin = 0;; begin += window - overlap) {
    if (begin + window >= tokens) {
      ranges.push_back({tokens - window, tokens});
      return ranges;
    }
    ranges.push_back({begin, begin + window});
  }
}

std::size_t new_tokens(std::span<const TokenRange> windows, std::size_t index) {
  const std::size_t seen = index == 0 ? 0 : windows[index - 1].end;
  return windows[index].end - std::max(seen, windows[index].begin);
}

void window_ids(std::span<const std::int32_t> ids, const TokenRange& window, std::vector<std::int32_t>& out) {
  out.clear();
  out.reserve(window.end - window.begin + 2);
  out.push_back(ids.front());
  // ids[0] is the first special token, so token i of the text is ids[i + 1].
  const auto tokens = ids.subspan(window.begin + 1, window.end - window.begin);
  out.insert(out.end(), tokens.begin(), tokens.end());
  out.push_back(ids.back());
}

}  // namespace emo::text
