// Spelling and punctuation noise. Not paraphrasing: a reader must give the changed text the same label. Faces are
// changed in image_augment.cpp, on every view; here a probability decides.
#include "train/text_augment.hpp"

#include <random>
#include <vector>

namespace emo::train {
namespace {

class Dice {
 public:
  Dice(std::uint64_t seed, std::uint64_t epoch, std::uint64_t index)
      : engine_(seed * 0x9e3779b97f4a7c15ULL ^ epoch * 0xbf58476d1ce4e5b9ULL ^ index * 0x94d049bb133111ebULL) {}
  bool chance(double p) { return p > 0 && uniform() < p; }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }

 private:
  double uniform() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }
  std::mt19937_64 engine_;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_vowel(char c) {
  return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
}

// Positions strictly inside words of at least four letters, where a slip does not change the word's first letter.
std::vector<std::size_t> inner_letters(const std::string& text) {
  std::vector<std::size_t> out;
  for (std::size_t begin = 0; begin < text.size();) {
    if (!is_letter(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end - begin >= 4) {
      for (std::size_t i = begin + 1; i + 1 < end; ++i) out.push_back(i);
    }
    begin = end;
  }
  return out;
}

void slip(std::string& text, Dice& dice) {
  const auto places = inner_letters(text);
  if (places.empty()) return;
  const std::size_t at = places[dice.below(places.size())];
  switch (dice.below(3)) {
    case 0:
      std::swap(text[at], text[at + 1]);
      break;
    case 1:
      text.erase(at, 1);
      break;
    default:
      text.insert(at, 1, text[at]);
      break;
  }
}

void lengthen(std::string& text, Dice& dice) {
  std::vector<std::size_t> vowels;
  for (const std::size_t at : inner_letters(text)) {
    if (is_vowel(text[at])) vowels.push_back(at);
  }
  if (vowels.empty()) return;
  const std::size_t at = vowels[dice.below(vowels.size())];
  text.insert(at, 1 + dice.below(3), text[at]);
}

void strip(std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') continue;  // "didn't" -> "didnt", as people type it
    const bool punctuation = std::string_view(".,;:!?\"()-").find(c) != std::string_view::npos;
    out.push_back(punctuation ? ' ' : c);
  }
  text = std::move(out);
}

}  // namespace

std::string augment(std::string_view text, const TextAugmentation& options, std::uint64_t seed, std::uint64_t epoch,
                    std::uint64_t index) {
  std::string out(text);
  Dice dice(seed, epoch + 1, index + 1);
  if (dice.chance(options.typo)) slip(out, dice);
  if (dice.chance(options.elongate)) lengthen(out, dice);
  if (dice.chance(options.strip_punctuation)) strip(out);
  if (dice.chance(options.shout)) {
    for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

}  // namespace emo::train
