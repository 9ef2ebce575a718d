// Words are counted, then their pieces are merged where they lie. How a tokenizer cuts with the pieces is wordpiece's;
// which texts may be learnt from, and that test rows are none of them, is src/train's.
#include "text/wordpiece_trainer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <queue>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/char_class.hpp"
#include "text/tokenizer_spec.hpp"
#include "text/utf8.hpp"
#include "text/word_scanner.hpp"

namespace emo::text {
namespace {

constexpr std::uint64_t kFewestMeetings = 2;  // of a pair that is joined
constexpr const char* kContinuing = "##";
constexpr std::size_t kContinuingBytes = 2;
constexpr std::array<const char*, 5> kSpecialTokens{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};  // ids 0 to 4

using Id = std::int32_t;

BertNormalizerSpec normalizer() {
  BertNormalizerSpec spec;
  spec.strip_accents = false;  // vowels of many scripts are marks
  return spec;
}

struct Word {
  std::vector<Id> pieces;
  std::uint64_t count = 0;
};

// word -> how often. Punctuation marks are words of their own, as BertPreTokenizer has them.
std::map<std::string, std::uint64_t> words_of(const std::vector<std::string>& texts) {
  const BertNormalizerSpec spec = normalizer();
  std::unordered_map<std::string, std::uint64_t> counts;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) ++counts[word];
    word.clear();
  };
  for (const auto& text : texts) {
    const std::string normal = bert_normalize(text, spec);
    for (std::size_t pos = 0; pos < normal.size();) {
      const std::size_t begin = pos;
      const std::uint16_t bits = char_bits(next_code_point(normal, pos));
      if ((bits & (kSpace | kPunct)) != 0) end_word();
      if ((bits & kSpace) != 0) continue;
      word.append(normal, begin, pos - begin);
      if ((bits & kPunct) != 0) end_word();
    }
    end_word();
  }
  return {counts.begin(), counts.end()};
}

std::vector<std::string> characters_of(std::string_view word) {
  std::vector<std::string> characters;
  for (std::size_t pos = 0; pos < word.size();) {
    const std::size_t begin = pos;
    next_code_point(word, pos);
    characters.emplace_back(word.substr(begin, pos - begin));
  }
  return characters;
}

class Trainer {
 public:
  explicit Trainer(std::size_t most_pieces) : most_pieces_(most_pieces) {
    for (const char* token : kSpecialTokens) id_of(token);
  }

  void add_words(const std::map<std::string, std::uint64_t>& counts) {
    add_characters(counts);
    for (const auto& [word, count] : counts) {
      const auto characters = characters_of(word);
      if (static_cast<std::int64_t>(characters.size()) > TokenizerSpec().max_word_chars) continue;
      Word cut{{}, count};
      for (const auto& character : characters) {
        const auto id = ids_.find(cut.pieces.empty() ? character : kContinuing + character);
        if (id == ids_.end()) break;
        cut.pieces.push_back(id->second);
      }
      if (cut.pieces.size() == characters.size()) words_.push_back(std::move(cut));
    }
  }

  void merge() {
    for (std::uint32_t w = 0; w < words_.size(); ++w) {
      for (std::size_t i = 1; i < words_[w].pieces.size(); ++i) {
        count(words_[w].pieces[i - 1], words_[w].pieces[i], static_cast<std::int64_t>(words_[w].count), w);
      }
    }
    for (const auto& [pair, found] : pairs_) queue_.push({found.count, pair});
    while (pieces_.size() < most_pieces_ && !queue_.empty()) {
      const Candidate best = queue_.top();
      queue_.pop();
      const std::uint64_t now = pairs_[best.pair].count;
      if (now < kFewestMeetings) continue;
      if (now == best.count) {
        join(best.pair);
      } else if (now < best.count) {
        queue_.push({now, best.pair});  // it has grown rarer since; a grown one was queued when it grew
      }
    }
  }

  [[nodiscard]] const std::vector<std::string>& pieces() const { return pieces_; }

 private:
  using Pair = std::pair<Id, Id>;
  struct PairHash {
    std::size_t operator()(const Pair& pair) const {
      const auto left = static_cast<std::uint64_t>(pair.first), right = static_cast<std::uint64_t>(pair.second);
      return static_cast<std::size_t>(((left << 32U) | right) * 0x9E3779B97F4A7C15ULL >> 16U);
    }
  };
  struct Found {
    std::uint64_t count = 0;
    std::vector<std::uint32_t> words;  // where it is or was
  };
  // The most frequent first, of equals the one of older pieces: so the order of a hash table decides nothing.
  struct Candidate {
    std::uint64_t count;
    Pair pair;
    bool operator<(const Candidate& other) const {
      return count != other.count ? count < other.count : other.pair < pair;
    }
  };

  Id id_of(const std::string& piece) {
    const auto [at, fresh] = ids_.emplace(piece, static_cast<Id>(pieces_.size()));
    if (fresh) pieces_.push_back(piece);
    return at->second;
  }

  // Those that begin a word or are one, and those that may stand further on.
  void add_characters(const std::map<std::string, std::uint64_t>& counts) {
    std::map<std::string, std::uint64_t> begins, goes_on;
    for (const auto& [word, count] : counts) {
      bool first = true;
      for (const auto& character : characters_of(word)) {
        (first ? begins : goes_on)[character] += count;
        first = false;
      }
    }
    std::vector<std::pair<std::uint64_t, std::string>> forms;
    forms.reserve(begins.size() + 2 * goes_on.size());
    for (const auto& [character, count] : begins) forms.emplace_back(count, character);
    for (const auto& [character, count] : goes_on) {
      forms.emplace_back(count, kContinuing + character);
      if (!begins.contains(character)) forms.emplace_back(0, character);
    }
    for (const auto& [character, count] : begins) {
      std::size_t pos = 0;
      const char32_t cp = next_code_point(character, pos);
      const bool alone = (char_bits(cp) & kPunct) != 0 || is_cjk(cp);
      if (!alone && !goes_on.contains(character)) forms.emplace_back(0, kContinuing + character);
    }
    std::stable_sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (forms.size() > most_pieces_ / 2) forms.resize(most_pieces_ / 2);
    for (const auto& form : forms) id_of(form.second);
  }

  void count(Id left, Id right, std::int64_t change, std::uint32_t word) {
    Found& found = pairs_[{left, right}];
    found.count += static_cast<std::uint64_t>(change);  // a negative one wraps around, as meant
    if (change > 0 && (found.words.empty() || found.words.back() != word)) found.words.push_back(word);
  }

  void join(const Pair& pair) {
    const std::string& right = pieces_[static_cast<std::size_t>(pair.second)];
    const Id joined = id_of(pieces_[static_cast<std::size_t>(pair.first)] + right.substr(kContinuingBytes));
    const auto words = std::move(pairs_[pair].words);
    std::vector<Pair> grown;
    for (const std::uint32_t w : words) {
      auto& pieces = words_[w].pieces;
      const auto weight = static_cast<std::int64_t>(words_[w].count);
      for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        if (pieces[i] != pair.first || pieces[i + 1] != pair.second) continue;
        count(pair.first, pair.second, -weight, w);
        if (i > 0) {
          count(pieces[i - 1], pieces[i], -weight, w);
          count(pieces[i - 1], joined, weight, w);
          grown.emplace_back(pieces[i - 1], joined);
        }
        if (i + 2 < pieces.size()) {
          count(pieces[i + 1], pieces[i + 2], -weight, w);
          count(joined, pieces[i + 2], weight, w);
          grown.emplace_back(joined, pieces[i + 2]);
        }
        pieces[i] = joined;
        pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      }
    }
    std::sort(grown.begin(), grown.end());
    grown.erase(std::unique(grown.begin(), grown.end()), grown.end());
    for (const Pair& changed : grown) queue_.push({pairs_[changed].count, changed});
  }

  std::size_t most_pieces_;
  std::vector<std::string> pieces_;  // by id
  std::unordered_map<std::string, Id> ids_;
  std::vector<Word> words_;
  std::unordered_map<Pair, Found, PairHash> pairs_;
  std::priority_queue<Candidate> queue_;
};

}  // namespace

Result<std::string> train_wordpiece(const std::vector<std::string>& texts, std::size_t most_pieces) {
  const auto words = words_of(texts);
  if (words.empty()) {
    return Error{ErrorCode::kInvalidData,
                 "a vocabulary cannot be learnt: the " + std::to_string(texts.size()) + " texts have no word"};
  }
  Trainer trainer(most_pieces);
  trainer.add_words(words);
  trainer.merge();
  TokenizerSpec spec;
  spec.unknown = "[UNK]";
  spec.bert = normalizer();
  const auto& pieces = trainer.pieces();
  for (std::size_t id = 0; id < pieces.size(); ++id) {
    EMO_TRY(spec.vocabulary.add(pieces[id], static_cast<std::int64_t>(id)));
    if (id >= kSpecialTokens.size()) continue;
    AddedToken token;
    token.content = pieces[id];
    token.id = static_cast<std::int32_t>(id);
    token.special = true;
    spec.added.push_back(std::move(token));
  }
  EMO_TRY(complete_spec(spec, "[CLS]", "[SEP]"));
  return write_tokenizer_json(spec);
}

}  // namespace emo::text
