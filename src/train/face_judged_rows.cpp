// Faces whose raters agree on no class teach by their votes, but judge nothing.
#include "train/face_judged_rows.hpp"

namespace emo::train {

JudgedRows judged_rows(const std::vector<FaceExample>& examples, std::size_t head, std::size_t classes,
                       const std::vector<float>& logits) {
  JudgedRows out;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (examples[i].labels[head].gold < 0) continue;
    const auto first = logits.begin() + static_cast<std::ptrdiff_t>(i * classes);
    out.logits.insert(out.logits.end(), first, first + static_cast<std::ptrdiff_t>(classes));
    out.gold.push_back(examples[i].labels[head].gold);
    out.rows.push_back(i);
  }
  return out;
}

}  // namespace emo::train
