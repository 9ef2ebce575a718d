// Reader and writer of safetensors. Every number in the header is taken for a lie until it has been checked; no
// arithmetic on them can overflow. Does not know which tensors a model has: io/bundle compares with the architecture.
#include "io/safetensors.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <new>
#include <set>

#include "core/assert.hpp"
#include "core/quote.hpp"
#include "io/file.hpp"
#include "io/json.hpp"

namespace emo::io {
namespace {

using core::DType;

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kMaxRank = 8;
constexpr std::size_t kDataAlignment = 64;
constexpr int kHeaderDepth = 4;

struct DTypeName {
  DType dtype;
  std::string_view name;
};
constexpr std::array kDTypes{DTypeName{DType::kF32, "F32"},   DTypeName{DType::kF16, "F16"},
                             DTypeName{DType::kBF16, "BF16"}, DTypeName{DType::kF64, "F64"},
                             DTypeName{DType::kS8, "I8"},     DTypeName{DType::kU8, "U8"},
                             DTypeName{DType::kS32, "I32"},   DTypeName{DType::kS64, "I64"}};

std::string_view name_of(DType dtype) {
  const auto* known = std::find_if(kDTypes.begin(), kDTypes.end(), [&](const auto& d) { return d.dtype == dtype; });
  EMO_ASSERT(known != kDTypes.end());
  return known->name;
}

struct Entry {
  std::string name;
  DType dtype = DType::kF32;
  core::Shape shape;
  std::uint64_t begin = 0, end = 0;  // in the data section
};

Error invalid(const std::string& origin, const std::string& problem) {
  return {ErrorCode::kInvalidModel, origin + ": " + problem};
}

// A non-negative integer that fits in 63 bits; -1 for anything else.
std::int64_t extent_of(const Json& json) {
  if (!json.is_number_unsigned()) return -1;
  const auto value = json.get<std::uint64_t>();
  return value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())
             ? static_cast<std::int64_t>(value)
             : -1;
}

Result<core::Shape> read_shape(const Json& json, const std::string& place) {
  if (!json.is_array() || json.size() > kMaxRank) {
    return invalid(place, "shape is " + core::quoted(dump_json(json)) + ", expected a list of at most " +
                              std::to_string(kMaxRank) + " integers");
  }
  core::Shape shape;
  for (const Json& extent : json) {
    shape.push_back(extent_of(extent));
    if (shape.back() < 0) {
      return invalid(place, "shape is " + core::quoted(dump_json(json)) + ", expected non-negative 64-bit integers");
    }
  }
  return shape;
}

// Bytes of a tensor of this shape. The product must fit even where another extent is 0.
Result<std::uint64_t> byte_count(const core::Shape& shape, DType dtype, const std::string& place) {
  std::uint64_t bytes = core::dtype_size(dtype);
  bool empty = false;
  for (const auto extent : shape) {
    empty = empty || extent == 0;
    const auto factor = std::max<std::uint64_t>(static_cast<std::uint64_t>(extent), 1);
    if (bytes > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / factor) {
      return invalid(place, "shape " + core::to_string(shape) + " overflows 64 bits");
    }
    bytes *= factor;
  }
  return empty ? 0 : bytes;
}

Result<DType> read_dtype(const Json& json, const std::string& place) {
  if (!json.is_string()) return invalid(place, "dtype is " + core::quoted(dump_json(json)) + ", expected a string");
  const auto& name = json.get_ref<const std::string&>();
  for (const auto& known : kDTypes) {
    if (known.name == name) return known.dtype;
  }
  return Error{ErrorCode::kUnsupported,
               place + ": dtype " + core::quoted(name) + ", expected F64, F32, F16, BF16, I8, U8, I32 or I64"};
}

Result<Entry> read_entry(const std::string& name, const Json& json, std::uint64_t data_bytes,
                         const std::string& origin) {
  const std::string place = origin + ": tensor " + core::quoted(name);
  if (!json.is_object()) return invalid(place, "expected an object with dtype, shape and data_offsets");
  for (const char* member : {"dtype", "shape", "data_offsets"}) {
    if (!json.contains(member)) return invalid(place, "member '" + std::string(member) + "' is missing");
  }
  Entry entry;
  entry.name = name;
  EMO_ASSIGN(entry.dtype, read_dtype(json["dtype"], place));
  EMO_ASSIGN(entry.shape, read_shape(json["shape"], place));
  EMO_ASSIGN(const std::uint64_t expected, byte_count(entry.shape, entry.dtype, place));

  const Json& offsets = json["data_offsets"];
  const bool pair =
      offsets.is_array() && offsets.size() == 2 && extent_of(offsets[0]) >= 0 && extent_of(offsets[1]) >= 0;
  if (!pair) return invalid(place, "data_offsets is " + core::quoted(dump_json(offsets)) + ", expected [begin, end]");
  entry.begin = static_cast<std::uint64_t>(extent_of(offsets[0]));
  entry.end = static_cast<std::uint64_t>(extent_of(offsets[1]));
  if (entry.begin > entry.end || entry.end > data_bytes) {
    return invalid(place, "data_offsets [" + std::to_string(entry.begin) + ", " + std::to_string(entry.end) +
                              "] are not within the " + std::to_string(data_bytes) + " bytes of data");
  }
  if (entry.end - entry.begin != expected) {
    return invalid(place, "data_offsets span " + std::to_string(entry.end - entry.begin) + " bytes, but shape " +
                              core::to_string(entry.shape) + " needs " + std::to_string(expected));
  }
  return entry;
}

// Sorted by place, tensors must follow each other without overlap or hole and fill the data section.
Result<void> check_layout(std::vector<Entry>& entries, std::uint64_t data_bytes, const std::string& origin) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  std::uint64_t position = 0;
  for (const Entry& entry : entries) {
    if (entry.begin != position) {
      const bool overlap = entry.begin < position;
      return invalid(origin, "tensor " + core::quoted(entry.name) + " begins at " + std::to_string(entry.begin) +
                                 (overlap ? ", overlapping the one before it, which ends at "
                                          : ", leaving a hole after the one before it, which ends at ") +
                                 std::to_string(position));
    }
    position = entry.end;
  }
  if (position != data_bytes) {
    return invalid(origin, "the tensors end at " + std::to_string(position) + ", but the file has " +
                               std::to_string(data_bytes) + " bytes of data");
  }
  return {};
}

Result<std::map<std::string, std::string>> read_metadata(const Json& json, const std::string& origin) {
  std::map<std::string, std::string> metadata;
  if (!json.is_object()) return invalid(origin, "__metadata__ is not an object");
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string()) return invalid(origin, "__metadata__ member " + core::quoted(key) + " is not a string");
    metadata[key] = value.get_ref<const std::string&>();
  }
  return metadata;
}

std::uint64_t read_little_endian(std::span<const std::byte> bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = kLengthBytes; i-- > 0;) value = value << 8U | static_cast<std::uint64_t>(bytes[i]);
  return value;
}

using AlignedCopies = std::vector<std::unique_ptr<std::byte[]>>;

}  // namespace

Result<SafeTensors> SafeTensors::open(const std::string& path) {
  EMO_ASSIGN(const MappedFile file, MappedFile::open(path));
  EMO_ASSIGN(SafeTensors parsed, parse(file.bytes(), path));
  // Copies made by parse (if any) and the mapping now live and die together.
  struct Owners {
    std::shared_ptr<const void> file, copies;
  };
  parsed.owner_ = std::make_shared<const Owners>(Owners{file.owner(), std::move(parsed.owner_)});
  parsed.mapping_ = file.bytes();
  return parsed;
}

Result<SafeTensors> SafeTensors::parse(std::span<const std::byte> bytes, const std::string& origin) {
  if (bytes.size() < kLengthBytes) {
    return invalid(origin, "has " + std::to_string(bytes.size()) + " bytes, a safetensors file has at least 8");
  }
  const std::uint64_t header_bytes = read_little_endian(bytes);
  const auto rest = bytes.subspan(kLengthBytes);
  if (header_bytes > kMaxHeaderBytes) {
    return invalid(origin, "says its header has " + std::to_string(header_bytes) + " bytes, expected at most " +
                               std::to_string(kMaxHeaderBytes));
  }
  if (header_bytes > rest.size()) {
    return invalid(origin, "says its header has " + std::to_string(header_bytes) + " bytes, but only " +
                               std::to_string(rest.size()) + " follow (truncated?)");
  }
  const auto header_size = static_cast<std::size_t>(header_bytes);
  const std::string_view header(reinterpret_cast<const char*>(rest.data()), header_size);
  if (header.empty() || header.front() != '{') return invalid(origin, "the header does not begin with '{'");
  EMO_ASSIGN(const Json json, parse_json(header, origin + ": header", ErrorCode::kInvalidModel, kHeaderDepth));
  const auto data = rest.subspan(header_size);

  if (json.size() > kMaxTensors) {
    return invalid(
        origin, "lists " + std::to_string(json.size()) + " tensors, expected at most " + std::to_string(kMaxTensors));
  }
  SafeTensors result;
  std::vector<Entry> entries;
  for (const auto& [name, value] : json.items()) {
    if (name == "__metadata__") {
      EMO_ASSIGN(result.metadata_, read_metadata(value, origin));
      continue;
    }
    EMO_ASSIGN(Entry entry, read_entry(name, value, data.size(), origin));
    entries.push_back(std::move(entry));
  }
  EMO_TRY(check_layout(entries, data.size(), origin));

  AlignedCopies copies;
  for (Entry& entry : entries) {
    auto view = data.subspan(static_cast<std::size_t>(entry.begin), static_cast<std::size_t>(entry.end - entry.begin));
    if (reinterpret_cast<std::uintptr_t>(view.data()) % core::dtype_size(entry.dtype) != 0 && !view.empty()) {
      std::unique_ptr<std::byte[]> copy(new (std::nothrow) std::byte[view.size()]);
      if (copy == nullptr) return Error{ErrorCode::kInternal, origin + ": out of memory"};
      std::memcpy(copy.get(), view.data(), view.size());
      view = {copy.get(), view.size()};
      copies.push_back(std::move(copy));
    }
    result.tensors_.emplace(std::move(entry.name), core::TensorView{entry.dtype, std::move(entry.shape), view});
  }
  if (!copies.empty()) result.owner_ = std::make_shared<const AlignedCopies>(std::move(copies));
  result.origin_ = origin;
  return result;
}

Result<core::TensorView> SafeTensors::find(std::string_view name) const {
  const auto it = tensors_.find(name);
  if (it != tensors_.end()) return it->second;
  return Error{ErrorCode::kNotFound, origin_ + ": has no tensor " + core::quoted(name)};
}

void SafeTensors::release_pages(const core::TensorView& view) const {
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto begin = reinterpret_cast<std::uintptr_t>(view.bytes.data());
  const auto end = begin + view.bytes.size();
  const auto mapped = reinterpret_cast<std::uintptr_t>(mapping_.data());
  if (mapping_.empty() || begin < mapped || end > mapped + mapping_.size()) return;
  // Only whole pages: neighbours on the edge pages may still be in use (it would be correct, but slow).
  const auto first = (begin + page - 1) / page * page;
  const auto last = end / page * page;
  // The mapping is private and never written, so dropped pages come back from the file.
  if (first >= last) return;
  auto* pages = const_cast<std::byte*>(view.bytes.data() + (first - begin));  // madvise takes no const
  ::madvise(pages, last - first, MADV_DONTNEED);
}

Result<std::string> serialize_safetensors(const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                          const std::map<std::string, std::string>& metadata) {
  OrderedJson header = OrderedJson::object();
  if (!metadata.empty()) header["__metadata__"] = metadata;
  std::set<std::string_view> names;
  std::uint64_t position = 0;
  for (const auto& [name, view] : tensors) {
    if (name == "__metadata__" || !names.insert(name).second) {
      return Error{ErrorCode::kInvalidInput, "tensor name " + core::quoted(name) + " occurs twice or is reserved"};
    }
    EMO_ASSIGN(const std::uint64_t expected, byte_count(view.shape, view.dtype, "tensor " + core::quoted(name)));
    if (expected != view.bytes.size()) {
      return Error{ErrorCode::kInvalidInput, "tensor " + core::quoted(name) + " has " +
                                                 std::to_string(view.bytes.size()) + " bytes, but shape " +
                                                 core::to_string(view.shape) + " needs " + std::to_string(expected)};
    }
    header[name] = {
        {"dtype", name_of(view.dtype)}, {"shape", view.shape}, {"data_offsets", {position, position + expected}}};
    position += expected;
  }
  std::string text = dump_json(header);
  const std::size_t padded = (kLengthBytes + text.size() + kDataAlignment - 1) / kDataAlignment * kDataAlignment;
  text.resize(padded - kLengthBytes, ' ');

  std::string out;
  out.reserve(padded + static_cast<std::size_t>(position));
  for (unsigned shift = 0; shift < 64; shift += 8) {
    out += static_cast<char>(static_cast<std::uint64_t>(text.size()) >> shift & 0xffU);
  }
  out += text;
  for (const auto& entry : tensors) {
    const auto& bytes = entry.second.bytes;
    out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  return out;
}

}  // namespace emo::io
