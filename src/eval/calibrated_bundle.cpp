// A copy of a bundle but for one head of its manifest. What the head gets is fitted by calibration.cpp.
#include "eval/calibrated_bundle.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/number_words.hpp"
#include "io/bundle.hpp"

namespace emo::eval {
namespace {

constexpr const char* kCard = "card.md";

/// The card with what is to be said of a head that was calibrated after it was written, in the place of what was said
/// of an earlier calibration.
std::string with_note_of(const io::HeadManifest& head, std::string card) {
  const std::string title = "\n## Calibrated since: " + head.name + "\n";
  if (const auto old = card.find(title); old != std::string::npos) {
    const auto next = card.find("\n## ", old + title.size());
    card.erase(old, next == std::string::npos ? next : next - old);
  }
  if (!head.calibration) return card;
  const auto rows = static_cast<std::uint64_t>(head.calibration->rows);
  return card + title + "\nThe head `" + head.name + "` was calibrated (" + head.calibration->method + ") on " +
         core::counted(rows, "row", "rows") + " of `" + head.calibration->data +
         "`. Figures of it above are of before.\n";
}

}  // namespace

Result<void> write_calibrated_bundle(const std::string& directory, const std::string& out,
                                     const io::HeadManifest& head) {
  EMO_ASSIGN(auto bundle, io::open_bundle(directory));
  std::vector<std::pair<std::string, core::TensorView>> tensors(bundle.weights.tensors().begin(),
                                                                bundle.weights.tensors().end());
  EMO_ASSIGN(auto files, bundle.read_beside_weights());
  for (auto& old : bundle.manifest.heads) {
    if (old.name != head.name) continue;
    // Not the labels: a recognizer may show them by another name than the bundle.
    old.temperature = head.temperature;
    old.bias = head.bias;
    old.thresholds = head.thresholds;
    old.calibration = head.calibration;
  }
  // Figures of the head are of what it was; the card says so, whose tables are words by now.
  std::erase_if(bundle.manifest.metrics, [&](const auto& metric) { return metric.name.starts_with(head.name + '.'); });
  if (const auto card = files.find(kCard); card != files.end())
    card->second = with_note_of(head, std::move(card->second));
  return io::write_bundle(out, bundle.manifest, tensors, files);
}

}  // namespace emo::eval
