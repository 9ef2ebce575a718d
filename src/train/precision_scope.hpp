// Computing with rounded factors for a while.
#pragma once

#include "train/libtorch.hpp"
#include "train/precision.hpp"

namespace emo::train {

/// While it lives, libtorch's operators of this thread compute in `precision` on `device` (autocasting). Does nothing
/// for kFloat32. Not to be nested.
class PrecisionScope {
 public:
  PrecisionScope(Precision precision, at::Device device);
  ~PrecisionScope();
  PrecisionScope(const PrecisionScope&) = delete;
  PrecisionScope& operator=(const PrecisionScope&) = delete;

 private:
  bool active_;
  at::DeviceType device_;
};

}  // namespace emo::train
