// Search for added tokens. There are few of them and they nearly always begin with the same byte, so a byte search
// and a comparison do; no automaton.
#include "text/added_tokens.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/utf8.hpp"
#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

/// Start of the code point that ends at `end`. Precondition: end > 0.
std::size_t previous(std::string_view text, std::size_t end) {
  do {
    --end;
  } while (end > 0 && core::is_utf8_continuation(text[end]));
  return end;
}

bool has_bit_before(std::string_view text, std::size_t end, CharBits bit) {
  if (end == 0) return false;
  std::size_t pos = previous(text, end);
  return (char_bits(next_code_point(text, pos)) & bit) != 0;
}

bool has_bit_at(std::string_view text, std::size_t pos, CharBits bit) {
  return pos < text.size() && (char_bits(next_code_point(text, pos)) & bit) != 0;
}

}  // namespace

void AddedTokenMatcher::build(std::vector<AddedToken> tokens) {
  tokens_ = std::move(tokens);
  std::erase_if(tokens_, [](const AddedToken& token) { return token.content.empty(); });
  const auto first = [](const AddedToken& token) { return static_cast<unsigned char>(token.content[0]); };
  std::stable_sort(tokens_.begin(), tokens_.end(), [&](const AddedToken& a, const AddedToken& b) {
    return first(a) != first(b) ? first(a) < first(b) : a.content.size() > b.content.size();
  });
  of_byte_.fill(0);
  for (const AddedToken& token : tokens_) ++of_byte_[first(token) + 1U];
  for (std::size_t b = 0; b < 256; ++b) of_byte_[b + 1] += of_byte_[b];
  only_first_byte_ = !tokens_.empty() && first(tokens_.front()) == first(tokens_.back()) ? first(tokens_.front()) : -1;
}

std::size_t AddedTokenMatcher::candidate(std::string_view text, std::size_t from) const {
  if (from >= text.size()) return text.size();
  if (only_first_byte_ >= 0) {
    const void* found = std::memchr(text.data() + from, only_first_byte_, text.size() - from);
    return found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
  }
  for (; from < text.size(); ++from) {
    const auto byte = static_cast<unsigned char>(text[from]);
    if (of_byte_[byte] != of_byte_[byte + 1U]) break;
  }
  return from;
}

bool AddedTokenMatcher::next(std::string_view text, std::size_t& search, std::size_t taken, Match& match) const {
  if (tokens_.empty()) return false;
  for (std::size_t at = candidate(text, search); at < text.size(); at = candidate(text, at)) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const AddedToken* hit = nullptr;
    for (std::uint32_t i = of_byte_[byte]; i < of_byte_[byte + 1U] && hit == nullptr; ++i) {
      if (text.compare(at, tokens_[i].content.size(), tokens_[i].content) == 0) hit = &tokens_[i];
    }
    if (hit == nullptr) {
      ++at;
      continue;
    }
    const std::size_t end = at + hit->content.size();
    if (hit->single_word && (has_bit_before(text, at, kWord) || has_bit_at(text, end, kWord))) {
      at = end;  // as the reference: the place is not searched again for a shorter token
      continue;
    }
    match = {at, end, hit->id};
    search = end;
    if (hit->lstrip) {
      while (match.begin > taken && has_bit_before(text, match.begin, kSpace))
        match.begin = previous(text, match.begin);
      match.begin = std::max(match.begin, taken);
    }
    if (hit->rstrip) {
      while (has_bit_at(text, match.end, kSpace)) next_code_point(text, match.end);
    }
    if (match.begin >= match.end) {  // white space that the match before took along: nothing is left of it
      at = end;
      continue;
    }
    return true;
  }
  search = text.size();
  return false;
}

}  // namespace emo::text
