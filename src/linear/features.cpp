// Hashed n-grams. No vocabulary is kept, so nothing can be looked up in reverse: this is a baseline, not an explainer.
// Its words are its own: the models' tokenizers (src/text) are not asked.
#include "linear/features.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/ascii.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace emo::linear {
namespace {

constexpr int kMinHashBits = 10;
constexpr int kMaxHashBits = 24;
constexpr int kMaxNgram = 8;
constexpr std::uint64_t kFnvOffset = 0xCBF29CE484222325ULL;
constexpr std::uint64_t kFnvPrime = 0x100000001B3ULL;
constexpr std::uint64_t kWordSalt = 0x57;  // keeps the word "cat" and the characters "cat" apart
constexpr std::uint64_t kCharSalt = 0x43;

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = kFnvOffset ^ (seed * kFnvPrime);
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
  return hash;
}

/// FNV's low bits are weak; the multiplication and shift spread the high ones (murmur3's finaliser).
std::uint32_t slot(std::uint64_t hash, int bits) {
  hash ^= hash >> 33U;
  hash *= 0xFF51AFD7ED558CCDULL;
  hash ^= hash >> 33U;
  return static_cast<std::uint32_t>(hash >> static_cast<unsigned>(64 - bits));
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_word_byte(char c) {
  return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') || c == '\'' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Words in lower case and runs of one punctuation mark; a word of two or more capitals also leaves a marker.
std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_blank(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    if (is_word_byte(text[begin])) {
      while (end < text.size() && is_word_byte(text[end])) ++end;
    } else {
      while (end < text.size() && text[end] == text[begin]) ++end;
    }
    const std::string_view token = text.substr(begin, end - begin);
    const bool shouted =
        std::count_if(token.begin(), token.end(), is_upper) >= 2 && std::none_of(token.begin(), token.end(), is_lower);
    tokens.push_back(core::lower_ascii(token));
    if (shouted) tokens.emplace_back("<caps>");
    begin = end;
  }
  return tokens;
}

void add_char_ngrams(const std::string& padded, const FeatureOptions& options, std::vector<std::uint32_t>& slots) {
  std::vector<std::size_t> starts;  // byte offset of each code point, and the end
  for (std::size_t pos = 0; pos < padded.size();) {
    starts.push_back(pos);
    text::next_code_point(padded, pos);
  }
  starts.push_back(padded.size());
  const std::string_view view = padded;
  for (int n = options.char_ngram_min; n <= options.char_ngram_max; ++n) {
    const auto length = static_cast<std::size_t>(n);
    for (std::size_t i = 0; i + length < starts.size(); ++i) {
      const auto gram = view.substr(starts[i], starts[i + length] - starts[i]);
      slots.push_back(slot(hash_bytes(gram, kCharSalt), options.hash_bits));
    }
  }
}

Error invalid_features(const std::string& what) {
  return {ErrorCode::kInvalidModel, "linear features: " + what};
}

}  // namespace

Result<void> validate(const FeatureOptions& options) {
  if (options.hash_bits < kMinHashBits || options.hash_bits > kMaxHashBits) {
    return invalid_features("hash_bits is " + std::to_string(options.hash_bits) + ", expected 10 to 24");
  }
  const bool grams = options.word_ngram >= 0 && options.word_ngram <= kMaxNgram && options.char_ngram_min >= 1 &&
                     options.char_ngram_max <= kMaxNgram;
  if (!grams) {
    return invalid_features("n-gram lengths are word " + std::to_string(options.word_ngram) + ", characters " +
                            std::to_string(options.char_ngram_min) + ".." + std::to_string(options.char_ngram_max) +
                            ", expected at most 8 and at least 1");
  }
  if (options.normalizer_version < 0 || options.normalizer_version > text::kNormalizerVersion) {
    return invalid_features("normaliser version is " + std::to_string(options.normalizer_version) + ", expected 0 to " +
                            std::to_string(text::kNormalizerVersion));
  }
  return {};
}

std::vector<Feature> extract(std::string_view utf8, const FeatureOptions& options) {
  const std::string normalized = text::normalize(utf8, options.normalizer_version);
  const std::vector<std::string> tokens = tokens_of(normalized);
  std::vector<std::uint32_t> slots;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::uint64_t hash = kWordSalt;
    for (int n = 0; n < options.word_ngram && i + static_cast<std::size_t>(n) < tokens.size(); ++n) {
      hash = hash_bytes(tokens[i + static_cast<std::size_t>(n)], hash);
      slots.push_back(slot(hash, options.hash_bits));
    }
    add_char_ngrams(" " + tokens[i] + " ", options, slots);
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  std::vector<Feature> features;
  features.reserve(slots.size());
  const float value = slots.empty() ? 0.0F : 1.0F / std::sqrt(static_cast<float>(slots.size()));
  for (const std::uint32_t index : slots) features.push_back({index, value});
  return features;
}

}  // namespace emo::linear
