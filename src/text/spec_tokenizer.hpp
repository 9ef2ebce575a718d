// What every tokenizer answers from its spec alone. Internal to text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "text/tokenizer.hpp"
#include "text/tokenizer_spec.hpp"

namespace emo::text {

/// A tokenizer that keeps the completed spec it is made of; how it encodes is left open.
class SpecTokenizer : public Tokenizer {
 public:
  explicit SpecTokenizer(TokenizerSpec spec) : spec_(std::move(spec)) {}

  [[nodiscard]] std::int32_t first_id() const final { return spec_.first_id; }
  [[nodiscard]] std::int32_t last_id() const final { return spec_.last_id; }
  [[nodiscard]] std::int32_t unknown_id() const final { return spec_.unknown_id; }
  [[nodiscard]] std::int32_t pad_id() const final { return spec_.pad_id; }
  [[nodiscard]] std::int64_t vocab_size() const final { return spec_.vocabulary.size(); }
  [[nodiscard]] std::string_view piece(std::int32_t id) const final { return spec_.vocabulary.piece(id); }
  [[nodiscard]] std::string to_json() const final { return write_tokenizer_json(spec_); }
  [[nodiscard]] bool ends_stated() const final { return spec_.ends_stated; }

 protected:
  const TokenizerSpec spec_;
};

}  // namespace emo::text
