// One text's result as one CSV record (RFC 4180).
#pragma once

#include <string>
#include <string_view>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "pipeline/head_roles.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::pipeline {

/// Appends the header with its line end: id,text,label,score,<every label of the primary head in its order>,emotions,
/// sentiment,valence,arousal,abstained,language,windows,[set,]error. The column `set` is there only when the bundle was
/// calibrated for label sets; its labels are separated by '|', best first.
void append_csv_header(std::string& out, const io::Manifest& manifest, const HeadRoles& roles);

/// Appends one record with its line end. `emotions` are separated by '|', best first, at most `top_k` (0 = all);
/// `abstained` is empty or the reason; fields a model cannot fill are empty.
void append_result_csv(std::string& out, std::string_view id, std::string_view text, const TextResult& result,
                       const io::Manifest& manifest, const HeadRoles& roles, std::size_t top_k = 0);

/// Appends the record of a bad row: the id, empty fields, and "code: message" under `error`.
void append_error_csv(std::string& out, std::string_view id, const Error& error, const io::Manifest& manifest,
                      const HeadRoles& roles);

}  // namespace emo::pipeline
