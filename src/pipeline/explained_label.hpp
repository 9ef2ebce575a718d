// Which class of which head an explanation is about.
#pragma once

#include <cstddef>
#include <string>

#include "emo/error.hpp"
#include "io/manifest.hpp"

namespace emo::pipeline {

struct ExplainedLabel {
  std::size_t head = 0;   ///< index into Manifest::heads
  std::size_t index = 0;  ///< of the label in that head
};

/// The head and index of `label`: spelt as the manifest spells it or as a synonym ("happiness" for "joy"), in the
/// primary head before the others. Errors: kNotFound, naming every label there is.
Result<ExplainedLabel> find_label(const io::Manifest& manifest, std::size_t primary_head, const std::string& label);

}  // namespace emo::pipeline
