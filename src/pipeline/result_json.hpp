// One text's result as one line of JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "pipeline/head_roles.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::pipeline {

/// Appends, without a line end:
///   {"id","text","label","abstained","reason"?,"set"?,"set_coverage"?,"scores":[{"label","score"}],"emotions":[…],"sentiment":{…}?,
///    "valence"?,"arousal"?,"derived":[names],"coverage":{chars,tokens,windows,truncated,language},
///    "model":{name,version}}
/// "reason" is there when the result abstained; "set", labels that hold the truth with probability "set_coverage", when
/// the bundle was calibrated for it. "derived" names the fields that the model did not predict itself but
/// that were computed from `scores` (see affect.hpp). Scores have at most 6 decimals. Always valid UTF-8 JSON.
void append_result_json(std::string& out, std::string_view id, std::string_view text, const TextResult& result,
                        const io::Manifest& manifest, const HeadRoles& roles, std::size_t top_k = 0);

/// Appends {"id","error":{"code","message"}}, what a bad row gets in its place.
void append_error_json(std::string& out, std::string_view id, const Error& error);

}  // namespace emo::pipeline
