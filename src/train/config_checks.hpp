// The ranges of what training configurations of every task have in common, and how their paths are read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "core/parallel.hpp"
#include "core/quote.hpp"
#include "emo/error.hpp"
#include "train/config_fields.hpp"
#include "train/head_plan.hpp"

namespace emo::train {

inline constexpr std::int64_t kMaxEpochs = 10000;
inline constexpr double kMaxRepeat = 1000;

inline bool is_share(double value) {
  return value >= 0 && value <= 1;
}

/// What --epochs 0 lacks.
inline constexpr const char* kNoStart = "it needs --init with a bundle that knows every class of this run's heads";

/// No epochs: the start is fitted to the development rows and exported, so it must be `complete`, with every head of
/// the run. `by_dense_layer`: a head of the start that is not carried over because of one; empty = none.
inline Result<void> check_start(std::int64_t epochs, bool complete, const std::string& by_dense_layer = {}) {
  const std::string nothing = "epochs 0 trains nothing: ";
  EMO_TRY(config_needs(
      epochs > 0 || complete || by_dense_layer.empty(),
      nothing + "head '" + by_dense_layer + "' of the start has a dense layer, which training does " +
          "not carry over; to fit such a bundle (a checkpoint once it is imported) to rows use emo calibrate text"));
  return config_needs(epochs > 0 || complete, nothing + kNoStart);
}

/// Seeds are multiplied when steps derive theirs.
inline Result<void> check_seed(const std::string& key, std::int64_t seed) {
  return config_needs(seed >= 0 && seed < 1LL << 31, key + " must be in [0, 2^31)");
}

/// The ranges of schedule, optimiser, distillation and run.
template <class Config>
Result<void> check_common_numbers(const Config& c) {
  EMO_TRY(config_needs(c.epochs >= 0 && c.epochs <= kMaxEpochs, "epochs must be 0.." + std::to_string(kMaxEpochs)));
  EMO_TRY(config_needs(c.learning_rate > 0, "learning_rate must be positive"));
  EMO_TRY(config_needs(c.head_rate_scale > 0, "head_rate_scale must be positive"));
  EMO_TRY(config_needs(is_share(c.rate_floor) && is_share(c.warmup), "rate_floor and warmup must be in [0, 1]"));
  EMO_TRY(config_needs(c.weight_decay >= 0 && c.clip_norm >= 0, "weight_decay and clip_norm must not be negative"));
  EMO_TRY(config_needs(c.ema >= 0 && c.ema < 1, "ema must be in [0, 1)"));
  for (const double share : c.start_shares) {
    EMO_TRY(config_needs(share >= 0 && share < 1, "start_shares must be in [0, 1)"));
  }
  EMO_TRY(config_needs(c.dev_fraction > 0 && c.dev_fraction < 1, "dev_fraction must be in (0, 1)"));
  EMO_TRY(config_needs(c.test_fraction >= 0 && c.test_fraction + c.dev_fraction < 1,
                       "test_fraction must be 0 or more, and less than 1 together with dev_fraction"));
  EMO_TRY(config_needs(is_share(c.distill_weight), "distill_weight must be in [0, 1]"));
  EMO_TRY(config_needs(c.distill_temperature > 0, "distill_temperature must be positive"));
  EMO_TRY(config_needs(c.patience >= 0, "patience must not be negative"));
  EMO_TRY(config_needs(c.threads >= 0 && c.threads <= core::kMaxThreads,
                       "threads must be 0.." + std::to_string(core::kMaxThreads)));
  return check_seed("seed", c.seed);
}

/// What is for teachers is stated where there are some: without, it would train another model than the one asked for,
/// without a word. A default is no mistake, args.json writes every key.
template <class Config>
Result<void> check_teachers_are_there(const Config& c) {
  if (c.epochs == 0) return {};
  if (!c.teachers.empty()) {
    return config_needs(c.distill_weight > 0, "distill_weight 0 gives the teachers no say: leave them out, or more");
  }
  const Config plain;
  EMO_TRY(config_needs(c.distill_weight == plain.distill_weight,
                       "distill_weight has no effect without a teacher: --teacher BUNDLE"));
  return config_needs(c.distill_temperature == plain.distill_temperature,
                      "distill_temperature has no effect without a teacher: --teacher BUNDLE");
}

/// What a manifest would refuse when all is learnt.
template <class Config>
Result<void> check_model_name(const Config& c) {
  for (const auto& [key, value] : {std::pair("name", &c.name), std::pair("version", &c.version)}) {
    EMO_TRY(config_needs(core::is_harmless(*value),
                         std::string(key) + " is " + core::quoted(*value) + ", expected no control characters"));
  }
  return {};
}

/// Heads have names of their own, sources teach heads that exist.
template <class Config>
Result<void> check_heads_and_sources(const Config& c) {
  EMO_TRY(config_needs(!c.sources.empty(), "at least one data source is needed"));
  std::set<std::string> names;
  for (const auto& head : c.heads) {
    EMO_TRY(check_head(head));
    EMO_TRY(config_needs(!head.name.empty() && names.insert(head.name).second,
                         "heads need names of their own, " + core::quoted(head.name) + " is empty or used twice"));
  }
  const auto learns = [](const auto& head) { return head.weight > 0; };
  EMO_TRY(config_needs(c.heads.empty() || std::any_of(c.heads.begin(), c.heads.end(), learns),
                       "no head has a weight above 0: nothing would be learnt"));
  for (const auto& source : c.sources) {
    const std::string who = "source " + core::quoted(source.name) + ": ";
    EMO_TRY(config_needs(core::is_harmless(source.name) && core::is_harmless(source.licence),
                         who + "name and licence must be lines of text: no line breaks, no control characters"));
    EMO_TRY(config_needs(source.repeat >= 0 && source.repeat <= kMaxRepeat, who + "repeat must be in [0, 1000]"));
    for (const auto& name : source.heads) {
      EMO_TRY(config_needs(names.contains(name), who + "no head " + core::quoted(name)));
    }
  }
  return {};
}

/// Makes a relative path start from `base_directory`; an empty one or an empty base changes nothing.
inline void resolve_path(std::string& path, const std::string& base_directory) {
  if (path.empty() || base_directory.empty() || std::filesystem::path(path).is_absolute()) return;
  path = (std::filesystem::path(base_directory) / path).lexically_normal().string();
}

/// The same of a bundle. A name that is no folder there and needs none ("text-en", "models/text-en") stays as it is,
/// for whoever knows where bundles lie.
inline void resolve_bundle(std::string& name, const std::string& base_directory) {
  std::string there = name;
  resolve_path(there, base_directory);
  const std::filesystem::path folder = std::filesystem::path(name).parent_path();
  std::error_code failed;
  if ((folder.empty() || folder == "models") && !std::filesystem::is_directory(there, failed)) return;
  name = std::move(there);
}

}  // namespace emo::train
