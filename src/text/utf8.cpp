// UTF-8 validation and decoding. Validation is separate from decoding so that everything behind it may decode
// without checks; no conversion to other encodings here.
#include "text/utf8.hpp"

#include <cstring>
#include <string>

namespace emo::text {
namespace {

using Byte = unsigned char;

std::string hex(const Byte* p, std::size_t size) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0) out += ' ';
    out += kDigits[p[i] >> 4U];
    out += kDigits[p[i] & 15U];
  }
  return out;
}

}  // namespace

Result<void> validate_utf8(std::string_view bytes) {
  const auto* p = reinterpret_cast<const Byte*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t i = 0;
  while (i < size) {
    while (i + 8 <= size) {  // eight ASCII bytes at a time
      std::uint64_t word = 0;
      std::memcpy(&word, p + i, 8);
      if ((word & 0x8080808080808080ULL) != 0) break;
      i += 8;
    }
    if (i >= size) break;
    const std::size_t length = core::utf8_sequence_length(p + i, size - i);
    if (length == 0) {
      const std::size_t shown = size - i < 4 ? size - i : 4;
      return Error{ErrorCode::kInvalidInput, "byte offset " + std::to_string(i) + ": bytes " + hex(p + i, shown) +
                                                 " are not UTF-8; expected text in valid UTF-8"};
    }
    i += length;
  }
  return {};
}

Result<void> validate_model_utf8(std::string_view bytes, std::string_view file) {
  const auto valid = validate_utf8(bytes);
  if (!valid) return Error{ErrorCode::kInvalidModel, valid.error().message}.at(file);
  return {};
}

std::string without_foreign_bytes(std::string_view bytes) {
  if (validate_utf8(bytes)) return std::string(bytes);
  std::string out;
  for (const char c : bytes) {
    if (static_cast<Byte>(c) < 0x80) {
      out += c;
    } else {
      out += "\xEF\xBF\xBD";
    }
  }
  return out;
}

void append_code_point(std::string& out, char32_t cp) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (cp < 0x80) {
    put(cp);
  } else if (cp < 0x800) {
    put(0xC0U | cp >> 6U);
    put(0x80U | (cp & 0x3FU));
  } else if (cp < 0x10000) {
    put(0xE0U | cp >> 12U);
    put(0x80U | (cp >> 6U & 0x3FU));
    put(0x80U | (cp & 0x3FU));
  } else {
    put(0xF0U | cp >> 18U);
    put(0x80U | (cp >> 12U & 0x3FU));
    put(0x80U | (cp >> 6U & 0x3FU));
    put(0x80U | (cp & 0x3FU));
  }
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += core::is_utf8_continuation(c) ? 0U : 1U;
  return count;
}

}  // namespace emo::text
