// Objects of a configuration file bound to members of a struct: one table per object serves reading, writing and the
// message about an unknown key, so that the three can never disagree.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "emo/error.hpp"
#include "io/json_fwd.hpp"

namespace emo::train {

/// A member that takes one of a few names.
struct ConfigChoice {
  std::span<const std::string_view> names;
  std::size_t value = 0;                    ///< index of the present value
  std::function<void(std::size_t)> choose;  ///< sets the member
};

/// A choice bound to the enumeration `member`, whose values are 0, 1, … in the order of `names`.
template <class Enum>
ConfigChoice choice(Enum& member, std::span<const std::string_view> names) {
  return {names, static_cast<std::size_t>(member), [&member](std::size_t i) { member = static_cast<Enum>(i); }};
}

/// One key of an object and the member it is bound to.
struct ConfigField {
  const char* key;
  std::variant<double*, std::int64_t*, std::string*, bool*, std::vector<std::string>*, std::vector<std::int64_t>*,
               std::vector<double>*, ConfigChoice>
      bound;
};

/// "PATH must be EXPECTED, is FOUND" (kInvalidData).
Error wrong_config_value(const std::string& path, const std::string& expected, const io::Json& found);

/// Error kInvalidData "training config: WHAT" unless `ok`.
Result<void> config_needs(bool ok, const std::string& what);

/// Sets the members whose keys stand in `object`; the others keep their values. Keys in `structured` are left to the
/// caller. Errors: kInvalidData with the JSON path (no object, wrong type, unknown key with the nearest known one).
Result<void> read_config_object(const io::Json& object, const std::string& path, const std::vector<ConfigField>& fields,
                                const std::set<std::string>& structured = {});

/// Every field with its present value, in the order of the table.
io::OrderedJson write_config_object(const std::vector<ConfigField>& fields);

}  // namespace emo::train
