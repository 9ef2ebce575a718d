// Words are no tokens, and languages without white space have few: nothing that a model reads is decided here.
#include "core/text_length.hpp"

#include <array>

namespace emo::core {

std::size_t count_words(std::string_view text) {
  constexpr std::string_view kWhiteSpace = " \t\n\v\f\r";
  std::size_t words = 0;
  for (auto at = text.find_first_not_of(kWhiteSpace); at != std::string_view::npos; ++words) {
    const auto end = text.find_first_of(kWhiteSpace, at);
    at = end == std::string_view::npos ? end : text.find_first_not_of(kWhiteSpace, end);
  }
  return words;
}

std::string_view length_bucket(std::string_view text) {
  struct Bucket {
    std::size_t below;
    std::string_view name;
  };
  constexpr std::array<Bucket, 5> kBuckets{
      {{5, "0-4 words"}, {10, "5-9 words"}, {20, "10-19 words"}, {50, "20-49 words"}, {100, "50-99 words"}}};
  const std::size_t words = count_words(text);
  for (const Bucket& bucket : kBuckets) {
    if (words < bucket.below) return bucket.name;
  }
  return "100+ words";
}

}  // namespace emo::core
