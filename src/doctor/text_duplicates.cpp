// MinHash with banding, verified pair by pair. Works on keys; knows nothing of splits and labels.
#include "doctor/text_duplicates.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "core/ascii.hpp"
#include "core/union_find.hpp"
#include "text/normalizer.hpp"

namespace emo::doctor {
namespace {

constexpr std::size_t kShingle = 5;
constexpr std::size_t kHashes = 64, kBandRows = 4, kBands = kHashes / kBandRows;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

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

/// The first item with each key, in order of appearance, and every item's position in that list.
struct Distinct {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> of_item;
};

Distinct distinct_keys(std::span<const std::string> keys) {
  Distinct distinct;
  std::unordered_map<std::string_view, std::uint32_t> seen;
  seen.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto [it, is_new] = seen.emplace(keys[i], static_cast<std::uint32_t>(distinct.first.size()));
    if (is_new) distinct.first.push_back(static_cast<std::uint32_t>(i));
    distinct.of_item.push_back(it->second);
  }
  return distinct;
}

/// Groups of items by a class each, those of at least two, ordered by their first item.
std::vector<std::vector<std::uint32_t>> groups_of(const std::vector<std::uint32_t>& class_of_item) {
  std::vector<std::vector<std::uint32_t>> groups(class_of_item.size());
  for (std::size_t i = 0; i < class_of_item.size(); ++i)
    groups[class_of_item[i]].push_back(static_cast<std::uint32_t>(i));
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace

std::string duplicate_key(std::string_view utf8) {
  const std::string normal = core::lower_ascii(text::normalize(utf8));
  std::string key;
  key.reserve(normal.size());
  for (std::size_t i = 0; i < normal.size(); ++i) {
    const char c = normal[i];
    // "don't" and "dont" are the same word; other punctuation separates.
    if (c == '\'') continue;
    if (is_word(c)) {
      key += c;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key.empty() ? normal : key;
}

DuplicateGroups exact_duplicates(std::span<const std::string> keys) {
  return {groups_of(distinct_keys(keys).of_item), "same words, ignoring case and punctuation"};
}

DuplicateGroups near_duplicates(std::span<const std::string> keys, const NearOptions& options) {
  const Distinct distinct = distinct_keys(keys);
  const std::size_t n = distinct.first.size();
  std::vector<Shingles> shingles(n);
  struct Entry {
    std::uint64_t hash;
    std::uint32_t text;
  };
  std::vector<std::vector<Entry>> bands(kBands);
  for (std::uint32_t t = 0; t < n; ++t) {
    const std::string& key = keys[distinct.first[t]];
    if (key.size() < options.min_bytes) continue;
    shingles[t] = shingles_of(key);
    const auto signature = signature_of(shingles[t]);
    for (std::size_t b = 0; b < kBands; ++b) {
      std::uint64_t hash = b;
      for (std::size_t r = 0; r < kBandRows; ++r) hash = mix(hash ^ signature[b * kBandRows + r]);
      bands[b].push_back({hash, t});
    }
  }
  core::UnionFind same(n);
  for (auto& band : bands) {
    std::sort(band.begin(), band.end(),
              [](const Entry& a, const Entry& b) { return std::pair(a.hash, a.text) < std::pair(b.hash, b.text); });
    for (std::size_t begin = 0, end = 0; begin < band.size(); begin = end) {
      while (end < band.size() && band[end].hash == band[begin].hash) ++end;
      for (std::size_t i = begin + 1; i < end; ++i) {
        const std::size_t from = i - begin > options.max_bucket ? i - options.max_bucket : begin;
        for (std::size_t j = from; j < i; ++j) {
          const std::uint32_t a = band[i].text, b = band[j].text;
          if (same.root(a) != same.root(b) && jaccard(shingles[a], shingles[b]) >= options.min_jaccard) same.join(a, b);
        }
      }
    }
  }
  std::vector<std::uint32_t> class_of_item(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) class_of_item[i] = same.root(distinct.of_item[i]);
  auto groups = groups_of(class_of_item);
  // Groups of equal keys alone are exact_duplicates' business.
  std::erase_if(groups, [&](const auto& group) {
    return std::all_of(group.begin(), group.end(),
                       [&](std::uint32_t i) { return distinct.of_item[i] == distinct.of_item[group.front()]; });
  });
  return {std::move(groups), "at least " + std::to_string(static_cast<int>(100 * options.min_jaccard + 0.5)) +
                                 " % of their character 5-grams in common"};
}

}  // namespace emo::doctor
