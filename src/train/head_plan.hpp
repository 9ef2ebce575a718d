// How one classification head is trained, whatever the model reads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/text_architecture.hpp"
#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "train/config_fields.hpp"

namespace emo::train {

enum class Loss : std::uint8_t { kCrossEntropy, kBinary, kFocal, kAsymmetric };

/// One head: its labels and how it is trained.
struct HeadPlan {
  std::string name;
  std::string taxonomy = "custom";  ///< basic7, goemotions28, polarity3, or custom with `labels`
  std::vector<std::string> labels;  ///< filled from the taxonomy unless custom
  core::HeadActivation activation = core::HeadActivation::kSoftmax;
  Loss loss = Loss::kCrossEntropy;
  double weight = 1.0;  ///< of this head's loss in the sum
  double label_smoothing = 0.0;
  double class_balance = 0.0;     ///< class weight = frequency^-class_balance, scaled to mean 1 over the rows; 0 = off
  double logit_adjustment = 0.0;  ///< tau of the logit-adjusted softmax loss (Menon et al. 2021); 0 = off
  double gamma_positive = 0.0;    ///< focusing exponent of the asymmetric loss on labels that hold
  double gamma_negative = 2.0;    ///< the same on labels that do not; the exponent of the focal loss
  double clip = 0.0;              ///< probability margin of the asymmetric loss (Ben-Baruch et al. 2020)
};

/// The keys of a head in a configuration file.
std::vector<ConfigField> fields_of(HeadPlan& head);

/// The labels that `taxonomy` gives a head; empty: custom.
std::vector<std::string> taxonomy_labels(const std::string& taxonomy);

/// Errors: kInvalidData (a number out of range, a loss that does not fit the activation, a key that the loss or the
/// activation does not read, an unknown taxonomy, labels that are not those of the taxonomy).
Result<void> check_head(const HeadPlan& head);

/// The head as a bundle describes it, not yet calibrated.
io::HeadManifest manifest_of(const HeadPlan& head);

}  // namespace emo::train
