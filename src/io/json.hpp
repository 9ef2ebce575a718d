// JSON in and out: the one header through which other layers see the JSON library.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "emo/error.hpp"
#include "io/json_fwd.hpp"

namespace emo::io {

inline constexpr int kMaxJsonDepth = 64;

/// Parses one JSON document (RFC 8259, valid UTF-8, no duplicate member names, at most `max_depth` levels).
/// The error (`code`) names `origin`, the byte offset and what was wrong. Note that Json's own accessors throw on a
/// type mismatch: check `is_…()` first or read through io/json_fields.hpp.
Result<Json> parse_json(std::string_view text, const std::string& origin, ErrorCode code = ErrorCode::kInvalidData,
                        int max_depth = kMaxJsonDepth);

/// `json` as text; `indent` < 0: on one line. Bytes that are not UTF-8 become U+FFFD, never an exception.
std::string dump_json(const OrderedJson& json, int indent = -1);
std::string dump_json(const Json& json, int indent = -1);

}  // namespace emo::io
