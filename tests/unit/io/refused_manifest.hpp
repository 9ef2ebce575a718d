// A manifest with one member spoilt, and what the reader says of it.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "io/json.hpp"
#include "io/manifest.hpp"
#include "temporary_directory.hpp"

namespace emo::io {

/// The JSON of `manifest` with a digest for every file that it must name.
inline Json json_of(Manifest manifest) {
  manifest.sha256 = {{"model.safetensors", std::string(64, '0')}};
  if (manifest.task == Task::kText) manifest.sha256["tokenizer.json"] = std::string(64, 'f');
  return Json::parse(to_json(manifest));
}

/// What a bad member of a manifest is.
inline constexpr auto kBad = ErrorCode::kInvalidModel;

/// `sample` after `spoil` is refused with `code` and a message that has all `parts`.
inline void expect_refused(const Manifest& sample, const std::function<void(Json&)>& spoil, ErrorCode code,
                           std::initializer_list<std::string_view> parts) {
  Json json = json_of(sample);
  spoil(json);
  expect_error(parse_manifest(json.dump()), code, parts);
}

}  // namespace emo::io
