// A bundle's heads answering otherwise than the bundle says: what `emo calibrate` fits on, and measures afterwards.
#pragma once

#include <optional>

#include "io/manifest.hpp"

namespace emo::pipeline {

struct HeadOverride {
  bool ignore_calibration = false;       ///< answer as before `emo calibrate`: what a new calibration is fitted on
  std::optional<io::HeadManifest> head;  ///< in place of the bundle's head of the same name
};

inline void override_heads(const HeadOverride& asked, io::Manifest& manifest) {
  for (auto& head : manifest.heads) {
    if (asked.ignore_calibration) head.calibration.reset();
    if (asked.head && asked.head->name == head.name) head = *asked.head;
  }
}

}  // namespace emo::pipeline
