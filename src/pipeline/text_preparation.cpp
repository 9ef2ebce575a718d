// UTF-8 check -> normaliser -> tokenizer -> windows, for one text. Knows nothing of models or probabilities; how the
// windows' answers become one is window_aggregation.cpp's.
#include "pipeline/text_preparation.hpp"

#include <string>

#include "text/char_class.hpp"
#include "text/language.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace emo::pipeline {
namespace {

bool is_punctuation(std::string_view piece) {
  for (std::size_t pos = 0; pos < piece.size();) {
    if ((text::char_bits(text::next_code_point(piece, pos)) & text::kPunct) == 0) return false;
  }
  return !piece.empty();
}

/// Whether nothing can be seen of `utf8`: byte-level tokenizers make tokens of blanks, too.
bool is_blank(std::string_view utf8) {
  for (std::size_t pos = 0; pos < utf8.size();) {
    constexpr auto kNothing = text::kSpace | text::kBlank | text::kDrop;
    if ((text::char_bits(text::next_code_point(utf8, pos)) & kNothing) == 0) return false;
  }
  return true;
}

/// Marks around unknown words say as little as those words. Most texts are left at their first token.
bool knows_a_word(const text::Tokenizer& tokenizer, std::span<const std::int32_t> ids) {
  bool unknown = false;
  for (const std::int32_t id : ids) {
    if (id == tokenizer.unknown_id()) {
      unknown = true;
    } else if (!is_punctuation(tokenizer.piece(id))) {
      return true;
    }
  }
  return !unknown;
}

}  // namespace

std::size_t PreparedText::new_tokens(std::size_t index) const {
  return text::new_tokens(windows, index);
}

std::span<const std::int32_t> PreparedText::sequence(std::size_t index, std::vector<std::int32_t>& storage) const {
  if (windows.size() == 1) return ids;
  text::window_ids(ids, windows[index], storage);
  return storage;
}

Result<PreparedText> prepare_text(std::string_view utf8, const text::Tokenizer& tokenizer,
                                  const io::TextPreprocess& preprocess, bool detect_language) {
  if (const auto valid = text::validate_utf8(utf8); !valid) {
    return Error{valid.error().code,
                 valid.error().message + " (a file of an older Windows: iconv -f WINDOWS-1252 -t UTF-8 IN > OUT)"};
  }
  PreparedText prepared;
  prepared.coverage.chars = text::count_code_points(utf8);
  prepared.coverage.language = "und";
  prepared.ids.push_back(tokenizer.first_id());
  if (is_blank(utf8)) {
    // no token, whatever the tokenizer makes of blanks
  } else if (preprocess.normalizer_version == 0) {
    tokenizer.encode(utf8, prepared.ids);
  } else {
    tokenizer.encode(text::normalize(utf8, preprocess.normalizer_version), prepared.ids);
  }
  const std::size_t tokens = prepared.ids.size() - 1;
  prepared.ids.push_back(tokenizer.last_id());
  prepared.coverage.tokens = tokens;
  if (tokens == 0) return prepared;
  prepared.words_known = knows_a_word(tokenizer, std::span(prepared.ids).subspan(1, tokens));
  if (detect_language) {
    auto language = text::detect_language(utf8);
    prepared.coverage.language = std::move(language.code);
    prepared.language_confidence = language.confidence;
  }
  const auto window = static_cast<std::size_t>(preprocess.max_tokens - 2);
  prepared.windows = text::split_windows(tokens, window, static_cast<std::size_t>(preprocess.stride));
  prepared.coverage.windows = prepared.windows.size();
  return prepared;
}

}  // namespace emo::pipeline
