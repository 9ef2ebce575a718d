// Bytes as letters, for the data URIs in reports and evaluations. Encoding only: what is shown goes into a page as it
// is, and nothing here reads base64.
#include "io/base64.hpp"

namespace emo::io {

std::string base64(std::string_view bytes) {
  constexpr const char* kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) {
      return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
    };
    const unsigned word = static_cast<unsigned>(byte(0)) << 16U | static_cast<unsigned>(byte(1)) << 8U | byte(2);
    out += kLetters[word >> 18U & 63U];
    out += kLetters[word >> 12U & 63U];
    out += i + 1 < bytes.size() ? kLetters[word >> 6U & 63U] : '=';
    out += i + 2 < bytes.size() ? kLetters[word & 63U] : '=';
  }
  return out;
}

}  // namespace emo::io
