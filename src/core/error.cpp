// The one table that gives every error code its JSON name, HTTP status and exit status. Not a formatter: messages are
// written where the error is found, and printed by the programs alone.
#include "emo/error.hpp"

#include <array>

#include "core/assert.hpp"

namespace emo {
namespace {

constexpr std::array kErrors{
    ErrorInfo{ErrorCode::kUsage, "usage", 400, 1},
    ErrorInfo{ErrorCode::kInvalidInput, "invalid_input", 422, 2},
    ErrorInfo{ErrorCode::kInvalidData, "invalid_data", 422, 2},
    ErrorInfo{ErrorCode::kInvalidModel, "invalid_model", 500, 2},
    ErrorInfo{ErrorCode::kUnsupported, "unsupported", 422, 2},
    ErrorInfo{ErrorCode::kNotFound, "not_found", 404, 2},
    ErrorInfo{ErrorCode::kTooLarge, "too_large", 413, 2},
    ErrorInfo{ErrorCode::kIo, "io", 500, 2},
    ErrorInfo{ErrorCode::kGateFailed, "gate_failed", 422, 3},
    ErrorInfo{ErrorCode::kOverloaded, "overloaded", 503, 4},
    ErrorInfo{ErrorCode::kInternal, "internal", 500, 4},
};

}  // namespace

const ErrorInfo& error_info(ErrorCode code) {
  const auto index = static_cast<std::size_t>(code);
  EMO_ASSERT(index < kErrors.size() && kErrors[index].code == code);
  return kErrors[index];
}

}  // namespace emo
