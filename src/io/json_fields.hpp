// Strict typed reading of JSON objects: every member has a type, a range and a place in the error message.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/json.hpp"

namespace emo::io {

inline constexpr std::size_t kMaxJsonText = 1u << 16;   ///< bytes of one string member
inline constexpr std::size_t kMaxJsonItems = 1u << 16;  ///< items of one list member

/// Reads the members of one object. The first problem met anywhere is kept in the shared `FirstError` and later reads
/// return their fallback, so a reader is a plain list of members with a single check at its end. Not thread-safe.
class JsonFields {
 public:
  struct FirstError {
    ErrorCode code = ErrorCode::kInvalidData;
    std::string origin;  ///< put before every message
    std::optional<Error> error;
    Json nothing = Json::object();  ///< what is read in place of a missing object
  };

  /// `place` is the JSON pointer of `json`, "" for the root. `json` must outlive the reader.
  JsonFields(const Json& json, std::string place, FirstError& first_error);

  [[nodiscard]] bool has(std::string_view key) const;

  // Required members: a missing one, a wrong type or a value out of range is an error.
  std::string text(std::string_view key);
  std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high);
  double number(std::string_view key, double low, double high);  ///< always finite
  bool boolean(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::vector<std::int64_t> integers(std::string_view key, std::int64_t low, std::int64_t high);
  std::vector<double> numbers(std::string_view key, double low, double high);
  JsonFields object(std::string_view key);
  void each_object(std::string_view key, const std::function<void(JsonFields&)>& read);  ///< a list of objects
  std::vector<std::string> names();  ///< all member names, for objects used as tables; marks them read

  /// One of `names`; returns its index. Errors: kUnsupported, listing the names.
  std::size_t choice(std::string_view key, std::span<const std::string_view> names);

  /// Refuses members that were not read. Call last.
  void refuse_others();
  /// Records `problem` at member `key` (at the object itself if empty).
  void fail(std::string_view key, const std::string& problem);
  void fail(std::string_view key, const std::string& problem, ErrorCode code);

 private:
  const Json* find(std::string_view key);
  const Json* find_list(std::string_view key);
  std::string place_of(std::string_view key) const;
  double checked_number(const Json& json, std::string_view key, double low, double high);
  std::int64_t checked_integer(const Json& json, std::string_view key, std::int64_t low, std::int64_t high);
  std::string checked_text(const Json& json, std::string_view key);
  /// The items of a list, each as `checked(item, its key)` gives it.
  template <class T, class Checked>
  std::vector<T> list_of(std::string_view key, Checked checked);

  const Json* json_;
  std::string place_;
  FirstError* first_error_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace emo::io
