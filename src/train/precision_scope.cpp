// libtorch's autocasting, whose functions have other names from 2.4 on. Whether rounded factors are worth it is
// machine.cpp's to say; weights and sums stay in f32.
#include "train/precision_scope.hpp"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace emo::train {
namespace {

void set_autocast(at::DeviceType device, bool enabled) {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
  if (enabled) at::autocast::set_autocast_dtype(device, at::kBFloat16);
  at::autocast::set_autocast_enabled(device, enabled);
#else
  if (device == at::kCPU) {
    if (enabled) at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
    at::autocast::set_cpu_enabled(enabled);
  } else {
    if (enabled) at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
    at::autocast::set_enabled(enabled);
  }
#endif
}

}  // namespace

PrecisionScope::PrecisionScope(Precision precision, at::Device device)
    : active_(precision == Precision::kBfloat16), device_(device.type()) {
  if (active_) set_autocast(device_, true);
}

PrecisionScope::~PrecisionScope() {
  if (!active_) return;
  set_autocast(device_, false);
  at::autocast::clear_cache();  // the rounded weights, which the next step changes
}

}  // namespace emo::train
