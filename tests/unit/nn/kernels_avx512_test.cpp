// Every kernel check on the AVX-512 kernels; the checks themselves are in kernel_checks.cpp.
#include <gtest/gtest.h>

#include "kernel_checks.hpp"

EMO_KERNEL_TESTS(Avx512Kernels, ::emo::nn::Isa::kAvx512)
