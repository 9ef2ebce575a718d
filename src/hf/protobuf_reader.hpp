// The wire format of protocol buffers, as far as reading needs it. Internal to hf.
//
// Why our own: the detector's weights are an ONNX file, and reading it must work in the lean set-up. libonnx with
// libprotobuf adds 17 MB of packages for the sake of some fifty arrays of floats; the format itself is four rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace emo::hf {

/// One field of a message. Which member counts follows from the wire type.
struct ProtoField {
  std::uint32_t number = 0;
  std::uint32_t wire_type = 0;       ///< 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes
  std::uint64_t value = 0;           ///< of wire type 0
  std::span<const std::byte> bytes;  ///< of wire types 1, 2, 5

  [[nodiscard]] bool is_bytes() const { return wire_type == 2; }
  [[nodiscard]] bool is_varint() const { return wire_type == 0; }
  [[nodiscard]] std::string_view text() const;
};

/// Walks over the fields of one message. Never reads outside of `message`, whatever it holds.
class ProtoReader {
 public:
  explicit ProtoReader(std::span<const std::byte> message) : rest_(message) {}
  /// The next field; nullopt at the end or at the first damage.
  std::optional<ProtoField> next();
  /// True when the message ended in the middle of a field or holds a group or an unknown wire type.
  [[nodiscard]] bool damaged() const { return damaged_; }
  /// A varint at the start of what is left; used for packed lists.
  std::optional<std::uint64_t> varint();
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::nullopt_t fail();
  std::span<const std::byte> rest_;
  bool damaged_ = false;
};

}  // namespace emo::hf
