// Unpacking of .xz with liblzma, into memory that is bounded by what the caller expects and not by what the file
// claims. The only file that includes its header; no other compression is read.
#include "dataset/xz_file.hpp"

#include <lzma.h>

#include "io/file.hpp"

namespace emo::dataset {
namespace {

constexpr std::uint64_t kMaxPackedBytes = 1ULL << 30U;
constexpr std::uint64_t kMaxDecoderBytes = 1ULL << 30U;

}  // namespace

Result<std::vector<std::uint8_t>> read_xz(const std::string& path, std::size_t expected) {
  EMO_ASSIGN(const std::string packed, io::read_file(path, kMaxPackedBytes));
  std::vector<std::uint8_t> bytes(expected + 1);
  lzma_stream stream = LZMA_STREAM_INIT;
  if (lzma_stream_decoder(&stream, kMaxDecoderBytes, 0) != LZMA_OK) {
    return Error{ErrorCode::kInternal, path + ": cannot start the xz decoder"};
  }
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): liblzma reads bytes
  stream.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
  stream.avail_in = packed.size();
  stream.next_out = bytes.data();
  stream.avail_out = bytes.size();
  const lzma_ret outcome = lzma_code(&stream, LZMA_FINISH);
  const std::size_t got = bytes.size() - stream.avail_out;
  lzma_end(&stream);
  if (outcome != LZMA_STREAM_END && got <= expected) {
    return Error{ErrorCode::kInvalidData, path + ": the xz data is damaged after " + std::to_string(got) + " bytes"};
  }
  if (got != expected) {
    return Error{ErrorCode::kInvalidData, path + ": unpacks to " + (got > expected ? "more than " : "") +
                                              std::to_string(got > expected ? expected : got) + " bytes, expected " +
                                              std::to_string(expected)};
  }
  bytes.resize(expected);
  return bytes;
}

}  // namespace emo::dataset
