// A stack machine with a memo, as Python's pickletools documents it, less everything that would run code.
#include "hf/pickle.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "hf/pickle_opcodes.hpp"

namespace emo::hf {
namespace {

constexpr std::size_t kMaxValues = 1u << 20;
constexpr std::size_t kMaxPlaces = 1u << 24;  // in all containers together, names that are joined counted by the byte
constexpr std::string_view kOrderedDict = "collections.OrderedDict";

}  // namespace

class PickleMachine {
 public:
  explicit PickleMachine(std::span<const std::byte> bytes) : bytes_(bytes) {}

  Result<Pickle> run() {
    while (!stopped_) {
      if (at_ >= bytes_.size()) return damaged("ends early");
      // Marks, copies of the top and what is remembered make no value, and a byte makes up to fifty of them.
      if (std::max({stack_.size(), marks_.size(), memo_.size()}) > kMaxValues) return too_large();
      start_ = at_;
      EMO_TRY(step(static_cast<unsigned char>(bytes_[at_++])));
    }
    out_.size_ = at_;
    return std::move(out_);
  }

 private:
  using Kind = PickleValue::Kind;

  [[nodiscard]] Error damaged(const std::string& what) const {
    return {ErrorCode::kInvalidModel, "the pickle is damaged: byte " + std::to_string(start_) + " " + what};
  }

  [[nodiscard]] static Error too_large() {
    return {ErrorCode::kTooLarge, "the pickle holds over " + std::to_string(kMaxValues) + " values, or over " +
                                      std::to_string(kMaxPlaces) + " in its containers"};
  }

  Result<std::span<const std::byte>> take(std::uint64_t size) {
    if (size > bytes_.size() - at_) return damaged("asks for " + std::to_string(size) + " bytes beyond the end");
    const auto taken = bytes_.subspan(at_, static_cast<std::size_t>(size));
    at_ += taken.size();
    return taken;
  }

  /// A little-endian number of `width` bytes, at most 8.
  Result<std::uint64_t> number(std::size_t width) {
    EMO_ASSIGN(const auto taken, take(width));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value |= std::to_integer<std::uint64_t>(taken[i]) << (8 * i);
    return value;
  }

  Result<std::string> text(std::size_t length_width) {
    EMO_ASSIGN(const std::uint64_t length, number(length_width));
    EMO_ASSIGN(const auto taken, take(length));
    std::string out(taken.size(), '\0');
    if (!taken.empty()) std::memcpy(out.data(), taken.data(), taken.size());
    return out;
  }

  Result<std::string> line() {
    const auto rest = bytes_.subspan(at_);
    const auto end = std::find(rest.begin(), rest.end(), std::byte{'\n'});
    if (end == rest.end()) return damaged("begins a name that does not end");
    std::string out;
    for (auto it = rest.begin(); it != end; ++it) out.push_back(static_cast<char>(*it));
    at_ += out.size() + 1;
    return out;
  }

  Result<void> count(std::size_t places) {
    places_ += places;
    if (out_.values_.size() < kMaxValues && places_ <= kMaxPlaces) return {};
    return too_large();
  }

  Result<void> push(PickleValue value) {
    EMO_TRY(count(value.items.size()));
    stack_.push_back(static_cast<std::uint32_t>(out_.values_.size()));
    out_.values_.push_back(std::move(value));
    return {};
  }

  Result<void> push_text(std::size_t length_width) {
    EMO_ASSIGN(std::string value, text(length_width));
    return push({Kind::kText, 0, std::move(value), {}});
  }

  /// Two's complement, little-endian, of any length.
  Result<void> push_long(std::size_t length_width) {
    EMO_ASSIGN(std::string digits, text(length_width));
    PickleValue value{Kind::kInteger, 0, {}, {}};
    if (digits.size() > 8) {
      value.text = std::move(digits);
      return push(std::move(value));
    }
    std::uint64_t bits = !digits.empty() && (static_cast<unsigned char>(digits.back()) & 0x80u) != 0 ? ~0ULL : 0;
    for (std::size_t i = digits.size(); i-- > 0;) bits = (bits << 8) | static_cast<unsigned char>(digits[i]);
    value.integer = static_cast<std::int64_t>(bits);
    return push(std::move(value));
  }

  /// What lies above the place `bottom` of the stack, taken off it.
  Result<std::vector<std::uint32_t>> pop_above(std::size_t bottom) {
    if (bottom > stack_.size()) return damaged("takes more from the stack than it holds");
    std::vector<std::uint32_t> taken(stack_.begin() + static_cast<std::ptrdiff_t>(bottom), stack_.end());
    stack_.resize(bottom);
    return taken;
  }

  Result<std::vector<std::uint32_t>> pop(std::size_t count) {
    // Values under a mark belong to what the mark collects.
    const std::size_t floor = marks_.empty() ? 0 : marks_.back();
    if (stack_.size() < floor + count) return damaged("takes more from the stack than it holds");
    return pop_above(stack_.size() - count);
  }

  Result<std::vector<std::uint32_t>> pop_to_mark() {
    if (marks_.empty()) return damaged("collects to a mark, and there is none");
    const std::size_t bottom = marks_.back();
    marks_.pop_back();
    return pop_above(bottom);
  }

  Result<void> push_sequence(Result<std::vector<std::uint32_t>> items) {
    if (!items) return items.error();
    return push({Kind::kSequence, 0, {}, std::move(items).value()});
  }

  Result<std::uint32_t> top() {
    EMO_ASSIGN(const auto popped, pop(1));
    stack_.push_back(popped.front());
    return popped.front();
  }

  Result<void> append_to(Kind kind, const Result<std::vector<std::uint32_t>>& items) {
    if (!items) return items.error();
    EMO_ASSIGN(const std::uint32_t place, top());
    PickleValue& container = out_.values_[place];
    if (container.kind != kind) {
      return Error{ErrorCode::kUnsupported, "the pickle fills an object that is neither a list nor a dictionary"};
    }
    if (kind == Kind::kDict && items->size() % 2 != 0) return damaged("sets a key without a value");
    EMO_TRY(count(items->size()));
    container.items.insert(container.items.end(), items->begin(), items->end());
    return {};
  }

  Result<void> push_dict(Result<std::vector<std::uint32_t>> items) {
    if (!items) return items.error();
    if (items->size() % 2 != 0) return damaged("makes a dictionary with a key without a value");
    return push({Kind::kDict, 0, {}, std::move(items).value()});
  }

  /// OrderedDict() and OrderedDict([(key, value), …]) are dictionaries; every other call is noted, not made.
  Result<void> call() {
    EMO_ASSIGN(auto called, pop(2));
    const PickleValue& callee = out_.values_[called[0]];
    const PickleValue& arguments = out_.values_[called[1]];
    if (callee.kind != Kind::kGlobal || callee.text != kOrderedDict || arguments.kind != Kind::kSequence) {
      return push({Kind::kCall, 0, {}, std::move(called)});
    }
    PickleValue dict{Kind::kDict, 0, {}, {}};
    if (!arguments.items.empty()) {
      for (const std::uint32_t pair : out_.values_[arguments.items[0]].items) {
        const auto& entry = out_.values_[pair].items;
        if (entry.size() != 2) return damaged("makes a dictionary of something else than pairs");
        dict.items.insert(dict.items.end(), entry.begin(), entry.end());
      }
    }
    return push(std::move(dict));
  }

  Result<void> push_global(const std::string& module, const std::string& name) {
    return push({Kind::kGlobal, 0, module + "." + name, {}});
  }

  Result<void> stack_global() {
    EMO_ASSIGN(const auto names, pop(2));
    const std::string &module = out_.values_[names[0]].text, &name = out_.values_[names[1]].text;
    EMO_TRY(count(module.size() + name.size()));  // both may be recalled: five bytes would copy megabytes
    return push_global(module, name);
  }

  Result<void> remember(const Result<std::uint64_t>& key) {
    if (!key) return key.error();
    EMO_ASSIGN(const std::uint32_t place, top());
    memo_[*key] = place;
    return {};
  }

  Result<void> recall(std::size_t width) {
    EMO_ASSIGN(const std::uint64_t key, number(width));
    const auto found = memo_.find(key);
    if (found == memo_.end()) return damaged("recalls " + std::to_string(key) + ", which was never remembered");
    stack_.push_back(found->second);
    return {};
  }

  Result<void> stop() {
    EMO_ASSIGN(const auto result, pop(1));
    out_.root_ = result.front();
    stopped_ = true;
    return {};
  }

  Result<void> push_integer(std::size_t width) {
    EMO_ASSIGN(const std::uint64_t bits, number(width));
    // The four-byte form is signed, the shorter ones are not.
    const auto value = width == 4
                           ? static_cast<std::int64_t>(static_cast<std::int32_t>(static_cast<std::uint32_t>(bits)))
                           : static_cast<std::int64_t>(bits);
    return push({Kind::kInteger, value, {}, {}});
  }

  Result<void> skip(std::size_t bytes) {
    EMO_ASSIGN([[maybe_unused]] const auto skipped, take(bytes));
    return {};
  }

  Result<void> step(unsigned char opcode) {
    switch (opcode) {
      case kProto:
        return skip(1);
      case kFrame:
        return skip(8);
      case kStop:
        return stop();
      case kMark:
        marks_.push_back(stack_.size());
        return {};
      case kPop:
        EMO_TRY(pop(1));
        return {};
      case kPopMark:
        EMO_TRY(pop_to_mark());
        return {};
      case kDup: {
        EMO_ASSIGN(const std::uint32_t place, top());
        stack_.push_back(place);
        return {};
      }
      default:
        return value(opcode);
    }
  }

  Result<void> value(unsigned char opcode) {
    switch (opcode) {
      case kNoneValue:
        return push({});
      case kNewTrue:
      case kNewFalse:
        return push({Kind::kBool, opcode == kNewTrue ? 1 : 0, {}, {}});
      case kBinInt:
        return push_integer(4);
      case kBinInt1:
        return push_integer(1);
      case kBinInt2:
        return push_integer(2);
      case kLong1:
        return push_long(1);
      case kLong4:
        return push_long(4);
      case kBinFloat:
        EMO_TRY(skip(8));
        return push({Kind::kReal, 0, {}, {}});
      case kShortBinString:
      case kShortBinUnicode:
      case kShortBinBytes:
        return push_text(1);
      case kBinString:
      case kBinUnicode:
      case kBinBytes:
        return push_text(4);
      case kBinUnicode8:
      case kBinBytes8:
        return push_text(8);
      default:
        return container(opcode);
    }
  }

  Result<void> container(unsigned char opcode) {
    switch (opcode) {
      case kEmptyTuple:
      case kEmptyList:
      case kEmptySet:
        return push({Kind::kSequence, 0, {}, {}});
      case kTuple1:
        return push_sequence(pop(1));
      case kTuple2:
        return push_sequence(pop(2));
      case kTuple3:
        return push_sequence(pop(3));
      case kTuple:
      case kListOfMark:
        return push_sequence(pop_to_mark());
      case kEmptyDict:
        return push({Kind::kDict, 0, {}, {}});
      case kDictOfMark:
        return push_dict(pop_to_mark());
      case kAppend:
        return append_to(Kind::kSequence, pop(1));
      case kAppends:
      case kAddItems:
        return append_to(Kind::kSequence, pop_to_mark());
      case kSetItem:
        return append_to(Kind::kDict, pop(2));
      case kSetItems:
        return append_to(Kind::kDict, pop_to_mark());
      default:
        return object(opcode);
    }
  }

  Result<void> object(unsigned char opcode) {
    switch (opcode) {
      case kGlobalName: {
        EMO_ASSIGN(const std::string module, line());
        EMO_ASSIGN(const std::string name, line());
        return push_global(module, name);
      }
      case kStackGlobal:
        return stack_global();
      case kReduce:
      case kNewObj:
        return call();
      case kBuild:
        EMO_TRY(pop(1));
        return {};
      case kBinPersid: {
        EMO_ASSIGN(auto known_by, pop(1));
        return push({Kind::kPersistent, 0, {}, std::move(known_by)});
      }
      case kBinPut:
        return remember(number(1));
      case kLongBinPut:
        return remember(number(4));
      case kMemoize:
        return remember(static_cast<std::uint64_t>(memo_.size()));
      case kBinGet:
        return recall(1);
      case kLongBinGet:
        return recall(4);
      default:
        break;
    }
    char code[8];
    std::snprintf(code, sizeof(code), "0x%02x", opcode);
    return Error{ErrorCode::kUnsupported, "byte " + std::to_string(start_) + " of the pickle is the opcode " + code +
                                              ", which no weights of torch.save need"};
  }

  std::span<const std::byte> bytes_;
  std::size_t at_ = 0, start_ = 0;  // the next byte, and that of the present opcode
  std::vector<std::uint32_t> stack_;
  std::vector<std::size_t> marks_;  // heights of the stack
  std::unordered_map<std::uint64_t, std::uint32_t> memo_;
  Pickle out_;
  std::size_t places_ = 0;
  bool stopped_ = false;
};

Result<Pickle> Pickle::read(std::span<const std::byte> bytes) {
  return PickleMachine(bytes).run();
}

}  // namespace emo::hf
