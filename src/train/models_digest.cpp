// A start and teachers lie where somebody may put others in their place while a run is interrupted.
#include "train/models_digest.hpp"

#include "io/bundle.hpp"
#include "io/sha256.hpp"

namespace emo::train {

Result<std::string> models_digest(const std::vector<std::string>& bundles) {
  if (bundles.empty()) return std::string();
  std::string facts;
  for (const auto& path : bundles) {
    EMO_ASSIGN(const auto bundle, io::open_bundle(path, io::HashCheck::kSkip));
    const auto weights = bundle.manifest.sha256.find(io::kWeightsFile);
    facts += (weights == bundle.manifest.sha256.end() ? std::string("?") : weights->second) + '\n';
  }
  return io::sha256_hex(facts);
}

}  // namespace emo::train
