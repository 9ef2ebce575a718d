// Tokens that are cut out of a text before anything else happens to it ("[MASK]", "<s>"), as Hugging Face does.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emo::text {

/// One entry of tokenizer.json's "added_tokens".
struct AddedToken {
  std::string content;
  std::int32_t id = 0;
  bool single_word = false;  ///< only where no \w touches it
  bool lstrip = false;       ///< takes the white space before it along
  bool rstrip = false;       ///< and behind it
  bool normalized = false;   ///< looked for in the normalised text instead of the raw one
  bool special = false;
};

/// Finds added tokens in a text: leftmost, then longest, without overlap. Immutable, thread-safe.
class AddedTokenMatcher {
 public:
  struct Match {
    std::size_t begin = 0, end = 0;  ///< byte range, white space taken along included
    std::int32_t id = 0;
  };

  /// Takes every token whose content, that is what to look for, is not empty.
  void build(std::vector<AddedToken> tokens);

  [[nodiscard]] bool empty() const { return tokens_.empty(); }
  /// The next match at or after `search`; `taken` is the end of the previous one, beyond which lstrip must not reach.
  /// Moves `search` past it. False when there is none. Precondition: valid UTF-8.
  bool next(std::string_view text, std::size_t& search, std::size_t taken, Match& match) const;

 private:
  [[nodiscard]] std::size_t candidate(std::string_view text, std::size_t from) const;

  std::vector<AddedToken> tokens_;            // by first byte, then longest first
  std::array<std::uint32_t, 257> of_byte_{};  // tokens_[of_byte_[b]..of_byte_[b+1]) begin with byte b
  int only_first_byte_ = -1;                  // the one byte all of them begin with, or -1
};

}  // namespace emo::text
