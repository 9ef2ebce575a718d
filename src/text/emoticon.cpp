// Emoticons: a small grammar for the western ones (brow, eyes, tear, nose, mouth) and a list of the others. What stands
// around decides whether it is one: clock times, ratios, URLs and lists in brackets are not faces.
#include <array>

#include "text/emoji.hpp"

namespace emo::text {
namespace {

constexpr std::string_view kSmile = "smiling face", kFrown = "frowning face", kCry = "crying face",
                           kAngry = "angry face", kSob = "loudly crying face", kGlad = "smiling face with smiling eyes",
                           kBlank = "expressionless face", kFlushed = "flushed face", kPersevere = "persevering face";

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\0';
}

/// The text around a place; '\0' outside.
struct Surroundings {
  std::string_view text;
  std::size_t pos;
  [[nodiscard]] char at(std::size_t ahead) const { return pos + ahead < text.size() ? text[pos + ahead] : '\0'; }
  [[nodiscard]] char before() const { return pos > 0 ? text[pos - 1] : '\0'; }
};

struct Listed {
  std::string_view face, words;
};

// Longest first among those with a common beginning. Neighbours must not be letters, digits or the same sign.
constexpr auto kListed = std::to_array<Listed>({
    {"^_^", kGlad},
    {"^-^", kGlad},
    {"^.^", kGlad},
    {"^o^", kGlad},
    {">_<", kPersevere},
    {">.<", kPersevere},
    {">__<", kPersevere},
    {"-_-", kBlank},
    {"-__-", kBlank},
    {"-.-", kBlank},
    {"=_=", kBlank},
    {"T_T", kSob},
    {"T.T", kSob},
    {"T__T", kSob},
    {"Q_Q", kSob},
    {";_;", kSob},
    {";-;", kSob},
    {"o_O", kFlushed},
    {"O_o", kFlushed},
    {"o.O", kFlushed},
    {"O.o", kFlushed},
    {"O_O", kFlushed},
    {"o_o", kFlushed},
    {"0_0", kFlushed},
    {"u_u", "pensive face"},
    {"*_*", "star struck"},
    {"\\o/", "raising hands"},
    {"D':", kCry},
    {"¯\\_(ツ)_/¯", "person shrugging"},
    {"¯\\(ツ)/¯", "person shrugging"},
    {"ಠ_ಠ", "unamused face"},
    {"(╯°□°)╯︵ ┻━┻", "enraged face"},
    {"(╯°□°）╯︵ ┻━┻", "enraged face"},
    {"( ͡° ͜ʖ ͡°)", "smirking face"},
    {"(ツ)", kSmile},
    {"♡", "red heart"},
});

WordedSymbol match_listed(const Surroundings& s) {
  const char first = s.at(0), second = s.at(1);
  const bool ascii = (static_cast<unsigned char>(first) | static_cast<unsigned char>(second)) < 0x80;
  // What can stand second in the list; nearly every word and sign leaves here.
  if (ascii && second != '_' && second != '-' && second != '.' && second != 'o' && second != '\'' && second != ' ')
    return {};
  for (const Listed& entry : kListed) {
    if (entry.face[0] != first || s.text.compare(s.pos, entry.face.size(), entry.face) != 0) continue;
    const char before = s.before(), behind = s.at(entry.face.size());
    if (is_alnum(before) || is_alnum(behind) || behind == '_') continue;
    if (before == entry.face.front() || behind == entry.face.back()) continue;
    return {entry.words, entry.face.size()};
  }
  return {};
}

WordedSymbol match_heart(const Surroundings& s) {
  const bool broken = s.at(1) == '/';
  std::size_t size = broken ? 2 : 1;
  if (s.at(size) != '3') return {};
  while (s.at(size) == '3') ++size;
  const char behind = s.at(size);
  const bool number = behind == '.' && is_digit(s.at(size + 1));
  if (is_digit(s.before()) || is_alnum(behind) || behind == '%' || number) return {};
  return {broken ? "broken heart" : "red heart", size};
}

WordedSymbol match_laugh(const Surroundings& s) {  // xD, XDDD
  std::size_t size = 1;
  while (s.at(size) == 'D' || (size == 1 && s.at(size) == 'd')) ++size;
  if (size == 1 || is_alnum(s.before()) || is_alnum(s.at(size))) return {};
  return {"grinning squinting face", size};
}

WordedSymbol match_reversed(const Surroundings& s) {  // (: (-: ): )-: (; D:
  std::size_t size = 1;
  const bool tear = s.at(size) == '\'';
  if (tear || s.at(size) == '-') ++size;
  const char eyes = s.at(size);
  if ((eyes != ':' && eyes != ';' && eyes != '=') || !is_blank(s.before()) || !is_blank(s.at(size + 1))) return {};
  if (s.at(0) == 'D')
    return s.at(size + 1) == '\0' && eyes == ':' ? WordedSymbol{"anguished face", size + 1} : WordedSymbol{};
  if (s.at(0) == ')') return {tear ? kCry : kFrown, size + 1};
  return {eyes == ';' ? "winking face" : kSmile, size + 1};
}

std::string_view mouth_words(char mouth, char eyes, bool brow, bool tear) {
  const bool wink = eyes == ';';
  switch (mouth) {
    case ')':
    case ']':
    case '}':
      return brow ? "smiling face with horns" : tear ? "smiling face with tear" : wink ? "winking face" : kSmile;
    case '(':
    case '[':
    case '{':
      return brow ? kAngry : tear || wink ? kCry : kFrown;
    case 'D':
      return brow   ? "smiling face with horns"
             : tear ? "face with tears of joy"
             : wink ? "winking face"
                    : "grinning face with big eyes";
    case 'P':
    case 'p':
      return wink ? "winking face with tongue" : "face with tongue";
    case '3':
      return wink ? std::string_view{} : kSmile;
    default:
      break;
  }
  if (wink) return {};
  switch (mouth) {
    case '/':
    case '\\':
      return brow ? kAngry : "confused face";
    case '|':
      return "neutral face";
    case 'O':
    case 'o':
    case '0':
      return "face with open mouth";
    case '*':
      return "face blowing a kiss";
    case '$':
      return kFlushed;
    case 'S':
      return "confounded face";
    case 'X':
    case 'x':
      return "zipper mouth face";
    case '@':
      return kAngry;
    default:
      return {};
  }
}

/// Whether what stands around a face with this mouth allows it to be one.
bool is_free(const Surroundings& s, char mouth, char behind, char eyes, int open_parens) {
  const char before = s.before();
  if (is_digit(before) || before == ':' || before == ';') return false;
  if (eyes == '=' && (is_alnum(before) || before == '=' || before == '!' || before == '<' || before == '>'))
    return false;
  switch (mouth) {
    case ')':
      return !is_alnum(before) || open_parens == 0;
    case '(':
      return !is_alnum(behind);
    case ']':
    case '}':
      return !is_alnum(before);
    default:
      break;
  }
  return !is_alnum(before) && !is_alnum(behind) && behind != '_' && behind != mouth &&
         !(behind == '/' && eyes == ':') && !(eyes == '=' && behind == '=');
}

WordedSymbol match_western(const Surroundings& s, int open_parens) {
  std::size_t size = 0;
  const bool brow = s.at(0) == '>';
  if (brow) ++size;
  const char eyes = s.at(size++);
  if (eyes != ':' && eyes != ';' && eyes != '=') return {};
  const bool tear = s.at(size) == '\'' || (s.at(size) == ',' && (s.at(size + 1) == '(' || s.at(size + 1) == ')'));
  if (tear) ++size;
  const char nose = s.at(size), next = s.at(size + 1);
  if (nose == '-' || nose == '^') ++size;
  if (nose == 'o' && (next == ')' || next == '(')) ++size;
  const char mouth = s.at(size);
  const std::string_view words = mouth_words(mouth, eyes, brow, tear);
  if (words.empty() || (tear && mouth != ')' && mouth != '(' && mouth != 'D')) return {};
  ++size;
  if (mouth == ')' || mouth == '(' || mouth == 'D') {
    while (s.at(size) == mouth) ++size;
  }
  if (!is_free(s, mouth, s.at(size), eyes, open_parens)) return {};
  return {words, size};
}

}  // namespace

WordedSymbol match_emoticon(std::string_view utf8, std::size_t pos, int open_parens) {
  const Surroundings s{utf8, pos};
  WordedSymbol found;
  switch (utf8[pos]) {
    case ':':
    case '=':
    case ';':
    case '>':
      found = match_western(s, open_parens);
      break;
    case '<':
      return match_heart(s);
    case 'x':
    case 'X':
      return match_laugh(s);
    case '(':
    case ')':
    case 'D':
      found = match_reversed(s);
      break;
    default:
      break;
  }
  return found.size != 0 ? found : match_listed(s);
}

}  // namespace emo::text
