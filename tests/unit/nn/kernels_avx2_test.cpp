// Every kernel check on the AVX2 kernels; the checks themselves are in kernel_checks.cpp.
#include <gtest/gtest.h>

#include "kernel_checks.hpp"

EMO_KERNEL_TESTS(Avx2Kernels, ::emo::nn::Isa::kAvx2)
