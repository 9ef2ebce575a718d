// SHA-256 (FIPS 180-4).
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "emo/error.hpp"

namespace emo::io {

/// The digest of a stream of bytes. Not thread-safe; movable.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void update(std::span<const std::byte> bytes);
  void update(std::string_view text) { update(std::as_bytes(std::span(text.data(), text.size()))); }

  /// 64 lower-case hex digits; afterwards the object is as new.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// 64 lower-case hex digits of the digest of `bytes`.
std::string sha256_hex(std::span<const std::byte> bytes);
std::string sha256_hex(std::string_view text);

/// The digest of a file, read in small steps (constant memory, no pages mapped). Errors: kNotFound, kIo.
Result<std::string> sha256_file(const std::string& path);

}  // namespace emo::io
