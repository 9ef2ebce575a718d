// Weighted mean of probabilities over windows. The mean is over probabilities, not logits: one extreme window of a
// long text must not outvote the rest.
#include "pipeline/window_aggregation.hpp"

#include "core/assert.hpp"
#include "pipeline/head_activation.hpp"

namespace emo::pipeline {

Result<std::vector<HeadScores>> aggregate_windows(const io::Manifest& manifest, const PreparedText& text,
                                                  std::span<const float> logits) {
  const std::size_t windows = text.windows.size();
  std::size_t width = 0;
  for (const auto& head : manifest.heads) width += head.labels.size();
  EMO_ASSERT(windows > 0 && logits.size() == windows * width);
  const auto total = static_cast<double>(text.coverage.tokens);

  std::vector<HeadScores> heads;
  heads.reserve(manifest.heads.size());
  std::size_t column = 0;
  for (const auto& head : manifest.heads) {
    const std::size_t classes = head.labels.size();
    std::vector<float> probabilities(classes);
    if (windows == 1) {
      EMO_TRY(activate(head, logits.subspan(column, classes), probabilities));
    } else {
      std::vector<double> mean(classes, 0.0);
      for (std::size_t w = 0; w < windows; ++w) {
        EMO_TRY(activate(head, logits.subspan(w * width + column, classes), probabilities));
        const double weight = static_cast<double>(text.new_tokens(w)) / total;
        for (std::size_t k = 0; k < classes; ++k) mean[k] += weight * static_cast<double>(probabilities[k]);
      }
      for (std::size_t k = 0; k < classes; ++k) probabilities[k] = static_cast<float>(mean[k]);
    }
    heads.push_back({head.name, std::move(probabilities)});
    column += classes;
  }
  return heads;
}

}  // namespace emo::pipeline
