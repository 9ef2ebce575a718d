// The search for a label over the heads of a model, for explanations of texts and of faces. Labels of data sets are
// mapped elsewhere (eval/label_mapping): here a user names one that the model has.
#include "pipeline/explained_label.hpp"

#include <optional>
#include <utility>

#include "core/labels.hpp"

namespace emo::pipeline {

Result<ExplainedLabel> find_label(const io::Manifest& manifest, std::size_t primary_head, const std::string& label) {
  const auto search = [&](bool synonyms) -> std::optional<ExplainedLabel> {
    const auto in_head = [&](std::size_t h) -> std::optional<ExplainedLabel> {
      const auto& labels = manifest.heads[h].labels;
      for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool same =
            synonyms ? core::canonical_label(labels[i]) == core::canonical_label(label) : labels[i] == label;
        if (same) return ExplainedLabel{h, i};
      }
      return std::nullopt;
    };
    if (const auto found = in_head(primary_head)) return found;
    for (std::size_t h = 0; h < manifest.heads.size(); ++h) {
      if (const auto found = in_head(h)) return found;
    }
    return std::nullopt;
  };
  for (const bool synonyms : {false, true}) {
    if (const auto found = search(synonyms)) return *found;
  }
  std::string known;
  for (const auto& head : manifest.heads) {
    known += (known.empty() ? "" : "; ") + head.name + ":";
    for (const auto& name : head.labels) known += " " + name;
  }
  return Error{ErrorCode::kNotFound, "no head of the model has a label '" + label + "'; it has " + known};
}

}  // namespace emo::pipeline
