// Choosing and loading a tokenizer, and cutting long token sequences into windows.
#include "text/tokenizer.hpp"

#include <algorithm>
#include <utility>

#include "core/assert.hpp"
#include "io/file.hpp"
#include "text/tokenizer_spec.hpp"
#include "text/wordpiece.hpp"

namespace emo::text {

Result<std::unique_ptr<Tokenizer>> parse_tokenizer(std::string_view tokenizer_json) {
  EMO_ASSIGN(TokenizerSpec spec, parse_tokenizer_json(tokenizer_json));
  if (spec.model == TokenizerSpec::Model::kWordPiece) return make_wordpiece(std::move(spec));
  return Error{ErrorCode::kUnsupported, "model 'BPE' is not supported; expected WordPiece"};
}

Result<std::unique_ptr<Tokenizer>> load_tokenizer(const std::string& directory) {
  EMO_ASSIGN(const std::string json, io::read_file(directory + "/tokenizer.json", 256U << 20U));
  return parse_tokenizer(json);
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

}  // namespace emo::text
