// Every kernel check on the AVX-512 VNNI table; the checks themselves are in kernel_checks.cpp.
#include <gtest/gtest.h>

#include "kernel_checks.hpp"

EMO_KERNEL_TESTS(Avx512VnniKernels, ::emo::nn::Isa::kAvx512Vnni)
