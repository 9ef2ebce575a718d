// The one error type of the library and the Result<T> that carries it.
// What data can cause travels as a value; programmer errors are EMO_ASSERTs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace emo {

/// Every way in which input, data or the machine can fail us. Closed: `error_info` knows them all.
enum class ErrorCode {
  kUsage,         ///< the command line or request is malformed
  kInvalidInput,  ///< one item (a text, a row, an image) cannot be processed
  kInvalidData,   ///< a data file or data set is unusable
  kInvalidModel,  ///< a bundle, checkpoint or tokenizer is damaged or inconsistent
  kUnsupported,   ///< well-formed, but of a version or kind this build does not know
  kNotFound,      ///< a file, bundle, column or name does not exist
  kTooLarge,      ///< a named limit was exceeded
  kIo,            ///< the operating system refused a read or write
  kGateFailed,    ///< a requested quality gate was not met
  kOverloaded,    ///< no capacity at present
  kInternal,      ///< a bug or an exhausted resource
};

/// How one code looks from outside.
struct ErrorInfo {
  ErrorCode code;
  std::string_view name;  ///< snake_case, stable, part of the public JSON
  int http_status;
  int exit_status;  ///< 0 ok, 1 usage, 2 bad input or data, 3 gate, 4 internal
};

/// The one table code -> name, HTTP status, exit status. Total over `ErrorCode`.
const ErrorInfo& error_info(ErrorCode code);

/// What went wrong: the offending value, its place and what was expected, in one sentence.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;

  /// Returns this error with `place` ("file.jsonl:17", "tensor 'x'") put before the message.
  [[nodiscard]] Error at(std::string_view place) const { return {code, std::string(place) + ": " + message}; }
};

/// A value or an `Error`, with the method names of `std::expected`.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit by design
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// Precondition: `has_value()`.
  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// Precondition: `!has_value()`.
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// Success or an `Error`.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit by design

  [[nodiscard]] bool has_value() const noexcept { return !error_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  [[nodiscard]] const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace emo

/// Leaves the enclosing function with the error of `expr` (a Result<void> or any Result) if it has one.
#define EMO_TRY(expr)                                                      \
  do {                                                                     \
    if (const auto& emo_try_ = (expr); !emo_try_) return emo_try_.error(); \
  } while (false)

#define EMO_CONCAT_INNER(a, b) a##b
#define EMO_CONCAT(a, b) EMO_CONCAT_INNER(a, b)
// NOLINTBEGIN(bugprone-macro-parentheses): `lhs` may be a declaration
#define EMO_ASSIGN_INNER(tmp, lhs, expr) \
  auto tmp = (expr);                     \
  if (!tmp) return tmp.error();          \
  lhs = std::move(tmp).value()
// NOLINTEND(bugprone-macro-parentheses)

/// `EMO_ASSIGN(auto x, f())`: binds the value of a Result or returns its error.
#define EMO_ASSIGN(lhs, expr) EMO_ASSIGN_INNER(EMO_CONCAT(emo_assign_, __LINE__), lhs, expr)
