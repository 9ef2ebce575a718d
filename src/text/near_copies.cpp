// MinHash with banding, verified pair by pair. Works on keys; knows nothing of splits and labels. What a copy means
// there is the doctor's to say, and training's to keep out of the held-out rows.
#include "text/near_copies.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/ascii.hpp"
#include "text/char_class.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

constexpr std::size_t kShingle = 5;
constexpr std::size_t kHashes = 64, kBandRows = 4, kBands = kHashes / kBandRows;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The apostrophes and single quotes of print, which stand where ASCII has one sign for all of them.
bool is_printed_apostrophe(char32_t cp) {
  return cp == 0x2018 || cp == 0x2019 || cp == 0x02BC;
}

/// Collects the words of a key, one blank between two.
class KeyWriter {
 public:
  explicit KeyWriter(std::size_t bytes) { key_.reserve(bytes); }

  void word(char c) { key_ += c; }
  void word(char32_t cp) {
    constexpr char32_t kSigma = 0x03C3, kFinalSigma = 0x03C2;
    if (cp == kFinalSigma) cp = kSigma;  // capitals do not tell where a word ends
    std::array<char32_t, kMaxDecomposition> lower{};
    const std::size_t size = (char_bits(cp) & kLowers) != 0 ? to_lower(cp, lower) : 0;
    if (size == 0) append_code_point(key_, cp);
    for (std::size_t i = 0; i < size; ++i) append_code_point(key_, lower[i]);
  }
  void separator() {
    if (!key_.empty() && key_.back() != ' ') key_ += ' ';
  }
  std::string take() {
    if (!key_.empty() && key_.back() == ' ') key_.pop_back();
    return std::move(key_);
  }

 private:
  std::string key_;
};

std::uint64_t mix(std::uint64_t x) {  // SplitMix64's finaliser
  x ^= x >> 30U;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 27U;
  x *= 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

using Shingles = std::vector<std::uint32_t>;  // hashes, ascending, no repeats

Shingles shingles_of(std::string_view key) {
  Shingles shingles;
  if (key.size() < kShingle) return shingles;
  shingles.reserve(key.size() - kShingle + 1);
  for (std::size_t i = 0; i + kShingle <= key.size(); ++i) {
    std::uint64_t value = 0;
    for (std::size_t j = 0; j < kShingle; ++j) value = (value << 8U) | static_cast<unsigned char>(key[i + j]);
    shingles.push_back(static_cast<std::uint32_t>(mix(value + 1) >> 32U));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

/// Signature: for each of kHashes functions the least value over the shingles.
std::array<std::uint32_t, kHashes> signature_of(const Shingles& shingles) {
  static const auto kMultipliers = [] {
    std::array<std::uint32_t, kHashes> m{};
    for (std::size_t h = 0; h < kHashes; ++h) m[h] = static_cast<std::uint32_t>(mix(h + 0x9E3779B97F4A7C15ULL)) | 1U;
    return m;
  }();
  std::array<std::uint32_t, kHashes> signature;
  signature.fill(std::numeric_limits<std::uint32_t>::max());
  for (const std::uint32_t shingle : shingles) {
    for (std::size_t h = 0; h < kHashes; ++h) {
      // A product alone keeps the low bits' order of few inputs; the rotation brings the high ones down first.
      std::uint32_t value = (shingle ^ (kMultipliers[h] >> 7U)) * kMultipliers[h];
      value ^= value >> 15U;
      value *= 0x2C1B3C6DU;
      signature[h] = std::min(signature[h], value);
    }
  }
  return signature;
}

double jaccard(const Shingles& a, const Shingles& b) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++common;
      ++i;
      ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  const std::size_t all = a.size() + b.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

// Joins items with equal keys; returns the first item with each key, in order of appearance.
std::vector<std::uint32_t> join_equal(std::span<const std::string> keys, core::UnionFind& same) {
  std::vector<std::uint32_t> firsts;
  std::unordered_map<std::string_view, std::uint32_t> seen;
  seen.reserve(keys.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    const auto [first, is_new] = seen.emplace(keys[i], i);
    if (is_new) {
      firsts.push_back(i);
    } else {
      same.join(first->second, i);
    }
  }
  return firsts;
}

struct Entry {
  std::uint64_t hash;
  std::uint32_t item;
};

}  // namespace

std::string copy_key(std::string_view utf8) {
  constexpr int kVersion = 1;  // keys decide what is held out: they must not change with the newest version
  std::string normal = normalize(utf8, kVersion);
  KeyWriter key(normal.size());
  for (std::size_t i = 0; i < normal.size();) {
    if ((static_cast<unsigned char>(normal[i]) & 0x80U) == 0) {
      const char c = core::lower_ascii(normal[i++]);
      // "don't" and "dont" are the same word; other punctuation separates.
      if (c == '\'') continue;
      if (is_word(c)) {
        key.word(c);
      } else {
        key.separator();
      }
      continue;
    }
    const char32_t cp = next_code_point(normal, i);
    if (is_printed_apostrophe(cp)) continue;
    if ((char_bits(cp) & (kPunct | kSpace)) == 0) {
      key.word(cp);
    } else {
      key.separator();
    }
  }
  std::string words = key.take();
  return words.empty() ? normal : words;
}

core::UnionFind near_copies(std::span<const std::string> keys, const NearCopyOptions& options) {
  core::UnionFind same(keys.size());
  std::vector<Shingles> shingles(keys.size());
  std::array<std::vector<Entry>, kBands> bands;
  for (const std::uint32_t item : join_equal(keys, same)) {
    if (keys[item].size() < options.min_bytes) continue;
    shingles[item] = shingles_of(keys[item]);
    const auto signature = signature_of(shingles[item]);
    for (std::size_t b = 0; b < kBands; ++b) {
      std::uint64_t hash = b;
      for (std::size_t r = 0; r < kBandRows; ++r) hash = mix(hash ^ signature[b * kBandRows + r]);
      bands[b].push_back({hash, item});
    }
  }
  for (auto& band : bands) {
    std::sort(band.begin(), band.end(),
              [](const Entry& a, const Entry& b) { return std::pair(a.hash, a.item) < std::pair(b.hash, b.item); });
    for (std::size_t begin = 0, end = 0; begin < band.size(); begin = end) {
      while (end < band.size() && band[end].hash == band[begin].hash) ++end;
      for (std::size_t i = begin + 1; i < end; ++i) {
        const std::size_t from = i - begin > options.max_bucket ? i - options.max_bucket : begin;
        for (std::size_t j = from; j < i; ++j) {
          const std::uint32_t a = band[i].item, b = band[j].item;
          if (same.root(a) != same.root(b) && jaccard(shingles[a], shingles[b]) >= options.min_jaccard) same.join(a, b);
        }
      }
    }
  }
  return same;
}

}  // namespace emo::text
