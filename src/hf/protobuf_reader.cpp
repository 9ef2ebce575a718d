// Reading of protobuf's wire format (protobuf.dev/programming-guides/encoding). Knows no schema, writes nothing, and
// copies nothing: fields are views into the message, which is hostile until it ends.
#include "hf/protobuf_reader.hpp"

namespace emo::hf {

std::string_view ProtoField::text() const {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as characters
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<std::uint64_t> ProtoReader::varint() {
  constexpr int kMostBytes = 10;
  constexpr std::uint64_t kPayload = 0x7F;
  std::uint64_t value = 0;
  for (int i = 0; i < kMostBytes && static_cast<std::size_t>(i) < rest_.size(); ++i) {
    const auto byte = std::to_integer<std::uint64_t>(rest_[static_cast<std::size_t>(i)]);
    value |= (byte & kPayload) << static_cast<unsigned>(7 * i);
    if ((byte & ~kPayload) == 0) {
      rest_ = rest_.subspan(static_cast<std::size_t>(i) + 1);
      return value;
    }
  }
  return fail();
}

std::nullopt_t ProtoReader::fail() {
  damaged_ = true;
  rest_ = {};
  return std::nullopt;
}

std::optional<ProtoField> ProtoReader::next() {
  if (rest_.empty()) return std::nullopt;
  const auto key = varint();
  if (!key) return std::nullopt;
  constexpr std::uint64_t kMaxKey = std::uint64_t{1} << 32U;
  if (*key >= kMaxKey || (*key >> 3U) == 0) return fail();
  ProtoField field;
  field.number = static_cast<std::uint32_t>(*key >> 3U);
  field.wire_type = static_cast<std::uint32_t>(*key & 7U);
  std::uint64_t length = 0;
  switch (field.wire_type) {
    case 0: {
      const auto value = varint();
      if (!value) return std::nullopt;
      field.value = *value;
      return field;
    }
    case 1:
      length = 8;
      break;
    case 2: {
      const auto size = varint();
      if (!size) return std::nullopt;
      length = *size;
      break;
    }
    case 5:
      length = 4;
      break;
    default:
      return fail();
  }
  if (length > rest_.size()) return fail();
  field.bytes = rest_.first(static_cast<std::size_t>(length));
  rest_ = rest_.subspan(static_cast<std::size_t>(length));
  return field;
}

}  // namespace emo::hf
