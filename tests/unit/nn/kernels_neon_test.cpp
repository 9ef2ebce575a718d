// Every kernel check on the NEON kernels; the checks themselves are in kernel_checks.cpp.
#include <gtest/gtest.h>

#include "kernel_checks.hpp"

EMO_KERNEL_TESTS(NeonKernels, ::emo::nn::Isa::kNeon)
