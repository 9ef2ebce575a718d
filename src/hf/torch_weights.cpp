// From the calls that a pickled state_dict notes ("rebuild a tensor of this storage, offset, size and stride") to views
// of the storages. Pickles are pickle.cpp's, archives zip_archive.cpp's.
#include "hf/torch_weights.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/quote.hpp"
#include "hf/pickle.hpp"
#include "hf/zip_archive.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

using Kind = PickleValue::Kind;
using Bytes = std::span<const std::byte>;

constexpr std::size_t kMaxRank = 8;  // as in safetensors
constexpr std::int64_t kMostElements = std::int64_t{1} << 40;
constexpr std::uint64_t kReorderedPerByte = 4;  // of the file: elements may be shown by several tensors
constexpr std::string_view kZipMark = "PK\x03\x04";
constexpr std::string_view kOlderMagic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";  // the integer of its first pickle
constexpr std::string_view kNoStateDict =
    "holds no state_dict, expected tensors by name as save_pretrained writes them (a whole module, a training "
    "checkpoint or TorchScript is not read)";

/// What the views point into.
struct Storage {
  io::MappedFile file;
  std::map<std::string, std::vector<std::byte>, std::less<>> entries;
  std::deque<std::vector<std::byte>> reordered;
  std::uint64_t reorderable = 0;  // bytes that may still be added to `reordered`
};

/// What a storage is made of.
struct Element {
  std::string_view storage;
  std::size_t width;                ///< bytes; what follows a storage is found by it, also by one that is left out
  std::optional<core::DType> type;  ///< none: a type that this project has not
};

/// nullptr for a type that nobody here has heard of.
const Element* element_of(std::string_view storage) {
  using core::DType;
  static constexpr Element kElements[] = {
      {"torch.FloatStorage", 4, DType::kF32},         {"torch.HalfStorage", 2, DType::kF16},
      {"torch.BFloat16Storage", 2, DType::kBF16},     {"torch.CharStorage", 1, DType::kS8},
      {"torch.ByteStorage", 1, DType::kU8},           {"torch.BoolStorage", 1, DType::kU8},
      {"torch.IntStorage", 4, DType::kS32},           {"torch.LongStorage", 8, DType::kS64},
      {"torch.ShortStorage", 2, std::nullopt},        {"torch.DoubleStorage", 8, DType::kF64},
      {"torch.ComplexFloatStorage", 8, std::nullopt}, {"torch.ComplexDoubleStorage", 16, std::nullopt},
      {"torch.QInt8Storage", 1, std::nullopt},        {"torch.QUInt8Storage", 1, std::nullopt},
      {"torch.QInt32Storage", 4, std::nullopt}};
  const auto* const found = std::find_if(std::begin(kElements), std::end(kElements),
                                         [&](const Element& element) { return element.storage == storage; });
  return found == std::end(kElements) ? nullptr : found;
}

/// A storage as a tensor's call names it: ("storage", type, key, where it was, elements). Texts are the pickle's, as
/// any number of tensors may name one.
struct StorageName {
  std::string_view key, type;
};

struct TensorCall {
  StorageName storage;
  std::int64_t offset = 0;
  core::Shape shape, strides;
};

class StateDict {
 public:
  explicit StateDict(const Pickle& pickle) : pickle_(pickle) {}

  /// The tensors by name; other entries are left out.
  Result<std::map<std::string, TensorCall>> tensors() const {
    const PickleValue& root = pickle_.root();
    std::map<std::string, TensorCall> out;
    if (root.kind != Kind::kDict) return Error{ErrorCode::kUnsupported, std::string(kNoStateDict)};
    for (std::size_t i = 0; i + 1 < root.items.size(); i += 2) {
      const PickleValue& name = pickle_.at(root.items[i]);
      const PickleValue* made = rebuilt(pickle_.at(root.items[i + 1]));
      if (name.kind != Kind::kText || made == nullptr) continue;
      auto call = tensor_call(*made);
      if (!call) return call.error().at("tensor " + core::quoted(name.text));
      out.insert_or_assign(name.text, std::move(call).value());
    }
    if (out.empty()) return Error{ErrorCode::kUnsupported, std::string(kNoStateDict)};
    return out;
  }

  /// The type of every storage that the pickle names, used or not, by its key.
  [[nodiscard]] std::map<std::string_view, std::string_view> storages() const {
    std::map<std::string_view, std::string_view> out;
    for (const PickleValue& value : pickle_.values()) {
      if (const auto name = storage_name(value)) out.emplace(name->key, name->type);
    }
    return out;
  }

 private:
  [[nodiscard]] bool calls(const PickleValue& value, std::string_view callee) const {
    return value.kind == Kind::kCall && pickle_.at(value.items[0]).text == callee;
  }

  [[nodiscard]] bool makes_tensor(const PickleValue& value) const {
    return calls(value, "torch._utils._rebuild_tensor_v2") || calls(value, "torch._utils._rebuild_tensor");
  }

  /// The call that makes a tensor, under the wrapping that makes it a parameter; nullptr when it is none.
  [[nodiscard]] const PickleValue* rebuilt(const PickleValue& value) const {
    if (makes_tensor(value)) return &value;
    if (!calls(value, "torch._utils._rebuild_parameter")) return nullptr;
    const auto& arguments = pickle_.at(value.items[1]).items;
    // One wrapping is what there is: a parameter of a parameter could be a cycle.
    return !arguments.empty() && makes_tensor(pickle_.at(arguments[0])) ? &pickle_.at(arguments[0]) : nullptr;
  }

  [[nodiscard]] std::optional<StorageName> storage_name(const PickleValue& value) const {
    if (value.kind != Kind::kPersistent) return std::nullopt;
    const PickleValue& tuple = pickle_.at(value.items[0]);
    if (tuple.kind != Kind::kSequence || tuple.items.size() < 5) return std::nullopt;
    const auto part = [&](std::size_t i) -> const PickleValue& { return pickle_.at(tuple.items[i]); };
    const bool view = tuple.items.size() > 5 && part(5).kind != Kind::kNone;  // of another storage: PyTorch before 0.4
    if (part(0).text != "storage" || part(1).kind != Kind::kGlobal || part(2).kind != Kind::kText ||
        part(4).kind != Kind::kInteger || view) {
      return std::nullopt;
    }
    return StorageName{part(2).text, part(1).text};
  }

  [[nodiscard]] std::optional<core::Shape> extents(const PickleValue& value) const {
    if (value.kind != Kind::kSequence) return std::nullopt;
    core::Shape out;
    for (const std::uint32_t place : value.items) {
      const PickleValue& extent = pickle_.at(place);
      if (extent.kind != Kind::kInteger || extent.integer < 0) return std::nullopt;
      out.push_back(extent.integer);
    }
    return out;
  }

  [[nodiscard]] Result<TensorCall> tensor_call(const PickleValue& call) const {
    const Error damaged{ErrorCode::kInvalidModel, "is not rebuilt from a storage, an offset, a size and strides"};
    const PickleValue& arguments = pickle_.at(call.items[1]);
    if (arguments.kind != Kind::kSequence || arguments.items.size() < 4) return damaged;
    const auto part = [&](std::size_t i) -> const PickleValue& { return pickle_.at(arguments.items[i]); };
    if (part(2).items.size() > kMaxRank) {
      return Error{ErrorCode::kUnsupported, "has " + std::to_string(part(2).items.size()) +
                                                " dimensions, expected at most " + std::to_string(kMaxRank)};
    }
    auto storage = storage_name(part(0));
    auto shape = extents(part(2)), strides = extents(part(3));
    if (!storage || part(1).kind != Kind::kInteger || !shape || !strides || shape->size() != strides->size()) {
      return damaged;
    }
    return TensorCall{*storage, part(1).integer, std::move(*shape), std::move(*strides)};
  }

  const Pickle& pickle_;
};

/// Elements of `shape`; nullopt where they are more than `most`.
std::optional<std::int64_t> elements_of(const core::Shape& shape, std::int64_t most) {
  if (std::find(shape.begin(), shape.end(), 0) != shape.end()) return 0;
  std::int64_t elements = 1;
  for (const std::int64_t extent : shape) {
    if (extent > most / elements) return std::nullopt;
    elements *= extent;
  }
  return elements;
}

/// The place behind the last element that is used; nullopt where it is beyond `most`.
std::optional<std::int64_t> end_of(const TensorCall& call, std::int64_t most) {
  std::int64_t last = call.offset;
  for (std::size_t d = 0; d < call.shape.size(); ++d) {
    const std::int64_t steps = call.shape[d] - 1;
    if (steps > 0 && call.strides[d] > (most - last) / steps) return std::nullopt;
    last += steps * call.strides[d];
  }
  return last < most ? std::optional(last + 1) : std::nullopt;
}

bool is_contiguous(const TensorCall& call) {
  std::int64_t stride = 1;
  for (std::size_t d = call.shape.size(); d-- > 0;) {
    if (call.shape[d] != 1 && call.strides[d] != stride) return false;
    stride *= call.shape[d];
  }
  return true;
}

/// The elements in the order of their indices.
std::vector<std::byte> in_order(const TensorCall& call, Bytes storage, std::size_t width, std::int64_t elements) {
  std::vector<std::byte> out(static_cast<std::size_t>(elements) * width);
  core::Shape index(call.shape.size(), 0);
  for (std::size_t to = 0; to < out.size(); to += width) {
    std::int64_t from = call.offset;
    for (std::size_t d = 0; d < index.size(); ++d) from += index[d] * call.strides[d];
    std::memcpy(out.data() + to, storage.data() + static_cast<std::size_t>(from) * width, width);
    for (std::size_t d = index.size(); d-- > 0 && ++index[d] == call.shape[d];) index[d] = 0;
  }
  return out;
}

/// nullopt when the elements are of a type that this project has not.
Result<std::optional<core::TensorView>> view_of(const TensorCall& call, Bytes storage, Storage& owner) {
  const Element* element = element_of(call.storage.type);
  if (element == nullptr || !element->type) return std::optional<core::TensorView>();
  const core::DType type = *element->type;
  const std::size_t width = element->width;
  const auto there = static_cast<std::int64_t>(storage.size() / width);
  const auto elements = elements_of(call.shape, kMostElements);  // more than `there` where a stride is 0
  if (elements && *elements == 0) return std::optional(core::TensorView{type, call.shape, {}});
  if (!elements || call.offset < 0 || !end_of(call, there)) {
    return Error{ErrorCode::kInvalidModel, "with shape " + core::to_string(call.shape) + ", strides " +
                                               core::to_string(call.strides) + " and offset " +
                                               std::to_string(call.offset) + " lies outside of its storage of " +
                                               std::to_string(there) + " elements"};
  }
  if (is_contiguous(call)) {
    const Bytes bytes =
        storage.subspan(static_cast<std::size_t>(call.offset) * width, static_cast<std::size_t>(*elements) * width);
    return std::optional(core::TensorView{type, call.shape, bytes});
  }
  const std::uint64_t size = static_cast<std::uint64_t>(*elements) * width;
  if (size > owner.reorderable) {
    return Error{ErrorCode::kTooLarge, "would take more than " + std::to_string(kReorderedPerByte) +
                                           " times the file's size, together with the other tensors that are not " +
                                           "contiguous"};
  }
  owner.reorderable -= size;
  owner.reordered.push_back(in_order(call, storage, width, *elements));
  return std::optional(core::TensorView{type, call.shape, owner.reordered.back()});
}

/// `storage_of` gives the bytes of a storage by its key.
template <class StorageOf>
Result<OwnedWeights> weights_of(const StateDict& dict, const std::shared_ptr<Storage>& owner, StorageOf storage_of) {
  EMO_ASSIGN(const auto calls, dict.tensors());
  OwnedWeights out;
  for (const auto& [name, call] : calls) {
    const auto bytes = storage_of(call.storage.key);
    if (!bytes) return bytes.error().at("tensor " + core::quoted(name));
    auto view = view_of(call, *bytes, *owner);
    if (!view) return view.error().at("tensor " + core::quoted(name));
    if (*view) out.tensors.emplace(name, std::move(**view));
  }
  out.owner = owner;
  return out;
}

/// The zip form: PREFIX/data.pkl, PREFIX/byteorder (PyTorch 2 on) and the storages PREFIX/data/KEY.
Result<OwnedWeights> read_zip(const std::string& path, const std::shared_ptr<Storage>& owner) {
  EMO_ASSIGN(const auto archive, ZipArchive::open(path));
  constexpr std::string_view kPickle = "data.pkl";
  const auto& names = archive.names();
  const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
    return name == kPickle || name.ends_with("/" + std::string(kPickle));
  });
  if (found == names.end()) return Error{ErrorCode::kUnsupported, std::string(kNoStateDict)};
  const std::string prefix = found->substr(0, found->size() - kPickle.size());
  if (std::find(names.begin(), names.end(), prefix + "byteorder") != names.end()) {
    EMO_ASSIGN(const auto order, archive.read(prefix + "byteorder"));
    if (!order.empty() && order.front() != std::byte{'l'}) {
      return Error{ErrorCode::kUnsupported, "was written on a big-endian machine, expected little-endian"};
    }
  }
  EMO_ASSIGN(const auto pickled, archive.read(*found));
  EMO_ASSIGN(const Pickle pickle, Pickle::read(pickled));
  return weights_of(StateDict(pickle), owner, [&](std::string_view key) -> Result<Bytes> {
    const auto known = owner->entries.find(key);
    if (known != owner->entries.end()) return Bytes(known->second);
    EMO_ASSIGN(auto bytes, archive.read(prefix + "data/" + std::string(key)));
    return Bytes(owner->entries.emplace(std::string(key), std::move(bytes)).first->second);
  });
}

/// The form before: five pickles (magic number, version, machine, state_dict, keys of the storages), then for each key
/// its number of elements and the elements.
class OlderFile {
 public:
  explicit OlderFile(std::shared_ptr<Storage> owner) : owner_(std::move(owner)), rest_(owner_->file.bytes()) {}

  Result<OwnedWeights> read() {
    const auto magic = next();
    if (!magic || magic->root().kind != Kind::kInteger || magic->root().text != kOlderMagic) {
      return Error{ErrorCode::kInvalidModel, "is no file of torch.save"};
    }
    EMO_ASSIGN([[maybe_unused]] const Pickle version, next());
    EMO_ASSIGN([[maybe_unused]] const Pickle machine, next());
    EMO_ASSIGN(const Pickle pickle, next());
    EMO_ASSIGN(const Pickle keys, next());
    const StateDict dict(pickle);
    EMO_TRY(find_storages(keys, dict.storages()));
    return weights_of(dict, owner_, [&](std::string_view key) -> Result<Bytes> {
      const auto found = storages_.find(key);
      if (found != storages_.end()) return found->second;
      return Error{ErrorCode::kInvalidModel, "its storage " + core::quoted(key) + " is missing"};
    });
  }

 private:
  Result<Pickle> next() {
    EMO_ASSIGN(Pickle pickle, Pickle::read(rest_));
    rest_ = rest_.subspan(pickle.size());
    return pickle;
  }

  Result<void> find_storages(const Pickle& keys, const std::map<std::string_view, std::string_view>& types) {
    for (const std::uint32_t place : keys.root().items) {
      const std::string& key = keys.at(place).text;
      const auto type = types.find(key);
      const Element* element = type != types.end() ? element_of(type->second) : nullptr;
      std::uint64_t elements = 0;
      if (element == nullptr) {
        return Error{ErrorCode::kUnsupported, "storage " + core::quoted(key) + " is of a type that is not read"};
      }
      const bool counted = rest_.size() >= sizeof(elements);
      if (counted) {
        std::memcpy(&elements, rest_.data(), sizeof(elements));
        rest_ = rest_.subspan(sizeof(elements));
      }
      if (!counted || elements > rest_.size() / element->width) {
        return Error{ErrorCode::kInvalidModel, "ends within storage " + core::quoted(key)};
      }
      const auto size = static_cast<std::size_t>(elements) * element->width;
      storages_.emplace(key, rest_.first(size));
      rest_ = rest_.subspan(size);
    }
    return {};
  }

  std::shared_ptr<Storage> owner_;
  Bytes rest_;
  std::map<std::string, Bytes, std::less<>> storages_;
};

}  // namespace

Result<OwnedWeights> read_torch_weights(const std::string& path) {
  const auto owner = std::make_shared<Storage>();
  EMO_ASSIGN(owner->file, io::MappedFile::open(path));
  const Bytes bytes = owner->file.bytes();
  const bool zip = bytes.size() >= kZipMark.size() && std::memcmp(bytes.data(), kZipMark.data(), kZipMark.size()) == 0;
  owner->reorderable = kReorderedPerByte * bytes.size();
  auto weights = zip ? read_zip(path, owner) : OlderFile(owner).read();
  if (!weights) return weights.error().at(path);
  return weights;
}

}  // namespace emo::hf
