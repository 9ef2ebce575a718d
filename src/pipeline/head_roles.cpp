// The choice of heads by name, taxonomy and activation. Imported models with one head of their own labels work too. It
// says which head answers a question, not which data it may be judged with (eval/label_mapping).
#include "pipeline/head_roles.hpp"

#include <algorithm>
#include <string_view>

#include "core/assert.hpp"

namespace emo::pipeline {
namespace {

template <class Predicate>
std::optional<std::size_t> first_head(const io::Manifest& manifest, Predicate predicate) {
  const auto found = std::find_if(manifest.heads.begin(), manifest.heads.end(), predicate);
  if (found == manifest.heads.end()) return std::nullopt;
  return static_cast<std::size_t>(found - manifest.heads.begin());
}

}  // namespace

HeadRoles head_roles(const io::Manifest& manifest) {
  EMO_ASSERT(!manifest.heads.empty());
  const auto of_taxonomy = [&](std::string_view taxonomy) {
    return first_head(manifest, [&](const io::HeadManifest& head) { return head.taxonomy == taxonomy; });
  };
  HeadRoles roles;
  roles.sentiment = of_taxonomy("polarity3");
  roles.fine = of_taxonomy("goemotions28");
  if (!roles.fine) {
    roles.fine = first_head(
        manifest, [](const io::HeadManifest& head) { return head.activation == core::HeadActivation::kSigmoid; });
  }
  auto primary = first_head(manifest, [](const io::HeadManifest& head) { return head.name == "basic"; });
  if (!primary) primary = of_taxonomy("basic7");
  if (!primary) {
    primary = first_head(manifest, [](const io::HeadManifest& head) {
      return head.activation == core::HeadActivation::kSoftmax && head.taxonomy != "polarity3";
    });
  }
  roles.primary = primary.value_or(0);
  return roles;
}

}  // namespace emo::pipeline
