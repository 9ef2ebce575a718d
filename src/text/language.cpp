// Language identification: scripts decide where they can, English function words settle most English texts, and CLD2
// (Compact Language Detector 2) is asked about the rest. Its answers on a word or two are guesses, so they count
// only with enough behind them; otherwise the answer is "und".
#include "text/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstdio>  // compact_lang_det.h uses FILE without including it

#include "core/ascii.hpp"
#include "core/utf8.hpp"
#include "text/char_class.hpp"
#include "text/decoding.hpp"
#include "text/script_count.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

constexpr std::size_t kLookedAt = 2048;  // bytes; more text does not change the answer
constexpr std::size_t kMinLetters = 12;  // below, a Latin-script text is not taken for another language
constexpr std::size_t kFewLetters = 20;  // below, it is so only with three words or more and none that may be English
constexpr std::size_t kMinWords = 3;
constexpr int kMinPercent = 70;             // share of the text that CLD2 must give to its first language
constexpr double kFunctionWordShare = 0.2;  // English prose has 35-50 %

// Words frequent in English and in no other language written with these letters. Sorted.
constexpr auto kEnglishWords = std::to_array<std::string_view>(
    {"about",   "after",   "again", "always", "and",     "any",    "are",    "be",     "because", "been",   "but",
     "can't",   "could",   "did",   "didn't", "don't",   "even",   "ever",   "every",  "feel",    "for",    "from",
     "get",     "getting", "going", "got",    "had",     "has",    "have",   "her",    "him",     "his",    "how",
     "i'd",     "i'll",    "i'm",   "i've",   "if",      "into",   "isn't",  "it",     "it's",    "its",    "just",
     "know",    "like",    "love",  "made",   "make",    "more",   "much",   "my",     "need",    "never",  "not",
     "nothing", "now",     "of",    "off",    "one",     "only",   "our",    "out",    "over",    "people", "really",
     "she",     "should",  "some",  "such",   "thank",   "thanks", "that",   "that's", "the",     "their",  "them",
     "then",    "there",   "these", "they",   "they're", "thing",  "things", "think",  "this",    "those",  "time",
     "to",      "too",     "very",  "want",   "wasn't",  "we're",  "well",   "were",   "what",    "when",   "where",
     "which",   "who",     "why",   "will",   "with",    "won't",  "would",  "yeah",   "yes",     "you",    "you're",
     "you've",  "your"});
static_assert(std::is_sorted(kEnglishWords.begin(), kEnglishWords.end()));
constexpr std::size_t kLongestEnglishWord = 8;
// Words of English and of other languages, too: they prove nothing, but a few words with one of them may be English.
constexpr auto kSharedWords =
    std::to_array<std::string_view>({"a",  "am", "an", "as", "at", "bad", "by", "go", "good", "he",  "i",
                                     "in", "is", "me", "no", "on", "or",  "so", "up", "us",   "was", "we"});
static_assert(std::is_sorted(kSharedWords.begin(), kSharedWords.end()));

constexpr std::size_t kNoScript = kScripts;

/// What one pass over the text finds out.
struct Evidence {
  std::array<std::size_t, kScripts> letters{};
  std::array<bool, kScripts> has_word{};  // two letters of it side by side, or one that is a word
  std::size_t total_letters = 0, words = 0, english_words = 0, shared_words = 0;
  std::size_t lettered = 0;  // what stands between blanks and has a letter
  std::string cleaned;       // without URLs, mentions, hashtags
};

bool is_tag(std::string_view token) {
  return token.front() == '@' || token.front() == '#' || token.find("://") != std::string_view::npos ||
         token.starts_with("www.");
}

void count_latin_words(std::string_view token, Evidence& evidence) {
  std::array<char, kLongestEnglishWord> word{};
  std::size_t size = 0;
  bool other = false;
  const auto end_word = [&] {
    if (size == 0 && !other) return;
    ++evidence.words;
    const std::string_view lowered(word.data(), std::min(size, word.size()));
    const auto among = [&](const auto& words) {
      return !other && size <= word.size() && std::binary_search(words.begin(), words.end(), lowered);
    };
    if (among(kEnglishWords)) ++evidence.english_words;
    if (among(kSharedWords)) ++evidence.shared_words;
    size = 0;
    other = false;
  };
  for (std::size_t i = 0; i < token.size(); ++i) {
    char c = token[i];
    if (token.compare(i, 3, "\u2019") == 0) {  // typographic apostrophe
      c = '\'';
      i += 2;
    }
    c = core::lower_ascii(c);
    const bool inside = (c >= 'a' && c <= 'z') || (c == '\'' && size > 0);
    if (inside) {
      if (size < word.size()) word[size] = c;
      ++size;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      other = true;
    } else {
      end_word();
    }
  }
  end_word();
}

/// The first white space of any kind at or behind `pos`, or the end.
std::size_t next_blank(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    const std::size_t begin = pos;
    if ((char_bits(next_code_point(text, pos)) & kSpace) != 0) return begin;
  }
  return pos;
}

Evidence gather(std::string_view text) {
  Evidence evidence;
  evidence.cleaned.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = next_blank(text, pos);
    const std::string_view token = text.substr(pos, end - pos);
    pos = end;
    if (pos < text.size()) next_code_point(text, pos);
    if (token.empty() || is_tag(token)) continue;
    auto before = kNoScript;
    const std::size_t letters_before = evidence.total_letters;
    for (std::size_t i = 0; i < token.size();) {
      const char32_t cp = next_code_point(token, i);
      if (cp < 0x80 ? !((cp | 32U) >= 'a' && (cp | 32U) <= 'z') : (char_bits(cp) & kLetter) == 0) {
        // Vowel signs and joiners stand between the letters of a word, what else there is does not.
        if (cp < 0x80 || (char_bits(cp) & (kWord | kDrop)) == 0) before = kNoScript;
        continue;
      }
      const Script script = cp < 0x80 ? Script::kLatin : script_of(cp);
      const auto s = static_cast<std::size_t>(script);
      evidence.has_word[s] = evidence.has_word[s] || before == s || script == Script::kHan || script == Script::kHangul;
      before = s;
      ++evidence.letters[s];
      ++evidence.total_letters;
    }
    if (evidence.total_letters > letters_before) ++evidence.lettered;
    count_latin_words(token, evidence);
    evidence.cleaned += token;
    evidence.cleaned += ' ';
  }
  return evidence;
}

struct Verdict {
  std::string code = "un";
  int percent = 0;
  bool reliable = false;
};

Verdict ask_cld2(const std::string& text) {
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  Verdict verdict;
  const CLD2::Language best = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, &hints, /*flags=*/0, languages.data(),
      percents.data(), scores.data(), /*resultchunkvector=*/nullptr, &text_bytes, &verdict.reliable);
  verdict.code = CLD2::LanguageCode(best);
  verdict.code.resize(std::min(verdict.code.find('-'), verdict.code.size()));  // "zh-Hant" -> "zh"
  if (verdict.code == "iw") verdict.code = "he";                               // withdrawn ISO codes
  if (verdict.code == "jw") verdict.code = "jv";
  // ISO 639-1 has two letters; CLD2 also knows languages of three and, as "xx", mere scripts.
  if (verdict.code.size() != 2 || verdict.code == "xx") verdict.code = "un";
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (languages[i] == best) verdict.percent = percents[i];
  }
  return verdict;
}

Language by_script(const Evidence& evidence, Script script) {
  const auto count = [&](Script s) { return evidence.letters[static_cast<std::size_t>(s)]; };
  const double share =
      static_cast<double>(evidence.total_letters - count(Script::kLatin)) / static_cast<double>(evidence.total_letters);
  if (script == Script::kHan && count(Script::kKana) > 0) script = Script::kKana;  // Japanese mixes both
  if (!decides_language(script)) {
    const Verdict verdict = ask_cld2(evidence.cleaned);
    if (verdict.reliable && verdict.code != "un" && verdict.code != "en") {
      return {verdict.code, share * verdict.percent / 100.0};
    }
  }
  return {std::string(usual_language(script)), share};
}

/// Of what nothing else decides: English where half of the words are, or may be. Too little to be held against a text.
Language english_or_unknown(const Evidence& evidence) {
  constexpr std::size_t kSharedAlone = 3;  // "I am so happy today"
  const std::size_t may_be = evidence.english_words + evidence.shared_words;
  const bool enough = evidence.english_words > 0 || evidence.shared_words >= kSharedAlone;
  return enough && 2 * may_be >= evidence.words ? Language{"en", 0.5} : Language{"und", 0.0};
}

Language by_words(const Evidence& evidence) {
  const double english =
      evidence.words == 0 ? 0.0 : static_cast<double>(evidence.english_words) / static_cast<double>(evidence.words);
  if (evidence.english_words >= 2 && english >= kFunctionWordShare) return {"en", std::min(1.0, 0.7 + english)};
  const bool foreign_if_few = evidence.lettered >= kMinWords && evidence.english_words + evidence.shared_words == 0;
  if (evidence.total_letters < kMinLetters || (evidence.total_letters < kFewLetters && !foreign_if_few)) {
    return english_or_unknown(evidence);
  }
  const Verdict verdict = ask_cld2(evidence.cleaned);
  const double confidence = verdict.percent / 100.0;
  if (!verdict.reliable || verdict.code == "un") return english_or_unknown(evidence);
  if (verdict.code == "en") return {"en", confidence};
  if (verdict.percent < kMinPercent || evidence.english_words >= 3) return english_or_unknown(evidence);
  return {verdict.code, confidence};
}

}  // namespace

bool is_language_code(std::string_view code) {
  return code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Language detect_language(std::string_view text) {
  text = core::utf8_prefix(text, kLookedAt);
  // What a browser or an editor made of a text is no other language: references, letters apart from their marks, soft
  // hyphens, blanks that do not break.
  std::string decoded;
  if (!is_decoded(text)) text = decoded = decode_text(text, nullptr);
  const Evidence evidence = gather(text);
  if (evidence.total_letters == 0) return {"und", 0.0};
  const auto first_other = evidence.letters.begin() + 1;
  const auto most = std::max_element(first_other, evidence.letters.end());
  const std::size_t latin = evidence.letters[0];
  // A word of Latin script weighs less than one of another: names and brands are written in it everywhere.
  if (*most == 0 || evidence.total_letters - latin < latin) return by_words(evidence);
  const auto script = static_cast<std::size_t>(most - evidence.letters.begin());
  // Single letters are drawings and symbols, as in (ಠ_ಠ) or Δ.
  if (!evidence.has_word[script]) return {"und", 0.0};
  return by_script(evidence, static_cast<Script>(script));
}

}  // namespace emo::text
