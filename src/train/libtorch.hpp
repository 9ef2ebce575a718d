// The parts of libtorch that training uses. Every file here includes this and none of libtorch's own headers: the
// umbrella header torch/torch.h costs several times the compile time, and differences between versions of libtorch have
// one place. (None is needed from 1.13 on: see docs/training.md for what was tried and what was only read.)
#pragma once

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cstring>
#include <span>
#include <vector>

#include "core/assert.hpp"

#if AT_PARALLEL_OPENMP && !defined(_OPENMP)
#error "at::parallel_for is a template: without OpenMP in the file that uses it, it runs on one thread and says nothing"
#endif

namespace emo::train {

/// A CPU tensor of its own holding `values`, row-major. Precondition: the product of `shape` is `values.size()`.
template <class T>
at::Tensor tensor_of(std::span<const T> values, at::IntArrayRef shape) {
  at::Tensor out = at::empty(shape, c10::CppTypeToScalarType<T>::value);
  EMO_ASSERT(static_cast<std::size_t>(out.numel()) == values.size());
  if (!values.empty()) std::memcpy(out.data_ptr(), values.data(), values.size_bytes());
  return out;
}

/// The values of `tensor` (f32, on any device), row-major.
inline std::vector<float> values_of(const at::Tensor& tensor) {
  const at::Tensor flat = tensor.detach().to(at::kCPU).contiguous();
  return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

}  // namespace emo::train
