// The keys and ranges of a head's plan, the same for texts and faces. Labels that the data decide are filled in later
// (text_heads, face_dataset); losses that the plan names are losses.cpp's.
#include "train/head_plan.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <sstream>
#include <string_view>

#include "core/labels.hpp"
#include "core/quote.hpp"
#include "text/label_spelling.hpp"

namespace emo::train {
namespace {

constexpr std::array<std::string_view, 4> kLossNames{"cross_entropy", "binary", "focal", "asymmetric"};
constexpr std::array<std::string_view, 2> kActivationNames{"softmax", "sigmoid"};
constexpr std::array<std::string_view, 4> kTaxonomyNames{"basic7", "goemotions28", "polarity3", "custom"};

template <std::size_t N>
std::vector<std::string> to_strings(std::span<const std::string_view, N> names) {
  return {names.begin(), names.end()};
}

// A key that nothing reads would be taken without a word. Its default is no mistake: args.json writes every key.
Result<void> check_keys_are_read(const HeadPlan& head, const std::string& who) {
  const HeadPlan plain;
  const std::string loss = "loss " + std::string(kLossNames[static_cast<std::size_t>(head.loss)]);
  const bool softmax = head.activation == core::HeadActivation::kSoftmax;
  const bool focal = head.loss == Loss::kFocal, asymmetric = head.loss == Loss::kAsymmetric;
  struct Key {
    const char* name;
    double value, standard;
    bool read;
    std::string reader, not_by;
  };
  for (const Key& key :
       {Key{"logit_adjustment", head.logit_adjustment, plain.logit_adjustment, softmax, "softmax heads",
            "a sigmoid head"},
        Key{"gamma_positive", head.gamma_positive, plain.gamma_positive, asymmetric,
            focal ? "loss asymmetric (the exponent of focal is gamma_negative)" : "loss asymmetric", loss},
        Key{"gamma_negative", head.gamma_negative, plain.gamma_negative, focal || asymmetric,
            "the losses focal and asymmetric", loss},
        Key{"clip", head.clip, plain.clip, asymmetric, "loss asymmetric", loss}}) {
    if (key.read || key.value == key.standard) continue;
    std::ostringstream what;
    what << who << key.name << ' ' << key.value << " has no effect with " << key.not_by << ", it belongs to "
         << key.reader;
    return config_needs(false, what.str());
  }
  return {};
}

// What a manifest would refuse when all is learnt, and two spellings of one label, of which one would learn nothing.
Result<void> check_labels(const HeadPlan& head, const std::string& who) {
  std::map<std::string, std::string> spellings;
  for (const std::string& label : head.labels) {
    const std::string key = text::label_key(label);
    EMO_TRY(config_needs(!key.empty(), who + "one of its labels is empty"));
    EMO_TRY(config_needs(core::is_harmless(label),
                         who + "its label " + core::quoted(label) + " has control characters, expected a name"));
    const auto [first, fresh] = spellings.emplace(key, label);
    EMO_TRY(config_needs(fresh, who + "its labels " + core::quoted(first->second) + " and " + core::quoted(label) +
                                    " are one: leave out all but one"));
  }
  return {};
}

}  // namespace

std::vector<std::string> taxonomy_labels(const std::string& taxonomy) {
  if (taxonomy == "basic7") return to_strings(core::basic_names());
  if (taxonomy == "polarity3") return to_strings(core::polarity_names());
  if (taxonomy == "goemotions28") return to_strings(core::fine_names());
  return {};
}

std::vector<ConfigField> fields_of(HeadPlan& h) {
  return {{"name", &h.name},
          {"taxonomy", &h.taxonomy},
          {"labels", &h.labels},
          {"activation", choice(h.activation, kActivationNames)},
          {"loss", choice(h.loss, kLossNames)},
          {"weight", &h.weight},
          {"label_smoothing", &h.label_smoothing},
          {"class_balance", &h.class_balance},
          {"logit_adjustment", &h.logit_adjustment},
          {"gamma_positive", &h.gamma_positive},
          {"gamma_negative", &h.gamma_negative},
          {"clip", &h.clip}};
}

Result<void> check_head(const HeadPlan& head) {
  const std::string who = "head " + core::quoted(head.name) + ": ";
  const bool known = std::find(kTaxonomyNames.begin(), kTaxonomyNames.end(), head.taxonomy) != kTaxonomyNames.end();
  EMO_TRY(config_needs(
      known, who + "taxonomy " + core::quoted(head.taxonomy) + " is none of basic7, goemotions28, polarity3, custom"));
  const auto own = taxonomy_labels(head.taxonomy);
  EMO_TRY(config_needs(own.empty() || head.labels.empty() || head.labels == own,
                       who + "its labels are not those of taxonomy " + head.taxonomy +
                           ", which are fixed: leave them out, or write taxonomy custom"));
  EMO_TRY(check_labels(head, who));
  const bool softmax = head.activation == core::HeadActivation::kSoftmax;
  const bool fits =
      softmax ? head.loss == Loss::kCrossEntropy || head.loss == Loss::kFocal : head.loss != Loss::kCrossEntropy;
  EMO_TRY(config_needs(fits, who + "loss " + std::string(kLossNames[static_cast<std::size_t>(head.loss)]) +
                                 " does not fit a " + (softmax ? "softmax" : "sigmoid") + " head (" +
                                 (softmax ? "cross_entropy, focal" : "binary, focal, asymmetric") + " do)"));
  EMO_TRY(config_needs(head.weight >= 0 && head.class_balance >= 0 && head.logit_adjustment >= 0,
                       who + "weight, class_balance and logit_adjustment must not be negative"));
  EMO_TRY(
      config_needs(head.label_smoothing >= 0 && head.label_smoothing < 1, who + "label_smoothing must be in [0, 1)"));
  EMO_TRY(config_needs(head.gamma_positive >= 0 && head.gamma_negative >= 0, who + "gammas must not be negative"));
  EMO_TRY(config_needs(head.clip >= 0 && head.clip < 1, who + "clip must be in [0, 1)"));
  return check_keys_are_read(head, who);
}

io::HeadManifest manifest_of(const HeadPlan& head) {
  io::HeadManifest manifest;
  manifest.name = head.name;
  manifest.labels = head.labels;
  manifest.activation = head.activation;
  manifest.taxonomy = head.taxonomy;
  return manifest;
}

}  // namespace emo::train
