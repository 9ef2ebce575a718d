// Python's pickles as far as weight files have them: data and names. Nothing that a pickle names is looked up, called
// or built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::hf {

/// One value. Containers hold the places of their values in the pickle's table, so that nesting and cycles cost
/// nothing.
struct PickleValue {
  enum class Kind : std::uint8_t {
    kNone,
    kBool,
    kInteger,
    kReal,
    kText,
    kSequence,
    kDict,
    kGlobal,
    kCall,
    kPersistent
  };

  Kind kind = Kind::kNone;
  std::int64_t integer = 0;          ///< of kInteger and kBool; 0 where 64 bits are too few
  std::string text;                  ///< of kText; "module.name" of kGlobal; the bytes of an integer over 64 bits
  std::vector<std::uint32_t> items;  ///< kSequence: elements; kDict: key, value, key, …; kCall: what is called, its
                                     ///< arguments; kPersistent: what it is known by
};

/// One pickle, read. Immutable, thread-safe.
class Pickle {
 public:
  /// Reads the pickle at the front of `bytes`, protocols 2 to 5 as torch.save writes them. An OrderedDict is a kDict,
  /// lists, tuples and sets are kSequence; an object's state (BUILD) is left out. Errors: kInvalidModel (damaged, with
  /// the byte), kUnsupported (an opcode that no weights need), kTooLarge (over a million values).
  static Result<Pickle> read(std::span<const std::byte> bytes);

  [[nodiscard]] const PickleValue& root() const { return values_[root_]; }
  /// Precondition: `place` is one of a value of this pickle.
  [[nodiscard]] const PickleValue& at(std::uint32_t place) const { return values_[place]; }
  /// Bytes that the pickle took.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::span<const PickleValue> values() const { return values_; }

 private:
  friend class PickleMachine;
  std::vector<PickleValue> values_;
  std::uint32_t root_ = 0;
  std::size_t size_ = 0;
};

}  // namespace emo::hf
