// Added tokens as tokenizer.json and tokenizer_config.json write them. Internal to text.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "text/added_tokens.hpp"
#include "text/json_cursor.hpp"

namespace emo::text {

/// Reads the member `key`, which `in` stands at, into `token`: its content or one of its flags. False for another one,
/// which is then still to be read.
inline bool read_added_token_member(JsonCursor& in, std::string_view key, AddedToken& token) {
  const std::array<std::pair<std::string_view, bool*>, 5> flags{{{"single_word", &token.single_word},
                                                                 {"lstrip", &token.lstrip},
                                                                 {"rstrip", &token.rstrip},
                                                                 {"normalized", &token.normalized},
                                                                 {"special", &token.special}}};
  for (const auto& [name, flag] : flags) {
    if (key != name) continue;
    *flag = in.boolean();
    return true;
  }
  if (key != "content") return false;
  token.content = in.string();
  return true;
}

}  // namespace emo::text
