// Licence and languages as a model card (README.md of a checkpoint folder) states them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace emo::hf {

struct FrontMatter {
  std::string licence;                 ///< as written, e.g. "apache-2.0"; empty = not stated or not a plain word
  std::vector<std::string> languages;  ///< two-letter codes, each once; empty = not stated or not all understood
};

/// Reads "license:" and "language:" (a value, or a list in either notation, on any number of lines) between the first
/// two "---" lines. Of "pt-BR" the language is "pt"; one language that is no such code leaves none of the list.
/// Never fails: a card is prose, and what is not understood counts as not stated.
FrontMatter parse_front_matter(std::string_view readme);

}  // namespace emo::hf
