// SHA-256 by libnettle, which uses the CPU's SHA instructions where there are any. Chosen over libcrypto because that
// one takes 2.6 ms of every program start to load and set up (measured with 23 MB; the hash itself is as fast).
#include "io/sha256.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <vector>

#include "io/descriptor.hpp"

namespace emo::io {
namespace {

constexpr std::size_t kReadStep = std::size_t{1} << 17;  // stays in the second-level cache

}  // namespace

struct Sha256::State {
  sha256_ctx context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  sha256_init(&state_->context);
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::byte> bytes) {
  sha256_update(&state_->context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::finish() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&state_->context, digest.size(), digest.data());  // also resets the context
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

std::string sha256_hex(std::span<const std::byte> bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

std::string sha256_hex(std::string_view text) {
  return sha256_hex(std::as_bytes(std::span(text.data(), text.size())));
}

Result<std::string> sha256_file(const std::string& path) {
  EMO_ASSIGN(const Descriptor file, open_for_reading(path));
  std::vector<char> buffer(kReadStep);
  Sha256 hash;
  for (;;) {
    EMO_ASSIGN(const std::size_t got, read_some(file, buffer, path));
    if (got == 0) return hash.finish();
    hash.update(std::string_view(buffer.data(), got));
  }
}

}  // namespace emo::io
