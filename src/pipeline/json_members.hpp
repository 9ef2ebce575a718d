// What the JSON of texts, faces, films and explanations has in common.
#pragma once

#include <span>
#include <string>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "pipeline/head_scores.hpp"

namespace emo::pipeline {

/// {"label":"joy","score":0.91}
void append_score_json(std::string& out, const Score& score);

/// A list of them, in the order given.
void append_scores_json(std::string& out, std::span<const Score> scores);

/// ,"model":{"name":…,"version":…}
void append_model_member(std::string& out, const io::Manifest& manifest);

/// ,"error":{"code":…,"message":…}
void append_error_member(std::string& out, const Error& error);

}  // namespace emo::pipeline
