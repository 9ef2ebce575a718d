// Where the normaliser writes: text, single blanks, words in the place of symbols, and the origin of each byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emo::text {

/// Receives the text as runs of the source and as words put in their place; keeps offsets if wanted.
template <bool kOffsets>
class NormalizedSink {
 public:
  static constexpr std::size_t kMaxSymbolRun = 2;

  NormalizedSink(std::string& out, std::vector<std::uint32_t>* source) : out_(out), source_(source) {}

  void copy(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    settle_blank();
    out_.append(text, begin, end - begin);
    if constexpr (kOffsets) {
      for (std::size_t i = begin; i < end; ++i) source_->push_back(static_cast<std::uint32_t>(i));
    }
    last_symbol_ = {};
  }

  /// Words that stand for what is at `origin`; `apart` puts blanks around them.
  void words(std::string_view words, std::size_t origin, bool apart) {
    if (apart) blank(origin);
    settle_blank();
    out_ += words;
    if constexpr (kOffsets) source_->resize(out_.size(), static_cast<std::uint32_t>(origin));
    last_symbol_ = {};
  }

  /// An emoji or emoticon; of equal neighbours only kMaxSymbolRun are kept.
  void symbol(std::string_view name, std::size_t origin, std::size_t end) {
    symbol_run_ = name == last_symbol_ ? symbol_run_ + 1 : 1;
    if (symbol_run_ <= kMaxSymbolRun) words(name, origin, true);
    last_symbol_ = name;
    blank(end);
  }

  void blank(std::size_t origin) {
    if (blank_pending_ || out_.empty() || out_.back() == ' ') return;
    blank_pending_ = true;
    blank_origin_ = origin;
  }

 private:
  void settle_blank() {
    if (!blank_pending_) return;
    blank_pending_ = false;
    out_ += ' ';
    if constexpr (kOffsets) source_->push_back(static_cast<std::uint32_t>(blank_origin_));
  }

  std::string& out_;
  std::vector<std::uint32_t>* source_;
  std::string_view last_symbol_;
  std::size_t symbol_run_ = 0, blank_origin_ = 0;
  bool blank_pending_ = false;
};

}  // namespace emo::text
